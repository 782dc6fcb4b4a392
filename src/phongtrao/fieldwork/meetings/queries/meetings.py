"""Meetings that an actor may see, and those that change hands with their body."""

from typing import Any

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet

from phongtrao.core.errors import N_
from phongtrao.fieldwork.meetings.models import (
    AgendaItem,
    BridgePoint,
    Conclusion,
    ConclusionPart,
    Invitation,
    Meeting,
    MeetingMove,
    MeetingPaper,
    MeetingPartner,
    MeetingSection,
)
from phongtrao.fieldwork.meetings.workflow import TOOK_PLACE, MeetingState
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.permissions import Actor
from phongtrao.planning.queries.documents import party_to

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
    """Rows of the register that are read wholly: one's own, those held together, those one was
    bridged to or directed in, and those below of a programme that they treat.
    """
    return _counted_conclusions(_whole(actor))


def shown_rows(actor: Actor) -> QuerySet[Any]:
    """Those and the ones that the acting body is invited to or asked for a paper of: of these it
    reads the plan and what is meant for it.
    """
    whole = _whole(actor)
    if actor.body_id is None:
        return _counted_conclusions(whole)
    mine: dict[str, Any] = {"entry": OuterRef("pk"), "body_id": actor.body_id}
    invited = Invitation.objects.filter(
        **mine, sent_on__isnull=False, withdrawn_on__isnull=True, entry__struck_on__isnull=True
    )
    asked = MeetingPaper.objects.filter(**mine, entry__struck_on__isnull=True)
    rows = Meeting.objects.select_related("programme", "body")
    return _counted_conclusions(
        rows.filter(Q(pk__in=whole.values("pk")) | Exists(invited) | Exists(asked))
    )


def meeting_for(actor: Actor, pk: int) -> Any:
    """One meeting that is read wholly; raises NotFound."""
    return _one(actor, meeting_rows(actor), pk)


def meeting_shown(actor: Actor, pk: int) -> Any:
    """One meeting that may be opened, wholly (`is_whole`) or as one who is invited; raises
    NotFound.
    """
    return _one(actor, shown_rows(actor), pk)


def has_notice_for(actor: Actor, pk: int) -> bool:
    """Whether there are conclusions to make known, for one who reads the meeting wholly."""
    return _whole(actor).filter(pk=pk, conclusions__isnull=False).exists()


def _whole(actor: Actor) -> QuerySet[Any]:
    rows = Meeting.objects.select_related("programme", "body")
    seen = visible(actor, rows, partners=MeetingPartner)
    if actor.body_id is None:
        return seen
    mine: dict[str, Any] = {"entry": OuterRef("pk"), "body_id": actor.body_id}
    took_part = Exists(BridgePoint.objects.filter(**mine, entry__state__in=TOOK_PLACE))
    directed = Exists(Conclusion.objects.filter(**mine, entry__notice_on__isnull=False))
    helps = Exists(
        ConclusionPart.objects.filter(
            conclusion__entry=OuterRef("pk"),
            conclusion__entry__notice_on__isnull=False,
            body_id=actor.body_id,
        )
    )
    treated = MeetingSection.objects.filter(entry=OuterRef("pk"), programme_id__in=party_to(actor))
    below = Exists(treated) & actor.scope.where("area_id")
    return seen | rows.filter(Q(took_part) | Q(directed) | Q(helps) | below)


def _counted_conclusions(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.annotate(conclusion_count=Count("conclusions", distinct=True))


def _one(actor: Actor, rows: QuerySet[Any], pk: int) -> Any:
    """One of the rows, with whether it is read wholly and has any of each part (`has_papers`)."""
    whole = _whole(actor).filter(pk=OuterRef("pk"))
    parts: dict[str, type[Model]] = {
        "agenda": AgendaItem, "bridges": BridgePoint, "invitations": Invitation,
        "moves": MeetingMove, "papers": MeetingPaper,
    }  # fmt: skip
    has = {
        f"has_{name}": Exists(part._default_manager.filter(entry=OuterRef("pk")))  # noqa: SLF001 - Django's documented name
        for name, part in parts.items()
    }
    rows = rows.annotate(is_whole=Exists(whole), **has).select_related("recorded_by__account")
    return entry_of(rows.prefetch_related("partners__body", "sections__programme"), pk)


def series_offered(actor: Actor) -> list[str]:
    """The series that the acting body's meetings belong to, for the form."""
    rows = counted(Meeting.objects.filter(body_id=actor.body_id or 0)).exclude(series="")
    return list(rows.order_by("series").values_list("series", flat=True).distinct()[:50])
