"""What areas say where others closed within the period: their own figures, else inherited ones."""

from dataclasses import dataclass

import ibis
from ibis.expr.types import Table

from phongtrao.analytics.general.expressions.columns import (
    NONE,
    WITHHELD,
    Steps,
    flag,
    is_given,
    joined_state,
    table,
)
from phongtrao.analytics.general.expressions.filling import entering, tiled

_SPOT = ("ask", "area", "first", "months")
_SOURCE = ("ask", "source", "target")


@dataclass(frozen=True)
class Said:
    """`answers`: ``ask, q, g, area, state, is_partial``; `terms`: the figures they are made of,
    ``ask, q, g, area, source, first, months, value, weight, marked``."""

    answers: Table
    terms: Table


def inherited(figures: Table, steps: Steps) -> Said:
    """What each expected area says for the periods asked, with its own and its sources' figures."""
    tasks = steps.keep("tasks", _tasks(figures))
    sources = _sources(figures, tasks, steps)
    asked = table("asked").select("ask", "target", "is_stock")
    own = figures.filter(figures.state != NONE)
    own = own.select(*_SPOT, "q", "g", "state", is_partial=_zero(), is_own=_one())
    spots = own.union(_joined(tasks, sources)).inner_join(asked, "ask")
    spots = steps.keep("spots", spots.semi_join(table("members"), ["g", "area"]))
    by = ("ask", "area", "target")
    chosen = entering(tiled(spots.filter(spots.state != NONE), by))
    columns = ("ask", "q", "g", "area", "target", "first", "months", "state", "is_own", "answer")
    chosen = steps.keep("chosen", chosen.select(*columns))
    won = chosen.group_by(*by).agg(answer=chosen.answer.max())
    some = flag(is_given(spots) | (spots.is_partial == 1)).max()
    known = spots.group_by(*by, "q", "g").agg(some=some).left_join(won, list(by))
    answers = known.select(
        "ask", "q", "g", "area",
        state=known.answer.fill_null(NONE),
        is_partial=known.answer.isnull().ifelse(known.some, 0),
    )  # fmt: skip
    terms = _terms(chosen.filter(is_given(chosen)), figures, tasks, sources)
    return Said(steps.keep("answers", answers), steps.keep("terms_", terms))


def _zero() -> ibis.Value:
    return ibis.literal(0, "int8")


def _one() -> ibis.Value:
    return ibis.literal(1, "int8")


def _tasks(figures: Table) -> Table:
    """Where an heir is silent: whom to ask instead, and for which period (``target``).

    An heir is asked for the period itself and for every period that it or a source has a row of.
    """
    heirs = table("heirs")
    places = heirs.select("g", "area").distinct()
    own = figures.semi_join(places, ["g", "area"]).select(*_SPOT, "q", "g")
    theirs = figures.inner_join(
        heirs.select("g", "source", heir="area"),
        [figures.g == heirs.g, figures.area == heirs.source],
    )
    theirs = theirs.select("ask", "first", "months", "q", "g", area="heir").select(*_SPOT, "q", "g")
    asked = table("asked").select("ask", "q", "g", "first", "months")
    exact = asked.inner_join(places, "g").select(*_SPOT, "q", "g")
    spots = own.union(theirs).union(exact).distinct()
    silent = spots.anti_join(figures.filter(figures.state != NONE), list(_SPOT))
    found = silent.inner_join(table("targets"), ["first", "months"])
    return found.inner_join(heirs, ["g", "area"]).select(
        *_SPOT, "q", "g", "target", "source", "sources", "weight", "marked"
    )


@dataclass(frozen=True)
class _Sources:
    answers: Table  # ask, source, target, state, is_partial
    chosen: Table  # ask, source, target, first, months, value


def _sources(figures: Table, tasks: Table, steps: Steps) -> _Sources:
    """What the sources say by themselves for the periods they are asked for."""
    wanted = tasks.select("ask", "source", "target", upper=tasks["first"] + tasks.months,
                          lower="first").distinct()  # fmt: skip
    said = figures.filter(figures.state != NONE).select(
        "ask", "first", "months", "state", "value", source="area"
    )
    said = said.inner_join(wanted, ["ask", "source"])
    inside = (said["first"] >= said.lower) & (said["first"] + said.months <= said.upper)
    stocks = table("asked").select("ask", "is_stock")
    said = said.filter(inside).inner_join(stocks, "ask")
    said = said.select(*_SOURCE, "first", "months", "state", "value", "is_stock")
    said = steps.keep("told_by_sources", said)
    chosen = entering(tiled(said, _SOURCE), _SOURCE)
    chosen = steps.keep("chosen_of_sources", chosen.select(*_SOURCE, "first", "months", "state",
                                                           "value", "answer"))  # fmt: skip
    won = chosen.group_by(*_SOURCE).agg(answer=chosen.answer.max())
    known = said.group_by(*_SOURCE).agg(some=flag(is_given(said)).max())
    both = known.left_join(won, list(_SOURCE))
    answers = both.select(
        *_SOURCE,
        state=both.answer.fill_null(NONE),
        is_partial=both.answer.isnull().ifelse(both.some, 0),
    )
    terms = chosen.filter(is_given(chosen))
    return _Sources(answers, terms.select(*_SOURCE, "first", "months", "value"))


def _joined(tasks: Table, sources: _Sources) -> Table:
    """The answers of all sources as one: each must be known; those that do not apply stay out."""
    said = tasks.left_join(sources.answers, list(_SOURCE))
    state = said.state.fill_null(NONE)
    given = is_given(said) & said.state.notnull()
    joined = said.group_by(*_SPOT, "q", "g").agg(
        silent=flag(state == NONE).max(),
        withheld=flag(state == WITHHELD).max(),
        given=flag(given).sum(),
        some=flag(given | (said.is_partial.fill_null(0) == 1)).max(),
    )
    whole = joined_state(joined.given, joined.withheld)
    return joined.select(
        *_SPOT, "q", "g",
        state=(joined.silent == 1).ifelse(ibis.literal(NONE, "int8"), whole),
        is_partial=(joined.silent == 1).ifelse(joined.some, 0).cast("int8"),
        is_own=_zero(),
    )  # fmt: skip


def _terms(chosen: Table, figures: Table, tasks: Table, sources: _Sources) -> Table:
    """The figures that the chosen answers are made of, with the shares in which they enter."""
    scale = table("asked").select("ask", "own_weight")
    own = chosen.filter(chosen.is_own == 1).select(*_SPOT)
    own = own.inner_join(figures, list(_SPOT)).inner_join(scale, "ask")
    own = own.select("ask", "q", "g", "area", "first", "months", "value", source="area",
                     weight="own_weight", marked=_zero())  # fmt: skip
    theirs = chosen.filter(chosen.is_own == 0).select(*_SPOT).inner_join(tasks, list(_SPOT))
    theirs = theirs.select("ask", "q", "g", "area", "source", "target", "weight", "marked")
    theirs = theirs.inner_join(sources.chosen, list(_SOURCE))
    order = ("ask", "q", "g", "area", "source", "first", "months", "value", "weight", "marked")
    return own.select(*order).union(theirs.select(*order))
