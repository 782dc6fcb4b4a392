"""Recommendations that an actor may see, and what they come to in a year."""

from typing import Any

from django.db.models import F, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import Inspection, Recommendation
from phongtrao.oversight.queries.inspections import has_seat, is_inspected, reads_all
from phongtrao.oversight.queries.lineage import own_and_former
from phongtrao.oversight.workflow import CONCLUSIVE, OVER, InspectionState, RemedyState

# What is asked for and not confirmed yet.
OWED = (
    Q(entry__concluded_on__isnull=False)
    & ~Q(entry__state__in=OVER)
    & ~Q(state=RemedyState.VERIFIED)
)


def recommendation_rows(actor: Actor) -> QuerySet[Any]:
    """Recommendations: all of an inspection for those who inspect and those above them; once the
    conclusion is out, for the owner and what it became, the verifier, and the inspected body above.
    """
    rows = Recommendation.objects.select_related("entry__body", "body", "verifier").exclude(
        entry__state=InspectionState.CANCELLED
    )
    if actor.body_id is None:
        return rows.none()
    own = own_and_former(actor)
    inspected = is_inspected(actor, own)
    inspections = Inspection.objects.filter(struck_on__isnull=True)
    whole = inspections.filter(reads_all(actor, inspected) | has_seat(actor))
    above = inspections.filter(inspected).values("pk")
    told = Q(entry__state__in=CONCLUSIVE) & (
        Q(body_id__in=own)
        | Q(verifier_id=actor.body_id)
        | (Q(entry__in=above) & actor.scope.where("body__area_id"))
    )
    return rows.filter(Q(entry__in=whole.values("pk")) | told)


def recommendation_for(actor: Actor, pk: int) -> Any:
    """One visible recommendation; raises NotFound."""
    found = recommendation_rows(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def is_owed(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Those whose remedy is asked for and not confirmed yet."""
    return rows.filter(OWED)


def is_late(rows: QuerySet[Any], day: Any) -> QuerySet[Any]:
    """Those not confirmed past their day, or sent in only after it."""
    return rows.filter(OWED & past_its_day(day))


def past_its_day(day: Any) -> Q:
    """The condition that the day is over and what was sent in came after it, if anything."""
    in_time = Q(state=RemedyState.SUBMITTED, submitted_on__lte=F("due_on"))
    return Q(due_on__lt=day) & ~in_time
