"""What an inspected body tells: by the outline, in its summary, where it is to clarify."""

from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.oversight.models.inspections import Inspection
from phongtrao.oversight.workflow import CLARIFICATION, ClarificationState
from phongtrao.reporting.models import Round

_C = ClarificationState


class Outline(models.Model):
    """An outline (đề cương báo cáo) sent to inspected bodies: the round of their reports."""

    entry = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="outlines")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    # The version of the criteria that its points are; empty where a round that was open is linked.
    criteria = models.CharField(max_length=20, blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "round"], name="oversight_outline_once")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.round_id}"


class UnitSummary(VersionedModel):
    """The summary (báo cáo tóm tắt) that an inspected body presents, as it reads now."""

    entry = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="summaries")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    paper = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "body"], name="oversight_summary_once"),
            models.CheckConstraint(name="oversight_summary_said", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class UnitSummaryVersion(models.Model):
    """What a summary said from a moment on; never changed."""

    summary = models.ForeignKey(UnitSummary, on_delete=models.PROTECT, related_name="versions")
    text = models.TextField()
    paper = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.summary_id} {self.pk}"


class ClarificationRequest(VersionedModel):
    """A request to an inspected body to clarify (yêu cầu làm rõ), until the answer is accepted.

    `asker` is in charge of the inspection or has a seat. Read by those who inspect and by `body`.
    """

    entry = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="clarifications")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    asker = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    criterion = models.CharField(max_length=30)
    text = models.TextField()
    # The day that was asked, and the working day it falls on.
    asked_by = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=20, choices=_C, default=_C.ASKED)
    answer = models.TextField(blank=True)
    answer_papers = models.CharField(max_length=500, blank=True)
    answered_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["body", "state"]),
            models.Index(fields=["asker", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="oversight_clarification_state", condition=Q(state__in=CLARIFICATION.states)
            ),
            models.CheckConstraint(
                name="oversight_clarification_other", condition=~Q(asker=F("body"))
            ),
            models.CheckConstraint(
                name="oversight_clarification_due", condition=Q(due_on__gte=F("asked_by"))
            ),
            models.CheckConstraint(
                name="oversight_clarification_answered",
                condition=~Q(state__in=(_C.ANSWERED, _C.ACCEPTED))
                | Q(answered_on__isnull=False) & ~Q(answer=""),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class ClarificationStep(models.Model):
    """A step that a request to clarify took: which verb, when, by whom, in what words."""

    clarification = models.ForeignKey(
        ClarificationRequest, on_delete=models.CASCADE, related_name="steps"
    )
    verb = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    papers = models.CharField(max_length=500, blank=True)
    # Until when an answer was asked for by this step.
    due_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.clarification_id} {self.verb}"
