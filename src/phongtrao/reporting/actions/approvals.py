"""Deciding about a version: returning it, approving on screen, recording a signed paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions
from phongtrao.reporting.actions.counting import report_changed
from phongtrao.reporting.actions.rounds import (
    locked_report,
    require_open,
    require_reason,
    tell_reporters_of,
    void_approvals,
)
from phongtrao.reporting.models import Approval, CellComment, Report, ReportVersion
from phongtrao.reporting.workflow import REPORT, ApprovalForm, Decision

_LONGEST_COMMENT = 500
_MOST_COMMENTS = 500


@dataclass(frozen=True, slots=True)
class CommentDraft:
    """A word to be said at one cell or one statement of a version, by its place in it."""

    text: str
    cell: int | None = None
    statement: int | None = None


@transaction.atomic
def return_report(
    version: ReportVersion, *, reason: str, comments: Iterable[CommentDraft] = (), by: Actor
) -> Report:
    """Give a submitted version back with reasons; every approval it had is void."""
    report = _deciding(version)
    kind = permissions.approval_kind_of(by, report)
    if not permissions.can_return(by, report) or kind is None:
        raise Forbidden(N_("Chỉ cơ quan cấp trên có thẩm quyền mới trả lại được báo cáo này."))
    told = require_reason(reason)
    state = REPORT.target("return", report.state)
    moment = clock.now()
    voided = void_approvals(report)
    Approval.objects.create(
        version=version,
        kind=kind,
        by=permissions.posting_of(by),
        account=by.account,
        at=moment,
        decision=Decision.RETURNED,
        reason=told,
    )
    said = _create_comments(version, comments, by, moment)
    _move(report, state)
    audit.record("report.returned", report, by=by, version=version.n, comments=said, voided=voided)
    report_changed(report)
    tell_reporters_of(report, _("Báo cáo bị trả lại: %(report)s."), kind="report.returned")
    return report


@transaction.atomic
def approve_version(version: ReportVersion, *, kind: str, by: Actor) -> Report:
    """Approve (or agree to) the newest version on screen; the last approval approves the report.

    Nobody approves what he submitted. Raises ``Forbidden``, ``Refused``, ``TransitionRefused``.
    """
    report = _deciding(version)
    if permissions.has_submitted(by, version):
        raise Forbidden(
            N_("Bạn đã gửi bản báo cáo này nên không tự duyệt được. Hãy để người khác duyệt."),
            code="own_submission",
        )
    if not permissions.can_approve(by, version, kind):
        raise Forbidden(N_("Cơ quan của bạn không duyệt báo cáo này. Chưa có gì thay đổi."))
    return _approve(report, version, kind, by)


@transaction.atomic
def record_signed_approval(
    version: ReportVersion,
    *,
    kind: str,
    number: str,
    signed_on: date,
    signer: str,
    file: StoredFile,
    by: Actor,
) -> Report:
    """Record an approval given on a signed paper; shown as such everywhere.

    Raises ``InvalidInput`` for a paper without number or signer or signed in the future.
    """
    report = _deciding(version)
    if permissions.has_submitted(by, version):
        raise Forbidden(
            N_("Bạn đã gửi bản báo cáo này nên không ghi nhận việc duyệt được."),
            code="own_submission",
        )
    if not permissions.can_record_signed(by, report, kind):
        raise Forbidden(N_("Chỉ văn thư của cơ quan duyệt mới ghi nhận được văn bản đã ký."))
    paper = signed_paper(number, signed_on, signer) | {"signed_copy": file}
    return _approve(report, version, kind, by, paper)


def signed_paper(number: str, signed_on: date, signer: str) -> dict[str, Any]:
    """What an approval keeps of a signed paper; ``InvalidInput`` where something is missing."""
    paper = {
        "paper_number": tidy_line(number)[:60],
        "paper_date": signed_on,
        "signer": tidy_line(signer)[:120],
        "form": ApprovalForm.SIGNED_PAPER,
    }
    _require_paper(paper)
    return paper


def _approve(
    report: Report,
    version: ReportVersion,
    kind: str,
    by: Actor,
    paper: dict[str, Any] | None = None,
) -> Report:
    REPORT.target("sign", report.state)
    given = _given_kinds(version)
    if kind in given:
        raise Refused(
            N_("Nội dung này đã được duyệt rồi. Hãy tải lại trang để xem."), code="approved_before"
        )
    Approval.objects.create(
        version=version,
        kind=kind,
        by=permissions.posting_of(by),
        account=by.account,
        at=clock.now(),
        decision=Decision.APPROVED,
        **(paper or {}),
    )
    needed = {need["kind"] for need in permissions.needs_of(report)}
    is_last = needed <= given | {kind}
    _move(report, REPORT.target("approve" if is_last else "sign", report.state))
    form = ApprovalForm.SIGNED_PAPER if paper else ApprovalForm.SCREEN
    told = {"kind": kind, "form": form, "number": (paper or {}).get("paper_number", "")}
    audit.record("report.approved", report, by=by, version=version.n, final=is_last, **told)
    if is_last:
        tell_reporters_of(report, _("Báo cáo đã được duyệt: %(report)s."), kind="report.approved")
    return report


def _deciding(version: ReportVersion) -> Report:
    """The report of the version, held; decisions are about its newest version only."""
    report = locked_report(version.report)
    require_open(report.round)
    if version.n != report.version_count:
        raise Refused(
            N_("Cơ quan báo cáo đã gửi bản mới hơn. Hãy tải lại trang để xem bản mới nhất."),
            code="older_version",
        )
    version.report = report
    return report


def _given_kinds(version: ReportVersion) -> set[str]:
    holding = version.approvals.filter(decision=Decision.APPROVED, voided_at__isnull=True)
    return set(holding.values_list("kind", flat=True))


def _move(report: Report, state: str) -> None:
    report.state = state
    report.row_version += 1
    report.save(update_fields=["state", "row_version"])


def _require_paper(paper: dict[str, Any]) -> None:
    fields: dict[str, str] = {}
    if not paper["paper_number"]:
        fields["number"] = N_("Chưa ghi số, ký hiệu văn bản.")
    if not paper["signer"]:
        fields["signer"] = N_("Chưa ghi người ký.")
    if paper["paper_date"] > clock.today():
        fields["signed_on"] = N_("Ngày ký không thể sau hôm nay.")
    if fields:
        raise InvalidInput(
            N_("Chưa ghi nhận văn bản đã ký. Hãy sửa các chỗ được chỉ ra rồi gửi lại."),
            "paper.incomplete",
            fields=fields,
        )


def _create_comments(
    version: ReportVersion, comments: Iterable[CommentDraft], by: Actor, moment: datetime
) -> int:
    cells = len(version.report.round.template_version.cells)
    rows: list[CellComment] = []
    for draft in comments:
        text = tidy(draft.text).strip()[:_LONGEST_COMMENT]
        if not text:
            continue
        inside = cells if draft.cell is not None else len(version.statements)
        place = draft.cell if draft.cell is not None else draft.statement
        if place is None or not 0 <= place < inside or len(rows) >= _MOST_COMMENTS:
            raise InvalidInput(
                N_("Có ý kiến không gắn với ô hay câu nào của báo cáo nên chưa trả lại."),
                "comment.place",
            )
        rows.append(
            CellComment(
                version=version,
                cell=draft.cell,
                statement=draft.statement,
                text=text,
                by=permissions.posting_of(by),
                at=moment,
            )
        )
    CellComment.objects.bulk_create(rows)
    return len(rows)
