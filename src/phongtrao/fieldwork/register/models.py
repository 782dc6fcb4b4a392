"""An entry of a register: what a body did or keeps, about which area. No tables of its own."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import AreaLineage, Body, Posting
from phongtrao.planning.models import Programme


class Entry(VersionedModel):
    """One line of a register; a wrong one is struck out with the reason, never deleted.

    `body` is the one in charge (chủ trì): whatever several bodies do together counts once, there.
    `area` is the place the entry counts for.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    struck_on = models.DateField(null=True)
    struck_reason = models.CharField(max_length=300, blank=True)
    search_folded = models.TextField(blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_struck",
                condition=(Q(struck_on__isnull=True) & Q(struck_reason=""))
                | (Q(struck_on__isnull=False) & ~Q(struck_reason="")),
            )
        ]

    @property
    def is_struck(self) -> bool:
        """Whether the entry no longer counts."""
        return self.struck_on is not None


class Partner(models.Model):
    """A body that took part in what another one was in charge of; a slice adds `entry`."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["entry", "body"], name="%(app_label)s_%(class)s_once")
        ]

    def __str__(self) -> str:
        return self.body.name


class TextVersion(models.Model):
    """A text as it was saved; every version stays. A slice adds `entry` and its own number once."""

    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.pk} {self.number}"
