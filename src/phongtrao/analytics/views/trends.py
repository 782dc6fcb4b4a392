"""*Xu hướng*: one area over time as a picture and, beside it, its table."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from phongtrao.analytics import exports
from phongtrao.analytics.forms import TrendForm
from phongtrao.analytics.queries.pages_scope import Offered
from phongtrao.analytics.queries.pages_trend import trend
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of


@requires("rollup.read")
@require_safe
def trend_page(request: HttpRequest) -> HttpResponse:
    """The lines that are asked for; without script the table alone says the same."""
    form = _form(request)
    context: dict[str, Any] = {"form": form, "query": request.GET.urlencode(), "trend": None}
    if form.is_valid() and form.tops and form.indicators:
        asked = form.asked()
        found = trend(asked, by_time=form.by_time)
        context |= {
            "trend": found,
            "asked": asked,
            "by_time": form.by_time,
            "chart": exports.chart_of(found),
            "rows": exports.trend_rows(found, exports.FigureLinks(asked), by_time=form.by_time),
            "line_names": exports.line_names(found),
            "mark_words": exports.mark_words,
        }
    return page(request, "analytics/trend.html", context)


@requires("rollup.read")
@require_safe
def trend_excel(request: HttpRequest) -> HttpResponseBase:
    """The same table as a workbook."""
    form = _form(request)
    if not (form.is_valid() and form.tops and form.indicators):
        context = {"form": form, "query": request.GET.urlencode(), "trend": None}
        return page(request, "analytics/trend.html", context, status=400)
    asked = form.asked()
    heading = exports.scope_lines(asked, form)
    return exports.trend_file(trend(asked, by_time=form.by_time), heading)


def _form(request: HttpRequest) -> TrendForm:
    return TrendForm(request.GET, offered=Offered(actor_of(request)))
