"""*Cơ quan, địa bàn*: the tree of a day, from the country or one's own area downwards."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import parse_date_vn
from phongtrao.core.http import page, requires
from phongtrao.org import queries
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor


@requires("area.read")
@require_safe
def area_list(request: HttpRequest) -> HttpResponse:
    """The highest areas the actor may see; where there is one, that area's own page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    asked = _asked(request)
    tops = queries.top_areas(actor, asked["day"])
    if len(tops) == 1:
        return page(request, "org/area_detail.html", asked | _about(actor, tops[0], asked["day"]))
    context = asked | {"rows": _rows(tops, asked["day"])}
    return page(request, "org/area_list.html", context)


@requires("area.read")
@require_safe
def area_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One area on a day: its bodies, what lies below, what it was made of and what it became."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # ActorMiddleware
    asked = _asked(request)
    area = queries.area_for(actor, pk, asked["day"])
    return page(request, "org/area_detail.html", asked | _about(actor, area, asked["day"]))


def _asked(request: HttpRequest) -> dict[str, Any]:
    """The day asked for (`?ngay=`), a sentence where it cannot be read, and the horizon."""
    text = request.GET.get("ngay", "").strip()
    day, fault = clock.today(), ""
    if text:
        try:
            day = parse_date_vn(text)
        except InvalidInput as error:
            fault = error.shown(_)
    horizon = queries.horizon()
    return {
        "day": day,
        "day_text": text,
        "day_fault": fault,
        "horizon": horizon,
        "is_before_horizon": day < horizon,
        "query": f"?ngay={day.isoformat()}" if day != clock.today() else "",
    }


def _about(actor: Actor, area: AreaVersion, day: date) -> dict[str, Any]:
    is_in_force = area.holds_on(queries.known_day(day))
    children = list(queries.children_on(area.lineage_id, day)) if is_in_force else []
    above = queries.areas_above(area, day) if is_in_force else []
    bodies = queries.bodies_in_areas([area], day) if is_in_force else {}
    return {
        "area": area,
        "is_in_force": is_in_force,
        "above": [each for each in above if actor.scope.covers(each.lineage_id)],
        "bodies": bodies.get(area.lineage_id, []),
        "rows": _rows(children, day),
        "links": _links(actor, area, day),
    }


def _rows(areas: list[AreaVersion], day: date) -> list[dict[str, Any]]:
    bodies = queries.bodies_in_areas(areas, day)
    counts = queries.counts_below([area.lineage_id for area in areas], day)
    return [
        {
            "area": area,
            "below": counts.get(area.lineage_id, 0),
            "bodies": ", ".join(body.kind_name for body in bodies[area.lineage_id]),
        }
        for area in areas
    ]


def _links(actor: Actor, area: AreaVersion, day: date) -> list[dict[str, Any]]:
    """Predecessors and successors with their names on the day of the change."""
    links = queries.links_of(area.lineage_id)
    others = {link.predecessor_id for link in links} | {link.successor_id for link in links}
    names = queries.area_labels(others, day)
    found = []
    for link in links:
        is_origin = link.successor_id == area.lineage_id
        other = link.predecessor_id if is_origin else link.successor_id
        found.append(
            {
                "link": link,
                "is_origin": is_origin,
                "name": names.get(other, ""),
                "other": other if actor.scope.covers(other) else None,
            }
        )
    return found
