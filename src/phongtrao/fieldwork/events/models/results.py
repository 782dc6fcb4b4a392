"""What a site reports after its festival: counts and sums that add up."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.events.models.sites import FestivalSite


class FestivalResult(models.Model):
    """The figures of one site; totals of people only, money in đồng."""

    entry = models.OneToOneField(FestivalSite, on_delete=models.CASCADE, related_name="result")
    attendances = models.PositiveIntegerField(default=0)
    leaders = models.PositiveIntegerField(default=0)
    leaders_central = models.PositiveIntegerField(default=0)
    leaders_province = models.PositiveIntegerField(default=0)
    leaders_commune = models.PositiveIntegerField(default=0)
    collectives = models.PositiveIntegerField(default=0)
    individuals = models.PositiveIntegerField(default=0)
    medals = models.PositiveIntegerField(default=0)
    merit_certificates = models.PositiveIntegerField(default=0)
    gifts = models.PositiveIntegerField(default=0)
    gift_value = models.PositiveBigIntegerField(default=0)
    gift_budget = models.PositiveBigIntegerField(default=0)
    gift_social = models.PositiveBigIntegerField(default=0)
    gift_merged = models.PositiveBigIntegerField(default=0)
    models_launched = models.PositiveIntegerField(default=0)
    works = models.PositiveIntegerField(default=0)
    activities = models.PositiveIntegerField(default=0)
    pledges = models.PositiveIntegerField(default=0)
    cost = models.PositiveBigIntegerField(default=0)
    cost_budget = models.PositiveBigIntegerField(default=0)
    cost_social = models.PositiveBigIntegerField(default=0)
    cost_merged = models.PositiveBigIntegerField(default=0)
    lessons = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="events_result_leaders",
                condition=Q(
                    leaders=F("leaders_central") + F("leaders_province") + F("leaders_commune"),
                    leaders__lte=F("attendances"),
                ),
            ),
            models.CheckConstraint(
                name="events_result_gifts",
                condition=Q(gift_value=F("gift_budget") + F("gift_social") + F("gift_merged")),
            ),
            models.CheckConstraint(
                name="events_result_cost",
                condition=Q(cost=F("cost_budget") + F("cost_social") + F("cost_merged")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.entry_id)
