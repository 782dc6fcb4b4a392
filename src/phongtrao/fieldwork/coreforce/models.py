"""Teams of the core force and what is counted of them; never who is in them."""

from django.db import models
from django.db.models import F, Q

from phongtrao.core.validity import ValidityModel
from phongtrao.fieldwork.coreforce.rules import (
    HEADCOUNTS,
    KINDS,
    LEVELS,
    MOST_ACTIVITIES,
    MOST_ALLOWANCE,
    MOST_COUNTED,
    MOST_MEMBERS,
    MOST_PIECES,
)
from phongtrao.fieldwork.register.models import Entry


class Team(Entry):
    """A team of the core force at the base (tổ, đội); kept from its founding to its dissolution."""

    kind = models.CharField(max_length=12, choices=KINDS)
    name = models.CharField(max_length=200)
    # The residential area, as it is called.
    place = models.CharField(max_length=150, blank=True)
    founded_on = models.DateField()
    founding_paper = models.CharField(max_length=200, blank=True)
    is_equipped = models.BooleanField(default=False)
    dissolved_on = models.DateField(null=True)
    dissolving_paper = models.CharField(max_length=200, blank=True)

    class Meta(Entry.Meta):
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["body", "kind", "founded_on"])]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="coreforce_team_kind", condition=Q(kind__in=[code for code, _n in KINDS])
            ),
            models.CheckConstraint(
                name="coreforce_team_days",
                condition=Q(dissolved_on__isnull=True, dissolving_paper="")
                | (Q(dissolved_on__gte=F("founded_on")) & ~Q(dissolving_paper="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TeamReading(models.Model):
    """The head-count of a team on a day: totals, never names."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="readings")
    read_on = models.DateField()
    total = models.PositiveIntegerField()
    male = models.PositiveIntegerField(null=True)
    female = models.PositiveIntegerField(null=True)
    joined = models.PositiveIntegerField(null=True)
    left = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["-read_on"]
        constraints = [
            models.UniqueConstraint(fields=["team", "read_on"], name="coreforce_reading_once"),
            models.CheckConstraint(
                name="coreforce_reading_sum",
                condition=Q(male__isnull=True, female__isnull=True)
                | Q(total=F("male") + F("female")),
            ),
            models.CheckConstraint(
                name="coreforce_reading_most", condition=Q(total__lte=MOST_MEMBERS)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team_id} {self.read_on}"


class TeamEquipment(models.Model):
    """How many pieces of a kind a team has been given."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="equipment")
    item = models.CharField(max_length=20)
    quantity = models.PositiveIntegerField()

    class Meta:
        ordering = ["item"]
        constraints = [
            models.UniqueConstraint(fields=["team", "item"], name="coreforce_equipment_once"),
            models.CheckConstraint(
                name="coreforce_equipment_quantity",
                condition=Q(quantity__gte=1, quantity__lte=MOST_PIECES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team_id} {self.item}"


class TeamRating(models.Model):
    """The level a team was given for a year."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="ratings")
    year = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=12, choices=LEVELS)
    rated_on = models.DateField()
    paper = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["team", "year"], name="coreforce_rating_once"),
            models.CheckConstraint(
                name="coreforce_rating_level", condition=Q(level__in=[code for code, _n in LEVELS])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team_id} {self.year}"


class AllowanceRule(Entry, ValidityModel):
    """What a member is granted a month by a resolution, in an area, from a day until another.

    The area may be a province that has been merged: its resolution holds there until it is
    replaced.
    """

    amount = models.PositiveIntegerField()
    resolution = models.CharField(max_length=120)
    resolved_on = models.DateField()

    class Meta(Entry.Meta):
        ordering = ["-valid_from", "-pk"]
        indexes = [models.Index(fields=["area", "valid_from"])]
        constraints = [
            *Entry.Meta.constraints,
            *ValidityModel.Meta.constraints,
            models.CheckConstraint(
                name="coreforce_allowance_amount",
                condition=Q(amount__gte=1, amount__lte=MOST_ALLOWANCE),
            ),
        ]

    def __str__(self) -> str:
        return self.resolution


class HeadCount(Entry):
    """How many officers of the movement, mediation teams or mediators an area has on a day."""

    kind = models.CharField(max_length=20, choices=HEADCOUNTS)
    counted_on = models.DateField()
    total = models.PositiveIntegerField()
    # Women among them, where it was counted.
    female = models.PositiveIntegerField(null=True)

    class Meta(Entry.Meta):
        ordering = ["-counted_on", "-pk"]
        indexes = [models.Index(fields=["body", "kind", "counted_on"])]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="coreforce_headcount_kind",
                condition=Q(kind__in=[code for code, _n in HEADCOUNTS], total__lte=MOST_COUNTED),
            ),
            models.CheckConstraint(
                name="coreforce_headcount_female",
                condition=Q(female__isnull=True) | Q(female__lte=F("total")),
            ),
            models.UniqueConstraint(
                fields=["body", "kind", "counted_on"],
                condition=Q(struck_on__isnull=True),
                name="coreforce_headcount_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.counted_on}"


class NucleusActivity(Entry):
    """What those in a nucleus role did on a day: how often, never who (hạt nhân, cốt cán)."""

    role = models.CharField(max_length=30)
    deed = models.CharField(max_length=30)
    held_on = models.DateField()
    activities = models.PositiveIntegerField()
    note = models.CharField(max_length=500, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["body", "held_on"])]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="coreforce_activity_count",
                condition=Q(activities__gte=1, activities__lte=MOST_ACTIVITIES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.held_on}"
