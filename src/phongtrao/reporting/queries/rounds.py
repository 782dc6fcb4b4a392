"""Rounds within an actor's scope, and how complete and timely they are."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.queries.reports import DUE, visible
from phongtrao.reporting.workflow import COUNTING, ReportState


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the expected reports have come, and how; `of` is all that one may see."""

    of: int
    sent: int
    approved: int
    returned: int
    on_time: int
    late: int

    @property
    def not_approved(self) -> int:
        """Reports that count in figures but are not approved yet."""
        return self.sent - self.approved


def rounds_for(actor: Actor) -> QuerySet[Round]:
    """Rounds of one's own area or in which one sees a report, with counts within scope.

    The latest period comes first: what is counted per group loses the order of its table.
    """
    if actor.body is None:
        return Round.objects.none()
    inside = actor.scope.where("reports__area_id") & Q(reports__isnull=False)
    sent = inside & Q(reports__state__in=COUNTING)
    mine = visible(actor).filter(round=OuterRef("pk"))
    return (
        Round.objects.filter(template_version__participants=actor.body.kind_id)
        .filter(Q(area_id=actor.body.area_id) | Exists(mine))
        .select_related(
            "template_version__template", "opened_by__body", "value_import", "one_off__body"
        )
        .annotate(
            of=Count("reports", filter=inside, distinct=True),
            sent=Count("reports", filter=sent, distinct=True),
        )
        .order_by("-last_day", "-pk")
    )


def round_for(actor: Actor, pk: int) -> Round:
    """One visible round; ``NotFound`` outside scope."""
    found = rounds_for(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def completeness(actor: Actor, round_: Round, now: datetime) -> Completeness:
    """Counts of a round within the actor's scope; late = not sent by its own deadline."""
    on_time = Q(first_submitted_at__lte=DUE)
    counts = (
        visible(actor)
        .filter(round=round_)
        .aggregate(
            of=Count("pk"),
            sent=Count("pk", filter=Q(state__in=COUNTING)),
            approved=Count("pk", filter=Q(state__in=[ReportState.APPROVED, ReportState.LOCKED])),
            returned=Count("pk", filter=Q(state=ReportState.RETURNED)),
            on_time=Count("pk", filter=on_time),
        )
    )
    late = late_reports(actor, round_, now).count()
    return Completeness(**counts, late=late)


def late_reports(actor: Actor, round_: Round, now: datetime) -> QuerySet[Report]:
    """Reports first sent after their deadline, or not sent at all once it is past."""
    late = Q(first_submitted_at__gt=DUE)
    if now > round_.deadline_at:
        late |= Q(first_submitted_at__isnull=True, due__lt=now)
    rows = visible(actor).annotate(due=DUE)
    return rows.filter(late, round=round_).select_related("body", "round")
