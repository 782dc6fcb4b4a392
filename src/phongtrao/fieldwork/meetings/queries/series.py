"""A series of one body's meetings: each with what became of its conclusions, and a search in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from phongtrao.core.errors import NotFound
from phongtrao.core.vietnamese import fold
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting, Statement
from phongtrao.fieldwork.meetings.queries.conclusions import conclusion_rows
from phongtrao.fieldwork.meetings.queries.meetings import meeting_rows
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor

_MOST_MEETINGS, _MOST_TEXTS, _MOST_HITS, _AROUND = 120, 6_000, 60, 90


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting of a series and how many of its conclusions are open, done, late."""

    meeting: Meeting
    total: int
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the words stand: in which meeting, in what, and the words around."""

    meeting: Meeting
    kind: str
    text: str


def meetings_of_series(actor: Actor, pk: int) -> list[Meeting]:
    """The visible meetings of the series that one belongs to, latest first.

    Raises NotFound, also where it belongs to none.
    """
    one = counted(meeting_rows(actor)).filter(pk=pk).exclude(series="").first()
    if one is None:
        raise NotFound
    rows = counted(meeting_rows(actor)).filter(body_id=one.body_id, series=one.series)
    return list(rows.order_by("-held_on", "-pk")[:_MOST_MEETINGS])


def sittings(actor: Actor, meetings: Sequence[Meeting], day: date) -> list[Sitting]:
    """Each meeting with the standing of its conclusions."""
    rows: dict[int, list[Any]] = {}
    for row in conclusion_rows(actor).filter(entry__in=meetings):
        rows.setdefault(row.entry_id, []).append(row)
    return [_sitting(meeting, rows.get(meeting.pk, []), day) for meeting in meetings]


def search_series(meetings: Sequence[Meeting], words: str) -> list[Found]:
    """Where statements, minutes and conclusions hold the words, tone marks or not."""
    wanted = fold(words).strip()
    if len(wanted) < 2:
        return []
    found = []
    for meeting, kind, text in _texts(meetings):
        place = fold(text).find(wanted)
        if place >= 0:
            found.append(Found(meeting, kind, _around(text, place)))
        if len(found) >= _MOST_HITS:
            break
    return found


def _texts(meetings: Sequence[Meeting]) -> Iterator[tuple[Meeting, str, str]]:
    by_pk = {meeting.pk: meeting for meeting in meetings}
    said = Statement.objects.filter(entry__in=meetings, struck_on__isnull=True)
    concluded = Conclusion.objects.filter(entry__in=meetings)
    rows = (("conclusion", concluded), ("statement", said))
    for kind, each in rows:
        for entry, text in each.values_list("entry_id", "text")[:_MOST_TEXTS]:
            yield by_pk[entry], kind, text
    for meeting in meetings:
        for line in filter(None, meeting.minutes.split("\n")):
            yield meeting, "minutes", line


def _around(text: str, place: int) -> str:
    """The words about a place; folding may shorten a text a little, never by much."""
    start, end = max(place - _AROUND, 0), place + 2 * _AROUND
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _sitting(meeting: Meeting, rows: Sequence[Any], day: date) -> Sitting:
    waits = [row for row in rows if row.is_open]
    late = sum((row.task.due_on if row.task else row.due_on) < day for row in waits)
    return Sitting(meeting, len(rows), len(waits), late)
