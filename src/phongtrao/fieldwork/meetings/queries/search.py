"""What search finds of meetings."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.meetings.models import Meeting
from phongtrao.fieldwork.meetings.queries.meetings import shown_rows
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.queries import counted


def _entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(Meeting.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        text = "\n".join((row.series, row.venue, row.body.name))
        yield Entry(row.pk, row.title, text, row.held_on)


def _hits(rows: QuerySet[Meeting]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("meetings:meeting-detail", args=[row.pk]),
            row.body.name,
            row.held_on,
            MeetingState(row.state).label,
        )
        for row in rows.select_related("body")
    ]


FINDABLE = (
    Findable(
        "meetings.meeting", "cuoc-hop", _("Cuộc họp, hội nghị"), "presentation", "movement.read",
        shown_rows, _hits, _entries, {"org.body": ("body",)},
    ),
)  # fmt: skip
