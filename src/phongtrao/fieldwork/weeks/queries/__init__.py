"""Reads of weekly calendars: the one scope door, lines with their marks, what they offer."""

from phongtrao.fieldwork.weeks.queries.engagements import (
    WeekBoard,
    as_engagement,
    board_of,
    engagements,
    feed_engagements,
    item_engagement,
    this_week,
)
from phongtrao.fieldwork.weeks.queries.inbox import inbox_sources
from phongtrao.fieldwork.weeks.queries.weeks import (
    WeekLine,
    item_for,
    keeps_week,
    lines_of,
    own_week,
    week_for,
    week_rows,
)

__all__ = [
    "WeekBoard",
    "WeekLine",
    "as_engagement",
    "board_of",
    "engagements",
    "feed_engagements",
    "inbox_sources",
    "item_engagement",
    "item_for",
    "keeps_week",
    "lines_of",
    "own_week",
    "this_week",
    "week_for",
    "week_rows",
]
