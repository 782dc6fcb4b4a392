"""Meetings: list, plan, page, the sheet."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.meetings import actions, exports, queries
from phongtrao.fieldwork.meetings.forms import meetings as forms
from phongtrao.fieldwork.meetings.rules import AgendaLine, written_agenda
from phongtrao.fieldwork.meetings.views.meeting_page import PAGE, meeting_page
from phongtrao.fieldwork.register.exports import empty_sheet
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed, row_defaults
from phongtrao.fieldwork.register.views import (
    SheetPlan,
    as_workbook,
    listed,
    read_table,
    require_keeper,
    sheet_page,
    struck,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.planning.exports.calendar_files import one_engagement
from phongtrao.planning.queries import suggested_bodies
from phongtrao.planning.views.clashes import warn_of_clashes


@requires("movement.read")
@require_safe
def meeting_list(request: ActingRequest) -> HttpResponse:
    """The meetings that the reader may see."""
    return listed(request, "meetings/meeting_list.html", exports.MEETINGS, _filters(request))


@requires("movement.read")
@require_safe
def meeting_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.MEETINGS, _filters(request))


@requires("movement.read")
@require_safe
def meeting_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One meeting from its plan to its conclusions."""
    return meeting_page(request, queries.meeting_shown(request.actor, pk))


@requires("movement.read")
@require_safe
def meeting_calendar(request: ActingRequest, pk: int) -> HttpResponse:
    """One meeting as a calendar file."""
    entry = queries.meeting_shown(request.actor, pk)
    return one_engagement(
        request, queries.engagement_of(entry, request.actor), f"cuoc-hop-{pk}.ics"
    )


@requires("movement.keep")
def meeting_plan(request: ActingRequest) -> HttpResponse:
    """Enter a meeting."""
    actor = request.actor
    form = forms.MeetingForm(request.POST or None, actor=actor, initial={"held_on": actor.day})
    made = attempt(form, lambda: actions.plan_meeting(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi cuộc họp."))
    warn_of_clashes(request, f"meetings.meeting:{made.pk}", [made.held_on])
    return redirect(PAGE, made.pk)


@requires("movement.keep")
def meeting_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of a meeting, but for its day."""
    actor, entry = request.actor, queries.meeting_for(request.actor, pk)
    require_keeper(actor, entry)
    form = forms.MeetingForm(
        request.POST or None, actor=actor, is_entered=True, initial=_stored(entry, actor)
    )
    if form.is_bound and form.is_valid():
        version = form.cleaned_data["row_version"]
        answer = carried_out(
            request,
            form,
            lambda: actions.change_meeting(
                entry, form.terms(entry.held_on), by=actor, expected_version=version
            ),
            _("Đã lưu cuộc họp."),
            PAGE,
            pk,
        )
        if answer is not None:
            warn_of_clashes(request, f"meetings.meeting:{pk}", [entry.held_on])
            return answer
    return _form(request, form, entry)


@requires("movement.keep")
@require_POST
def meeting_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a meeting out."""
    entry = queries.meeting_for(request.actor, pk)
    strike = StrikeForm(request.POST)
    return struck(
        request,
        strike,
        entry,
        PAGE,
        lambda req, row, form: meeting_page(req, row, strike_form=form),
    )


@requires("movement.keep", before=read_table)
def meeting_import(request: ActingRequest) -> HttpResponse:
    """The year's meetings from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def meeting_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.meeting_sheet())


def _filters(request: ActingRequest) -> forms.MeetingFilter:
    rows = queries.shown_rows(request.actor)
    return forms.MeetingFilter(request.GET, queryset=rows, request=request)


def _form(request: ActingRequest, form: Any, entry: Any) -> HttpResponse:
    context = {
        "form": form,
        "entry": entry,
        "series": queries.series_offered(request.actor),
        "suggested": suggested_bodies(request.actor),
    }
    return form_page(request, "meetings/meeting_form.html", context)


def _stored(entry: Any, actor: Actor) -> dict[str, Any]:
    names = ("kind", "form", "title", "series", "starts_at", "venue", "chair", "plan_paper",
             "row_version")  # fmt: skip
    lines = [
        AgendaLine(row.content, row.presenter, row.minutes,
                   row.programme.short_name if row.programme else "")
        for row in entry.agenda.select_related("programme")
    ]  # fmt: skip
    return {name: getattr(entry, name) for name in names} | {
        "programme": entry.programme_id,
        "others": [row.programme_id for row in entry.sections.all()],
        "partners": "\n".join(row.body.name for row in entry.partners.all()),
        "agenda": written_agenda(lines),
        "area": area_typed(entry.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.meeting_sheet(),
        make=lambda data, actor: forms.MeetingForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.plan_meeting(form.terms(), by=actor),
        list_title=_l("Cuộc họp, hội nghị"),
        list_page="meetings:meeting-list",
        template_page="meetings:meeting-template",
    )
