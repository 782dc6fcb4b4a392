"""The minutes of a meeting, version by version, and what its chair concluded."""

from django.db import models
from django.db.models import Q

from phongtrao.fieldwork.meetings.models.meetings import Meeting
from phongtrao.fieldwork.meetings.rules import CONCLUSION_KINDS
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models import Programme, Task


class MinutesVersion(models.Model):
    """The minutes as they were saved; every version stays."""

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="meetings_version_number")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.number}"


class Conclusion(models.Model):
    """What the chair concluded: given as a task, or settled with a note, or only noted."""

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="conclusions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=CONCLUSION_KINDS)
    text = models.CharField(max_length=1000)
    # The section it was drawn in; none is the meeting as a whole.
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="+")
    # Who is to act, and by when; only of directives.
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    task = models.OneToOneField(Task, null=True, on_delete=models.PROTECT, related_name="+")
    settled_on = models.DateField(null=True)
    settled_note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["entry", "number"]
        indexes = [models.Index(fields=["body", "settled_on"])]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="meetings_conclusion_number"),
            models.CheckConstraint(
                name="meetings_conclusion_kind",
                condition=Q(kind__in=[code for code, _n in CONCLUSION_KINDS]),
            ),
            models.CheckConstraint(
                name="meetings_conclusion_settled",
                condition=Q(settled_on__isnull=True, settled_note="")
                | Q(settled_on__isnull=False) & ~Q(settled_note=""),
            ),
            models.CheckConstraint(
                name="meetings_conclusion_directs",
                condition=Q(kind="chi_dao", body__isnull=False, due_on__isnull=False)
                | ~Q(kind="chi_dao") & Q(body__isnull=True, due_on__isnull=True, task__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.text
