"""What search finds of forums: the forums and the remarks in summary."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.forums.models import Forum, Remark
from phongtrao.fieldwork.forums.queries.forums import seen_forums
from phongtrao.fieldwork.forums.queries.remarks import seen_remarks
from phongtrao.fieldwork.forums.rules import MATTERS
from phongtrao.fieldwork.forums.workflow import ForumState, RemarkState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.register.rules import name_in

_SHORT = 120


def _forum_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(Forum.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        text = "\n".join((row.get_kind_display(), row.venue, row.body.name))
        yield Entry(row.pk, row.theme, text, row.held_on)


def _forum_hits(rows: QuerySet[Forum]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.theme,
            reverse("forums:forum-detail", args=[row.pk]),
            row.body.name,
            row.held_on,
            ForumState(row.state).label,
            text=row.venue,
        )
        for row in rows.select_related("body")
    ]


def _remark_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(Remark.objects.select_related("body", "forum")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        text = "\n".join((row.answer_text, name_in(MATTERS, row.matter), row.body.name))
        yield Entry(row.pk, row.text, text, row.forum.held_on)


def _remark_hits(rows: QuerySet[Remark]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.text[:_SHORT],
            reverse("forums:remark-detail", args=[row.pk]),
            row.body.name,
            row.forum.held_on,
            RemarkState(row.state).label,
            text=row.answer_text,
        )
        for row in rows.select_related("body", "forum")
    ]


FINDABLE = (
    Findable(
        "forums.forum", "dien-dan", _("Diễn đàn"), "message-circle-user", "movement.read",
        seen_forums, _forum_hits, _forum_entries, {"org.body": ("body",)},
    ),
    Findable(
        "forums.remark", "y-kien-dien-dan", _("Ý kiến tại diễn đàn"), "message-2", "movement.read",
        seen_remarks, _remark_hits, _remark_entries, {"org.body": ("body",)},
    ),
)  # fmt: skip
