"""Lines of funds: amounts of bodies by content and source, never who gave or got how much."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import VersionedModel
from phongtrao.fieldwork.funds.rules import CONTRIBUTION, KINDS, MOST_AMOUNT, SOURCES
from phongtrao.fieldwork.register.models import Entry
from phongtrao.org.models import AreaLineage, Body, Posting


class FundLine(Entry):
    """An estimate, an allocation, a spending or a contribution of one year (dòng kinh phí)."""

    kind = models.CharField(max_length=10, choices=KINDS)
    year = models.PositiveSmallIntegerField()
    on = models.DateField()
    content = models.CharField(max_length=30)
    source = models.CharField(max_length=12, choices=SOURCES)
    amount = models.PositiveBigIntegerField()
    # Number, day and issuer of the decision, or of the paper that publishes a contribution.
    paper = models.CharField(max_length=200, blank=True)
    # The paper by which more than the estimate may be spent.
    over_paper = models.CharField(max_length=200, blank=True)
    # Which other programme pays, where it is paid by another one.
    other_programme = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["body", "year", "kind"])]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="funds_line_kind", condition=Q(kind__in=[code for code, _name in KINDS])
            ),
            models.CheckConstraint(
                name="funds_line_source", condition=Q(source__in=[code for code, _n in SOURCES])
            ),
            models.CheckConstraint(
                name="funds_line_amount", condition=Q(amount__gte=1, amount__lte=MOST_AMOUNT)
            ),
            models.CheckConstraint(
                name="funds_line_contribution",
                condition=~Q(kind=CONTRIBUTION) | Q(source="xa_hoi_hoa"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year} {self.amount}"


class FundPublication(VersionedModel):
    """That the table of a year was made public by a body: how and when (công khai)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(AreaLineage, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    published_on = models.DateField()
    # Where: a notice board, a meeting, a web page.
    place = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-published_on", "-pk"]
        indexes = [models.Index(fields=["body", "year"])]

    def __str__(self) -> str:
        return f"{self.year} {self.published_on}"
