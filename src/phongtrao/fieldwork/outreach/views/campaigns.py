"""Campaigns and sessions, and the sheet sessions are entered from."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.outreach import actions, exports, queries
from phongtrao.fieldwork.outreach.forms import campaigns as forms
from phongtrao.fieldwork.outreach.models import Campaign, Session
from phongtrao.fieldwork.outreach.rules import audience_name, topic_name
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
from phongtrao.planning.queries import suggested_bodies

_SESSION_PAGE = "outreach:session-detail"
_CAMPAIGN_PAGE = "outreach:campaign-detail"


@requires("movement.read")
@require_safe
def session_list(request: ActingRequest) -> HttpResponse:
    """The sessions that the reader may see."""
    return listed(
        request, "outreach/session_list.html", exports.SESSIONS, _session_filters(request)
    )


@requires("movement.read")
@require_safe
def session_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.SESSIONS, _session_filters(request))


@requires("movement.read")
@require_safe
def session_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One session with its partners."""
    return _session_page(request, queries.session_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def session_record(request: ActingRequest) -> HttpResponse:
    """Enter a session; the form begins as the last one was."""
    actor = request.actor
    form = forms.SessionForm(request.POST or None, actor=actor, initial=_begin(request))
    made = attempt(form, lambda: actions.record_session(form.terms(), by=actor))
    if made is None:
        return _session_form(request, form, None)
    messages.success(request, _("Đã ghi buổi tuyên truyền."))
    if "again" in request.POST:
        return redirect("outreach:session-record")
    return redirect("outreach:session-detail", made.pk)


@requires("movement.keep")
def session_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct a session."""
    actor, session = request.actor, queries.session_for(request.actor, pk)
    require_keeper(actor, session)
    form = forms.SessionForm(request.POST or None, actor=actor, initial=_stored(session, actor))
    answer = changed(
        request,
        form,
        actions.change_session,
        session,
        _("Đã lưu buổi tuyên truyền."),
        _SESSION_PAGE,
    )
    return answer or _session_form(request, form, session)


@requires("movement.keep")
@require_POST
def session_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a session out."""
    session = queries.session_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), session, _SESSION_PAGE, _session_page)


@requires("movement.keep", before=read_table)
def session_import(request: ActingRequest) -> HttpResponse:
    """Many sessions from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def session_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.session_sheet())


@requires("movement.read")
@require_safe
def campaign_list(request: ActingRequest) -> HttpResponse:
    """The campaigns that the reader may see."""
    return listed(
        request, "outreach/campaign_list.html", exports.CAMPAIGNS, _campaign_filters(request)
    )


@requires("movement.read")
@require_safe
def campaign_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.CAMPAIGNS, _campaign_filters(request))


@requires("movement.read")
@require_safe
def campaign_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One campaign with what was held under it."""
    return _campaign_page(request, queries.campaign_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def campaign_plan(request: ActingRequest) -> HttpResponse:
    """A new campaign."""
    actor = request.actor
    form = forms.CampaignForm(request.POST or None, actor=actor)
    made = attempt(form, lambda: actions.plan_campaign(form.terms(), by=actor))
    if made is None:
        return _campaign_form(request, form, None)
    messages.success(request, _("Đã ghi đợt tuyên truyền."))
    return redirect("outreach:campaign-detail", made.pk)


@requires("movement.keep")
def campaign_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of a campaign."""
    actor, campaign = request.actor, queries.campaign_for(request.actor, pk)
    require_keeper(actor, campaign)
    form = forms.CampaignForm(request.POST or None, actor=actor, initial=_planned(campaign, actor))
    answer = changed(
        request,
        form,
        actions.change_campaign,
        campaign,
        _("Đã lưu đợt tuyên truyền."),
        _CAMPAIGN_PAGE,
    )
    return answer or _campaign_form(request, form, campaign)


@requires("movement.keep")
@require_POST
def campaign_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a campaign out; its sessions stay and count."""
    campaign = queries.campaign_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), campaign, _CAMPAIGN_PAGE, _campaign_page)


def _session_filters(request: ActingRequest) -> forms.SessionFilter:
    rows = queries.session_rows(request.actor)
    return forms.SessionFilter(request.GET, queryset=rows, request=request)


def _campaign_filters(request: ActingRequest) -> forms.CampaignFilter:
    rows = queries.campaign_rows(request.actor)
    return forms.CampaignFilter(request.GET, queryset=rows, request=request)


def _session_page(request: ActingRequest, session: Session, strike: Any) -> HttpResponse:
    prepare_areas([session])
    context = {
        "session": session,
        "topic": _(topic_name(session.topic)),
        "form_name": exports.form_name(session.form),
        "audience": _(audience_name(session.audience)),
        "campaign_seen": queries.sees_campaign(request.actor, session.campaign_id),
        "may_keep": permissions.can_keep(request.actor, session),
        "strike_form": strike,
    }
    return form_page(request, "outreach/session_detail.html", context)


def _session_form(request: ActingRequest, form: Any, session: Session | None) -> HttpResponse:
    context = {"form": form, "session": session, "suggested": suggested_bodies(request.actor)}
    return form_page(request, "outreach/session_form.html", context)


def _campaign_page(request: ActingRequest, campaign: Campaign, strike: Any) -> HttpResponse:
    prepare_areas([campaign])
    context = {
        "campaign": campaign,
        "topic": _(topic_name(campaign.topic)),
        "may_keep": permissions.can_keep(request.actor, campaign),
        "may_record": permissions.may_record(request.actor),
        "strike_form": strike,
    }
    return form_page(request, "outreach/campaign_detail.html", context)


def _campaign_form(request: ActingRequest, form: Any, campaign: Campaign | None) -> HttpResponse:
    return form_page(request, "outreach/campaign_form.html", {"form": form, "campaign": campaign})


def _begin(request: ActingRequest) -> dict[str, Any]:
    """Today, and what the last session was like; a campaign asked for in the address."""
    actor, last = request.actor, queries.last_session(request.actor)
    begin: dict[str, Any] = {"held_on": actor.day}
    if last is not None:
        names = ("form", "topic", "audience", "venue")
        begin |= {name: getattr(last, name) for name in names}
        begin |= {"programme": last.programme_id, "campaign": last.campaign_id}
    asked = request.GET.get("dot", "")
    if asked.isascii() and asked.isdecimal():
        begin["campaign"] = int(asked)
    return begin


def _stored(session: Any, actor: Actor) -> dict[str, Any]:
    names = ("held_on", "form", "topic", "audience", "sessions", "attendances", "venue", "note",
             "row_version")  # fmt: skip
    return {name: getattr(session, name) for name in names} | {
        "programme": session.programme_id,
        "campaign": session.campaign_id,
        "area": area_typed(session.area_id, actor),
        "partners": "\n".join(partner.body.name for partner in session.partners.all()),
    }


def _planned(campaign: Any, actor: Actor) -> dict[str, Any]:
    names = ("title", "topic", "starts_on", "ends_on", "plan_paper", "message", "row_version")
    return {name: getattr(campaign, name) for name in names} | {
        "programme": campaign.programme_id,
        "area": area_typed(campaign.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.session_sheet(),
        make=lambda data, actor: forms.SessionForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.record_session(form.terms(), by=actor),
        list_title=_l("Buổi tuyên truyền"),
        list_page="outreach:session-list",
        template_page="outreach:session-template",
    )
