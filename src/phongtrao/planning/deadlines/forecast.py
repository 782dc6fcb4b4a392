"""How likely an open task of a body is to be late, from what the body did before."""

from collections.abc import Iterable
from dataclasses import dataclass

LEAST_PAST = 5
_WEIGHT = 4  # how many tasks the share of all bodies counts for


@dataclass(frozen=True, slots=True)
class Past:
    """Tasks of a body that have fallen due: how many, and how many of them were late."""

    due: int
    late: int


def share_late(pasts: Iterable[Past]) -> float:
    """Share late over all bodies; 0 where nothing has fallen due."""
    known = list(pasts)
    due = sum(past.due for past in known)
    return sum(past.late for past in known) / due if due else 0.0


def likely_late(past: Past, share_of_all: float) -> float | None:
    """The expected share of late tasks of a body; None for fewer than `LEAST_PAST` past tasks.

    The body's own share, drawn towards that of all bodies as if four further tasks had gone as
    everywhere: a body with few tasks is not judged by one of them (a Beta prior).
    """
    if past.due < LEAST_PAST:
        return None
    return (past.late + _WEIGHT * share_of_all) / (past.due + _WEIGHT)
