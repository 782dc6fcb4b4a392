"""Reads of meetings: the one scope door, what is open, what the register counts."""

from phongtrao.fieldwork.meetings.queries.conclusions import (
    clauses_offered,
    conclusion_for,
    conclusion_rows,
    conclusions_of,
    earlier_offered,
    has_conclusions,
    open_before,
    proposals_waiting,
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
from phongtrao.fieldwork.meetings.queries.series import (
    meetings_of_series,
    search_series,
    sittings,
)

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "clauses_offered",
    "conclusion_for",
    "conclusion_rows",
    "conclusions_of",
    "counts",
    "earlier_offered",
    "engagement_of",
    "has_conclusions",
    "inbox_items",
    "latest_number",
    "meeting_for",
    "meeting_rows",
    "meetings_of_series",
    "open_before",
    "other_version",
    "proposals_waiting",
    "search_series",
    "series_offered",
    "sittings",
    "statement_for",
    "statements_of",
    "text_of",
    "version_for",
    "versions_of",
    "with_standing",
]
