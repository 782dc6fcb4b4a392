"""The pages of org."""

from phongtrao.org.views import (
    accounts,
    area_acts,
    area_changes,
    area_corrections,
    area_sets,
    areas,
    compositions,
    delegations,
    handovers,
    place_lists,
    postings,
)

__all__ = [
    "accounts",
    "area_acts",
    "area_changes",
    "area_corrections",
    "area_sets",
    "areas",
    "compositions",
    "delegations",
    "handovers",
    "place_lists",
    "postings",
]
