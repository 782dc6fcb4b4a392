"""The many ordinary ways in which officials say a matter of a finding, and where they are said.

`data/finding_matters.json` gives every matter (what, whose, which work) with its phrases,
metaphors and consequences; a gap of a few words is written `*`. Pure.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

from phongtrao.core.vietnamese import fold

PRAISE, CLEAN, BAD, VAGUE = "praise", "clean", "bad", "vague"
"""Words of what is good; what sounds bad and is not; of what is bad; of nothing in particular."""
THING, ASPECT, TARGET, WORD = "thing", "aspect", "target", "word"
"""What is spoken of; which work on it; whom it is for; ordinary words that say the same."""
_GAP, _WIDEST = "*", 5
_Listed = Sequence[tuple[tuple[str, ...], tuple[str, ...], str]]


class Heard(NamedTuple):
    """A phrase in a text: the matter or the judgement that it says, and where it stands."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MatterWords:
    """The lists. `phrases`: by the first two words ("" after a single one) how a phrase is
    written, how it is without marks, what it says.
    """

    weights: Mapping[str, float]
    roles: Mapping[str, str]
    phrases: Mapping[tuple[str, str], _Listed]


@cache
def matter_words() -> MatterWords:
    """The lists that the package ships, read once."""
    source = resources.files("phongtrao.oversight").joinpath("data", "finding_matters.json")
    raw: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    matters = raw["matters"]
    listed = [(phrase, name) for name, each in matters.items() for phrase in each["phrases"]]
    judged = [(phrase, name) for name in (PRAISE, CLEAN, BAD, VAGUE) for phrase in raw[name]]
    return MatterWords(
        {name: each["weight"] for name, each in matters.items()},
        {name: each.get("role", THING) for name, each in matters.items()},
        _by_beginning([*listed, *judged]),
    )


def _by_beginning(listed: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], _Listed]:
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
    for phrase, name in listed:
        split, plain = tuple(phrase.split()), tuple(fold(phrase).split())
        begun = (plain[0], plain[1] if len(plain) > 1 else "")
        found.setdefault(begun, []).append((split, plain, name))
    return found


def heard_in(marked: Sequence[str], folded: Sequence[str]) -> Iterator[Heard]:
    """Every phrase in a text; they may overlap. One written with marks would be another one
    without them, but a text without any mark is heard by the plain words.
    """
    phrases = matter_words().phrases
    is_plain = all(mark == word for mark, word in zip(marked, folded, strict=True))
    for at, (first, second) in enumerate(pairwise([*folded, "."])):
        for key in ((first, second), (first, ""), (first, _GAP)):
            for phrase, plain, name in phrases.get(key, ()):
                as_written = plain != phrase and not is_plain
                if end := _end_of(*((phrase, marked) if as_written else (plain, folded)), at):
                    yield Heard(name, at, end)


def _end_of(phrase: Sequence[str], folded: Sequence[str], start: int) -> int:
    """Where a phrase that begins here ends; 0 where it does not stand here."""
    at = start
    for place, word in enumerate(phrase):
        if word == _GAP:
            after = phrase[place + 1]
            near = folded[at : at + _WIDEST + 1]
            if after not in near or not set(",.;").isdisjoint(near[: near.index(after)]):
                return 0
            at += near.index(after)
        elif at >= len(folded) or folded[at] != word:
            return 0
        else:
            at += 1
    return at
