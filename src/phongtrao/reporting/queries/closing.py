"""What closing the figures of a round, or opening them again, would do to whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import Adjustment, DeadlineExtension, Report, Round
from phongtrao.reporting.queries.rounds import rounds_for
from phongtrao.reporting.queries.waiting import waiting_for
from phongtrao.reporting.workflow import (
    AdjustmentState,
    ExtensionState,
    ReportState,
    RoundState,
)

_MOST_NAMED = 40
_ROUNDS_SHOWN = 8


@dataclass(frozen=True)
class Closing:
    """How many reports of each kind there are, and the first ones that are not approved."""

    approved: int
    submitted: int
    unsent: int
    locked: int
    proposed: int
    asked: int
    named: Sequence[Report]


def closing_of(round_: Round) -> Closing:
    """What stands in a round now: whoever closes it decides about all of its reports."""
    counts = dict(
        round_.reports.order_by()
        .values_list("state")
        .annotate(Count("pk"))
        .values_list("state", "pk__count")
    )
    open_states = [ReportState.SUBMITTED, ReportState.DRAFT, ReportState.RETURNED]
    waiting = round_.reports.filter(state__in=open_states).select_related("body")
    lines = Adjustment.objects.filter(version__report__round=round_, state=AdjustmentState.PROPOSED)
    asked = DeadlineExtension.objects.filter(report__round=round_, state=ExtensionState.ASKED)
    return Closing(
        approved=counts.get(ReportState.APPROVED, 0),
        submitted=counts.get(ReportState.SUBMITTED, 0),
        unsent=counts.get(ReportState.DRAFT, 0) + counts.get(ReportState.RETURNED, 0),
        locked=counts.get(ReportState.LOCKED, 0),
        proposed=lines.count(),
        asked=asked.count(),
        named=list(waiting.order_by("body__name_folded", "pk")[:_MOST_NAMED]),
    )


def rounds_in_queue(actor: Actor) -> QuerySet[Round]:
    """The open rounds of which reports wait for the actor, for closing them from the queue."""
    waiting = waiting_for(actor).order_by().values("round")
    return rounds_for(actor).filter(pk__in=waiting, state=RoundState.OPEN)[:_ROUNDS_SHOWN]
