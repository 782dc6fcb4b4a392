"""What search finds of places and bodies, asked directly: their folded names are the index."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import formats
from phongtrao.core.search import ABBREVIATIONS, Hit, Query
from phongtrao.core.vietnamese import fold, name_key
from phongtrao.org.gazetteer.resolve import resolve
from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import AREA_TYPES
from phongtrao.org.queries.finding import find_areas
from phongtrao.org.scope import horizon

# More than that nobody reads; the page says that there are more.
MOST_PLACES = 2_000
# "Sơn Tây Hà Nội" has four words, "Huế Phú Xuân" three; fewer name one place.
_FEWEST_OF_TWO_PLACES = 3
_LEVELS = ("country", "province", "district", "commune", "residential_area")


@dataclass(frozen=True, slots=True)
class Found:
    """One page of finds of a kind, and how many there are."""

    hits: list[Hit]
    total: int


def found_areas(actor: Actor, query: Query, start: int, end: int) -> Found:
    """Places within reach, by a name or type of today or of before; exact names first.

    A place typed with its province, of today or of before, stands before all.
    """
    rows = _matching_areas(actor, query).order_by("pk")
    fields = ("lineage_id", "name", "type", "level", "valid_to", "sort_key", "path")
    ranked: dict[int, tuple[Any, ...]] = {}
    paths: dict[int, str] = {}
    for lineage, name, type_, level, valid_to, sort, path in rows.values_list(*fields)[
        :MOST_PLACES
    ]:
        rank = (
            not all(mark in name_key(f"{type_} {name}") for mark in query.marked),
            fold(name) not in _name_asked(query),
            valid_to is not None,
            _LEVELS.index(level) if level in _LEVELS else len(_LEVELS),
            sort,
            lineage,
        )
        if lineage not in ranked or rank < ranked[lineage]:
            ranked[lineage], paths[lineage] = rank, path
    named = _areas_meant(actor, query)
    paths |= {version.lineage_id: version.path for version in named}
    rest = sorted(ranked, key=lambda lineage: ranked[lineage])
    found = list(dict.fromkeys([*(version.lineage_id for version in named), *rest]))
    return Found(_area_hits(found[start:end], paths, actor.day), len(found))


def found_bodies(actor: Actor, query: Query, start: int, end: int) -> Found:
    """Bodies within reach by name, short name, symbol or abbreviation; those in force first."""
    meant = _bodies_meant(actor, query)
    rows = Body.objects.filter(actor.scope.where("area_id")).annotate(
        words=Concat(Value(" "), F("name_folded")),
        total=Window(Count("pk")),
        is_ended=_ended(actor.day),
        rank=Case(
            When(meant, then=Value(-1)),
            When(name_folded=fold(query.typed), then=Value(0)),
            When(Q(symbol__iexact=query.typed) | Q(short_name__iexact=query.typed), then=Value(0)),
            *_exact(query),
            default=Value(2),
            output_field=IntegerField(),
        ),
    )
    named = Q()
    for word in query.words:
        named &= _of_body(word)
    found = list(
        rows.filter(named | meant).order_by("is_ended", "rank", "name_folded", "pk")[start:end]
    )
    total = getattr(found[0], "total", 0) if found else 0
    return Found([_body_hit(row, actor.day) for row in found], total)


def _areas_meant(actor: Actor, query: Query) -> list[AreaVersion]:
    """The areas within reach that the gazetteer reads in the whole text, the right one first.

    A former place is followed by its heirs that keep its name, and these come first.
    """
    if len(query.words) < _FEWEST_OF_TWO_PLACES:
        return []
    found = find_areas(query.typed, actor.day)
    in_force = [each.version for each in found if each.is_in_force]
    heirs = [
        heir.version
        for each in found
        for heir in each.heirs
        if heir.version.name_folded == each.version.name_folded
    ]
    former = [each.version for each in found if not each.is_in_force]
    meant = (*in_force, *heirs, *former)
    return [version for version in meant if actor.scope.covers(version.lineage_id)]


def _bodies_meant(actor: Actor, query: Query) -> Q:
    """The bodies of the kind and place that a text names: *công an xã Ba Tơ, Quảng Ngãi*."""
    matches = resolve(query.typed, actor.day) if len(query.words) >= _FEWEST_OF_TWO_PLACES else []
    kind = matches[0].current_kind if matches else None
    if kind is None:
        return Q(pk__in=[])
    places = {version.lineage_id for version in _areas_meant(actor, query)}
    return Q(kind_id=kind, parent=None, area_id__in=places)


def _matching_areas(actor: Actor, query: Query) -> QuerySet[AreaVersion]:
    rows = AreaVersion.objects.filter(actor.scope.where("lineage_id"))
    rows = rows.annotate(words=Concat(Value(" "), F("name_folded")))
    by_name = Q()
    for word in query.words:
        types = [each for each in AREA_TYPES if word in fold(each).split()]
        by_name &= _has("words", word) | Q(type__in=types)
    return rows.filter(by_name | Q(code=query.typed))


def _has(field: str, word: str) -> Q:
    """A word, or the beginning of one; a long one also inside, as in *r'lap*."""
    return Q(**{f"{field}__contains": word if len(word) > 2 else f" {word}"})


