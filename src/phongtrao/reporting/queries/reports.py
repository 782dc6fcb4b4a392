"""Reports within an actor's scope, their versions, and whether the record holds."""

from collections.abc import Sequence

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from phongtrao.core.errors import N_, NotFound
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import horizon
from phongtrao.reporting.cells import Cell, unpack
from phongtrao.reporting.grid.content import specs_of
from phongtrao.reporting.models import Approval, Report, ReportVersion, Round, ValueImport
from phongtrao.reporting.workflow import COUNTING, Decision

# By when a report is due: the extended deadline, else that of its round.
DUE = Coalesce("extended_to", "round__deadline_at")


def visible(actor: Actor) -> QuerySet[Report]:
    """Reports about areas in scope, of forms in which the actor's kind of body takes part."""
    if actor.body is None:
        return Report.objects.none()
    return Report.objects.filter(
        actor.scope.where("area_id"),
        round__template_version__participants=actor.body.kind_id,
    )


def report_for(actor: Actor, pk: int) -> Report:
    """One visible report with what its pages show; ``NotFound`` outside scope.

    The sentence is the same for what is not there and what is not to be seen.
    """
    report = (
        visible(actor)
        .select_related(
            "round__template_version__template",
            "round__opened_by__body",
            "body__kind",
            "submitted_by__account",
            "submitted_by__body",
            "value_import",
            "round__value_import",
            "round__one_off__body",
        )
        .filter(pk=pk)
        .first()
    )
    if report is None:
        raise NotFound(
            N_(
                "Không có báo cáo này trong phạm vi của bạn. Nếu là báo cáo tập làm thì đợt tập làm"
                " đã được xóa cùng nội dung đã nhập; báo cáo chính thức không thay đổi."
            ),
            "report.not_here",
        )
    return report


def listed_reports(actor: Actor) -> QuerySet[Report]:
    """The visible reports with what a list shows of each."""
    return visible(actor).select_related("round", "body")


def attach_approvals(reports: Sequence[Report]) -> None:
    """Give reports of a list the approvals that hold on their newest versions, in one query."""
    held: dict[int, list[tuple[str, str, str]]] = {report.pk: [] for report in reports}
    rows = Approval.objects.filter(
        version__report__in=list(held),
        version__n=F("version__report__version_count"),
        decision=Decision.APPROVED,
        voided_at=None,
    ).order_by("pk")
    for report_id, *approval in rows.values_list(
        "version__report_id", "kind", "form", "paper_number"
    ):
        held[report_id].append((approval[0], approval[1], approval[2]))
    for report in reports:
        report.held_approvals = held[report.pk]


def reports_of_round(actor: Actor, round_: Round) -> QuerySet[Report]:
    """The visible reports of one round, as a list shows them."""
    return listed_reports(actor).filter(round=round_)


def newest_version(report: Report) -> ReportVersion | None:
    """The last submitted version with its approvals and comments; None of a first draft."""
    return (
        version_rows()
        .filter(report=report, n=report.version_count)
        .prefetch_related("approvals__by__body", "approvals__account", "comments__by__body")
        .first()
    )


def version_for(actor: Actor, report_pk: int, n: int) -> ReportVersion:
    """One version of a visible report; ``NotFound`` outside scope."""
    report = report_for(actor, report_pk)
    version = version_rows().filter(report=report, n=n).first()
    if version is None:
        raise NotFound
    return version


def counting_versions() -> QuerySet[ReportVersion]:
    """The newest version of every report in a counting state: what figures are made of."""
    # By the report's own row: a subquery would be read whole for the one that is wanted.
    return version_rows().filter(report__state__in=COUNTING, n=F("report__version_count"))


def out_of_time(value_import: ValueImport) -> int:
    """How many reports of an import are about areas that did not exist in their periods.

    Such figures stay in the record and enter no roll-up.
    """
    living = AreaVersion.objects.filter(
        Q(valid_from__lte=OuterRef("round__last_day")) | Q(valid_from__lte=horizon()),
        Q(valid_to=None) | Q(valid_to__gt=OuterRef("round__first_day")),
        lineage=OuterRef("area"),
    )
    return value_import.reports_of.exclude(Exists(living)).count()


def version_rows() -> QuerySet[ReportVersion]:
    """Versions with what their readers show of them and of their reports."""
    return ReportVersion.objects.select_related(
        "report__round__template_version__template",
        "report__body",
        "account",
        "submitted_by__account",
        "submitted_by__body",
        "value_import",
    )


def cells_by_indicator(version: ReportVersion) -> dict[str, tuple[Cell, int]]:
    """The undivided cell of each indicator with its decimals; divided cells are details of it."""
    specs = specs_of(version.report.round.template_version.cells)
    cells = unpack(bytes(version.cells), len(specs))
    return {s.indicator: (cells[s.index], s.decimals) for s in specs if s.key == s.indicator}
