"""What goes into the book of a meeting, and the books that an actor may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from phongtrao.core.errors import NotFound
from phongtrao.core.models import StoredFile
from phongtrao.fieldwork.meetings.models import Meeting, MeetingPaper
from phongtrao.fieldwork.meetings.queries import meeting_shown, open_before
from phongtrao.fieldwork.meetings.workflow import PaperState
from phongtrao.org.permissions import Actor
from phongtrao.publishing.models import MeetingBook


@dataclass(frozen=True, slots=True)
class BookPaper:
    """An approved paper: its title, which body it is of, its file."""

    title: str
    body: str
    section: str
    file: StoredFile


@dataclass(frozen=True, slots=True)
class BookContents:
    """All that a reader of a meeting may have on paper, in the order of the book."""

    meeting: Meeting
    agenda: Sequence[Any]
    invited: Sequence[Any]
    before: Sequence[Any]
    papers: Sequence[BookPaper]


def contents_of_meeting(actor: Actor, pk: int) -> BookContents:
    """What this reader may have of a meeting now; raises NotFound.

    The invitation list goes to the body that holds the meeting alone.
    """
    meeting = meeting_shown(actor, pk)
    holds = actor.body_id == meeting.body_id
    rows = meeting.papers.filter(state=PaperState.APPROVED).select_related(
        "body", "programme", "file", "document__file"
    )
    invited = meeting.invitations.filter(withdrawn_on__isnull=True).select_related("body")
    return BookContents(
        meeting,
        list(meeting.agenda.all()),
        list(invited.order_by("body__name", "pk")) if holds else [],
        open_before(meeting) if meeting.is_whole else [],
        [paper for row in rows.order_by("place", "pk") for paper in _paper(row)],
    )


def book_for(actor: Actor, pk: int) -> MeetingBook:
    """A book that somebody of the acting body has asked for; raises NotFound."""
    rows = MeetingBook.objects.select_related("meeting", "file")
    found = rows.filter(pk=pk, asked_by__body_id=actor.body_id or 0).first()
    if found is None:
        raise NotFound
    meeting_shown(actor, found.meeting_id)
    return found


def latest_book(actor: Actor, meeting: Meeting) -> MeetingBook | None:
    """The last book of a meeting that the acting body has asked for."""
    rows = MeetingBook.objects.filter(meeting=meeting, asked_by__body_id=actor.body_id or 0)
    return rows.select_related("file").first()


def _paper(row: MeetingPaper) -> list[BookPaper]:
    kept = row.file or (row.document.file if row.document else None)
    section = str(row.programme.short_name) if row.programme else ""
    return [BookPaper(row.title, row.body.name, section, kept)] if kept else []
