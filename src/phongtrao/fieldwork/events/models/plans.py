"""The plan of a year's festival: window, numbers, priorities, guests, and selections of sites."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.events.rules import KINDS
from phongtrao.fieldwork.events.workflow import SelectionState
from phongtrao.fieldwork.register.models import Entry
from phongtrao.org.models import AreaSet, Body, Posting


class FestivalPlan(Entry):
    """What a body plans for a year's festival in its area; sites of its area stand under it."""

    kind = models.CharField(max_length=20, choices=KINDS)
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    # Number, day and issuer of the plan.
    plan_paper = models.CharField(max_length=200, blank=True)
    opens_on = models.DateField()
    closes_on = models.DateField()
    result_due_on = models.DateField(null=True)
    # How many sites are to be chosen at these two levels; 0: none.
    central_sites = models.PositiveSmallIntegerField(default=0)
    provincial_sites = models.PositiveSmallIntegerField(default=0)

    class Meta(Entry.Meta):
        ordering = ["-year", "kind", "-pk"]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="events_plan_window", condition=Q(closes_on__gte=F("opens_on"))
            ),
            models.CheckConstraint(
                name="events_plan_kind", condition=Q(kind__in=[code for code, _n in KINDS])
            ),
            models.UniqueConstraint(
                fields=["body", "kind", "year"],
                condition=Q(struck_on__isnull=True),
                name="events_plan_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class FestivalPriority(models.Model):
    """A set of areas that a plan prefers: points for each site in it, and at least how many."""

    plan = models.ForeignKey(FestivalPlan, on_delete=models.CASCADE, related_name="priorities")
    area_set = models.ForeignKey(AreaSet, on_delete=models.PROTECT, related_name="+")
    weight = models.PositiveSmallIntegerField(default=0)
    least_sites = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "area_set"], name="events_priority_once")
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.area_set_id}"


class FestivalGuest(models.Model):
    """A post whose holder can be guest at some sites of a plan; never a name."""

    plan = models.ForeignKey(FestivalPlan, on_delete=models.CASCADE, related_name="guests")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=120)
    most_sites = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "body", "post"], name="events_guest_once"),
            models.CheckConstraint(
                name="events_guest_most", condition=Q(most_sites__gte=1, most_sites__lte=30)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post}, {self.body.name}"


class FestivalGuestDay(models.Model):
    """A day on which a guest can come."""

    guest = models.ForeignKey(FestivalGuest, on_delete=models.CASCADE, related_name="days")
    day = models.DateField()

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["guest", "day"], name="events_guest_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.guest_id} {self.day:%d/%m/%Y}"


class FestivalSelection(models.Model):
    """A choice of sites, days and guests that the computer was asked for under given rules.

    `asked` holds the rules and figures it was given, `answer` what it found and why: both are
    kept as they were, so that a choice stays explainable after sites and guests have changed.
    """

    plan = models.ForeignKey(FestivalPlan, on_delete=models.PROTECT, related_name="selections")
    state = models.CharField(max_length=20, choices=SelectionState, default=SelectionState.WAITING)
    previous = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="followers"
    )
    asked = models.JSONField()
    answer = models.JSONField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    adjusted_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)
    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="events_selection_state", condition=Q(state__in=SelectionState.values)
            ),
            models.CheckConstraint(
                name="events_selection_answer",
                condition=Q(state__in=["waiting", "failed"]) | Q(answer__isnull=False),
            ),
            models.CheckConstraint(
                name="events_selection_applied",
                condition=Q(state="applied", applied_at__isnull=False)
                | (~Q(state="applied") & Q(applied_at__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.asked_at:%d/%m/%Y %H:%M}"
