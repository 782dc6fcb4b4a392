"""The same queries, filters, rows and frame as our own view; only the rendering differs."""

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.utils import translation
from django.views.decorators.http import require_safe

from phongtrao.core import clock, lists, navigation
from phongtrao.core.http import requires
from phongtrao.core.ui import in_words
from phongtrao.reporting import exports, queries
from phongtrao.reporting.forms.filters import ReportFilter


@requires("report.read")
@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """Every report one sees, over all rounds."""
    filters = ReportFilter(request.GET, queries.listed_reports(request.actor))
    found = lists.list_page(request, exports.REPORT_LIST, filters.qs, filters=filters)
    context = {
        "list": found,
        "form": filters.form,
        "used": in_words(filters.form),
        "rows": [[_cell(column, row) for column in found.columns] for row in found.page],
        "heads": [_head(column, found.sort) for column in found.columns],
        "pages": list(
            found.page.paginator.get_elided_page_range(found.page.number, on_each_side=1, on_ends=1)
        ),
        "ellipsis": found.page.paginator.ELLIPSIS,
        "frame": navigation.frame_of(request),
        "language": translation.get_language(),
        "is_demo": settings.DEMO,
        "today": clock.today(),
        "messages": get_messages(request),
        "request": request,
        "path": request.get_full_path(),
    }
    return HttpResponse(engines["rival"].get_template("rival/list.html").render(context, request))


def _head(column: lists.Column, sort: str) -> dict[str, Any]:
    rising, falling = sort == column.key, sort == f"-{column.key}"
    return {
        "title": column.title,
        "numeric": column.numeric,
        "sort": f"{'-' if rising else ''}{column.key}" if column.sort else "",
        "aria": "ascending" if rising else "descending" if falling else "",
        "icon": "chevron-up" if rising else "chevron-down" if falling else "",
    }


def _cell(column: lists.Column, row: Any) -> dict[str, Any]:
    return {
        "title": column.title,
        "numeric": column.numeric,
        "value": column.value(row),
        "tone": column.chip(row) if column.chip else "",
        "link": column.link(row) if column.link else "",
    }
