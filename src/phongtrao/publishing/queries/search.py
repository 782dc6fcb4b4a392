"""What search finds of publishing: the papers that are drawn up, by their words."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.publishing.models import Paper, PaperLine
from phongtrao.publishing.queries.papers import visible
from phongtrao.publishing.workflow import ON_THE_WAY, LineState, PaperState

_STRETCH = 100
_TONES = dict.fromkeys(ON_THE_WAY, "warning") | {
    PaperState.SIGNED: "info",
    PaperState.ISSUED: "success",
    PaperState.RECALLED: "danger",
}


def paper_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Papers by number, symbol and title, and by the lines that are kept in them."""
    kept = PaperLine.objects.filter(state=LineState.KEPT).order_by("section__position", "position")
    rows = Paper.objects.select_related("body", "round").order_by("pk")
    rows = rows.prefetch_related(Prefetch("sections__lines", kept))
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=_STRETCH):
        title = (row.heading, row.marked_title)
        lines = [line.text for section in row.sections.all() for line in section.lines.all()]
        text = (row.body.name, row.opening, *lines, row.closing)
        yield Entry(row.pk, "\n".join(title), "\n".join(text), _day_of(row))


def _day_of(row: Paper) -> date:
    return row.issued_on or timezone.localtime(row.created_at, clock.VIETNAM).date()


def _paper_hits(rows: QuerySet[Paper]) -> list[Hit]:
    kept = PaperLine.objects.filter(state=LineState.KEPT)
    found = rows.select_related("body", "round").prefetch_related(Prefetch("sections__lines", kept))
    return [
        Hit(
            row.pk,
            f"{row.heading}: {row.marked_title}",
            reverse("publishing:paper-detail", args=[row.pk]),
            row.body.name,
            _day_of(row),
            PaperState(row.state).label,
            _TONES.get(PaperState(row.state), "secondary"),
            "\n".join(line.text for section in row.sections.all() for line in section.lines.all()),
        )
        for row in found
    ]


FINDABLE = (
    Findable(
        "publishing.paper", "bao-cao-tong-hop", _("Báo cáo tổng hợp"), "file-pencil",
        "paper.read", visible, _paper_hits, paper_entries, {"org.body": ("body",)},
    ),
)  # fmt: skip
