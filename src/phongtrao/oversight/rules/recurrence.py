"""Whether a finding is the defect that was found before: same matter, same act, same kind. Pure.

Every rule has its weight, and the answer says which of them spoke. Bodies are kin where one area
stands today for the areas of both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.exemplars.rules.likeness import places_of
from phongtrao.oversight.rules.finding_words import SOFT_ACTS
from phongtrao.oversight.rules.findings import OTHER, Reading, read_finding

ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as the rules read it; what is empty is not known. `place`: key of its area today."""

    text: str
    asked: str = ""
    criterion: str = ""
    body: str = ""
    area: str = ""
    year: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two findings are (0–1), the rules that spoke in words, and the answer."""

    score: float
    reasons: tuple[str, ...]
    same: bool


def same_defect(a: Finding, b: Finding) -> Likeness:
    """Whether two findings are one defect of one body, or of bodies that became one; and why."""
    if not _are_kin(a, b):
        return Likeness(0.0, (N_("Khác địa bàn, không kế thừa nhau"),), same=False)
    one, other = read_finding(a.text or a.asked), read_finding(b.text or b.asked)
    score, reasons = _compared(one, other)
    score += _by_asked(a, b)
    if a.criterion and b.criterion and a.criterion != b.criterion:
        score -= _OTHER_CRITERION
        reasons.append(N_("Khác nội dung kiểm tra"))
    if tidy_line(fold(a.text)) == tidy_line(fold(b.text)):
        score, reasons = 1.0, [N_("Ghi như nhau")]
    score = round(max(0.0, min(1.0, score)), 4)
    return Likeness(score, tuple(reasons), score >= ENOUGH)


_OTHER_CRITERION = 0.12
_SUBJECT, _ACT, _KIND, _WORDS = 0.36, 0.26, 0.24, 0.14
# Two kinds of defect that officials say for each other, as far as they do; all others: _APART.
_APART = 0.1
_NEAR_KINDS: Mapping[frozenset[str], float] = {
    frozenset(pair.split()): weight
    for pair, weight in {
        "none late": 0.3, "none short": 0.6, "none low": 0.5, "short low": 0.85,
        "low weak": 0.7, "low neglect": 0.5, "low formal": 0.35, "low irregular": 0.4, "none irregular": 0.6, "none neglect": 0.7,
        "none weak": 0.6, "none stale": 0.6, "formal unclear": 0.7, "formal weak": 0.8,
        "formal short": 0.35, "formal irregular": 0.3, "formal neglect": 0.5, "formal loose": 0.4,
        "short weak": 0.7, "irregular loose": 0.5, "irregular weak": 0.6, "irregular neglect": 0.6,
        "loose weak": 0.8, "neglect weak": 0.8, "late stale": 0.6, "late irregular": 0.4,
        "short neglect": 0.5, "unclear weak": 0.6, "broken none": 0.3, "late weak": 0.5,
        "unclear none": 0.2, "wrong unclear": 0.4, "wrong short": 0.3, "wrong weak": 0.4,
        "unclear short": 0.4, "late neglect": 0.5,
    }.items()
}  # fmt: skip


def _compared(one: Reading, other: Reading) -> tuple[float, list[str]]:
    """How alike two readings are, and what spoke."""
    said = _common(one.words, other.words)
    subject, kind = _subject(one, other), _kind(one, other)
    act = _act(one, other, kind)
    score = _ACT * act + _KIND * kind + _WORDS * said
    score += _SUBJECT * (0.8 * said if subject is None else subject)
    score += _step(act, _OTHER_ACT) - _KIND_OFF * max(0.0, _HALF - kind)
    reasons = [
        N_("Cùng việc") if act >= _HALF else N_("Khác việc"),
        N_("Cùng dạng tồn tại") if kind >= _HALF else N_("Khác dạng tồn tại"),
    ]
    if subject is not None:
        score += _step(subject, _OTHER_SUBJECT)
        reasons.insert(0, N_("Cùng đối tượng") if subject >= _HALF else N_("Khác đối tượng"))
    if one.qualifiers and other.qualifiers and one.qualifiers.isdisjoint(other.qualifiers):
        score -= _OTHER_PLACE
        reasons.append(N_("Khác nơi, người nghe hoặc kênh"))
    return score, reasons


_HALF = 0.5
# Below so much likeness, so much off: another matter in the same words is another defect.
_OTHER_SUBJECT = ((0.1, 0.2), (0.3, 0.05))
_OTHER_ACT = ((0.15, 0.22), (0.3, 0.1))
_KIND_OFF = 0.9
_OTHER_PLACE = 0.55
_THERE, _HOW = "there", "how"  # said where no act is named: that it is not there, how it is
_RESOURCES = frozenset({"kinh_phi", "che_do"})  # none of it is another matter than little
_OF_BEING = frozenset({"none", "short", "late", "low"})
_OF_OTHER = 0.3  # an act of no list may be any
_PROGRAMME = 0.6  # words of the programme alone say little of the matter
# Two ways of saying one act, as far as they are.
_NEAR_ACTS: Mapping[frozenset[str], float] = {
    frozenset(pair.split()): weight
    for pair, weight in {
        "there thanh_lap": 0.9, "there lap_dat": 0.8, "there du_toan": 0.8, "there ky_ket": 0.6,
        "there cap_nhat": 0.4, "there chi_tra": 0.6, "there khac_phuc": 0.7, "there phat_huy": 0.5,
        "there quan_triet": 0.6, "there luu_tru": 0.7, "there mau": 0.7, "there tap_huan": 0.4,
        "there tra_loi": 0.15, "how phat_huy": 0.8, "how phan_tich": 0.9, "how sao_chep": 0.9,
        "how tham_gia": 0.6, "how quan_triet": 0.5, "how danh_gia": 0.3, "khac_phuc tra_loi": 0.5,
        "there dang_ky": 0.4, "there gan_ket": 0.5, "how gan_ket": 0.5, "phan_cong chuyen_trach": 0.5,
        "there chuyen_trach": 0.5, "there tham_gia": 0.4, "phat_huy tham_gia": 0.5,
        "there giai_ngan": 0.5, "phan_tich danh_gia": 0.6, "sao_chep quan_triet": 0.3,
    }.items()
}  # fmt: skip


def _step(likeness: float, steps: tuple[tuple[float, float], ...]) -> float:
    return -next((off for below, off in steps if likeness <= below), 0.0)


def _subject(one: Reading, other: Reading) -> float | None:
    """How far both speak of the same; None where one names nothing."""
    alike = _dice(one.subjects, other.subjects)
    most = max((max(each.subjects.values(), default=0.0) for each in (one, other)))
    return max(alike, _HALF) if alike is not None and most < _PROGRAMME else alike


def _act(one: Reading, other: Reading, kind: float) -> float:
    """How far the same was not done; where neither names an act, the kind decides."""
    if not one.acts and not other.acts:
        return kind
    here, there = _acts(one), _acts(other)
    found = [
        sum(
            w * max(_acts_alike(act, each) * min(1.0, 1.5 * v) for each, v in others.items())
            for act, w in own.items()
        )
        / sum(own.values())
        for own, others in ((here, there), (there, here))
    ]
    return sum(found) / 2


def _acts_alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if OTHER in (one.split()[0], other.split()[0]):
        return _OF_OTHER
    return _NEAR_ACTS.get(frozenset({one, other}), 0.0)


def _acts(read: Reading) -> dict[str, float]:
    """What was not done; where no act is named, that it is not there, or how it is."""
    acts = {n: w * (_HALF if n in SOFT_ACTS else 1.0) for n, w in read.acts.items()}
    left = 1.0 - max(acts.values(), default=0.0)
    if left > 0:
        best = max(read.kinds, key=lambda kind: read.kinds[kind], default="none")
        acts[_THERE if best in _OF_BEING else _HOW] = left
    return acts


def _by_asked(a: Finding, b: Finding) -> float:
    """What both ask for, beside what was found."""
    if not (a.text and b.text and a.asked and b.asked):
        return 0.0
    one, other = read_finding(a.asked), read_finding(b.asked)
    subject, act = _dice(one.subjects, other.subjects), _dice(one.acts, other.acts)
    if subject is None and act is None:
        return 0.0
    known = [each for each in (subject, act) if each is not None]
    return 0.2 * (sum(known) / len(known) - 0.5)


def _dice(one: Mapping[str, float], other: Mapping[str, float]) -> float | None:
    """0–1: the weight that both have; None where one of them says nothing."""
    if not one or not other:
        return None
    both = sum(min(weight, other[name]) for name, weight in one.items() if name in other)
    return 2 * both / (sum(one.values()) + sum(other.values()))


def _kind(first: Reading, second: Reading) -> float:
    """How well the kinds of two defects go together: what each finds best in the other one."""
    one, other = first.kinds, second.kinds
    if not one or not other:
        return _HALF
    if {"none", "low"} <= one.keys() | other.keys() and _RESOURCES & first.subjects.keys():
        return 0.2 if one.keys().isdisjoint(other) else 0.7
    found = [
        sum(
            w * max(_kinds_alike(kind, each) * min(1.0, 1.5 * v) for each, v in there.items())
            for kind, w in here.items()
        )
        / sum(here.values())
        for here, there in ((one, other), (other, one))
    ]
    return sum(found) / 2


def _kinds_alike(one: str, other: str) -> float:
    return 1.0 if one == other else _NEAR_KINDS.get(frozenset({one, other}), _APART)


def _common(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)


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
