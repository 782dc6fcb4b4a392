"""Officials: accounts, their postings in bodies, and what they lend by paper."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from phongtrao.core.validity import ValidityModel, ValidityQuerySet
from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org.models.bodies import Body
from phongtrao.org.roles import Role


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
