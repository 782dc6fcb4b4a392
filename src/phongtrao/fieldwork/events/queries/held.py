"""The festivals held in an area on a day, as a model launched there shows them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from phongtrao.fieldwork.events.queries.sites import site_rows
from phongtrao.fieldwork.events.workflow import SiteState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.register.queries.occasions import Occasion
from phongtrao.org.permissions import Actor

_MOST = 5


def held_on(actor: Actor, area_id: int, day: date) -> Sequence[Occasion]:
    """Sites of the area with that day that were not called off, as far as the actor sees them."""
    halted = (SiteState.CANCELLED, SiteState.POSTPONED)
    rows = counted(site_rows(actor)).filter(area_id=area_id, held_on=day).exclude(state__in=halted)
    return [
        Occasion(row.title, reverse("events:site-detail", args=[row.pk]))
        for row in rows.order_by("pk")[:_MOST]
    ]
