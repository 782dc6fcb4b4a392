"""Reads of communication: the one scope door of its registers, and what they count."""

from collections.abc import Iterator

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.fieldwork.outreach.models import Campaign, Channel
from phongtrao.fieldwork.outreach.queries.bulletins import (
    bulletin_counts,
    bulletin_for,
    bulletin_rows,
    inbox_sources,
)
from phongtrao.fieldwork.outreach.queries.campaigns import (
    campaign_for,
    campaign_rows,
    campaigns_offered,
    last_session,
    sees_campaign,
    session_counts,
    session_for,
    session_rows,
)
from phongtrao.fieldwork.outreach.queries.outputs import (
    channel_for,
    channel_rows,
    output_counts,
    output_for,
    output_rows,
)
from phongtrao.fieldwork.outreach.queries.search import FINDABLE
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.actions.open_work import OpenWork

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "bulletin_for",
    "bulletin_rows",
    "campaign_for",
    "campaign_rows",
    "campaigns_offered",
    "channel_for",
    "channel_rows",
    "counts",
    "inbox_sources",
    "last_session",
    "output_for",
    "output_rows",
    "sees_campaign",
    "session_for",
    "session_rows",
]
OPEN_WORK = (
    OpenWork(
        Campaign, "body", "body", N_("Đợt tuyên truyền đang thực hiện"), Q(struck_on__isnull=True)
    ),
    OpenWork(
        Channel,
        "body",
        "body",
        N_("Kênh tuyên truyền đang duy trì"),
        Q(struck_on__isnull=True, closed_on__isnull=True),
    ),
)


def counts(asked: Asked) -> Iterator[Count]:
    """What all registers of communication count for the cells of a report."""
    yield from session_counts(asked)
    yield from output_counts(asked)
    yield from bulletin_counts(asked)
