"""What weekly calendars ask of a body: a week to approve, one that came back to be mended."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from phongtrao.core.formats import date_vn
from phongtrao.core.inbox import InboxItem, Tab, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.fieldwork.weeks.models import Week
from phongtrao.fieldwork.weeks.workflow import TONES, WeekState
from phongtrao.org.permissions import Actor

_SIX_DAYS = timedelta(days=6)


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """What waits for the acting body on a day; weeks that are over wait for nobody."""
    rows = Week.objects.select_related("body").filter(
        body_id=actor.body_id or 0, monday__gte=day - _SIX_DAYS
    )
    if actor.can("week.approve"):
        waiting = rows.filter(state__in=(WeekState.SUBMITTED, WeekState.CHANGING))
        yield Source(waiting.order_by("monday"), lambda row: _item(row, day, _("Xem và duyệt")))
    elif actor.can("week.draft"):
        returned = rows.filter(~Q(returned_reason=""), state=WeekState.DRAFT)
        yield Source(
            returned.order_by("monday"),
            lambda row: _item(row, day, _("Sửa và trình lại"), "returned"),
        )


def _item(row: Week, day: date, verb: Any, tab: Tab | None = None) -> InboxItem:
    sunday = row.monday + _SIX_DAYS
    title = _t("Lịch công tác tuần từ %(first)s đến %(last)s") % {
        "first": date_vn(row.monday),
        "last": date_vn(sunday),
    }
    due_on = row.monday if row.state != WeekState.CHANGING else sunday
    return InboxItem(
        kind=_("Lịch công tác"),
        title=title,
        body=row.body.name,
        due_on=due_on,
        state_label=WeekState(row.state).label,
        tone=TONES[WeekState(row.state)],
        url=reverse("weeks:week-detail", args=[row.pk]),
        verb=verb,
        tab=tab or tab_of(due_on, day),
    )
