"""What arrived: the file's text, what extraction proposed, and what an official made of it."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.intake.workflow import Certainty, DraftState, ItemState
from phongtrao.org.models import Body, Posting


class Draft(VersionedModel):
    """A paper as read from its file, waiting for an official to confirm it."""

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="drafts")
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    # The records of the extraction schema, with spans and the rule of each; never rewritten, so
    # that what was proposed can be laid beside what officials made of it. Beside them: `doubts` of
    # the reader, `same_text` (papers with nearly the same words when it came) and, of a file that
    # was laid beside another paper, `attached_to`.
    extraction = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=DraftState.choices, default=DraftState.PROPOSED)
    decided_at = models.DateTimeField(null=True)
    reject_reason = models.TextField(blank=True)
    # The kind of paper in words, as in its name: "Kế hoạch".
    document_type = models.CharField(max_length=40, blank=True)
    number = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    issuer_text = models.CharField(max_length=300, blank=True)
    title = models.TextField(blank=True)
    # [{number, type, date, name, start, end, certainty, rule}]
    references = models.JSONField(default=list)
    # Number, title, issuer and file name without tone marks: what the search box looks through.
    search_folded = models.TextField(blank=True)

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["body", "state", "received_at"])]
        constraints = [
            models.CheckConstraint(
                name="intake_draft_decided",
                condition=Q(state="proposed", decided_at__isnull=True)
                | Q(state__in=["accepted", "rejected"], decided_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.number or self.file.name


class DraftRequirement(VersionedModel):
    """A requirement that extraction proposed or an official added, with its span in the text."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    action = models.TextField()
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    # [{text, org_id, body_id|null, inherited}] each
    leads = models.JSONField(default=list)
    coordinators = models.JSONField(default=list)
    deadline_text = models.CharField(max_length=300, blank=True)
    deadline_norm = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    certainty = models.CharField(max_length=10, choices=Certainty.choices)
    rule = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.PROPOSED)
    # What extraction proposed, kept from the first correction on; {} = as proposed or added.
    proposed = models.JSONField(default=dict)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="intake_item_span",
                condition=Q(start__isnull=True, end__isnull=True) | Q(end__gt=F("start")),
            )
        ]

    def __str__(self) -> str:
        return self.action[:80]

    @property
    def key(self) -> str:
        """The name of its card on the page."""
        return f"n{self.pk}"

    @property
    def content(self) -> dict[str, Any]:
        """Everything an official may correct, as plain JSON values."""
        return {
            "action": self.action,
            "start": self.start,
            "end": self.end,
            "leads": self.leads,
            "coordinators": self.coordinators,
            "deadline_text": self.deadline_text,
            "deadline_norm": self.deadline_norm,
            "due_on": self.due_on.isoformat() if self.due_on else None,
        }
