"""What is counted: indicators, forms and their frozen versions."""

from typing import Any

from django.db import models
from django.db.models import Q

from phongtrao.core.errors import N_, Refused
from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, BodyKind, Posting
from phongtrao.reporting.workflow import Topic


class Frozen(models.Model):
    """A row that is written once: the record is never rewritten, only followed by a newer one."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row for the first and only time."""
        if not self._state.adding:
            raise Refused(
                N_("Nội dung này đã được ghi nhận nên không sửa được. Hãy lập bản mới."),
                code="frozen",
            )
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: the record keeps what it holds."""
        raise Refused(N_("Nội dung này đã được ghi nhận nên không xóa được."), code="frozen")


class Indicator(models.Model):
    """Something that is counted; the catalogue is carried over from the domain file."""

    code = models.CharField(max_length=10, unique=True)
    section_code = models.CharField(max_length=4)
    section = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    # Codes joined by "+"; percentages are recomputed from these and never typed.
    numerator = models.CharField(max_length=60, blank=True)
    denominator = models.CharField(max_length=60, blank=True)
    disaggregation = models.JSONField(default=list)
    frequency = models.JSONField(default=list)
    levels = models.JSONField(default=list)
    decimals = models.PositiveSmallIntegerField(default=0)
    counts_people = models.BooleanField(default=False)
    is_scored = models.BooleanField(default=False)
    is_enabled = models.BooleanField(default=True)
    disabled_reason = models.CharField(max_length=200, blank=True)
    # Keys of the source list; "INF" marks an inferred need without a source.
    evidence = models.CharField(max_length=60, blank=True)
    # The paper that asks for it, as its designer wrote it; unchecked until somebody compared it.
    legal_source = models.CharField(max_length=300, blank=True)
    is_source_checked = models.BooleanField(default=False)
    # A recomputed figure is multiplied by it: 100 for per cent.
    factor = models.PositiveIntegerField(default=1)
    # [{name, until, reason}]: what it was called before, oldest first; its meaning never changed.
    former_names = models.JSONField(default=list)
    # The one whose meaning it takes over; its figures are another series.
    replaces = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="successors"
    )
    # Whose indicator it is; none for the packaged catalogue.
    owner = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    # Set by whatever is changed here: loading the packaged file leaves such a row alone.
    changed_at = models.DateTimeField(null=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(
                name="reporting_indicator_kind",
                condition=Q(kind__in=["flow", "stock", "distinct", "ratio", "mean"]),
            ),
            models.CheckConstraint(
                name="reporting_indicator_disabled_says_why",
                condition=Q(is_enabled=True, disabled_reason="")
                | (Q(is_enabled=False) & ~Q(disabled_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def is_sourced(self) -> bool:
        """Whether a public source shows such a figure; else the need is inferred."""
        return bool(self.evidence) and not self.evidence.startswith("INF")


class BreakdownList(VersionedModel):
    """A closed list by which indicators are divided: `values` is [{code, name}] in their order.

    Codes stay once a frozen form has used them; a value is retired, never renamed to another.
    """

    code = models.SlugField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    values = models.JSONField(default=list)
    owner = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


# The form of figures that came in by file; its versions list what the files held.
IMPORT_TEMPLATE = "nhap-tu-tep"


class ReportTemplate(models.Model):
    """A form that is reported again and again; what it asks stands in its versions."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    # Made for a single request (see OneOffRequest): no further round is opened with it.
    is_one_off = models.BooleanField(default=False)
    # Whose form it is; none for the packaged ones.
    owner = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    # No further round is opened with it; open ones go on.
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TemplateVersion(Frozen):
    """The frozen form: sections, the order of its cells, checks, reporting kinds, approvals.

    `cells`: [{indicator, order, section, name, unit, decimals, kind, disaggregation}], where a form
    needs them with `depth` and `above`, the lines printed over a cell; `approvals`: reporting
    level → [{kind, body_kind}]. `participants` are the kinds of bodies that take part, the
    reporting ones and the approving ones: they may read its reports.
    """

    template = models.ForeignKey(ReportTemplate, on_delete=models.PROTECT, related_name="versions")
    n = models.PositiveIntegerField()
    sections = models.JSONField(default=list)
    cells = models.JSONField(default=list)
    # [{check, weight}]: a comparison between cells; a blocking one keeps the report from being sent
    checks = models.JSONField(default=list)
    # Codes that are never typed but computed from cells in the roll-up.
    computed = models.JSONField(default=list)
    kinds = models.JSONField(default=list)
    approvals = models.JSONField(default=dict)
    period_kind = models.CharField(max_length=20)
    # Reporting level → {days, time}: working days after the period's last day, and until when.
    deadlines = models.JSONField(default=dict)
    hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    # Who issued it; none for a packaged version.
    issued_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    participants = models.ManyToManyField(BodyKind, related_name="+")

    class Meta:
        ordering = ["template", "-n"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "n"], name="reporting_template_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.template} ({self.n})"

    @property
    def topics(self) -> list[str]:
        """Everything that is told in statements, over all sections."""
        return [topic for section in self.sections for topic in section.get("topics", [])]

    @property
    def topic_labels(self) -> dict[str, Any]:
        """Topic → what it is called: the usual ones, and those that the form names itself."""
        own = [section.get("topic_names", {}) for section in self.sections]
        return dict(Topic.choices) | {topic: name for names in own for topic, name in names.items()}

    def approvals_for(self, level: str) -> list[dict[str, str]]:
        """The approvals a report of this level needs, in their order."""
        return list(self.approvals.get(level, []))


class TemplateDraft(VersionedModel):
    """The next version of a form while it is being designed; issuing it freezes a version.

    `content` is the document that `grid.design` reads and changes.
    """

    template = models.OneToOneField(ReportTemplate, on_delete=models.CASCADE, related_name="draft")
    content = models.JSONField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.template} (draft)"
