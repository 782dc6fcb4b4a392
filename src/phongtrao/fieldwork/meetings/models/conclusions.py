"""What the chair of a meeting concluded, and what it became."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.meetings.models.meetings import Meeting
from phongtrao.fieldwork.meetings.rules import BONDS, CONCLUSION_KINDS
from phongtrao.org.models import Body
from phongtrao.planning.models import Programme, ProposalAddressee, Requirement, Task


class Conclusion(models.Model):
    """What the chair concluded: a task, a requirement, an answer, or settled with a note."""

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="conclusions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=CONCLUSION_KINDS)
    text = models.CharField(max_length=1000)
    # The section of a conference on several programmes; None = the meeting's own programme.
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="+")
    # Who is to act, and by when; only of directives.
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    # The day that the chair named where it is a day off: `due_on` is the working day after it.
    said_due_on = models.DateField(null=True)
    task = models.OneToOneField(Task, null=True, on_delete=models.PROTECT, related_name="+")
    # The clause of the registered notice, which each addressed body makes concrete.
    requirement = models.OneToOneField(
        Requirement, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # The proposal that this conclusion answers, at the body that was asked.
    answers = models.OneToOneField(
        ProposalAddressee, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # A conclusion of an earlier meeting of the body that this one repeats or replaces.
    earlier = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="later")
    bond = models.CharField(max_length=10, choices=BONDS, blank=True)
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
                | ~Q(kind="chi_dao")
                & Q(
                    body__isnull=True,
                    due_on__isnull=True,
                    said_due_on__isnull=True,
                    task__isnull=True,
                    requirement__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="meetings_conclusion_one_way",
                condition=Q(task__isnull=True) | Q(requirement__isnull=True),
            ),
            models.CheckConstraint(
                name="meetings_conclusion_moved",
                condition=Q(said_due_on__isnull=True) | Q(due_on__gt=F("said_due_on")),
            ),
            models.CheckConstraint(
                name="meetings_conclusion_bond",
                condition=Q(earlier__isnull=True, bond="")
                | Q(earlier__isnull=False, bond__in=[code for code, _n in BONDS])
                & ~Q(earlier=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class ConclusionPart(models.Model):
    """A further body that a directive names: it coordinates, with its part in words."""

    conclusion = models.ForeignKey(Conclusion, on_delete=models.CASCADE, related_name="parts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["conclusion", "body"], name="meetings_part_once")
        ]

    def __str__(self) -> str:
        return f"{self.conclusion_id} {self.body_id}"
