"""The roll-up as ibis expressions over unbound tables: the same objects for every backend.

The steps follow the specification: the figures that count (`telling`), how periods fill the one
asked (`filling`), what came from areas that closed (`inheriting`), and the sums (`summing`).
Importing this package imports ibis: import it late.
"""

from functools import lru_cache

from ibis.expr.types import Table

from phongtrao.analytics.general.expressions.filling import filled, said_exactly
from phongtrao.analytics.general.expressions.inheriting import inherited
from phongtrao.analytics.general.expressions.summing import summed
from phongtrao.analytics.general.expressions.telling import newest, told
from phongtrao.analytics.general.expressions.tracing import traced
from phongtrao.analytics.general.shapes import Shape


@lru_cache(maxsize=256)
def expression(shape: Shape) -> Table:
    """What answers the questions of a shape.

    One row a question, group and part: ``q, grp, ask``, the areas counted (``n, na, withheld,
    partial``) and what entered (``total, terms, weight, is_marked, not_zero, product``); for a
    traced shape one row a report that entered.
    """
    rows = newest(shape)
    figures = told(rows, shape)
    if shape.inherits or shape.is_traced:
        said = inherited(figures)
        return traced(said, rows, shape) if shape.is_traced else summed(said, shape)
    said = filled(figures) if shape.is_tiled else said_exactly(figures)
    return summed(said, shape)
