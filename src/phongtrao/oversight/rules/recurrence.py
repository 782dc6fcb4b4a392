"""Whether a finding is the defect that was found before: same matter, same act, same kind. Pure.

Each rule gives how alike two findings are by it; the weights were set on our own pairs of examples,
and the answer says which rules spoke. Bodies are kin where one area stands today for both areas.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import exp

from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.exemplars.rules.likeness import places_of
from phongtrao.oversight.rules.finding_likeness import compared
from phongtrao.oversight.rules.finding_matters import Matters, matters_of
from phongtrao.oversight.rules.finding_pairs import ACTS_ALIKE, KINDS_ALIKE
from phongtrao.oversight.rules.finding_wordings import AGAIN, sound_alike
from phongtrao.oversight.rules.finding_words import finding_words
from phongtrao.oversight.rules.findings import OTHER, Reading, read_finding

ENOUGH = 0.52
_HALF = 0.5
# What is added to the log-odds by what is known beside the texts.
_OTHER_NAME, _OTHER_CRITERION, _ASKED, _OTHER_OFFICE = -5.0, -0.8, 1.6, -2.5
_OFFICES = ("uy ban mttq", "uy ban mat tran", "mat tran", "cong an", "ubnd", "uy ban nhan dan")
_KINDS_APART = 0.25
_NAMED_BESIDE = 0.4  # the head of one is named in the other one, as something else
_NOT_KNOWN = 0.3  # of the subjects, where one finding names none
_NO_KIND, _OF_OTHER = 0.1, 0.15
_PROGRAMME = 0.6  # words of the programme alone say little of the matter
_THERE, _HOW = "there", "how"  # said where no act is named: that it is not there, how it is
_THERE_HOW = 0.5
_NEAR = 0.8
_LITTLE_MORE, _ENOUGH_WORDS = 0.34, 3  # how much more one may say, of so many words of both
_PARTING = (
    "praise",
    "numbered",
    "partners",
    "themes",
    "targets",
    "qualifiers",
    "done",
    "well_done",
)
_OF_FOLLOWING = frozenset({"khac_phuc", "kiem_tra"})  # said of any defect that is there again
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
    if says_the_same(a.text, b.text):
        return Likeness(1.0, (N_("Ghi như nhau"),), same=True)
    measures = measures_of(a, b)
    odds = _weights()["least"] + sum(
        weight * measures[name] for name, weight in _weights().items() if name in measures
    )
    score = round(1 / (1 + exp(-odds - known_beside(a, b))), 4)
    said = (*_said_of(measures), *(each for _weight, each in _beside(a, b) if each))
    return Likeness(score, said, score >= ENOUGH)


def says_the_same(a: str, b: str) -> bool:
    """Whether one text says what the other one does with hardly a word more, but for words of
    course, years, the order and that it is there again; and of the same thing in the same way.
    """
    if not a or not b:
        return False
    if fold(tidy_line(a)) == fold(tidy_line(b)):
        return True
    one, other = matters_of(a), matters_of(b)
    here, there = (each.words.keys() - AGAIN for each in (one, other))
    more, both = max(here - there, there - here, key=len), here & there
    is_more = not (here <= there or there <= here) or len(more) > max(1, _LITTLE_MORE * len(both))
    if is_more or len(both) < _ENOUGH_WORDS or not _speak_of_one(one, other):
        return False
    told = measured(a, b)
    is_other = any(told[name] for name in _PARTING)
    return told["kind"] >= _HALF and told["head"] == 1 and not is_other


def _speak_of_one(one: Matters, other: Matters) -> bool:
    """Whether the weightier matters of one are all spoken of in the other one."""
    here, there = (
        {name for name, weight in each.told.items() if weight >= _HALF} - _OF_FOLLOWING
        for each in (one, other)
    )
    return here <= there or there <= here


def measures_of(a: Finding, b: Finding) -> dict[str, float]:
    """All measures of two findings, 0 to 1 (cosines -1 to 1)."""
    told = measured(a.text or a.asked, b.text or b.asked)
    return together(told, sound_alike((a.text, a.asked), (b.text, b.asked)))


def together(told: Mapping[str, float], sound: Mapping[str, float]) -> dict[str, float]:
    """The measures by the lists and by the banks, and that a near one is wrong in the same way."""
    return {**told, **sound, "kind_near": told["kind"] * sound["near_white"]}


def known_beside(a: Finding, b: Finding) -> float:
    """What a name, the office, the criterion and what is asked add to the log-odds."""
    return sum(weight for weight, _said in _beside(a, b))


@cache
def _weights() -> Mapping[str, float]:
    """What each measure adds to the log-odds of one defect, as `scripts/fit_findings.py` fitted it;
    `least` where nothing speaks for it. Measures without a weight only explain the answer.
    """
    source = resources.files("phongtrao.oversight").joinpath("data", "finding_weights.json")
    weights: dict[str, float] = json.loads(source.read_text(encoding="utf-8"))
    return weights


def measured(a: str, b: str) -> dict[str, float]:
    """The measures of two texts by the lists of words, 0 to 1."""
    one, other = read_finding(a), read_finding(b)
    subject, kind = _dice(one.subjects, other.subjects), _kind(one, other)
    apart = bool(
        one.qualifiers and other.qualifiers and one.qualifiers.isdisjoint(other.qualifiers)
    )
    found = compared(matters_of(a), matters_of(b))
    return found | {
        "unlike": 0.0 if found["aspect"] else max(0.0, _HALF - kind),
        "subject": _NOT_KNOWN if subject is None else _subject(one, other, subject),
        "act": _act(one, other, kind),
        "kind": kind,
        "other_kind": float(kind < _KINDS_APART),
        "head": _heads(one, other),
        "qualifiers": float(apart),
    }


def _said_of(measures: Mapping[str, float]) -> Iterator[str]:
    """What the measures mean, in words."""
    told = measures.__getitem__
    is_of_one = max(told("thing"), told("same_target"), told("subject")) >= _HALF
    yield N_("Cùng đối tượng") if is_of_one else N_("Khác đối tượng")
    is_one_work = max(told("aspect"), told("act")) >= _HALF
    yield N_("Cùng việc") if is_one_work else N_("Khác việc")
    yield N_("Cùng dạng tồn tại") if told("kind") >= _HALF else N_("Khác dạng tồn tại")
    if told("praise"):
        yield N_("Một bên nêu kết quả tốt")
    if told("partners") or told("themes"):
        yield N_("Với cơ quan khác hoặc về lĩnh vực khác")
    if told("targets") or told("qualifiers"):
        yield N_("Khác nơi, người nghe hoặc kênh")
    if told("numbered"):
        yield N_("Khác chương trình, đề án hoặc văn bản")
    if told("near") >= _NEAR and told("plain_meant") >= _HALF and not is_one_work:
        yield N_("Nói cùng một tồn tại bằng lời khác")
    if told("copied") or told("inserted"):
        yield N_("Lời gần giống nhưng nói về việc khác")


def _beside(a: Finding, b: Finding) -> Iterator[tuple[float, str]]:
    """What a name, the office, the criterion and what is asked add."""
    one, other = read_finding(a.text or a.asked), read_finding(b.text or b.asked)
    if one.named and other.named and one.named.isdisjoint(other.named):
        yield _OTHER_NAME, N_("Khác tên mô hình")
    here, there = _office(a.body), _office(b.body)
    if here and there and here != there:
        yield _OTHER_OFFICE, N_("Khác cơ quan")
    if a.criterion and b.criterion and a.criterion != b.criterion:
        yield _OTHER_CRITERION, N_("Khác nội dung kiểm tra")
    if a.text and b.text and a.asked and b.asked:
        yield _by_asked(read_finding(a.asked), read_finding(b.asked)), ""


def _office(body: str) -> str:
    """Which office of its place a body is: the Front, the police or the people's committee."""
    called = fold(tidy_line(body))
    found = next((at for at, name in enumerate(_OFFICES) if called.startswith(name)), None)
    return "" if found is None else ("front", "front", "front", "police", "people", "people")[found]


def _by_asked(one: Reading, other: Reading) -> float:
    """What both ask for, beside what was found."""
    alike = (_dice(one.subjects, other.subjects), _dice(one.acts, other.acts))
    known = [each for each in alike if each is not None]
    return _ASKED * (sum(known) / len(known) - _HALF) if known else 0.0


def _subject(one: Reading, other: Reading, alike: float) -> float:
    """How far both speak of the same; less is told where only the programme is named."""
    most = max(max(each.subjects.values(), default=0.0) for each in (one, other))
    return max(alike, _HALF) if most < _PROGRAMME else alike


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
