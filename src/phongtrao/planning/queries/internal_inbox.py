"""Lines of *Việc cần xử lý* about work given inside a body: to do, and to be accepted."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, Tab, tab_of
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import InternalAssignment
from phongtrao.planning.queries.internal import STATE_TONES, mine, visible_internal
from phongtrao.planning.workflow import InternalState

_MOST = 200
_LONGEST_TITLE = 300
_SHOWN_DONE_FOR = timedelta(days=30)
_TO_DO = (InternalState.ASSIGNED, InternalState.IN_PROGRESS)


def internal_items(actor: Actor, day: date) -> Iterator[InboxItem]:
    """What the acting posting is to do, and what waits for the leader it acts as."""
    if not actor.can("internal.work"):
        return
    rows = _rows(actor)
    for given in mine(rows, actor).filter(state__in=_TO_DO).order_by("due_on", "pk")[:_MOST]:
        tab: Tab = "returned" if given.returned_at else tab_of(given.due_on, day)
        verb = _("Báo xong") if given.state == InternalState.IN_PROGRESS else _("Nhận việc")
        yield _item(given, tab, verb)
    if actor.can("internal.give"):
        reported = rows.filter(body_id=actor.body_id or 0, state=InternalState.REPORTED)
        for given in reported.order_by("due_on", "pk")[:_MOST]:
            if permissions.can_accept_inside(actor, given):
                yield _item(given, "waiting", _("Nhận kết quả"))
    done = rows.filter(state=InternalState.DONE, ended_at__date__gte=day - _SHOWN_DONE_FOR)
    for given in mine(done, actor).order_by("-ended_at")[:50]:
        yield _item(given, "done", _("Xem"))


def _rows(actor: Actor) -> QuerySet[InternalAssignment]:
    return visible_internal(actor).select_related("leader").defer("search_folded")


def _item(given: InternalAssignment, tab: Tab, verb: Any) -> InboxItem:
    state = InternalState(given.state)
    return InboxItem(
        kind=_("Việc nội bộ"),
        title=given.content[:_LONGEST_TITLE],
        body=given.leader.capacity,
        due_on=given.due_on,
        state_label=_("Bị trả lại") if tab == "returned" else state.label,
        tone="warning" if tab == "returned" else STATE_TONES[state],
        url=reverse("planning:internal-detail", args=[given.pk]),
        verb=verb,
        tab=tab,
    )
