"""The lists of reporting: one description serves the page, its Excel export and its print."""

from functools import lru_cache
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from phongtrao.core import audit
from phongtrao.core.formats import DASH, datetime_vn
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.core.models import AuditEntry
from phongtrao.core.periods import Period, parse_period
from phongtrao.reporting.models import Approval, Indicator, Report, Round
from phongtrao.reporting.models.training import marked
from phongtrao.reporting.queries.inbox import TONES
from phongtrao.reporting.queries.reports import attach_approvals
from phongtrao.reporting.queries.target_reach import LineTarget
from phongtrao.reporting.workflow import (
    ApprovalForm,
    ApprovalKind,
    Decision,
    ReportState,
    RoundState,
)

KINDS = {
    "flow": gettext_lazy("Phát sinh trong kỳ"),
    "stock": gettext_lazy("Hiện có cuối kỳ"),
    "distinct": gettext_lazy("Đếm theo danh mục"),
    "ratio": gettext_lazy("Tỷ lệ, tính từ thành phần"),
    "mean": gettext_lazy("Bình quân, tính từ thành phần"),
}


AUDIT_WORDS = {
    "report.started": gettext_lazy("Bắt đầu nhập"),
    "report.submitted": gettext_lazy("Gửi báo cáo"),
    "report.returned": gettext_lazy("Trả lại"),
    "report.approved": gettext_lazy("Duyệt, thống nhất"),
    "report.reopened": gettext_lazy("Mở lại báo cáo"),
    "report.urged": gettext_lazy("Đôn đốc"),
    "extension.asked": gettext_lazy("Xin gia hạn"),
    "extension.granted": gettext_lazy("Đồng ý gia hạn"),
    "extension.refused": gettext_lazy("Không gia hạn"),
    "extension.withdrawn": gettext_lazy("Rút đề nghị gia hạn"),
    "extension.given": gettext_lazy("Cấp trên gia hạn"),
    "extension.taken_back": gettext_lazy("Hủy gia hạn"),
    "adjustment.proposed": gettext_lazy("Lập dòng điều chỉnh số liệu"),
    "adjustment.approved": gettext_lazy("Duyệt dòng điều chỉnh số liệu"),
    "adjustment.refused": gettext_lazy("Không duyệt dòng điều chỉnh số liệu"),
    "adjustment.withdrawn": gettext_lazy("Rút dòng điều chỉnh số liệu"),
    "round.recorded": gettext_lazy("Ghi nhận cả đợt đã gửi và duyệt"),
}


def history_of(report: Report) -> list[dict[str, Any]]:
    """What has happened to a report, from the audit chain, as a thread shows it."""
    entries = [*_recorded(report), *audit.entries_of(report)]
    return [
        {"at": entry.at, "author": entry.actor, "label": AUDIT_WORDS[entry.verb], "text": ""}
        for entry in entries
        if entry.verb in AUDIT_WORDS
    ]


def _recorded(report: Report) -> list[AuditEntry]:
    """The entry of a round that was taken over whole, for a report that was sent in it."""
    if not report.version_count:
        return []
    return list(audit.entries_of(report.round).filter(verb="round.recorded"))


def period_name(round_: Round) -> str:
    """The period of a round in words, with the mark of a training round."""
    return marked(_period_words(round_.period, get_language() or "vi"), round_.scheme)


def period_words(period: Period) -> str:
    """A period in words."""
    return _period_words(period.label, get_language() or "vi")


def reach_words(held: LineTarget) -> str:
    """How a figure stands to its target: "83,2%", "Đạt", "Chưa đạt"; a dash without a figure."""
    if held.reach is None:
        return "–"
    if held.percent:
        return held.percent
    return _("Đạt") if held.reach.is_met else _("Chưa đạt")


@lru_cache(maxsize=512)
def _period_words(label: str, language: str) -> str:
    # The language is part of what is remembered: `shown` asks for the one in force.
    return parse_period(label).name.shown(_)


def timeliness(report: Report) -> str:
    """Whether the first submission came in time."""
    return lateness(report)[0]


def lateness(report: Report) -> tuple[str, str]:
    """Whether the first submission came in time, in words and as the tone of a chip."""
    if report.first_submitted_at is None or report.value_import_id is not None:
        return DASH, "secondary"
    if report.first_submitted_at <= report.round.deadline_at:
        return _("Đúng hạn"), "success"
    if report.first_submitted_at <= report.deadline_at:
        return _("Đúng hạn đã gia hạn"), "success"
    return _("Trễ hạn"), "danger"


def due_words(report: Report) -> str:
    """By when a report is due; of an extended one both moments."""
    if report.value_import_id is not None:
        return DASH
    if report.extended_to is None:
        return datetime_vn(report.round.deadline_at)
    return _("%(extended)s (gia hạn; ban đầu %(original)s)") % {
        "extended": datetime_vn(report.extended_to),
        "original": datetime_vn(report.round.deadline_at),
    }


def approval_words(report: Report) -> str:
    """The approvals that hold on the newest version, each with its form."""
    if report.value_import_id is not None:
        return _("Nhập từ tệp")
    return "; ".join(_one_approval(*approval) for approval in report.held_approvals)


def holds(approval: Approval) -> bool:
    """Whether the approval was given and has not been taken back."""
    return approval.decision == Decision.APPROVED and approval.voided_at is None


