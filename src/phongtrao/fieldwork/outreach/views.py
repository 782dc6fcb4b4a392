"""Communication: campaigns, sessions, and the sheet sessions are entered from."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.outreach import actions, exports, forms, queries
from phongtrao.fieldwork.outreach.models import Campaign, Session
from phongtrao.fieldwork.outreach.rules import audience_name, topic_name
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import empty_sheet, prepare_areas
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed
from phongtrao.fieldwork.register.views import SheetPlan, read_table, sheet_page
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms import filters_in_words
from phongtrao.planning.queries import programmes_for, suggested_bodies

_NOT_OURS = N_("Chỉ cơ quan chủ trì mới sửa được mục này, khi mục chưa bị gạch bỏ.")


@requires("movement.read")
@require_safe
def session_list(request: ActingRequest) -> HttpResponse:
    """The sessions that the reader may see."""
    filters = _session_filters(request)
    rows = lists.list_page(request, exports.SESSIONS, filters.qs, filters=filters)
    return page(request, "outreach/session_list.html", _list_context(request, rows))


@requires("movement.read")
@require_safe
def session_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    filters = _session_filters(request)
    heading = filters_in_words(filters)
    return lists.excel(request, exports.SESSIONS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


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
    if not permissions.can_keep(actor, session):
        raise Forbidden(_NOT_OURS)
    form = forms.SessionForm(request.POST or None, actor=actor, initial=_stored(session, actor))
    if form.is_bound and form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(
            actions.change_session, session, form.terms(), by=actor, expected_version=version
        )
        to = ("outreach:session-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu buổi tuyên truyền."), *to)
        if answer is not None:
            return answer
    return _session_form(request, form, session)


@requires("movement.keep")
@require_POST
def session_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a session out."""
    session = queries.session_for(request.actor, pk)
    form = StrikeForm(request.POST)
    if form.is_valid():
        act = partial(actions.strike_out, session, by=request.actor, **form.cleaned_data)
        to = ("outreach:session-detail", pk)
        answer = carried_out(request, form, act, _("Đã gạch bỏ buổi tuyên truyền."), *to)
        if answer is not None:
            return answer
    return _session_page(request, session, form)


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
    filters = _campaign_filters(request)
    rows = lists.list_page(request, exports.CAMPAIGNS, filters.qs, filters=filters)
    return page(request, "outreach/campaign_list.html", _list_context(request, rows))


@requires("movement.read")
@require_safe
def campaign_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    filters = _campaign_filters(request)
    heading = filters_in_words(filters)
    return lists.excel(request, exports.CAMPAIGNS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


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
    if not permissions.can_keep(actor, campaign):
        raise Forbidden(_NOT_OURS)
    form = forms.CampaignForm(request.POST or None, actor=actor, initial=_planned(campaign, actor))
    if form.is_bound and form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(
            actions.change_campaign, campaign, form.terms(), by=actor, expected_version=version
        )
        to = ("outreach:campaign-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu đợt tuyên truyền."), *to)
        if answer is not None:
            return answer
    return _campaign_form(request, form, campaign)


@requires("movement.keep")
@require_POST
def campaign_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a campaign out; its sessions stay and count."""
    campaign = queries.campaign_for(request.actor, pk)
    form = StrikeForm(request.POST)
    if form.is_valid():
        act = partial(actions.strike_out, campaign, by=request.actor, **form.cleaned_data)
        to = ("outreach:campaign-detail", pk)
        answer = carried_out(request, form, act, _("Đã gạch bỏ đợt tuyên truyền."), *to)
        if answer is not None:
            return answer
    return _campaign_page(request, campaign, form)


def _session_filters(request: ActingRequest) -> forms.SessionFilter:
    rows = queries.session_rows(request.actor)
    return forms.SessionFilter(request.GET, queryset=rows, request=request)


def _campaign_filters(request: ActingRequest) -> forms.CampaignFilter:
    rows = queries.campaign_rows(request.actor)
    return forms.CampaignFilter(request.GET, queryset=rows, request=request)


def _list_context(request: ActingRequest, rows: Any) -> dict[str, Any]:
    return {"list_page": rows, "may_record": permissions.may_record(request.actor)}


def _session_page(request: ActingRequest, session: Session, strike: Any) -> HttpResponse:
    prepare_areas([session])
    context = {
        "session": session,
        "topic": topic_name(session.topic),
        "form_name": exports.form_name(session.form),
        "audience": audience_name(session.audience),
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
        "topic": topic_name(campaign.topic),
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
        make=_row_form,
        act=lambda form, actor: actions.record_session(form.terms(), by=actor),
        list_title=_l("Buổi tuyên truyền"),
        list_page="outreach:session-list",
        template_page="outreach:session-template",
    )


def _row_form(data: dict[str, Any], actor: Actor) -> forms.SessionForm:
    """A row as the screen would send it: the first programme, one's own area where none stands."""
    programme = programmes_for(actor).first()
    own = area_typed(actor.scope.area_id, actor) if actor.scope.area_id is not None else ""
    filled = data | {
        "programme": programme.pk if programme else "",
        "area": data.get("area") or own,
    }
    return forms.SessionForm(filled, actor=actor)
