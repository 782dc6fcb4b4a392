"""Star a task; make and revoke the calendar address of a posting."""

import secrets

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions, queries
from phongtrao.planning.models import CalendarFeed, Task, TaskStar


@transaction.atomic
def star_task(task: Task, *, starred: bool, by: Actor) -> None:
    """Star a visible task for the acting posting, or take the star away; twice is the same."""
    posting = permissions.posting_of(by)
    if starred:
        _star, changed = TaskStar.objects.get_or_create(
            task=task, posting=posting, defaults={"starred_at": clock.now()}
        )
    else:
        changed = bool(TaskStar.objects.filter(task=task, posting=posting).delete()[0])
    if changed:
        audit.record("task.starred" if starred else "task.unstarred", task, by=by)


@transaction.atomic
def make_feed(*, with_engagements: bool = False, by: Actor) -> str:
    """A new secret for the calendar address of the acting posting; the old one ends.

    It carries due days, and where asked for the weekly calendar, meetings and inspections.

    Answers the secret, which is not kept and cannot be shown again.
    """
    posting = permissions.posting_of(by)
    _end_feeds(by)
    token = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(
        posting=posting,
        account=by.account,
        token_hash=queries.hash_of(token),
        made_at=clock.now(),
        with_engagements=with_engagements,
    )
    audit.record("calendar_feed.made", feed, by=by)
    return token


@transaction.atomic
def revoke_feed(*, by: Actor) -> bool:
    """End the calendar address of the acting posting; whether there was one."""
    ended = _end_feeds(by)
    for feed in ended:
        audit.record("calendar_feed.revoked", feed, by=by)
    return bool(ended)


def _end_feeds(by: Actor) -> list[CalendarFeed]:
    rows = CalendarFeed.objects.select_for_update().filter(
        posting=permissions.posting_of(by), account=by.account, revoked_at=None
    )
    ended = list(rows)
    for feed in ended:
        feed.revoked_at = clock.now()
        feed.save(update_fields=["revoked_at"])
    return ended
