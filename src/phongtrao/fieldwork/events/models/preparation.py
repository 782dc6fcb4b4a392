"""What a site prepares: its programme, invitations, check-list, costs; and published pictures."""

from django.db import models
from django.db.models import Q

from phongtrao.fieldwork.events.models.sites import FestivalSite
from phongtrao.fieldwork.events.rules import PARTS, SOURCES
from phongtrao.fieldwork.events.workflow import Reply
from phongtrao.fieldwork.register.models import Partner


class FestivalItem(models.Model):
    """An item of the programme: of the ceremony (phần lễ) or of the feast (phần hội)."""

    entry = models.ForeignKey(FestivalSite, on_delete=models.CASCADE, related_name="items")
    part = models.CharField(max_length=5, choices=PARTS)
    place = models.PositiveSmallIntegerField()
    content = models.CharField(max_length=300)

    class Meta:
        ordering = ["-part", "place"]  # "le" before "hoi"
        constraints = [
            models.UniqueConstraint(fields=["entry", "part", "place"], name="events_item_place"),
            models.CheckConstraint(
                name="events_item_part", condition=Q(part__in=[code for code, _n in PARTS])
            ),
        ]

    def __str__(self) -> str:
        return self.content


class FestivalInvitation(Partner):
    """An office that is invited, by body and post and never by name; and what it answers."""

    entry = models.ForeignKey(FestivalSite, on_delete=models.CASCADE, related_name="invitations")
    post = models.CharField(max_length=120)
    reply = models.CharField(max_length=10, choices=Reply, default=Reply.WAITING)
    invited_on = models.DateField()
    replied_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "body", "post"], name="events_invited_once"),
            models.CheckConstraint(
                name="events_invitation_reply",
                condition=Q(reply="waiting", replied_on__isnull=True)
                | (Q(reply__in=["comes", "sends", "absent"]) & Q(replied_on__isnull=False)),
            ),
        ]


class FestivalCheck(models.Model):
    """One thing to be ready before the day, and since when it is."""

    entry = models.ForeignKey(FestivalSite, on_delete=models.CASCADE, related_name="checks")
    place = models.PositiveSmallIntegerField()
    content = models.CharField(max_length=300)
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "place"], name="events_check_place")
        ]

    def __str__(self) -> str:
        return self.content


class FestivalCost(models.Model):
    """A line of the estimate: what for, from which source, how many đồng."""

    entry = models.ForeignKey(FestivalSite, on_delete=models.CASCADE, related_name="costs")
    place = models.PositiveSmallIntegerField()
    content = models.CharField(max_length=200)
    source = models.CharField(max_length=20, choices=SOURCES)
    amount = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "place"], name="events_cost_place"),
            models.CheckConstraint(name="events_cost_amount", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="events_cost_source", condition=Q(source__in=[code for code, _n in SOURCES])
            ),
        ]

    def __str__(self) -> str:
        return self.content


class FestivalPicture(models.Model):
    """A picture that has been published, by its address alone: no copy, no caption, nobody named.

    `outlet` is who published it.
    """

    entry = models.ForeignKey(FestivalSite, on_delete=models.CASCADE, related_name="pictures")
    address = models.URLField(max_length=500)
    outlet = models.CharField(max_length=120)
    published_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "address"], name="events_picture_once")
        ]

    def __str__(self) -> str:
        return self.address
