"""What training asks of a body: late classes, certificates that end soon."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, Window
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.training.models import Certificate, TrainingClass
from phongtrao.org.permissions import Actor

_MOST = 50
_SOON = 60  # days before a certificate ends


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """A line for each class that is late, one for all certificates that end soon."""
    if actor.body_id is not None and actor.can("movement.keep"):
        yield _late_classes(actor.body_id, day)
        yield _ending(actor, day)


def _late_classes(body: int, day: date) -> Source:
    def line(row: TrainingClass) -> InboxItem:
        return InboxItem(
            kind=_("Tập huấn"),
            title=row.title,
            body=row.body.name,
            due_on=row.last_day,
            state_label=_("Chưa kết thúc"),
            tone="warning",
            url=reverse("training:class-detail", args=[row.pk]),
            verb=_("Ghi buổi học, kết thúc"),
            tab=tab_of(row.last_day, day),
        )

    late = Q(first_day__lte=day, sessions__isnull=True) | Q(last_day__lt=day)
    rows = counted(TrainingClass.objects.filter(late, body_id=body, closed_on=None))
    rows = rows.distinct().select_related("body").defer("search_folded")
    return Source(rows.order_by("first_day", "pk"), line, most=_MOST)


def _ending(actor: Actor, day: date) -> Source:
    """One line: how many end, and the first day on which one does."""

    def line(first: Any) -> InboxItem:
        said = ngettext("%(n)s chứng nhận hết hạn trong 60 ngày",
                        "%(n)s chứng nhận hết hạn trong 60 ngày", first.among)  # fmt: skip
        return InboxItem(
            kind=_("Tập huấn"),
            title=said % {"n": first.among},
            body=str(actor.body),
            due_on=first.valid_to,
            state_label=_("Sắp hết hạn"),
            tone="warning",
            url=f"{reverse('training:due-list')}?tinh_trang=sap_het",
            verb=_("Xem, bố trí tập huấn"),
            tab=tab_of(first.valid_to, day),
        )

    rows = counted(Certificate.objects.filter(holder__body_id=actor.body_id or 0)).filter(
        valid_to__range=(day, day + timedelta(days=_SOON))
    )
    rows = rows.only("valid_to").annotate(among=Window(Count("pk")))
    return Source(rows.order_by("valid_to"), line, most=1)
