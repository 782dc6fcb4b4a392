"""Bodies: stored rows, and those of past areas computed from the kinds when a record needs them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from phongtrao.core.vietnamese import fold, name_key, tidy_line
from phongtrao.org.gazetteer.bodies import province_slug
from phongtrao.org.gazetteer.body_kinds import LevelName, load_kinds
from phongtrao.org.gazetteer.country import ROOT_ID
from phongtrao.org.models import AreaVersion, Body, BodyKind, Composition
from phongtrao.org.queries.areas import area_on, area_versions_on, known_day
from phongtrao.org.scope import Scope

MOST_FOUND = 20
_LONGEST_SEARCH = 200
_NO_NAME = LevelName("")


@dataclass(frozen=True, slots=True)
class ShownBody:
    """A body of an area on a day; `pk` is None where no record has needed it yet."""

    kind: str
    kind_name: str
    name: str
    pk: int | None


def standing_kind() -> str:
    """The kind that coordinates the programme in an area (ca)."""
    return load_kinds().standing


def body_for_kind(kind: str, area_id: int, day: date) -> Body | None:
    """The stored body of a kind in an area on a day; None where there is no row."""
    rows = Body.objects.on(known_day(day)).filter(kind_id=kind, area_id=area_id)
    return rows.select_related("kind").order_by("pk").first()


def bodies_of_kind(kind: str, area_ids: Iterable[int], day: date) -> dict[int, Body]:
    """Area → its stored body of a kind on a day, in one query; areas without one are absent."""
    rows = Body.objects.on(known_day(day)).filter(kind_id=kind, area_id__in=set(area_ids))
    return {body.area_id: body for body in rows.order_by("-pk")}


def body_on(kind: str, area_id: int, day: date, *, create: bool = False) -> Body | None:
    """The body of a kind in an area on a day, computed where no row stands.

    A computed one has no `pk` unless `create` stores it. None where the area was not in force or
    the kind had no body at its level on that day.
    """
    day = known_day(day)
    stored = body_for_kind(kind, area_id, day)
    if stored is not None:
        return stored
    area = area_on(area_id, day)
    known_kind = BodyKind.objects.filter(code=kind).first()
    if area is None or known_kind is None or not _exists_at(known_kind, area.level, day):
        return None
    computed = _computed(known_kind, area, day)
    if not create:
        return computed
    # A row that starts on the same day but has ended must not come twice.
    same = Body.objects.filter(
        kind=known_kind, area_id=area_id, valid_from=computed.valid_from, parent=computed.parent
    ).first()
    if same is not None:
        return None
    computed.save()
    return computed


def bodies_kept(kind: str, area_ids: Iterable[int], day: date) -> dict[int, Body]:
    """Area → its body of a kind on a day; computed ones are stored now, many at once.

    An area that was not in force or had no such body is absent.
    """
    day = known_day(day)
    wanted = set(area_ids)
    found = bodies_of_kind(kind, wanted, day)
    known_kind = BodyKind.objects.filter(code=kind).first()
    if known_kind is None or wanted <= found.keys():
        return found
    missing = wanted - found.keys()
    lives: dict[int, list[tuple[date, date | None]]] = {}
    versions = AreaVersion.objects.filter(lineage_id__in=missing).order_by("valid_from")
    for area_id, first, end in versions.values_list("lineage_id", "valid_from", "valid_to"):
        lives.setdefault(area_id, []).append((first, end))
    # A row that starts on the same day but has ended must not come twice.
    ended = set(Body.objects.filter(kind=known_kind).values_list("area_id", "valid_from"))
    made = [
        _computed(known_kind, area, day, lives[area.lineage_id])
        for area in area_versions_on(day).filter(lineage_id__in=missing)
        if _exists_at(known_kind, area.level, day)
        and (area.lineage_id, lives[area.lineage_id][0][0]) not in ended
    ]
    return found | {body.area_id: body for body in Body.objects.bulk_create(made, 1_000)}


def bodies_in_areas(
    areas: Sequence[AreaVersion],
    day: date,
    lives: Mapping[int, Sequence[AreaVersion]] | None = None,
) -> dict[int, list[ShownBody]]:
    """Area → its bodies on a day in the order of the kinds, stored ones by their own name.

    `lives` are all versions of each of the areas, where the caller has them already.
    """
    day = known_day(day)
    kinds = list(BodyKind.objects.all())
    stored: dict[int, list[Body]] = {}
    rows = Body.objects.on(day).filter(area_id__in=[area.lineage_id for area in areas])
    found = list(rows.select_related("kind").order_by("kind__position", "name_folded"))
    lives = _lives_around(found) if lives is None else lives
    for body in found:
        body.name = _named_on(body, lives.get(body.area_id, ()), day)
        stored.setdefault(body.area_id, []).append(body)
    return {area.lineage_id: _shown(area, kinds, stored, day) for area in areas}


def bodies_opening(area: AreaVersion, day: date) -> list[Body]:
    """The bodies, not yet stored, that a new area has by the kinds of its level."""
    found = []
    for kind in BodyKind.objects.all():
        is_sure = not _packaged(kind.code, area.level).made_when_named
        if is_sure and _exists_at(kind, area.level, day):
            found.append(_computed(kind, area, day))
    return found


def name_at_level(kind: BodyKind, level: str, area: str, day: date) -> str:
    """What a body of a kind in an area of that level is called; empty where there is none."""
    if not _exists_at(kind, level, day):
        return ""
    return str(kind.names[level].format(area=area))


def names_opening(level: str, area: str, day: date) -> list[str]:
    """What the bodies of a new area (see `bodies_opening`) will be called, before it is stored."""
    kinds = [
        kind
        for kind in BodyKind.objects.all()
        if not _packaged(kind.code, level).made_when_named and _exists_at(kind, level, day)
    ]
    return [name_at_level(kind, level, area, day) for kind in kinds]


def body_name_on(body: Body, day: date) -> str:
    """What a body was called on a day: its area's name of that day where it is named after it."""
    return body_names_on([body], day)[body.pk]


