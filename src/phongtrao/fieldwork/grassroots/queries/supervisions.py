"""Supervisions that an actor may see: one's own, those one is asked in, those below."""

from typing import Any

from django.db.models import Q, QuerySet

from phongtrao.fieldwork.grassroots.models import Supervision
from phongtrao.fieldwork.grassroots.rules import COUNTED_KINDS
from phongtrao.fieldwork.grassroots.workflow import DONE
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.org.permissions import Actor


def supervision_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register."""
    rows = Supervision.objects.select_related("programme", "body", "asked")
    seen = visible(actor, rows)
    return seen if actor.body_id is None else seen | rows.filter(asked_id=actor.body_id)


def supervision_for(actor: Actor, pk: int) -> Any:
    """One visible supervision; raises NotFound."""
    return entry_of(supervision_rows(actor).select_related("recorded_by__account"), pk)


def done_between(asked: Asked) -> QuerySet[Supervision]:
    """Those in charge of a body whose advice went out within the days."""
    days = (asked.first_day, asked.last_day)
    return counted(Supervision.objects.all()).filter(
        Q(state__in=DONE), body_id=asked.body_id, kind__in=COUNTED_KINDS, advice_on__range=days
    )
