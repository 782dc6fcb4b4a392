"""Selections of sites: an affair of the body whose plan it is."""

from django.db.models import QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSelection
from phongtrao.org.permissions import Actor


def selection_for(actor: Actor, pk: int) -> FestivalSelection:
    """A selection of the acting body's plan; raises NotFound."""
    rows = FestivalSelection.objects.select_related("plan__body", "previous")
    found = rows.filter(plan__body_id=actor.body_id or 0, pk=pk).first()
    if found is None:
        raise NotFound
    return found


def selections_of(actor: Actor, plan: FestivalPlan) -> QuerySet[FestivalSelection]:
    """The selections of a plan, the newest first; none for other bodies."""
    rows = FestivalSelection.objects.filter(plan=plan).defer("asked", "answer")
    return rows if plan.body_id == actor.body_id else rows.none()
