"""Who: kinds of organisations, bodies in areas, and which took over from which."""

from django.db import models
from django.db.models import Q

from phongtrao.core.validity import ValidityModel, ValidityQuerySet
from phongtrao.org.models.areas import AreaLineage


class BodyKind(models.Model):
    """A kind of organisation (Công an, Mặt trận Tổ quốc…) and what it is called at each level."""

    code = models.CharField(max_length=30, primary_key=True)
    name = models.CharField(max_length=120)
    # level -> name with {area} for the place's full name; a level that is absent has no such body
    names = models.JSONField(default=dict)
    # level -> first day without such bodies (ISO): no district police from 1/3/2025
    ended = models.JSONField(default=dict, blank=True)
    position = models.PositiveSmallIntegerField(default=100)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name


class Body(ValidityModel):
    """An organisation in an area: work is done by bodies, figures are about areas."""

    kind = models.ForeignKey(BodyKind, on_delete=models.PROTECT, related_name="bodies")
    area = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="bodies")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=220, db_index=True)
    short_name = models.CharField(max_length=60, blank=True)
    # The symbol after the number of its papers, e.g. "PV05" in 12/KH-PV05.
    symbol = models.CharField(max_length=40, blank=True)

    objects = ValidityQuerySet.as_manager()

    class Meta(ValidityModel.Meta):
        indexes = [models.Index(fields=["area", "kind"])]
        constraints = [
            *ValidityModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["kind", "area", "valid_from"],
                condition=Q(parent__isnull=True),
                name="org_body_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BodySuccession(models.Model):
    """Which body took over from which, after a merger of areas or a reform of kinds."""

    predecessor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="successions_out")
    successor = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="successions_in")
    on = models.DateField()
    basis = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="org_body_succession_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id}→{self.successor_id}"
