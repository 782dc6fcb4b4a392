"""The roll-up of a round: its figures, the reports behind each, and what is told from below."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.reporting import exports, queries
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.views.rounds import actor_of


@requires("rollup.read")
@require_GET
def rollup_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures of a round with n of N beside each, and the statements from below."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    context = {
        "round": round_,
        "period": exports.period_name(round_),
        "table": queries.roll_up(actor, round_),
        "told": queries.statements_by_topic(actor, round_),
        "kinds": exports.KINDS,
    }
    return page(request, "reporting/rollup_detail.html", context)


@requires("rollup.read")
@require_GET
def rollup_excel(request: HttpRequest, pk: int) -> FileResponse:
    """The figures of a round as a workbook."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    return exports.roll_up_workbook(round_, queries.roll_up(actor, round_))


@requires("rollup.read")
@require_GET
def rollup_sources(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The reports behind one figure, those that are missing too."""
    actor = actor_of(request)
    round_ = queries.round_for(actor, pk)
    indicator = Indicator.objects.filter(code=code).first()
    if indicator is None:
        raise NotFound
    sources = queries.sources_of(actor, round_, code)
    context = {
        "round": round_,
        "period": exports.period_name(round_),
        "indicator": indicator,
        "line": next(iter(queries.roll_up(actor, round_, [code]).lines)),
        "sources": sources,
        "parts_of": [part for part, _cell in sources[0].cells] if sources else [],
        "states": exports.TONES,
    }
    return page(request, "reporting/rollup_sources.html", context)
