"""The classes of a year by quarter, each as it stands: held, going on, late, to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.training.queries.classes import class_rows
from phongtrao.org.permissions import Actor

_MOST = 500


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter with its classes: how many are planned, closed, late."""

    number: int
    classes: Sequence[Any]
    closed: int
    late: int


def is_late(row: Any, day: date) -> bool:
    """Whether a class should have begun without a session, or ended without being closed."""
    if row.closed_on is not None:
        return False
    return bool((row.first_day <= day and not row.held) or row.last_day < day)


def year_plan(actor: Actor, year: int) -> Sequence[Quarter]:
    """The four quarters of a year as far as the reader sees them; one query."""
    rows = list(
        counted(class_rows(actor)).filter(first_day__year=year).order_by("first_day", "pk")[:_MOST]
    )
    found = []
    for number in range(1, 5):
        inside = [row for row in rows if (row.first_day.month + 2) // 3 == number]
        for row in inside:
            row.is_late = is_late(row, actor.day)
        closed = sum(row.closed_on is not None for row in inside)
        found.append(Quarter(number, inside, closed, sum(row.is_late for row in inside)))
    return found
