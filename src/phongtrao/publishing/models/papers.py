"""What we say: a paper with its sections and lines, and the figures it was written from."""

from fractions import Fraction
from typing import Any

from django.db import models
from django.db.models import Q

from phongtrao.core.errors import N_, Refused
from phongtrao.core.formats import number
from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.org.models import AreaLineage, Body, Posting
from phongtrao.planning.models import Proposal
from phongtrao.publishing.workflow import OUT, LineState, PaperKind, PaperState, SigningAuthority
from phongtrao.reporting.models import ReportVersion, Round
from phongtrao.reporting.models.training import marked


class Paper(VersionedModel):
    """A paper that one body draws up about its area from the reports of a round.

    `row_version` grows with every change of head, lines or figures: what is handed in for
    signature is what was read. Lists of lines (recipients, legal bases) are texts, one a line.
    """

    kind = models.CharField(max_length=20, choices=PaperKind.choices, default=PaperKind.REPORT)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="papers")
    area = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="papers")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="papers")
    state = models.CharField(max_length=10, choices=PaperState.choices, default=PaperState.DRAFT)
    # The head of the paper, as it will be printed.
    parent_body = models.CharField(max_length=200, blank=True)
    issuer = models.CharField(max_length=200)
    symbol = models.CharField(max_length=60)
    place = models.CharField(max_length=120)
    title = models.CharField(max_length=500)
    title_folded = models.CharField(max_length=520)
    addressees = models.TextField(blank=True)
    legal_bases = models.TextField(blank=True)
    opening = models.TextField(blank=True)
    closing = models.TextField(blank=True)
    recipients = models.TextField(blank=True)
    archive = models.CharField(max_length=60, default="VT")
    signer_authority = models.CharField(
        max_length=20, choices=SigningAuthority.choices, default=SigningAuthority.OWN
    )
    # Whom the signer stands for ("Giám đốc" after KT.), his own office, his name.
    signer_head = models.CharField(max_length=120, blank=True)
    signer_office = models.CharField(max_length=120, blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    # The phiếu trình.
    memo_addressee = models.CharField(max_length=200, blank=True)
    memo_unit = models.CharField(max_length=200, blank=True)
    memo_office = models.CharField(max_length=120, blank=True)
    memo_summary = models.TextField(blank=True)
    memo_proposals = models.TextField(blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    # Typed in from the agency's register; from then on both files are frozen.
    number = models.CharField(max_length=20, blank=True)
    issued_on = models.DateField(null=True)
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    report_file = models.ForeignKey(
        StoredFile, null=True, on_delete=models.PROTECT, related_name="+"
    )
    memo_file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    # The own template in which the report file was frozen; none for the shipped layout.
    word_template = models.ForeignKey(
        "publishing.WordTemplate", null=True, on_delete=models.PROTECT, related_name="papers"
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "area", "body", "kind"],
                condition=~Q(state__in=OUT),
                name="publishing_paper_one_open",
            ),
            models.CheckConstraint(
                name="publishing_paper_submitted",
                condition=Q(state="draft", submitted_at__isnull=True, submitted_by__isnull=True)
                | Q(
                    state__in=[
                        "submitted",
                        "checked",
                        "presented",
                        "signed",
                        "issued",
                        "recalled",
                    ],
                    submitted_at__isnull=False,
                    submitted_by__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="publishing_paper_issued",
                condition=(
                    ~Q(state__in=OUT)
                    & Q(number="", issued_on__isnull=True)
                    & Q(report_file__isnull=True, memo_file__isnull=True)
                )
                | (
                    Q(state__in=OUT, issued_on__isnull=False, issued_by__isnull=False)
                    & Q(report_file__isnull=False, memo_file__isnull=False)
                    & ~Q(number="")
                ),
            ),
            models.CheckConstraint(
                name="publishing_paper_own_layout",
                condition=Q(state__in=OUT) | Q(word_template__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.marked_title}"

    @property
    def is_training(self) -> bool:
        """Whether it is drawn up from a training round: it never gets a number."""
        return self.round.is_training

    @property
    def marked_title(self) -> str:
        """The title, with the mark of a training round, for lists and notices."""
        return marked(self.title, self.round.scheme)

    @property
    def heading(self) -> str:
        """ "05/BC-CAT" once issued; before that the symbol alone."""
        padded = self.number.zfill(2) if self.number.isdecimal() else self.number
        return f"{padded}/{self.symbol}" if self.number else self.symbol


class PaperSection(models.Model):
    """A heading of a paper; one may take the statements of a topic, one holds the figures."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="sections")
    position = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=10)
    title = models.CharField(max_length=200)
    topic = models.CharField(max_length=20, blank=True)
    holds_figures = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "position"], name="publishing_section_position"
            )
        ]

    def __str__(self) -> str:
        return self.title


class PaperLine(VersionedModel):
    """One paragraph of a paper: from statements of reports, or the author's own words."""

    section = models.ForeignKey(PaperSection, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveIntegerField()
    text = models.TextField()
    # What the sources say; empty for the author's own words.
    source_text = models.TextField(blank=True)
    sources = models.ManyToManyField(ReportVersion, related_name="+")
    # The statements behind the words: [[report version, place among its statements]]; lines
    # drawn up before near-equal statements were merged have none.
    places = models.JSONField(default=list, blank=True)
    # Numbers of the sentence that are figures of the paper: [[place among its numbers, code]].
    links = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=10, choices=LineState.choices, default=LineState.KEPT)
    # What the line became when the issued paper's proposals were sent to those who are asked.
    proposal = models.ForeignKey(
        Proposal, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["section", "position", "pk"]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def is_own(self) -> bool:
        """Whether the words are the author's own: no report says so."""
        return not self.source_text

    @property
    def is_edited(self) -> bool:
        """Whether the words of the sources were changed."""
        return bool(self.source_text) and self.source_text != self.text


class PaperFigures(models.Model):
    """The figures a paper rests on, taken once; a refresh adds the next row, never changes one.

    `figures`: [{code, section, order, name, unit, decimals, value, adjusted, n, of, estimated,
    not_approved, versions, cumulative, last_year, change}], values as exact fractions "num/den"
    or null, `versions` = ids of the report versions behind the figure of the period. `changes`:
    what differs from the row before, [{code, name, before, after, n_before, n_after}].
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="figure_sets")
    n = models.PositiveIntegerField()
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    # The day whose boundaries are used.
    as_of = models.DateField()
    approved_only = models.BooleanField(default=False)
    # Areas that should report, those with a counting report, and of these the unapproved ones.
    of = models.PositiveIntegerField()
    reported = models.PositiveIntegerField()
    not_approved = models.PositiveIntegerField()
    # Areas whose report is there but waits for approval and is left out of approved figures.
    waiting = models.PositiveIntegerField(default=0)
    missing = models.JSONField(default=list)
    versions = models.JSONField(default=list)
    figures = models.JSONField(default=list)
    changes = models.JSONField(default=list)

    class Meta:
        ordering = ["paper", "-n"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "n"], name="publishing_figures_once"),
            models.CheckConstraint(
                name="publishing_figures_counts",
                condition=Q(reported__lte=models.F("of"))
                & Q(not_approved__lte=models.F("reported")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} ({self.n})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row for the first and only time."""
        if not self._state.adding:
            raise Refused(
                N_("Số liệu đã lấy vào văn bản không sửa được. Hãy cập nhật số liệu."),
                code="frozen",
            )
        super().save(*args, **kwargs)

    @property
    def shown_changes(self) -> list[dict[str, Any]]:
        """The changes with both figures as they are written."""
        return [
            row
            | {
                f"{side}_shown": number(exact(row[side]), row["decimals"])
                for side in ("before", "after")
            }
            for row in self.changes
        ]


def exact(text: str | None) -> Fraction | None:
    """A stored figure as a number; None where there is none."""
    return None if text is None else Fraction(text)
