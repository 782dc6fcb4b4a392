"""Reports that wait for a decision of the acting body, and what may become of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from phongtrao.core.errors import N_, Sentence
from phongtrao.core.periods import parse_period, same_period_last_year
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions
from phongtrao.reporting.cells import Cell, unpack
from phongtrao.reporting.grid.changes import ReviewFacts, changes_between
from phongtrao.reporting.grid.content import CellSpec, specs_of
from phongtrao.reporting.grid.faults import find_faults
from phongtrao.reporting.models import Approval, Report, ReportVersion, TemplateVersion
from phongtrao.reporting.queries.entry import content_of
from phongtrao.reporting.queries.reports import (
    counting_versions,
    listed_reports,
    version_rows,
    visible,
)
from phongtrao.reporting.workflow import Decision, ReportState, RoundState

MOST_AT_ONCE = 300  # reports that one decision is about; a province has at most 168 communes

EarlierKey = tuple[int, int, str, str]  # body, area, scheme, period


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a decision about many would do with one report: nothing, where it says why."""

    report: Report
    version: ReportVersion | None
    kind: str
    reason: Sentence | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a report stands in the queue of its round, and which ones are beside it."""

    before: int | None
    after: int | None
    place: int
    of: int


def submitted_below(actor: Actor) -> QuerySet[Report]:
    """Submitted reports of areas directly below in rounds that are open, decided on or not."""
    if actor.body is None:
        return Report.objects.none()
    return visible(actor).filter(
        superior_id=actor.body.area_id, state=ReportState.SUBMITTED, round__state=RoundState.OPEN
    )


def waiting_for(actor: Actor) -> QuerySet[Report]:
    """Submitted reports of areas directly below that lack the approval of the actor's body."""
    if actor.body is None:
        return Report.objects.none()
    lacking = Q(pk__in=[])
    for kind, forms in _asked_of(actor.body.kind_id).items():
        given = Approval.objects.filter(
            version__report=OuterRef("pk"),
            kind=kind,
            decision=Decision.APPROVED,
            voided_at__isnull=True,
        )
        lacking |= forms & ~Q(Exists(given))
    return submitted_below(actor).filter(lacking)


def neighbours(actor: Actor, report: Report) -> Neighbours:
    """The reports of the same round before and after this one that wait for the actor."""
    waiting = waiting_for(actor).filter(round_id=report.round_id)
    rows = list(waiting.order_by("body__name_folded", "pk").values_list("pk", "body__name_folded"))
    place = (report.body.name_folded, report.pk)
    before = [pk for pk, name in rows if (name, pk) < place]
    after = [pk for pk, name in rows if (name, pk) > place]
    return Neighbours(
        before=before[-1] if before else None,
        after=after[0] if after else (before[0] if before else None),
        place=len(before) + 1,
        of=len(rows),
    )


def chosen_reports(actor: Actor, pks: Iterable[int]) -> QuerySet[Report]:
    """The visible ones of some reports, by the name of their bodies."""
    rows = listed_reports(actor).filter(pk__in=list(pks)[:MOST_AT_ONCE])
    return rows.order_by("body__name_folded", "pk")


def versions_read(actor: Actor, read: Mapping[int, int]) -> list[ReportVersion]:
    """The versions that were read (report → number) of visible reports, in one order for all."""
    rows = version_rows().filter(report__in=visible(actor).filter(pk__in=read)).order_by("report")
    return [version for version in rows if read[version.report_id] == version.n]


def verdicts(
    actor: Actor, reports: Sequence[Report], *, approving: bool, recorded: str = ""
) -> list[Verdict]:
    """What approving (else returning) would do with each; the action judges again.

    `recorded` is the kind of approval that a signed paper gives, where one is to be recorded.
    """
    attach_forms(reports)
    rows = ReportVersion.objects.filter(
        report__in=[r.pk for r in reports], n=F("report__version_count")
    )
    newest = {v.report_id: v for v in rows.defer("cells", "text").select_related("submitted_by")}
    held = Approval.objects.filter(
        version__in=newest.values(), decision=Decision.APPROVED, voided_at__isnull=True
    )
    given = set(held.values_list("version__report_id", "kind"))
    found = []
    for report in reports:
        version = newest.get(report.pk)
        if version is not None:
            version.report = report
        kind = permissions.approval_kind_of(actor, report) or ""
        if recorded and kind:
            kind = recorded if permissions.can_record_signed(actor, report, recorded) else ""
        reason = _standing(report, kind) or (
            _own_part(actor, version, kind, given) if approving else None
        )
        found.append(Verdict(report, version, kind, reason))
    return found


