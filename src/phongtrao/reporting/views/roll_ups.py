"""The roll-up of a round: its figures, the reports behind each, and what is told from below."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.core.lists import PAGE_SIZE
from phongtrao.org.forms import AreaSetChoice
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.planning.exports import bound_in_words
from phongtrao.reporting import exports, queries
from phongtrao.reporting.models import Round
from phongtrao.reporting.rules.roll_up import parts_of
from phongtrao.reporting.views.adjustments import line_facts

Targets = Mapping[str, Sequence[queries.LineTarget]]


@requires("rollup.read")
@require_safe
def rollup_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures of a round with n of N beside each, and the statements from below."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    choice = _set_asked(request, round_)
    ground = queries.ground_of(actor, round_, within=choice.members())
    table = queries.roll_up(actor, round_, ground=ground)
    context = {
        "round": round_,
        "choice": choice,
        "areas": len(ground.areas),
        "period": exports.period_name(round_),
        "table": table,
        "targets": _targets(actor, round_, table, choice),
        "bound_in_words": bound_in_words,
        "period_words": exports.period_words,
        "reach_words": exports.reach_words,
        "told": queries.statements_by_topic(actor, round_, versions=table.versions),
        "doubles": queries.probable_doubles(table.versions, ground.indicators),
        "kinds": exports.KINDS,
    }
    return page(request, "reporting/rollup_detail.html", context)


@requires("rollup.read")
@require_safe
def rollup_excel(request: HttpRequest, pk: int) -> FileResponse:
    """The figures of a round as a workbook."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    choice = _set_asked(request, round_)
    ground = queries.ground_of(actor, round_, within=choice.members())
    table = queries.roll_up(actor, round_, ground=ground)
    targets = _targets(actor, round_, table, choice)
    return exports.roll_up_workbook(round_, table, targets, area_set=choice.chosen)


@requires("rollup.read")
@require_safe
def rollup_sources(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The reports behind one figure, those that are missing too."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    choice = _set_asked(request, round_)
    ground = queries.ground_of(actor, round_, within=choice.members())
    if code not in ground.indicators:
        raise NotFound
    table = queries.roll_up(actor, round_, [code], ground=ground)
    sources = queries.sources_of(actor, round_, code, ground=ground, versions=table.versions)
    context = {
        "round": round_,
        "period": exports.period_name(round_),
        "choice": choice,
        "indicator": ground.indicators[code],
        "line": table.lines[0],
        "lines": _lines_behind(actor, table, code, ground),
        "list": _pages(request, sources, choice.query),
        "states": exports.TONES,
    }
    return page(request, "reporting/rollup_sources.html", context)


@requires("rollup.read")
@require_safe
def rollup_peers(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures of one area (`?dia-ban=`) beside those of the others of its sets."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    offered = queries.areas_with_peers(actor, round_)
    asked = request.GET.get("dia-ban", "")
    context: dict[str, Any] = {
        "round": round_,
        "period": exports.period_name(round_),
        "offered": offered,
        "table": None,
    }
    if asked:
        area_id = int(asked) if asked.isdecimal() and len(asked) < 10 else 0
        context["table"] = queries.peer_table(actor, round_, area_id)
    return page(request, "reporting/rollup_peers.html", context)


def _lines_behind(
    actor: Actor, table: queries.RollUpTable, code: str, ground: queries.Ground
) -> list[dict[str, Any]]:
    """The signed lines that enter the figure, or the parts it is computed from."""
    if not table.lines[0].current.adjusted:
        return []
    parts = parts_of(ground.rules[code])
    rows = queries.adjustments_entering(actor, table.versions, parts, ground.level)
    return line_facts(actor, rows)


def _pages(request: HttpRequest, sources: Sequence[queries.Source], query: str) -> dict[str, Any]:
    """The reports behind a figure in pages: a national one has thousands."""
    found = Paginator(sources, PAGE_SIZE).get_page(request.GET.get("trang"))
    return {"page": found, "total": len(sources), "query": query}


def _targets(
    actor: Actor, round_: Round, table: queries.RollUpTable, choice: AreaSetChoice
) -> Targets:
    """The targets beside the figures; figures of a set of areas are held against none."""
    return {} if choice.chosen else queries.targets_of_lines(actor, round_, table.lines)


def _set_asked(request: HttpRequest, round_: Round) -> AreaSetChoice:
    """The set of areas that is asked for, as it stood on the last day of the round."""
    return AreaSetChoice(request.GET, actor=actor_of(request), day=round_.last_day)
