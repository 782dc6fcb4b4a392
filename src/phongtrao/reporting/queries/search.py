"""What search finds of reporting: reports by form, period and body."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from phongtrao.core.periods import parse_period
from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.models.training import marked
from phongtrao.reporting.queries.inbox import TONES
from phongtrao.reporting.queries.reports import visible
from phongtrao.reporting.workflow import ReportState

_STRETCH = 2_000


def report_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Reports by the name of their form, their period and the body that owes them."""
    rows = Report.objects.select_related("round__template_version__template", "body")
    rows = rows.only(
        *("body__name", "round__period", "round__scheme", "round__last_day"),
        "round__template_version__template__name",
    ).order_by("pk")
    # Figures that came by file were owed by nobody: their rounds and tables lead to them.
    rows = rows.filter(round__value_import=None)
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    # The index speaks Vietnamese, whatever the language of whoever opens the round.
    with override("vi"):
        for row in chosen.iterator(chunk_size=_STRETCH):
            yield Entry(row.pk, f"{_named(row.round)}\n{row.body.name}", "", row.round.last_day)


def _named(round_: Round) -> str:
    period = marked(parse_period(round_.period).name.shown(gettext), round_.scheme)
    return f"{round_.template_version.template.name}, {period}"


def _report_hits(rows: QuerySet[Report]) -> list[Hit]:
    found = rows.select_related("round__template_version__template", "body")
    return [
        Hit(
            row.pk,
            f"{_named(row.round)} – {row.body.name}",
            reverse("reporting:report-detail", args=[row.pk]),
            row.body.name,
            row.round.last_day,
            ReportState(row.state).label,
            TONES[ReportState(row.state)],
        )
        for row in found
    ]


FINDABLE = (
    Findable(
        "reporting.report", "bao-cao", _("Báo cáo"), "report", "report.read",
        visible, _report_hits, report_entries, {"org.body": ("body",)},
    ),
)  # fmt: skip
