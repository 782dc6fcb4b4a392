"""The calendar of a body's week, its items, and the numbered changes after its approval."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import VersionedModel
from phongtrao.fieldwork.weeks.rules import PARTS
from phongtrao.fieldwork.weeks.workflow import PUBLISHED, WEEK, WeekState
from phongtrao.org.models import Body, Posting


class Week(VersionedModel):
    """What a body does from a Monday to the Sunday after it; one a body and week.

    `changes` is the number of the last approved change: 0 while it stands as it was approved.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    monday = models.DateField()
    state = models.CharField(max_length=12, choices=WeekState, default=WeekState.DRAFT)
    note = models.CharField(max_length=500, blank=True)
    # Whether bodies below read it too, once it is approved.
    shown_below = models.BooleanField(default=False)
    changes = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    approved_on = models.DateField(null=True)
    approved_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    # Why it was given back to be mended.
    returned_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-monday", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "monday"], name="weeks_week_once"),
            models.CheckConstraint(name="weeks_week_state", condition=Q(state__in=WEEK.states)),
            models.CheckConstraint(
                name="weeks_week_approved",
                condition=Q(
                    state__in=PUBLISHED, approved_on__isnull=False, approved_by__isnull=False
                )
                | ~Q(state__in=PUBLISHED)
                & Q(approved_on__isnull=True, approved_by__isnull=True, changes=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.monday}"


class WeekItem(VersionedModel):
    """One line of a week. After the approval a line is never rewritten: another one takes its place
    (`former`), and the old one says by which change it went (`dropped_in`).

    The number of a change that still waits is one above `Week.changes`.
    """

    week = models.ForeignKey(Week, on_delete=models.CASCADE, related_name="items")
    day = models.DateField()
    part = models.CharField(max_length=10, choices=PARTS)
    starts_at = models.TimeField(null=True)
    ends_at = models.TimeField(null=True)
    content = models.CharField(max_length=500)
    place = models.CharField(max_length=200, blank=True)
    # Posts, bodies and units; never names of persons.
    chair = models.CharField(max_length=150, blank=True)
    preparer = models.CharField(max_length=200, blank=True)
    participants = models.CharField(max_length=300, blank=True)
    # What it was taken from ("meetings.meeting:12"); nothing where it was typed.
    source = models.CharField(max_length=60, blank=True)
    # Whether it comes again every week and may be copied from the week before.
    is_fixed = models.BooleanField(default=False)
    added_in = models.PositiveSmallIntegerField(default=0)
    dropped_in = models.PositiveSmallIntegerField(null=True)
    former = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="later")
    # What calendar programs know it by, through all its changes; `revision` counts them.
    uid = models.UUIDField(default=uuid4)
    revision = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["day", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="weeks_item_part", condition=Q(part__in=[code for code, _n in PARTS])
            ),
            models.CheckConstraint(
                name="weeks_item_hours",
                condition=Q(part="gio", starts_at__isnull=False)
                | ~Q(part="gio") & Q(starts_at__isnull=True, ends_at__isnull=True),
            ),
            models.CheckConstraint(
                name="weeks_item_ends",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="weeks_item_dropped",
                condition=Q(dropped_in__isnull=True) | Q(dropped_in__gt=F("added_in")),
            ),
            models.UniqueConstraint(
                fields=["week", "source", "day"],
                condition=~Q(source="") & Q(dropped_in__isnull=True),
                name="weeks_item_taken_once",
            ),
        ]

    def __str__(self) -> str:
        return self.content


class WeekChange(models.Model):
    """A numbered change of an approved week (lịch bổ sung, thay đổi lần n): who, on which day."""

    week = models.ForeignKey(Week, on_delete=models.CASCADE, related_name="approved_changes")
    number = models.PositiveSmallIntegerField()
    approved_at = models.DateTimeField()
    approved_on = models.DateField()
    approved_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["week", "number"], name="weeks_change_number"),
            models.CheckConstraint(name="weeks_change_counts", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.week_id} {self.number}"
