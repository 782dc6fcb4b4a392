"""The lines of a week: typed, pasted, taken from a register, changed, dropped, as a file."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import requires
from phongtrao.fieldwork.weeks import actions, forms, permissions, queries
from phongtrao.fieldwork.weeks.views.week_page import PAGE, week_frame, week_page
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.exports.calendar_files import one_engagement


@requires("week.draft")
@require_POST
def item_add(request: ActingRequest, pk: int) -> HttpResponse:
    """One more line."""
    week = queries.week_for(request.actor, pk)
    form = forms.LineForm(request.POST, monday=week.monday, auto_id="id_line_%s")
    if form.is_valid():
        act = partial(actions.add_item, week, form.line(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã thêm mục."), PAGE, pk)
        if answer is not None:
            return answer
    return week_page(request, week, line_form=form)


@requires("week.draft")
@require_POST
def item_paste(request: ActingRequest, pk: int) -> HttpResponse:
    """Lines pasted from a spreadsheet or a document."""
    week = queries.week_for(request.actor, pk)
    form = forms.PasteForm(request.POST, monday=week.monday, auto_id="id_paste_%s")
    if form.is_valid():
        lines = form.cleaned_data["rows"]
        act = partial(actions.paste_items, week, lines, by=request.actor)
        said = _("Đã thêm %(count)s mục.") % {"count": len(lines)}
        answer = carried_out(request, form, act, said, PAGE, pk)
        if answer is not None:
            return answer
    return week_page(request, week, paste_form=form)


@requires("week.draft")
@require_POST
def item_take(request: ActingRequest, pk: int) -> HttpResponse:
    """Lines from what stands in the registers: one (`viec`), or all that are proposed."""
    week = queries.week_for(request.actor, pk)
    if not permissions.can_draft(request.actor, week):
        raise Forbidden(N_("Chỉ cơ quan có lịch này mới soạn, sửa được lịch. Chưa có gì thay đổi."))
    wanted = request.POST.get("viec", "")
    offered = queries.board_of(request.actor, week.monday).suggestions
    chosen = [each for each in offered if wanted in ("", f"{each.key}@{each.day.isoformat()}")]
    made = actions.take_engagements(week, chosen, by=request.actor)
    messages.success(request, _("Đã đưa vào lịch tuần %(count)s mục.") % {"count": len(made)})
    return redirect(PAGE, pk)


@requires("week.draft")
def item_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other words or another time for a line."""
    item = queries.item_for(request.actor, pk)
    week = item.week
    if not permissions.can_draft(request.actor, week):
        raise Forbidden(N_("Chỉ cơ quan có lịch này mới soạn, sửa được lịch. Chưa có gì thay đổi."))
    form = forms.LineForm(request.POST or None, monday=week.monday, initial=forms.stored(item))
    if form.is_bound and form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(
            actions.change_item, item, form.line(), by=request.actor, expected_version=version
        )
        answer = carried_out(request, form, act, _("Đã lưu mục."), PAGE, week.pk)
        if answer is not None:
            return answer
    context: dict[str, Any] = {"form": form, "item": item, "week": week}
    return form_page(request, "weeks/item_form.html", context | week_frame(week.monday))


@requires("week.draft")
@require_POST
def item_drop(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a line out."""
    item = queries.item_for(request.actor, pk)
    actions.drop_item(item, by=request.actor)
    messages.success(request, _("Đã bỏ mục khỏi lịch tuần."))
    return redirect(PAGE, item.week_id)


@requires("week.read")
@require_safe
def item_calendar(request: ActingRequest, pk: int) -> HttpResponse:
    """One line as a calendar file."""
    item = queries.item_for(request.actor, pk)
    return one_engagement(request, queries.item_engagement(item), f"lich-cong-tac-{pk}.ics")
