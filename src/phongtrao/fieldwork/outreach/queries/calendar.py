"""One month of communication: what runs, what was held, what was told, day by day."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from phongtrao.fieldwork.outreach.queries.bulletins import bulletin_rows
from phongtrao.fieldwork.outreach.queries.campaigns import campaign_rows, session_rows
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor

_MOST = 400  # rows of a kind; the lists show all


@dataclass(slots=True)
class DayOf:
    """A day with what it holds."""

    day: date
    sessions: list[Any] = field(default_factory=list)
    bulletins: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Month:
    """A month: the campaigns that run in it and its days that hold anything."""

    first: date
    last: date
    campaigns: list[Any]
    days: list[DayOf]
    is_cut: bool

    @property
    def before(self) -> date:
        """A day of the month before."""
        return self.first - timedelta(days=1)

    @property
    def after(self) -> date:
        """A day of the month after."""
        return self.last + timedelta(days=1)


def month_of(actor: Actor, day: date) -> Month:
    """The month that holds a day, as far as the actor sees it; in three queries."""
    first = day.replace(day=1)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    running = counted(campaign_rows(actor)).filter(starts_on__lte=last, ends_on__gte=first)
    days = (first, last)
    sessions = list(counted(session_rows(actor)).filter(held_on__range=days)[:_MOST])
    bulletins = list(counted(bulletin_rows(actor)).filter(issued_on__range=days)[:_MOST])
    found: dict[date, DayOf] = {}
    for session in sessions:
        found.setdefault(session.held_on, DayOf(session.held_on)).sessions.append(session)
    for bulletin in bulletins:
        found.setdefault(bulletin.issued_on, DayOf(bulletin.issued_on)).bulletins.append(bulletin)
    cut = max(len(sessions), len(bulletins)) >= _MOST
    return Month(first, last, list(running[:60]), list(_in_order(found)), cut)


def _in_order(found: dict[date, DayOf]) -> Iterator[DayOf]:
    for day in sorted(found):
        yield found[day]
