"""Closed lists of training, with their source. Pure."""

from dataclasses import dataclass
from functools import cache

from phongtrao.fieldwork.register.rules import Term, shipped

MOST_ATTENDANCES = 100_000


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
    raw = shipped("phongtrao.fieldwork.training")
    return Vocabulary(
        raw["topics"], raw["groups"], raw["drills"], raw["source"], raw["is_verified"]
    )
