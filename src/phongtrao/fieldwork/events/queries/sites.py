"""Festival sites that an actor may see, and those that change hands with their body."""

from typing import Any

from django.db.models import Q, QuerySet

from phongtrao.core.errors import N_
from phongtrao.fieldwork.events.models import (
    FestivalInvitation,
    FestivalPlan,
    FestivalResult,
    FestivalSite,
)
from phongtrao.fieldwork.events.workflow import GOING_ON
from phongtrao.fieldwork.register.queries import entry_of, visible
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.permissions import Actor

OPEN_WORK = (
    OpenWork(
        FestivalPlan, "body", "body", N_("Kế hoạch Ngày hội"), Q(struck_on__isnull=True)
    ),
    OpenWork(
        FestivalSite,
        "body",
        "body",
        N_("Điểm Ngày hội đang chuẩn bị"),
        Q(struck_on__isnull=True, state__in=GOING_ON),
    ),
)  # fmt: skip


def site_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register of sites: also those one is invited to, and those of one's own plan."""
    rows = FestivalSite.objects.all()
    seen = visible(actor, rows, partners=FestivalInvitation).values("pk")
    return rows.filter(Q(pk__in=seen) | Q(plan__body_id=actor.body_id)).select_related(
        "programme", "body", "plan", "result"
    )


def has_invitations(pk: int) -> bool:
    """Whether anybody is invited to a site."""
    return FestivalInvitation.objects.filter(entry_id=pk).exists()


def has_result(pk: int) -> bool:
    """Whether the result of a site was recorded."""
    return FestivalResult.objects.filter(entry_id=pk).exists()


def site_for(actor: Actor, pk: int) -> Any:
    """One visible site with its plan and result; raises NotFound."""
    return entry_of(site_rows(actor).select_related("recorded_by__account", "plan__body"), pk)
