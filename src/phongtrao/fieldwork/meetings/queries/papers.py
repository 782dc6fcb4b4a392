"""Papers of a meeting that an actor may read, and items grouped by section."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.meetings.models import Meeting, MeetingPaper
from phongtrao.fieldwork.meetings.queries.meetings import meeting_rows, shown_rows
from phongtrao.fieldwork.meetings.workflow import PaperState
from phongtrao.org.permissions import Actor


@dataclass(frozen=True, slots=True)
class Section:
    """What belongs to one programme of a conference; no name is the meeting as a whole."""

    name: str
    rows: list[Any]


def paper_rows(actor: Actor) -> QuerySet[Any]:
    """Papers of meetings read wholly, one's own, and the approved ones of those one may open."""
    rows = MeetingPaper.objects.select_related("entry__body", "body", "programme", "file")
    whole = Q(entry__in=meeting_rows(actor).values("pk"))
    own = Q(body_id=actor.body_id or 0)
    approved = Q(state=PaperState.APPROVED, entry__in=shown_rows(actor).values("pk"))
    return rows.filter(whole | own | approved)


def papers_of(actor: Actor, meeting: Meeting) -> list[Any]:
    """The papers of one meeting in their order of speaking."""
    return list(paper_rows(actor).filter(entry=meeting).order_by("place", "pk"))


def paper_for(actor: Actor, pk: int) -> Any:
    """One visible paper; raises NotFound."""
    rows = paper_rows(actor).select_related("document").prefetch_related(
        "steps__by__body", "steps__file"
    )  # fmt: skip
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def by_section(meeting: Meeting, rows: Iterable[Any]) -> list[Section]:
    """Rows under the meeting as a whole and each of its programmes, in that order.

    A meeting of one programme has one group without a name.
    """
    others = [each.programme for each in meeting.sections.all()]
    if not others:
        return [Section("", list(rows))]
    order = [meeting.programme, *others]
    found: dict[int | None, list[Any]] = {None: []} | {each.pk: [] for each in order}
    for row in rows:
        found.setdefault(row.programme_id, []).append(row)
    names = {each.pk: each.short_name for each in order}
    return [Section(names.get(pk or 0, ""), listed) for pk, listed in found.items() if listed]
