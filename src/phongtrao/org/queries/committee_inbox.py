"""What is asked of whoever keeps the committees, for *Việc cần xử lý*."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from phongtrao.core.inbox import InboxItem
from phongtrao.core.inbox_sources import Source
from phongtrao.org.gazetteer.body_kinds import load_kinds
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.compositions import Committee, due_on, with_reasons
from phongtrao.org.roles import Role

KIND = gettext_lazy("Kiện toàn")
MOST = 10  # an inbox longer than this is a list; the list of committees has it


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """The committees due to be renewed that the actor records, or that his leaders answer for.

    Beyond the first ones there is one line that leads to the list.
    """
    rows = _asked(actor, day)
    if rows is not None:
        yield Source(
            rows.order_by("name_folded", "pk"),
            lambda committee: _item(committee, actor),
            most=MOST,
            rest=_further,
            ready=lambda bodies: with_reasons(bodies, day),
        )


def _asked(actor: Actor, day: date) -> QuerySet[Body] | None:
    """An administrator: everywhere below. The standing body's officers and leaders: beside it."""
    if actor.posting is None or actor.body is None:
        return None
    if actor.can("account.manage"):
        return due_on(actor, day)
    is_theirs = actor.posting.role in (Role.OFFICER, Role.LEADER)
    if is_theirs and actor.body.kind_id in load_kinds().standing_and_parts:
        return due_on(actor, day).filter(area_id=actor.body.area_id)
    return None


def _item(committee: Committee, actor: Actor) -> InboxItem:
    may_record = actor.can("composition.record")
    return InboxItem(
        kind=KIND,
        title=committee.reasons[0].shown(_),
        body=committee.body.name,
        due_on=None,
        state_label=_("Cần kiện toàn"),
        tone="warning",
        url=reverse("org:committee-detail", args=[committee.body.pk]),
        verb=_("Ghi quyết định") if may_record else _("Xem"),
        tab="waiting",
    )


def _further(rest: int) -> InboxItem:
    return InboxItem(
        kind=KIND,
        title=ngettext(
            "Còn %(rest)s ban khác cần kiện toàn", "Còn %(rest)s ban khác cần kiện toàn", rest
        )
        % {"rest": rest},
        body="",
        due_on=None,
        state_label=_("Cần kiện toàn"),
        tone="warning",
        url=f"{reverse('org:composition-list')}?tinh_trang=can-kien-toan",
        verb=_("Mở danh sách"),
        tab="waiting",
    )
