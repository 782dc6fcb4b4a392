"""*Đầy đủ, đúng hạn* and *Tải báo cáo của cấp xã*."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from phongtrao.analytics import exports
from phongtrao.analytics.forms import LoadFilter, LoadForm, TimelinessForm, area_below
from phongtrao.analytics.queries.pages_load import load_lines, load_rows, rounds_within
from phongtrao.analytics.queries.pages_scope import Offered
from phongtrao.analytics.queries.pages_timeliness import HeatMap, heat_map
from phongtrao.core import clock, lists
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of


@requires("report.read")
@require_safe
def timeliness(request: HttpRequest) -> HttpResponse:
    """How complete and timely the rounds of a window are, area by area."""
    form = _timeliness_form(request)
    context: dict[str, Any] = {"form": form, "query": request.GET.urlencode(), "map": None}
    if form.is_valid():
        found = _map(form)
        context |= {
            "map": found,
            "row_name": exports.row_name,
            "tones": exports.HEAT_TONES,
            "standing_words": exports.standing_words,
            "rate_words": exports.rate_words,
            "period_words": exports.period_words,
            "lines": exports.timeliness_lines(form),
        }
    return page(request, "analytics/timeliness.html", context)


@requires("report.read")
@require_safe
def timeliness_excel(request: HttpRequest) -> HttpResponseBase:
    """The same counts as a workbook."""
    form = _timeliness_form(request)
    if not form.is_valid():
        context = {"form": form, "query": request.GET.urlencode(), "map": None}
        return page(request, "analytics/timeliness.html", context, status=400)
    found = _map(form)
    return exports.heat_file(found, exports.timeliness_lines(form))


@requires("report.read")
@require_safe
def load_list(request: HttpRequest) -> HttpResponse:
    """What each commune is asked to report in a window, by whom, and what twice."""
    form = LoadForm(request.GET)
    context: dict[str, Any] = {"form": form, "list_page": None}
    if form.is_valid():
        actor = actor_of(request)
        rounds = rounds_within(actor, form.months)
        filters = LoadFilter(request.GET, load_rows(actor, rounds), request=request)
        spec = exports.load_spec(actor, rounds, form.months)
        context |= {
            "list_page": lists.list_page(request, spec, filters.qs, filters=filters),
            "rounds": rounds,
        }
    return page(request, "analytics/load_list.html", context)


@requires("report.read")
@require_safe
def load_excel(request: HttpRequest) -> HttpResponseBase:
    """The load of every commune as a workbook."""
    form = LoadForm(request.GET)
    if not form.is_valid():
        context = {"form": form, "list_page": None}
        return page(request, "analytics/load_list.html", context, status=400)
    actor = actor_of(request)
    rounds = rounds_within(actor, form.months)
    filters = LoadFilter(request.GET, load_rows(actor, rounds), request=request)
    spec = exports.load_spec(actor, rounds, form.months)
    return lists.excel(request, spec, filters.qs, heading=[exports.months_line(form.months)])


@requires("report.read")
@require_safe
def load_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What one commune is asked, form by form, and each figure that two forms ask for."""
    actor, form = actor_of(request), LoadForm(request.GET)
    context: dict[str, Any] = {
        "area": area_below(actor, pk),
        "form": form,
        "query": request.GET.urlencode(),
        "period_words": exports.period_words,
    }
    if form.is_valid():
        lines, doubled = load_lines(actor, pk, rounds_within(actor, form.months))
        context |= {"lines": lines, "doubled": doubled, "months": exports.months_line(form.months)}
    return page(request, "analytics/load_detail.html", context)


def _timeliness_form(request: HttpRequest) -> TimelinessForm:
    return TimelinessForm(request.GET, offered=Offered(actor_of(request)))


def _map(form: TimelinessForm) -> HeatMap:
    return heat_map(
        form.offered, form.rounds, form.areas(), by_superior=form.by_superior, now=clock.now()
    )
