"""Where people sit: the seating of the hall and of each bridge point, and the bridge points."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import requires
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.forms import invitations as forms
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.queries import suggested_bodies

_MOST_PLACE = 9_999


@requires("movement.read")
@require_safe
def seat_plan(request: ActingRequest, pk: int) -> HttpResponse:
    """The seating of the hall, or of the bridge point that the address names."""
    return _seats(request, queries.meeting_for(request.actor, pk))


@requires("movement.keep")
@require_POST
def seat_order(request: ActingRequest, pk: int) -> HttpResponse:
    """Another order of seats."""
    entry = queries.meeting_for(request.actor, pk)
    require_keeper(request.actor, entry)
    points = list(queries.bridge_rows(entry))
    at = _point(request, points)
    people = queries.seated(queries.invitations_of(entry), points, at)
    form = forms.SeatsForm(request.POST, name="place", rows=people, highest=_MOST_PLACE)
    if form.is_valid():
        act = partial(
            actions.order_seats,
            entry,
            places=form.figures(),
            per_row=form.cleaned_data["per_row"],
            by=request.actor,
        )
        answer = carried_out(request, form, act, _("Đã lưu chỗ ngồi."), "meetings:seat-plan", pk)
        if answer is not None:
            return answer
    return _seats(request, entry, form=form)


@requires("movement.read")
@require_safe
def bridge_list(request: ActingRequest, pk: int) -> HttpResponse:
    """The bridge points as planned and as they attended."""
    return _bridges(request, queries.meeting_for(request.actor, pk))


@requires("movement.keep")
@require_POST
def bridge_plan(request: ActingRequest, pk: int) -> HttpResponse:
    """The bridge points as planned."""
    entry = queries.meeting_for(request.actor, pk)
    require_keeper(request.actor, entry)
    form = forms.BridgesForm(request.POST, actor=request.actor)
    if form.is_valid():
        act = partial(_planned, entry, form, request)
        to = ("meetings:bridge-list", pk)
        answer = carried_out(request, form, act, _("Đã lưu điểm cầu."), *to)
        if answer is not None:
            return answer
    return _bridges(request, entry, form=form)


@requires("movement.keep")
@require_POST
def bridge_test(request: ActingRequest, pk: int) -> HttpResponse:
    """Note that the connection of a bridge point held, or take it back."""
    row = queries.bridge_for(request.actor, pk)
    require_keeper(request.actor, row.entry)
    entry = queries.meeting_for(request.actor, row.entry_id)
    form = forms.BridgesForm({"bridges": ""}, actor=request.actor)
    is_good = request.POST.get("is_good") != "khong"
    act = partial(actions.test_connection, row, is_good=is_good, by=request.actor)
    to = ("meetings:bridge-list", row.entry_id)
    answer = carried_out(request, form, act, _("Đã ghi lần thử kết nối."), *to)
    return answer or _bridges(request, entry, form=form)


def _planned(entry: Any, form: forms.BridgesForm, request: ActingRequest) -> bool:
    actions.plan_bridges(entry, form.cleaned_data["bridges"], by=request.actor)
    return True


def _point(request: ActingRequest, points: list[Any]) -> Any:
    """The bridge point that the address names; none is the hall."""
    asked = request.GET.get("cau", "")
    if not asked:
        return None
    found = next((each for each in points if str(each.pk) == asked), None)
    if found is None:
        raise NotFound
    return found


def _seats(request: ActingRequest, entry: Any, form: Any = None) -> HttpResponse:
    points = list(queries.bridge_rows(entry))
    at = _point(request, points)
    people = queries.seated(queries.invitations_of(entry), points, at)
    initial = {"per_row": entry.seats_per_row}
    context = {
        "entry": entry,
        "at": at,
        "points": points,
        "rows": queries.seat_rows(entry, people),
        "may_keep": can_keep(request.actor, entry),
        "form": form
        or forms.SeatsForm(name="place", rows=people, highest=_MOST_PLACE, initial=initial),
    }
    return form_page(request, "meetings/seat_plan.html", context)


def _bridges(request: ActingRequest, entry: Any, form: Any = None) -> HttpResponse:
    actor, rows = request.actor, list(queries.bridge_rows(entry))
    may_prepare = can_keep(actor, entry) and entry.state == MeetingState.PLANNED
    context = {
        "entry": entry,
        "rows": rows,
        "expected": sum(row.expected or 0 for row in rows),
        "attended": sum(row.attendances for row in rows),
        "tested": sum(row.tested_on is not None for row in rows),
        "is_held": entry.attendances is not None,
        "may_prepare": may_prepare,
        "form": form
        or forms.BridgesForm(actor=actor, initial={"bridges": forms.written_bridges(rows)}),
        "suggested": suggested_bodies(actor) if may_prepare else (),
    }
    return form_page(request, "meetings/bridge_list.html", context)
