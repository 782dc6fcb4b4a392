"""Schemes that an actor may see, with the stage that each is at."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import CommentRound, Scheme, SchemeStage
from phongtrao.planning.queries.comments import visible_rounds
from phongtrao.planning.queries.documents import party_to
from phongtrao.planning.workflow import SchemeState, StageState


@dataclass(frozen=True, slots=True)
class ShownStage:
    """A stage as the timeline shows it; `days_late` against its plan, 0 = in time or unplanned."""

    stage: SchemeStage
    is_current: bool
    days_late: int
    tone: str
    icon: str


def visible_schemes(actor: Actor) -> QuerySet[Scheme]:
    """Schemes of the acting body or with a stage of its own; and, for the parties of the
    programme, those of bodies in its area and below.
    """
    body = actor.body_id
    if body is None:
        return Scheme.objects.none()
    staged = SchemeStage.objects.filter(scheme=OuterRef("pk"), body_id=body)
    below = Q() if actor.scope.everything else actor.scope.where("body__area_id")
    return Scheme.objects.filter(
        Q(body_id=body) | Exists(staged) | (Q(programme_id__in=party_to(actor)) & below)
    )


def scheme_for(actor: Actor, pk: int) -> Scheme:
    """One visible scheme; raises NotFound."""
    found = (
        visible_schemes(actor)
        .select_related("programme", "body", "task", "created_by__account")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def scheme_stage_for(actor: Actor, pk: int) -> SchemeStage:
    """One stage of a visible scheme; raises NotFound."""
    found = (
        SchemeStage.objects.filter(scheme__in=visible_schemes(actor).values("pk"), pk=pk)
        .select_related("scheme__body", "scheme__programme", "body", "file")
        .first()
    )
    if found is None:
        raise NotFound
    return found


def scheme_rows(actor: Actor) -> QuerySet[Scheme]:
    """Rows of the list, each with its current stage: the first one that is open."""
    stages = SchemeStage.objects.filter(scheme=OuterRef("pk"))
    current = stages.filter(state=StageState.OPEN).order_by("position")
    last = stages.filter(planned_on__isnull=False).order_by("-position")
    return (
        visible_schemes(actor)
        .select_related("programme", "body")
        .defer("search_folded", "note")
        .annotate(
            current_name=Subquery(current.values("name")[:1]),
            current_body=Subquery(current.values("body__name")[:1]),
            current_planned_on=Subquery(current.values("planned_on")[:1]),
            last_planned_on=Subquery(last.values("planned_on")[:1]),
        )
    )


def timeline_of(scheme: Scheme, day: date) -> list[ShownStage]:
    """The stages in their order, with where the scheme stands and how late each is or was."""
    rows = scheme.stages.select_related("body", "file", "comment_round").order_by("position")
    shown, seen_open = [], False
    for stage in rows:
        is_open = stage.state == StageState.OPEN
        is_current = is_open and not seen_open and scheme.state == SchemeState.RUNNING
        seen_open = seen_open or is_open
        late = days_late(stage, day) if not is_open or is_current else 0
        shown.append(ShownStage(stage, is_current, late, *_look(stage, is_current, late)))
    return shown


def days_late(stage: SchemeStage, day: date) -> int:
    """Days past the plan: of the day it was done, else of today; 0 for a stage left out."""
    if stage.planned_on is None or stage.state == StageState.SKIPPED:
        return 0
    return max(0, ((stage.done_on or day) - stage.planned_on).days)


def rounds_for_stage(actor: Actor, stage: SchemeStage) -> QuerySet[CommentRound]:
    """The rounds of comments on which a stage can rest, those of the reader's body."""
    bodies = [stage.body_id, stage.scheme.body_id]
    rows = visible_rounds(actor).filter(asker_id__in=bodies)
    return rows.exclude(sent_on=None).defer("text", "search_folded")


def _look(stage: SchemeStage, is_current: bool, late: int) -> tuple[str, str]:  # noqa: FBT001 - one caller
    if stage.state == StageState.DONE:
        return ("warning", "circle-check") if late else ("success", "circle-check")
    if stage.state == StageState.SKIPPED:
        return "secondary", "circle-minus"
    if is_current:
        return ("danger", "alert-triangle") if late else ("primary", "progress-check")
    return "secondary", "circle-dashed"
