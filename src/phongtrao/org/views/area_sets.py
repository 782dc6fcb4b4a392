"""*Tập địa bàn*: sets by kind on a day, one set with its members, and its verbs."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import clock, lists
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.formats import date_vn
from phongtrao.core.http import page, requires
from phongtrao.org import exports, forms, queries
from phongtrao.org.actions import area_sets as actions
from phongtrao.org.permissions import Actor
from phongtrao.org.views.asked_day import asked_day


@requires("area.read")
@require_safe
def set_list(request: HttpRequest) -> HttpResponse:
    """The sets that have members on a day."""
    asked = asked_day(request)
    found = lists.list_page(request, exports.SET_LIST, queries.area_sets_on(asked["day"]))
    context = asked | {"list": found, "may_make": _actor(request).can("area.reshape")}
    return page(request, "org/areaset_list.html", context)


@requires("area.read")
@require_safe
def set_excel(request: HttpRequest) -> FileResponse:
    """The list as a workbook."""
    day = asked_day(request)["day"]
    heading = [_("Tại ngày %(day)s") % {"day": date_vn(day)}]
    return lists.excel(request, exports.SET_LIST, queries.area_sets_on(day), heading=heading)


@requires("area.read")
@require_safe
def set_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One set: its basis and its members on a day."""
    actor, asked, area_set = _actor(request), asked_day(request), queries.area_set_of(pk)
    members = queries.memberships_of(area_set, asked["day"])
    parents = {area.parent_id for area, _row in members if area.parent_id}
    context = asked | {
        "area_set": area_set,
        "members": members,
        "parents": queries.area_labels(parents, asked["day"]),
        "kind": exports.SET_KINDS[area_set.kind],
        "level": exports.LEVELS[area_set.level],
        "covers": actor.scope.covers,
        "may_keep": queries.kept_by(actor, area_set),
    }
    return page(request, "org/areaset_detail.html", context)


@requires("area.read")
@require_safe
def set_members_excel(request: HttpRequest, pk: int) -> FileResponse:
    """The members on a day as a workbook."""
    area_set, day = queries.area_set_of(pk), asked_day(request)["day"]
    rows = exports.areas_listed_on(queries.members_on(area_set, day), day)
    heading = [area_set.name, area_set.basis, _("Tại ngày %(day)s") % {"day": date_vn(day)}]
    return lists.excel(request, exports.AREA_LIST, rows, heading=heading)


@requires("area.reshape")
def set_make(request: HttpRequest) -> HttpResponse:
    """A new set with its first members."""
    actor = _actor(request)
    form = forms.AreaSetForm(request.POST or None)
    made = attempt(
        form,
        lambda: actions.make_set(
            form.terms(),
            form.cleaned_data["level"],
            form.areas,
            form.cleaned_data["since"],
            by=actor,
        ),
    )
    if made is None:
        return form_page(request, "org/areaset_form.html", {"form": form, "area_set": None})
    messages.success(request, _("Đã lập tập địa bàn."))
    return redirect("org:areaset-detail", pk=made.pk)


@requires("area.reshape")
def set_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name, kind or basis."""
    actor = _actor(request)
    area_set = queries.area_set_kept(actor, pk)
    initial = {name: getattr(area_set, name) for name in ("name", "kind", "basis", "is_verified")}
    form = forms.SetTermsForm(request.POST or None, initial=initial)
    changed = attempt(form, lambda: actions.change_set(area_set, form.terms(), by=actor))
    if changed is None:
        return form_page(request, "org/areaset_form.html", _form_context(form, area_set))
    messages.success(request, _("Đã lưu tập địa bàn."))
    return redirect("org:areaset-detail", pk=pk)


@requires("area.reshape")
def set_add(request: HttpRequest, pk: int) -> HttpResponse:
    """More members, pasted one a line."""
    actor = _actor(request)
    area_set = queries.area_set_kept(actor, pk)
    form = forms.MembersForm(request.POST or None, of_level=area_set.level)
    made = attempt(
        form,
        lambda: actions.add_members(
            area_set,
            form.areas,
            form.cleaned_data["since"],
            form.cleaned_data["member_basis"],
            by=actor,
        ),
    )
    if made is None:
        return form_page(request, "org/areaset_form.html", _form_context(form, area_set))
    messages.success(request, _("Đã thêm %(count)s địa bàn vào tập.") % {"count": len(made)})
    return redirect("org:areaset-detail", pk=pk)


@requires("area.reshape")
def member_end(request: HttpRequest, pk: int) -> HttpResponse:
    """An area leaves a set from a day on."""
    actor = _actor(request)
    member = queries.member_kept(actor, pk)
    form = forms.MembershipEndForm(request.POST or None, initial={"on": clock.today()})
    ended = attempt(form, lambda: actions.end_membership(member, form.cleaned_data["on"], by=actor))
    if ended is None:
        label = queries.area_label(member.area_id, actor.day)
        context = _form_context(form, member.area_set) | {"leaving": label}
        return form_page(request, "org/areaset_form.html", context)
    messages.success(request, _("Đã ghi ngày địa bàn thôi thuộc tập."))
    return redirect("org:areaset-detail", pk=member.area_set_id)


def _form_context(form: Any, area_set: Any) -> dict[str, Any]:
    return {"form": form, "area_set": area_set}


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]  # ActorMiddleware
