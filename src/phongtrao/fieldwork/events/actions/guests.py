"""Whom the sites of a plan may receive: posts, the days they can come, how often at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.events.models import FestivalGuest, FestivalGuestDay, FestivalPlan
from phongtrao.fieldwork.register.actions import locked
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor

MOST_GUESTS = 120


@dataclass(frozen=True, slots=True)
class GuestSpec:
    """A post of a body, its days and how many sites it can visit."""

    body: Body
    post: str
    days: Sequence[date]
    most_sites: int = 1


@transaction.atomic
def set_guests(plan: FestivalPlan, guests: Sequence[GuestSpec], *, by: Actor) -> FestivalPlan:
    """The guests of a plan instead of those before; one that stays keeps its key.

    Raises Forbidden and InvalidInput (too many, a post named twice).
    """
    found = locked(plan, by=by)
    wanted = {(each.body.pk, tidy_line(each.post)[:120]): each for each in guests}
    if len(wanted) != len(guests):
        raise InvalidInput(N_("Mỗi chức danh của một cơ quan chỉ ghi một dòng."))
    if len(wanted) > MOST_GUESTS:
        raise InvalidInput(N_("Ghi nhiều nhất 120 chức danh."))
    known = {(row.body_id, row.post): row for row in found.guests.all()}
    gone = [row.pk for key, row in known.items() if key not in wanted]
    FestivalGuest.objects.filter(pk__in=gone).delete()
    FestivalGuestDay.objects.filter(guest__plan=found).delete()
    days = []
    for (body_id, post), each in wanted.items():
        row = known.get((body_id, post)) or FestivalGuest(plan=found, body_id=body_id, post=post)
        row.most_sites = each.most_sites
        row.save()
        days += [FestivalGuestDay(guest=row, day=day) for day in dict.fromkeys(each.days)]
    FestivalGuestDay.objects.bulk_create(days)
    audit.record("festivalplan.guests", found, by=by, guests=len(wanted))
    return found
