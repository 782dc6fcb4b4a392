"""The Word templates that bodies make for their own papers."""

from django.db import models

from phongtrao.core.models import StoredFile
from phongtrao.org.models import Body, Posting
from phongtrao.publishing.models.signing import WrittenOnce
from phongtrao.publishing.workflow import PaperKind


class WordTemplate(WrittenOnce):
    """One version of a body's own template; the newest one is used, the others are kept.

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
