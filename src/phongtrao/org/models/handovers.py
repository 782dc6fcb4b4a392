"""Handovers of work: what one posting held when it ended, and who goes on with it."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from phongtrao.org.models.accounts import Posting


class Handover(models.Model):
    """The open work of a posting goes to another one of the same body from a day on.

    Authors of items never change; who holds an item now follows from the chain of handovers.
    """

    from_posting = models.OneToOneField(
        Posting, on_delete=models.PROTECT, related_name="handover_out"
    )
    to_posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="handovers_in")
    # The first day on which the receiver holds the work.
    on = models.DateField()
    paper_number = models.CharField(max_length=60, blank=True)
    paper_date = models.DateField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    # {items: [[kind, [pk]]], body: [[noun, count]], lent: [paper number], borrowed: [same]}
    record: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="org_handover_other", condition=~Q(from_posting=F("to_posting"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.from_posting_id} → {self.to_posting_id}"
