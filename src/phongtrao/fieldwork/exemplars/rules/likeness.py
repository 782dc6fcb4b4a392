"""Whether two entries tell of one model: by name, field, day, purpose, and kin areas. Pure.

Every rule has its weight, and the answer says which of them spoke. The weights were set on the half
of the labelled pairs that may be read. Entries of areas that are not kin are never one model: the
same name elsewhere is a replication, which has a word of its own. The kind is told and not weighed:
it is named too freely.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from phongtrao.core import clock
from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.exemplars.rules.naming import (
    Name,
    is_general,
    met,
    quoted,
    read_name,
    shared,
    similarity,
    telling,
    unmet,
)
from phongtrao.fieldwork.exemplars.rules.subjects import are_others
from phongtrao.org.gazetteer.country import load_country
from phongtrao.org.gazetteer.resolve import Match, resolve

ENOUGH = 0.4
_ONE_LEAD = 0.95
_SURE, _READINGS = 0.6, 4
_WEEK, _ALL, _HALF = 7, 1.4, 0.3
# Another field of work and another purpose, word for word: another matter.
_NOTHING_SHARED, _OTHER_MATTER = 0.15, 0.4
_NEAR, _SAME_SEASON = 45, 200  # days between two launches
# What a model is safe from or against: two of these are two models.
_TOPICS = frozenset({"antt", "antq", "pccc", "atgt", "attp", "bvmt", "matuy"})
# Organisations of which an area has several.
_OWN_KINDS = ("truong", "benh vien", "cong ty", "chua", "giao xu", "chi hoi", "doanh nghiep")


_FORMER = N_("Có thể là địa bàn cũ và mới: cùng tỉnh, cùng ngày ra mắt")


@dataclass(frozen=True, slots=True)
class Described:
    """An entry as the rules read it; `place` is the code of its area today where it is known."""

    name: str
    field: str = ""
    kind: str = ""
    area: str = ""
    province: str = ""
    lead: str = ""
    launched_on: date | str | None = None
    purpose: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two entries are (0–1 and a little beyond), and the rules that spoke."""

    score: float
    reasons: tuple[str, ...]
    same: bool


def likeness(a: Described, b: Described) -> Likeness:
    """Whether two entries tell of one model, with the reasons in words."""
    is_kin = _are_kin(a, b)
    if not is_kin and not _may_be_former(a, b):
        return Likeness(0.0, (N_("Khác địa bàn, không kế thừa nhau"),), same=False)
    places = tuple(sorted({a.area, b.area, a.province, b.province}))
    first, second = met(read_name(a.name, places), read_name(b.name, places))
    if _singled_out_apart(first, second) or _are_other_bodies(a, b):
        return Likeness(0.0, (N_("Khác thôn, tổ, tuyến hoặc số thứ tự"),), same=False)
    by_name = _by_name(a, b, places)
    score = by_name if is_kin else by_name - 0.1
    reasons = [_name_said(by_name), _area_said(a, b) if is_kin else _FORMER]
    if first.marks and first.marks == second.marks:
        left, rest = unmet(first, second)
        score += 0.1 if telling(left | rest) else 0.4
    rules = (
        _by_rest(a, b, first, second),
        _by_field(a, b, first),
        _by_day(a, b),
        _by_purpose(a, b),
        _by_all(a, b),
        _by_subject(a, b),
    )
    for weight, said in rules:
        score += weight
        if said:
            reasons.append(said)
    return Likeness(round(score, 4), tuple(reasons), score >= ENOUGH)


@lru_cache(maxsize=20_000)
def places_of(area: str, province: str, on: date | None = None) -> frozenset[str]:
    """What stands today for an area as it was called on a day: its heirs, else its folded name.

    Areas that became one today are one place, whatever they were called; one that was divided
    stands for each of its heirs.
    """
    codes: set[str] = set()
    for match in resolve(_called(area, province), on)[:_READINGS]:
        if match.confidence >= _SURE:
            codes |= {match.current_code} if match.current_code else _heirs(match)
    return frozenset(codes) or frozenset({fold(_called(area, province))})


