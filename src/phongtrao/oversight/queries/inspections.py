"""Inspections that an actor may see."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from phongtrao.fieldwork.register.queries import entry_of, visible
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import (
    ClarificationRequest,
    InspectedBody,
    Inspection,
    InspectionMember,
    InspectionSession,
    Outline,
    Recommendation,
    UnitSummary,
)
from phongtrao.oversight.queries.lineage import own_and_former
from phongtrao.oversight.workflow import CONCLUSIVE, InspectionState


def inspection_rows(actor: Actor) -> QuerySet[Any]:
    """Inspections of the acting body and below; those of its delegations while it has a seat;
    those it, or a body that went into it, is inspected in, and those whose remedies it confirms.

    Whoever is inspected learns of it by the decision: what is planned is not shown to him.
    """
    rows = Inspection.objects.select_related("programme", "body", "leader_body")
    if actor.body_id is None:
        return rows.none()
    told = ~Q(state=InspectionState.PLANNED) & ~Q(state=InspectionState.CANCELLED, decided_on=None)
    inspected = is_inspected(actor)
    verifies = Recommendation.objects.filter(entry=OuterRef("pk"), verifier_id=actor.body_id)
    confirms = Q(state__in=CONCLUSIVE) & Q(Exists(verifies))
    is_told = told & (has_seat(actor) | inspected | confirms)
    return rows.filter(reads_all(actor, inspected) | is_told)


def reads_all(actor: Actor, inspected: Q) -> Q:
    """The inspections of the acting body and below, but those it is inspected in."""
    known = Q(pk__in=visible(actor, Inspection.objects.all()).values("pk"))
    return Q(body_id=actor.body_id) | (known & ~inspected)


def has_seat(actor: Actor) -> Q:
    """The inspections in whose delegation the acting body has a seat on the day."""
    sits = InspectionMember.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=actor.day),
        entry=OuterRef("pk"),
        body_id=actor.body_id or 0,
        valid_from__lte=actor.day,
    )
    return Q(Exists(sits))


def is_inspected(actor: Actor, own: Sequence[int] | None = None) -> Q:
    """The inspections in which the acting body, or one that went into it, is inspected.

    `own` are these bodies, where they are known already.
    """
    bodies = own_and_former(actor) if own is None else own
    inspected = InspectedBody.objects.filter(entry=OuterRef("pk"), body_id__in=bodies)
    return Q(Exists(inspected))


def inspects(actor: Actor, inspection: Inspection) -> bool:
    """Whether the acting body inspects, today: in charge or above it, or with a seat."""
    rows = Inspection.objects.filter(pk=inspection.pk)
    return rows.filter(reads_all(actor, is_inspected(actor)) | has_seat(actor)).exists()


def parts_of(actor: Actor, inspection: Inspection) -> dict[str, bool]:
    """Whether the acting body inspects (`inspects`), and which parts an inspection has at all: one
    query that saves the page those of the parts that are not there.
    """
    mine = {"entry": OuterRef("pk")}
    found = Inspection.objects.filter(pk=inspection.pk).annotate(
        inspects=reads_all(actor, is_inspected(actor)) | has_seat(actor),
        sessions_=Exists(InspectionSession.objects.filter(**mine)),
        outlines_=Exists(Outline.objects.filter(**mine)),
        summaries_=Exists(UnitSummary.objects.filter(**mine)),
        clarifications_=Exists(ClarificationRequest.objects.filter(**mine)),
    )
    names = ("inspects", "sessions_", "outlines_", "summaries_", "clarifications_")
    row = found.values(*names).get()
    return {name.rstrip("_"): bool(row[name]) for name in names}


def inspection_for(actor: Actor, pk: int) -> Any:
    """One visible inspection; raises NotFound."""
    return entry_of(inspection_rows(actor).select_related("recorded_by__account"), pk)
