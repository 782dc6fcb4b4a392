"""What a body above adds to a report: signed lines, later deadlines, words used again."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from phongtrao.org.models import Body, Posting
from phongtrao.reporting.models.records import Report, ReportVersion
from phongtrao.reporting.workflow import (
    ADJUSTMENT,
    EXTENSION,
    AdjustmentState,
    ExtensionState,
)

_IS_WITHDRAWN = Q(
    withdrawn_by__isnull=False, withdrawn_account__isnull=False, withdrawn_at__isnull=False
) & ~Q(withdrawal_reason="")
_NOT_WITHDRAWN = Q(
    withdrawn_by__isnull=True, withdrawn_account__isnull=True, withdrawn_at__isnull=True
) & Q(withdrawal_reason="")
_DECIDED = Q(decided_by__isnull=False, decided_account__isnull=False, decided_at__isnull=False)
_NOT_DECIDED = Q(decided_by__isnull=True, decided_account__isnull=True, decided_at__isnull=True)


class Adjustment(models.Model):
    """A signed line at one figure of a report: what a body above adds to it or takes from it.

    The reported figure is never edited. The line counts once a second person of the same body has
    approved it, in figures of areas of its `level` and above, and as long as `version` is the
    newest one of its report.
    """

    version = models.ForeignKey(ReportVersion, on_delete=models.PROTECT, related_name="adjustments")
    # The key of the cell in the frozen form; an undivided figure only.
    cell_key = models.CharField(max_length=40)
    # Scaled by the decimals of the cell, as the figure itself.
    difference = models.BigIntegerField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=20)
    reason = models.TextField()
    paper_number = models.CharField(max_length=60, blank=True)
    paper_date = models.DateField(null=True)
    state = models.CharField(
        max_length=10, choices=AdjustmentState.choices, default=AdjustmentState.PROPOSED
    )
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    proposed_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    decided_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decision_reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["version", "cell_key", "pk"]
        constraints = [
            models.CheckConstraint(
                name="reporting_adjustment_state", condition=Q(state__in=ADJUSTMENT.states)
            ),
            models.CheckConstraint(
                name="reporting_adjustment_says_something",
                condition=~Q(difference=0) & ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="reporting_adjustment_paper",
                condition=Q(paper_number="", paper_date__isnull=True)
                | (~Q(paper_number="") & Q(paper_date__isnull=False)),
            ),
            models.CheckConstraint(
                name="reporting_adjustment_decided",
                condition=(Q(state="proposed") & _NOT_DECIDED)
                | (Q(state__in=["in_force", "refused"]) & _DECIDED)
                | Q(state="withdrawn"),
            ),
            # Comparing with nobody gives no answer, and that passes: it is not decided yet.
            models.CheckConstraint(
                name="reporting_adjustment_second_person",
                condition=~Q(decided_account=F("proposed_account")),
            ),
            models.CheckConstraint(
                name="reporting_adjustment_withdrawn",
                condition=(Q(state="withdrawn") & _IS_WITHDRAWN)
                | (~Q(state="withdrawn") & _NOT_WITHDRAWN),
            ),
            models.UniqueConstraint(
                fields=["version", "cell_key", "body"],
                condition=Q(state="proposed"),
                name="reporting_adjustment_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.cell_key} {self.difference:+d}"


class DeadlineExtension(models.Model):
    """More time for one report: asked by its body, or given unasked by the body above.

    The deadline of the round stays what it was; the granted one stands in `Report.extended_to`.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="extensions")
    deadline_before = models.DateTimeField()
    deadline_at = models.DateTimeField()
    reason = models.TextField()
    state = models.CharField(
        max_length=10, choices=ExtensionState.choices, default=ExtensionState.ASKED
    )
    # Whether the body above gave it of its own accord; then it both asked and decided.
    is_unasked = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    asked_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    decision_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["report", "pk"]
        constraints = [
            models.CheckConstraint(
                name="reporting_extension_state", condition=Q(state__in=EXTENSION.states)
            ),
            models.CheckConstraint(
                name="reporting_extension_later",
                condition=Q(deadline_at__gt=F("deadline_before")),
            ),
            models.CheckConstraint(
                name="reporting_extension_decided",
                condition=Q(state="asked", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="asked") & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="reporting_extension_says_why",
                condition=~Q(reason="")
                & (~Q(state__in=["refused", "taken_back"]) | ~Q(decision_reason="")),
            ),
            models.UniqueConstraint(
                fields=["report"], condition=Q(state="asked"), name="reporting_extension_one_open"
            ),
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(state="granted"),
                name="reporting_extension_one_granted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.deadline_at:%d/%m/%Y %H:%M}"


class ReturnPhrase(models.Model):
    """A reason for returning that a body uses again and again."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["text"]
        constraints = [
            models.UniqueConstraint(fields=["body", "text"], name="reporting_phrase_once"),
            models.CheckConstraint(name="reporting_phrase_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text
