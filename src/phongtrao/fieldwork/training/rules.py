"""Closed lists of training, with their source. Pure."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

MOST_ATTENDANCES = 100_000


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a closed list."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed lists with where they come from and whether that was checked."""

    topics: tuple[Term, ...]
    groups: tuple[Term, ...]
    drills: tuple[Term, ...]
    source: str
    is_verified: bool


@cache
def vocabulary() -> Vocabulary:
    """The lists as the package holds them."""
    path = resources.files("phongtrao.fieldwork.training").joinpath("data/vocabulary.json")
    raw = json.loads(path.read_text("utf-8"))
    topics, groups, drills = (
        tuple(Term(**each) for each in raw[name]) for name in ("topics", "groups", "drills")
    )
    return Vocabulary(topics, groups, drills, raw["source"], raw["is_verified"])


def name_in(terms: tuple[Term, ...], code: str) -> str:
    """What a code is called; the code where it is not known any more."""
    return next((term.name for term in terms if term.code == code), code)
