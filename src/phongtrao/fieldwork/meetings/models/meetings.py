"""Meetings as they are planned and held; bodies and posts, never names."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.meetings.rules import FORMS, KINDS
from phongtrao.fieldwork.meetings.workflow import MEETING, TOOK_PLACE, MeetingState
from phongtrao.fieldwork.register.models import Entry, Partner
from phongtrao.org.models import Posting
from phongtrao.planning.models import Programme

_S = MeetingState


class Meeting(Entry):
    """A briefing, a committee's meeting or a conference; `body` holds it."""

    kind = models.CharField(max_length=20, choices=KINDS)
    form = models.CharField(max_length=20, choices=FORMS)
    title = models.CharField(max_length=300)
    # Meetings of one body with the same series follow up each other's conclusions.
    series = models.CharField(max_length=120, blank=True)
    held_on = models.DateField()
    starts_at = models.TimeField(null=True)
    venue = models.CharField(max_length=200, blank=True)
    # The post of the one in the chair.
    chair = models.CharField(max_length=150, blank=True)
    plan_paper = models.CharField(max_length=200, blank=True)
    # By when invited bodies answer.
    reply_by = models.DateField(null=True)
    # At least so many of the invited bodies, or so many of a hundred; neither asks for none.
    quorum_bodies = models.PositiveSmallIntegerField(null=True)
    quorum_percent = models.PositiveSmallIntegerField(null=True)
    # Whether it was reached, by the attendance of invited bodies.
    quorum_met = models.BooleanField(null=True)
    seats_per_row = models.PositiveSmallIntegerField(default=10)
    state = models.CharField(max_length=20, choices=_S, default=_S.PLANNED)
    attendances = models.PositiveIntegerField(null=True)
    minutes = models.TextField(blank=True)
    minutes_approved_on = models.DateField(null=True)
    # The post on the chair's side that approved them, and who noted it.
    minutes_approved_as = models.CharField(max_length=150, blank=True)
    minutes_approved_by = models.ForeignKey(
        Posting, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # The notice of the conclusions: its number and day.
    notice_paper = models.CharField(max_length=200, blank=True)
    notice_on = models.DateField(null=True)
    called_off_reason = models.CharField(max_length=300, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(fields=["body", "held_on"]),
            models.Index(fields=["body", "series"]),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="meetings_meeting_state", condition=Q(state__in=MEETING.states)
            ),
            models.CheckConstraint(
                name="meetings_meeting_kind", condition=Q(kind__in=[code for code, _n in KINDS])
            ),
            models.CheckConstraint(
                name="meetings_meeting_form", condition=Q(form__in=[code for code, _n in FORMS])
            ),
            models.CheckConstraint(
                name="meetings_meeting_held",
                condition=Q(state__in=TOOK_PLACE, attendances__isnull=False)
                | ~Q(state__in=TOOK_PLACE) & Q(attendances__isnull=True, minutes=""),
            ),
            models.CheckConstraint(
                name="meetings_meeting_quorum",
                condition=Q(quorum_bodies__isnull=True) | Q(quorum_percent__isnull=True),
            ),
            models.CheckConstraint(
                name="meetings_meeting_quorum_bounds",
                condition=(Q(quorum_bodies__isnull=True) | Q(quorum_bodies__gte=1))
                & (
                    Q(quorum_percent__isnull=True)
                    | Q(quorum_percent__gte=1, quorum_percent__lte=100)
                ),
            ),
            models.CheckConstraint(
                name="meetings_meeting_quorum_met",
                condition=Q(quorum_met__isnull=True)
                | Q(state__in=TOOK_PLACE)
                & (Q(quorum_bodies__isnull=False) | Q(quorum_percent__isnull=False)),
            ),
            models.CheckConstraint(
                name="meetings_meeting_seats_per_row",
                condition=Q(seats_per_row__gte=1, seats_per_row__lte=40),
            ),
            models.CheckConstraint(
                name="meetings_notice_whole",
                condition=Q(
                    state=_S.CONCLUDED, notice_on__isnull=False, notice_on__gte=F("held_on")
                )
                | ~Q(state=_S.CONCLUDED) & Q(notice_on__isnull=True, notice_paper=""),
            ),
            models.CheckConstraint(
                name="meetings_minutes_approved",
                condition=Q(minutes_approved_on__isnull=True) | ~Q(minutes=""),
            ),
            models.CheckConstraint(
                name="meetings_called_off",
                condition=Q(state=_S.CALLED_OFF) & ~Q(called_off_reason="")
                | ~Q(state=_S.CALLED_OFF) & Q(called_off_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class MeetingPartner(Partner):
    """A body that holds a meeting together with the one in charge; it counts there alone."""

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="partners")


class MeetingSection(models.Model):
    """Another programme that a conference also treats, in a section of its own."""

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="sections")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "programme"], name="meetings_section_once")
        ]

    def __str__(self) -> str:
        return str(self.programme)


class AgendaItem(models.Model):
    """One item of the agenda; `presenter` is a body or a post."""

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    place = models.PositiveSmallIntegerField()
    content = models.CharField(max_length=300)
    presenter = models.CharField(max_length=150, blank=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    # The section it belongs to; none is the meeting as a whole.
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "place"], name="meetings_item_place")
        ]

    def __str__(self) -> str:
        return self.content


class BridgePoint(Partner):
    """A body that takes part from its own place (điểm cầu): as planned, tested and attended.

    `chair` is the post in the chair there; `expected` and `attendances` are numbers of people.
    """

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="bridges")
    venue = models.CharField(max_length=200, blank=True)
    chair = models.CharField(max_length=150, blank=True)
    expected = models.PositiveIntegerField(null=True)
    # The day on which the connection was tried and held.
    tested_on = models.DateField(null=True)
    attendances = models.PositiveIntegerField(default=0)


class MeetingMove(models.Model):
    """A meeting that was put off or brought forward: from which day, to which, why."""

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="moves")
    from_day = models.DateField()
    to_day = models.DateField()
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.from_day} → {self.to_day}"
