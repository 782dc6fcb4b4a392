"""What forums ask of a body: answers, remarks to be given on, answers to be made public."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.fieldwork.forums.models import Forum, Remark
from phongtrao.fieldwork.forums.queries.remarks import next_due
from phongtrao.fieldwork.forums.workflow import ANSWERED, ForumState, RemarkState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor

_MOST = 100  # lines of a kind; the lists show all
_LONGEST_TITLE = 200


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """Remarks the acting body answers (its officers and its leader); for officers its forums."""
    if actor.body_id is None or not actor.can("movement.read"):
        return
    yield _to_answer(actor, day)
    if actor.can("movement.keep"):
        yield _to_hold(actor, day)
        yield _to_give_on(actor, day)
        yield _to_publish(actor, day)


def _to_answer(actor: Actor, day: date) -> Source:
    verb = _("Trả lời") if actor.can("movement.keep") else _("Xem")

    def line(row: Any) -> InboxItem:
        return InboxItem(
            kind=_("Ý kiến tại diễn đàn"),
            title=row.text[:_LONGEST_TITLE],
            body=row.body.name,
            due_on=row.next_due,
            state_label=RemarkState.ASSIGNED.label,
            tone="warning",
            url=reverse("forums:remark-detail", args=[row.pk]),
            verb=verb,
            tab=tab_of(row.next_due, day),
        )

    rows = counted(Remark.objects.filter(assigned_to_id=actor.body_id or 0))
    rows = rows.filter(state=RemarkState.ASSIGNED).select_related("body").defer("search_folded")
    return Source(rows.annotate(next_due=next_due()).order_by("next_due", "pk"), line, most=_MOST)


def _to_hold(actor: Actor, day: date) -> Source:
    def line(row: Forum) -> InboxItem:
        words = (ForumState.PLANNED.label, _("Ghi kết quả"))
        address = reverse("forums:forum-detail", args=[row.pk])
        return _line(row, row.theme, row.held_on, words, address, day)

    rows = counted(Forum.objects.filter(body_id=actor.body_id or 0, state=ForumState.PLANNED))
    return Source(rows.filter(held_on__lte=day).order_by("held_on", "pk"), line, most=_MOST)


def _to_give_on(actor: Actor, day: date) -> Source:
    """One line for all remarks of a forum that nobody has been given."""

    def line(row: Any) -> InboxItem:
        said = ngettext("%(theme)s: %(n)s ý kiến chờ phân công trả lời",
                        "%(theme)s: %(n)s ý kiến chờ phân công trả lời", row.waiting)  # fmt: skip
        title = said % {"theme": row.theme[:_LONGEST_TITLE], "n": row.waiting}
        words = (RemarkState.NOTED.label, _("Phân công trả lời"))
        return _line(row, title, row.until, words, _remarks_of(row, RemarkState.NOTED), day)

    rows = _forums_with(actor, Q(remarks__state=RemarkState.NOTED))
    return Source(rows, line, most=_MOST)


def _to_publish(actor: Actor, day: date) -> Source:
    def line(row: Any) -> InboxItem:
        said = ngettext("%(theme)s: %(n)s câu trả lời chờ công khai",
                        "%(theme)s: %(n)s câu trả lời chờ công khai", row.waiting)  # fmt: skip
        title = said % {"theme": row.theme[:_LONGEST_TITLE], "n": row.waiting}
        words = (_("Chờ công khai"), _("Xem, công khai"))
        address = reverse("forums:forum-detail", args=[row.pk])
        return _line(row, title, None, words, address, day)

    rows = _forums_with(actor, Q(remarks__state__in=sorted(ANSWERED)))
    return Source(rows, line, most=_MOST)


def _forums_with(actor: Actor, states: Q) -> QuerySet[Any]:
    of_forum = states & Q(remarks__struck_on__isnull=True)
    rows = counted(Forum.objects.filter(body_id=actor.body_id or 0)).annotate(
        waiting=Count("remarks", filter=of_forum),
        until=Min("remarks__first_due_on", filter=of_forum),
    )
    return rows.filter(waiting__gt=0).order_by("until", "pk")


def _line(
    forum: Any, title: str, due_on: date | None, words: tuple[Any, Any], url: str, day: date
) -> InboxItem:
    return InboxItem(
        kind=_("Diễn đàn"),
        title=title,
        body=gettext(forum.get_kind_display()),
        due_on=due_on,
        state_label=words[0],
        tone="warning",
        url=url,
        verb=words[1],
        tab=tab_of(due_on, day),
    )


def _remarks_of(forum: Any, state: RemarkState) -> str:
    query = urlencode({"dien_dan": forum.pk, "trang_thai": state.value})
    return f"{reverse('forums:remark-list')}?{query}"
