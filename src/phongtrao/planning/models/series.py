"""Recurring tasks: what is asked again and again, and when the next time falls due."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.programmes import Programme
from phongtrao.planning.models.requirements import Requirement, RequirementAddressee
from phongtrao.planning.workflow import SERIES, SeriesState


class TaskSeries(VersionedModel):
    """A recurring task; each of its times is a Task of its own, with its own clock."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    requirement = models.ForeignKey(
        Requirement, null=True, on_delete=models.PROTECT, related_name="+"
    )
    addressee = models.ForeignKey(
        RequirementAddressee, null=True, on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(max_length=500)
    product = models.CharField(max_length=500)
    assigner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    lead = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    # The rhythm (`deadlines.rhythm.Rhythm`), and the words it was read from.
    every_months = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    day = models.PositiveSmallIntegerField()
    due_time = models.TimeField(null=True)
    words = models.CharField(max_length=200)
    state = models.CharField(
        max_length=10, choices=SeriesState.choices, default=SeriesState.RUNNING
    )
    last_due_on = models.DateField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    stopped_at = models.DateTimeField(null=True)
    stopped_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    stopped_by_paper = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["last_due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="planning_series_state", condition=Q(state__in=SERIES.states)
            ),
            models.CheckConstraint(
                name="planning_series_rhythm",
                condition=Q(
                    every_months__in=[1, 3, 6, 12], month__range=(1, 12), day__range=(1, 31)
                ),
            ),
            models.CheckConstraint(
                name="planning_series_stopped",
                condition=(
                    Q(state="stopped", stopped_at__isnull=False, stopped_by__isnull=False)
                    & ~Q(stopped_by_paper="")
                )
                | Q(state="running", stopped_at__isnull=True, stopped_by__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SeriesPart(models.Model):
    """A coordinating body of a recurring task, and its part."""

    series = models.ForeignKey(TaskSeries, on_delete=models.CASCADE, related_name="parts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["series", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "body"], name="planning_series_part_once")
        ]

    def __str__(self) -> str:
        return f"{self.series_id} → {self.body_id}"
