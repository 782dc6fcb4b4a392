"""Typed means: each is multiplied by the weight of its own area before it is added."""

from typing import Any

import ibis
from ibis.expr.types import Table

from phongtrao.analytics.general.expressions.columns import flag, table
from phongtrao.analytics.general.expressions.inheriting import Said
from phongtrao.analytics.general.shapes import Shape

_AREA = ("q", "g", "area")


def comparable(terms: Table) -> Table:
    """Which areas' means and weights tell of the same places: ``q, area, fits``.

    True of one typed mean; where an area inherits several, each weight must come from the same
    sources.
    """
    asked = table("asked").select("ask", "typed", "weighs", "weights")
    said = terms.inner_join(asked, "ask").select(
        "ask", "q", "area", "source", "typed", "weighs", "weights"
    ).distinct()  # fmt: skip
    typed = said.filter(said.typed == 1)
    means = typed.group_by("q", "area").agg(means=typed.count())
    weights = said.filter(said.weighs > 0)
    sources = typed.select("q", "area", "source", hit=ibis.literal(1, "int8"))
    matched = weights.left_join(sources, ["q", "area", "source"])
    per_code = matched.group_by("q", "area", "ask", "weights").agg(
        count=matched.count(), hits=matched.hit.fill_null(0).sum()
    )
    both = per_code.inner_join(means, ["q", "area"])
    good = (both["count"] == both.means) & (both.hits == both.means)
    fitting = both.group_by("q", "area", "weights").agg(good=flag(good).sum())
    fitting = fitting.select("q", "area", all_good=flag(fitting.good >= fitting.weights))
    found = means.left_join(fitting, ["q", "area"])
    return found.select(
        "q", "area", fits=flag((found.means == 1) | (found.all_good.fill_null(0) == 1))
    )


def products(said: Table | Said, areas: Table, shape: Shape) -> Table:
    """The sum of means times weights of the areas of each group: ``q, grp, product``."""
    whole = areas.filter(areas.whole == 1).select("q", "area")
    if isinstance(said, Said):
        by_area = _by_source(said.terms.semi_join(whole, ["q", "area"]))
    else:
        by_area = _by_area(said.semi_join(whole, ["q", "area"]))
    members = table("members").select("g", "area", "grp", share="weight")
    rows = by_area.inner_join(members, ["g", "area"])
    share = rows.share.cast(rows.product.type())
    return rows.group_by("q", "grp").agg(product=(rows["product"] * share).sum())


def _by_area(said: Table) -> Table:
    asked = table("asked").select("ask", "typed", "weighs")
    rows = said.inner_join(asked, "ask")
    weighs = rows.weighs.cast(rows.total.type())
    sums = rows.group_by(*_AREA).agg(
        mean=(rows.typed == 1).ifelse(rows.total, 0).sum(), weight=(rows.total * weighs).sum()
    )
    return sums.select(*_AREA, product=_times(sums.mean, sums.weight))


def _by_source(terms: Table) -> Table:
    """An area's own mean times its whole weight, else each source's mean times its own weight."""
    asked = table("asked").select("ask", "typed", "weighs")
    rows = terms.inner_join(asked, "ask")
    typed = rows.filter(rows.typed == 1)
    means = typed.group_by(*_AREA).agg(means=typed.count(), only=typed.value.max())
    weights = rows.filter(rows.weighs > 0)
    scale = (weights.weight * weights.weighs).cast(weights.value.type())
    by_source = weights.group_by(*_AREA, "source").agg(weight=(weights.value * scale).sum())
    named = typed.select("q", "area", "source", mean="value")
    both = by_source.left_join(named, ["q", "area", "source"])
    sums = both.group_by(*_AREA).agg(
        whole=both.weight.sum(), apart=_times(both.mean.fill_null(0), both.weight).sum()
    )
    found = means.inner_join(sums, list(_AREA))
    product = (found.means == 1).ifelse(_times(found.only, found.whole), found.apart)
    return found.select(*_AREA, product=product)


def _times(left: Any, right: Any) -> Any:
    return left.cast("decimal(38,0)") * right.cast("decimal(38,0)")
