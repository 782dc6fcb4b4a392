"""Reads of meetings: the one scope door, what is open, what the register counts."""

from phongtrao.fieldwork.meetings.queries.conclusions import (
    conclusion_for,
    conclusion_rows,
    conclusions_of,
    has_conclusions,
    open_before,
    with_standing,
)
from phongtrao.fieldwork.meetings.queries.counts import counts
from phongtrao.fieldwork.meetings.queries.engagements import engagement_of
from phongtrao.fieldwork.meetings.queries.inbox import inbox_items
from phongtrao.fieldwork.meetings.queries.meetings import (
    OPEN_WORK,
    meeting_for,
    meeting_rows,
    series_offered,
)
from phongtrao.fieldwork.meetings.queries.minutes import (
    latest_number,
    other_version,
    statement_for,
    statements_of,
    text_of,
    version_for,
    versions_of,
)
from phongtrao.fieldwork.meetings.queries.search import FINDABLE

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "conclusion_for",
    "conclusion_rows",
    "conclusions_of",
    "counts",
    "engagement_of",
    "has_conclusions",
    "inbox_items",
    "latest_number",
    "meeting_for",
    "meeting_rows",
    "open_before",
    "other_version",
    "series_offered",
    "statement_for",
    "statements_of",
    "text_of",
    "version_for",
    "versions_of",
    "with_standing",
]
