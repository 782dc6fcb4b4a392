"""Schemes and legal drafts (đề án, dự thảo văn bản quy phạm) with stages that are data."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.comments import CommentRound
from phongtrao.planning.models.programmes import Programme
from phongtrao.planning.models.tasks import Task
from phongtrao.planning.workflow import SCHEME, STAGE, SchemeState, StageState


class Scheme(VersionedModel):
    """A scheme or a legal draft on its way from outline to issue."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="schemes")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=500)
    # The code of its list of stages in `data/scheme_stages.json`.
    kind = models.CharField(max_length=30)
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="schemes")
    note = models.TextField(blank=True)
    state = models.CharField(
        max_length=10, choices=SchemeState.choices, default=SchemeState.RUNNING
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    finished_on = models.DateField(null=True)
    # The paper (number and date) by which work on it was stopped.
    stopped_by_paper = models.CharField(max_length=200, blank=True)
    search_folded = models.TextField(blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["body", "state"])]
        constraints = [
            models.CheckConstraint(
                name="planning_scheme_state", condition=Q(state__in=SCHEME.states)
            ),
            models.CheckConstraint(
                name="planning_scheme_finished",
                condition=Q(state="finished", finished_on__isnull=False)
                | (~Q(state="finished") & Q(finished_on__isnull=True)),
            ),
            models.CheckConstraint(
                name="planning_scheme_stopped",
                condition=(Q(state="stopped") & ~Q(stopped_by_paper=""))
                | (~Q(state="stopped") & Q(stopped_by_paper="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SchemeStage(models.Model):
    """One stage of a scheme: whose turn it is, until when, when it was done, with which file."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    planned_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=StageState.choices, default=StageState.OPEN)
    done_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    comment_round = models.ForeignKey(
        CommentRound, null=True, on_delete=models.PROTECT, related_name="stages"
    )

    class Meta:
        ordering = ["scheme", "position"]
        indexes = [models.Index(fields=["body", "state", "planned_on"])]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "position"], name="planning_stage_position"),
            models.CheckConstraint(
                name="planning_stage_state", condition=Q(state__in=STAGE.states)
            ),
            models.CheckConstraint(
                name="planning_stage_done",
                condition=Q(state="done", done_on__isnull=False)
                | (~Q(state="done") & Q(done_on__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.name
