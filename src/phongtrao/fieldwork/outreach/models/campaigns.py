"""Campaigns of communication and the sessions held: counts of an area, never who attended."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.outreach.rules import FORMS, MOST_SESSIONS
from phongtrao.fieldwork.register.models import Entry, Partner


class Campaign(Entry):
    """A stretch of days with a theme, under which sessions are held (đợt tuyên truyền)."""

    title = models.CharField(max_length=300)
    topic = models.CharField(max_length=30)
    starts_on = models.DateField()
    ends_on = models.DateField()
    # Number, day and issuer of the plan.
    plan_paper = models.CharField(max_length=200, blank=True)
    message = models.TextField(blank=True)

    class Meta(Entry.Meta):
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["body", "ends_on"])]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="outreach_campaign_days", condition=Q(ends_on__gte=F("starts_on"))
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Session(Entry):
    """One session of communication, or several alike of one day or stretch (buổi tuyên truyền)."""

    campaign = models.ForeignKey(
        Campaign, null=True, on_delete=models.PROTECT, related_name="sessions"
    )
    held_on = models.DateField()
    form = models.CharField(max_length=20, choices=FORMS)
    topic = models.CharField(max_length=30)
    audience = models.CharField(max_length=30)
    # How many sessions the line stands for, and how often people attended them in all.
    sessions = models.PositiveIntegerField(default=1)
    attendances = models.PositiveIntegerField(default=0)
    venue = models.CharField(max_length=150, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(fields=["body", "held_on"]),
            models.Index(fields=["area", "held_on"]),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="outreach_session_count",
                condition=Q(sessions__gte=1, sessions__lte=MOST_SESSIONS),
            ),
            models.CheckConstraint(
                name="outreach_session_form", condition=Q(form__in=[code for code, _n in FORMS])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%d/%m/%Y} {self.topic}"


class SessionPartner(Partner):
    """A body that took part in a session another one was in charge of."""

    entry = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="partners")
