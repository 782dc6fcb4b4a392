"""Who and where: areas in time, bodies, accounts, postings and delegations."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from phongtrao.core.validity import ValidityModel, ValidityQuerySet
from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org.roles import Role


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


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; what they may do comes from postings alone."""

    def create_user(
        self,
        username: str,
        password: str | None = None,
        *,
        full_name: str = "",
        is_demo: bool = False,
    ) -> "Account":
        """A new account with a hashed password."""
        account = self.model(
            username=self.model.normalize_username(username), full_name=full_name, is_demo=is_demo
        )
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """An official who signs in: name and office contact, nothing private."""

    username = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=120)
    # For search without marks, and for the order of lists: given name first.
    name_folded = models.CharField(max_length=160, blank=True, db_index=True)
    name_sort = models.CharField(max_length=400, blank=True, db_index=True)
    office_phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    # Demo accounts work on loopback only.
    is_demo = models.BooleanField(default=False)
    # Set with a password that an administrator has seen: no rights until the holder replaces it.
    must_change_password = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    objects = AccountManager()

    def __str__(self) -> str:
        return self.full_name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the keys under which the name is found and listed."""
        self.name_folded = fold(self.full_name)
        given = self.full_name.split()[-1:]
        self.name_sort = sort_key(" ".join([*given, self.full_name]))[:400]
        fields = kwargs.get("update_fields")
        if fields is not None and "full_name" in fields:
            kwargs["update_fields"] = {*fields, "name_folded", "name_sort"}
        super().save(*args, **kwargs)

    def set_password(self, raw_password: str | None) -> None:
        """Hash the new password; whoever sets it afterwards says whether it is a one-time one."""
        super().set_password(raw_password)
        self.must_change_password = False


class Posting(ValidityModel):
    """An official in a body, in a role and a capacity, for a time. Rights come from here."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="postings"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="postings")
    role = models.CharField(max_length=20, choices=Role.choices)
    capacity = models.CharField(max_length=120)
    basis = models.CharField(max_length=200, blank=True)

    objects = ValidityQuerySet.as_manager()

    class Meta(ValidityModel.Meta):
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.capacity} – {self.body}"


class Delegation(ValidityModel):
    """One posting lends its capabilities to another for a time, by a paper; never lent on."""

    from_posting = models.ForeignKey(
        Posting, on_delete=models.PROTECT, related_name="delegations_out"
    )
    to_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="delegations_in"
    )
    paper_number = models.CharField(max_length=60)
    paper_date = models.DateField()

    objects = ValidityQuerySet.as_manager()

    class Meta(ValidityModel.Meta):
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.from_posting_id}→{self.to_account_id} ({self.paper_number})"

    def runs_on(self, day: date) -> bool:
        """Whether the delegation and the posting it comes from both hold on that day."""
        return self.holds_on(day) and self.from_posting.holds_on(day)
