"""The page of a place: its life, its kin with shares, its bodies and sets on a day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import Q

from phongtrao.core.navigation import ShownEntry
from phongtrao.org.models import AreaSet, AreaVersion, Succession
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.area_sets import sets_of
from phongtrao.org.queries.areas import children_on, known_day, links_from
from phongtrao.org.queries.bodies import ShownBody, bodies_in_areas
from phongtrao.org.queries.kinship import Kin, kin_walked, steps_of


@dataclass(frozen=True, slots=True)
class ShownLink:
    """One predecessor or successor: its name on the day of the change and the share."""

    link: Succession
    other: int
    name: str
    share: Fraction
    may_open: bool


@dataclass(frozen=True, slots=True)
class Place:
    """What the page says. `day` is the day asked, or the nearest one of the area's life."""

    area: AreaVersion
    is_in_force: bool
    day: date
    life: list[tuple[AreaVersion, date | None]]
    """Every version with its last day; None while it lasts."""
    parents: dict[int, str]
    above: list[AreaVersion]
    children: list[AreaVersion]
    bodies: dict[int, list[ShownBody]]
    """Of the area itself and of each area directly below."""
    sets: list[AreaSet]
    origins: list[ShownLink]
    successors: list[ShownLink]
    heirs: list[Kin]
    """Of a former area: what has it on the day asked, through all mergers."""


Lives = dict[int, list[AreaVersion]]
"""Area → all its versions, the oldest first."""
PlaceLinks = Callable[[Actor, AreaVersion], list[ShownEntry]]
_link_sources: list[PlaceLinks] = []


def offer_links(sources: Sequence[PlaceLinks]) -> None:
    """Name the later stages that have lists of a place's work; called once by the wiring."""
    _link_sources[:] = sources


def links_offered(actor: Actor, area: AreaVersion) -> list[ShownEntry]:
    """Where the work of a place is listed, as far as the actor may see such lists."""
    return [link for source in _link_sources for link in source(actor, area)]


def place_of(actor: Actor, area: AreaVersion, day: date) -> Place:
    """Gather what is known of a place on a day; a former place is shown as of its last day."""
    asked = known_day(day)
    is_in_force = area.holds_on(asked)
    near = asked if is_in_force else _nearest_day(area, asked)
    links = links_from(area.lineage_id)
    lives = _lives(area, links)
    life = lives[area.lineage_id]
    own = [row for row in links if area.lineage_id in (row.predecessor_id, row.successor_id)]
    shown = [_shown(actor, row, area.lineage_id, lives) for row in own]
    children, younger = _children(area, near)
    return Place(
        area=area,
        is_in_force=is_in_force,
        day=near,
        life=[(each, _last_day(each)) for each in life],
        parents=_names(life, lives, near),
        above=_above(actor, area, lives, near),
        children=children,
        bodies=bodies_in_areas([area, *children], near, lives | younger),
        sets=sets_of([area.lineage_id], near).get(area.lineage_id, []),
        origins=sorted(
            (each for each in shown if each.link.successor_id == area.lineage_id),
            key=lambda each: (each.link.on, each.name),
        ),
        successors=sorted(
            (each for each in shown if each.link.predecessor_id == area.lineage_id),
            key=lambda each: (each.link.on, -each.share, each.name),
        ),
        heirs=[] if is_in_force else _heirs(area, links, lives, asked),
    )


def _heirs(area: AreaVersion, links: list[Succession], lives: Lives, day: date) -> list[Kin]:
    steps = steps_of(links, "heirs")
    standing = {each: v for each, life in lives.items() for v in life if v.holds_on(day)}
    return kin_walked(area.lineage_id, steps, standing)


def _children(area: AreaVersion, day: date) -> tuple[list[AreaVersion], Lives]:
    """What lies below on the day, and all versions of each: their bodies are named after those."""
    below = children_on(area.lineage_id, day).order_by()
    lives = _read(Q(lineage__in=below.values("lineage")))
    found = [version for life in lives.values() for version in life if version.holds_on(day)]
    return sorted(found, key=lambda version: (version.sort_key, version.pk)), lives


def _lives(area: AreaVersion, links: list[Succession]) -> Lives:
    """All versions of every area that the page names, in one query."""
    ids = {int(part) for part in area.path.split("/") if part}
    ids |= {row.predecessor_id for row in links} | {row.successor_id for row in links}
    own = AreaVersion.objects.filter(lineage=area.lineage_id).exclude(parent=None)
    return _read(Q(lineage__in=ids) | Q(lineage__in=own.values("parent")))


def _read(where: Q) -> Lives:
    lives: Lives = {}
    for version in AreaVersion.objects.filter(where).order_by("valid_from"):
        lives.setdefault(version.lineage_id, []).append(version)
    return lives


def _names(life: list[AreaVersion], lives: Lives, day: date) -> dict[int, str]:
    """Each superior area by the name it had on the day, or nearest to it."""
    names: dict[int, str] = {}
    for parent in {each.parent_id for each in life if each.parent_id}:
        versions = lives.get(parent, [])
        past = [each for each in versions if each.valid_from <= day] or versions
        names[parent] = past[-1].full_name if past else ""
    return names


def _above(actor: Actor, area: AreaVersion, lives: Lives, day: date) -> list[AreaVersion]:
    """The areas above on the day, the highest first, those within reach alone."""
    ids = [int(part) for part in area.path.split("/") if part][:-1]
    found = (each for pk in ids for each in lives.get(pk, []) if each.holds_on(day))
    return [each for each in found if actor.scope.covers(each.lineage_id)]


def _last_day(version: AreaVersion) -> date | None:
    return version.valid_to - timedelta(days=1) if version.valid_to else None


def _nearest_day(area: AreaVersion, day: date) -> date:
    if area.valid_to is not None and area.valid_to <= day:
        return area.valid_to - timedelta(days=1)
    return area.valid_from


def _shown(actor: Actor, link: Succession, area_id: int, lives: Lives) -> ShownLink:
    is_origin = link.successor_id == area_id
    other = link.predecessor_id if is_origin else link.successor_id
    life = lives.get(other, [])
    # A predecessor as it was called at its end, a successor as it was called at its beginning.
    version = next(iter(life if not is_origin else life[::-1]), None)
    return ShownLink(
        link=link,
        other=other,
        name=version.full_name if version else "",
        share=Fraction(link.share_numerator, link.share_denominator),
        may_open=actor.scope.covers(other),
    )
