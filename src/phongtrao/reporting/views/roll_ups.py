"""The roll-up of a round: its figures, the reports behind each, and what is told from below."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.reporting import exports, queries


@requires("rollup.read")
@require_safe
def rollup_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures of a round with n of N beside each, and the statements from below."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    ground = queries.ground_of(actor, round_)
    table = queries.roll_up(actor, round_, ground=ground)
    context = {
        "round": round_,
        "period": exports.period_name(round_),
        "table": table,
        "told": queries.statements_by_topic(actor, round_, versions=table.versions),
        "kinds": exports.KINDS,
    }
    return page(request, "reporting/rollup_detail.html", context)


@requires("rollup.read")
@require_safe
def rollup_excel(request: HttpRequest, pk: int) -> FileResponse:
    """The figures of a round as a workbook."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    return exports.roll_up_workbook(round_, queries.roll_up(actor, round_))


@requires("rollup.read")
@require_safe
def rollup_sources(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The reports behind one figure, those that are missing too."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    ground = queries.ground_of(actor, round_)
    if code not in ground.indicators:
        raise NotFound
    table = queries.roll_up(actor, round_, [code], ground=ground)
    sources = queries.sources_of(actor, round_, code, ground=ground, versions=table.versions)
    context = {
        "round": round_,
        "period": exports.period_name(round_),
        "indicator": ground.indicators[code],
        "line": table.lines[0],
        "sources": sources,
        "states": exports.TONES,
    }
    return page(request, "reporting/rollup_sources.html", context)
