"""What an inspector asks, each with its answer one click away; areas of which something lacks."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from phongtrao.core import lists
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.register.views import as_workbook
from phongtrao.org.middleware import ActingRequest
from phongtrao.oversight import exports
from phongtrao.oversight.forms.gaps import GapFilter
from phongtrao.oversight.queries import gaps, questions


@requires("movement.read")
@require_safe
def question_page(request: ActingRequest) -> HttpResponse:
    """The questions that the reader may ask, with the figures that cost little."""
    found = questions.counts(request.actor)
    groups = [
        (name, [(asked, found.get(asked.counted)) for asked in group])
        for name, group in questions.questions(request.actor)
    ]
    return page(request, "oversight/question_page.html", {"groups": groups})


@requires("movement.read")
@require_safe
def gap_list(request: ActingRequest) -> HttpResponse:
    """The areas of which something is missing."""
    filters = _filters(request)
    rows = lists.list_page(request, exports.GAPS, filters.qs, filters=filters)
    return page(request, "oversight/gap_list.html", {"list_page": rows})


@requires("movement.read")
@require_safe
def gap_excel(request: ActingRequest) -> HttpResponse:
    """The same as a workbook."""
    return as_workbook(request, exports.GAPS, _filters(request))


def _filters(request: ActingRequest) -> GapFilter:
    return GapFilter(request.GET, queryset=gaps.area_rows(request.actor), request=request)
