"""Sessions of an inspection: one with its attendance and minutes, its steps."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import Count, Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.formats import date_vn
from phongtrao.core.http import requires
from phongtrao.core.working_days import work_calendar
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.oversight import actions, forms, permissions, queries
from phongtrao.oversight.models import SessionBody
from phongtrao.oversight.rules import OF_DELEGATION, OF_INSPECTED, SIDES
from phongtrao.oversight.workflow import SESSION, SESSION_TONES, SessionState
from phongtrao.planning.queries import suggested_bodies
from phongtrao.planning.views.clashes import warn_of_clashes

_PAGE = "oversight:session-detail"


@requires("movement.read")
@require_safe
def session_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One session: when, who attended, what was said, its minutes."""
    return _shown(request, queries.session_for(request.actor, pk))


@requires("movement.keep")
def session_plan(request: ActingRequest, pk: int) -> HttpResponse:
    """Enter a session of an inspection."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    permissions.require_session_keeper(actor, entry)
    form = forms.SessionForm(
        request.POST or None, actor=actor, inspection=entry, initial=_begin(entry)
    )
    made = attempt(form, lambda: actions.plan_session(entry, form.terms(), by=actor))
    if made is None:
        return _form(request, form, entry, None)
    messages.success(request, _("Đã ghi buổi làm việc."))
    _tell_day_off(request, made.held_on)
    _tell_clashes(request, made.pk, made.held_on)
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def session_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other words, place or presider."""
    actor, found = request.actor, _kept(request, pk)
    form = forms.SessionForm(
        request.POST or None,
        actor=actor,
        inspection=found.entry,
        is_entered=True,
        initial=_stored(found),
    )
    if form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(
            actions.change_session, found, form.terms(found), by=actor, expected_version=version
        )
        answer = carried_out(request, form, act, _("Đã lưu buổi làm việc."), _PAGE, pk)
        if answer is not None:
            return answer
    return _form(request, form, found.entry, found)


@requires("movement.keep")
@require_POST
def session_move(request: ActingRequest, pk: int) -> HttpResponse:
    """Put a session off or bring it forward."""
    found, form = _kept(request, pk), forms.SessionMoveForm(request.POST, auto_id="id_move_%s")
    said = _("Đã chuyển ngày làm việc.")
    answer = _stepped(request, found, form, actions.move_session, said)
    if answer is None:
        return _shown(request, found, move_form=form)
    _tell_day_off(request, form.cleaned_data["day"])
    _tell_clashes(request, pk, form.cleaned_data["day"])
    return answer


@requires("movement.keep")
@require_POST
def session_off(request: ActingRequest, pk: int) -> HttpResponse:
    """Say why a session does not take place."""
    found, form = _kept(request, pk), forms.SessionOffForm(request.POST, auto_id="id_off_%s")
    said = _("Đã ghi không làm việc.")
    answer = _stepped(request, found, form, actions.call_off_session, said)
    return answer or _shown(request, found, off_form=form)


@requires("movement.keep")
def session_hold(request: ActingRequest, pk: int) -> HttpResponse:
    """Note who attended and what was said."""
    actor, found = request.actor, _kept(request, pk)
    form = forms.HeldForm(request.POST or None, actor=actor, initial=_held_stored(found))
    if form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(actions.hold_session, found, form.terms(), by=actor, expected_version=version)
        answer = carried_out(request, form, act, _("Đã ghi buổi làm việc."), _PAGE, pk)
        if answer is not None:
            return answer
    context = {"form": form, "session": found, "suggested": suggested_bodies(actor)}
    return form_page(request, "oversight/session_held_form.html", context)


@requires("movement.keep")
def session_minutes(request: ActingRequest, pk: int) -> HttpResponse:
    """Write the minutes; nothing is kept of a draft until it is saved."""
    found = _kept(request, pk)
    is_new = not found.minutes or "soan-lai" in request.GET
    text = queries.drafted_minutes(found) if is_new else found.minutes
    begin = {"text": text, "row_version": found.row_version}
    form = forms.SessionMinutesForm(request.POST or None, initial=begin)
    answer = _stepped(request, found, form, actions.save_session_minutes, _("Đã lưu biên bản."))
    if answer is not None:
        return answer
    context = {"form": form, "session": found, "is_drafted": is_new and request.method == "GET"}
    return form_page(request, "oversight/session_minutes_form.html", context)


@requires("movement.keep")
@require_POST
def session_approve(request: ActingRequest, pk: int) -> HttpResponse:
    """Close the minutes."""
    found, form = _kept(request, pk), forms.VersionForm(request.POST)
    said = _("Đã duyệt biên bản.")
    answer = _stepped(request, found, form, actions.approve_session_minutes, said)
    return answer or _shown(request, found, approve_form=form)


def sessions_context(actor: Actor, entry: Any, parts: Mapping[str, bool]) -> dict[str, Any]:
    """What the page of an inspection shows of its sessions."""
    bodies = Prefetch("bodies", SessionBody.objects.select_related("body"))
    rows = queries.session_rows(actor).filter(entry=entry).annotate(moved=Count("moves"))
    rows = rows.order_by("held_on", "starts_at", "pk")
    called = {each.body_id: each.shown for each in entry.inspected.all()}
    return {
        "sessions": [
            {
                "row": row,
                "bodies": [called.get(each.body_id, each.body.name) for each in row.bodies.all()],
                "state": _state(row),
            }
            for row in (rows.prefetch_related(bodies) if parts["sessions"] else ())
        ],
        "may_keep_sessions": permissions.can_keep_sessions(actor, entry),
        "may_open_checks": bool(entry.decided_on),
    }


