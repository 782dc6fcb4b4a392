"""What was verified: inspections, their recommendations, the remedies."""

from phongtrao.oversight.models.inspections import (
    InspectedBody,
    Inspection,
    InspectionMember,
    InspectionStep,
)
from phongtrao.oversight.models.recurrences import LinkState, RecurrenceLink
from phongtrao.oversight.models.remedies import Recommendation, RemedyStep

__all__ = [
    "InspectedBody",
    "Inspection",
    "InspectionMember",
    "InspectionStep",
    "LinkState",
    "Recommendation",
    "RecurrenceLink",
    "RemedyStep",
]
