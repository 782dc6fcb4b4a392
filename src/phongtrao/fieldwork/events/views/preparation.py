"""What a site prepares: programme and check-list, estimate, invitations, published pictures."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import requires
from phongtrao.fieldwork.events import actions, forms, queries
from phongtrao.fieldwork.events.models import FestivalInvitation
from phongtrao.fieldwork.events.rules import SOURCES, vocabulary
from phongtrao.fieldwork.events.views.site_page import keys_among, site_page
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest


@requires("movement.keep")
def site_programme(request: ActingRequest, pk: int) -> HttpResponse:
    """Both parts of the programme and the check-list."""
    actor, site = request.actor, _kept(request, pk)
    form = forms.ProgrammeForm(request.POST or None, initial=_lines(site))
    if form.is_bound and form.is_valid():
        programme = {part: form.lines(part) for part in ("le", "hoi")}
        act = partial(actions.set_programme, site, programme, form.lines("checks"), by=actor)
        to = ("events:site-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu chương trình."), *to)
        if answer is not None:
            return answer
    context = {"form": form, "site": site, "words": vocabulary()}
    return form_page(request, "events/programme_form.html", context)


@requires("movement.keep")
def site_costs(request: ActingRequest, pk: int) -> HttpResponse:
    """The estimate by source."""
    actor, site = request.actor, _kept(request, pk)
    rows = forms.cost_rows(site, request.POST or None)
    form = forms.EmptyForm(request.POST or None)
    if form.is_bound and rows.is_valid() and form.is_valid():
        act = partial(actions.set_costs, site, rows.specs(), by=actor)
        to = ("events:site-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu dự toán."), *to)
        if answer is not None:
            return answer
    context = {"form": form, "rows": rows, "site": site, "sources": SOURCES}
    return form_page(request, "events/costs_form.html", context)


@requires("movement.keep")
@require_POST
def site_checks(request: ActingRequest, pk: int) -> HttpResponse:
    """Tick what is ready."""
    site = _kept(request, pk)
    done = sorted(keys_among(request.POST.getlist("xong")))
    form = forms.EmptyForm(request.POST)
    act = partial(actions.tick_checks, site, done, by=request.actor)
    to = ("events:site-detail", pk)
    answer = carried_out(request, form, act, _("Đã lưu danh mục chuẩn bị."), *to)
    return answer if answer is not None else site_page(request, site, sent_form=form)


@requires("movement.keep")
@require_POST
def site_invite(request: ActingRequest, pk: int) -> HttpResponse:
    """Invite the holders of a post."""
    site = _kept(request, pk)
    form = forms.InviteForm(request.POST, actor=request.actor)
    if form.is_valid():
        data = form.cleaned_data

        def act() -> Any:
            return (actions.invite(site, data["bodies"], data["post"], by=request.actor),)

        to = ("events:site-detail", pk)
        answer = carried_out(request, form, act, _("Đã ghi giấy mời."), *to)
        if answer is not None:
            return answer
    return site_page(request, site, invite_form=form)


@requires("movement.keep")
@require_POST
def invitation_reply(request: ActingRequest, pk: int) -> HttpResponse:
    """What an invited office answers."""
    invitation = _invitation(request, pk)
    form = forms.ReplyForm(request.POST)
    if form.is_valid():

        def act() -> Any:
            actions.answer_invitation(invitation, form.cleaned_data["reply"], by=request.actor)
            return invitation

        to = ("events:site-detail", invitation.entry_id)
        answer = carried_out(request, form, act, _("Đã ghi trả lời."), *to)
        if answer is not None:
            return answer
    site = queries.site_for(request.actor, invitation.entry_id)
    return site_page(request, site, sent_form=form)


@requires("movement.keep")
@require_POST
def invitation_drop(request: ActingRequest, pk: int) -> HttpResponse:
    """Take back an invitation that nobody has answered."""
    invitation = _invitation(request, pk)
    site = _kept(request, invitation.entry_id)
    form = forms.EmptyForm(request.POST)

    def act() -> Any:
        actions.uninvite(invitation, by=request.actor)
        return site

    to = ("events:site-detail", site.pk)
    answer = carried_out(request, form, act, _("Đã rút giấy mời."), *to)
    return answer if answer is not None else site_page(request, site, sent_form=form)


@requires("movement.keep")
@require_POST
def site_picture(request: ActingRequest, pk: int) -> HttpResponse:
    """Name a picture that has been published."""
    site = _kept(request, pk)
    form = forms.PictureForm(request.POST)
    if form.is_valid():
        act = partial(actions.add_picture, site, by=request.actor, **form.cleaned_data)
        to = ("events:site-detail", pk)
        answer = carried_out(request, form, act, _("Đã ghi ảnh đã đăng."), *to)
        if answer is not None:
            return answer
    return site_page(request, site, picture_form=form)


def _kept(request: ActingRequest, pk: int) -> Any:
    site = queries.site_for(request.actor, pk)
    require_keeper(request.actor, site)
    return site


def _invitation(request: ActingRequest, pk: int) -> FestivalInvitation:
    """An invitation to a site that the reader may see; raises NotFound."""
    seen = queries.site_rows(request.actor).values("pk")
    rows = FestivalInvitation.objects.select_related("entry").filter(entry_id__in=seen)
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def _lines(site: Any) -> dict[str, str]:
    items = list(site.items.all())
    return {
        "le": "\n".join(item.content for item in items if item.part == "le"),
        "hoi": "\n".join(item.content for item in items if item.part == "hoi"),
        "checks": "\n".join(check.content for check in site.checks.all()),
    }
