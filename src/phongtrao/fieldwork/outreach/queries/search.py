"""What search finds of communication: campaigns and channels."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.outreach.models import Campaign, Channel
from phongtrao.fieldwork.outreach.rules import topic_name
from phongtrao.fieldwork.register.queries import counted, visible
from phongtrao.org.permissions import Actor


def _campaign_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(Campaign.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        yield Entry(row.pk, row.title, "\n".join((row.message, row.body.name)), row.starts_on)


def _campaign_hits(rows: QuerySet[Campaign]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("outreach:campaign-detail", args=[row.pk]),
            row.body.name,
            row.starts_on,
            topic_name(row.topic),
            text=row.message,
        )
        for row in rows.select_related("body")
    ]


def _visible_campaigns(actor: Actor) -> QuerySet[Campaign]:
    return visible(actor, Campaign.objects.all())


def _channel_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(Channel.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        yield Entry(row.pk, row.name, row.body.name, row.opened_on)


def _channel_hits(rows: QuerySet[Channel]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.name,
            reverse("outreach:channel-detail", args=[row.pk]),
            row.body.name,
            row.opened_on,
            _("Đã ngừng") if row.closed_on else "",
        )
        for row in rows.select_related("body")
    ]


def _visible_channels(actor: Actor) -> QuerySet[Channel]:
    return visible(actor, Channel.objects.all())


FINDABLE = (
    Findable(
        "outreach.campaign", "tuyen-truyen", _("Đợt tuyên truyền"), "speakerphone",
        "movement.read", _visible_campaigns, _campaign_hits, _campaign_entries,
        {"org.body": ("body",)},
    ),
    Findable(
        "outreach.channel", "kenh", _("Kênh tuyên truyền"), "broadcast", "movement.read",
        _visible_channels, _channel_hits, _channel_entries, {"org.body": ("body",)},
    ),
)  # fmt: skip
