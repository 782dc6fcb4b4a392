"""Who is invited to a meeting, by body and post, and what each one answered; never names."""

from django.db import models
from django.db.models import Q

from phongtrao.fieldwork.meetings.models.meetings import Meeting
from phongtrao.fieldwork.meetings.rules import ROLES
from phongtrao.fieldwork.meetings.workflow import ANSWERED, Reply
from phongtrao.org.models import Body, Posting


class Invitation(models.Model):
    """A post of a body that is invited; sent as a whole, withdrawn with a reason, never deleted
    once it was sent. `place` is its order in the seating, where somebody has set one.
    """

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=150)
    role = models.CharField(max_length=20, choices=ROLES)
    seats = models.PositiveSmallIntegerField(default=1)
    sent_on = models.DateField(null=True)
    reply = models.CharField(max_length=20, choices=Reply, default=Reply.WAITING)
    # The post of the one who comes instead; why nobody does.
    stand_in = models.CharField(max_length=150, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    replied_at = models.DateTimeField(null=True)
    replied_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)
    # How many came, once somebody has noted it.
    attended = models.PositiveSmallIntegerField(null=True)
    place = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["body", "reply"])]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "body", "post"],
                condition=Q(withdrawn_on__isnull=True),
                name="meetings_invited_once",
            ),
            models.CheckConstraint(
                name="meetings_invitation_role",
                condition=Q(role__in=[code for code, _n in ROLES]),
            ),
            models.CheckConstraint(
                name="meetings_invitation_seats", condition=Q(seats__gte=1, seats__lte=99)
            ),
            models.CheckConstraint(
                name="meetings_invitation_reply",
                condition=Q(reply__in=ANSWERED, replied_at__isnull=False, sent_on__isnull=False)
                | Q(reply=Reply.ASKED_AGAIN, sent_on__isnull=False)
                | Q(reply=Reply.WAITING, replied_at__isnull=True),
            ),
            models.CheckConstraint(
                name="meetings_invitation_stand_in",
                condition=(Q(reply=Reply.SENDS) & ~Q(stand_in=""))
                | (~Q(reply=Reply.SENDS) & Q(stand_in="")),
            ),
            models.CheckConstraint(
                name="meetings_invitation_reason",
                condition=(Q(reply=Reply.ABSENT) & ~Q(reason=""))
                | (~Q(reply=Reply.ABSENT) & Q(reason="")),
            ),
            models.CheckConstraint(
                name="meetings_invitation_withdrawn",
                condition=Q(withdrawn_on__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_on__isnull=False, sent_on__isnull=False) & ~Q(withdrawn_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post}, {self.body.name}"


class InvitationStep(models.Model):
    """What happened to an invitation, as it was told then: sent, answered, asked again."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="steps")
    told = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.told
