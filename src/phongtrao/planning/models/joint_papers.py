"""The register of papers that several bodies sign together, with each signature and the term."""

from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.programmes import Programme, ProgrammeDocument


class JointPaper(VersionedModel):
    """A bilateral or joint paper (quy chế phối hợp, nghị quyết liên tịch…) in a body's register."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="joint_papers")
    home_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    # The paper in the register of papers, where it was taken in; else it was typed.
    document = models.OneToOneField(
        ProgrammeDocument, null=True, on_delete=models.PROTECT, related_name="joint_paper"
    )
    type = models.CharField(max_length=60)
    number = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=500)
    starts_on = models.DateField(null=True)
    # The last day of its term; none where it holds until further notice.
    ends_on = models.DateField(null=True)
    # The paper by which it was ended before its term.
    ended_by_paper = models.CharField(max_length=200, blank=True)
    ended_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    search_folded = models.TextField(blank=True)

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        indexes = [models.Index(fields=["home_body", "ends_on"])]
        constraints = [
            models.CheckConstraint(
                name="planning_joint_term",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="planning_joint_ended",
                condition=(Q(ended_on__isnull=True) & Q(ended_by_paper=""))
                | (Q(ended_on__isnull=False) & ~Q(ended_by_paper="")),
            ),
            models.CheckConstraint(name="planning_joint_titled", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def heading(self) -> str:
        """Type and number as people name the paper; the title where it has no number yet."""
        return f"{self.type} {self.number}" if self.number else f"{self.type}: {self.title}"[:160]


class JointParty(models.Model):
    """A body that signs a joint paper: when it did, or that it has not yet."""

    paper = models.ForeignKey(JointPaper, on_delete=models.CASCADE, related_name="parties")
    position = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    # A party that is no body of the product (a neighbouring country's province, a company).
    named = models.CharField(max_length=250, blank=True)
    name_folded = models.CharField(max_length=300, blank=True)
    signed_on = models.DateField(null=True)
    # The office of whoever signed ("Giám đốc"); never a name.
    signer_post = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["paper", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "position"], name="planning_joint_party_position"
            ),
            models.UniqueConstraint(
                fields=["paper", "body"],
                condition=Q(body__isnull=False),
                name="planning_joint_party_once",
            ),
            models.CheckConstraint(
                name="planning_joint_party_one",
                condition=(Q(body__isnull=False) & Q(named=""))
                | (Q(body__isnull=True) & ~Q(named="")),
            ),
            models.CheckConstraint(
                name="planning_joint_party_post",
                condition=Q(signed_on__isnull=False) | Q(signer_post=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.label}"

    @property
    def label(self) -> str:
        """The party's name, as the paper or the catalogue has it."""
        return self.body.name if self.body else self.named
