"""What a paper asks for, of whom, and what each addressed body has made of it."""

from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.programmes import ProgrammeContent, ProgrammeDocument
from phongtrao.planning.workflow import ADDRESSEE, AddresseeState, Part


class Requirement(VersionedModel):
    """One thing that a paper asks for, with its place in the text; often without a date."""

    document = models.ForeignKey(
        ProgrammeDocument, on_delete=models.PROTECT, related_name="requirements"
    )
    position = models.PositiveIntegerField()
    action = models.TextField()
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    deadline_text = models.CharField(max_length=300, blank=True)
    deadline_norm = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    content = models.ForeignKey(
        ProgrammeContent, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Bodies as the paper names them that stand for no single body here ("các sở, ngành").
    addressed_as = models.TextField(blank=True)

    class Meta:
        ordering = ["document", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "position"], name="planning_requirement_position"
            ),
            models.CheckConstraint(
                name="planning_requirement_span",
                condition=Q(start__isnull=True, end__isnull=True) | Q(end__gt=F("start")),
            ),
        ]

    def __str__(self) -> str:
        return self.headline[:80]

    @property
    def headline(self) -> str:
        """The clause as a line of its own: it begins with a capital."""
        return self.action[:1].upper() + self.action[1:]


class RequirementAddressee(models.Model):
    """A body that a requirement is addressed to, and what it has made of it."""

    requirement = models.ForeignKey(
        Requirement, on_delete=models.CASCADE, related_name="addressees"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=Part.choices)
    state = models.CharField(
        max_length=20, choices=AddresseeState.choices, default=AddresseeState.OPEN
    )
    addressed_on = models.DateField()
    # Only a lead is asked to make it concrete within a time.
    concretise_by = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    # Under a separate regime: only that it was done and when.
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["requirement", "-part", "pk"]
        indexes = [models.Index(fields=["body", "state", "concretise_by"])]
        constraints = [
            models.UniqueConstraint(fields=["requirement", "body"], name="planning_addressee_once"),
            models.CheckConstraint(
                name="planning_addressee_state", condition=Q(state__in=ADDRESSEE.states)
            ),
            models.CheckConstraint(
                name="planning_addressee_decided",
                condition=Q(state="open", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="open") & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="planning_addressee_done",
                condition=Q(done_on__isnull=True) | Q(state="separate_regime"),
            ),
            models.CheckConstraint(
                name="planning_addressee_part", condition=Q(part__in=Part.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.requirement_id} → {self.body_id}"
