"""Tasks with one lead and several coordinating bodies, their thread, and requests for more time."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.programmes import Programme
from phongtrao.planning.models.requirements import Requirement, RequirementAddressee
from phongtrao.planning.models.series import TaskSeries
from phongtrao.planning.workflow import (
    EXTENSION,
    TASK,
    EntryKind,
    ExtensionState,
    TaskState,
)

_REPORTED = ["reported_done", "completed"]


class Task(VersionedModel):
    """Dated work with a product, one lead and an assigner who confirms that it is done."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="tasks")
    requirement = models.ForeignKey(
        Requirement, null=True, on_delete=models.PROTECT, related_name="tasks"
    )
    addressee = models.ForeignKey(
        RequirementAddressee, null=True, on_delete=models.PROTECT, related_name="tasks"
    )
    title = models.CharField(max_length=500)
    product = models.CharField(max_length=500)
    assigner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    lead = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    original_due_on = models.DateField()
    due_on = models.DateField()
    # Until which hour of the due day, where one was asked; it stays with a later day.
    due_time = models.TimeField(null=True)
    # The recurring task of which this is one time.
    series = models.ForeignKey(
        TaskSeries, null=True, on_delete=models.PROTECT, related_name="tasks"
    )
    state = models.CharField(max_length=15, choices=TaskState.choices, default=TaskState.ASSIGNED)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    # The day of the report of completion that awaits or has had confirmation: it stops the clock.
    reported_on = models.DateField(null=True)
    reported_time = models.TimeField(null=True)
    # The account behind that report: whoever did the work never confirms it.
    reported_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Set while a returned report waits for a new one.
    returned_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    completed_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    suspended_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    # The paper (number and date) by which the task is suspended or withdrawn.
    halted_by_paper = models.CharField(max_length=200, blank=True)
    search_folded = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["lead", "state", "due_on"]),
            models.Index(fields=["assigner", "state", "due_on"]),
            models.Index(fields=["programme", "due_on"]),
        ]
        constraints = [
            models.CheckConstraint(name="planning_task_state", condition=Q(state__in=TASK.states)),
            models.CheckConstraint(
                name="planning_task_extended", condition=Q(due_on__gte=F("original_due_on"))
            ),
            models.CheckConstraint(
                name="planning_task_reported",
                condition=Q(
                    state__in=_REPORTED,
                    reported_on__isnull=False,
                    reported_account__isnull=False,
                )
                | (
                    ~Q(state__in=_REPORTED)
                    & Q(reported_on__isnull=True, reported_account__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="planning_task_returned",
                condition=Q(returned_at__isnull=True) | ~Q(state__in=_REPORTED),
            ),
            models.CheckConstraint(
                name="planning_task_completed",
                condition=Q(
                    state="completed", completed_at__isnull=False, completed_by__isnull=False
                )
                | (~Q(state="completed") & Q(completed_at__isnull=True, completed_by__isnull=True)),
            ),
            models.CheckConstraint(
                name="planning_task_suspended",
                condition=(
                    Q(state="suspended", suspended_at__isnull=False) & ~Q(halted_by_paper="")
                )
                | (~Q(state="suspended") & Q(suspended_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="planning_task_withdrawn",
                condition=(
                    Q(state="withdrawn", withdrawn_at__isnull=False) & ~Q(halted_by_paper="")
                )
                | (~Q(state="withdrawn") & Q(withdrawn_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="planning_task_source",
                condition=Q(addressee__isnull=True) | Q(requirement__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["series", "original_due_on"], name="planning_task_once_a_time"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class TaskPart(models.Model):
    """A coordinating body and its part of a task."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="parts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["task", "pk"]
        constraints = [models.UniqueConstraint(fields=["task", "body"], name="planning_part_once")]

    def __str__(self) -> str:
        return f"{self.task_id} → {self.body_id}"


class ProgressEntry(models.Model):
    """A line in the thread of a task; written once, never edited."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=12, choices=EntryKind.choices)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    # Who wrote it: under a delegation not the holder of the posting.
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField()
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["task", "pk"]
        constraints = [
            models.CheckConstraint(
                name="planning_entry_kind", condition=Q(kind__in=EntryKind.values)
            ),
            models.CheckConstraint(name="planning_entry_says", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.kind}"

    @property
    def author(self) -> str:
        """Body and person as pages show them: TUQ. where another than the holder acted."""
        by_authority = " (TUQ.)" if self.account_id != self.posting.account_id else ""
        return f"{self.posting.body.name} – {self.account.full_name}{by_authority}"


class ExtensionRequest(models.Model):
    """A request of the lead for more time and the answer of the assigner."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="extensions")
    due_on_before = models.DateField()
    asked_due_on = models.DateField()
    reason = models.TextField()
    state = models.CharField(
        max_length=10, choices=ExtensionState.choices, default=ExtensionState.ASKED
    )
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    asked_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    decision_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["task", "pk"]
        constraints = [
            models.CheckConstraint(
                name="planning_extension_state", condition=Q(state__in=EXTENSION.states)
            ),
            models.CheckConstraint(
                name="planning_extension_later",
                condition=Q(asked_due_on__gt=F("due_on_before")),
            ),
            models.CheckConstraint(
                name="planning_extension_decided",
                condition=Q(state="asked", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="asked") & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
            models.UniqueConstraint(
                fields=["task"], condition=Q(state="asked"), name="planning_extension_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.asked_due_on}"
