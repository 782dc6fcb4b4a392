"""Invitations of a meeting: the list, sending, answering, quorum, attendance, withdrawal."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.forms import invitations as forms
from phongtrao.fieldwork.meetings.forms.meetings import ReasonForm
from phongtrao.fieldwork.meetings.rules.before import reply_day
from phongtrao.fieldwork.meetings.views.meeting_page import PAGE, meeting_page
from phongtrao.fieldwork.meetings.workflow import REPLY_TONES, MeetingState, Reply
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.queries import suggested_bodies

LIST = "meetings:invitation-list"


@requires("movement.read")
@require_safe
def invitation_list(request: ActingRequest, pk: int) -> HttpResponse:
    """Who is invited, what was answered, who has not; quorum and attendance."""
    return _page(request, queries.meeting_for(request.actor, pk))


@requires("movement.keep")
@require_POST
def invitation_add(request: ActingRequest, pk: int) -> HttpResponse:
    """Invite further posts."""
    entry = _kept(request, pk)
    form = forms.InviteForm(request.POST, actor=request.actor)
    if form.is_valid():
        act = partial(actions.invite, entry, form.cleaned_data["lines"], by=request.actor)
        answer = carried_out(request, form, act, _("Đã ghi, chưa gửi giấy mời."), LIST, pk)
        if answer is not None:
            return answer
    return _page(request, entry, invite_form=form)


@requires("movement.keep")
@require_POST
def invitation_send(request: ActingRequest, pk: int) -> HttpResponse:
    """Send what is not sent yet."""
    entry, form = _kept(request, pk), forms.SendForm(request.POST)
    if form.is_valid():
        act = partial(actions.send_invitations, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã gửi giấy mời."), LIST, pk)
        if answer is not None:
            return answer
    return _page(request, entry, send_form=form)


@requires("movement.keep")
@require_POST
def quorum_ask(request: ActingRequest, pk: int) -> HttpResponse:
    """How many of the invited bodies must take part."""
    entry, form = _kept(request, pk), forms.QuorumForm(request.POST)
    if form.is_valid():
        act = partial(actions.ask_quorum, entry, by=request.actor, **form.cleaned_data)
        said = _("Đã lưu thành phần tối thiểu.")
        answer = carried_out(request, form, act, said, LIST, pk)
        if answer is not None:
            return answer
    return _page(request, entry, quorum_form=form)


@requires("movement.keep")
@require_POST
def attendance_note(request: ActingRequest, pk: int) -> HttpResponse:
    """How many came of each invitation."""
    entry = _kept(request, pk)
    form = forms.attendance_form(_sent(queries.invitations_of(entry)), request.POST)
    if form.is_valid():
        act = partial(actions.note_attendance, entry, form.figures(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã lưu điểm danh."), LIST, pk)
        if answer is not None:
            return answer
    return _page(request, entry, attendance_form=form)


@requires("movement.keep")
@require_POST
def invitation_withdraw(request: ActingRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    row = queries.invitation_for(request.actor, pk)
    require_keeper(request.actor, row.entry)
    form = ReasonForm(request.POST)
    form.fields["reason"].required = False
    if form.is_valid():
        act = partial(_withdrawn, row, request, form.cleaned_data["reason"])
        answer = carried_out(request, form, act, _("Đã rút giấy mời."), LIST, row.entry_id)
        if answer is not None:
            return answer
    return _page(request, queries.meeting_for(request.actor, row.entry_id), reason_form=form)


@requires("movement.keep")
@require_POST
def invitation_answer(request: ActingRequest, pk: int) -> HttpResponse:
    """Answer an invitation, on the page of the meeting or in the list of the body in charge."""
    row = queries.invitation_for(request.actor, pk)
    form = forms.answer_form(row, request.POST)
    is_own = row.body_id == request.actor.body_id
    if form.is_valid():
        act = partial(actions.answer, row, form.terms(), by=request.actor)
        to = (PAGE if is_own else LIST, row.entry_id)
        done = carried_out(request, form, act, _("Đã ghi trả lời giấy mời."), *to)
        if done is not None:
            return done
    entry = queries.meeting_shown(request.actor, row.entry_id)
    if is_own:
        return meeting_page(request, entry, answer_form=form, answered=row.pk)
    return _page(request, entry, reason_form=form)


def _withdrawn(row: Any, request: ActingRequest, reason: str) -> bool:
    actions.withdraw(row, reason=reason, by=request.actor)
    return True


def _kept(request: ActingRequest, pk: int) -> Any:
    entry = queries.meeting_for(request.actor, pk)
    require_keeper(request.actor, entry)
    return entry


def _sent(rows: list[Any]) -> list[Any]:
    return [row for row in rows if row.sent_on is not None and row.withdrawn_on is None]


def _line(row: Any, roles: dict[str, Any]) -> dict[str, Any]:
    tone = REPLY_TONES[Reply(row.reply)]
    role = roles.get(row.role, row.role)
    return {"row": row, "role": role, "tone": tone, "form": forms.answer_form(row)}


def _page(request: ActingRequest, entry: Any, **sent: Any) -> HttpResponse:
    actor, rows = request.actor, queries.with_steps(queries.invitations_of(entry))
    may_keep = can_keep(actor, entry)
    is_planned = entry.state == MeetingState.PLANNED
    may_note = entry.held_on <= actor.day and entry.state in (
        MeetingState.PLANNED, MeetingState.HELD
    )  # fmt: skip
    roles = dict(forms.role_choices())
    context = {
        "entry": entry,
        "may_prepare": may_keep and is_planned,
        "may_note": may_keep and may_note,
        "rows": [_line(row, roles) for row in rows],
        "replies": queries.replies_of(rows),
        "quorum": queries.quorum_of(entry, rows),
        "invite_form": forms.InviteForm(actor=actor),
        "send_form": forms.SendForm(
            initial={"reply_by": entry.reply_by or reply_day(entry.held_on, actor.day)}
        ),
        "quorum_form": forms.QuorumForm(
            initial={"bodies": entry.quorum_bodies, "percent": entry.quorum_percent}
        ),
        "attendance_form": forms.attendance_form(_sent(rows)) if may_note else None,
        "reason_form": None,
        "suggested": suggested_bodies(actor) if may_keep and is_planned else (),
    }  # fmt: skip
    return form_page(request, "meetings/invitation_list.html", context | sent)
