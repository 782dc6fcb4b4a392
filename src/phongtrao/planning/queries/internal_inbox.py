"""Lines of *Việc cần xử lý* about work given inside a body: to do, and to be accepted."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, Tab, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import InternalAssignment
from phongtrao.planning.queries.internal import (
    STATE_TONES,
    asked_of,
    internal_near,
    visible_internal,
)
from phongtrao.planning.workflow import InternalState

_MOST = 200
_LONGEST_TITLE = 300
_SHOWN_DONE_FOR = timedelta(days=30)
_TO_DO = (InternalState.ASSIGNED, InternalState.IN_PROGRESS)


def internal_sources(actor: Actor, day: date) -> Iterator[Source]:
    """What the acting posting is to do, what waits for the leader it acts as, what is done."""
    if not actor.can("internal.work"):
        return

    def line(given: InternalAssignment) -> InboxItem | None:
        if given.state == InternalState.DONE:
            return _item(given, "done", _("Xem"))
        if given.state != InternalState.REPORTED:
            tab: Tab = "returned" if given.returned_at else tab_of(given.due_on, day)
            return _item(given, tab, _verb(actor, given))
        if permissions.can_accept_inside(actor, given):
            return _item(given, "waiting", _("Nhận kết quả"))
        return None

    # Whose work the posting goes on with takes queries of its own: not before there may be some.
    shown = Q(state__in=[*_TO_DO, InternalState.REPORTED]) | _done_lately(day)
    near = internal_near(actor).filter(shown).only("pk")
    yield Source(near, line, most=1, ready=lambda _near: _asked(actor, day)[:_MOST])


def _asked(actor: Actor, day: date) -> QuerySet[InternalAssignment]:
    shown = asked_of(actor) & (Q(state__in=_TO_DO) | _done_lately(day))
    if actor.can("internal.give"):
        shown |= Q(body_id=actor.body_id, state=InternalState.REPORTED)
    rows = visible_internal(actor).filter(shown).select_related("leader").defer("search_folded")
    return rows.order_by("due_on", "pk")


def _done_lately(day: date) -> Q:
    return Q(state=InternalState.DONE, ended_at__date__gte=day - _SHOWN_DONE_FOR)


def _verb(actor: Actor, given: InternalAssignment) -> Any:
    """What is asked of the reader; a coordinating sub-body only helps."""
    if not permissions.can_work_inside(actor, given):
        return _("Xem")
    return _("Báo xong") if given.state == InternalState.IN_PROGRESS else _("Nhận việc")


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
