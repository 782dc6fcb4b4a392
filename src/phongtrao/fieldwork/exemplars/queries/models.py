"""Models that an actor may see, as they stood on a day, and the public ones."""

from datetime import date
from typing import Any

from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Greatest

from phongtrao.core.errors import N_, NotFound
from phongtrao.fieldwork.exemplars.models import (
    LearningRequest,
    ModelActivity,
    ModelReview,
    ModelSize,
    ModelStep,
    PracticeModel,
)
from phongtrao.fieldwork.exemplars.rules import SMALLEST_SHOWN
from phongtrao.fieldwork.exemplars.workflow import ONGOING, PUBLIC
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.permissions import Actor

_ONGOING = Q(state__in=sorted(ONGOING), struck_on__isnull=True, merged_into__isnull=True)
OPEN_WORK = (
    OpenWork(PracticeModel, "body", "body", N_("Mô hình đang chủ trì"), _ONGOING),
    OpenWork(PracticeModel, "area", "area", N_("Mô hình trên địa bàn"), _ONGOING),
    OpenWork(
        LearningRequest, "body", "body", N_("Đề nghị học tập kinh nghiệm chưa xong"),
        Q(state__in=["asked", "agreed"]),
    ),
)  # fmt: skip


def standing(rows: QuerySet[PracticeModel], day: date) -> QuerySet[Any]:
    """The rows with what each was on a day: `state_on`, `sites_on`, `teams_on`, `seen_on`.

    `seen_on` is the newest day of the launch and of evidence that was not struck out.
    """
    steps = ModelStep.objects.filter(model=OuterRef("pk"), on__lte=day).order_by("-on", "-pk")
    sizes = ModelSize.objects.filter(model=OuterRef("pk"), on__lte=day).order_by("-on", "-pk")
    evidence = ModelActivity.objects.filter(
        model=OuterRef("pk"), held_on__lte=day, struck_on__isnull=True
    ).order_by("-held_on")
    last = Subquery(evidence.values("held_on")[:1])
    return rows.annotate(
        state_on=Subquery(steps.values("state")[:1]),
        sites_on=Coalesce(Subquery(sizes.values("sites")[:1]), F("sites")),
        teams_on=Coalesce(Subquery(sizes.values("teams")[:1]), F("teams")),
        evidence_on=last,
        seen_on=Greatest(Coalesce(last, F("launched_on")), F("launched_on")),
    )


def with_members(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    """The rows with `members_shown`: a number under ten is the body's in charge alone."""
    shown = Case(
        When(body_id=actor.body_id or 0, then=F("members")),
        When(members__gte=SMALLEST_SHOWN, then=F("members")),
        output_field=IntegerField(null=True),
    )
    return rows.annotate(members_shown=shown)


def model_rows(actor: Actor, day: date) -> QuerySet[Any]:
    """Rows of the register as it stood on a day."""
    rows = PracticeModel.objects.select_related("programme", "body", "adopted_from")
    return with_members(standing(visible(actor, rows), day), actor)


def model_for(actor: Actor, pk: int) -> Any:
    """One visible model with its steps; raises NotFound."""
    rows = model_rows(actor, actor.day).select_related("recorded_by__account", "merged_into")
    return entry_of(rows.prefetch_related("steps__recorded_by__account"), pk)


def public_rows(day: date) -> QuerySet[Any]:
    """Running and recognised models of the whole country: what everybody may learn from."""
    rows = counted(PracticeModel.objects.select_related("body", "adopted_from"))
    return standing(rows.filter(state__in=sorted(PUBLIC), merged_into__isnull=True), day)


def public_model(pk: int, day: date) -> Any:
    """One model of the catalogue; raises NotFound for one that does not run or count."""
    found = public_rows(day).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def activities_of(model: PracticeModel) -> QuerySet[ModelActivity]:
    """What a model did, and what was written of it where it stood a second time."""
    rows = ModelActivity.objects.select_related("file", "body", "model")
    return rows.filter(Q(model=model) | Q(model__merged_into=model))


def reviews_of(model: PracticeModel) -> QuerySet[ModelReview]:
    """The reviews of a model, and of the entries merged into it."""
    rows = ModelReview.objects.select_related("body", "model")
    return rows.filter(Q(model=model) | Q(model__merged_into=model))


def activity_for(actor: Actor, pk: int) -> Any:
    """One line of evidence of a visible model; raises NotFound."""
    return _of_visible(actor, ModelActivity.objects.select_related("model", "file", "body"), pk)


def review_for(actor: Actor, pk: int) -> Any:
    """One review of a visible model; raises NotFound."""
    return _of_visible(actor, ModelReview.objects.select_related("model", "body"), pk)


def _of_visible(actor: Actor, rows: QuerySet[Any], pk: int) -> Any:
    found = rows.filter(pk=pk, model__in=visible(actor, PracticeModel.objects.all())).first()
    if found is None:
        raise NotFound
    return found


def origin_numbered(actor: Actor, number: str, *, stands: int | None = None) -> Any:
    """The model of a number that one may say to have taken over; None for any other.

    Public ones, those the actor sees, and the one that stands already (it may have ended since).
    """
    if not (number.isascii() and number.isdecimal() and len(number) <= 9):
        return None
    rows = PracticeModel.objects.filter(pk=int(number))
    if int(number) == stands:
        return rows.first()
    public = Q(state__in=sorted(PUBLIC), struck_on__isnull=True, merged_into__isnull=True)
    return rows.filter(public | Q(pk__in=visible(actor, PracticeModel.objects.all()))).first()
