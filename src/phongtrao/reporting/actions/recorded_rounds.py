"""A finished round taken over as it was: many versions with their authors and approvals at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F, OuterRef, Subquery

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.org.models import Posting
from phongtrao.reporting.actions.bulk_rows import reserve_ids
from phongtrao.reporting.actions.counting import round_changed
from phongtrao.reporting.actions.rounds import require_open
from phongtrao.reporting.cells import canonical_json, pack
from phongtrao.reporting.grid.content import Content, specs_of
from phongtrao.reporting.grid.faults import find_faults
from phongtrao.reporting.grid.record import GENESIS, Origin, version_hash
from phongtrao.reporting.models import Approval, Report, ReportVersion, Round, WorkingCopy
from phongtrao.reporting.rules.merkle import merkle_root
from phongtrao.reporting.workflow import ApprovalForm, Decision, ReportState

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class RecordedApproval:
    """An approval that was given: its kind, by whom and when."""

    kind: str
    by: Posting
    at: datetime


@dataclass(frozen=True, slots=True)
class RecordedReport:
    """What a body sent: its content, who submitted it and when, the approvals it got."""

    report: Report
    content: Content
    by: Posting
    at: datetime
    approvals: Sequence[RecordedApproval] = field(default=())


@transaction.atomic
def record_versions(round_: Round, entries: Iterable[RecordedReport], *, by: audit.Author) -> int:
    """Record the first versions of reports of a round as they were sent and approved elsewhere.

    For the command line alone: it writes in the name of others. Everything that holds for one
    report sent on screen is held here too. One audit entry has the Merkle root over the hashes.
    Raises ``Forbidden``, ``Refused``; returns how many reports were recorded.
    """
    if by.account_id is not None or by.posting_id is not None:
        raise Forbidden(N_("Chỉ quản trị máy chủ mới ghi nhận được cả đợt báo cáo đã kết thúc."))
    require_open(round_)
    found = list(entries)
    for entry in found:
        _require_sound(round_, entry)
    numbers = reserve_ids(ReportVersion, len(found))
    versions = [_version(round_, entry, pk) for entry, pk in zip(found, numbers, strict=True)]
    ReportVersion.objects.bulk_create(versions, _AT_ONCE)
    WorkingCopy.objects.bulk_create([_copy(entry) for entry in found], _AT_ONCE)
    Approval.objects.bulk_create(
        [
            Approval(
                version_id=pk, kind=approval.kind, by=approval.by, at=approval.at,
                account_id=approval.by.account_id, decision=Decision.APPROVED,
                form=ApprovalForm.SCREEN,
            )
            for entry, pk in zip(found, numbers, strict=True)
            for approval in entry.approvals
        ],
        _AT_ONCE,
    )  # fmt: skip
    _move(round_, found)
    if found:
        root = merkle_root(version.hash for version in versions)
        span = {"first": numbers[0], "last": numbers[-1]}
        audit.record("round.recorded", round_, by=by, reports=len(found), root=root, **span)
        round_changed(round_.pk)
    return len(found)


def _require_sound(round_: Round, entry: RecordedReport) -> None:
    """What `submit_report` and `approve_version` hold: whose report, whose approval, no faults."""
    report, form = entry.report, round_.template_version
    needs = {(n["kind"], n["body_kind"]) for n in form.approvals_for(round_.level)}
    given = [(approval.kind, approval.by.body.kind_id) for approval in entry.approvals]
    sound = (
        report.round_id == round_.pk
        and report.state == ReportState.DRAFT
        and entry.by.body_id == report.body_id
        and entry.by.holds_on(entry.at.date())
        and len(given) == len(set(given))
        and needs.issuperset(given)
        and all(_may_approve(approval, entry) for approval in entry.approvals)
    )
    if not sound or find_faults(specs_of(form.cells), form.checks, entry.content, {}).blocking:
        raise Refused(
            N_("Báo cáo số %(report)s không thể đã được gửi và duyệt như vậy nên chưa ghi gì."),
            code="unsound_record",
            report=report.pk,
        )


def _may_approve(approval: RecordedApproval, entry: RecordedReport) -> bool:
    return (
        approval.by.body.area_id == entry.report.superior_id
        and approval.by.account_id != entry.by.account_id
        and approval.by.holds_on(approval.at.date())
        and approval.at >= entry.at
    )


def _version(round_: Round, entry: RecordedReport, pk: int) -> ReportVersion:
    packed, text = pack(entry.content.cells), entry.content.as_text()
    digest = version_hash(
        report_id=entry.report.pk,
        n=1,
        template_hash=round_.template_version.hash,
        packed=packed,
        count=len(entry.content.cells),
        text_json=canonical_json(text),
        prev_hash=GENESIS,
        origin=Origin(entry.at, entry.by.pk, entry.by.account_id),
    )
    return ReportVersion(
        pk=pk,
        report=entry.report,
        n=1,
        cells=packed,
        text=text,
        prev_hash=GENESIS,
        hash=digest,
        submitted_by=entry.by,
        account_id=entry.by.account_id,
        submitted_at=entry.at,
    )


def _copy(entry: RecordedReport) -> WorkingCopy:
    """The working copy that sending left behind: a returned report goes on from it."""
    return WorkingCopy(
        report=entry.report,
        cells=pack(entry.content.cells),
        text=entry.content.as_text(),
        saved_at=entry.at,
        saved_by=entry.by,
    )


def _move(round_: Round, entries: Sequence[RecordedReport]) -> None:
    """The reports follow their versions: approved where every approval was given, else sent."""
    needed = {need["kind"] for need in round_.template_version.approvals_for(round_.level)}
    whole = [e.report.pk for e in entries if needed <= {a.kind for a in e.approvals}]
    sent = [e.report.pk for e in entries if e.report.pk not in set(whole)]
    version = ReportVersion.objects.filter(report=OuterRef("pk"))
    for state, reports in ((ReportState.APPROVED, whole), (ReportState.SUBMITTED, sent)):
        for begin in range(0, len(reports), _AT_ONCE):
            Report.objects.filter(pk__in=reports[begin : begin + _AT_ONCE]).update(
                state=state,
                version_count=1,
                row_version=F("row_version") + 1,
                first_submitted_at=Subquery(version.values("submitted_at")),
                submitted_at=Subquery(version.values("submitted_at")),
                submitted_by=Subquery(version.values("submitted_by")),
            )