def _one_approval(kind: str, form: str, paper_number: str) -> str:
    label = str(ApprovalKind(kind).label)
    if form == ApprovalForm.SIGNED_PAPER:
        return _("%(kind)s (theo văn bản đã ký số %(number)s)") % {
            "kind": label,
            "number": paper_number,
        }
    return label


def _round_state(round_: Round) -> str:
    return "success" if round_.state == RoundState.LOCKED else "info"


def _moment(value: Any) -> str:
    return datetime_vn(value) if value else ""


ROUND_LIST = ListSpec(
    title=gettext_lazy("Đợt báo cáo"),
    columns=[
        Column(
            "bieu_mau",
            gettext_lazy("Biểu mẫu"),
            lambda r: r.template_version.template.name,
            sort="template_version__template__name",
            link=link_to("reporting:round-detail"),
            width=46,
        ),
        Column("ky", gettext_lazy("Kỳ báo cáo"), period_name, sort="last_day", width=24),
        Column(
            "han",
            gettext_lazy("Hạn gửi"),
            lambda r: DASH if r.value_import_id else _moment(r.deadline_at),
            sort="deadline_at",
        ),
        Column(
            "co_quan",
            gettext_lazy("Cơ quan mở đợt"),
            lambda r: r.opened_by.body.name if r.opened_by else _("Nhập từ tệp"),
            sort="opened_by__body__name_folded",
            width=34,
        ),
        Column("da_gui", gettext_lazy("Đã gửi"), lambda r: f"{r.sent}/{r.of}", sort="sent"),
        Column(
            "trang_thai",
            gettext_lazy("Trạng thái"),
            lambda r: RoundState(r.state).label,
            sort="state",
            chip=_round_state,
        ),
    ],
    order="-ky",
    empty=gettext_lazy("Chưa có đợt báo cáo nào trong phạm vi của bạn."),
    file_name="dot-bao-cao",
)

_BODY = Column(
    "co_quan",
    gettext_lazy("Cơ quan báo cáo"),
    lambda r: r.body.name,
    sort="body__name_folded",
    link=link_to("reporting:report-detail"),
    width=38,
)
_STATE = Column(
    "trang_thai",
    gettext_lazy("Trạng thái"),
    lambda r: ReportState(r.state).label,
    sort="state",
    chip=lambda r: TONES[ReportState(r.state)],
)
_SENT = Column(
    "gui_luc", gettext_lazy("Gửi lúc"), lambda r: _moment(r.submitted_at), sort="submitted_at"
)
_IN_TIME = Column("thoi_han", gettext_lazy("Thời hạn"), timeliness, sort="first_submitted_at")
_APPROVALS = Column("duyet", gettext_lazy("Duyệt, thống nhất"), approval_words, width=42)
_COUNT = Column(
    "ban_so",
    gettext_lazy("Số lần gửi"),
    lambda r: r.version_count,
    sort="version_count",
    numeric=True,
    optional=True,
)

ROUND_REPORTS = ListSpec(
    title=gettext_lazy("Báo cáo của đợt"),
    columns=[_BODY, _STATE, _SENT, _IN_TIME, _APPROVALS, _COUNT],
    order="co_quan",
    empty=gettext_lazy("Không có báo cáo nào khớp bộ lọc."),
    file_name="bao-cao-cua-dot",
    prepare=attach_approvals,
)
REPORT_LIST = ListSpec(
    title=gettext_lazy("Báo cáo"),
    columns=[
        _BODY,
        Column(
            "ky",
            gettext_lazy("Kỳ báo cáo"),
            lambda r: period_name(r.round),
            sort="round__last_day",
            width=24,
        ),
        _STATE,
        Column(
            "han",
            gettext_lazy("Hạn gửi"),
            due_words,
            sort="round__deadline_at",
        ),
        _SENT,
        _IN_TIME,
        _APPROVALS,
    ],
    order="-gui_luc",
    empty=gettext_lazy("Chưa có báo cáo nào trong phạm vi của bạn."),
    file_name="bao-cao",
    prepare=attach_approvals,
)


def _evidence(row: Indicator) -> str:
    return row.evidence if row.is_sourced else _("suy luận, chưa đối chiếu")


INDICATOR_LIST = ListSpec(
    title=gettext_lazy("Danh mục chỉ tiêu"),
    columns=[
        Column("ma", gettext_lazy("Mã"), lambda r: r.code, sort="position", width=8),
        Column(
            "ten",
            gettext_lazy("Chỉ tiêu"),
            lambda r: r.name,
            sort="name",
            link=link_to("reporting:indicator-detail"),
            width=60,
        ),
        Column("dvt", gettext_lazy("Đơn vị tính"), lambda r: r.unit, sort="unit"),
        Column("loai", gettext_lazy("Cách cộng"), lambda r: KINDS[r.kind], sort="kind"),
        Column("nhom", gettext_lazy("Nhóm"), lambda r: r.section, sort="section_code", width=36),
        Column("nguon", gettext_lazy("Nguồn"), _evidence, sort="evidence"),
        Column(
            "dung",
            gettext_lazy("Sử dụng"),
            lambda r: _("Đang dùng") if r.is_enabled else _("Tắt"),
            sort="is_enabled",
            chip=lambda r: "success" if r.is_enabled else "secondary",
        ),
        Column("ly_do", gettext_lazy("Lý do tắt"), lambda r: r.disabled_reason, width=60),
    ],
    order="ma",
    empty=gettext_lazy("Không có chỉ tiêu nào khớp bộ lọc."),
    file_name="danh-muc-chi-tieu",
)
