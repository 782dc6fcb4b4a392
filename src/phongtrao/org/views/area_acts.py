"""*Ghi thay đổi địa bàn*: type the act, see what follows from it, then carry it out."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from phongtrao.core import idempotency
from phongtrao.core.attempts import show_refusal
from phongtrao.core.errors import InvalidInput, NotFound, Refused
from phongtrao.core.http import page, requires
from phongtrao.org import forms, queries
from phongtrao.org.actions import area_changes
from phongtrao.org.actions.area_preview import Preview, preview
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.counter_acts import counter_act
from phongtrao.org.reshaping.typed import LEVEL_BELOW
from phongtrao.org.roles import Role

# Not part of what was typed: they steer the two steps of the page.
_STEERED = ("buoc", "mark", "chuyen")
_STEERING = {"csrfmiddlewaretoken", idempotency.FIELD, *_STEERED}


@requires("area.reshape", unread=_STEERED)
def area_open(request: HttpRequest, pk: int) -> HttpResponse:
    """A new area below the one of the page."""
    actor = _actor(request)
    area = queries.area_for(actor, pk, actor.day)
    area_changes.require_reshaper(actor, (), under={pk})
    if area.level not in LEVEL_BELOW:
        raise NotFound
    return _act(request, area, _form(request, forms.OpenForm, area))


@requires("area.reshape", unread=_STEERED)
def area_amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name, type, code or superior area."""
    area = _area(request, pk)
    parent = queries.area_on(area.parent_id, _actor(request).day) if area.parent_id else None
    if parent is None:
        raise NotFound
    return _act(request, area, _form(request, forms.AmendForm, area, parent=parent))


@requires("area.reshape", unread=_STEERED)
def area_reorganise(request: HttpRequest, pk: int) -> HttpResponse:
    """Merge, split or cut areas, beginning with the one of the page."""
    area = _area(request, pk)
    return _act(request, area, _form(request, forms.ReorganiseForm, area))


@requires("area.reshape", unread=_STEERED)
def area_close(request: HttpRequest, pk: int) -> HttpResponse:
    """An area ends and nothing takes over its territory."""
    area = _area(request, pk)
    return _act(request, area, _form(request, forms.CloseForm, area))


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]  # ActorMiddleware


def _area(request: HttpRequest, pk: int) -> AreaVersion:
    """The area that the act changes. Raises NotFound, Forbidden."""
    actor = _actor(request)
    area = queries.area_for(actor, pk, actor.day)
    area_changes.require_reshaper(actor, {pk})
    return area


def _form(request: HttpRequest, kind: Any, area: AreaVersion, **more: Any) -> forms.ActForm:
    more["proposed"] = _proposed(request, area)
    form: forms.ActForm = kind(request.POST or None, area=area, actor=_actor(request), **more)
    return form


def _proposed(request: HttpRequest, area: AreaVersion) -> Mapping[str, str]:
    """What is typed beforehand to turn an earlier act back; nothing without one."""
    key = request.GET.get("nguoc", "")
    if not (key.isascii() and key.isdigit()):
        return {}
    actor = _actor(request)
    counter = counter_act(queries.change_for(actor, int(key)), actor.day)
    here = request.resolver_match.view_name if request.resolver_match else ""
    if counter is None or (counter.page, counter.area_id) != (here, area.lineage_id):
        return {}
    return counter.proposed


def _act(request: HttpRequest, area: AreaVersion, form: forms.ActForm) -> HttpResponse:
    """The form; with a usable one the preview; with a confirmed preview the act."""
    step = request.POST.get("buoc", "xem")
    context = {"form": form, "area": area}
    if request.method != "POST" or step == "sua":
        return page(request, "org/area_act_form.html", context)
    found = _previewed(form)
    if found is None:
        return page(request, "org/area_act_form.html", context, status=422)
    if step == "lam" and request.POST.get("mark") == found.mark:
        return _carry_out(request, form, found)
    is_stale = step == "lam"
    context |= {
        "preview": found,
        "kept": _typed(request),
        "is_stale": is_stale,
        "roles": dict(Role.choices),
    }
    return page(request, "org/area_act_preview.html", context, status=409 if is_stale else 200)


def _previewed(form: forms.ActForm) -> Preview | None:
    """The preview of a usable form; None with every fault on the form."""
    if not form.is_valid():
        return None
    try:
        return preview(form.order(), by=form.actor)
    except area_changes.ImpossibleOrder as impossible:
        for fault in impossible.faults:
            form.add_error(None, fault.shown(_))
    except (Refused, InvalidInput) as refusal:
        show_refusal(form, refusal)
    return None


def _carry_out(request: HttpRequest, form: forms.ActForm, found: Preview) -> HttpResponse:
    offered = {str(each.posting.pk): each.posting.pk for each in found.postings if each.heir}
    moving = {offered[pk] for pk in request.POST.getlist("chuyen") if pk in offered}
    made = area_changes.carry_out(form.order(), by=form.actor, moving=moving)
    messages.success(request, _("Đã ghi thay đổi địa bàn."))
    return redirect("org:change-detail", pk=made.pk)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Everything that was typed, to be carried through the preview."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _STEERING
        for value in values
    ]
