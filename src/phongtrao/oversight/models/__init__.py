"""What was verified: inspections, their sessions and findings, recommendations, remedies."""

from phongtrao.oversight.models.accounts import (
    ClarificationRequest,
    ClarificationStep,
    Outline,
    UnitSummary,
    UnitSummaryVersion,
)
from phongtrao.oversight.models.checks import CheckLine, DocumentStep, SeenDocument
from phongtrao.oversight.models.inspections import (
    InspectedBody,
    Inspection,
    InspectionMember,
    InspectionStep,
)
from phongtrao.oversight.models.preparations import PreparationItem
from phongtrao.oversight.models.recurrences import LinkState, RecurrenceLink
from phongtrao.oversight.models.remedies import Recommendation, RemedyStep
from phongtrao.oversight.models.sessions import (
    Attendance,
    InspectionSession,
    SessionBody,
    SessionMinutes,
    SessionMove,
)

__all__ = [
    "Attendance",
    "CheckLine",
    "ClarificationRequest",
    "ClarificationStep",
    "DocumentStep",
    "InspectedBody",
    "Inspection",
    "InspectionMember",
    "InspectionSession",
    "InspectionStep",
    "LinkState",
    "Outline",
    "PreparationItem",
    "Recommendation",
    "RecurrenceLink",
    "RemedyStep",
    "SeenDocument",
    "SessionBody",
    "SessionMinutes",
    "SessionMove",
    "UnitSummary",
    "UnitSummaryVersion",
]