def _called(area: str, province: str) -> str:
    return ", ".join(part for part in (tidy_line(area), tidy_line(province)) if part)


def _heirs(match: Match) -> set[str]:
    """The codes of the areas of today that an area was divided into."""
    country, today = load_country(), clock.today()
    found: set[str] = set()
    rows = [match.version.lineage_id]
    while rows:
        lineage = rows.pop()
        living = country.version_on(lineage, today)
        if living is not None:
            found.add(living.code)
        else:
            rows += [each.to_id for each in country.successors(lineage)]
    return found


def _by_name(a: Described, b: Described, places: tuple[str, ...]) -> float:
    """How alike the names are; what one of them says in quotation marks may be the other one."""
    names = [(each.name, quoted(each.name)) for each in (a, b)]
    found = 0.0
    for at, (one, inner) in enumerate(names):
        other = names[1 - at][0]
        first, second = met(read_name(one, places), read_name(other, places))
        found = max(found, similarity(first.words, second.words))
        if inner:
            first, second = met(read_name(inner, places), read_name(other, places))
            found = max(found, similarity(first.words, second.words) - 0.03)
    return found


def _are_kin(a: Described, b: Described) -> bool:
    if a.place and b.place:
        return a.place == b.place
    if fold(tidy_line(a.area)) == fold(tidy_line(b.area)) and fold(a.province) == fold(b.province):
        return True
    if _were_side_by_side(a, b):
        return False
    here, there = _places(a), _places(b)
    return not here.isdisjoint(there)


def _places(each: Described) -> frozenset[str]:
    """The places of today that an entry may speak of: as named now, or when it was launched."""
    day = _day(each.launched_on)
    now = places_of(each.area, each.province)
    return now | places_of(each.area, each.province, day) if day else now


def _were_side_by_side(a: Described, b: Described) -> bool:
    """Whether both name former areas, two of one day: what became one later was two then."""
    one, other = (_former(each.area, each.province) for each in (a, b))
    return bool(one and other) and one != other and _bare(a.area) != _bare(b.area)


@lru_cache(maxsize=20_000)
def _former(area: str, province: str) -> int | None:
    """The lineage of the area that is meant where it has ended."""
    found = resolve(_called(area, province))[:1]
    ended = found and found[0].confidence >= _SURE and found[0].version.valid_to is not None
    return found[0].version.lineage_id if ended else None


def _bare(area: str) -> str:
    """The name of an area without its type: a township that became a commune kept its name."""
    return re.sub(r"^(?:xa|phuong|thi tran|dac khu|tt|p|x) ", "", fold(tidy_line(area)))


def _may_be_former(a: Described, b: Described) -> bool:
    """Whether one entry names a former province of the other one's, and both the same launch.

    Which commune went where is not always known; the same day in the same province may tell, or
    the same name under another type.
    """
    day = _day(a.launched_on)
    if fold(a.province) == fold(b.province):
        return _bare(a.area) == _bare(b.area) and day is not None and day == _day(b.launched_on)
    if a.place:
        return False
    return (
        day is not None
        and day == _day(b.launched_on)
        and not places_of("", _province(a)).isdisjoint(places_of("", _province(b)))
    )


def _province(each: Described) -> str:
    name = tidy_line(each.province)
    return name if fold(name).startswith(("tinh ", "thanh pho ", "tp")) else f"tỉnh {name}"


def _singled_out_apart(first: Name, second: Name) -> bool:
    """Whether numbers or proper names say that these are two: hamlets, roads, teams, families."""
    if first.marks and second.marks:
        return first.marks != second.marks
    left, rest = unmet(first, second)
    here, there = left & first.proper, rest & second.proper
    return bool((here or first.marks) and (there or second.marks))


def _name_said(by_name: float) -> str:
    if by_name >= 0.97:
        return N_("Tên như nhau")
    return N_("Tên gần giống") if by_name >= 0.6 else N_("Tên khác nhau")


