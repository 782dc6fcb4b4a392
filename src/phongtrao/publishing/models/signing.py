"""The way of a paper to signature: what was handed in each time, and every step that was taken."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from phongtrao.core.errors import N_, Refused
from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.publishing.models.papers import Paper
from phongtrao.publishing.workflow import StepForm, StepKind


class WrittenOnce(models.Model):
    """A row that is written and never changed."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row for the first and only time; raises ``Refused`` on a change."""
        if not self._state.adding:
            raise Refused(
                N_("Bước đã ghi của văn bản không sửa được. Hãy ghi bước tiếp theo."),
                code="frozen",
            )
        super().save(*args, **kwargs)


class PaperVersion(WrittenOnce):
    """A paper as it was handed in for signature the n-th time.

    `content`: {head: {field: text}, sections: [{title, number, lines: [text]}], figures:
    [{code, name, unit, decimals, value, n, of}]}, values as exact fractions "num/den" or null.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="handed_in")
    n = models.PositiveIntegerField()
    content = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["paper", "n"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "n"], name="publishing_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} ({self.n})"


class PaperStep(WrittenOnce):
    """One step of a paper: who took it, when, on screen or recorded from its signed copy.

    `by` is who acted or, for a step recorded from paper, the clerk who recorded it; who signed
    stands in `signer`, and `signed_on` is the day that counts. `answers` leads from an answer to
    the question. `author` keeps the words for `by` when his posting has ended.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="steps")
    n = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=StepKind.choices)
    form = models.CharField(max_length=6, choices=StepForm.choices, default=StepForm.SCREEN)
    version = models.ForeignKey(
        PaperVersion, null=True, on_delete=models.PROTECT, related_name="steps"
    )
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    author = models.CharField(max_length=400)
    at = models.DateTimeField()
    signer = models.CharField(max_length=240, blank=True)
    signed_on = models.DateField()
    text = models.TextField(blank=True)
    # Whose word is asked: a body, or a unit by its name.
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    unit = models.CharField(max_length=200, blank=True)
    answers = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="answer"
    )
    # The signed copy, or the picture of a handwritten note.
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["paper", "n"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "n"], name="publishing_step_once"),
            models.CheckConstraint(
                name="publishing_step_on_paper",
                condition=(Q(form="paper", file__isnull=False) & ~Q(signer=""))
                | (~Q(form="paper") & Q(signer="")),
            ),
            models.CheckConstraint(
                name="publishing_step_says",
                condition=~Q(kind__in=["returned", "recalled", "asked", "answered"]) | ~Q(text=""),
            ),
            models.CheckConstraint(
                name="publishing_step_note",
                condition=~Q(kind="noted") | ~Q(text="") | Q(file__isnull=False),
            ),
            models.CheckConstraint(
                name="publishing_step_answers",
                condition=Q(kind="answered", answers__isnull=False)
                | (~Q(kind="answered") & Q(answers__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} ({self.n}) {self.kind}"

    @property
    def who(self) -> str:
        """Who signed, or who acted on screen."""
        return self.signer or self.author

    @property
    def asked_of(self) -> str:
        """Whose word is asked, in words."""
        return self.body.name if self.body is not None else self.unit


class SigningRules(VersionedModel):
    """What initials a body needs before its leader signs; a body without a row needs both."""

    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="signing_rules")
    needs_content = models.BooleanField(default=True)
    needs_layout = models.BooleanField(default=True)
    # The body's own rules on paper work that say so.
    basis = models.CharField(max_length=300, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="publishing_rules_basis",
                condition=Q(needs_content=True, needs_layout=True) | ~Q(basis=""),
            )
        ]

    def __str__(self) -> str:
        return str(self.body)
