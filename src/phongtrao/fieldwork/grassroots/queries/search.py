"""What search finds of grassroots democracy."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.grassroots.models import Disclosure, Supervision
from phongtrao.fieldwork.grassroots.queries.disclosures import disclosure_rows
from phongtrao.fieldwork.grassroots.queries.supervisions import supervision_rows
from phongtrao.fieldwork.grassroots.workflow import SupervisionState
from phongtrao.fieldwork.register.queries import counted


def _supervision_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(Supervision.objects.select_related("body", "asked")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        text = "\n".join((row.advice, row.asked.name, row.body.name))
        yield Entry(row.pk, row.subject, text, row.starts_on)


def _supervision_hits(rows: QuerySet[Supervision]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.subject,
            reverse("grassroots:supervision-detail", args=[row.pk]),
            row.body.name,
            row.starts_on,
            SupervisionState(row.state).label,
            text=row.advice,
        )
        for row in rows.select_related("body")
    ]


def _disclosure_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(Disclosure.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        yield Entry(row.pk, row.title, "\n".join((row.paper, row.body.name)), row.decided_on)


def _disclosure_hits(rows: QuerySet[Disclosure]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("grassroots:disclosure-detail", args=[row.pk]),
            row.body.name,
            row.decided_on,
            "" if row.published_on else _("Chưa công khai"),
        )
        for row in rows.select_related("body")
    ]


FINDABLE = (
    Findable(
        "grassroots.supervision", "giam-sat", _("Giám sát, phản biện"), "eye-check",
        "movement.read", supervision_rows, _supervision_hits, _supervision_entries,
        {"org.body": ("body", "asked")},
    ),
    Findable(
        "grassroots.disclosure", "cong-khai", _("Nội dung công khai"), "clipboard-list",
        "movement.read", disclosure_rows, _disclosure_hits, _disclosure_entries,
        {"org.body": ("body",)},
    ),
)  # fmt: skip
