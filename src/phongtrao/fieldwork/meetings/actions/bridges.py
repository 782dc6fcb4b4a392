"""Bridge points as they are planned, and the day their connection was tried."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.meetings.actions.planned import planned, require_bodies_hold
from phongtrao.fieldwork.meetings.models import BridgePoint, Meeting
from phongtrao.fieldwork.meetings.rules import MOST_ATTENDANCES
from phongtrao.fieldwork.meetings.rules.before import MOST_BRIDGES
from phongtrao.fieldwork.register.actions import require_within
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor


@dataclass(frozen=True, slots=True)
class BridgePlan:
    """A body with its place, the post in the chair there, and how many are expected."""

    body: Body
    venue: str = ""
    chair: str = ""
    expected: int | None = None


@transaction.atomic
def plan_bridges(meeting: Meeting, plans: Sequence[BridgePlan], *, by: Actor) -> int:
    """The bridge points as planned, instead of those before; a connection that was tried stays so.

    Raises Forbidden, Refused (not planned any more) and InvalidInput (too many, a body twice, one
    that has ended); then the former ones stay.
    """
    found = planned(meeting, by)
    _require_few_and_once(plans)
    require_bodies_hold([plan.body for plan in plans], found.held_on, field="bridges")
    tested = dict(found.bridges.values_list("body_id", "tested_on"))
    made = [
        BridgePoint(
            entry=found,
            body=plan.body,
            venue=tidy_line(plan.venue)[:200],
            chair=tidy_line(plan.chair)[:150],
            expected=plan.expected,
            tested_on=tested.get(plan.body.pk),
        )
        for plan in plans
    ]
    found.bridges.all().delete()
    BridgePoint.objects.bulk_create(made)
    audit.record("meeting.bridges_planned", found, by=by, count=len(made))
    return len(made)


def _require_few_and_once(plans: Sequence[BridgePlan]) -> None:
    """Raises InvalidInput for too many points, a body twice, a number that cannot be."""
    if len(plans) > MOST_BRIDGES:
        _refuse(
            N_(
                "Đã ghi %(count)s điểm cầu; một cuộc họp ghi nhiều nhất %(most)s. "
                "Danh sách cũ giữ nguyên."
            ),
            count=len(plans),
            most=MOST_BRIDGES,
        )
    bodies = [plan.body.pk for plan in plans]
    twice = next((plan.body.name for plan in plans if bodies.count(plan.body.pk) > 1), None)
    if twice:
        _refuse(N_("%(body)s được ghi hai lần."), body=twice)
    for plan in plans:
        if plan.expected is not None:
            require_within("bridges", plan.expected, 0, MOST_ATTENDANCES)


@transaction.atomic
def test_connection(bridge: BridgePoint, *, is_good: bool, by: Actor) -> BridgePoint:
    """Note today that the connection held, or take that back. Raises Forbidden and Refused."""
    found = planned(bridge.entry, by)
    row: BridgePoint = found.bridges.select_for_update().get(pk=bridge.pk)
    row.tested_on = by.day if is_good else None
    row.save(update_fields=["tested_on"])
    audit.record("meeting.bridge_tested", found, by=by, body=row.body_id, is_good=is_good)
    return row


def _refuse(said: str, **values: object) -> None:
    sentence = Sentence(said, values)
    raise InvalidInput(sentence, fields={"bridges": sentence})
