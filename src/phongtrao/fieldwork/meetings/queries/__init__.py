"""Reads of meetings: the one scope door, what is open, what the register counts."""

from phongtrao.fieldwork.meetings.queries.conclusions import (
    conclusion_for,
    conclusion_rows,
    has_conclusions,
    open_before,
)
from phongtrao.fieldwork.meetings.queries.counts import counts
from phongtrao.fieldwork.meetings.queries.inbox import inbox_items
from phongtrao.fieldwork.meetings.queries.meetings import (
    OPEN_WORK,
    meeting_for,
    meeting_rows,
    series_offered,
)
from phongtrao.fieldwork.meetings.queries.search import FINDABLE

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "conclusion_for",
    "conclusion_rows",
    "counts",
    "has_conclusions",
    "inbox_items",
    "meeting_for",
    "meeting_rows",
    "open_before",
    "series_offered",
]
