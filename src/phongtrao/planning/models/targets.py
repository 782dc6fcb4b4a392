"""What an area is to reach in a period: a bound on an indicator, its baseline and its source."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import AreaLineage, Posting
from phongtrao.planning.models.programmes import Programme, ProgrammeDocument


class Bound(models.TextChoices):
    """Which side of the value counts as reached."""

    AT_LEAST = "at_least", _("ít nhất")
    AT_MOST = "at_most", _("nhiều nhất")
    BETWEEN = "between", _("từ … đến …")
    EXACTLY = "exactly", _("bằng")


class Target(VersionedModel):
    """A target of a programme for an area and a period.

    The indicator lives in a later stage: its code, name and unit are kept as they were on the day
    on which the target was set.
    """

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="targets")
    area = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="+")
    # A label of core.periods: 2026, 2026-H1, 2023-01/2033-12.
    period = models.CharField(max_length=20)
    indicator_code = models.CharField(max_length=20)
    indicator_name = models.CharField(max_length=300)
    unit = models.CharField(max_length=60, blank=True)
    bound = models.CharField(max_length=10, choices=Bound.choices)
    value = models.DecimalField(max_digits=16, decimal_places=3)
    upper = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    baseline = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    baseline_year = models.PositiveSmallIntegerField(null=True)
    # The paper that sets it: typed, and linked where it stands in the register.
    source = models.CharField(max_length=300)
    document = models.ForeignKey(
        ProgrammeDocument, null=True, on_delete=models.SET_NULL, related_name="targets"
    )
    clause = models.CharField(max_length=120, blank=True)
    search_folded = models.TextField(blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["programme", "area", "period", "indicator_code"]
        indexes = [models.Index(fields=["area", "period"])]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "area", "period", "indicator_code"],
                name="planning_target_once",
            ),
            models.CheckConstraint(
                name="planning_target_bound",
                # Without the first part a missing upper bound would leave the check unknown: true.
                condition=Q(bound="between", upper__isnull=False, upper__gt=F("value"))
                | (Q(bound__in=["at_least", "at_most", "exactly"], upper__isnull=True)),
            ),
            models.CheckConstraint(
                name="planning_target_baseline",
                condition=Q(baseline__isnull=True, baseline_year__isnull=True)
                | Q(baseline__isnull=False, baseline_year__isnull=False),
            ),
            models.CheckConstraint(name="planning_target_source", condition=~Q(source="")),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_code} {self.area_id} {self.period}"
