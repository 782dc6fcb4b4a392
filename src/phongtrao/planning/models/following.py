"""Following tasks up: the rule of a deadline, stars, the calendar feed, letters that urge."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.tasks import Task
from phongtrao.planning.workflow import URGING, TermBase, UrgingState


class TaskTerm(models.Model):
    """The rule a task's first due day follows from: so many units from a base day."""

    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="term")
    count = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=2)
    base = models.CharField(max_length=10, choices=TermBase.choices)
    base_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="planning_term_known",
                condition=Q(unit__in=["WD", "D", "W", "M"], base__in=TermBase.values),
            )
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.count}{self.unit}"


class TaskStar(models.Model):
    """A task that a posting has starred, to see it first."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="stars")
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    starred_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["posting", "task"], name="planning_star_once")
        ]

    def __str__(self) -> str:
        return f"{self.posting_id} * {self.task_id}"


class CalendarFeed(models.Model):
    """A secret address under which a calendar program reads the due days of a posting's body.

    Only the hash of the secret is kept; the address is shown once. One is in force per posting.
    """

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    # Who made it: under a delegation not the holder of the posting.
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    # Whether it also carries weekly calendars, meetings and inspections.
    with_engagements = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "account"],
                condition=Q(revoked_at__isnull=True),
                name="planning_feed_one_in_force",
            )
        ]

    def __str__(self) -> str:
        return f"{self.posting_id} {self.made_at:%Y-%m-%d}"


class Urging(VersionedModel):
    """A letter that urges bodies to finish late tasks; it counts once it is issued."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=UrgingState.choices, default=UrgingState.DRAFT)
    made_at = models.DateTimeField()
    made_on = models.DateField()
    made_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    # Number, symbol and date of the letter as the body's register has it.
    paper = models.CharField(max_length=200, blank=True)
    issued_on = models.DateField(null=True)

    class Meta:
        ordering = ["-made_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="planning_urging_state", condition=Q(state__in=URGING.states)
            ),
            models.CheckConstraint(
                name="planning_urging_issued",
                condition=(Q(state="issued", issued_on__isnull=False) & ~Q(paper=""))
                | (~Q(state="issued") & Q(issued_on__isnull=True, paper="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.made_on}"


class UrgedTask(models.Model):
    """A task named in a letter that urges: for which time, and how it stood on that day."""

    urging = models.ForeignKey(Urging, on_delete=models.CASCADE, related_name="items")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="urgings")
    ordinal = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    days_late = models.PositiveIntegerField()

    class Meta:
        ordering = ["urging", "task__lead__name", "due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["urging", "task"], name="planning_urged_once")
        ]

    def __str__(self) -> str:
        return f"{self.task_id} ({self.ordinal})"
