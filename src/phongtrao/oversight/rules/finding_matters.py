"""What a finding speaks of, which work on it is wrong, for whom, and whether it praises. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.oversight.rules.finding_phrases import (
    ASPECT,
    BAD,
    CLEAN,
    PRAISE,
    TARGET,
    THING,
    VAGUE,
    WORD,
    Heard,
    heard_in,
    matter_words,
)
from phongtrao.oversight.rules.finding_words import finding_words
from phongtrao.oversight.rules.findings import QUOTED, words_of

_NEGATIONS = frozenset({"chua", "khong", "chang"})
_LACKS = frozenset({"thiếu", "chậm", "ít"})
_NEAR = 6  # words after a negation within which it is said what there is not
_OF_FOCUS = 0.6
_BEFORE, _ASIDE = 0.35, 0.7
"""What is told before "nhưng" is done or a ground; a ground or an outcome often is the defect."""
_CONTRASTS = frozenset({"nhưng", "song", "nhung"})
_HOWEVER = frozenset({("tuy", "nhiên"), ("tuy", "nhien")})
_GROUNDS = frozenset({"do", "nên", "vì"})
_NO_MORE = frozenset({("khong", "con"), ("khong", "phai"), ("het", "tinh")})
_FULL = frozenset({"đủ", "đúng", "đều", "tăng", "hết", "xong", "tốt", "vượt", "kịp", "nhanh"})
_DONE = _FULL | {"đã"}
_MOSTLY_ALL, _MOSTLY_NONE = 0.85, 0.5
_MOST_OF = 3  # times the whole: what is more is no share but a date or a number
_OF = re.compile(r"\b(\d+)\s*/\s*(\d+)\b(?!/)")
_PERCENT = re.compile(r"(?<!giảm )(?<!tăng )\b(\d+(?:[.,]\d+)?)\s*%")
_NUMBERED = re.compile(
    r"\b(chuong trinh|de an|ke hoach|nghi quyet|nghi dinh|chi thi|thong tu|luat|quyet dinh)"
    r"(?: phoi hop)?(?: so)? (?!(?:19|20)\d\d)(\d+)\b(?!/\d|\s*/\s*[a-z])"
)


@dataclass(frozen=True, slots=True)
class Matters:
    """What a finding was heard to say; the weight of a matter is what it tells of the defect."""

    told: Mapping[str, float]
    things: Mapping[str, float]
    """What is spoken of, without the work on it."""
    aspects: Mapping[str, float]
    """Which work on it is wrong."""
    focus: frozenset[str]
    """What stands right after "chưa" and its like."""
    common: Mapping[str, float]
    """Ordinary words that say the same as others."""
    targets: frozenset[str]
    """Who is meant: whom it should reach, whose it is."""
    numbered: frozenset[str]
    partners: frozenset[str]
    """With whom something was to be signed or done."""
    themes: frozenset[str]
    """Which danger or field of work it is about."""
    words: Mapping[str, float]
    within: Mapping[str, frozenset[str]]
    """Word → the matters that it was heard in."""
    couples: frozenset[tuple[str, str]]
    praises: bool
    blames: bool
    lacking: frozenset[str]
    """The words right after "chưa" and its like."""
    done: frozenset[str]
    """Matters and words of what is said to be done, before another defect."""
    well_done: frozenset[str]
    """Matters of what is said to be done in full, in time or well, before another defect."""
    is_vague: bool
    """Nothing of substance is said: "còn một số hạn chế nhất định"."""


@lru_cache(maxsize=20_000)
def matters_of(text: str) -> Matters:
    """Hear one finding."""
    marked, folded = words_of(text)
    weights = clause_weights(marked)
    heard = list(heard_in(marked, folded))
    matters = [each for each in heard if each.name in matter_words().weights]
    told = _told(matters, weights)
    near = _after_negations(marked, folded, weights)
    idle = finding_words().idle | _NEGATIONS
    praises, blames = _judged(QUOTED.sub(" ", text))
    done, well_done = _done(marked, folded, heard)
    plain = fold(tidy_line(text))
    return Matters(
        told={name: weight for name, weight in told.items() if _role(name) != WORD},
        things={name: weight for name, weight in told.items() if _role(name) == THING},
        aspects={name: weight for name, weight in told.items() if _role(name) == ASPECT},
        focus=_focus(matters, near),
        common={name: weight for name, weight in told.items() if _role(name) == WORD},
        targets=frozenset(name for name in told if _role(name) == TARGET),
        numbered=frozenset(" ".join(each) for each in _NUMBERED.findall(plain)),
        themes=_named(plain, finding_words().themes),
        partners=_named(plain, finding_words().partners, r"voi (?:\w+ ){0,3}?"),
        words=_words(folded, weights),
        within=_within(matters, folded),
        couples=frozenset(pairwise(word for word in folded if word.isalpha())),
        praises=praises,
        blames=blames,
        lacking=frozenset(folded[at] for at in near if folded[at] not in idle),
        done=done,
        well_done=well_done,
        is_vague=any(each.name == VAGUE for each in heard),
    )


def _named(plain: str, meanings: Mapping[str, str], after: str = "") -> frozenset[str]:
    """The meanings of a list that are named in a text without marks, after some words."""
    return frozenset(meanings[each] for each in _list(after, tuple(meanings)).findall(plain))


@cache
def _list(after: str, phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{after}({'|'.join(phrases)})\b")


def _role(name: str) -> str:
    return matter_words().roles[name]


def _focus(matters: Sequence[Heard], near: set[int]) -> frozenset[str]:
    return frozenset(
        name
        for name, start, _end in matters
        if start in near and matter_words().weights[name] >= _OF_FOCUS
    )


def _told(matters: Sequence[Heard], weights: Sequence[float]) -> dict[str, float]:
    """The greatest weight of each matter."""
    told: dict[str, float] = {}
    for name, start, _end in matters:
        told[name] = max(told.get(name, 0.0), matter_words().weights[name] * weights[start])
    return told


def _within(matters: Sequence[Heard], folded: Sequence[str]) -> dict[str, frozenset[str]]:
    within: dict[str, set[str]] = {}
    for name, start, end in matters:
        for word in folded[start:end]:
            within.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in within.items()}


def _after_negations(
    marked: Sequence[str], folded: Sequence[str], weights: Sequence[float]
) -> set[int]:
    """The places shortly after a negation, in its clause."""
    found: set[int] = set()
    for at, word in enumerate(folded):
        if (word in _NEGATIONS or marked[at] in _LACKS) and weights[at] >= _ASIDE:
            for place in range(at, min(at + _NEAR, len(folded))):
                if folded[place] in (",", ".", ";"):
                    break
                found.add(place)
    return found


def clause_weights(marked: Sequence[str]) -> list[float]:
    """The weight of every word by its clause."""
    found, begun, kind = [1.0] * len(marked), 0, 1.0
    contrasts = _contrasts(marked)
    for at, word in enumerate(marked):
        if word in (".", ";"):
            begun, kind = at + 1, 1.0
        elif at in contrasts:
            found[begun:at] = [_BEFORE] * (at - begun)
            kind = 1.0
        elif word in _GROUNDS and at > begun:
            kind = _ASIDE
        found[at] = kind
    return found


def _contrasts(marked: Sequence[str]) -> set[int]:
    """The places of "nhưng", "song" and "tuy nhiên"."""
    found = {at for at, word in enumerate(marked) if word in _CONTRASTS}
    return found | {at + 1 for at, couple in enumerate(pairwise(marked)) if couple in _HOWEVER}


def _words(folded: Sequence[str], weights: Sequence[float]) -> dict[str, float]:
    """The words that are no matter of course."""
    words: dict[str, float] = {}
    for word, weight in zip(folded, weights, strict=True):
        if word.isalpha() and word not in finding_words().idle:
            words[word] = max(weight, words.get(word, 0.0))
    return words


def _judged(text: str) -> tuple[bool, bool]:
    """Whether something good is said and nothing bad, and whether something bad is; after the last
    "nhưng". A name in quotation marks says neither ("Thôn không tội phạm").
    """
    marked, folded = words_of(text)
    heard = list(heard_in(marked, folded))
    begun = max(_contrasts(marked), default=-1) + 1
    said = _said(heard)
    no = {at for at, word in enumerate(folded) if word in _NEGATIONS}
    over = _overcome(folded, said[BAD])
    bad = (said[BAD] | no) - said[CLEAN] - said[PRAISE] - over
    share = _share(text)
    is_little = share is not None and share < _MOSTLY_NONE
    blames = is_little or any(at >= begun for at in bad)
    is_good = any(at >= begun for at in said[PRAISE] | over)
    return not blames and (is_good or (share or 0.0) >= _MOSTLY_ALL), blames


def _said(heard: Sequence[Heard]) -> dict[str, set[int]]:
    """The places of what is good, of what only sounds bad, and of what is bad."""
    return {
        kind: {at for name, start, end in heard if name == kind for at in range(start, end)}
        for kind in (PRAISE, CLEAN, BAD)
    }


def _overcome(folded: Sequence[str], bad: set[int]) -> set[int]:
    """The places of "không còn" and the defect that is no more: "không còn gửi chậm"; what no
    longer works ("không còn hoạt động") names no defect after it.
    """
    found: set[int] = set()
    for at, couple in enumerate(pairwise(folded)):
        if couple in _NO_MORE:
            end = min(at + _NEAR, len(folded))
            lost = {place for place in range(at + 2, end) if place in bad}
            if lost and set(",.;").isdisjoint(folded[at : min(lost)]):
                found |= {at, at + 1, *lost}
    return found


def _done(
    marked: Sequence[str], folded: Sequence[str], heard: Sequence[Heard]
) -> tuple[frozenset[str], frozenset[str]]:
    """What is told to be done before the defect of its sentence: the words and matters of such a
    clause; and the matters of one that says "đủ", "đúng hạn", "tăng". What stands before "nhưng"
    is done without such a word too.
    """
    said = _said(heard)
    no = {at for at, word in enumerate(folded) if word in _NEGATIONS or marked[at] in _LACKS}
    bad = (said[BAD] | no) - said[CLEAN]
    done: set[str] = set()
    well: set[str] = set()
    turn = max(_contrasts(marked), default=0)
    for part in _clauses(marked):
        here, begun = set(part), _sentence(marked, part.start)
        if bad.intersection(range(begun, part.stop)) or part.stop == len(marked):
            continue
        names = {e.name for e in heard if e.start in here and e.name in matter_words().weights}
        names = {name for name in names if _role(name) != WORD}
        if part.stop <= turn or any(marked[at] in _DONE for at in here):
            done |= names | {folded[at] for at in here if folded[at] not in finding_words().idle}
        if any(marked[at] in _FULL for at in here):
            well |= names
    return frozenset(done), frozenset(well)


def _sentence(marked: Sequence[str], at: int) -> int:
    """Where the sentence of a place begins."""
    return max((place + 1 for place in range(at) if marked[place] in (".", ";")), default=0)


def _clauses(marked: Sequence[str]) -> list[range]:
    """The parts of a text between full stops, commas and "nhưng"."""
    ends = sorted(_contrasts(marked) | {at for at, word in enumerate(marked) if word in ",.;"})
    return [range(a + 1, b) for a, b in pairwise([-1, *ends, len(marked)])]


def _share(text: str) -> float | None:
    """The share that a finding gives: 38/40, 93 %."""
    for part, whole in _OF.findall(text):
        if int(whole) > 0 and int(part) <= _MOST_OF * int(whole):
            return int(part) / int(whole)
    found = _PERCENT.search(text)
    return float(found.group(1).replace(",", ".")) / 100 if found else None
