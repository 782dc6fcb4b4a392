"""What communication makes and puts out, and the channels it keeps with their reach."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.outreach.models.campaigns import Campaign
from phongtrao.fieldwork.outreach.rules import CHANNEL_KINDS, MOST_QUANTITY, OUTPUTS
from phongtrao.fieldwork.register.models import Entry


class Output(Entry):
    """So many news items, posts, broadcasts, posters or leaflets of one kind (sản phẩm)."""

    campaign = models.ForeignKey(
        Campaign, null=True, on_delete=models.PROTECT, related_name="outputs"
    )
    kind = models.CharField(max_length=20, choices=[(each.code, each.name) for each in OUTPUTS])
    made_on = models.DateField()
    title = models.CharField(max_length=300, blank=True)
    quantity = models.PositiveIntegerField(default=1)
    # Attendances of a contest, reach of a post; only where the kind counts it.
    reach = models.PositiveIntegerField(null=True)
    # Where it is published, for whoever wants to read it.
    address = models.URLField(max_length=300, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-made_on", "-pk"]
        indexes = [models.Index(fields=["body", "kind", "made_on"])]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="outreach_output_kind",
                condition=Q(kind__in=[each.code for each in OUTPUTS]),
            ),
            models.CheckConstraint(
                name="outreach_output_quantity",
                condition=Q(quantity__gte=1, quantity__lte=MOST_QUANTITY),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.kind


class Channel(Entry):
    """A channel a body keeps: a page, a group, loudspeakers, a board (kênh tuyên truyền)."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=CHANNEL_KINDS)
    address = models.URLField(max_length=300, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta(Entry.Meta):
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["body", "closed_on"])]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="outreach_channel_kind",
                condition=Q(kind__in=[code for code, _name in CHANNEL_KINDS]),
            ),
            models.CheckConstraint(
                name="outreach_channel_days",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ChannelReading(models.Model):
    """How many accounts follow a channel on a day; a total, never who they are."""

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="readings")
    read_on = models.DateField()
    members = models.PositiveIntegerField()

    class Meta:
        ordering = ["-read_on"]
        constraints = [
            models.UniqueConstraint(fields=["channel", "read_on"], name="outreach_reading_once")
        ]

    def __str__(self) -> str:
        return f"{self.channel_id} {self.read_on}"
