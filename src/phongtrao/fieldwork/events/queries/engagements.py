"""Festival sites as engagements of the bodies in charge and of those that said they come."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from phongtrao.fieldwork.events.models import FestivalInvitation, FestivalSite
from phongtrao.fieldwork.events.workflow import COMING, HELD, Reply
from phongtrao.org.permissions import Actor
from phongtrao.planning.deadlines.engagements import FESTIVAL, WHOLE_DAY, Engagement
from phongtrao.planning.queries.engagements import uid_of


def engagements(actor: Actor, first: date, last: date) -> list[Engagement]:
    """Festivals with a fixed day that the acting body is in charge of, or is invited to and has
    not declined.
    """
    if not actor.can("movement.read"):
        return []
    body = actor.body_id or 0
    invited = FestivalInvitation.objects.filter(body_id=body).exclude(reply=Reply.ABSENT)
    rows = FestivalSite.objects.select_related("body").filter(
        Q(body_id=body) | Q(pk__in=invited.values("entry")),
        struck_on__isnull=True,
        state__in=(*COMING, *HELD),
        held_on__range=(first, last),
    )
    return [_engagement(row) for row in rows]


def _engagement(site: Any) -> Engagement:
    return Engagement(
        key=f"events.festivalsite:{site.pk}",
        kind=FESTIVAL,
        title=site.title,
        day=site.held_on,
        part=WHOLE_DAY,
        place=site.venue,
        body=site.body.name,
        url=reverse("events:site-detail", args=[site.pk]),
        uid=uid_of("events.festivalsite", site.pk, site.recorded_at),
        changes=site.row_version - 1,
    )
