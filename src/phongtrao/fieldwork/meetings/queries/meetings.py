"""Meetings that an actor may see, and those that change hands with their body."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from phongtrao.core.errors import N_
from phongtrao.fieldwork.meetings.models import (
    BridgePoint,
    Conclusion,
    ConclusionPart,
    Invitation,
    Meeting,
    MeetingPaper,
    MeetingPartner,
)
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.permissions import Actor

_GOING_ON = Q(struck_on__isnull=True, state__in=(MeetingState.PLANNED, MeetingState.HELD))
OPEN_WORK = (
    OpenWork(Meeting, "body", "body", N_("Cuộc họp chưa thông báo kết luận"), _GOING_ON),
    OpenWork(Conclusion, "body", "body", N_("Kết luận họp chưa thực hiện"),
             Q(settled_on__isnull=True, task__isnull=True, body__isnull=False)),
    OpenWork(Invitation, "body", "body", N_("Giấy mời của cuộc họp chưa diễn ra"),
             Q(withdrawn_on__isnull=True, entry__state=MeetingState.PLANNED,
               entry__struck_on__isnull=True)),
    OpenWork(MeetingPaper, "body", "body", N_("Tham luận, tài liệu của cuộc họp chưa diễn ra"),
             Q(entry__state=MeetingState.PLANNED, entry__struck_on__isnull=True)),
    OpenWork(ConclusionPart, "body", "body", N_("Phần phối hợp thực hiện kết luận họp"),
             Q(conclusion__settled_on__isnull=True, conclusion__task__isnull=True)),
)  # fmt: skip


def meeting_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register: one's own, those held together, those one was bridged to or directed
    in, and those below.
    """
    rows = Meeting.objects.select_related("programme", "body")
    seen = visible(actor, rows, partners=MeetingPartner)
    if actor.body_id is not None:
        mine: dict[str, Any] = {"entry": OuterRef("pk"), "body_id": actor.body_id}
        took_part = Exists(BridgePoint.objects.filter(**mine))
        directed = Exists(Conclusion.objects.filter(**mine, entry__notice_on__isnull=False))
        helps = Exists(
            ConclusionPart.objects.filter(
                conclusion__entry=OuterRef("pk"),
                conclusion__entry__notice_on__isnull=False,
                body_id=actor.body_id,
            )
        )
        seen = seen | rows.filter(Q(took_part) | Q(directed) | Q(helps))
    return seen.annotate(conclusion_count=Count("conclusions", distinct=True))


def meeting_for(actor: Actor, pk: int) -> Any:
    """One visible meeting; raises NotFound."""
    rows = meeting_rows(actor).select_related("recorded_by__account")
    return entry_of(rows.prefetch_related("partners__body", "sections__programme"), pk)


def series_offered(actor: Actor) -> list[str]:
    """The series that the acting body's meetings belong to, for the form."""
    rows = counted(Meeting.objects.filter(body_id=actor.body_id or 0)).exclude(series="")
    return list(rows.order_by("series").values_list("series", flat=True).distinct()[:50])
