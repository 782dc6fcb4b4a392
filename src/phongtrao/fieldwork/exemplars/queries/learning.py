"""Requests to learn from a unit, good practices, and what all of it asks of somebody."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from phongtrao.core.errors import NotFound
from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.fieldwork.exemplars.models import GoodPractice, LearningRequest, PracticeModel
from phongtrao.fieldwork.exemplars.queries.counts import stale_rows
from phongtrao.fieldwork.exemplars.queries.models import standing
from phongtrao.fieldwork.exemplars.workflow import LearningState
from phongtrao.fieldwork.register.permissions import may_record
from phongtrao.fieldwork.register.queries import counted, entry_of
from phongtrao.org.permissions import Actor

_MOST = 5  # stale models named one by one; the list has the rest
_KIND = gettext_lazy("Mô hình")
_LEARNING = gettext_lazy("Học tập kinh nghiệm")


def request_rows(actor: Actor) -> QuerySet[LearningRequest]:
    """Requests of the acting body and those to it."""
    rows = LearningRequest.objects.select_related("model__body", "body")
    return rows.filter(Q(body_id=actor.body_id or 0) | Q(model__body_id=actor.body_id or 0))


def request_for(actor: Actor, pk: int) -> LearningRequest:
    """One request; raises NotFound for those of others."""
    found = request_rows(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def practice_rows() -> QuerySet[GoodPractice]:
    """Good practices of the whole country: told to be learned from."""
    return GoodPractice.objects.select_related("programme", "body", "picture", "grown_into")


def practice_for(actor: Actor, pk: int) -> Any:
    """One good practice; one struck out is read by its own body alone. Raises NotFound."""
    rows = practice_rows().select_related("recorded_by__account")
    return entry_of(rows.filter(Q(struck_on__isnull=True) | Q(body_id=actor.body_id or 0)), pk)


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """Requests to answer, visits to note, and models that nobody has told of for a year."""
    if may_record(actor):
        yield _to_answer(actor, day)
        yield _to_note(actor, day)
        yield _stale(actor, day)


def _to_answer(actor: Actor, day: date) -> Source:
    rows = LearningRequest.objects.filter(
        model__body_id=actor.body_id or 0, state=LearningState.ASKED
    ).select_related("model", "body")
    return Source(
        rows.order_by("asked_on", "pk"),
        lambda row: _line(row, row.body.name, _("Trả lời"), None, day),
        most=_MOST,
    )


def _to_note(actor: Actor, day: date) -> Source:
    rows = LearningRequest.objects.filter(
        body_id=actor.body_id or 0, state=LearningState.AGREED
    ).select_related("model__body")
    return Source(
        rows.order_by("visit_on", "pk"),
        lambda row: _line(row, row.model.body.name, _("Ghi kết quả"), row.visit_on, day),
        most=_MOST,
    )


def _line(row: LearningRequest, body: str, verb: str, due: date | None, day: date) -> InboxItem:
    return InboxItem(
        kind=_LEARNING,
        title=row.model.name,
        body=body,
        due_on=due,
        state_label=LearningState(row.state).label,
        tone="warning" if row.state == LearningState.ASKED else "info",
        url=reverse("exemplars:request-detail", args=[row.pk]),
        verb=verb,
        tab=tab_of(due, day),
    )


def _stale(actor: Actor, day: date) -> Source:
    def line(model: PracticeModel) -> InboxItem:
        address = reverse("exemplars:model-activity", args=[model.pk])
        return _of_model(model.name, model.body.name, address, _("Ghi hoạt động"))

    def rest(count: int) -> InboxItem:
        said = ngettext(
            "Còn %(rest)s mô hình khác quá 12 tháng không cập nhật",
            "Còn %(rest)s mô hình khác quá 12 tháng không cập nhật",
            count,
        )
        address = f"{reverse('exemplars:model-list')}?cap_nhat=qua_han"
        return _of_model(said % {"rest": count}, "", address, _("Mở danh sách"))

    rows = counted(
        PracticeModel.objects.filter(body_id=actor.body_id or 0, merged_into__isnull=True)
    )
    found = stale_rows(standing(rows.select_related("body"), day), day)
    return Source(found.defer("search_folded"), line, most=_MOST, rest=rest)


def _of_model(title: str, body: str, url: str, verb: str) -> InboxItem:
    return InboxItem(
        kind=_KIND,
        title=title,
        body=body,
        due_on=None,
        state_label=_("Quá 12 tháng không cập nhật"),
        tone="warning",
        url=url,
        verb=verb,
        tab="waiting",
    )
