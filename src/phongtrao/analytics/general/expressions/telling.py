"""The figures that count: the newest of each body, joined where several speak of one area."""

from typing import Any

import ibis
from ibis.expr.types import Table

from phongtrao.analytics.general.expressions.columns import (
    NONE,
    NOT_APPLICABLE,
    REPORT,
    VALUE,
    WITHHELD,
    flag,
    is_given,
    table,
)
from phongtrao.analytics.general.shapes import Shape

_KEYS = ("ask", "area", "first", "months")
_TENS = 10


def newest(shape: Shape) -> Table:
    """The rows of the record that are looked for, one a body: where two forms ask for the same
    figure, one that says something, and of those the one submitted last."""
    cells = table("stored")
    if shape.has_delta:
        cells = cells.anti_join(table("retired"), ["round", "area"]).union(table("fresh"))
    wanted = table("wanted")
    keys = ["indicator", "first", "months", "scheme"]
    rows = cells.inner_join(wanted, [*keys, "body_kind"] if shape.by_body else keys)
    if shape.is_adjusted:
        rows = _adjusted(rows)
    rows = rows.select(
        "ask", "q", "g", "area", "body", "first", "months", "state", "round",
        value=_value(rows, shape),
    )  # fmt: skip
    if shape.is_tiled or shape.inherits or shape.is_traced:
        rows = rows.semi_join(table("places"), ["g", "area"])
    if shape.is_crowded or shape.is_traced:
        rows = rows.inner_join(_reports(shape), REPORT)
    return _latest(rows) if shape.is_crowded else rows


def told(rows: Table, shape: Shape) -> Table:
    """One figure an area, part and period: ``ask, q, g, area, first, months, state, value``."""
    if shape.is_joint:
        return _joint(rows)
    return rows.select("ask", "q", "g", "area", "first", "months", "state", "value")


def _adjusted(rows: Table) -> Table:
    """Signed lines add to figures that were given; a line to anything else adds nothing."""
    lines = rows.left_join(table("lines"), [*REPORT, "indicator"])
    difference = lines["difference"].fill_null(0)  # the name of a method of tables as well
    scaled = is_given(lines).ifelse(lines.scaled + difference, lines.scaled)
    return lines.mutate(scaled=scaled)


def _value(rows: Table, shape: Shape) -> Any:
    """The figure in units of the question's decimals."""
    value = rows.scaled.cast("decimal(38,0)") if shape.is_wide else rows.scaled
    if not shape.is_rescaled:
        return value
    steps = rows.decimals_right - rows.decimals
    factors = [(steps == n, ibis.literal(_TENS**n, "int64")) for n in range(_TENS)]
    factor = ibis.cases(*factors, else_=None)
    return value * (factor.cast("decimal(38,0)") if shape.is_wide else factor)


def _reports(shape: Shape) -> Table:
    reports = table("reports")
    if shape.has_delta:
        reports = reports.anti_join(table("retired"), ["round", "area"]).union(
            table("fresh_reports")
        )
    return reports


def _latest(rows: Table) -> Table:
    order = [flag(rows.state != NONE).desc(), rows.submitted.desc(), rows.version.desc()]
    window = ibis.window(group_by=[*_KEYS, "body"], order_by=order)
    ranked = rows.mutate(place=ibis.row_number().over(window))
    return ranked.filter(ranked.place == 0).drop("place")


def _joint(rows: Table) -> Table:
    given = is_given(rows)
    found = rows.group_by(*_KEYS, "q", "g").agg(
        count=rows.count(),
        alone=rows.state.max(),
        given=flag(given).sum(),
        withheld=flag(rows.state == WITHHELD).max(),
        silent=flag(rows.state == NONE).max(),
        value=given.ifelse(rows.value, 0).sum(),
    )
    state = ibis.cases(
        (found["count"] == 1, found.alone),
        (found.withheld == 1, WITHHELD),
        (found.given > 0, VALUE),
        (found.silent == 1, NONE),
        else_=NOT_APPLICABLE,
    )
    return found.select(*_KEYS, "q", "g", "value", state=state.cast("int8"))
