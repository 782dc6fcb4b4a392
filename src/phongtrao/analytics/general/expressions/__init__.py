"""The roll-up as ibis expressions over unbound tables: the same objects for every backend.

The steps follow the specification: the figures that count (`telling`), how periods fill the one
asked (`filling`), what came from areas that closed (`inheriting`), and the sums (`summing`).
Importing this package imports ibis: import it late.
"""

from functools import lru_cache

from ibis.expr.types import Table

from phongtrao.analytics.general.expressions.columns import Steps
from phongtrao.analytics.general.expressions.filling import filled, said_exactly
from phongtrao.analytics.general.expressions.inheriting import inherited
from phongtrao.analytics.general.expressions.summing import summed
from phongtrao.analytics.general.expressions.telling import newest, told
from phongtrao.analytics.general.expressions.tracing import traced
from phongtrao.analytics.general.shapes import Shape


@lru_cache(maxsize=256)
def expressions(shape: Shape) -> tuple[tuple[str, Table], ...]:
    """What answers the questions of a shape: kept steps by their names, and last the answer.

    The answer has one row a question, group and part: ``q, grp, ask``, the areas counted (``n, na,
    withheld, partial``) and what entered (``total, terms, weight, is_marked, not_zero,
    product``); for a traced shape one row a report that entered.
    """
    steps = Steps()
    answer = _answer(shape, steps)
    return (*steps.kept, ("answer", answer))


def _answer(shape: Shape, steps: Steps) -> Table:
    rows = newest(shape)
    if shape.is_traced:
        rows = steps.keep("newest_rows", rows)
    figures = told(rows, shape)
    if not (shape.inherits or shape.is_traced or shape.is_tiled):
        return summed(said_exactly(figures), shape)
    figures = steps.keep("figures", figures)
    if shape.inherits or shape.is_traced:
        said = inherited(figures, steps)
        return traced(said, rows, shape) if shape.is_traced else summed(said, shape)
    return summed(steps.keep("said", filled(figures)), shape)
