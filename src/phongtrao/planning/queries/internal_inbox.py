"""Lines of *Việc cần xử lý* about work given inside a body: to do, and to be accepted."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, Tab, tab_of
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import InternalAssignment
from phongtrao.planning.queries.internal import STATE_TONES, asked_of, visible_internal
from phongtrao.planning.workflow import InternalState

_MOST = 200
_LONGEST_TITLE = 300
_SHOWN_DONE_FOR = timedelta(days=30)
_TO_DO = (InternalState.ASSIGNED, InternalState.IN_PROGRESS)


def internal_items(actor: Actor, day: date) -> Iterator[InboxItem]:
    """What the acting posting is to do, what waits for the leader it acts as, what is done."""
    if not actor.can("internal.work"):
        return
    done = Q(state=InternalState.DONE, ended_at__date__gte=day - _SHOWN_DONE_FOR)
    shown = asked_of(actor) & (Q(state__in=_TO_DO) | done)
    if actor.can("internal.give"):
        shown |= Q(body_id=actor.body_id, state=InternalState.REPORTED)
    rows = visible_internal(actor).filter(shown).select_related("leader").defer("search_folded")
    for given in rows.order_by("due_on", "pk")[:_MOST]:
        if given.state == InternalState.DONE:
            yield _item(given, "done", _("Xem"))
        elif given.state != InternalState.REPORTED:
            tab: Tab = "returned" if given.returned_at else tab_of(given.due_on, day)
            yield _item(given, tab, _verb(actor, given))
        elif permissions.can_accept_inside(actor, given):
            yield _item(given, "waiting", _("Nhận kết quả"))


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
