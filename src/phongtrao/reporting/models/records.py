"""What is told: rounds, reports, their versions with what was decided and said about them."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from phongtrao.core.calendar import DeadlineRule
from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.core.periods import TRAINING_PREFIX, is_training
from phongtrao.org.models import AreaLineage, Body, Posting
from phongtrao.reporting.grid.changes import ReviewFacts
from phongtrao.reporting.models.catalogue import Frozen, TemplateVersion
from phongtrao.reporting.workflow import (
    ApprovalForm,
    ApprovalKind,
    Decision,
    ReportState,
    RoundState,
)

if TYPE_CHECKING:
    from phongtrao.reporting.models.one_off import OneOffRequest


def _import_field(related_name: str) -> "models.ForeignKey[ValueImport | None, Any]":
    return models.ForeignKey(
        "reporting.ValueImport", null=True, on_delete=models.PROTECT, related_name=related_name
    )


class ValueImport(Frozen):
    """A file of figures that was taken in as a whole; `root` is over the hashes of its versions."""

    file_name = models.CharField(max_length=120)
    file_sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    # Who ran it, such as "cli:root": no official submitted these figures.
    by = models.CharField(max_length=120)
    reports = models.PositiveIntegerField()
    figures = models.PositiveIntegerField()
    root = models.CharField(max_length=64)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.file_name


def official(prefix: str = "") -> Q:
    """Rows of rounds whose figures count, no training; `prefix` leads to the round ("round__")."""
    return ~Q(**{f"{prefix}scheme__startswith": TRAINING_PREFIX})


class Round(VersionedModel):
    """One period asked of the areas of one level below an area, with its deadline.

    A round that came with a file (`value_import`) asks nobody; its deadline is its last import.
    A training round has a scheme of its own (`core.periods.training`).
    """

    template_version = models.ForeignKey(
        TemplateVersion, on_delete=models.PROTECT, related_name="rounds"
    )
    scheme = models.CharField(max_length=60)
    period = models.CharField(max_length=20)
    first_day = models.DateField()
    last_day = models.DateField()
    area = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="rounds")
    level = models.CharField(max_length=20)
    opened_at = models.DateTimeField()
    opened_on = models.DateField()
    opened_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    value_import = _import_field("rounds")
    deadline_at = models.DateTimeField()
    # What became of a deadline on a day off; see core.calendar.DeadlineRule.
    holiday_rule = models.CharField(max_length=24, default=DeadlineRule.KEEP.value)
    state = models.CharField(max_length=10, choices=RoundState.choices, default=RoundState.OPEN)
    locked_at = models.DateTimeField(null=True)
    # Why the figures were closed or opened again, the last time.
    state_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-last_day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["template_version", "scheme", "period", "area", "level"],
                name="reporting_round_once",
            ),
            models.CheckConstraint(
                name="reporting_round_window",
                condition=Q(last_day__gte=models.F("first_day")),
            ),
            models.CheckConstraint(
                name="reporting_round_locked",
                condition=Q(state="open", locked_at__isnull=True)
                | Q(state="locked", locked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="reporting_round_origin",
                condition=Q(opened_by__isnull=False, value_import__isnull=True)
                | Q(opened_by__isnull=True, value_import__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template_version.template} – {self.period}"

    @property
    def is_training(self) -> bool:
        """Whether it is held for practice: its figures are used nowhere else."""
        return is_training(self.scheme)

    @property
    def asked_once(self) -> "OneOffRequest | None":
        """The one-off request behind the round, if it is one."""
        found: OneOffRequest | None = getattr(self, "one_off", None)
        return found


class ReportQuerySet(models.QuerySet["Report"]):
    """Chainable filters over reports."""

    def counting(self) -> Self:
        """Reports whose newest version enters roll-ups."""
        return self.filter(state__in=["submitted", "approved", "locked"])


class Report(VersionedModel):
    """What one body owes about one area in one round."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reports")
    area = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="reports")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="reports")
    # Where approval lies: the area above, as it stood when the round was opened.
    superior = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.DRAFT)
    version_count = models.PositiveIntegerField(default=0)
    # Timeliness is decided by the first submission, by the server's clock.
    first_submitted_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    # A later deadline that was granted to this report alone; the round keeps its own.
    extended_to = models.DateTimeField(null=True)
    # Where no official submitted the newest version: the file it came with.
    value_import = _import_field("reports_of")

    # What a list shows of approvals: (kind, form, paper number); see queries.attach_approvals.
    held_approvals: Sequence[tuple[str, str, str]] = ()
    # What a queue shows of its newest version; see queries.attach_review_facts.
    review_facts: ReviewFacts | None = None

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["round", "pk"]
        indexes = [models.Index(fields=["round", "state"])]
        constraints = [
            models.UniqueConstraint(fields=["round", "area", "body"], name="reporting_report_once"),
            models.CheckConstraint(
                name="reporting_report_submitted",
                condition=Q(state="draft", version_count=0, submitted_at__isnull=True)
                | Q(
                    Q(submitted_by__isnull=False, value_import__isnull=True)
                    | Q(submitted_by__isnull=True, value_import__isnull=False),
                    state__in=["submitted", "returned", "approved", "locked"],
                    version_count__gt=0,
                    submitted_at__isnull=False,
                    first_submitted_at__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} – {self.round}"

    @property
    def is_training(self) -> bool:
        """Whether it belongs to a training round."""
        return self.round.is_training

    @property
    def deadline_at(self) -> datetime:
        """By when it is due: the extended deadline, else that of the round."""
        return self.extended_to or self.round.deadline_at


class WorkingCopy(models.Model):
    """What the reporting body is typing; nobody else reads it.

    `typed` keeps what could not be read as a figure, by cell number, so that nothing is lost.
    """

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="working_copy")
    version = models.PositiveIntegerField(default=1)
    cells = models.BinaryField()
    # {statements: [{topic, text}], notes: {cell: text}, reasons: {check: text}}
    text = models.JSONField(default=dict)
    typed = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.report_id} ({self.version})"


