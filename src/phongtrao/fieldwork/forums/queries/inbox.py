"""What forums ask of a body: answers, remarks to be given on, answers to be made public."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.fieldwork.forums.models import Forum, Remark
from phongtrao.fieldwork.forums.queries.remarks import next_due
from phongtrao.fieldwork.forums.workflow import ANSWERED, ForumState, RemarkState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor

_MOST = 100  # lines of a kind; the lists show all
_LONGEST_TITLE = 200


def inbox_items(actor: Actor, day: date) -> list[InboxItem]:
    """Remarks the acting body answers (its officers and its leader); for officers its forums."""
    if actor.body_id is None or not actor.can("movement.read"):
        return []
    items = list(_to_answer(actor, day))
    if actor.can("movement.keep"):
        items += [*_to_hold(actor, day), *_to_give_on(actor, day), *_to_publish(actor, day)]
    return items


def _to_answer(actor: Actor, day: date) -> Iterator[InboxItem]:
    rows = counted(Remark.objects.filter(assigned_to_id=actor.body_id or 0))
    rows = rows.filter(state=RemarkState.ASSIGNED).select_related("forum", "body")
    verb = _("Trả lời") if actor.can("movement.keep") else _("Xem")
    for row in rows.annotate(next_due=next_due()).order_by("next_due", "pk")[:_MOST]:
        yield InboxItem(
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


def _to_hold(actor: Actor, day: date) -> Iterator[InboxItem]:
    rows = counted(Forum.objects.filter(body_id=actor.body_id or 0, state=ForumState.PLANNED))
    for row in rows.filter(held_on__lte=day).order_by("held_on", "pk")[:_MOST]:
        yield _line(
            row,
            row.theme,
            row.held_on,
            (ForumState.PLANNED.label, _("Ghi kết quả")),
            reverse("forums:forum-detail", args=[row.pk]),
            day,
        )


def _to_give_on(actor: Actor, day: date) -> Iterator[InboxItem]:
    """One line for all remarks of a forum that nobody has been given."""
    for row, count, until in _forums_with(actor, Q(remarks__state=RemarkState.NOTED)):
        said = ngettext("%(theme)s: %(n)s ý kiến chờ phân công trả lời",
                        "%(theme)s: %(n)s ý kiến chờ phân công trả lời", count)  # fmt: skip
        title = said % {"theme": row.theme[:_LONGEST_TITLE], "n": count}
        words = (RemarkState.NOTED.label, _("Phân công trả lời"))
        yield _line(row, title, until, words, _remarks_of(row, RemarkState.NOTED), day)


def _to_publish(actor: Actor, day: date) -> Iterator[InboxItem]:
    states = Q(remarks__state__in=sorted(ANSWERED))
    for row, count, _until in _forums_with(actor, states):
        said = ngettext("%(theme)s: %(n)s câu trả lời chờ công khai",
                        "%(theme)s: %(n)s câu trả lời chờ công khai", count)  # fmt: skip
        title = said % {"theme": row.theme[:_LONGEST_TITLE], "n": count}
        words = (_("Chờ công khai"), _("Xem, công khai"))
        address = reverse("forums:forum-detail", args=[row.pk])
        yield _line(row, title, None, words, address, day)


def _forums_with(actor: Actor, states: Q) -> Iterator[tuple[Any, int, date]]:
    of_forum = states & Q(remarks__struck_on__isnull=True)
    rows = counted(Forum.objects.filter(body_id=actor.body_id or 0)).annotate(
        waiting=Count("remarks", filter=of_forum),
        until=Min("remarks__first_due_on", filter=of_forum),
    )
    for row in rows.filter(waiting__gt=0).order_by("until", "pk")[:_MOST]:
        yield row, row.waiting, row.until


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
