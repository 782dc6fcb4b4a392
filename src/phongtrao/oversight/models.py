"""Inspections: the delegation by bodies and posts, whom it inspects, what it concluded."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import VersionedModel
from phongtrao.fieldwork.register.models import Entry, Partner
from phongtrao.org.models import Body, Posting
from phongtrao.oversight.rules import URGENCIES
from phongtrao.oversight.workflow import (
    CONCLUSIVE,
    INSPECTION,
    REMEDY,
    STANDING,
    STRIKABLE,
    InspectionState,
    RemedyState,
)

_S = InspectionState


class Inspection(Entry):
    """One inspection (cuộc kiểm tra) from the line of the yearly plan to its end.

    `body` has it in the plan and keeps it; `area` is the area of that body. The delegation is led
    by an office, named by body and post and never by name.
    """

    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    purpose = models.TextField(blank=True)
    # Number, day and issuer of the yearly plan.
    plan_paper = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    # What is looked at: the work since a day, until a day or, where there is none, until now.
    scope_from = models.DateField()
    scope_to = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=_S, default=_S.PLANNED)
    # "Đoàn kiểm tra số 4"; none where a decision gives no number.
    team_number = models.PositiveSmallIntegerField(null=True)
    decision_paper = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField(null=True)
    leader_body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    leader_post = models.CharField(max_length=120, blank=True)
    powers = models.TextField(blank=True)
    conclusion_paper = models.CharField(max_length=200, blank=True)
    concluded_on = models.DateField(null=True)
    strengths = models.TextField(blank=True)
    limits = models.TextField(blank=True)
    causes = models.TextField(blank=True)
    # Why it did not take place.
    cancelled_reason = models.CharField(max_length=300, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["body", "year"]), models.Index(fields=["state"])]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="oversight_inspection_state", condition=Q(state__in=INSPECTION.states)
            ),
            models.CheckConstraint(
                name="oversight_inspection_days", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="oversight_inspection_scope",
                condition=Q(scope_to__isnull=True) | Q(scope_to__gte=F("scope_from")),
            ),
            models.CheckConstraint(
                name="oversight_inspection_decided",
                condition=~Q(state__in=STANDING)
                | Q(decided_on__isnull=False, leader_body__isnull=False)
                & ~Q(decision_paper="")
                & ~Q(leader_post=""),
            ),
            models.CheckConstraint(
                name="oversight_inspection_concluded",
                condition=Q(state__in=CONCLUSIVE, concluded_on__isnull=False)
                & ~Q(conclusion_paper="")
                & ~Q(strengths="", limits="")
                | ~Q(state__in=CONCLUSIVE) & Q(concluded_on__isnull=True, conclusion_paper=""),
            ),
            models.CheckConstraint(
                name="oversight_inspection_cancelled",
                condition=Q(state=_S.CANCELLED) & ~Q(cancelled_reason="")
                | ~Q(state=_S.CANCELLED) & Q(cancelled_reason=""),
            ),
            # What has a delegation ends by its own verbs, with every recommendation verified.
            models.CheckConstraint(
                name="oversight_inspection_strikable",
                condition=Q(struck_on__isnull=True) | Q(state__in=STRIKABLE),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class InspectionMember(Partner):
    """A body with a seat in the delegation, by post and part; it reads from day to day.

    The right to read begins with the decision and is gone on the day `valid_to`.
    """

    entry = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="members")
    duty = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "body"],
                condition=Q(valid_to__isnull=True),
                name="oversight_member_once",
            ),
            models.CheckConstraint(
                name="oversight_member_days",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
        ]

    def sits_on(self, day: date) -> bool:
        """Whether the seat is held on a day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


class InspectedBody(Partner):
    """A body that is inspected: of one level or of two, each is told the conclusion."""

    entry = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="inspected")

    class Meta(Partner.Meta):
        ordering = ["pk"]


class InspectionStep(models.Model):
    """A step that an inspection took: which verb, when, by whom, why; never changed."""

    entry = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.verb}"


class Recommendation(VersionedModel):
    """One recommendation of a conclusion (kiến nghị sau kiểm tra) until its remedy is verified.

    `body` owns it and remedies; `verifier` is another body and confirms. Nobody reads it before
    the conclusion is out but those who inspect.
    """

    entry = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="recommendations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    verifier = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    criterion = models.CharField(max_length=30)
    urgency = models.CharField(max_length=10, choices=URGENCIES)
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
