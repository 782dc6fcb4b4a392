"""Where: places in time, what became of them, and the acts that changed them."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL

from phongtrao.core.validity import ValidityModel, ValidityQuerySet


class AreaLineage(models.Model):
    """The identity of a place; every other table points here."""

    id = models.PositiveIntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.id)


class AreaVersionQuerySet(ValidityQuerySet):
    """Filters over the tree of a day."""

    def under(self, path: str) -> Self:
        """The area with this path and everything below it."""
        return self.filter(path__startswith=path)

    def at_level(self, level: str) -> Self:
        """Areas of one level."""
        return self.filter(level=level)


class AreaVersion(ValidityModel):
    """What changes about a place: name, type, code and parent, each for a time."""

    lineage = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="versions")
    code = models.CharField(max_length=10)
    name = models.CharField(max_length=120)
    slug = models.CharField(max_length=60, blank=True)
    type = models.CharField(max_length=30)
    level = models.CharField(max_length=20)
    parent = models.ForeignKey(
        AreaLineage, null=True, on_delete=models.PROTECT, related_name="child_versions"
    )
    # Zero-padded lineage ids from the root, so a subtree is one prefix.
    path = models.CharField(max_length=60, db_index=True)
    name_folded = models.CharField(max_length=160, db_index=True)
    sort_key = models.CharField(max_length=255)
    basis = models.CharField(max_length=200, blank=True)
    is_verified = models.BooleanField(default=True)

    objects = AreaVersionQuerySet.as_manager()

    class Meta(ValidityModel.Meta):
        indexes = [
            models.Index(fields=["lineage", "valid_from"]),
            models.Index(fields=["level", "valid_from"]),
        ]
        constraints = [
            *ValidityModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["lineage", "valid_from"], name="org_area_version_start"
            ),
            models.UniqueConstraint(
                fields=["code", "level"],
                condition=Q(valid_to__isnull=True),
                name="org_area_code_now",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """Type and name, as written in papers: "xã Đăk Hà"."""
        return f"{self.type} {self.name}" if self.type else self.name


# Every area met from some areas on, through any number of mergers; what was met stops the way.
_REACHED = """
WITH RECURSIVE reached(area_id) AS (
    SELECT id FROM org_arealineage WHERE id IN ({ids})
    UNION
    SELECT {there} FROM org_succession JOIN reached ON {here} = reached.area_id
) SELECT area_id FROM reached
"""


class SuccessionQuerySet(models.QuerySet):
    """Filters over what became of places."""

    def reached_from(self, area_ids: Iterable[int], *, forwards: bool) -> Self:
        """The successions on the ways from some areas to all heirs, or back to all origins."""
        ids = ",".join(str(int(each)) for each in area_ids)
        if not ids:
            return self.none()
        here, there = "predecessor_id", "successor_id"
        if not forwards:
            here, there = there, here
        reached = RawSQL(_REACHED.format(ids=ids, here=here, there=there), [])
        return self.filter(**{f"{here}__in": reached})


class Succession(models.Model):
    """A share of one place that became (part of) another; the shares of one sum to exactly 1."""

    predecessor = models.ForeignKey(
        AreaLineage, on_delete=models.PROTECT, related_name="successions_out"
    )
    successor = models.ForeignKey(
        AreaLineage, on_delete=models.PROTECT, related_name="successions_in"
    )
    share_numerator = models.PositiveIntegerField()
    share_denominator = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    basis = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    source = models.CharField(max_length=60)
    is_estimated = models.BooleanField()

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "on"], name="org_succession_once"
            ),
            models.CheckConstraint(
                name="org_succession_share",
                condition=Q(
                    share_numerator__gt=0,
                    share_denominator__lte=10_000,
                    share_numerator__lte=F("share_denominator"),
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id}→{self.successor_id}"


class AreaChange(models.Model):
    """An act carried out on areas. `record` names every row it wrote, so that it can be undone."""

    kind = models.CharField(max_length=20)
    on = models.DateField()
    basis = models.CharField(max_length=200)
    is_verified = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        "org.Posting", null=True, on_delete=models.PROTECT, related_name="+"
    )
    record = models.JSONField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        "org.Posting", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="org_area_change_kind",
                condition=Q(kind__in=["open", "amend", "reorganise", "close"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on} ({self.basis})"


class AreaSet(models.Model):
    """A named set of areas with a legal basis (vùng, cụm thi đua, xã đảo): filter and peer group.

    Never by faith or ethnicity; the boundary's words are refused in its name (DESIGN.md §2, §3).
    """

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    # All members are of one level, so that they can be compared and summed.
    level = models.CharField(max_length=20)
    basis = models.CharField(max_length=200)
    is_verified = models.BooleanField(default=False)
    name_folded = models.CharField(max_length=160, db_index=True)

    class Meta:
        ordering = ["kind", "name_folded"]
        constraints = [
            models.CheckConstraint(
                name="org_area_set_kind",
                condition=Q(kind__in=["region", "cluster", "border", "island", "priority", "zone"]),
            )
        ]

    def __str__(self) -> str:
        return self.name


class AreaSetMember(ValidityModel):
    """An area in a set, for a time."""

    area_set = models.ForeignKey(AreaSet, on_delete=models.CASCADE, related_name="members")
    area = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="set_memberships")
    basis = models.CharField(max_length=200, blank=True)

    objects = ValidityQuerySet.as_manager()

    class Meta(ValidityModel.Meta):
        constraints = [
            *ValidityModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["area_set", "area"],
                condition=Q(valid_to__isnull=True),
                name="org_area_set_member_now",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_id} ∈ {self.area_set_id}"
