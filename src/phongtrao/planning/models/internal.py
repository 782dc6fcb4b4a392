"""Work given inside a body (giao việc nội bộ) by a leader's word, with its thread.

It belongs to one body and is seen inside it alone. The officer is a posting, never a name; nothing
is counted by officer.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from phongtrao.core.models import VersionedModel
from phongtrao.intake.models import Draft
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.requirements import Requirement
from phongtrao.planning.models.tasks import Task
from phongtrao.planning.workflow import INTERNAL, InternalNoteKind, InternalState

_REPORTED = ["reported", "done"]


class InternalAssignment(VersionedModel):
    """What a leader gives to a sub-body or an officer of his body, from a paper or a task."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    content = models.TextField()
    # The leader's line (bút phê) as it was written; empty where a form was filled in.
    instruction = models.CharField(max_length=1000, blank=True)
    lead = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    due_time = models.TimeField(null=True)
    state = models.CharField(
        max_length=12, choices=InternalState.choices, default=InternalState.ASSIGNED
    )
    # What it grew from, and how that was called: a sub-body cannot always open it.
    draft = models.ForeignKey(Draft, null=True, on_delete=models.PROTECT, related_name="+")
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="+")
    requirement = models.ForeignKey(
        Requirement, null=True, on_delete=models.PROTECT, related_name="+"
    )
    source_text = models.CharField(max_length=300, blank=True)
    # Whose word it is, and when he wrote it.
    leader = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()
    # Who entered it: another posting than the leader's where it was written on paper.
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    # The account behind the report that it is done: whoever did the work does not accept it.
    reported_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Set while a returned report waits for a new one.
    returned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    search_folded = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["body", "state", "due_on"]),
            models.Index(fields=["lead", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="planning_internal_state", condition=Q(state__in=INTERNAL.states)
            ),
            models.CheckConstraint(name="planning_internal_says", condition=~Q(content="")),
            models.CheckConstraint(
                name="planning_internal_to_somebody",
                condition=Q(lead__isnull=False) | Q(officer__isnull=False),
            ),
            models.CheckConstraint(
                name="planning_internal_one_source",
                condition=Q(task__isnull=True, requirement__isnull=True)
                | Q(draft__isnull=True, requirement__isnull=True)
                | Q(draft__isnull=True, task__isnull=True),
            ),
            models.CheckConstraint(
                name="planning_internal_hour",
                condition=Q(due_time__isnull=True) | Q(due_on__isnull=False),
            ),
            models.CheckConstraint(
                name="planning_internal_reported",
                condition=Q(state__in=_REPORTED, reported_account__isnull=False)
                | (~Q(state__in=_REPORTED) & Q(reported_account__isnull=True)),
            ),
            models.CheckConstraint(
                name="planning_internal_ended",
                condition=Q(state__in=["done", "withdrawn"], ended_at__isnull=False)
                | (~Q(state__in=["done", "withdrawn"]) & Q(ended_at__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.content[:80]


class InternalPart(models.Model):
    """A sub-body that takes part beside the one in charge."""

    assignment = models.ForeignKey(
        InternalAssignment, on_delete=models.CASCADE, related_name="parts"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["assignment", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "body"], name="planning_internal_part_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} → {self.body_id}"


class InternalNote(models.Model):
    """A line in the thread of an internal assignment; written once, never edited."""

    assignment = models.ForeignKey(
        InternalAssignment, on_delete=models.PROTECT, related_name="notes"
    )
    kind = models.CharField(max_length=10, choices=InternalNoteKind.choices)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    # Who wrote it: under a delegation not the holder of the posting.
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["assignment", "pk"]
        constraints = [
            models.CheckConstraint(
                name="planning_internal_note_kind", condition=Q(kind__in=InternalNoteKind.values)
            ),
            models.CheckConstraint(name="planning_internal_note_says", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.kind}"

    @property
    def author(self) -> str:
        """Post and person as the thread shows them: TUQ. where another than the holder acted."""
        by_authority = " (TUQ.)" if self.account_id != self.posting.account_id else ""
        return f"{self.posting.capacity} – {self.account.full_name}{by_authority}"
