"""The channels of communication: list, one channel with its figures, opening, closing."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.outreach import actions, exports, queries
from phongtrao.fieldwork.outreach.forms import outputs as forms
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import prepare_areas
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed
from phongtrao.fieldwork.register.views import (
    as_workbook,
    changed,
    listed,
    require_keeper,
    struck,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor

_PAGE = "outreach:channel-detail"


@requires("movement.read")
@require_safe
def channel_list(request: ActingRequest) -> HttpResponse:
    """The channels that the reader may see."""
    return listed(request, "outreach/channel_list.html", exports.CHANNELS_LIST, _filters(request))


@requires("movement.read")
@require_safe
def channel_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.CHANNELS_LIST, _filters(request))


@requires("movement.read")
@require_safe
def channel_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One channel with its figures."""
    return _shown(request, queries.channel_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def channel_open(request: ActingRequest) -> HttpResponse:
    """A new channel."""
    actor = request.actor
    form = forms.ChannelForm(request.POST or None, actor=actor)
    made = attempt(form, lambda: actions.open_channel(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi kênh tuyên truyền."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def channel_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of a channel."""
    actor, channel = request.actor, queries.channel_for(request.actor, pk)
    require_keeper(actor, channel)
    form = forms.ChannelForm(request.POST or None, actor=actor, initial=_stored(channel, actor))
    said = _("Đã lưu kênh tuyên truyền.")
    answer = changed(request, form, actions.change_channel, channel, said, _PAGE)
    return answer or _form(request, form, channel)


@requires("movement.keep")
@require_POST
def channel_read(request: ActingRequest, pk: int) -> HttpResponse:
    """Note how many accounts follow a channel on a day."""
    channel = queries.channel_for(request.actor, pk)
    form = forms.ReadingForm(request.POST)
    if form.is_valid():
        act = partial(actions.note_reading, channel, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi số lượt theo dõi."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, channel, StrikeForm(), reading=form)


@requires("movement.keep")
@require_POST
def channel_close(request: ActingRequest, pk: int) -> HttpResponse:
    """Note that a channel is no longer kept."""
    channel = queries.channel_for(request.actor, pk)
    form = forms.CloseForm(request.POST)
    if form.is_valid():
        act = partial(actions.close_channel, channel, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi kênh ngừng hoạt động."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, channel, StrikeForm(), closing=form)


@requires("movement.keep")
@require_POST
def channel_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a channel out."""
    channel = queries.channel_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), channel, _PAGE, _shown)


def _filters(request: ActingRequest) -> forms.ChannelFilter:
    rows = queries.channel_rows(request.actor)
    return forms.ChannelFilter(request.GET, queryset=rows, request=request)


def _shown(
    request: ActingRequest, channel: Any, strike: Any, *, reading: Any = None, closing: Any = None
) -> HttpResponse:
    prepare_areas([channel])
    today = {"read_on": request.actor.day, "closed_on": request.actor.day}
    context = {
        "channel": channel,
        "kind": exports.channel_name(channel.kind),
        "readings": list(channel.readings.all()[:60]),
        "may_keep": permissions.can_keep(request.actor, channel),
        "strike_form": strike,
        "reading_form": reading or forms.ReadingForm(initial=today),
        "close_form": closing or forms.CloseForm(initial=today),
    }
    return form_page(request, "outreach/channel_detail.html", context)


def _form(request: ActingRequest, form: Any, channel: Any) -> HttpResponse:
    return form_page(request, "outreach/channel_form.html", {"form": form, "channel": channel})


def _stored(channel: Any, actor: Actor) -> dict[str, Any]:
    names = ("name", "kind", "address", "opened_on", "row_version")
    return {name: getattr(channel, name) for name in names} | {
        "programme": channel.programme_id,
        "area": area_typed(channel.area_id, actor),
    }
