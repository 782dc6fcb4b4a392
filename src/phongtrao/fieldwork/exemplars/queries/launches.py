"""The models that were launched in an area on a day, as a festival shows them."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from phongtrao.fieldwork.exemplars.models import PracticeModel
from phongtrao.fieldwork.register.queries import counted, visible
from phongtrao.fieldwork.register.queries.occasions import Occasion
from phongtrao.org.permissions import Actor

_MOST = 30


def launched_on(actor: Actor, area_id: int, day: date) -> Sequence[Occasion]:
    """Models of the area launched on the day, as far as the actor sees them, each once."""
    rows = counted(visible(actor, PracticeModel.objects.all())).filter(
        area_id=area_id, launched_on=day, merged_into__isnull=True
    )
    return [
        Occasion(row.name, reverse("exemplars:model-detail", args=[row.pk]))
        for row in rows.order_by("pk")[:_MOST]
    ]