def _area_said(a: Described, b: Described) -> str:
    if fold(tidy_line(a.area)) == fold(tidy_line(b.area)):
        return N_("Cùng địa bàn")
    return N_("Địa bàn kế thừa nhau sau sáp nhập")


def _by_rest(a: Described, b: Described, first: Name, second: Name) -> tuple[float, str]:
    """What each name says beyond the other one; one body rarely enters one model in two ways."""
    one_lead = _same_lead(a, b)
    said = N_("Cùng đơn vị thực hiện") if one_lead else ""
    left, rest = unmet(first, second)
    if left & _TOPICS and rest & _TOPICS:
        return -1.0, said
    if not (telling(left) and telling(rest)):
        one_sided = one_lead and a.field != b.field and telling(left | rest)
        return (-0.5 if one_sided else 0.0), said
    alike = a.field == b.field and fold(a.kind) == fold(b.kind)
    return (-1.0 if one_lead and not alike else -0.65), said


def _by_field(a: Described, b: Described, name: Name) -> tuple[float, str]:
    if not a.field or not b.field:
        return 0.0, ""
    if a.field == b.field:
        return 0.0, N_("Cùng lĩnh vực")
    # "Tổ tự quản" of two fields of work
    return (-0.6 if is_general(name.words) else -0.35), N_("Khác lĩnh vực")


def _by_day(a: Described, b: Described) -> tuple[float, str]:
    """The day tells most where two bodies name the same one."""
    first, second = _day(a.launched_on), _day(b.launched_on)
    if first is None or second is None:
        return 0.0, ""
    apart = abs((first - second).days)
    if apart == 0:
        return (0.2 if _same_lead(a, b) else 0.6), N_("Cùng ngày ra mắt")
    if apart <= _NEAR:
        return 0.2, N_("Ngày ra mắt gần nhau")
    # Two bodies may date one model by its decision and by its launch.
    return (-0.3 if apart <= _SAME_SEASON else -0.8), N_("Ngày ra mắt xa nhau")


def _by_purpose(a: Described, b: Described) -> tuple[float, str]:
    """The purposes beside each other, and each name beside the other one's purpose."""
    crossed = max(shared(a.name, b.purpose) or 0.0, shared(b.name, a.purpose) or 0.0)
    both = shared(a.purpose, b.purpose)
    if both is None:
        return 0.75 * crossed - 0.1, ""
    weight = 0.65 * (both - 0.4) + 0.75 * crossed
    if both >= 0.6:
        return weight, N_("Mục đích gần giống")
    if both < _NOTHING_SHARED and a.field != b.field and crossed < _NOTHING_SHARED:
        weight -= _OTHER_MATTER
    return weight, (N_("Mục đích khác nhau") if both < 0.25 else "")


def _by_all(a: Described, b: Described) -> tuple[float, str]:
    """All that two bodies say of a launch of one day: they name one thing in other words."""
    first, second = _day(a.launched_on), _day(b.launched_on)
    if _same_lead(a, b) or first is None or second is None or abs((first - second).days) > _WEEK:
        return 0.0, ""
    both = shared(f"{a.name} {a.purpose}", f"{b.name} {b.purpose}")
    return (_ALL * (both - _HALF) if both is not None else 0.0), ""


def _by_subject(a: Described, b: Described) -> tuple[float, str]:
    return (-0.6, N_("Khác đối tượng")) if are_others(a.name, b.name) else (0.0, "")


def _are_other_bodies(a: Described, b: Described) -> bool:
    """Whether both are run by one kind of organisation, each by its own: two schools."""
    one, other = (fold(tidy_line(each.lead)) for each in (a, b))
    kinds = [kind for kind in _OWN_KINDS if one.startswith(kind) and other.startswith(kind)]
    return bool(kinds) and (shared(a.lead, b.lead) or 0.0) < _ONE_LEAD


def _same_lead(a: Described, b: Described) -> bool:
    return (shared(a.lead, b.lead) or 0.0) >= _ONE_LEAD


def _day(value: date | str | None) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value
