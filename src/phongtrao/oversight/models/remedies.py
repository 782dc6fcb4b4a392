"""Recommendations of a conclusion, until the remedy of each is verified."""

from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.oversight.models.inspections import Inspection
from phongtrao.oversight.rules import URGENCIES
from phongtrao.oversight.workflow import REMEDY, RemedyState


class Recommendation(VersionedModel):
    """One recommendation of a conclusion (kiến nghị sau kiểm tra) until its remedy is verified.

    `body` owns it and remedies; `verifier` is another body and confirms. Nobody reads it before
    the conclusion is out but those who inspect.
    """

    entry = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="recommendations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    verifier = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    criterion = models.CharField(max_length=30)
    urgency = models.CharField(max_length=20, choices=URGENCIES)
    # What was found, with its evidence by paper; what is asked.
    finding = models.TextField()
    text = models.TextField()
    # The day that was asked, and the working day it falls on.
    asked_by = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=20, choices=RemedyState, default=RemedyState.OPEN)
    remedy = models.TextField(blank=True)
    remedy_papers = models.CharField(max_length=500, blank=True)
    submitted_on = models.DateField(null=True)
    verified_on = models.DateField(null=True)
    verified_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    search_folded = models.TextField(blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["body", "state"]),
            models.Index(fields=["verifier", "state"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="oversight_verifier_other", condition=~Q(verifier=F("body"))
            ),
            models.CheckConstraint(
                name="oversight_recommendation_state", condition=Q(state__in=REMEDY.states)
            ),
            models.CheckConstraint(
                name="oversight_recommendation_due", condition=Q(due_on__gte=F("asked_by"))
            ),
            models.CheckConstraint(
                name="oversight_recommendation_urgency",
                condition=Q(urgency__in=[code for code, _name in URGENCIES]),
            ),
            models.CheckConstraint(
                name="oversight_remedy_sent",
                condition=~Q(state__in=(RemedyState.SUBMITTED, RemedyState.VERIFIED))
                | Q(submitted_on__isnull=False) & ~Q(remedy=""),
            ),
            models.CheckConstraint(
                name="oversight_remedy_verified",
                condition=Q(
                    state=RemedyState.VERIFIED,
                    verified_on__isnull=False,
                    verified_by__isnull=False,
                )
                | ~Q(state=RemedyState.VERIFIED)
                & Q(verified_on__isnull=True, verified_by__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class RemedyStep(models.Model):
    """A step that a recommendation took: which verb, when, by whom, with what; never changed."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="steps"
    )
    verb = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    papers = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.verb}"
