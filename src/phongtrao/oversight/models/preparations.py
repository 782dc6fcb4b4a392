"""What a delegation of another agency needs from us: who prepares what by which day."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.oversight.models.inspections import Inspection


class PreparationItem(VersionedModel):
    """One thing that a body prepares (việc chuẩn bị) for a delegation led by another agency."""

    entry = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="preparations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=300)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="oversight_preparation_done",
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
