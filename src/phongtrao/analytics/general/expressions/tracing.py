"""From a figure back to the reports it is made of."""

from ibis.expr.types import Table

from phongtrao.analytics.general.expressions.columns import is_given
from phongtrao.analytics.general.expressions.inheriting import Said
from phongtrao.analytics.general.expressions.summing import entering_terms, verdicts
from phongtrao.analytics.general.shapes import Shape


def traced(said: Said, rows: Table, shape: Shape) -> Table:
    """One row a report that entered: its area and period, its version and the share of it."""
    areas = verdicts(said, shape)
    entered = entering_terms(said, areas)
    parts = entered.select("q", "ask", "grp", "source", "first", "months", "weight")
    given = rows.filter(is_given(rows)).select(
        "ask", "first", "months", "body", "version", "state", "value", source="area"
    )
    return parts.inner_join(given, ["ask", "source", "first", "months"])
