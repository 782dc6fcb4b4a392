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
from phongtrao.oversight.rules import criteria_of, criterion_name
from phongtrao.oversight.workflow import CONCLUSIVE

_POINTS = ("strengths", "limits", "causes")


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


def points_found(entry: Inspection) -> dict[str, str]:
    """What the checklist says, as the parts of a conclusion open with it: strengths, limits and
    causes, each a line per body and point in the order of the list; a part without any is left out.
    """
    rows = list(entry.checks.select_related("body", "entry").order_by("body_id", "pk"))
    points = criteria_of(entry.criteria_version, entry.starts_on).points
    order = [point.code for point in points]
    rows.sort(key=lambda row: order.index(row.criterion) if row.criterion in order else len(order))
    tells_body = len({row.body_id for row in rows}) > 1
    told = {
        part: "\n".join(
            f"- {_point(row, tells_body=tells_body)}: {getattr(row, part).strip()}"
            for row in rows
            if getattr(row, part).strip()
        )
        for part in _POINTS
    }
    return {part: text for part, text in told.items() if text}


def _point(row: CheckLine, *, tells_body: bool) -> str:
    name = criterion_name(row.criterion, row.entry.criteria_version)
    return f"{name} ({row.body.name})" if tells_body else name


def _reads(actor: Actor, told: QuerySet[Any]) -> Q:
    near = Q(body_id__in=own_and_former(actor)) | actor.scope.where("body__area_id")
    theirs = told.filter(is_inspected(actor)).values("pk")
    return Q(entry__in=inspecting_rows(actor).values("pk")) | Q(entry__in=theirs) & near
