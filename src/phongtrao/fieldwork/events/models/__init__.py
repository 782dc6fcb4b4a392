"""Plans of festivals, their sites with all that is prepared and reported, and the guests."""

from phongtrao.fieldwork.events.models.plans import (
    FestivalGuest,
    FestivalGuestDay,
    FestivalPlan,
    FestivalPriority,
    FestivalSelection,
)
from phongtrao.fieldwork.events.models.preparation import (
    FestivalCheck,
    FestivalCost,
    FestivalInvitation,
    FestivalItem,
    FestivalPicture,
)
from phongtrao.fieldwork.events.models.results import FestivalResult
from phongtrao.fieldwork.events.models.sites import FestivalSite, FestivalStep

__all__ = [
    "FestivalCheck",
    "FestivalCost",
    "FestivalGuest",
    "FestivalGuestDay",
    "FestivalInvitation",
    "FestivalItem",
    "FestivalPicture",
    "FestivalPlan",
    "FestivalPriority",
    "FestivalResult",
    "FestivalSelection",
    "FestivalSite",
    "FestivalStep",
]
