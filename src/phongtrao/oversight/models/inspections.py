"""Inspections: the delegation by bodies and posts, whom it inspects, what it concluded."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext

from phongtrao.fieldwork.register.models import Entry, Partner
from phongtrao.org.models import Body, Posting
from phongtrao.oversight.workflow import (
    CONCLUSIVE,
    INSPECTION,
    STANDING,
    STRIKABLE,
    InspectionState,
)
from phongtrao.planning.models import ProgrammeDocument

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
    # Why it was proposed: the grounds as they stood when leaders chose; never for the inspected.
    grounds = models.TextField(blank=True)
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
    # Where it is no body of the system: a ministry, a committee of the Party.
    leader_agency = models.CharField(max_length=200, blank=True)
    leader_post = models.CharField(max_length=120, blank=True)
    # Seats of such agencies, "agency: post and part", one a line; they read nothing here.
    outside_members = models.TextField(blank=True)
    powers = models.TextField(blank=True)
    # The version of the points in force on the day of the decision; a later one changes nothing.
    criteria_version = models.CharField(max_length=20, blank=True)
    conclusion_paper = models.CharField(max_length=200, blank=True)
    concluded_on = models.DateField(null=True)
    # The received paper itself, where another agency concluded.
    conclusion_document = models.ForeignKey(
        ProgrammeDocument, null=True, on_delete=models.PROTECT, related_name="+"
    )
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
                | Q(decided_on__isnull=False)
                & ~Q(leader_body__isnull=True, leader_agency="")
                & ~Q(decision_paper="")
                & ~Q(leader_post="")
                & ~Q(criteria_version=""),
            ),
            models.CheckConstraint(
                name="oversight_inspection_one_leader",
                condition=Q(leader_body__isnull=True) | Q(leader_agency=""),
            ),
            models.CheckConstraint(
                name="oversight_inspection_concluded",
                condition=Q(state__in=CONCLUSIVE, concluded_on__isnull=False)
                & ~Q(conclusion_paper="")
                & ~Q(strengths="", limits="")
                | ~Q(state__in=CONCLUSIVE) & Q(concluded_on__isnull=True, conclusion_paper=""),
            ),
            # What came in from outside is kept of delegations that others lead alone.
            models.CheckConstraint(
                name="oversight_inspection_their_paper",
                condition=Q(conclusion_document__isnull=True) | ~Q(leader_agency=""),
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
    """A body that is inspected: of one level or of two, each is told the conclusion.

    Its successor takes its place; `called` keeps what it was called.
    """

    entry = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="inspected")
    called = models.CharField(max_length=250, blank=True)

    class Meta(Partner.Meta):
        ordering = ["pk"]

    @property
    def shown(self) -> str:
        """What it was called, with the body of today where that is another one."""
        if not self.called or self.called == self.body.name:
            return self.body.name
        names = {"then": self.called, "now": self.body.name}
        return gettext("%(then)s (nay là %(now)s)") % names


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
