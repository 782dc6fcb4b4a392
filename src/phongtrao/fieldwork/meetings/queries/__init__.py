"""Reads of meetings: the one scope door, what is open, what the register counts."""

from phongtrao.fieldwork.meetings.queries.conclusions import (
    clauses_offered,
    conclusion_for,
    conclusion_rows,
    conclusions_of,
    earlier_offered,
    open_before,
    proposals_waiting,
    with_standing,
)
from phongtrao.fieldwork.meetings.queries.counts import counts
from phongtrao.fieldwork.meetings.queries.engagements import engagement_of
from phongtrao.fieldwork.meetings.queries.inbox import inbox_sources
from phongtrao.fieldwork.meetings.queries.invitations import (
    bridge_for,
    bridge_rows,
    has_invitations,
    invitation_for,
    invitations_of,
    own_invitations,
    quorum_of,
    replies_of,
    seat_rows,
    seated,
    with_steps,
)
from phongtrao.fieldwork.meetings.queries.meetings import (
    OPEN_WORK,
    has_notice_for,
    meeting_for,
    meeting_rows,
    meeting_shown,
    series_offered,
    shown_rows,
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
from phongtrao.fieldwork.meetings.queries.papers import (
    by_section,
    paper_for,
    paper_rows,
    papers_of,
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
    "bridge_for",
    "bridge_rows",
    "by_section",
    "clauses_offered",
    "conclusion_for",
    "conclusion_rows",
    "conclusions_of",
    "counts",
    "earlier_offered",
    "engagement_of",
    "has_invitations",
    "has_notice_for",
    "inbox_sources",
    "invitation_for",
    "invitations_of",
    "latest_number",
    "meeting_for",
    "meeting_rows",
    "meeting_shown",
    "meetings_of_series",
    "open_before",
    "other_version",
    "own_invitations",
    "paper_for",
    "paper_rows",
    "papers_of",
    "proposals_waiting",
    "quorum_of",
    "replies_of",
    "search_series",
    "seat_rows",
    "seated",
    "series_offered",
    "shown_rows",
    "sittings",
    "statement_for",
    "statements_of",
    "text_of",
    "version_for",
    "versions_of",
    "with_standing",
    "with_steps",
]
