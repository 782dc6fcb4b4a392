"""What training asks of a body: late classes, certificates that end soon."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.training.models import Certificate, TrainingClass
from phongtrao.org.permissions import Actor

_MOST = 50
_SOON = 60  # days before a certificate ends


def inbox_items(actor: Actor, day: date) -> list[InboxItem]:
    """A line for each class that is late, one for all certificates that end soon."""
    if actor.body_id is None or not actor.can("movement.keep"):
        return []
    return [*_late_classes(actor.body_id, day), *_ending(actor, day)]


def _late_classes(body: int, day: date) -> Iterator[InboxItem]:
    late = Q(first_day__lte=day, sessions__isnull=True) | Q(last_day__lt=day)
    rows = counted(TrainingClass.objects.filter(late, body_id=body, closed_on=None))
    for row in rows.distinct().select_related("body").order_by("first_day", "pk")[:_MOST]:
        yield InboxItem(
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


def _ending(actor: Actor, day: date) -> Iterator[InboxItem]:
    rows = counted(Certificate.objects.filter(holder__body_id=actor.body_id or 0)).filter(
        valid_to__range=(day, day + timedelta(days=_SOON))
    )
    days = list(rows.order_by("valid_to").values_list("valid_to", flat=True))
    if days:
        said = ngettext("%(n)s chứng nhận hết hạn trong 60 ngày",
                        "%(n)s chứng nhận hết hạn trong 60 ngày", len(days))  # fmt: skip
        yield InboxItem(
            kind=_("Tập huấn"),
            title=said % {"n": len(days)},
            body=str(actor.body),
            due_on=days[0],
            state_label=_("Sắp hết hạn"),
            tone="warning",
            url=f"{reverse('training:due-list')}?tinh_trang=sap_het",
            verb=_("Xem, bố trí tập huấn"),
            tab=tab_of(days[0], day),
        )