class SavedCopy(models.Model):
    """A working copy as it was saved once: what a later save from an older page is merged against.

    The newest ones of a report are kept (`actions.working_copy`); without one a difference is
    shown to whoever saves.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="saved_copies")
    version = models.PositiveIntegerField()
    cells = models.BinaryField()
    text = models.JSONField(default=dict)
    typed = models.JSONField(default=dict)

    class Meta:
        ordering = ["report", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["report", "version"], name="reporting_saved_copy_once"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} ({self.version})"


class ReportVersion(Frozen):
    """The record: what was submitted, in a chain of hashes."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="versions")
    n = models.PositiveIntegerField()
    cells = models.BinaryField()
    text = models.JSONField(default=dict)
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    submitted_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    # Who acted in the posting: another person than its holder where it was lent (TUQ.).
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    value_import = _import_field("versions")
    submitted_at = models.DateTimeField()

    class Meta:
        ordering = ["report", "-n"]
        constraints = [
            models.UniqueConstraint(fields=["report", "n"], name="reporting_version_once"),
            models.CheckConstraint(
                name="reporting_version_origin",
                condition=Q(
                    submitted_by__isnull=False, account__isnull=False, value_import__isnull=True
                )
                | Q(submitted_by__isnull=True, account__isnull=True, value_import__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} ({self.n})"

    @property
    def statements(self) -> list[dict[str, str]]:
        """The narrative: [{topic, text}] in the order written."""
        return list(self.text.get("statements", []))


class Approval(models.Model):
    """One decision about one version, on screen or recorded from a signed paper."""

    version = models.ForeignKey(ReportVersion, on_delete=models.PROTECT, related_name="approvals")
    kind = models.CharField(max_length=10, choices=ApprovalKind.choices)
    # For a recorded paper: the clerk who recorded it; who signed stands in `signer`.
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()
    decision = models.CharField(max_length=10, choices=Decision.choices)
    reason = models.TextField(blank=True)
    form = models.CharField(
        max_length=15, choices=ApprovalForm.choices, default=ApprovalForm.SCREEN
    )
    paper_number = models.CharField(max_length=60, blank=True)
    paper_date = models.DateField(null=True)
    signer = models.CharField(max_length=120, blank=True)
    signed_copy = models.ForeignKey(
        StoredFile, null=True, on_delete=models.PROTECT, related_name="+"
    )
    voided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "kind"],
                condition=Q(decision="approved", voided_at__isnull=True),
                name="reporting_approval_once",
            ),
            models.CheckConstraint(
                name="reporting_approval_paper",
                condition=(
                    Q(form="screen", paper_date__isnull=True, signed_copy__isnull=True)
                    & Q(paper_number="", signer="")
                )
                | (
                    Q(form="signed_paper", paper_date__isnull=False, signed_copy__isnull=False)
                    & ~Q(paper_number="")
                    & ~Q(signer="")
                ),
            ),
            models.CheckConstraint(
                name="reporting_approval_return_says_why",
                condition=Q(decision="approved") | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.kind} {self.decision}"


class CellComment(models.Model):
    """A superior's word at one cell or one statement of a version."""

    version = models.ForeignKey(ReportVersion, on_delete=models.PROTECT, related_name="comments")
    cell = models.PositiveIntegerField(null=True)
    statement = models.PositiveIntegerField(null=True)
    text = models.TextField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # Marked by the reporting body while it corrects; sending again resolves, marked or not.
    mended_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["cell", "statement", "at"]
        constraints = [
            models.CheckConstraint(
                name="reporting_comment_one_place",
                condition=Q(cell__isnull=False, statement__isnull=True)
                | Q(cell__isnull=True, statement__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
