"""What was put out and the channels kept, as far as an actor sees them, and what they count."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count as Rows
from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.urls import reverse

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.outreach.models import Channel, ChannelReading, Output
from phongtrao.fieldwork.outreach.rules import OUTPUTS, SOCIAL
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.permissions import Actor

_SOURCE = N_("Sổ sản phẩm tuyên truyền: đã thực hiện trong kỳ")
_CHANNELS = N_("Sổ kênh tuyên truyền: đang duy trì cuối kỳ")


def output_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register of outputs."""
    return visible(actor, Output.objects.select_related("programme", "body", "campaign"))


def output_for(actor: Actor, pk: int) -> Any:
    """One visible entry; raises NotFound."""
    return entry_of(output_rows(actor).select_related("recorded_by__account"), pk)


def channel_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the list of channels with the last figure of each."""
    last = ChannelReading.objects.filter(channel=OuterRef("pk")).order_by("-read_on")
    return visible(actor, Channel.objects.select_related("programme", "body")).annotate(
        members=Subquery(last.values("members")[:1]),
        read_on=Subquery(last.values("read_on")[:1]),
    )


def channel_for(actor: Actor, pk: int) -> Any:
    """One visible channel; raises NotFound."""
    return entry_of(channel_rows(actor).select_related("recorded_by__account"), pk)


def output_counts(asked: Asked) -> Iterator[Count]:
    """What a body has put out, and the social channels it keeps at the end of the days."""
    wanted = {each.indicator for each in OUTPUTS} | {each.reach_indicator for each in OUTPUTS}
    if asked.keys & wanted:
        yield from _put_out(asked)
    if asked.keys & {"TT13", "TT14"}:
        yield from _kept(asked)


def _put_out(asked: Asked) -> Iterator[Count]:
    made = counted(Output.objects.all()).filter(
        body_id=asked.body_id, made_on__range=(asked.first_day, asked.last_day)
    )
    rows = made.order_by().values("kind").annotate(n=Sum("quantity"), r=Sum("reach"))
    found = {row["kind"]: (row["n"], row["r"]) for row in rows}
    for kind in OUTPUTS:
        cells = (kind.indicator, kind.reach_indicator)
        for cell, figure in zip(cells, found.get(kind.code, ()), strict=False):
            if cell in asked.keys and figure:
                yield Count(cell, figure, "outreach.outputs", _SOURCE, _address(asked, kind.code))


def _kept(asked: Asked) -> Iterator[Count]:
    day = asked.last_day
    last = ChannelReading.objects.filter(channel=OuterRef("pk"), read_on__lte=day)
    open_then = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
    kept = counted(Channel.objects.filter(open_then, opened_on__lte=day, kind__in=SOCIAL))
    members = Subquery(last.order_by("-read_on").values("members")[:1])
    rows = kept.filter(body_id=asked.body_id).annotate(members=members)
    found = rows.aggregate(n=Rows("pk"), m=Sum("members"))
    figures = (("TT13", found["n"]), ("TT14", found["m"]))
    address = f"{reverse('outreach:channel-list')}?{urlencode({'chu_tri': asked.body_id})}"
    for cell, figure in figures:
        if cell in asked.keys and figure:
            yield Count(cell, figure, "outreach.channels", _CHANNELS, address)


def _address(asked: Asked, kind: str) -> str:
    """The list of what a figure counts."""
    query = {
        "chu_tri": str(asked.body_id),
        "loai": kind,
        "tu_ngay": date_vn(asked.first_day),
        "den_ngay": date_vn(asked.last_day),
    }
    return f"{reverse('outreach:output-list')}?{urlencode(query)}"
