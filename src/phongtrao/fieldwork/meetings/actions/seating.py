"""The seating of a meeting: how many chairs a row has, and an order that somebody has set."""

from collections.abc import Mapping

from django.db import transaction

from phongtrao.core import audit
from phongtrao.fieldwork.meetings.models import Invitation, Meeting
from phongtrao.fieldwork.meetings.rules.before import MOST_PER_ROW
from phongtrao.fieldwork.register.actions import locked, require_within, save_changed
from phongtrao.org.permissions import Actor


@transaction.atomic
def order_seats(
    meeting: Meeting, *, places: Mapping[int, int | None], per_row: int, by: Actor
) -> Meeting:
    """The order of invitations by their numbers; without one, a body sits where its rank is.

    Raises Forbidden and InvalidInput (chairs of a row, a place out of bounds).
    """
    found = locked(meeting, by=by)
    require_within("per_row", per_row, 1, MOST_PER_ROW)
    rows = list(found.invitations.filter(pk__in=places))
    for row in rows:
        place = places[row.pk]
        if place is not None:
            require_within(f"place_{row.pk}", place, 1, 9_999)
        row.place = place
    Invitation.objects.bulk_update(rows, ["place"])
    save_changed(found, {"seats_per_row": per_row})
    audit.record("meeting.seats_ordered", found, by=by, count=len(rows))
    return found
