"""Reading one statement of a report into what it speaks of and what it says of it. Pure.

The main clause weighs most: a ground ("do …"), a purpose ("để …") or an outcome ("nên …") is only
heard beside it. Among causes the ground is what is told. Nothing but topic and words decides.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from phongtrao.core.vietnamese import name_key, one_tone_placement, tidy_line
from phongtrao.publishing.rules import statement_matters as matters
from phongtrao.publishing.rules import statement_words as words
from phongtrao.publishing.rules.tones import tone_and_trend
from phongtrao.publishing.rules.wordings import Found, Speller, Spelt, Wordings
from phongtrao.reporting.rules.said_numbers import numbers_in

_SYLLABLE = re.compile(r"[^\W_]+(?:/\d+)?|[,;.:]")
_WORD = re.compile(r"[^\W\d_]+")
# What kind of place a name follows: "xã Ba Tơ"; after "at" two capitals are one: "tại Đăk Hà".
_PLACES = ("xã", "phường", "thôn", "tỉnh", "khu", "huyện", "phố", "làng", "ấp", "buôn", "bản")
_AT = ("tại", "ở")
_NAME_SYLLABLES = 4
_CODE = re.compile(r"\b\d+[\w]*/[A-ZĐ][\w./-]*")
_DOINGS = ("plan", "result")  # topics that tell what is or will be done
WISHES = ("proposal", "plan")  # topics that ask for something: a lack in them is a ground

Weights = tuple[tuple[str, float], ...]

MAIN = 1.0
ASIDE = 0.2  # of a ground, a purpose, an outcome beside a main clause
SECOND = 0.5  # of what a clause names after its first matter
BROAD = 0.45  # of a matter that is often only the setting
IMPLIED = 0.1  # of a matter that a narrower one of the sentence implies
FAMILY = 0.9  # of the family of a matter: its kin are alike, though not the same
MEMBER = 0.9  # of one member organisation that acts alone
SOFT = 0.25  # of a facet that parts nothing


@dataclass(frozen=True, slots=True)
class Reading:
    """What a statement was read as: the ground of every grouping, shown to whoever asks why."""

    matters: Weights
    facets: Weights
    members: frozenset[str]
    stands: frozenset[str]  # what excludes another: late or short, none or fewer, kept or dissolved
    words: frozenset[str]
    marks: frozenset[str]  # numbers, numbers of papers, names of places: true of who says them
    tone: int  # 1 well, -1 ill, 0 neither
    trend: int  # 1 rise, -1 fall, 0 neither

    @property
    def core(self) -> tuple[object, ...]:
        """What grouping looks at; other words count only where no matter is known."""
        rest = frozenset() if self.matters else self.words
        own = (self.matters, self.facets, self.members, self.stands)
        return *own, self.tone, self.trend, rest


@lru_cache(maxsize=8192)
def read_statement(topic: str, text: str) -> Reading:
    """Read one statement of a topic; topic and words decide alone, nothing else said around it."""
    line = tidy_line(text)
    plain, places = _without_places(line)
    spelt = _speller().spell(_in_full(plain))
    weights = _clause_weights(topic, spelt)
    named = _lists()["matters"].all_in(spelt)
    said = [s if w == MAIN else "," for s, w in zip(spelt.syllables, weights, strict=True)]
    tone, trend = tone_and_trend(topic, said)
    members = _members(_lists()["members"].all_in(spelt), weights)
    facets = _facets(_lists()["facets"].all_in(spelt), weights)
    own_matters = _matters(topic, named, weights, members)
    return Reading(
        own_matters,
        () if topic == "lesson" else facets,
        members,
        _stands(topic, own_matters, facets),
        _content(spelt),
        _marks_of(line, plain, places),
        tone,
        trend,
    )


def _in_full(text: str) -> list[str]:
    """The syllables in lower case, one placement of tones, short forms written out."""
    short = _short_forms()
    syllables = _SYLLABLE.findall(one_tone_placement(text.casefold()))
    spoken = [part for s in syllables for part in short.get(s, (s,))]
    spoken = ["hai" if s == "2" and after == "cấp" else s for s, after in pairwise([*spoken, ""])]
    return [
        syllable
        for place, syllable in enumerate(spoken)
        if not syllable[0].isdigit() or "/" in syllable or spoken[place - 1] in words.NUMBERED
        if not (place and syllable in words.TIMES and spoken[place - 1][0].isdigit())
    ]


def _matters(
    topic: str, named: Sequence[Found], weights: Sequence[float], members: frozenset[str]
) -> Weights:
    """Every matter with its weight: the first of the main clause has the most."""
    manner = matters.MANNER if topic in _DOINGS else frozenset()
    broad = matters.BROAD | manner
    found = _weighed([each for each in named if each.meaning not in broad], weights)
    first = next((each for each in named if found.get(each.meaning) == MAIN), None)
    for name, weight in _weighed(
        [each for each in named if each.meaning in broad], weights, after=first
    ).items():
        found[name] = weight * BROAD
    found |= {name: found[name] * SECOND for name in manner & found.keys()}
    found |= {f"member:{member}": MEMBER for member in members if member != "all"}
    for narrow, weight in list(found.items()):
        for implied in matters.IMPLIES.get(narrow, ()):
            if implied in found and (found[implied] <= weight or weight >= SECOND):
                found[narrow] = max(weight, found[implied])
                found[implied] = min(found[implied], IMPLIED)
    for family, own in matters.FAMILIES.items():
        most = max((found.get(name, 0.0) for name in own), default=0.0)
        if most:
            found[f"family:{family}"] = most * FAMILY
    return tuple(sorted(found.items()))


def _facets(named: Sequence[Found], weights: Sequence[float]) -> Weights:
    """Every facet with its weight; those too common to part anything have little."""
    soft = [each for each in named if each.meaning in words.SOFT_FACETS]
    found = _weighed([each for each in named if each not in soft], weights)
    found |= {each.meaning: SOFT * weights[each.start] for each in reversed(soft)}
    return tuple(sorted(found.items()))


def _weighed(
    named: Sequence[Found], weights: Sequence[float], after: Found | None = None
) -> dict[str, float]:
    """The greatest weight of each meaning; what the main clause says after its first, less.

    `after`: what is named later than this is not the first either.
    """
    found: dict[str, float] = {}
    first = ""
    for each in named:
        weight = weights[each.start]
        if weight == MAIN:
            first = first or each.meaning
            late = after is not None and each.start > after.start
            weight *= 1 if each.meaning == first and not late else SECOND
        found[each.meaning] = max(weight, found.get(each.meaning, 0.0))
    return found


def _stands(topic: str, own: Weights, facets: Weights) -> frozenset[str]:
    """What a statement says of its first matter that excludes something else said of it."""
    if not own:
        return frozenset()
    most = max(weight for _name, weight in own)
    first = {name for name, weight in own if weight == most}
    stands: set[str] = set()
    for number, (rivals, of) in enumerate(zip(words.RIVALS, words.RIVAL_MATTERS, strict=True)):
        said = [(weight, rivals[name]) for name, weight in facets if name in rivals]
        heard = max((weight for weight, _name in said), default=0.0)
        if first & of and topic != "lesson":
            stands |= {f"{number}:{name}" for weight, name in said if weight >= heard * SECOND}
    return frozenset(stands)


def _members(named: Sequence[Found], weights: Sequence[float]) -> frozenset[str]:
    """The member organisation of the main clause; several or "đoàn thể" are all of them."""
    found = {each.meaning for each in named if weights[each.start] == MAIN}
    return frozenset({"all"} if len(found) > 1 else found)


def _content(spelt: Spelt) -> frozenset[str]:
    return frozenset(s for s in spelt.syllables if s not in words.IDLE and s.isalpha())


def _clause_weights(topic: str, spelt: Spelt) -> list[float]:
    """The weight of every syllable by the clause it stands in."""
    kinds = _clauses(topic, spelt)
    wanted = "ground" if topic == "cause" and "ground" in kinds else "main"
    if wanted not in kinds:
        wanted = kinds[-1] if kinds else wanted
    return [MAIN if kind == wanted else ASIDE for kind in kinds]


def _clauses(topic: str, spelt: Spelt) -> list[str]:
    """The kind of clause of every syllable: main, ground, purpose, outcome, aside."""
    opened = {each.start: each for each in _lists()["clauses"].all_in(spelt) if each.meaning}
    kinds: list[str] = []
    kind = "main"
    for place, syllable in enumerate(spelt.syllables):
        kind = _after_stop(syllable, kind, opened, place)
        mark = opened[place].meaning if place in opened else ""
        kind = _next_kind(topic, kind, mark, kinds)
        kinds.append(kind)
    return kinds


def _after_stop(syllable: str, kind: str, opened: Mapping[int, Found], place: int) -> str:
    """The kind of clause after a full stop or a comma."""
    if syllable in (".", ";"):
        return "main"
    if syllable == "," and kind in ("aside", "purpose"):
        return "main"
    if syllable == "," and kind == "ground" and not _outcome_after(opened, place):
        return "main"
    return kind


def _outcome_after(opened: Mapping[int, Found], place: int) -> bool:
    return any(start > place and each.meaning == "outcome" for start, each in opened.items())


def _next_kind(topic: str, kind: str, mark: str, before: list[str]) -> str:
    """The kind of clause a mark opens; it may turn what came before into a ground."""
    if mark == "outcome" and topic in (*WISHES, "lesson"):
        return kind
    if mark == "outcome":
        if topic == "cause":
            before[:] = ["ground" if each == "main" else each for each in before]
            return "outcome"
        return "outcome" if "main" in before else "main"
    if mark in ("ground", "purpose", "aside"):
        return kind if mark == "aside" and topic == "lesson" else mark
    if mark == "turn":
        if topic in ("difficulty", "cause"):
            before[:] = ["aside"] * len(before)
        return "main" if topic in ("difficulty", "cause") else "aside"
    if mark == "ask" and topic in (*WISHES, "lesson"):
        if topic != "lesson":
            before[:] = ["ground"] * len(before)
        return "main"
    if mark == "then" and topic == "lesson":
        return "purpose" if "main" in before else "main"
    return kind


def _without_places(text: str) -> tuple[str, list[str]]:
    """The text without the names of places in it, and these names."""
    tokens = list(_WORD.finditer(text))
    plain, names, kept = "", [], 0
    for place, token in enumerate(tokens):
        word = one_tone_placement(token[0].casefold())
        if token.start() < kept or word not in (*_PLACES, *_AT):
            continue
        end = place
        while end - place < _NAME_SYLLABLES and end + 1 < len(tokens):
            between = text[tokens[end].end() : tokens[end + 1].start()]
            if between != " " or not tokens[end + 1][0][0].isupper():
                break
            end += 1
        if end - place >= (2 if word in _AT else 1):
            names.append(text[token.end() + 1 : tokens[end].end()])
            plain, kept = plain + text[kept : token.start()], tokens[end].end()
    return plain + text[kept:], names


def _marks_of(text: str, plain: str, places: Sequence[str]) -> frozenset[str]:
    numbers = {str(said.value) for said in numbers_in(plain)}
    return frozenset(numbers | {name_key(name) for name in (*places, *_CODE.findall(text))})


def _split(listed: Mapping[str, str]) -> dict[str, list[str]]:
    return {meaning: wordings.split("|") for meaning, wordings in listed.items()}


@cache
def _lists() -> dict[str, Wordings]:
    silent = words.NAMED.split("|")
    return {
        "matters": Wordings({"": silent, **_split(matters.MATTERS)}),
        "members": Wordings(_split(matters.MEMBERS)),
        "facets": Wordings(
            {"": words.NO_FACET.split("|"), **_split(words.FACETS)}, forgiven_from=1
        ),
        "clauses": Wordings({"": words.NO_CLAUSE.split("|"), **_split(words.CLAUSES)}),
    }


@cache
def _short_forms() -> dict[str, list[str]]:
    return {short: one_tone_placement(full).split() for short, full in words.SHORT_FORMS.items()}


@cache
def _speller() -> Speller:
    return Speller(*_lists().values(), also=words.IDLE)
