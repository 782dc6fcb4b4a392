"""The catalogue: its list, one indicator, and what its designer does with it."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, exports, permissions
from phongtrao.reporting.forms.filters import IndicatorFilter
from phongtrao.reporting.forms.indicators import (
    FREQUENCIES,
    LEVELS,
    BreakdownForm,
    IndicatorForm,
    ReasonForm,
    RenameForm,
    stored_breakdown,
    stored_terms,
)
from phongtrao.reporting.models import BreakdownList, Indicator
from phongtrao.reporting.queries import designs

_DETAIL = "reporting:indicator-detail"


@requires("template.read")
@require_safe
def indicator_list(request: HttpRequest) -> HttpResponse:
    """The catalogue of indicators."""
    actor = actor_of(request)
    filters = IndicatorFilter(request.GET, designs.indicators_for(actor))
    found = lists.list_page(request, exports.INDICATOR_LIST, filters.qs, filters=filters)
    may = permissions.may_design_at_all(actor)
    return page(request, "reporting/indicator_list.html", {"list": found, "may_design": may})


@requires("template.read")
@require_safe
def indicator_list_excel(request: HttpRequest) -> FileResponse:
    """The same list as a workbook."""
    rows = IndicatorFilter(request.GET, designs.indicators_for(actor_of(request))).qs
    return lists.excel(request, exports.INDICATOR_LIST, rows)


@requires("template.read")
@require_safe
def indicator_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One indicator: what it means, what it was called, which forms ask for it."""
    return _detail(request, pk)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def indicator_make(request: HttpRequest) -> HttpResponse:
    """Add an indicator, or one that takes over the meaning of another (`thay`)."""
    actor = actor_of(request)
    replaced = request.GET.get("thay", "")
    before = designs.indicators_for(actor).filter(code=replaced).first() if replaced else None
    first = stored_terms(before) | {"code": ""} if before else None
    form = IndicatorForm(request.POST or None, initial=first, actor=actor)
    if request.method == "POST":
        row = attempt(
            form, lambda: actions.create_indicator(form.terms(), replaces=before, by=actor)
        )
        if row is not None:
            messages.success(request, _("Đã lập chỉ tiêu %(code)s.") % {"code": row.code})
            return redirect(_DETAIL, row.pk)
    context = {"form": form, "before": before, "row": None}
    return form_page(request, "reporting/indicator_form.html", context)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def indicator_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an indicator that no issued form asks for."""
    actor = actor_of(request)
    row = _own_indicator(actor, pk)
    form = IndicatorForm(request.POST or None, initial=stored_terms(row), actor=actor, row=row)
    if request.method == "POST":
        done = carried_out(
            request,
            form,
            lambda: actions.change_indicator(row, form.terms(), by=actor),
            _("Đã lưu chỉ tiêu."),
            _DETAIL,
            pk,
        )
        if done:
            return done
    context = {"form": form, "before": None, "row": row}
    return form_page(request, "reporting/indicator_form.html", context)


@requires("template.design")
@require_POST
def indicator_rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name from today on; the former one is kept."""
    actor = actor_of(request)
    row = _own_indicator(actor, pk)
    form = RenameForm(request.POST)
    done = carried_out(
        request,
        form,
        lambda: actions.rename_indicator(row, **form.cleaned_data, by=actor),
        _("Đã đổi tên gọi; tên cũ vẫn được giữ kèm ngày."),
        _DETAIL,
        pk,
    )
    return done or _detail(request, pk, rename_form=form)


@requires("template.design")
@require_POST
def indicator_disable(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an indicator out of use, with a reason."""
    actor = actor_of(request)
    row = _own_indicator(actor, pk)
    form = ReasonForm(request.POST)
    done = carried_out(
        request,
        form,
        lambda: actions.disable_indicator(row, **form.cleaned_data, by=actor),
        _("Đã tắt chỉ tiêu; số liệu đã có vẫn còn."),
        _DETAIL,
        pk,
    )
    return done or _detail(request, pk, reason_form=form)


@requires("template.design")
@require_POST
def indicator_enable(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an indicator back into use."""
    actor = actor_of(request)
    actions.enable_indicator(designs.indicator_for(actor, pk), by=actor)
    messages.success(request, _("Đã dùng lại chỉ tiêu."))
    return redirect(_DETAIL, pk)


@requires("template.read")
@require_safe
def breakdown_list(request: HttpRequest) -> HttpResponse:
    """The closed lists by which figures are divided."""
    actor = actor_of(request)
    rows = list(designs.breakdowns_for(actor))
    context = {
        "rows": [(row, permissions.can_design(actor, row.owner)) for row in rows],
        "may_design": permissions.may_design_at_all(actor),
    }
    return page(request, "reporting/breakdown_list.html", context)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def breakdown_make(request: HttpRequest) -> HttpResponse:
    """Make a closed list."""
    return _breakdown_page(request, None)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def breakdown_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a closed list other values."""
    actor = actor_of(request)
    row = designs.breakdown_for(actor, pk)
    actions.require_manager(actor, row.owner)
    return _breakdown_page(request, row)


def _own_indicator(actor: Actor, pk: int) -> Indicator:
    row = designs.indicator_for(actor, pk)
    actions.require_manager(actor, row.owner)
    return row


def _breakdown_page(request: HttpRequest, row: BreakdownList | None) -> HttpResponse:
    actor = actor_of(request)
    form = BreakdownForm(request.POST or None, initial=stored_breakdown(row) if row else None)
    if request.method == "POST":
        done = carried_out(
            request,
            form,
            lambda: actions.save_breakdown(row, form.cleaned_data["name"], form.lines(), by=actor),
            _("Đã lưu danh mục phân tổ."),
            "reporting:breakdown-list",
        )
        if done:
            return done
    return form_page(request, "reporting/breakdown_form.html", {"form": form, "row": row})


def _detail(
    request: HttpRequest,
    pk: int,
    *,
    rename_form: RenameForm | None = None,
    reason_form: ReasonForm | None = None,
) -> HttpResponse:
    actor = actor_of(request)
    row = designs.indicator_for(actor, pk)
    context: dict[str, Any] = {
        "row": row,
        "kind": exports.KINDS[row.kind],
        "owner": exports.owner_words(row),
        "successor": _successor(row),
        "forms": designs.forms_that_ask(row),
        "is_used": designs.is_indicator_used(row),
        "may_design": permissions.can_design(actor, row.owner),
        "frequency": [str(FREQUENCIES.get(code, code)) for code in row.frequency],
        "levels": [str(LEVELS.get(code, code)) for code in row.levels],
        "rename_form": rename_form or RenameForm(),
        "reason_form": reason_form or ReasonForm(),
    }
    return form_page(request, "reporting/indicator_detail.html", context)


def _successor(row: Indicator) -> Indicator | None:
    return row.successors.order_by("-pk").first()