def body_names_on(bodies: Sequence[Body], day: date) -> dict[int, str]:
    """Body → what it was called on a day, in one query beside the kinds of the bodies."""
    lives = _lives_around(bodies)
    return {body.pk: _named_on(body, lives.get(body.area_id, ()), day) for body in bodies}


def _lives_around(bodies: Sequence[Body]) -> dict[int, list[AreaVersion]]:
    """All versions of the areas of some bodies, the oldest first."""
    lives: dict[int, list[AreaVersion]] = {}
    rows = AreaVersion.objects.filter(lineage_id__in={body.area_id for body in bodies})
    for version in rows.order_by("valid_from"):
        lives.setdefault(version.lineage_id, []).append(version)
    return lives


def _named_on(body: Body, life: Sequence[AreaVersion], day: date) -> str:
    pattern = body.kind.names
    by_kind = {pattern[v.level].format(area=v.full_name) for v in life if v.level in pattern}
    if body.name not in by_kind:
        return body.name
    past = [version for version in life if version.valid_from <= day] or life[:1]
    return str(pattern[past[-1].level].format(area=past[-1].full_name))


def body_for_org_id(org_id: str, day: date, *, create: bool = False) -> Body | None:
    """The body that a paper's id means on a day: `bca`, `ca@quang-ngai`, `ubnd@son-la/moc-chau`.

    None for groups, unknown ids, kinds that the programme does not know, and names that fit two
    places; for committees too: they issue papers, but do no work (see `worker_for_org_id`).
    With `create` the row of a past body is made.
    """
    kind, is_local, place = org_id.partition("@")
    if kind.startswith("grp:") or kind in load_kinds().collegial:
        return None
    if not is_local:
        central_kind = load_kinds().central.get(kind)
        return _body(central_kind, ROOT_ID, day, create=create) if central_kind else None
    area_id = _area_of(place, day)
    return _body(kind, area_id, day, create=create) if area_id is not None else None


def worker_for_org_id(org_id: str, day: date) -> Body | None:
    """The body that does what a paper asks of this id on a day.

    For a committee it is the standing body that the decision in force names; None where none
    does: then whoever takes the paper in says which member works.
    """
    kind, _at, place = org_id.partition("@")
    if kind not in load_kinds().collegial:
        return body_for_org_id(org_id, day)
    area_id = _area_of(place, day) if place else ROOT_ID
    found = Composition.objects.confirmed().on(known_day(day)).select_related("standing_body")
    made_up = found.filter(body__kind_id=kind, body__area_id=area_id).order_by("-valid_from")
    composition = made_up.first()
    return composition.standing_body if composition else None


def _area_of(place: str, day: date) -> int | None:
    slug, _slash, unit = place.partition("/")
    province = _province(slug, day)
    if province is None:
        return None
    return _unit(province, unit, day) if unit else province.lineage_id


