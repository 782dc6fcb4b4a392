"""*Các thay đổi địa bàn*: the list of acts, one act, its undo; and two dates side by side."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.errors import Refused
from phongtrao.core.formats import date_vn
from phongtrao.core.http import page, requires
from phongtrao.org import exports, forms, queries
from phongtrao.org.actions import area_undo
from phongtrao.org.models import Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import comparison
from phongtrao.org.queries.authors import authors_of
from phongtrao.org.queries.counter_acts import counter_act


@requires("area.read")
@require_safe
def change_list(request: HttpRequest) -> HttpResponse:
    """The acts that touch the reader's areas."""
    filters = _filtered(request)
    found = lists.list_page(request, exports.CHANGE_LIST, filters.qs, filters=filters)
    context = {"list": found, "may_import": _actor(request).can("area.reshape")}
    return page(request, "org/change_list.html", context)


@requires("area.read")
@require_safe
def change_excel(request: HttpRequest) -> FileResponse:
    """The filtered list as a workbook."""
    rows = _filtered(request).qs
    return lists.excel(request, exports.CHANGE_LIST, rows, heading=[_actor(request).label])


@requires("area.read")
@require_safe
def change_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One act: what it did to areas, bodies, postings, sets; and its undo."""
    return _change_page(request, pk)


@requires("area.reshape")
@require_POST
def change_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an act back, or say why that cannot be."""
    change = queries.change_for(_actor(request), pk)
    try:
        area_undo.undo(change, by=_actor(request))
    except Refused as refusal:
        return _change_page(request, pk, refusal)
    messages.success(request, _("Đã hoàn tác: mọi thứ trở lại như trước thay đổi."))
    return redirect("org:change-detail", pk=pk)


def _change_page(request: HttpRequest, pk: int, refusal: Refused | None = None) -> HttpResponse:
    actor = _actor(request)
    change = queries.change_for(actor, pk)
    told = change.record["told"]
    ended, made = queries.postings_of_change(change)
    context = {
        "change": change,
        "title": exports.told(change),
        "told": told,
        "rows": _rows_told(told),
        "names": _names(told),
        "postings_ended": [_person(each) for each in ended],
        "postings_made": [_person(each) for each in made],
        "members": queries.members_of_change(change),
        "refusal": refusal,
        "made_by": authors_of([change], "area.reshaped", "made_by")[change.pk],
        "undone_by": authors_of([change], "area.change_undone", "undone_by")[change.pk],
        "counter": counter_act(change, actor.day) if refusal else None,
        "first": _undone_first(actor, refusal),
        "may_undo": area_undo.may_undo(change, actor),
        "covers": actor.scope.covers,
    }
    return page(
        request, "org/change_detail.html", context, status=refusal.status if refusal else 200
    )


def _undone_first(actor: Actor, refusal: Refused | None) -> int | None:
    """The act that the reader can take back before this one."""
    if isinstance(refusal, area_undo.RestedOn) and area_undo.may_undo(refusal.act, actor):
        return refusal.act.pk
    return None


def _person(posting: Posting) -> str:
    return f"{posting.account.full_name}, {posting.capacity}, {posting.body.name}"


def _rows_told(told: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Verb, before and after of each area that an act names."""
    rows: list[tuple[str, Any, Any]] = [("closed", each, None) for each in told["closed"]]
    rows += [("opened", None, each) for each in told["opened"]]
    return rows + [("amended", each["before"], each["after"]) for each in told["amended"]]


def _names(told: dict[str, Any]) -> dict[int, str]:
    return {each["id"]: each["name"] for each in (*told["closed"], *told["opened"])}


@requires("area.read")
@require_safe
def area_compare(request: HttpRequest) -> HttpResponse:
    """What differs between two dates within an area, one page of it."""
    form, asked = _comparison(request)
    context: dict[str, Any] = {"form": form, "asked": asked, "list": None}
    if asked is not None:
        rows = queries.differences(asked["tu"], asked["den"], within=asked["within"])
        context |= {
            "list": lists.list_page(request, _spec(asked, _actor(request)), _chosen(rows, asked)),
            "kinds": _kind_tabs(request, rows, asked["loai"]),
        }
    return page(request, "org/area_compare.html", context)


@requires("area.read")
@require_safe
def area_compare_excel(request: HttpRequest) -> HttpResponse | FileResponse:
    """The whole comparison as a workbook; the form again where it cannot be read."""
    form, asked = _comparison(request)
    if asked is None:
        return page(request, "org/area_compare.html", {"form": form, "list": None}, status=422)
    rows = queries.differences(asked["tu"], asked["den"], within=asked["within"])
    heading = [f"{asked['label']}, {date_vn(asked['tu'])} – {date_vn(asked['den'])}"]
    return lists.excel(
        request, _spec(asked, _actor(request)), _chosen(rows, asked), heading=heading
    )


def _comparison(request: HttpRequest) -> tuple[forms.ComparisonForm, dict[str, Any] | None]:
    """The form, and what is asked: both days and the area, that of the reader by default."""
    actor = _actor(request)
    typed = request.GET.copy()
    typed.setdefault("tu", date_vn(queries.horizon()))
    typed.setdefault("den", date_vn(actor.day))
    form = forms.ComparisonForm(typed)
    if not form.is_valid():
        return form, None
    asked = {**form.cleaned_data, "within": _within(actor, form.cleaned_data.get("area"))}
    within = asked["within"]
    asked["label"] = _("Cả nước") if within is None else _label(within, asked["den"])
    return form, asked


def _within(actor: Actor, area_id: int | None) -> int | None:
    """The area to compare in: the one asked for within reach, else the reader's own; None: all."""
    if area_id is None:
        return None if actor.scope.everything else actor.scope.area_id
    return queries.area_for(actor, area_id, actor.day).lineage_id


def _label(area_id: int, day: date) -> str:
    name = queries.area_label(area_id, day)
    return name[:1].upper() + name[1:]


def _spec(asked: dict[str, Any], actor: Actor) -> lists.ListSpec:
    return replace(
        exports.DIFFERENCE_LIST,
        prepare=lambda rows: comparison.complete(rows, asked["tu"], asked["den"], actor=actor),
    )


def _chosen(rows: list[queries.Difference], asked: dict[str, Any]) -> Any:
    kind = asked["loai"]
    return exports.FixedRows([row for row in rows if kind in ("", *row.kinds)])


def _kind_tabs(
    request: HttpRequest, rows: list[queries.Difference], chosen: str
) -> list[dict[str, Any]]:
    """One tab a kind of difference, with its count; the dates stay in the address."""
    query = request.GET.copy()
    query.pop("trang", None)
    tabs = []
    for kind, label in [("", _("Tất cả")), *comparison.KINDS.items()]:
        query["loai"] = kind
        count = sum(1 for row in rows if kind in ("", *row.kinds))
        tabs.append(
            {
                "label": label,
                "url": f"?{query.urlencode()}",
                "active": kind == chosen,
                "count": count,
            }
        )
    return tabs


def _filtered(request: HttpRequest) -> forms.ChangeFilter:
    actor = _actor(request)
    return forms.ChangeFilter(request.GET, queries.visible_changes(actor), actor=actor)


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]  # ActorMiddleware
