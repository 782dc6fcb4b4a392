"""The verbs of oversight."""

from phongtrao.oversight.actions.inspections import (
    InspectionTerms,
    change_inspection,
    plan_inspection,
    strike_inspection,
)
from phongtrao.oversight.actions.steps import (
    Conclusion,
    Seat,
    Team,
    conclude,
    decide,
    take_step,
)

__all__ = [
    "Conclusion",
    "InspectionTerms",
    "Seat",
    "Team",
    "change_inspection",
    "conclude",
    "decide",
    "plan_inspection",
    "strike_inspection",
    "take_step",
]
