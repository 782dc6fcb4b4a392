"""A series of meetings: the sittings in order, the conclusions over all of them, a search."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from phongtrao.core import clock, lists
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.meetings import exports, queries
from phongtrao.fieldwork.meetings.forms.conclusions import ConclusionFilter
from phongtrao.fieldwork.register.views import as_workbook
from phongtrao.org.middleware import ActingRequest

_PLACES = {
    "conclusion": _("Kết luận"),
    "statement": _("Ý kiến phát biểu"),
    "minutes": _("Biên bản"),
}


@requires("movement.read")
@require_safe
def meeting_series(request: ActingRequest, pk: int) -> HttpResponse:
    """The series that a meeting belongs to: its sittings and conclusions, searched by words."""
    meetings = queries.meetings_of_series(request.actor, pk)
    words = request.GET.get("tim", "")[:200]
    filters = _filters(request, meetings)
    context = {
        "pk": pk,
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
def meeting_workbook(request: ActingRequest, pk: int) -> HttpResponse:
    """The conclusions of a series as a workbook."""
    meetings = queries.meetings_of_series(request.actor, pk)
    return as_workbook(request, exports.CONCLUSIONS, _filters(request, meetings))


def _filters(request: ActingRequest, meetings: Sequence[Any]) -> ConclusionFilter:
    rows = queries.conclusion_rows(request.actor).filter(entry__in=meetings)
    return ConclusionFilter(request.GET, queryset=rows, request=request)