def attach_forms(reports: Sequence[Report]) -> None:
    """Give the rounds of reports their forms, each read once."""
    forms = TemplateVersion.objects.in_bulk({r.round.template_version_id for r in reports})
    for report in reports:
        report.round.template_version = forms[report.round.template_version_id]


def attach_review_facts(reports: Sequence[Report]) -> None:
    """Give reports of a list what changed and what is open in their newest versions."""
    attach_forms(reports)
    specs = {r.round.template_version_id: specs_of(r.round.template_version.cells) for r in reports}
    rows = ReportVersion.objects.filter(
        report__in=[r.pk for r in reports], n__gte=F("report__version_count") - 1
    )
    versions = {(version.report_id, version.n): version for version in rows}
    earlier = _earlier_cells(reports)
    for report in reports:
        report.review_facts = _facts(
            report, specs[report.round.template_version_id], versions, earlier
        )


def _facts(
    report: Report,
    specs: Sequence[CellSpec],
    versions: Mapping[tuple[int, int], ReportVersion],
    earlier: Mapping[EarlierKey, Mapping[str, Cell]],
) -> ReviewFacts:
    n = report.version_count
    now = content_of(versions.get((report.pk, n)), specs)
    before = versions.get((report.pk, n - 1))
    changes = changes_between(specs, content_of(before, specs) if before else None, now)
    checks = report.round.template_version.checks
    last, last_year = (earlier.get(key, {}) for key in _earlier_keys(report))
    found = find_faults(specs, checks, now, last, last_year) if n else None
    return ReviewFacts(
        sent=n,
        cells=len(changes.cells),
        added=len(changes.added),
        dropped=len(changes.dropped),
        faults=len(found.blocking) if found else 0,
        explained=sum(1 for fault in found.asking if fault.answered) if found else 0,
    )


def _earlier_cells(reports: Sequence[Report]) -> dict[EarlierKey, dict[str, Cell]]:
    """What the bodies told for the periods before and a year before, in one query."""
    keys = {key for report in reports for key in _earlier_keys(report)}
    rows = counting_versions().filter(
        report__body__in={key[0] for key in keys},
        report__round__scheme__in={key[2] for key in keys},
        report__round__period__in={key[3] for key in keys},
        report__round__one_off=None,
    )
    found: dict[EarlierKey, dict[str, Cell]] = {}
    for version in rows:
        report = version.report
        key = (report.body_id, report.area_id, report.round.scheme, report.round.period)
        if key in keys:
            specs = specs_of(report.round.template_version.cells)
            cells = unpack(bytes(version.cells), len(specs))
            found.setdefault(key, {}).update({s.key: cells[s.index] for s in specs})
    return found


def _earlier_keys(report: Report) -> tuple[EarlierKey, EarlierKey]:
    """Where a body told of the period before, and of the same one of last year."""
    period = parse_period(report.round.period)
    told = (period.shifted(-period.months), same_period_last_year(period))
    before, year_ago = (
        (report.body_id, report.area_id, report.round.scheme, each.label) for each in told
    )
    return before, year_ago


def _asked_of(body_kind: str) -> dict[str, Q]:
    """Kind of approval → the forms and levels that ask this kind of body for it."""
    found: dict[str, Q] = {}
    rows = TemplateVersion.objects.filter(participants=body_kind).order_by()
    for pk, approvals in rows.values_list("pk", "approvals"):
        for level, needs in approvals.items():
            for need in needs:
                if need["body_kind"] == body_kind:
                    here = Q(round__template_version=pk, round__level=level)
                    found[need["kind"]] = found.get(need["kind"], Q()) | here
    return found


def _standing(report: Report, kind: str) -> Sentence | None:
    if report.round.locked_at is not None:
        return Sentence(N_("Kỳ báo cáo đã chốt số liệu."))
    if report.state != ReportState.SUBMITTED:
        return Sentence(N_("Báo cáo không ở trạng thái chờ duyệt."))
    if not kind:
        return Sentence(N_("Cơ quan của bạn không phải cơ quan duyệt của báo cáo này."))
    return None


def _own_part(
    actor: Actor, version: ReportVersion | None, kind: str, given: set[tuple[int, str]]
) -> Sentence | None:
    if version is None:
        return Sentence(N_("Cơ quan này chưa gửi báo cáo."))
    if permissions.has_submitted(actor, version):
        return Sentence(N_("Chính bạn đã gửi bản báo cáo này."))
    if (version.report_id, kind) in given:
        return Sentence(N_("Nội dung này đã được duyệt rồi."))
    return None
