"""From what areas say to the sums of their groups; nothing is divided here."""

from typing import Any

import ibis
from ibis.expr.types import Table

from phongtrao.analytics.general.expressions.columns import (
    NOT_APPLICABLE,
    WITHHELD,
    flag,
    is_given,
    table,
)
from phongtrao.analytics.general.expressions.inheriting import Said
from phongtrao.analytics.general.expressions.weighing import comparable, products
from phongtrao.analytics.general.shapes import Shape

_GROUP = ("q", "grp")


def summed(said: Table | Said, shape: Shape) -> Table:
    """One row a question, group and part, see `expression`."""
    if isinstance(said, Said):
        areas = verdicts(said, shape)
        entered = entering_terms(said, areas)
    elif shape.has_parts:
        areas = _verdicts(said, shape)
        entered = _entered(said, areas)
    else:
        return _alone(said, shape)
    counted = _counted(areas)
    sums = _sums(entered, shape)
    found = counted.left_join(sums, list(_GROUP))
    found = found.drop("q_right", "grp_right")
    if not shape.is_weighted:
        return found.mutate(product=_zero(shape))
    products_ = products(said, areas, shape)
    return found.left_join(products_, list(_GROUP)).drop("q_right", "grp_right")


def verdicts(said: Said, shape: Shape) -> Table:
    """Whether each area is complete, see `_verdicts`, where shares enter."""
    areas = _verdicts(said.answers, shape)
    if not shape.is_weighted:
        return areas
    fit = areas.left_join(comparable(said.terms), ["q", "area"])
    is_whole = (fit.whole == 1) & (fit.fits.fill_null(0) == 1)
    # A mean and weights of other areas: something is known, but not all of it.
    return fit.select(
        "q", "g", "area", "na", "withheld",
        whole=flag(is_whole),
        some=flag((fit.some == 1) | ((fit.whole == 1) & ~is_whole)),
    )  # fmt: skip


def entering_terms(said: Said, areas: Table) -> Table:
    """Each source figure once in a group with its whole share: ``q, ask, grp, total, marked…``."""
    whole = areas.filter(areas.whole == 1).select("q", "area")
    terms = said.terms.semi_join(whole, ["q", "area"])
    members = table("members").select("g", "area", "grp", share="weight", guess="marked")
    terms = terms.inner_join(members, ["g", "area"])
    parts = terms.group_by("q", "ask", "grp", "source", "first", "months").agg(
        weight=(terms.weight * terms.share).sum(),
        marked=flag((terms.marked == 1) | (terms.guess == 1)).max(),
        value=terms.value.max(),
    )
    scale = table("asked").select("ask", "whole")
    parts = parts.inner_join(scale, "ask")
    return parts.select(
        *_GROUP, "ask", "source", "first", "months", "weight",
        total=parts.weight.cast(parts.value.type()) * parts.value,
        terms=ibis.literal(1, "int8"),
        is_marked=flag((parts.marked == 1) & (parts.weight != parts.whole)),
        not_zero=flag(parts.value != 0),
    )  # fmt: skip


def _verdicts(answers: Table, shape: Shape) -> Table:
    """For each question and area: does it apply, is it whole, withheld, or partly known."""
    asked = table("asked").select("ask", "parts")
    said = answers.inner_join(asked, "ask")
    found = said.group_by("q", "g", "area").agg(
        parts=said.parts.max(),
        given=flag(is_given(said)).sum(),
        na=flag(said.state == NOT_APPLICABLE).max(),
        withheld=flag(said.state == WITHHELD).max(),
        known=flag(is_given(said) | (said.is_partial == 1)).max(),
    )
    whole = found.given == found.parts
    applies = found.na == 0
    is_withheld = applies & (found.withheld == 1)
    return found.select(
        "q", "g", "area", "na",
        whole=flag(whole),
        withheld=flag(is_withheld),
        some=flag(applies & ~whole & (found.withheld == 0) & (found.known == 1)),
    )  # fmt: skip


def _entered(said: Table, areas: Table) -> Table:
    whole = areas.filter(areas.whole == 1).select("q", "area")
    rows = said.semi_join(whole, ["q", "area"]).inner_join(_members(), ["g", "area"])
    return _weighed(rows, rows.total)


def _members() -> Table:
    members = table("members")
    scale = table("asked").select("g", "whole").distinct()
    return members.inner_join(scale, "g").select(
        "g", "area", "grp", "weight",
        marked=flag((members.marked == 1) & (members.weight != scale.whole)),
    )  # fmt: skip


def _weighed(rows: Table, total: Any) -> Table:
    return rows.select(
        *_GROUP, "ask", "weight", "terms", "not_zero",
        total=rows.weight.cast(total.type()) * total,
        is_marked="marked",
    )  # fmt: skip


def _counted(areas: Table) -> Table:
    members = table("members").select("g", "area", "grp")
    rows = areas.inner_join(members, ["g", "area"])
    return rows.group_by(*_GROUP).agg(
        n=rows.whole.sum(), na=rows.na.sum(), withheld=rows.withheld.sum(), partial=rows.some.sum()
    )


def _sums(rows: Table, shape: Shape) -> Table:
    return rows.group_by(*_GROUP, "ask").agg(**_totals(rows))


def _totals(rows: Table) -> dict[str, Any]:
    return {
        "total": rows.total.sum(),
        "terms": rows.terms.sum(),
        "weight": rows.weight.max(),
        "is_marked": rows.is_marked.max(),
        "not_zero": rows.not_zero.max(),
    }


def _alone(said: Table, shape: Shape) -> Table:
    """One part a question and no shares of sources: the areas and sums are counted at once."""
    rows = said.inner_join(_members(), ["g", "area"])
    given = is_given(rows)
    weight = rows.weight.cast(rows.total.type())
    found = rows.group_by(*_GROUP, "ask").agg(
        n=flag(given).sum(),
        na=flag(rows.state == NOT_APPLICABLE).sum(),
        withheld=flag(rows.state == WITHHELD).sum(),
        partial=flag(rows.is_partial == 1).sum(),
        total=given.ifelse(weight * rows.total, 0).sum(),
        terms=given.ifelse(rows.terms, 0).sum(),
        weight=given.ifelse(rows.weight, 0).max(),
        is_marked=flag(given & (rows.marked == 1)).max(),
        not_zero=flag(given & (rows.not_zero == 1)).max(),
    )
    return found.mutate(product=_zero(shape))


def _zero(shape: Shape) -> Any:
    return ibis.literal(0, "int8").cast("decimal(38,0)" if shape.is_wide else "int64")
