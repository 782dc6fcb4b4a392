"""Meetings as engagements of the bodies that hold them or take part."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from phongtrao.fieldwork.meetings.models import (
    BridgePoint,
    Invitation,
    Meeting,
    MeetingPartner,
)
from phongtrao.fieldwork.meetings.workflow import MeetingState, Reply
from phongtrao.org.permissions import Actor
from phongtrao.planning.deadlines.engagements import (
    BY_CLOCK,
    MEETING,
    WHOLE_DAY,
    Engagement,
)
from phongtrao.planning.queries.engagements import uid_of


def engagements(actor: Actor, first: date, last: date) -> list[Engagement]:
    """Meetings that the acting body holds, also with others, is bridged to or is invited to and has
    not declined; called off ones and those struck out are there as dropped.
    """
    if not actor.can("movement.read"):
        return []
    rows = Meeting.objects.select_related("body").filter(held_on__range=(first, last))
    return [engagement_of(row, actor) for row in rows.filter(takes_part(actor))]


def takes_part(actor: Actor) -> Q:
    """The meetings that the acting body has to do with."""
    body = actor.body_id or 0
    partner = MeetingPartner.objects.filter(body_id=body).values("entry")
    bridged = BridgePoint.objects.filter(body_id=body).values("entry")
    invited = Invitation.objects.filter(
        body_id=body, sent_on__isnull=False, withdrawn_on__isnull=True
    ).exclude(reply=Reply.ABSENT)
    own = Q(body_id=body) | Q(pk__in=partner) | Q(pk__in=bridged)
    return own | Q(pk__in=invited.values("entry"))


def engagement_of(meeting: Any, actor: Actor) -> Engagement:
    """A meeting as the acting body is engaged in it."""
    return Engagement(
        key=f"meetings.meeting:{meeting.pk}",
        kind=MEETING,
        title=meeting.title,
        day=meeting.held_on,
        part=BY_CLOCK if meeting.starts_at else WHOLE_DAY,
        starts=meeting.starts_at,
        place=meeting.venue,
        chair=meeting.chair if meeting.body_id == actor.body_id else "",
        body=meeting.body.name,
        url=reverse("meetings:meeting-detail", args=[meeting.pk]),
        uid=uid_of("meetings.meeting", meeting.pk, meeting.recorded_at),
        changes=meeting.row_version - 1,
        is_dropped=meeting.is_struck or meeting.state == MeetingState.CALLED_OFF,
    )
