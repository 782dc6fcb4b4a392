"""Signed lines at figures: proposed, approved by a second person, withdrawn; never an edit."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.formats import parse_number, scaled
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.reporting import permissions
from phongtrao.reporting.actions.counting import report_changed
from phongtrao.reporting.actions.held_rows import held_row
from phongtrao.reporting.actions.rounds import locked_report, require_open, require_reason
from phongtrao.reporting.cells import unpack
from phongtrao.reporting.grid.content import CellSpec, specs_of
from phongtrao.reporting.models import Adjustment, Report, ReportVersion
from phongtrao.reporting.models.training import marked
from phongtrao.reporting.queries.adjustments import ADJUSTED_KINDS
from phongtrao.reporting.workflow import ADJUSTMENT, COUNTING, AdjustmentState


@dataclass(frozen=True, slots=True)
class AdjustmentDraft:
    """A signed line as it is typed: "+3" or "-1,5" at one cell, why, and on which paper."""

    cell_key: str
    difference: str
    reason: str
    paper_number: str = ""
    paper_date: date | None = None


@transaction.atomic
def propose_adjustment(version: ReportVersion, draft: AdjustmentDraft, *, by: Actor) -> Adjustment:
    """Propose a signed line at one figure of the newest version; it counts once it is approved.

    Raises ``Forbidden``, ``Refused`` (figures closed, report not counting, one is open already)
    and ``InvalidInput`` (no difference, no reason, a figure that cannot take a line).
    """
    report = _counting_report(version)
    if not permissions.can_adjust(by, report) or by.body is None:
        raise Forbidden(N_("Chỉ cơ quan duyệt của cấp trên mới lập được dòng điều chỉnh."))
    spec = _adjustable(version, draft.cell_key)
    number, day = _paper(draft)
    try:
        with transaction.atomic():
            made = Adjustment.objects.create(
                version=version,
                cell_key=spec.key,
                difference=_difference(draft.difference, spec),
                body=by.body,
                level=by.scope.level,
                reason=require_reason(draft.reason),
                paper_number=number,
                paper_date=day,
                proposed_at=clock.now(),
                proposed_by=permissions.posting_of(by),
                proposed_account=by.account,
            )
    except IntegrityError:
        raise Refused(
            N_("Ô này đang có một dòng điều chỉnh chờ duyệt; hãy duyệt hoặc rút dòng đó trước."),
            code="adjustment.open",
        ) from None
    _noted("adjustment.proposed", made, by)
    _tell_second_person(made, by)
    return made


@transaction.atomic
def decide_adjustment(
    adjustment: Adjustment, *, approve: bool, reason: str = "", by: Actor
) -> Adjustment:
    """A second person of the same body approves the line, from then on it counts, or refuses it.

    Raises ``Forbidden`` for whoever proposed it; a refusal needs a reason.
    """
    found = _held(adjustment)
    state = ADJUSTMENT.target("approve" if approve else "refuse", found.state)
    if by.account_id == found.proposed_account_id:
        raise Forbidden(
            N_("Bạn đã lập dòng điều chỉnh này nên không tự duyệt được. Hãy để người khác duyệt."),
            code="own_proposal",
        )
    if not permissions.can_decide_adjustment(by, found):
        raise Forbidden(N_("Chỉ người có thẩm quyền của cơ quan lập dòng điều chỉnh mới duyệt."))
    if approve:
        _require_newest(found.version)
    found.decision_reason = "" if approve and not reason else require_reason(reason)
    found.state = state
    found.decided_at = clock.now()
    found.decided_by, found.decided_account = permissions.posting_of(by), by.account
    found.save()
    _noted("adjustment.approved" if approve else "adjustment.refused", found, by)
    if approve:
        report_changed(found.version.report)
        _tell_reporters(found)
    return found


@transaction.atomic
def withdraw_adjustment(adjustment: Adjustment, *, reason: str, by: Actor) -> Adjustment:
    """Take a line back, proposed or in force; it stays in the list with the reason."""
    found = _held(adjustment)
    state = ADJUSTMENT.target("withdraw", found.state)
    if not permissions.can_withdraw_adjustment(by, found):
        raise Forbidden(N_("Chỉ cơ quan lập dòng điều chỉnh mới rút được."))
    counted = found.state == AdjustmentState.IN_FORCE
    found.withdrawal_reason = require_reason(reason)
    found.state = state
    found.withdrawn_at = clock.now()
    found.withdrawn_by, found.withdrawn_account = permissions.posting_of(by), by.account
    found.save()
    _noted("adjustment.withdrawn", found, by)
    if counted:
        report_changed(found.version.report)
        _tell_reporters(found)
    return found


def _counting_report(version: ReportVersion) -> Report:
    """The report of the version, held: its figures count and are not closed."""
    report = locked_report(version.report)
    require_open(report.round)
    version.report = report
    if report.state not in COUNTING:
        raise Refused(
            N_("Báo cáo chưa gửi hoặc đang bị trả lại nên chưa có số liệu để điều chỉnh."),
            code="adjustment.no_figures",
        )
    _require_newest(version)
    return report


def _held(adjustment: Adjustment) -> Adjustment:
    """The line and its report, both held; from the round down, as everything of a round is held.

    Whoever erases a training round holds the report before the line: the other way round each
    would wait for the other.
    """
    above = held_row(Adjustment.objects.select_related("version__report"), adjustment.pk)
    report = locked_report(above.version.report)
    found = held_row(Adjustment.objects.select_for_update(of=("self",)), adjustment.pk)
    found.version.report = report
    require_open(report.round)
    return found


def _require_newest(version: ReportVersion) -> None:
    if version.n != version.report.version_count:
        raise Refused(
            N_("Cơ quan báo cáo đã gửi bản mới hơn nên dòng điều chỉnh này không còn căn cứ."),
            code="older_version",
        )


def _adjustable(version: ReportVersion, key: str) -> CellSpec:
    """The cell of a figure that can take a signed line: whole, counted, and given."""
    specs = specs_of(version.report.round.template_version.cells)
    spec = next((s for s in specs if s.key == key), None)
    if spec is None or "." in key:
        raise InvalidInput(N_("Chọn một ô số liệu của báo cáo."), "adjustment.cell")
    if spec.kind not in ADJUSTED_KINDS:
        raise InvalidInput(
            N_("Số này được tính từ các số khác hoặc đếm theo danh mục; hãy trả lại để sửa."),
            "adjustment.kind",
        )
    if not unpack(bytes(version.cells), len(specs))[spec.index].is_given:
        raise InvalidInput(
            N_("Ô này chưa có số liệu nên không có gì để điều chỉnh; hãy trả lại để bổ sung."),
            "adjustment.nothing",
        )
    return spec


def _difference(typed: str, spec: CellSpec) -> int:
    said = Sentence(N_("Ghi số chênh lệch có dấu, khác 0: ví dụ +3 hoặc -2."))
    try:
        value = scaled(parse_number(typed, spec.decimals, negative=True), spec.decimals)
    except InvalidInput as refusal:
        told = {"difference": refusal.sentence}
        raise InvalidInput(refusal.sentence, "adjustment.difference", fields=told) from None
    if not value:
        raise InvalidInput(said, "adjustment.difference", fields={"difference": said})
    return value


def _paper(draft: AdjustmentDraft) -> tuple[str, date | None]:
    number = tidy_line(draft.paper_number)[:60]
    if bool(number) != bool(draft.paper_date):
        raise InvalidInput(
            N_("Văn bản làm căn cứ phải có cả số, ký hiệu và ngày, hoặc để trống cả hai."),
            "adjustment.paper",
        )
    return number, draft.paper_date


def _noted(verb: str, adjustment: Adjustment, by: Actor) -> None:
    audit.record(
        verb,
        adjustment.version.report,
        by=by,
        adjustment=adjustment.pk,
        version=adjustment.version.n,
        cell=adjustment.cell_key,
        difference=adjustment.difference,
    )


def _tell_second_person(adjustment: Adjustment, by: Actor) -> None:
    accounts = postings_in([adjustment.body_id], "report.approve", clock.today())
    others = accounts - {by.account_id or 0}
    text = _("Dòng điều chỉnh số liệu chờ người thứ hai duyệt: %(body)s.")
    _tell(adjustment, others, "adjustment.proposed", text)


def _tell_reporters(adjustment: Adjustment) -> None:
    report = adjustment.version.report
    accounts = postings_in([report.body_id], "report.submit", clock.today())
    text = (
        _("Cấp trên điều chỉnh số liệu tổng hợp từ báo cáo của %(body)s; báo cáo giữ nguyên.")
        if adjustment.state == AdjustmentState.IN_FORCE
        else _("Cấp trên đã rút một dòng điều chỉnh số liệu về báo cáo của %(body)s.")
    )
    _tell(adjustment, accounts, f"adjustment.{adjustment.state}", text)


def _tell(adjustment: Adjustment, accounts: set[int], kind: str, text: str) -> None:
    report = adjustment.version.report
    notify.notify(
        accounts,
        kind=kind,
        text=marked(text % {"body": report.body.name}, report.round.scheme),
        address=reverse("reporting:report-adjustments", args=[report.pk]),
    )
