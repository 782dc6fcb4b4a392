"""The minutes of a meeting: statements, every saved version, corrections after approval."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.meetings.models.meetings import Meeting
from phongtrao.fieldwork.register.models import TextVersion
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models import Programme, Proposal


class VersionOutcome(models.TextChoices):
    """What became of a text that was sent."""

    SAVED = "saved", "saved"
    MERGED = "merged", "merged"
    UNMERGED = "unmerged", "unmerged"


class MinutesVersion(TextVersion):
    """The minutes as they were saved; every version stays.

    One that clashed with what others saved meanwhile is kept unmerged until somebody has chosen;
    `merged_as` is then the number of the version that it went into.
    """

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="versions")
    outcome = models.CharField(
        max_length=10, choices=VersionOutcome.choices, default=VersionOutcome.SAVED
    )
    # The number of the version that the writer had begun from; 0 = nothing was written yet.
    base = models.PositiveSmallIntegerField(default=0)
    merged_as = models.PositiveSmallIntegerField(null=True)

    class Meta(TextVersion.Meta):
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="meetings_version_number"),
            models.CheckConstraint(
                name="meetings_version_outcome", condition=Q(outcome__in=VersionOutcome.values)
            ),
            models.CheckConstraint(
                name="meetings_version_merged",
                condition=Q(merged_as__isnull=True) | Q(outcome="unmerged"),
            ),
            models.CheckConstraint(name="meetings_version_base", condition=Q(base__lt=F("number"))),
        ]

    @property
    def waits(self) -> bool:
        """Whether somebody still has to put it together with the others."""
        return self.outcome == VersionOutcome.UNMERGED and self.merged_as is None


class MinutesAddendum(models.Model):
    """A correction (đính chính) of approved minutes; the approved text itself never changes."""

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="addenda")
    number = models.PositiveSmallIntegerField()
    day = models.DateField()
    text = models.TextField()
    reason = models.CharField(max_length=300)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="meetings_addendum_number"),
            models.CheckConstraint(
                name="meetings_addendum_says", condition=~Q(text="") & ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.number}"


class Statement(models.Model):
    """What a body or a post said at a meeting (ý kiến phát biểu), in the order it was said."""

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="statements")
    place = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    # Only the post, never a name.
    post = models.CharField(max_length=150, blank=True)
    text = models.TextField()
    # The section of a conference on several programmes; None = the meeting's own programme.
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="+")
    # The item of the agenda in words: the agenda may be written anew, what was said stays.
    under = models.CharField(max_length=300, blank=True)
    # What the body proposed to the body that holds the meeting, as the object it became.
    proposal = models.OneToOneField(Proposal, null=True, on_delete=models.PROTECT, related_name="+")
    struck_on = models.DateField(null=True)
    struck_reason = models.CharField(max_length=300, blank=True)
    said_at = models.DateTimeField()
    written_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["entry", "place"]
        indexes = [models.Index(fields=["body", "entry"])]
        constraints = [
            models.UniqueConstraint(fields=["entry", "place"], name="meetings_statement_place"),
            models.CheckConstraint(
                name="meetings_statement_says",
                condition=~Q(text="") & (Q(body__isnull=False) | ~Q(post="")),
            ),
            models.CheckConstraint(
                name="meetings_statement_struck",
                condition=Q(struck_on__isnull=True, struck_reason="")
                | Q(struck_on__isnull=False) & ~Q(struck_reason=""),
            ),
            models.CheckConstraint(
                name="meetings_statement_asks",
                condition=Q(proposal__isnull=True) | Q(body__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class StatementVersion(models.Model):
    """A statement as it read before it was amended: who said it and what, and who changed it."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="former")
    speaker = models.CharField(max_length=400)
    text = models.TextField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.text[:80]