def _state(row: Any) -> tuple[Any, str]:
    state = SessionState(row.state)
    return state.label, SESSION_TONES[state]


def _day_off(day: Any) -> str:
    """Why a day is off; empty on working days."""
    calendar = work_calendar()
    if calendar.is_working_day(day):
        return ""
    row = calendar.reason(day)
    return row.name if row is not None and row.name else _("thứ Bảy, Chủ nhật")


def _tell_day_off(request: ActingRequest, day: Any) -> None:
    off = _day_off(day)
    if off:
        said = _("Ngày %(day)s là ngày nghỉ (%(name)s). Buổi làm việc vẫn được ghi.")
        messages.warning(request, said % {"day": date_vn(day), "name": off})


def _tell_clashes(request: ActingRequest, pk: int, day: Any) -> None:
    key = f"oversight.inspectionsession:{pk}"
    warn_of_clashes(request, key, [day], tells_days_off=True)


def _kept(request: ActingRequest, pk: int) -> Any:
    found = queries.session_for(request.actor, pk)
    permissions.require_session_keeper(request.actor, found.entry)
    return found


def _stepped(
    request: ActingRequest, found: Any, form: Any, act: Callable[..., Any], said: str
) -> HttpResponse | None:
    """Carry out what the form's fields say; None where it is to be shown again."""
    if not form.is_valid():
        return None
    data = dict(form.cleaned_data)
    version = data.pop("row_version")
    step = partial(act, found, by=request.actor, expected_version=version, **data)
    return carried_out(request, form, step, said, _PAGE, found.pk)


def _form(request: ActingRequest, form: Any, entry: Any, found: Any) -> HttpResponse:
    suggested = suggested_bodies(request.actor)
    context = {"form": form, "entry": entry, "session": found, "suggested": suggested}
    return form_page(request, "oversight/session_form.html", context)


def _shown(request: ActingRequest, found: Any, **sent: Any) -> HttpResponse:
    """The page of one session; forms that were sent and refused stand in it."""
    actor = request.actor
    may_keep = permissions.can_keep_sessions(actor, found.entry)
    is_closed = found.minutes_approved_on is not None
    inspects = queries.inspects(actor, found.entry)
    version = {"row_version": found.row_version}
    context = {
        "session": found,
        "entry": found.entry,
        "may_keep": may_keep,
        "may_change": may_keep and not is_closed,
        "steps": SESSION.verbs(found.state) if may_keep else (),
        "bodies": [each.body.name for each in found.bodies.select_related("body")],
        "moves": list(found.moves.select_related("by__body")),
        "sides": _sides(found),
        "documents": list(
            queries.document_rows(actor).filter(session=found).order_by("body", "pk")
        ),
        "reads_minutes": is_closed or inspects,
        "versions": _versions(found) if inspects else [],
        "move_form": forms.SessionMoveForm(
            initial=version | {"starts_at": found.starts_at}, auto_id="id_move_%s"
        ),
        "off_form": forms.SessionOffForm(initial=version, auto_id="id_off_%s"),
        "approve_form": None,
        "state": _state(found),
        "day_off": _day_off(found.held_on),
    }
    return form_page(request, "oversight/session_detail.html", context | sent)


def _versions(found: Any) -> list[Any]:
    return list(found.versions.select_related("saved_by__body"))


def _sides(found: Any) -> list[dict[str, Any]]:
    """Who attended, side by side, with the count of each."""
    rows = list(found.attendances.select_related("body"))
    sides = []
    for side, name in SIDES:
        of_side = [row for row in rows if row.side == side]
        total = sum(row.headcount for row in of_side)
        sides.append({"name": _(name), "rows": of_side, "total": total})
    return [each for each in sides if each["rows"]]


def _begin(entry: Any) -> dict[str, Any]:
    """A session begins with the leader of the delegation and everybody who is inspected."""
    return {
        "held_on": entry.starts_on,
        "presider_body": entry.leader_body.name if entry.leader_body_id else "",
        "presider_agency": entry.leader_agency,
        "presider_post": entry.leader_post,
        "bodies": list(entry.inspected.values_list("body_id", flat=True)),
    }


def _stored(found: Any) -> dict[str, Any]:
    names = ("title", "venue", "presider_agency", "presider_post", "row_version")
    return {name: getattr(found, name) for name in names} | {
        "presider_body": found.presider_body.name if found.presider_body_id else "",
        "bodies": list(found.bodies.values_list("body_id", flat=True)),
    }


def _held_stored(found: Any) -> dict[str, Any]:
    names = ("ends_at", "presented", "questions", "answers", "row_version")
    lines: dict[str, list[str]] = {OF_DELEGATION: [], OF_INSPECTED: []}
    for row in found.attendances.select_related("body"):
        lines[row.side].append(f"{row.whose}: {row.post}: {row.headcount}")
    return {name: getattr(found, name) for name in names} | {
        "delegation": "\n".join(lines[OF_DELEGATION]),
        "inspected": "\n".join(lines[OF_INSPECTED]),
    }
