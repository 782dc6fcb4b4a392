"""The minutes of a meeting: versions, statements, and what a draft is made from."""

from typing import Any

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.meetings.models import (
    Meeting,
    MinutesVersion,
    Statement,
    VersionOutcome,
)
from phongtrao.fieldwork.meetings.queries.meetings import meeting_rows
from phongtrao.org.permissions import Actor

_VERSIONS = 30


def versions_of(meeting: Meeting) -> list[MinutesVersion]:
    """The latest versions, newest first."""
    return list(meeting.versions.select_related("saved_by__body")[:_VERSIONS])


def latest_number(meeting: Meeting) -> int:
    """The number of the version that the minutes are now; 0 before the first."""
    rows = meeting.versions.exclude(outcome=VersionOutcome.UNMERGED)
    return rows.values_list("number", flat=True).first() or 0


def text_of(meeting: Meeting, number: int) -> str:
    """The minutes as of a version; nothing where there is none of that number."""
    rows = meeting.versions.filter(number=number).exclude(outcome=VersionOutcome.UNMERGED)
    return rows.values_list("text", flat=True).first() or ""


def version_for(actor: Actor, pk: int) -> MinutesVersion:
    """One version of visible minutes; raises NotFound."""
    rows = MinutesVersion.objects.select_related("entry__body", "saved_by__body")
    found = rows.filter(entry__in=meeting_rows(actor).values("pk"), pk=pk).first()
    if found is None:
        raise NotFound
    return found


def other_version(version: MinutesVersion, typed: str) -> MinutesVersion | None:
    """The version of the same minutes to compare with: by its number, else the one before."""
    rows = version.entry.versions.select_related("saved_by__body")
    if typed.isascii() and typed.isdecimal() and len(typed) < 5:
        found = rows.filter(number=int(typed)).first()
        if found is None:
            raise NotFound
        return found
    before = rows.filter(number__lt=version.number).exclude(outcome=VersionOutcome.UNMERGED)
    return before.first()


def statements_of(meeting: Meeting) -> list[Statement]:
    """What was said, in order, with how each statement read before."""
    rows = meeting.statements.select_related("body", "programme", "written_by__body")
    return list(rows.prefetch_related("former__changed_by__body"))


def statement_for(actor: Actor, pk: int) -> Any:
    """One statement of a visible meeting; raises NotFound."""
    rows = Statement.objects.select_related("entry__body", "entry__programme", "body", "programme")
    found = rows.filter(entry__in=meeting_rows(actor).values("pk"), pk=pk).first()
    if found is None:
        raise NotFound
    return found
