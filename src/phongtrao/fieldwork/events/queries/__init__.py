"""What is asked of festivals: rows that an actor may see, counts, open work, the inbox, search."""

from phongtrao.fieldwork.events.queries.candidates import Wishes, candidates, quotas_of
from phongtrao.fieldwork.events.queries.counts import counts
from phongtrao.fieldwork.events.queries.held import held_on
from phongtrao.fieldwork.events.queries.inbox import inbox_sources
from phongtrao.fieldwork.events.queries.plans import (
    levels_of,
    plan_for,
    plan_rows,
    plans_offered,
    sent_results,
    states_of,
)
from phongtrao.fieldwork.events.queries.search import FINDABLE
from phongtrao.fieldwork.events.queries.selections import selection_for, selections_of
from phongtrao.fieldwork.events.queries.sites import (
    OPEN_WORK,
    has_invitations,
    has_result,
    site_for,
    site_rows,
)

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "Wishes",
    "candidates",
    "counts",
    "has_invitations",
    "has_result",
    "held_on",
    "inbox_sources",
    "levels_of",
    "plan_for",
    "plan_rows",
    "plans_offered",
    "quotas_of",
    "selection_for",
    "selections_of",
    "sent_results",
    "site_for",
    "site_rows",
    "states_of",
]
