"""Reads of the core force: the one scope door of its registers, and what they count."""

from collections.abc import Iterator

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.fieldwork.coreforce.models import AllowanceRule, Team
from phongtrao.fieldwork.coreforce.queries.counts import figure_counts, of_cell, team_counts
from phongtrao.fieldwork.coreforce.queries.figures import (
    allowance_for,
    allowance_rows,
    headcount_for,
    headcount_rows,
    nucleus_for,
    nucleus_rows,
)
from phongtrao.fieldwork.coreforce.queries.inbox import inbox_sources
from phongtrao.fieldwork.coreforce.queries.search import FINDABLE
from phongtrao.fieldwork.coreforce.queries.teams import levels_of_year, team_for, team_rows
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.actions.open_work import OpenWork

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "allowance_for",
    "allowance_rows",
    "counts",
    "headcount_for",
    "headcount_rows",
    "inbox_sources",
    "levels_of_year",
    "nucleus_for",
    "nucleus_rows",
    "of_cell",
    "team_for",
    "team_rows",
]
_LIVING = Q(struck_on__isnull=True, dissolved_on__isnull=True)
OPEN_WORK = (
    OpenWork(Team, "body", "body", N_("Tổ, đội nòng cốt đang quản lý"), _LIVING),
    OpenWork(Team, "area", "area", N_("Tổ, đội nòng cốt trên địa bàn"), _LIVING),
    OpenWork(
        AllowanceRule,
        "body",
        "body",
        N_("Mức hỗ trợ đang áp dụng"),
        Q(struck_on__isnull=True, valid_to__isnull=True),
    ),
)


def counts(asked: Asked) -> Iterator[Count]:
    """What the registers of the core force count for the cells of a report."""
    yield from team_counts(asked)
    yield from figure_counts(asked)
