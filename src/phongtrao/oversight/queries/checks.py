"""The checklist and the documents that an actor may see."""

from typing import Any

from django.db.models import Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import CheckLine, Inspection, SeenDocument
from phongtrao.oversight.queries.inspections import inspection_rows, inspects, is_inspected
from phongtrao.oversight.queries.lineage import own_and_former
from phongtrao.oversight.queries.sessions import inspecting_rows
from phongtrao.oversight.workflow import CONCLUSIVE


def document_rows(actor: Actor) -> QuerySet[Any]:
    """All documents for those who inspect; for an inspected body its own and those of its area,
    from the decision on: it knows what it was asked for.
    """
    rows = SeenDocument.objects.select_related("entry", "body", "session")
    return rows.filter(_reads(actor, inspection_rows(actor))) if actor.body_id else rows.none()


def document_for(actor: Actor, pk: int) -> Any:
    """One visible document; raises NotFound."""
    found = document_rows(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def check_rows(actor: Actor) -> QuerySet[Any]:
    """All lines for those who inspect; for an inspected body its own and those of its area, once
    the conclusion is out.
    """
    rows = CheckLine.objects.select_related("entry", "body", "session", "saved_by__body")
    told = inspection_rows(actor).filter(state__in=CONCLUSIVE)
    return rows.filter(_reads(actor, told)) if actor.body_id else rows.none()


def checked_bodies(actor: Actor, entry: Inspection) -> list[Body]:
    """The bodies whose checklist the actor may open: the inspected, and any that had a line before
    it ended.
    """
    ours = inspects(actor, entry)
    lines = check_rows(actor).filter(entry=entry).order_by().values("body_id")
    found = Q(pk__in=lines)
    if ours:
        found |= Q(pk__in=entry.inspected.values("body_id"))
    order = {
        body: place for place, body in enumerate(entry.inspected.values_list("body", flat=True))
    }
    return sorted(Body.objects.filter(found), key=lambda body: (order.get(body.pk, 999), body.pk))


def _reads(actor: Actor, told: QuerySet[Any]) -> Q:
    near = Q(body_id__in=own_and_former(actor)) | actor.scope.where("body__area_id")
    theirs = told.filter(is_inspected(actor)).values("pk")
    return Q(entry__in=inspecting_rows(actor).values("pk")) | Q(entry__in=theirs) & near
