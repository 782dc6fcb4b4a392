"""The register of joint papers that an actor may see; who has signed, and where the term stands."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import JointPaper, JointParty
from phongtrao.planning.queries.documents import party_to

# As long before the end of a term as it takes to negotiate and sign the next paper.
EXPIRING_DAYS = 90
UNSIGNED, IN_FORCE, EXPIRING, EXPIRED, ENDED = (
    "unsigned",
    "in_force",
    "expiring",
    "expired",
    "ended",
)


def visible_joint_papers(actor: Actor) -> QuerySet[JointPaper]:
    """Papers of the actor's own register, those it is a party to, and, for the parties of the
    programme, those kept in its area and below.
    """
    if actor.body_id is None:
        return JointPaper.objects.none()
    signs = JointParty.objects.filter(paper=OuterRef("pk"), body_id=actor.body_id)
    below = actor.scope.where("home_body__area_id")
    if actor.scope.everything:
        below = Q()
    return JointPaper.objects.filter(
        Q(home_body_id=actor.body_id)
        | Exists(signs)
        | (Q(programme_id__in=party_to(actor)) & below)
    )


def joint_paper_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register with the number of parties and of signatures."""
    parties = JointParty.objects.filter(paper=OuterRef("pk")).order_by().values("paper")
    counted = parties.annotate(n=Count("pk"), s=Count("signed_on"))
    return (
        visible_joint_papers(actor)
        .select_related("programme", "home_body")
        .prefetch_related("parties__body")
        .annotate(
            party_count=Subquery(counted.values("n"), output_field=IntegerField()),
            signed_count=Subquery(counted.values("s"), output_field=IntegerField()),
        )
    )


def joint_paper_for(actor: Actor, pk: int) -> JointPaper:
    """One visible paper with its parties; raises NotFound."""
    found = (
        joint_paper_rows(actor).select_related("document", "recorded_by__account").filter(pk=pk)
    ).first()
    if found is None:
        raise NotFound
    paper: JointPaper = found
    return paper


def joint_party_for(actor: Actor, pk: int) -> JointParty:
    """One party of a visible paper; raises NotFound."""
    rows = JointParty.objects.filter(paper__in=visible_joint_papers(actor).values("pk"))
    found = rows.select_related("paper", "body").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def joint_state(paper: Any, day: date) -> str:
    """Where a row of the register stands on a day: its end first, its term, then signatures."""
    if paper.ended_on is not None and paper.ended_on <= day:
        return ENDED
    if paper.ends_on is not None and paper.ends_on < day:
        return EXPIRED
    if paper.signed_count < paper.party_count:
        return UNSIGNED
    if paper.ends_on is not None and paper.ends_on <= day + timedelta(days=EXPIRING_DAYS):
        return EXPIRING
    return IN_FORCE


def in_joint_state(rows: QuerySet[Any], state: str, day: date) -> QuerySet[Any]:
    """The rows in one state on a day; the same answer as `joint_state`."""
    ended = Q(ended_on__lte=day)
    over = Q(ends_on__lt=day)
    running = (Q(ended_on__isnull=True) | Q(ended_on__gt=day)) & (
        Q(ends_on__isnull=True) | Q(ends_on__gte=day)
    )
    signed = Q(signed_count__gte=F("party_count"))
    soon = Q(ends_on__lte=day + timedelta(days=EXPIRING_DAYS))
    conditions = {
        ENDED: ended,
        EXPIRED: over & (Q(ended_on__isnull=True) | Q(ended_on__gt=day)),
        UNSIGNED: running & Q(signed_count__lt=F("party_count")),
        EXPIRING: running & signed & soon,
        IN_FORCE: running & signed & (Q(ends_on__isnull=True) | ~soon),
    }
    return rows.filter(conditions[state])
