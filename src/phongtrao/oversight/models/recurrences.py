"""Recurrences: a recommendation whose defect was found before, in the same place."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phongtrao.org.models import Posting
from phongtrao.oversight.models.remedies import Recommendation


class LinkState(models.TextChoices):
    """What is known of a recurrence: the rules propose it, a person decides."""

    PROPOSED = "proposed", _("Có thể lặp lại")
    CONFIRMED = "confirmed", _("Lặp lại")
    REJECTED = "rejected", _("Không phải lặp lại")


class RecurrenceLink(models.Model):
    """Two recommendations of two inspections that may name one defect (tồn tại lặp lại).

    `reason` is what the rules said, or the person who decided; `by` is the post of this person.
    """

    earlier = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="later_links"
    )
    later = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="earlier_links"
    )
    state = models.CharField(
        max_length=20, choices=LinkState, default=LinkState.PROPOSED, db_index=True
    )
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="oversight_recurrence_once"),
            models.CheckConstraint(
                name="oversight_recurrence_two", condition=~Q(earlier=F("later"))
            ),
            models.CheckConstraint(
                name="oversight_recurrence_decided",
                condition=Q(state=LinkState.PROPOSED, by__isnull=True)
                | Q(state__in=(LinkState.CONFIRMED, LinkState.REJECTED), by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_id}→{self.later_id}"