def find_bodies(
    text: str, day: date, *, within: Scope | None = None, most: int = MOST_FOUND
) -> list[Body]:
    """Bodies in force whose name, short name or symbol holds every typed word, best first.

    Marks and case do not matter; `within` keeps those of a scope's present areas.
    """
    typed = fold(tidy_line(text)[:_LONGEST_SEARCH])
    if not typed:
        return []
    matches = Q()
    for word in typed.split():
        matches &= Q(name_folded__contains=word)
    matches |= Q(symbol__iexact=typed) | Q(short_name__iexact=typed)
    rank = Case(
        When(Q(name_folded=typed) | Q(symbol__iexact=typed), then=Value(0)),
        When(name_folded__contains=typed, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    rows = _within(Body.objects.on(day), within).filter(matches).select_related("kind")
    return list(rows.order_by(rank, "area_id", "kind__position", "pk")[:most])


def named_bodies(text: str, day: date, *, within: Scope | None = None) -> list[Body]:
    """Bodies called exactly so: the name with marks decides, else the one without.

    "Công an xã Tân An, tỉnh Gia Lai" names the one in that place. One = found, none = unknown,
    several = ask.
    """
    typed = tidy_line(text)[:_LONGEST_SEARCH]
    found = _called(typed, day, within)
    name, comma, place = typed.rpartition(",")
    if found or not comma:
        return found
    return _inside(_called(name.strip(), day, within), fold(place.strip()), day)


def _called(typed: str, day: date, within: Scope | None) -> list[Body]:
    if not typed:
        return []
    rows = _within(Body.objects.on(day), within).filter(name_folded=fold(typed))
    found = list(rows.order_by("area_id", "pk"))
    return [body for body in found if name_key(body.name) == name_key(typed)] or found


def _inside(bodies: list[Body], place: str, day: date) -> list[Body]:
    """The bodies whose area lies in an area of that name, with or without its type."""
    areas = area_versions_on(day).filter(lineage_id__in=[body.area_id for body in bodies])
    above = {
        area.lineage_id: {int(part) for part in area.path.split("/") if part} for area in areas
    }
    ids = set().union(*above.values())
    fitting = {
        area.lineage_id
        for area in area_versions_on(day).filter(lineage_id__in=ids)
        if place in (area.name_folded, fold(area.full_name))
    }
    return [body for body in bodies if above.get(body.area_id, set()) & fitting]


def _within(rows: QuerySet[Body], within: Scope | None) -> QuerySet[Body]:
    if within is None or within.everything:
        return rows
    return rows.filter(area_id__in=within.current)


def _body(kind: str, area_id: int, day: date, *, create: bool) -> Body | None:
    if not create:
        return body_for_kind(kind, area_id, day)
    return body_on(kind, area_id, day, create=True)


def _exists_at(kind: BodyKind, level: str, day: date) -> bool:
    ended = kind.ended.get(level)
    return level in kind.names and (ended is None or day < date.fromisoformat(ended))


def _packaged(kind: str, level: str) -> LevelName:
    packaged = load_kinds().kinds.get(kind)
    return packaged.levels.get(level, _NO_NAME) if packaged else _NO_NAME


def _computed(
    kind: BodyKind,
    area: AreaVersion,
    day: date,
    life: Sequence[tuple[date, date | None]] | None = None,
) -> Body:
    life = life or list(
        AreaVersion.objects.filter(lineage_id=area.lineage_id)
        .order_by("valid_from")
        .values_list("valid_from", "valid_to")
    )
    ends = [life[-1][1], _ended(kind, area.level)]
    name = kind.names[area.level].format(area=area.full_name)
    named = _packaged(kind.code, area.level)
    packaged = load_kinds().kinds.get(kind.code)
    whole = packaged.part_of if packaged else None
    return Body(
        kind=kind,
        area_id=area.lineage_id,
        parent=body_for_kind(whole, area.lineage_id, day) if whole else None,
        name=name,
        name_folded=fold(name),
        short_name=named.short_name,
        symbol=named.symbol,
        valid_from=life[0][0],
        valid_to=min((end for end in ends if end), default=None),
    )


def _ended(kind: BodyKind, level: str) -> date | None:
    ended = kind.ended.get(level)
    return date.fromisoformat(ended) if ended else None


def _shown(
    area: AreaVersion, kinds: list[BodyKind], stored: dict[int, list[Body]], day: date
) -> list[ShownBody]:
    rows = stored.get(area.lineage_id, [])
    known = {body.kind_id for body in rows}
    found = [(body.kind.position, _stored(body)) for body in rows]
    for kind in kinds:
        is_sure = not _packaged(kind.code, area.level).made_when_named
        if kind.code not in known and is_sure and _exists_at(kind, area.level, day):
            name = kind.names[area.level].format(area=area.full_name)
            found.append((kind.position, ShownBody(kind.code, kind.name, name, None)))
    return [body for _position, body in sorted(found, key=lambda entry: entry[0])]


def _stored(body: Body) -> ShownBody:
    return ShownBody(body.kind_id, body.kind.name, body.name, body.pk)


def _province(slug: str, day: date) -> AreaVersion | None:
    for version in area_versions_on(day).at_level("province"):
        if slug in (version.slug, province_slug(version.name)):
            return version
    return None


def _unit(province: AreaVersion, unit: str, day: date) -> int | None:
    """The one area below a province that is called so; with the type word it is surer."""
    by_full, by_name = [], []
    for version in area_versions_on(day).under(province.path).exclude(level="province"):
        if province_slug(version.full_name) == unit:
            by_full.append(version)
        elif province_slug(version.name) == unit:
            by_name.append(version)
    found = by_full or [v for v in by_name if v.level == "district"] or by_name
    return found[0].lineage_id if len(found) == 1 else None
