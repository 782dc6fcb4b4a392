"""Plans of festivals: those an actor may read, those his sites may stand under."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSite
from phongtrao.fieldwork.events.workflow import COMING, HELD, SiteState
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.permissions import Actor


def plan_rows(actor: Actor) -> QuerySet[Any]:
    """Plans of the acting body, of its area and below, and of the areas above, with their sites."""
    rows = FestivalPlan.objects.all()
    readable = visible(actor, rows).values("pk")
    known = rows.filter(Q(pk__in=readable) | Q(pk__in=plans_offered(actor).values("pk")))
    stand = Q(sites__struck_on__isnull=True)
    return known.select_related("programme", "body").annotate(
        site_count=Count("sites", filter=stand & Q(sites__state__in=[*COMING, *HELD])),
        held_count=Count("sites", filter=stand & Q(sites__state__in=HELD)),
    )


def plan_for(actor: Actor, pk: int) -> Any:
    """One plan that may be read; raises NotFound."""
    return entry_of(plan_rows(actor).select_related("recorded_by__account"), pk)


def plans_offered(actor: Actor) -> QuerySet[FestivalPlan]:
    """What a site may stand under: plans of the acting body and of bodies of the areas above.

    A plan of an area above is one of the same kind of body: each line of a programme plans for
    its own.
    """
    if actor.body is None:
        return FestivalPlan.objects.none()
    above = [int(part) for part in actor.scope.path.split("/") if part]
    rows = counted(FestivalPlan.objects.all())
    return rows.filter(
        Q(body_id=actor.body_id) | Q(area_id__in=above, body__kind_id=actor.body.kind_id)
    ).order_by("-year", "kind", "-pk")


def levels_of(plan: FestivalPlan) -> dict[str, int]:
    """Level → how many sites of a plan are chosen, coming or held."""
    return _tally(plan, "level", state__in=[*COMING, *HELD])


def states_of(plan: FestivalPlan) -> dict[str, int]:
    """State → how many sites of a plan are in it."""
    return _tally(plan, "state")


def sent_results(plan: FestivalPlan) -> int:
    """How many results other bodies have sent under a plan that nobody has confirmed."""
    rows = counted(FestivalSite.objects.filter(plan=plan, state=SiteState.RECORDED))
    return rows.exclude(body_id=plan.body_id).count()


def _tally(plan: FestivalPlan, field: str, **terms: Any) -> dict[str, int]:
    rows = counted(FestivalSite.objects.filter(plan=plan, **terms)).order_by()
    return dict(rows.values_list(field).annotate(Count("pk")))
