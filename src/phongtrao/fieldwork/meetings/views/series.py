"""A series of meetings: the sittings in order, the conclusions over all of them, a search."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from phongtrao.core import clock, lists
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.meetings import exports, queries
from phongtrao.fieldwork.meetings.forms.conclusions import SeriesFilter
from phongtrao.fieldwork.register.views import as_workbook
from phongtrao.org.middleware import ActingRequest

_PLACES = {
    "conclusion": _("Kết luận"),
    "statement": _("Ý kiến phát biểu"),
    "minutes": _("Biên bản"),
}


@requires("movement.read")
@require_safe
def series_detail(request: ActingRequest) -> HttpResponse:
    """The minutes and conclusions of a series of one body, searched by words."""
    meetings = _meetings(request)
    words = request.GET.get("tim", "")[:200]
    filters = _filters(request)
    context = {
        "series": meetings[0].series,
        "body": meetings[0].body,
        "sittings": [
            (each, exports.state_shown(each.meeting), exports.state_tone(each.meeting))
            for each in queries.sittings(request.actor, meetings, clock.today())
        ],
        "words": words,
        "hits": [(each, _PLACES[each.kind]) for each in queries.search_series(meetings, words)],
        "list_page": lists.list_page(request, exports.CONCLUSIONS, filters.qs, filters=filters),
    }
    return page(request, "meetings/series.html", context)


@requires("movement.read")
@require_safe
def series_excel(request: ActingRequest) -> HttpResponse:
    """The conclusions of a series as a workbook."""
    _meetings(request)
    return as_workbook(request, exports.CONCLUSIONS, _filters(request))


def _meetings(request: ActingRequest) -> list[Any]:
    """The visible meetings that the address names; raises NotFound."""
    body = request.GET.get("chu_tri", "")
    if not (body.isascii() and body.isdecimal() and len(body) < 12):
        raise NotFound
    return queries.meetings_of_series(request.actor, int(body), request.GET.get("chuoi", ""))


def _filters(request: ActingRequest) -> SeriesFilter:
    rows = queries.conclusion_rows(request.actor)
    return SeriesFilter(request.GET, queryset=rows, request=request)
