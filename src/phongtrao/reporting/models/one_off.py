"""A one-off request (báo cáo đột xuất): what was asked beside the periods, of whom and why."""

from django.db import models
from django.db.models import Q

from phongtrao.org.models import AreaSet, Body
from phongtrao.reporting.models.records import Round
from phongtrao.reporting.workflow import AskedOf


class OneOffRequest(models.Model):
    """What stands behind a round that was opened once: its form, round and reports are plain ones.

    Its figures never enter periodic figures: they were asked for another day.
    """

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="one_off")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    # What is to be answered in words; empty where only figures are asked.
    question = models.TextField(blank=True)
    note = models.TextField(blank=True)
    paper_number = models.CharField(max_length=60, blank=True)
    paper_date = models.DateField(null=True)
    asked_of = models.CharField(max_length=10, choices=AskedOf.choices)
    area_set = models.ForeignKey(AreaSet, null=True, on_delete=models.PROTECT, related_name="+")
    needs_approval = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="reporting_one_off_paper",
                condition=Q(paper_date__isnull=True) | ~Q(paper_number=""),
            ),
            models.CheckConstraint(
                name="reporting_one_off_set",
                condition=Q(asked_of="set", area_set__isnull=False)
                | (~Q(asked_of="set") & Q(area_set__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.round.template_version.template)
