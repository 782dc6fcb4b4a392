"""Funds: the register, one line, the sheet, the public table of a year."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.funds import actions, exports, forms, queries
from phongtrao.fieldwork.funds.rules import content_name, contents, public_table
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import empty_sheet, prepare_areas
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed, row_defaults
from phongtrao.fieldwork.register.views import (
    SheetPlan,
    as_workbook,
    changed,
    listed,
    read_table,
    require_keeper,
    sheet_page,
    struck,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor

_PAGE = "funds:line-detail"
_LEVELS = {
    "country": _l("Trung ương"),
    "province": _l("Cấp tỉnh"),
    "district": _l("Cấp huyện (trước 01/7/2025)"),
    "commune": _l("Cấp xã"),
    "residential_area": _l("Khu dân cư"),
}


@requires("movement.read")
@require_safe
def line_list(request: ActingRequest) -> HttpResponse:
    """The register as far as the reader sees it."""
    return listed(request, "funds/line_list.html", exports.FUND_LINES, _filters(request))


@requires("movement.read")
@require_safe
def line_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.FUND_LINES, _filters(request))


@requires("movement.read")
@require_safe
def line_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One line."""
    return _shown(request, queries.line_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def line_record(request: ActingRequest) -> HttpResponse:
    """Enter an amount."""
    actor = request.actor
    begin = {"on": actor.day, "year": actor.day.year}
    form = forms.FundForm(request.POST or None, actor=actor, initial=begin)
    made = attempt(form, lambda: actions.record_line(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi dòng kinh phí."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def line_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct an amount."""
    actor, line = request.actor, queries.line_for(request.actor, pk)
    require_keeper(actor, line)
    form = forms.FundForm(request.POST or None, actor=actor, initial=_stored(line, actor))
    said = _("Đã lưu dòng kinh phí.")
    answer = changed(request, form, actions.change_line, line, said, _PAGE)
    return answer or _form(request, form, line)


@requires("movement.keep")
@require_POST
def line_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a line out."""
    line = queries.line_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), line, _PAGE, _shown)


@requires("movement.keep", before=read_table)
def line_import(request: ActingRequest) -> HttpResponse:
    """Many lines from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def line_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.fund_sheet())


@requires("movement.read")
@require_safe
def year_table(request: ActingRequest, year: int) -> HttpResponse:
    """The table of a year as it is made public: contents, estimate, spending, contributions."""
    return _table(request, year, forms.PublicationForm(initial={"published_on": request.actor.day}))


@requires("movement.keep")
@require_POST
def year_publish(request: ActingRequest, year: int) -> HttpResponse:
    """Note that the table of a year was made public."""
    form = forms.PublicationForm(request.POST)
    if form.is_valid():
        act = partial(actions.note_publication, year, by=request.actor, **form.cleaned_data)
        said = _("Đã ghi việc công khai.")
        answer = carried_out(request, form, act, said, "funds:year-table", year)
        if answer is not None:
            return answer
    return _table(request, year, form)


def _table(request: ActingRequest, year: int, form: forms.PublicationForm) -> HttpResponse:
    actor = request.actor
    own = request.GET.get("rieng") == "co"
    lines = queries.lines_of_year(actor, year, own=own)
    rows = public_table(queries.sums_of(lines))
    raised = [(_LEVELS.get(level, level), n) for level, n in queries.contributions(lines)]
    context = {
        "year": year,
        "years": queries.years(actor),
        "own": own,
        "rows": [(_(content_name(row.content)), row) for row in rows],
        "totals": {
            name: sum(getattr(row, name) for row in rows)
            for name in ("estimate", "allocated", "spent_budget", "spent_other", "spent")
        },
        "contributions": raised,
        "contributed": sum(n for _level, n in raised),
        "publications": queries.publications_of(actor, year),
        "form": form,
        "may_record": permissions.may_record(actor),
        "contents": contents(),
    }
    return form_page(request, "funds/year_table.html", context)


def _filters(request: ActingRequest) -> forms.FundFilter:
    rows = queries.line_rows(request.actor)
    return forms.FundFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, line: Any, strike: Any) -> HttpResponse:
    prepare_areas([line])
    context = {
        "line": line,
        "kind": exports.kind_name(line.kind),
        "source": exports.source_name(line.source),
        "content": _(content_name(line.content)),
        "may_keep": permissions.can_keep(request.actor, line),
        "strike_form": strike,
    }
    return form_page(request, "funds/line_detail.html", context)


def _form(request: ActingRequest, form: Any, line: Any) -> HttpResponse:
    context = {"form": form, "line": line, "contents": contents()}
    return form_page(request, "funds/line_form.html", context)


def _stored(line: Any, actor: Actor) -> dict[str, Any]:
    names = ("kind", "year", "on", "content", "source", "amount", "paper", "over_paper",
             "other_programme", "note", "row_version")  # fmt: skip
    return {name: getattr(line, name) for name in names} | {
        "programme": line.programme_id,
        "area": area_typed(line.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.fund_sheet(),
        make=lambda data, actor: forms.FundForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.record_line(form.terms(), by=actor),
        list_title=_l("Kinh phí"),
        list_page="funds:line-list",
        template_page="funds:line-template",
    )
