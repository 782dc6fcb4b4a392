"""What one does at the door itself: choose a capacity, mark notices as read."""

from django.http import HttpRequest

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.core.models import Notice
from phongtrao.org.middleware import SESSION_KEY
from phongtrao.org.permissions import Actor
from phongtrao.portal import queries


def choose_standing(request: HttpRequest, key: str, *, by: Actor) -> None:
    """Act in another of the account's capacities from the next request on.

    The session gets a new key, since rights change. Raises NotFound for a capacity that is not
    the account's today.
    """
    if key not in {standing.key for standing in queries.standings(by)}:
        raise NotFound
    request.session.cycle_key()
    request.session[SESSION_KEY] = int(key)


def read_notice(notice: Notice) -> Notice:
    """Mark one notice as read; a second time changes nothing."""
    if notice.read_at is None:
        notice.read_at = clock.now()
        notice.save(update_fields=["read_at"])
    return notice


def read_all_notices(*, by: Actor) -> int:
    """Mark every notice of the account as read; returns how many there were."""
    return queries.notices(by).filter(read_at=None).update(read_at=clock.now())
