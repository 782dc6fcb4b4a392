"""How a committee is made up: the decision with its days, and the seats by post."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phongtrao.core.models import VersionedModel
from phongtrao.core.validity import ValidityModel, ValidityQuerySet
from phongtrao.org.models.accounts import Posting
from phongtrao.org.models.bodies import Body


class SeatTitle(models.TextChoices):
    """What one is in a committee; in the order of papers."""

    HEAD = "head", _("Trưởng ban")
    STANDING_DEPUTY = "standing_deputy", _("Phó Trưởng ban Thường trực")
    DEPUTY = "deputy", _("Phó Trưởng ban")
    STANDING_MEMBER = "standing_member", _("Ủy viên Thường trực")
    MEMBER = "member", _("Ủy viên")
    SECRETARY = "secretary", _("Thư ký")


class CompositionQuerySet(ValidityQuerySet):
    """Drafts stand beside what is in force and are no part of it."""

    def confirmed(self) -> Self:
        """Decisions that were signed and recorded."""
        return self.filter(confirmed_at__isnull=False)

    def drafts(self) -> Self:
        """Decisions that are still being written."""
        return self.filter(confirmed_at__isnull=True)


class Composition(VersionedModel, ValidityModel):
    """A decision on how a committee is made up, from a day until the next decision.

    A draft may be corrected and has no last day; once confirmed it stays as it is, but for the day
    on which the next one takes its place.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="compositions")
    decision_number = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True)
    issuer_text = models.CharField(max_length=200, blank=True)
    # The legal bases of the decision, one a line.
    basis = models.TextField(max_length=4_000, blank=True)
    standing_body = models.ForeignKey(
        Body, null=True, on_delete=models.PROTECT, related_name="compositions_served"
    )
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")

    objects = CompositionQuerySet.as_manager()

    class Meta(ValidityModel.Meta):
        verbose_name = _("quyết định về thành phần")
        ordering = ["-valid_from", "-pk"]
        constraints = [
            *ValidityModel.Meta.constraints,
            # Every first and last day once, one without a last day: periods follow one another.
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(confirmed_at__isnull=False, valid_to__isnull=True),
                name="org_composition_now",
            ),
            models.UniqueConstraint(
                fields=["body", "valid_from"],
                condition=Q(confirmed_at__isnull=False),
                name="org_composition_start",
            ),
            models.UniqueConstraint(
                fields=["body", "valid_to"],
                condition=Q(confirmed_at__isnull=False, valid_to__isnull=False),
                name="org_composition_end",
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(confirmed_at__isnull=True),
                name="org_composition_one_draft",
            ),
            models.CheckConstraint(
                name="org_composition_confirmed",
                condition=Q(
                    confirmed_at__isnull=True, confirmed_by__isnull=True, valid_to__isnull=True
                )
                | (
                    Q(
                        confirmed_at__isnull=False,
                        confirmed_by__isnull=False,
                        decided_on__isnull=False,
                    )
                    & ~Q(decision_number="")
                    & ~Q(issuer_text="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_number or '–'} ({self.body})"

    @property
    def is_draft(self) -> bool:
        """Whether it may still be corrected."""
        return self.confirmed_at is None


class Seat(models.Model):
    """One seat: a title in the committee, held by virtue of a post; never a private person."""

    composition = models.ForeignKey(Composition, on_delete=models.CASCADE, related_name="seats")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=20, choices=SeatTitle.choices)
    post = models.CharField(max_length=200)
    body = models.ForeignKey(
        Body, null=True, on_delete=models.PROTECT, related_name="seats_elsewhere"
    )
    field_in_charge = models.CharField(max_length=200, blank=True)
    posting = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="seats")

    class Meta:
        verbose_name = _("vị trí trong ban")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["composition", "position"], name="org_seat_position_once"
            ),
            models.UniqueConstraint(
                fields=["composition"], condition=Q(title="head"), name="org_seat_one_head"
            ),
            models.CheckConstraint(
                name="org_seat_title", condition=Q(title__in=list(SeatTitle.values))
            ),
            models.CheckConstraint(name="org_seat_post", condition=~Q(post="")),
        ]

    def __str__(self) -> str:
        return f"{self.get_title_display()}: {self.post}"
