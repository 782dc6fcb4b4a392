"""Conclusions that an actor may see, and what former meetings of a series have left open."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.meetings.models import Conclusion, ConclusionPart, Meeting
from phongtrao.fieldwork.meetings.queries.meetings import meeting_rows
from phongtrao.fieldwork.meetings.rules import DIRECTIVE, REPLACES
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import ProposalAddressee, Requirement, RequirementAddressee, Task
from phongtrao.planning.workflow import RUNNING, AddresseeState, AnswerState

_MOST, _MOST_EARLIER = 50, 150
# A clause of the notice that a body has not made concrete, or whose tasks still run.
_CLAUSE_OPEN = Exists(
    RequirementAddressee.objects.filter(
        requirement=OuterRef("requirement"), state=AddresseeState.OPEN
    )
) | Exists(Task.objects.filter(requirement=OuterRef("requirement"), state__in=RUNNING))
_REPLACED = Exists(
    Conclusion.objects.filter(earlier=OuterRef("pk"), bond=REPLACES, entry__struck_on__isnull=True)
)
# Directives that nobody has given, settled, finished or replaced.
OPEN = Q(kind=DIRECTIVE, settled_on__isnull=True) & (
    Q(task__isnull=True, requirement__isnull=True) & ~Q(_REPLACED)
    | Q(task__state__in=RUNNING)
    | Q(requirement__isnull=False) & Q(_CLAUSE_OPEN)
)


def with_standing(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Conclusions with all that says how they stand."""
    found = rows.select_related(
        "body", "task__lead", "programme", "answers__proposal", "earlier__entry",
        "requirement__document",
    )  # fmt: skip
    later = Conclusion.objects.select_related("entry").order_by("pk")
    found = found.prefetch_related(
        Prefetch("parts", ConclusionPart.objects.select_related("body")),
        Prefetch("later", later),
    )
    return found.annotate(is_open=Q(OPEN), is_replaced=_REPLACED)


def conclusion_rows(actor: Actor) -> QuerySet[Any]:
    """Conclusions of the meetings that the actor sees."""
    seen = counted(meeting_rows(actor)).values("pk")
    rows = Conclusion.objects.select_related("entry__body")
    return with_standing(rows.filter(entry__in=seen))


def conclusion_for(actor: Actor, pk: int) -> Any:
    """One visible conclusion; raises NotFound."""
    found = conclusion_rows(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def conclusions_of(meeting: Meeting) -> tuple[list[Conclusion], list[Conclusion]]:
    """What a meeting concluded, and what the former ones of its series have left open."""
    rows = with_standing(
        Conclusion.objects.filter(Q(entry=meeting) | _before(meeting)).select_related("entry")
    )
    found = list(rows.order_by("due_on", "pk"))
    own = sorted((row for row in found if row.entry_id == meeting.pk), key=lambda r: r.number)
    return own, [row for row in found if row.entry_id != meeting.pk][:_MOST]


def earlier_offered(meeting: Meeting) -> QuerySet[Any]:
    """Conclusions of former meetings of the series that a later one may repeat or replace."""
    rows = Conclusion.objects.filter(
        entry__body_id=meeting.body_id,
        entry__series=meeting.series,
        entry__held_on__lt=meeting.held_on,
        entry__struck_on__isnull=True,
    )
    if not meeting.series:
        rows = rows.none()
    return rows.select_related("entry").order_by("-entry__held_on", "number")[:_MOST_EARLIER]


def clauses_offered(conclusion: Conclusion) -> list[Requirement]:
    """Clauses of papers in the own register that no conclusion is yet, issued since the meeting."""
    taken = Conclusion.objects.filter(requirement__isnull=False).values("requirement")
    rows = Requirement.objects.filter(
        document__home_body_id=conclusion.entry.body_id,
        document__issued_on__gte=conclusion.entry.held_on,
    ).exclude(pk__in=taken)
    found = rows.select_related("document").defer("document__text", "document__search_folded")
    return list(found.order_by("document__issued_on", "position")[:_MOST])


def proposals_waiting(conclusion: Conclusion) -> list[ProposalAddressee]:
    """Proposals to the body that holds the meeting and that nobody has answered."""
    rows = ProposalAddressee.objects.filter(
        body_id=conclusion.entry.body_id, state=AnswerState.WAITING
    )
    return list(rows.select_related("proposal__asker").order_by("answer_by", "pk")[:_MOST])


def open_before(meeting: Meeting) -> list[Conclusion]:
    """What the former meetings of the series have left open: the next one begins with it."""
    return conclusions_of(meeting)[1]


def _before(meeting: Meeting) -> Q:
    if not meeting.series:
        return Q(pk__in=())
    return OPEN & Q(
        entry__body_id=meeting.body_id,
        entry__series=meeting.series,
        entry__held_on__lt=meeting.held_on,
        entry__struck_on__isnull=True,
    )
