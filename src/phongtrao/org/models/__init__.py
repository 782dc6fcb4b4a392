"""Who and where: areas in time, bodies, accounts, postings and delegations."""

from phongtrao.org.models.accounts import Account, AccountManager, Delegation, Posting
from phongtrao.org.models.areas import (
    AreaChange,
    AreaLineage,
    AreaSet,
    AreaSetMember,
    AreaVersion,
    AreaVersionQuerySet,
    Succession,
)
from phongtrao.org.models.bodies import Body, BodyKind, BodySuccession
from phongtrao.org.models.compositions import (
    Composition,
    CompositionQuerySet,
    Seat,
    SeatTitle,
)
from phongtrao.org.models.handovers import Handover
from phongtrao.org.models.tokens import AccessToken

__all__ = [
    "AccessToken",
    "Account",
    "AccountManager",
    "AreaChange",
    "AreaLineage",
    "AreaSet",
    "AreaSetMember",
    "AreaVersion",
    "AreaVersionQuerySet",
    "Body",
    "BodyKind",
    "BodySuccession",
    "Composition",
    "CompositionQuerySet",
    "Delegation",
    "Handover",
    "Posting",
    "Seat",
    "SeatTitle",
    "Succession",
]