def _of_body(word: str) -> Q:
    either = _has("words", word) | Q(symbol__iexact=word) | Q(short_name__iexact=word)
    long = ABBREVIATIONS.get(word)
    return either | Q(words__contains=f" {long}") if long else either


def _exact(query: Query) -> Iterable[When]:
    """Names that hold the marks as typed; case is ours to try, SQLite knows only that of ASCII."""
    if not query.marked:
        return []
    condition = Q()
    for word in query.marked:
        forms = {word, word.capitalize(), word.upper()}
        condition &= Q(*(("name__contains", form) for form in forms), _connector=Q.OR)
    return [When(condition, then=Value(1))]


def _ended(day: date) -> Case:
    return Case(
        When(valid_to__lte=day, then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )


def _name_asked(query: Query) -> set[str]:
    """The typed words, with and without the words of a type before them."""
    names = {" ".join(query.words)}
    for type_ in map(fold, AREA_TYPES):
        names |= {name.removeprefix(f"{type_} ") for name in names}
    return names


def _area_hits(lineages: list[int], paths: dict[int, str], day: date) -> list[Hit]:
    chains = (paths[lineage].split("/") for lineage in lineages)
    wanted = {int(part) for chain in chains for part in chain if part}
    lives: dict[int, list[AreaVersion]] = {}
    for version in AreaVersion.objects.filter(lineage_id__in=wanted).order_by("valid_from"):
        lives.setdefault(version.lineage_id, []).append(version)
    return [_area_hit(lineage, lives, paths[lineage], day) for lineage in lineages]


def _area_hit(lineage: int, lives: dict[int, list[AreaVersion]], path: str, day: date) -> Hit:
    last = lives[lineage][-1]
    is_former = last.valid_to is not None and last.valid_to <= day
    names = dict.fromkeys(version.full_name for version in lives[lineage][:-1])
    names.pop(last.full_name, None)
    parts = [int(part) for part in path.split("/") if part]
    parents = [lives[each][-1].full_name for each in parts[1:-1] if each in lives]
    former = gettext("Tên trước đây: %(names)s") % {"names": ", ".join(names)} if names else ""
    until = ""
    if is_former and last.valid_to:
        until = gettext("Đến %(day)s") % {"day": formats.date_vn(last.valid_to)}
    return Hit(
        lineage,
        last.full_name,
        reverse("org:area-detail", args=[lineage]),
        ", ".join(reversed(parents)),
        last.valid_from if last.valid_from > horizon() else None,
        until or _("Đang có hiệu lực"),
        "secondary" if is_former else "success",
        former,
    )


def _body_hit(row: Body, day: date) -> Hit:
    ended = row.valid_to is not None and row.valid_to <= day
    return Hit(
        row.pk,
        row.name,
        reverse("org:area-detail", args=[row.area_id]),
        row.short_name,
        None,
        _("Đã kết thúc hoạt động") if ended else _("Đang hoạt động"),
        "secondary" if ended else "success",
        row.symbol,
    )
