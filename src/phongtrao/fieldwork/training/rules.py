"""Closed lists of training, with their source. Pure."""

from dataclasses import dataclass
from datetime import date
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
    due_months: int
    due_source: str
    is_due_verified: bool


@cache
def vocabulary() -> Vocabulary:
    """The lists as the package holds them."""
    raw = shipped("phongtrao.fieldwork.training")
    due = raw["due"]
    return Vocabulary(
        raw["topics"],
        raw["groups"],
        raw["drills"],
        raw["source"],
        raw["is_verified"],
        due["months"],
        due["source"],
        due["is_verified"],
    )


def fresh_from(day: date) -> date:
    """Certificates of that day or later still hold on a day, where they name no end."""
    years, months = divmod(day.year * 12 + day.month - 1 - vocabulary().due_months, 12)
    return date(years, months + 1, min(day.day, 28))
