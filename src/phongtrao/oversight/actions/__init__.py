"""The verbs of oversight."""

from phongtrao.oversight.actions.inspections import (
    InspectionTerms,
    change_inspection,
    plan_inspection,
    strike_inspection,
)
from phongtrao.oversight.actions.recurrences import propose_for_all, settle_recurrence
from phongtrao.oversight.actions.remedies import (
    RecommendationTerms,
    change_recommendation,
    recommend,
    take_remedy_step,
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
    "RecommendationTerms",
    "Seat",
    "Team",
    "change_inspection",
    "change_recommendation",
    "conclude",
    "decide",
    "plan_inspection",
    "propose_for_all",
    "recommend",
    "settle_recurrence",
    "strike_inspection",
    "take_remedy_step",
    "take_step",
]
