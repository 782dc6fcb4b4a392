"""Whether a finding is the defect that was found before: same matter, same act, same kind. Pure.

Each rule gives how alike two findings are by it; the weights were set on our own pairs of examples,
and the answer says which rules spoke. Bodies are kin where one area stands today for both areas.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.exemplars.rules.likeness import places_of
from phongtrao.oversight.rules.finding_pairs import ACTS_ALIKE, KINDS_ALIKE
from phongtrao.oversight.rules.finding_words import finding_words
from phongtrao.oversight.rules.findings import OTHER, Reading, read_finding

ENOUGH = 0.42  # below the half: words of no list only ever take away
_HALF = 0.5
# What each rule adds to the log-odds of one defect; `_NOTHING` where no rule speaks.
_NOTHING = -4.3
_SUBJECT, _ACT, _KIND, _HEAD = 1.5, 1.55, 2.0, 2.4
_OTHER_SUBJECT, _ONE_SUBJECT = -0.7, -1.4
_OTHER_ACT, _OTHER_NAMED, _OTHER_KIND = -0.6, -0.7, -1.5
_SAME_PLACE = 0.5
_OTHER_PLACE, _OTHER_NAME, _OTHER_CRITERION, _ASKED = -3.5, -5.0, -0.8, 1.6
_LITTLE = 0.12  # a likeness below it is none
_ACTS_APART, _KINDS_APART = 0.35, 0.25
_NAMED_BESIDE = 0.4  # the head of one is named in the other one, as something else
_TELLING = 0.8  # a subject of so much weight that the other one does not name
_NO_KIND, _OF_OTHER = 0.1, 0.15
_PROGRAMME = 0.6  # words of the programme alone say little of the matter
_THERE, _HOW = "there", "how"  # said where no act is named: that it is not there, how it is
_THERE_HOW = 0.5
_OF_BEING = frozenset({"none", "short", "late", "low"})
_RESOURCES = frozenset({"kinh_phi", "che_do"})  # none of it is another matter than little of it


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as the rules read it; what is empty is not known. `place`: its area today."""

    text: str
    asked: str = ""
    criterion: str = ""
    body: str = ""
    area: str = ""
    year: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How sure it is that two findings are one defect (0–1), the rules that spoke, the answer."""

    score: float
    reasons: tuple[str, ...]
    same: bool


def same_defect(a: Finding, b: Finding) -> Likeness:
    """Whether two findings are one defect of one body, or of bodies that became one; and why."""
    if not _are_kin(a, b):
        return Likeness(0.0, (N_("Khác địa bàn, không kế thừa nhau"),), same=False)
    if a.text and fold(tidy_line(a.text)) == fold(tidy_line(b.text)):
        return Likeness(1.0, (N_("Ghi như nhau"),), same=True)
    one, other = read_finding(a.text or a.asked), read_finding(b.text or b.asked)
    told = [*_compared(one, other), *_beside(a, b, one, other)]
    score = round(1 / (1 + exp(-_NOTHING - sum(weight for weight, _said in told))), 4)
    return Likeness(score, tuple(said for _w, said in told if said), score >= ENOUGH)


def _compared(one: Reading, other: Reading) -> Iterator[tuple[float, str]]:
    """What two readings add, rule by rule, with what is said of it."""
    subject, kind = _subject(one, other), _kind(one, other)
    if subject is None:
        most = max([*one.subjects.values(), *other.subjects.values()], default=0.0)
        yield _SUBJECT * _HALF + (_ONE_SUBJECT if most >= _TELLING else 0.0), ""
    else:
        off = _OTHER_SUBJECT if subject < _LITTLE else 0.0
        said = N_("Cùng đối tượng") if subject >= _HALF else N_("Khác đối tượng")
        yield _SUBJECT * subject + off, said
    act = _act(one, other, kind)
    off = 0.0
    if act < _ACTS_APART:
        off = _OTHER_ACT + (_OTHER_NAMED if _named(one) and _named(other) else 0.0)
    yield _ACT * act + off, N_("Cùng việc") if act >= _HALF else N_("Khác việc")
    off = _OTHER_KIND if kind < _KINDS_APART else 0.0
    said = N_("Cùng dạng tồn tại") if kind >= _HALF else N_("Khác dạng tồn tại")
    yield _KIND * kind + off, said
    yield _HEAD * _heads(one, other), ""


def _beside(a: Finding, b: Finding, one: Reading, other: Reading) -> Iterator[tuple[float, str]]:
    """What the place, a name, the criterion and what is asked add."""
    if one.qualifiers and other.qualifiers and one.qualifiers.isdisjoint(other.qualifiers):
        yield _OTHER_PLACE, N_("Khác nơi, người nghe hoặc kênh")
    if one.qualifiers and one.qualifiers == other.qualifiers:
        yield _SAME_PLACE, N_("Cùng nơi, người nghe hoặc kênh")
    if one.named and other.named and one.named.isdisjoint(other.named):
        yield _OTHER_NAME, N_("Khác tên mô hình")
    if a.criterion and b.criterion and a.criterion != b.criterion:
        yield _OTHER_CRITERION, N_("Khác nội dung kiểm tra")
    if a.text and b.text and a.asked and b.asked:
        yield _by_asked(read_finding(a.asked), read_finding(b.asked)), ""


def _by_asked(one: Reading, other: Reading) -> float:
    """What both ask for, beside what was found."""
    alike = (_dice(one.subjects, other.subjects), _dice(one.acts, other.acts))
    known = [each for each in alike if each is not None]
    return _ASKED * (sum(known) / len(known) - _HALF) if known else 0.0


def _subject(one: Reading, other: Reading) -> float | None:
    """How far both speak of the same; None where one names nothing."""
    alike = _dice(one.subjects, other.subjects)
    most = max(max(each.subjects.values(), default=0.0) for each in (one, other))
    return max(alike, _HALF) if alike is not None and most < _PROGRAMME else alike


def _heads(one: Reading, other: Reading) -> float:
    """Whether both are about the same first."""
    if not one.head or not other.head:
        return _HALF
    if one.head == other.head:
        return 1.0
    here, there = ({*each.subjects, *each.acts} for each in (one, other))
    return _NAMED_BESIDE if one.head in there or other.head in here else 0.0


def _act(one: Reading, other: Reading, kind: float) -> float:
    """How far the same was not done; where neither names an act, the kind decides."""
    if not one.acts and not other.acts:
        return kind if _acts(one).keys() == _acts(other).keys() else min(kind, _THERE_HOW)
    return _both_ways(_acts(one), _acts(other), ACTS_ALIKE, _OF_OTHER)


def _acts(read: Reading) -> dict[str, float]:
    """What was not done; where no act is named, that it is not there, or how it is."""
    acts = {
        name: w * (_HALF if name in finding_words().soft_acts else 1.0)
        for name, w in read.acts.items()
    }
    left = 1.0 - max(acts.values(), default=0.0)
    if left > 0:
        best = max(read.kinds, key=lambda kind: read.kinds[kind], default="none")
        acts[_THERE if best in _OF_BEING else _HOW] = left
    return acts


def _named(read: Reading) -> bool:
    return any(w > _HALF and name not in finding_words().soft_acts for name, w in read.acts.items())


def _kind(one: Reading, other: Reading) -> float:
    """How well the kinds of two defects go together."""
    here, there = one.kinds, other.kinds
    if not here or not there:
        return _HALF
    if {"none", "low"} <= here.keys() | there.keys() and _RESOURCES & one.subjects.keys():
        return 0.2 if here.keys().isdisjoint(there) else 0.7
    return _both_ways(here, there, KINDS_ALIKE, _NO_KIND)


def _both_ways(
    one: Mapping[str, float],
    other: Mapping[str, float],
    pairs: Mapping[frozenset[str], float],
    least: float,
) -> float:
    """0–1: what each side finds best in the other one; what is only said beside counts less."""
    found = [
        sum(
            w
            * max(_alike(name, each, pairs, least) * min(1.0, 1.5 * v) for each, v in there.items())
            for name, w in here.items()
        )
        / sum(here.values())
        for here, there in ((one, other), (other, one))
    ]
    return sum(found) / 2


def _alike(one: str, other: str, pairs: Mapping[frozenset[str], float], least: float) -> float:
    if one == other:
        return 1.0
    is_known = pairs is KINDS_ALIKE or OTHER in (
        one.split(maxsplit=1)[0],
        other.split(maxsplit=1)[0],
    )
    return pairs.get(frozenset({one, other}), least if is_known else 0.0)


def _dice(one: Mapping[str, float], other: Mapping[str, float]) -> float | None:
    """0–1: the weight that both have; None where one of them says nothing."""
    if not one or not other:
        return None
    both = sum(min(weight, other[name]) for name, weight in one.items() if name in other)
    return 2 * both / (sum(one.values()) + sum(other.values()))


def _are_kin(a: Finding, b: Finding) -> bool:
    if a.place and b.place:
        return a.place == b.place
    one, other = a.area or a.body, b.area or b.body
    if not one or not other or fold(tidy_line(one)) == fold(tidy_line(other)):
        return True
    here, there = _places(one), _places(other)
    return not here or not there or not here.isdisjoint(there)


@lru_cache(maxsize=20_000)
def _places(called: str) -> frozenset[str]:
    """The codes of the areas of today that a name stands for; none where it is not known."""
    return frozenset(code for code in places_of(tidy_line(called), "") if code.isdigit())
