"""Sessions of an inspection (buổi làm việc): planned, moved, held, minuted."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import VersionedModel
from phongtrao.fieldwork.register.models import Partner, TextVersion
from phongtrao.org.models import Body, Posting
from phongtrao.oversight.models.inspections import Inspection
from phongtrao.oversight.rules import SIDES
from phongtrao.oversight.workflow import SESSION, SessionState

_S = SessionState


class InspectionSession(VersionedModel):
    """One session (buổi làm việc) of the delegation with inspected bodies, of one level or two.

    Who presides is named by body and post; who was there is counted by body and post. The minutes
    are the newest of their versions; approved ones are closed.
    """

    entry = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="sessions")
    title = models.CharField(max_length=300)
    held_on = models.DateField()
    starts_at = models.TimeField(null=True)
    ends_at = models.TimeField(null=True)
    venue = models.CharField(max_length=200, blank=True)
    presider_body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    # An agency that is no body here, in place of one.
    presider_agency = models.CharField(max_length=200, blank=True)
    presider_post = models.CharField(max_length=120)
    state = models.CharField(max_length=20, choices=_S, default=_S.PLANNED)
    # Which office presented what; what the delegation asked; what was answered.
    presented = models.TextField(blank=True)
    questions = models.TextField(blank=True)
    answers = models.TextField(blank=True)
    called_off_reason = models.CharField(max_length=300, blank=True)
    minutes = models.TextField(blank=True)
    minutes_approved_on = models.DateField(null=True)
    minutes_approved_by = models.ForeignKey(
        Posting, null=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["held_on", "starts_at", "pk"]
        indexes = [models.Index(fields=["state", "held_on"])]
        constraints = [
            models.CheckConstraint(
                name="oversight_session_state", condition=Q(state__in=SESSION.states)
            ),
            models.CheckConstraint(
                name="oversight_session_called_off",
                condition=Q(state=_S.CALLED_OFF) & ~Q(called_off_reason="")
                | ~Q(state=_S.CALLED_OFF) & Q(called_off_reason=""),
            ),
            models.CheckConstraint(
                name="oversight_session_presider",
                condition=~Q(presider_post="")
                & (
                    Q(presider_body__isnull=False, presider_agency="")
                    | Q(presider_body__isnull=True) & ~Q(presider_agency="")
                ),
            ),
            models.CheckConstraint(
                name="oversight_session_minutes",
                condition=Q(state=_S.HELD) | Q(minutes="", minutes_approved_on__isnull=True),
            ),
            models.CheckConstraint(
                name="oversight_session_approved",
                condition=Q(minutes_approved_on__isnull=True, minutes_approved_by__isnull=True)
                | Q(minutes_approved_on__isnull=False, minutes_approved_by__isnull=False)
                & ~Q(minutes=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def presider(self) -> str:
        """The office that presides: post and agency."""
        agency = self.presider_body.name if self.presider_body else self.presider_agency
        return f"{self.presider_post}, {agency}"


class SessionBody(Partner):
    """An inspected body that a session is held with."""

    entry = models.ForeignKey(InspectionSession, on_delete=models.CASCADE, related_name="bodies")

    class Meta(Partner.Meta):
        ordering = ["pk"]


class SessionMove(models.Model):
    """A session put off or brought forward: from when to when, why, by whom; never changed."""

    entry = models.ForeignKey(InspectionSession, on_delete=models.CASCADE, related_name="moves")
    from_day = models.DateField()
    from_time = models.TimeField(null=True)
    to_day = models.DateField()
    to_time = models.TimeField(null=True)
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="oversight_move_reason", condition=~Q(reason=""))
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.to_day}"


class Attendance(models.Model):
    """How many of a body attended in which post, on which side; never their names.

    `agency` names one that is no body here: a ministry, a committee of a district that was.
    """

    entry = models.ForeignKey(
        InspectionSession, on_delete=models.CASCADE, related_name="attendances"
    )
    side = models.CharField(max_length=20, choices=SIDES)
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    agency = models.CharField(max_length=200, blank=True)
    post = models.CharField(max_length=200)
    headcount = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="oversight_attendance_side",
                condition=Q(side__in=[code for code, _name in SIDES]),
            ),
            models.CheckConstraint(name="oversight_attendance_some", condition=Q(headcount__gte=1)),
            models.CheckConstraint(
                name="oversight_attendance_whose",
                condition=Q(body__isnull=False, agency="") | Q(body__isnull=True) & ~Q(agency=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.whose}: {self.post}"

    @property
    def whose(self) -> str:
        """The name of the body or agency."""
        return self.body.name if self.body else self.agency


class SessionMinutes(TextVersion):
    """The minutes of a session as they were saved; every version stays."""

    entry = models.ForeignKey(InspectionSession, on_delete=models.CASCADE, related_name="versions")

    class Meta(TextVersion.Meta):
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="oversight_minutes_number")
        ]
