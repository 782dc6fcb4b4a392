"""Programmes with their parties and contents, and the register of their papers."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.intake.models import Draft
from phongtrao.org.models import Body, BodyKind, Posting


class ProgrammeLevel(models.TextChoices):
    """At which level a programme was signed; the one above is its parent."""

    COUNTRY = "country", _("Trung ương")
    PROVINCE = "province", _("Cấp tỉnh")
    COMMUNE = "commune", _("Cấp xã")


class Programme(VersionedModel):
    """A coordination programme: the centre's from a pack, others from a paper of their body."""

    level = models.CharField(
        max_length=10, choices=ProgrammeLevel.choices, default=ProgrammeLevel.COUNTRY
    )
    # The programme that this one makes concrete a level below.
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    # The body that keeps it; none for a programme from a pack.
    home_body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    paper = models.OneToOneField(
        "ProgrammeDocument", null=True, on_delete=models.PROTECT, related_name="founded_programme"
    )
    code = models.CharField(max_length=60)
    name = models.TextField()
    short_name = models.CharField(max_length=120)
    signed_on = models.DateField()
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    source = models.TextField()
    is_verified = models.BooleanField(default=False)
    search_folded = models.TextField(blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="planning_programme_term",
                condition=Q(last_year__gte=models.F("first_year")),
            ),
            # Two provinces may give their programmes the same number; a body does not twice.
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(home_body__isnull=True),
                name="planning_programme_pack_code",
            ),
            models.UniqueConstraint(
                fields=["home_body", "code"],
                condition=Q(home_body__isnull=False),
                name="planning_programme_code",
            ),
            models.CheckConstraint(
                name="planning_programme_cascade",
                condition=(Q(level="country") & Q(parent__isnull=True))
                | (
                    Q(level__in=["province", "commune"])
                    & Q(parent__isnull=False, home_body__isnull=False, paper__isnull=False)
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.short_name


class ProgrammeAlias(models.Model):
    """Another way in which papers write the number or the name of a programme."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=120)
    key = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.text


class ProgrammeContent(models.Model):
    """One of the contents of a programme; requirements are mapped to them."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="contents")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    # Work under its own regime: here only whether it was done, never what it was about.
    is_separate_regime = models.BooleanField(default=False)
    # The content of the programme above that it makes concrete.
    parent = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="made_concrete_by"
    )

    class Meta:
        ordering = ["programme", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "position"], name="planning_content_position"
            ),
            models.UniqueConstraint(fields=["programme", "code"], name="planning_content_code"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"


class ProgrammeParty(models.Model):
    """A kind of body that is a party to the programme, at every level."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="parties")
    kind = models.ForeignKey(BodyKind, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["programme", "position"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind"], name="planning_party_once")
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.kind_id}"


class ProgrammeDocument(VersionedModel):
    """A paper of a programme in the register of the body that took it in."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="documents")
    home_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    type = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=80, blank=True)
    number_key = models.CharField(max_length=80, blank=True, db_index=True)
    issued_on = models.DateField(null=True, blank=True)
    issuer_body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    issuer_text = models.CharField(max_length=300, blank=True)
    issuer_key = models.CharField(max_length=300, blank=True)
    title = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    # Number, title, issuer and text without tone marks: what the search box looks through.
    search_folded = models.TextField(blank=True)
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    registered_on = models.DateField()
    registered_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-registered_at", "-pk"]
        indexes = [
            models.Index(fields=["programme", "issued_on"]),
            models.Index(fields=["home_body", "registered_on"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["home_body", "number_key", "issuer_key", "issued_on"],
                condition=~Q(number_key=""),
                name="planning_document_once",
            )
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def heading(self) -> str:
        """Type and number as people name the paper; the title where it has no number."""
        named = " ".join(part for part in (self.type, self.number) if part)
        return named if self.number else (self.title[:120] or named)


class DocumentReference(models.Model):
    """A paper that another one names; linked where that paper is known here."""

    document = models.ForeignKey(
        ProgrammeDocument, on_delete=models.CASCADE, related_name="references"
    )
    number = models.CharField(max_length=80)
    number_key = models.CharField(max_length=80, db_index=True)
    type = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    name = models.TextField(blank=True)
    target = models.ForeignKey(
        ProgrammeDocument, null=True, on_delete=models.SET_NULL, related_name="referred_by"
    )
    target_programme = models.ForeignKey(
        Programme, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="planning_reference_not_itself",
                condition=Q(target__isnull=True) | ~Q(target=models.F("document")),
            )
        ]

    def __str__(self) -> str:
        return self.number
