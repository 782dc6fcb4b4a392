"""The core force: keep teams and their figures, allowances and other head-counts."""

from phongtrao.fieldwork.coreforce.actions.figures import (
    AllowanceTerms,
    HeadCountTerms,
    change_allowance,
    change_headcount,
    end_allowance,
    record_allowance,
    record_headcount,
)
from phongtrao.fieldwork.coreforce.actions.nucleus import (
    NucleusTerms,
    change_activity,
    record_activity,
)
from phongtrao.fieldwork.coreforce.actions.teams import (
    ReadingTerms,
    TeamTerms,
    change_team,
    dissolve_team,
    found_team,
    note_equipment,
    note_reading,
    rate_team,
)

__all__ = [
    "AllowanceTerms",
    "HeadCountTerms",
    "NucleusTerms",
    "ReadingTerms",
    "TeamTerms",
    "change_activity",
    "change_allowance",
    "change_headcount",
    "change_team",
    "dissolve_team",
    "end_allowance",
    "found_team",
    "note_equipment",
    "note_reading",
    "rate_team",
    "record_activity",
    "record_allowance",
    "record_headcount",
]
