"""*Cơ quan, địa bàn*: the tree of a day, the page of a place, the list of a day, finding."""

from datetime import date
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import lists
from phongtrao.core.formats import date_vn
from phongtrao.core.http import page, requires
from phongtrao.org import exports, queries
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor, may_reshape
from phongtrao.org.queries.compositions import committees_among
from phongtrao.org.queries.places import links_offered
from phongtrao.org.reshaping.typed import LEVEL_BELOW
from phongtrao.org.views.asked_day import asked_day

MOST_BODIES = 10


@requires("area.read")
@require_safe
def area_list(request: HttpRequest) -> HttpResponse:
    """The highest areas the actor may see; where there is one, that area's own page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    asked = asked_day(request)
    tops = queries.top_areas(actor, asked["day"])
    if len(tops) == 1:
        return page(request, "org/area_detail.html", asked | _about(actor, tops[0], asked["day"]))
    bodies = queries.bodies_in_areas(tops, asked["day"])
    context = asked | {"rows": _rows(tops, asked["day"], bodies)}
    return page(request, "org/area_list.html", context)


@requires("area.read")
@require_safe
def area_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One place on a day: its life, bodies, sets, kin with shares, and what lies below."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    asked = asked_day(request)
    area = queries.area_for(actor, pk, asked["day"])
    return page(request, "org/area_detail.html", asked | _about(actor, area, asked["day"]))


@requires("area.read")
@require_safe
def area_excel(request: HttpRequest) -> FileResponse:
    """All areas of a day within reach, or within one area (`?trong=`), as a workbook."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    day = asked_day(request)["day"]
    asked = request.GET.get("trong", "")
    if asked.isdigit():
        rows = queries.subtree_on(queries.area_for(actor, int(asked), day).lineage_id, day)
    else:
        rows = queries.area_versions_on(day).filter(actor.scope.where("lineage_id"))
    listed = exports.areas_listed_on(rows.exclude(level="country"), day)
    heading = [actor.label, _("Tại ngày %(day)s") % {"day": date_vn(day)}]
    return lists.excel(request, exports.AREA_LIST, listed, heading=heading)


@requires("area.read")
@require_safe
def area_find(request: HttpRequest) -> HttpResponse:
    """Areas and bodies by anything people write; homonyms stand with their provinces."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    asked = asked_day(request)
    text = request.GET.get("tim", "").strip()
    areas = queries.find_areas(text, asked["day"]) if text else []
    bodies = queries.find_bodies(text, asked["day"], most=MOST_BODIES) if text else []
    names = queries.provinces_of({body.area_id for body in bodies}, asked["day"])
    context = asked | {
        "text": text,
        "areas": areas,
        "bodies": [(body, names.get(body.area_id, "")) for body in bodies],
        "covers": actor.scope.covers,
        "levels": exports.LEVELS,
    }
    return page(request, "org/area_find.html", context)


def _about(actor: Actor, area: AreaVersion, day: date) -> dict[str, Any]:
    place = queries.place_of(actor, area, day)
    is_own = area.lineage_id == actor.scope.area_id
    is_reshaper = place.is_in_force and may_reshape(actor, [] if is_own else [area.lineage_id])
    return {
        "place": place,
        "area": area,
        "rows": _rows(place.children, place.day, place.bodies),
        "work_links": links_offered(actor, area),
        "committees": committees_among(actor, place.bodies[area.lineage_id], place.day),
        "covers": actor.scope.covers,
        "set_kinds": exports.SET_KINDS,
        "may_open": is_reshaper and area.level in LEVEL_BELOW,
        "may_change": is_reshaper and not is_own and area.parent_id is not None,
    }


def _rows(
    areas: list[AreaVersion], day: date, bodies: dict[int, list[queries.ShownBody]]
) -> list[dict[str, Any]]:
    counts = queries.counts_below([area.lineage_id for area in areas], day)
    return [
        {
            "area": area,
            "below": counts.get(area.lineage_id, 0),
            "bodies": ", ".join(body.kind_name for body in bodies[area.lineage_id]),
        }
        for area in areas
    ]
