"""How known periods fill the one asked: exactly it, else its parts, the longest first."""

from collections.abc import Sequence

import ibis
from ibis.expr.types import Table

from phongtrao.analytics.general.expressions.columns import (
    NONE,
    WITHHELD,
    flag,
    is_given,
    joined_state,
    table,
)

_BY = ("ask", "area", "target")


def said_exactly(figures: Table) -> Table:
    """What each area says where no other period can enter."""
    said = figures.filter(figures.state != NONE)
    given = is_given(said)
    return said.select(
        "ask", "q", "g", "area", "state",
        total=given.ifelse(said.value, 0),
        terms=flag(given),
        not_zero=flag(given & (said.value != 0)),
        is_partial=ibis.literal(0, "int8"),
    )  # fmt: skip


def filled(figures: Table) -> Table:
    """What each area says for the periods asked: the sum of the parts, or the last of a stock."""
    asked = table("asked").select("ask", "target", "is_stock")
    said = figures.filter(figures.state != NONE).inner_join(asked, "ask")
    said = said.select("ask", "q", "g", "area", "target", "first", "months", "state", "value",
                       "is_stock")  # fmt: skip
    chosen = entering(tiled(said, _BY))
    given = is_given(chosen)
    answers = chosen.group_by(*_BY).agg(
        answer=chosen.answer.max(),
        total=given.ifelse(chosen.value, 0).sum(),
        terms=flag(given).sum(),
        not_zero=flag(given & (chosen.value != 0)).max(),
    )
    known = said.group_by(*_BY, "q", "g").agg(some=flag(is_given(said)).max())
    both = known.left_join(answers, list(_BY))
    return both.select(
        "ask", "q", "g", "area",
        state=both.answer.fill_null(NONE),
        total=both.total.fill_null(0),
        terms=both.terms.fill_null(0),
        not_zero=both.not_zero.fill_null(0),
        is_partial=both.answer.isnull().ifelse(both.some, 0),
    )  # fmt: skip


def tiled(said: Table, by: Sequence[str]) -> Table:
    """The answers that fill each target, where some way of filling is answered in full.

    `said` holds answers that are not silent, with ``target, first, months``; `by` ends with
    ``target``. Whoever has no way is absent.
    """
    laid = said.inner_join(table("tilings"), ["target", "first", "months"])
    way = [*by, "variant", "segments", "segment", "tiling", "size"]
    full = laid.group_by(*way).agg(found=laid.count())
    full = full.filter(full.found == full.size)
    best = full.group_by(*by, "variant", "segments", "segment").agg(tiling=full.tiling.min())
    whole = best.group_by(*by, "variant", "segments").agg(found=best.count())
    whole = whole.filter(whole.found == whole.segments)
    won = whole.group_by(*by).agg(variant=whole.variant.min())
    best = best.inner_join(won, [*by, "variant"]).select(*by, "variant", "segment", "tiling")
    return laid.semi_join(best, [*by, "variant", "segment", "tiling"])


def entering(chosen: Table, by: Sequence[str] = _BY) -> Table:
    """The chosen answers with the state of the whole (``answer``); of a stock only the last given.

    Those that give nothing stay, so that the whole is still known.
    """
    given = is_given(chosen)
    window = ibis.window(group_by=list(by))
    marked = chosen.mutate(
        given=flag(given).sum().over(window),
        withheld=flag(chosen.state == WITHHELD).max().over(window),
        last=given.ifelse(chosen.first, None).max().over(window),
    )
    kept = marked.filter(
        (marked.is_stock == 0) | ~is_given(marked) | (marked.first == marked["last"])
    )
    return kept.mutate(answer=joined_state(kept.given, kept.withheld))
