"""The Word templates that bodies make for their own papers."""

from django.db import models

from phongtrao.core.models import StoredFile
from phongtrao.org.models import Body, Posting
from phongtrao.publishing.models.signing import WrittenOnce
from phongtrao.publishing.workflow import PaperKind


class WordTemplate(WrittenOnce):
    """One version of a body's own template; which one is used says the newest `TemplateChoice`.

    `layout`: what the layout check found in a paper filled from it on trial: {faults: [[rule code,
    place, what it is]], counts: {rule code: places}}.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="word_templates")
    kind = models.CharField(max_length=20, choices=PaperKind.choices, default=PaperKind.REPORT)
    n = models.PositiveIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    layout = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["body", "kind", "-n"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "kind", "n"], name="publishing_word_template_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.body} ({self.n})"


class TemplateChoice(WrittenOnce):
    """In what a body sets its papers from a moment on: in a template, or in the shipped layout.

    A version that is saved is chosen at once; a row without a template stops the use of any.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="template_choices")
    kind = models.CharField(max_length=20, choices=PaperKind.choices, default=PaperKind.REPORT)
    template = models.ForeignKey(
        WordTemplate, null=True, on_delete=models.PROTECT, related_name="choices"
    )
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["body", "kind", "-pk"]

    def __str__(self) -> str:
        return f"{self.body_id} → {self.template_id}"
