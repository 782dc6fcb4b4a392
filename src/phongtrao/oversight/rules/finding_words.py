"""Words of findings (tồn tại, hạn chế): what they speak of, what was not done, what is wrong.

Our own lists, in `data/finding_words.json`, made from the points of inspections and the outline of
reports. Lower case without marks: what is typed without marks is read all the same. Pure.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class FindingWords:
    """The lists. A meaning has phrases; a subject has also how much the word alone tells."""

    short_forms: Mapping[str, str]
    weights: Mapping[str, float]
    phrases: Mapping[str, Mapping[str, Sequence[str]]]
    """List → meaning → phrases: subjects, acts, qualifiers, kinds, qualities, and what is passed
    over: silent, no_negation, no_act."""
    soft_acts: frozenset[str]
    """Acts that go with many defects and tell less of them."""
    of_doing: frozenset[str]
    """Qualities of any act (in time, always, in full)."""
    of_quality: frozenset[str]
    """Acts after which a quality still says how, not that nothing was done."""
    worth: tuple[str, ...]
    """What is low where one of these is: poor, not few."""
    generic: frozenset[str]
    """Verbs that go with anything: what was not done is told by what follows them."""
    setting: frozenset[str]
    """What findings speak of beside their matter."""
    negations: frozenset[str]
    idle: frozenset[str]
    partners: Mapping[str, str]
    """With whom something is signed or done."""
    themes: Mapping[str, str]
    """Dangers and fields of work that are not taken for each other."""


@cache
def finding_words() -> FindingWords:
    """The lists that the package ships, read once."""
    source = resources.files("phongtrao.oversight").joinpath("data", "finding_words.json")
    raw: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    subjects = raw["subjects"]
    phrases = {name: raw[name] for name in ("acts", "qualifiers", "kinds", "qualities")}
    phrases["subjects"] = {name: each["phrases"] for name, each in subjects.items()}
    phrases |= {name: {"": raw[name]} for name in ("silent", "no_negation", "no_act")}
    sets = ("soft_acts", "of_doing", "of_quality", "generic", "setting", "negations", "idle")
    return FindingWords(
        short_forms=raw["short_forms"],
        weights={name: each["weight"] for name, each in subjects.items()},
        phrases=phrases,
        worth=tuple(raw["worth"]),
        partners=raw["partners"],
        themes=raw["themes"],
        **{name: frozenset(raw[name]) for name in sets},
    )
