"""A festival site from its candidature to its confirmed result, and the steps it took."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.events.models.plans import FestivalPlan
from phongtrao.fieldwork.events.rules import LEVELS
from phongtrao.fieldwork.events.workflow import DATED, REASONED, SITE, SiteState
from phongtrao.fieldwork.register.models import Entry
from phongtrao.org.models import Posting


class FestivalSite(Entry):
    """One place where the festival is, or may be, held; `body` is in charge of it there."""

    plan = models.ForeignKey(FestivalPlan, on_delete=models.PROTECT, related_name="sites")
    level = models.CharField(max_length=10, choices=LEVELS)
    title = models.CharField(max_length=200)
    venue = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20, choices=SiteState, default=SiteState.CANDIDATE)
    # The days the site can be held on; the one it is held on lies between them.
    first_day = models.DateField()
    last_day = models.DateField()
    held_on = models.DateField(null=True)
    approval_paper = models.CharField(max_length=200, blank=True)
    expected = models.PositiveIntegerField(default=0)
    models_to_launch = models.PositiveSmallIntegerField(default=0)
    # Where and when instead, should the weather be bad.
    fallback = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=500, blank=True)
    # Why it was postponed or cancelled.
    halted_reason = models.CharField(max_length=300, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(fields=["body", "held_on"]),
            models.Index(fields=["plan", "state"]),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="events_site_state", condition=Q(state__in=SITE.states)),
            models.CheckConstraint(
                name="events_site_level", condition=Q(level__in=[code for code, _n in LEVELS])
            ),
            models.CheckConstraint(
                name="events_site_dated", condition=~Q(state__in=DATED) | Q(held_on__isnull=False)
            ),
            models.CheckConstraint(
                name="events_site_days", condition=Q(last_day__gte=F("first_day"))
            ),
            models.CheckConstraint(
                name="events_site_day",
                condition=Q(held_on__isnull=True)
                | Q(held_on__gte=F("first_day"), held_on__lte=F("last_day")),
            ),
            models.CheckConstraint(
                name="events_site_halted",
                condition=(Q(state__in=REASONED) & ~Q(halted_reason=""))
                | (~Q(state__in=REASONED) & Q(halted_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class FestivalStep(models.Model):
    """A step that a site took: which verb, when, by whom, why; never changed."""

    entry = models.ForeignKey(FestivalSite, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    # The day the site was to be held on after the step.
    held_on = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.verb}"
