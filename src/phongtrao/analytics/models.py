"""The log of what counts otherwise than before, and the files that were made of the record."""

import secrets

from django.db import models
from django.db.models import Q

from phongtrao.reporting.models import Report, Round


def new_mark() -> int:
    """A number by which an entry of the log is told from one that was taken back (63 bits)."""
    return secrets.randbits(63)


class FigureChange(models.Model):
    """A report, or every report of a round, whose figures began or ceased to count.

    Written in the transaction of the change itself, behind its entry in the audit chain: that
    holds the chain's lock, so the order of the numbers is the order of the commits. It does not
    say what changed; whoever follows the log reads the record anew, so twice is as good as once.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    mark = models.BigIntegerField(default=new_mark)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}: {self.report_id or self.round_id}"


class Generation(models.Model):
    """A folder of files that hold every figure of the record up to an entry of the log.

    Files are written once and never changed; what came later is read from the log.
    """

    name = models.CharField(max_length=40, unique=True)
    built_at = models.DateTimeField()
    seconds = models.FloatField(default=0)
    # The last entry of the log that is in the files; 0 where the log was empty.
    up_to = models.BigIntegerField()
    mark = models.BigIntegerField()
    figures = models.BigIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    is_current = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_current"],
                condition=Q(is_current=True),
                name="analytics_one_current_generation",
            )
        ]

    def __str__(self) -> str:
        return self.name
