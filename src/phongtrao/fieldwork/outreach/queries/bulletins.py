"""Bulletins an actor has sent or received, what waits for a receipt, and what they count."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count as Rows
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_, NotFound
from phongtrao.core.formats import date_vn
from phongtrao.core.inbox import InboxItem
from phongtrao.core.inbox_sources import Source
from phongtrao.fieldwork.outreach.models import Bulletin, BulletinReceipt
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.permissions import Actor

_MOST = 100  # lines of the inbox
_SOURCE = N_("Sổ bản tin trao đổi: lượt đã gửi trong kỳ")


def bulletin_rows(actor: Actor) -> QuerySet[Any]:
    """Bulletins of the acting body, those that went to it, and those of its area and below."""
    came = BulletinReceipt.objects.filter(bulletin=OuterRef("pk"), body_id=actor.body_id or 0)
    rows = Bulletin.objects.select_related("programme", "body")
    seen = visible(actor, Bulletin.objects.all()).values("pk")
    return rows.filter(Q(pk__in=seen) | Exists(came)).annotate(
        sent_count=Rows("receipts", distinct=True),
        received_count=Rows(
            "receipts", filter=Q(receipts__received_on__isnull=False), distinct=True
        ),
    )


def bulletin_for(actor: Actor, pk: int) -> Any:
    """One bulletin the actor may see; raises NotFound."""
    return entry_of(bulletin_rows(actor).select_related("recorded_by__account", "file"), pk)


def receipts_of(actor: Actor, bulletin: Bulletin) -> list[BulletinReceipt]:
    """Who has it: all for its sender, for others their own line."""
    rows = bulletin.receipts.select_related("body")
    return list(
        rows if bulletin.body_id == actor.body_id else rows.filter(body_id=actor.body_id or 0)
    )


def receipt_for(actor: Actor, bulletin: Bulletin) -> BulletinReceipt:
    """The receipt of the acting body; raises NotFound where it is no recipient."""
    found = bulletin.receipts.filter(body_id=actor.body_id or 0).first()
    if found is None:
        raise NotFound
    return found


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """The bulletins the acting body has not confirmed yet."""
    if actor.body_id is None or not actor.can("movement.read"):
        return

    def line(row: BulletinReceipt) -> InboxItem:
        return InboxItem(
            kind=_("Bản tin trao đổi"),
            title=row.bulletin.title,
            body=row.bulletin.body.name,
            due_on=None,
            state_label=_("Chưa xác nhận"),
            tone="warning",
            url=reverse("outreach:bulletin-detail", args=[row.bulletin_id]),
            verb=_("Xem, xác nhận"),
            tab="waiting",
        )

    rows = BulletinReceipt.objects.filter(
        body_id=actor.body_id, received_on__isnull=True, bulletin__struck_on__isnull=True
    ).select_related("bulletin__body").defer("bulletin__search_folded")  # fmt: skip
    yield Source(rows.order_by("-bulletin__issued_on", "pk"), line, most=_MOST)


def bulletin_counts(asked: Asked) -> Iterator[Count]:
    """How often the body told others something in the days: once for each recipient."""
    if "PH05" not in asked.keys:
        return
    days = (asked.first_day, asked.last_day)
    sent = counted(Bulletin.objects.filter(body_id=asked.body_id, issued_on__range=days))
    figure = BulletinReceipt.objects.filter(bulletin__in=sent.values("pk")).count()
    if figure:
        query = {
            "chu_tri": asked.body_id,
            "tu_ngay": date_vn(asked.first_day),
            "den_ngay": date_vn(asked.last_day),
        }
        address = f"{reverse('outreach:bulletin-list')}?{urlencode(query)}"
        yield Count("PH05", figure, "outreach.bulletins", _SOURCE, address)
