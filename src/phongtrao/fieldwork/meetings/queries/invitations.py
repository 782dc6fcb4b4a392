"""Invitations, seats and quorum of a meeting as they stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.meetings.models import BridgePoint, Invitation, InvitationStep, Meeting
from phongtrao.fieldwork.meetings.queries.meetings import shown_rows
from phongtrao.fieldwork.meetings.rules.before import Rank, Seat, quorum_need, seats_of
from phongtrao.fieldwork.meetings.workflow import OPEN_REPLIES, Reply
from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import ProgrammeParty

_LEVELS = {"country": 0, "province": 1, "commune": 2}


@dataclass(frozen=True, slots=True)
class Replies:
    """How many invitations were sent and what was answered; `seats` of those who come."""

    sent: int
    waiting: int
    comes: int
    sends: int
    absent: int
    unsent: int
    seats: int
    attended: int | None


@dataclass(frozen=True, slots=True)
class Quorum:
    """Of how many invited bodies how many are needed, have promised, and took part."""

    invited: int
    need: int
    promised: int
    attended: int | None

    @property
    def is_promised(self) -> bool:
        """Whether the replies so far are enough."""
        return self.promised >= self.need


def invitation_for(actor: Actor, pk: int) -> Invitation:
    """One invitation of a meeting that the actor may open: any that he reads wholly, else his
    own; raises NotFound.
    """
    rows = Invitation.objects.select_related("entry__body", "body")
    found = rows.filter(pk=pk, entry__in=shown_rows(actor).values("pk")).first()
    if found is None or actor.body_id not in (found.body_id, found.entry.body_id):
        raise NotFound
    return found


def has_invitations(pk: int) -> bool:
    """Whether anybody is invited to a meeting."""
    return Invitation.objects.filter(entry_id=pk, withdrawn_on__isnull=True).exists()


def invitations_of(meeting: Meeting) -> list[Invitation]:
    """All invitations in the order of rank, those withdrawn at the end."""
    found = list(meeting.invitations.select_related("body"))
    ranks = _ranks(meeting, [row.body for row in found])
    return sorted(found, key=lambda row: (bool(row.withdrawn_on), ranks[row.body_id].key, row.pk))


def with_steps(rows: list[Invitation]) -> list[Invitation]:
    """Invitations with what happened to each."""
    steps = InvitationStep.objects.select_related("by__body")
    prefetch_related_objects(rows, Prefetch("steps", queryset=steps))
    return rows


def own_invitations(actor: Actor, meeting: Meeting) -> list[Invitation]:
    """What the acting body was sent."""
    rows = meeting.invitations.filter(body_id=actor.body_id or 0, sent_on__isnull=False)
    return with_steps(list(rows.select_related("body")))


def replies_of(rows: list[Invitation]) -> Replies:
    """The sums of a list of invitations."""
    standing = [row for row in rows if row.withdrawn_on is None]
    sent = [row for row in standing if row.sent_on is not None]
    said = Counter(row.reply for row in sent)
    come = [row for row in sent if row.reply in (Reply.COMES, Reply.SENDS)]
    noted = [row.attended for row in sent if row.attended is not None]
    return Replies(
        sent=len(sent),
        waiting=sum(said[each] for each in OPEN_REPLIES),
        comes=said[Reply.COMES],
        sends=said[Reply.SENDS],
        absent=said[Reply.ABSENT],
        unsent=len(standing) - len(sent),
        seats=sum(row.seats for row in come),
        attended=sum(noted) if noted else None,
    )


def quorum_of(meeting: Meeting, rows: list[Invitation]) -> Quorum | None:
    """How the quorum of a meeting stands; None where none is asked for."""
    if meeting.quorum_bodies is None and meeting.quorum_percent is None:
        return None
    sent = [row for row in rows if row.withdrawn_on is None and row.sent_on is not None]
    invited = {row.body_id for row in sent}
    promised = {row.body_id for row in sent if row.reply in (Reply.COMES, Reply.SENDS)}
    noted = any(row.attended is not None for row in sent)
    came = {row.body_id for row in sent if row.attended}
    need = quorum_need(len(invited), meeting.quorum_bodies, meeting.quorum_percent)
    return Quorum(len(invited), need, len(promised), len(came) if noted else None)


def seated(
    rows: list[Invitation], points: Sequence[BridgePoint], at: BridgePoint | None
) -> list[Invitation]:
    """Who of those invited, in their rank, sits in the hall or at one of the bridge points.

    A body sits at its own bridge point or at that of the area above it; whoever has said that
    nobody comes has no seat.
    """
    home = _points_of(points, rows)
    come = [
        row
        for row in rows
        if row.withdrawn_on is None
        and row.reply != Reply.ABSENT
        and home.get(row.body_id) == (at.pk if at else None)
    ]
    return sorted(come, key=lambda row: row.place if row.place is not None else 10_000)


def seat_rows(meeting: Meeting, people: list[Invitation]) -> list[list[Seat]]:
    """The numbered chairs of some invitations; further seats of one stand beside it."""
    chairs = [
        (row.body.name, row.stand_in or row.post) for row in people for _n in range(row.seats)
    ]
    return seats_of(chairs, meeting.seats_per_row)


def bridge_rows(meeting: Meeting) -> QuerySet[Any]:
    """The bridge points of a meeting."""
    return meeting.bridges.select_related("body").order_by("body__area_id", "pk")


def bridge_for(actor: Actor, pk: int) -> Any:
    """One bridge point of a meeting of the acting body; raises NotFound."""
    rows = BridgePoint.objects.select_related("entry", "body")
    found = rows.filter(pk=pk, entry__body_id=actor.body_id or 0).first()
    if found is None:
        raise NotFound
    return found


def _points_of(points: Sequence[BridgePoint], rows: list[Invitation]) -> dict[int, int]:
    """Body → the bridge point where it sits."""
    own = {point.body_id: point.pk for point in points}
    by_area = {point.body.area_id: point.pk for point in points}
    if not points:
        return {}
    areas = {row.body.area_id for row in rows}
    versions = AreaVersion.objects.filter(lineage_id__in=areas, valid_to__isnull=True)
    parents = dict(versions.values_list("lineage_id", "parent_id"))
    found = {}
    for row in rows:
        point = own.get(row.body_id) or by_area.get(parents.get(row.body.area_id) or 0)
        if point is not None:
            found[row.body_id] = point
    return found


def _ranks(meeting: Meeting, bodies: list[Body]) -> dict[int, Rank]:
    areas = {body.area_id for body in bodies}
    versions = AreaVersion.objects.filter(lineage_id__in=areas).order_by("valid_from")
    places = {row.lineage_id: (_LEVELS.get(row.level, 3), row.code) for row in versions}
    parties = dict(
        ProgrammeParty.objects.filter(programme_id=meeting.programme_id).values_list(
            "kind_id", "position"
        )
    )
    partners = set(meeting.partners.values_list("body_id", flat=True))
    return {
        body.pk: Rank(
            is_leading=body.pk == meeting.body_id,
            is_partner=body.pk in partners,
            level=places.get(body.area_id, (3, ""))[0],
            party=parties.get(body.kind_id, 999),
            code=places.get(body.area_id, (3, ""))[1],
        )
        for body in bodies
    }
