"""Rows that hold from one day until another: half-open intervals [valid_from, valid_to)."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q


class ValidityQuerySet(models.QuerySet):
    """Chainable filters over validity."""

    def on(self, day: date) -> Self:
        """Rows in force on that day."""
        return self.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gt=day),
            valid_from__lte=day,
        )


class ValidityModel(models.Model):
    """A row with a first day and, once it has ended, the first day on which it no longer holds."""

    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_validity",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            )
        ]

    def holds_on(self, day: date) -> bool:
        """Whether the row is in force on that day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)
