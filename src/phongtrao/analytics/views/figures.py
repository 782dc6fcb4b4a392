"""*Tra cứu, thống kê*: the table of figures, its files, and what stands behind each figure."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from phongtrao.analytics import exports
from phongtrao.analytics.forms import FigureForm, TableForm
from phongtrao.analytics.queries.pages_grid import MOST_COLUMNS, PAGE_ROWS, SWAPPED, grid_of
from phongtrao.analytics.queries.pages_pivot import Asked, compare, figures_of
from phongtrao.analytics.queries.pages_scope import Offered, place_and_below
from phongtrao.analytics.queries.pages_sources import (
    OneFigure,
    behind,
    counted,
    reports_behind,
    said_by,
)
from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.core.periods import parse_period, parse_scheme, window
from phongtrao.org.middleware import actor_of

REPORTS_A_PAGE = 50


@requires("rollup.read")
@require_safe
def figure_table(request: HttpRequest) -> HttpResponse:
    """The table that is asked for; the question stands in the address and can be kept as a link."""
    form = _form(request)
    context: dict[str, Any] = {"form": form, "query": request.GET.urlencode(), "shown": None}
    if form.is_valid():
        context |= _table(request, form)
    return page(request, "analytics/figure_table.html", context)


@requires("rollup.read")
@require_safe
def figure_table_excel(request: HttpRequest) -> HttpResponseBase:
    """The same table, every row of it, as a workbook with figures that can be calculated with."""
    return _file(request, "xlsx")


@requires("rollup.read")
@require_safe
def figure_table_csv(request: HttpRequest) -> HttpResponseBase:
    """The same table as a text file."""
    return _file(request, "csv")


@requires("rollup.read")
@require_safe
def figure_sources(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Behind one figure: the areas below it, and the reports that say it."""
    offered = Offered(actor_of(request))
    one = _one_figure(request, offered, pk, code)
    rows = reports_behind(offered, one)
    counts = counted(rows)
    paginator = Paginator(rows, REPORTS_A_PAGE)
    paginator.count = counts.asked  # counted already
    reports = paginator.get_page(request.GET.get("trang"))
    context = {
        "one": one,
        "behind": behind(one),
        "counts": counts,
        "page": reports,
        "lines": said_by(offered, one.indicator, list(reports)),
        "heading": exports.figure_heading(one),
        "period_name": exports.period_name,
        "tones": exports.TONES,
        "links": exports.FigureLinks(one.asked),
        "query": request.GET.urlencode(),
    }
    return page(request, "analytics/figure_sources.html", context)


def _form(request: HttpRequest) -> TableForm:
    return TableForm(request.GET, offered=Offered(actor_of(request)))


def _table(request: HttpRequest, form: TableForm) -> dict[str, Any]:
    asked = form.asked()
    shown = _grid(request, form, asked) if form.layout else _comparison(request, asked)
    return shown | {
        "asked": asked,
        "scope": exports.scope_lines(asked, form),
        "links": exports.FigureLinks(asked),
        "period_words": exports.period_words,
    }


def _grid(request: HttpRequest, form: TableForm, asked: Asked) -> dict[str, Any]:
    grid = grid_of(asked, figures_of(asked), form.layout, sort=form.sort)
    rows = _paged(request, len(grid.all_rows))
    return {
        "shown": "grid",
        "grid": grid,
        "labels": [", ".join(exports.place_words(c, grid.column_axes)) for c in grid.columns],
        "rows": list(grid.rows(max(rows.start_index() - 1, 0), rows.end_index())),
        "page": rows,
        "sort": form.sort,
        "swapped": SWAPPED[form.layout],
        "most_columns": MOST_COLUMNS,
    }


def _comparison(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    comparison = compare(exports.last_period(asked))
    lines = [*comparison.whole, *comparison.lines]
    rows = _paged(request, len(lines))
    return {
        "shown": "comparison",
        "comparison": comparison,
        "lines": lines[max(rows.start_index() - 1, 0) : rows.end_index()],
        "page": rows,
        "reach_words": exports.target_reach_words,
        "bound_in_words": exports.bound_in_words,
        "change_words": exports.change_words,
    }


def _paged(request: HttpRequest, rows: int) -> Any:
    return Paginator(range(rows), PAGE_ROWS).get_page(request.GET.get("trang"))


def _file(request: HttpRequest, kind: str) -> HttpResponseBase:
    form = _form(request)
    if not form.is_valid():
        return page(
            request, "analytics/figure_table.html",
            {"form": form, "query": request.GET.urlencode(), "shown": None}, status=400,
        )  # fmt: skip
    asked = form.asked()
    heading = exports.scope_lines(asked, form)
    if form.layout:
        grid = grid_of(asked, figures_of(asked), form.layout, sort=form.sort)
        return exports.grid_file(grid, heading, kind=kind)
    return exports.comparison_file(compare(exports.last_period(asked)), heading, kind=kind)


def _one_figure(request: HttpRequest, offered: Offered, area_id: int, code: str) -> OneFigure:
    """The figure that the address names; ``NotFound`` where it names none that one may see."""
    form = FigureForm(request.GET)
    if not form.is_valid():
        raise NotFound
    data = form.cleaned_data
    scheme = parse_scheme(data["che_do"] or offered.usual_scheme)
    period = parse_period(data["ky"]) if data["ky"] else offered.usual_period(scheme.code)
    day = data["ngay"] or min(window(period, scheme, "commune")[1], clock.today())
    kind = data["nganh"] or None
    if kind and kind not in offered.kinds:
        raise NotFound
    area, below = place_and_below(offered.actor, area_id, day)
    return OneFigure(
        actor=offered.actor,
        indicator=offered.indicator(code),
        period=period,
        scheme=scheme,
        area=area,
        below=below,
        as_of=day,
        kind=kind,
    )
