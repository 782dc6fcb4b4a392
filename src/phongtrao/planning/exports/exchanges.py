"""Lists of what bodies exchange: proposals, rounds of comments, schemes on their way."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.lists import Column, ListSpec
from phongtrao.planning.exports.lists import cut
from phongtrao.planning.models import CommentRound, ProposalAddressee, Scheme
from phongtrao.planning.rules import stage_lists
from phongtrao.planning.workflow import (
    AnswerState,
    CommentRoundState,
    ProposalOrigin,
    SchemeState,
)

ANSWER_TONES = {
    AnswerState.WAITING: "warning",
    AnswerState.AGREED: "success",
    AnswerState.DECLINED: "danger",
    AnswerState.NOTED: "info",
    AnswerState.PASSED_ON: "primary",
    AnswerState.WITHDRAWN: "secondary",
}


def _proposal_address(row: ProposalAddressee) -> str:
    return reverse("planning:proposal-detail", args=[row.proposal_id])


def _is_unanswered_late(row: ProposalAddressee) -> bool:
    return row.state == AnswerState.WAITING and row.answer_by < clock.today()


def _answer_label(row: ProposalAddressee) -> Any:
    return _("Quá hạn trả lời") if _is_unanswered_late(row) else AnswerState(row.state).label


def _answer_tone(row: ProposalAddressee) -> str:
    return "danger" if _is_unanswered_late(row) else ANSWER_TONES[AnswerState(row.state)]


PROPOSALS = ListSpec(
    title=_("Kiến nghị, đề xuất"),
    columns=(
        Column("noi_dung", _("Nội dung kiến nghị"), lambda r: cut(r.proposal.text),
               link=_proposal_address, width=60),
        Column("kien_nghi", _("Cơ quan kiến nghị"), lambda r: r.proposal.asker.name,
               sort="proposal__asker__name", width=34),
        Column("gui", _("Cơ quan được kiến nghị"), lambda r: r.body.name, sort="body__name",
               width=34),
        Column("ngay", _("Ngày kiến nghị"), lambda r: r.proposal.proposed_on,
               sort="proposal__proposed_on", width=14),
        Column("han", _("Hạn trả lời"), lambda r: r.answer_by, sort="answer_by", width=14),
        Column("tra_loi", _("Trả lời"), _answer_label, chip=_answer_tone, sort="state", width=20),
        Column("noi_dung_tra_loi", _("Nội dung trả lời"), lambda r: cut(r.answer_text),
               optional=True, width=60),
        Column("van_ban", _("Văn bản trả lời"), lambda r: r.answer_paper, optional=True, width=30),
        Column("nguon", _("Nảy sinh từ"), lambda r: ProposalOrigin(r.proposal.origin).label,
               optional=True, width=20),
        Column("chuyen", _("Cơ quan chuyển đến"),
               lambda r: r.passed_by.body.name if r.passed_by else "", optional=True, width=34),
        Column("chuong_trinh", _("Chương trình"), lambda r: r.proposal.programme.short_name,
               optional=True, width=30),
    ),
    order="-ngay",
    empty=_("Chưa có kiến nghị nào khớp bộ lọc."),
    file_name="kien-nghi-de-xuat",
)  # fmt: skip

ROUND_TONES = {
    CommentRoundState.PREPARING: "secondary",
    CommentRoundState.OPEN: "primary",
    CommentRoundState.CLOSED: "success",
}


def _round_address(row: CommentRound) -> str:
    return reverse("planning:commentround-detail", args=[row.pk])


def _is_round_late(row: CommentRound) -> bool:
    return row.state == CommentRoundState.OPEN and row.due_on < clock.today()


def _round_label(row: CommentRound) -> Any:
    return _("Quá hạn góp ý") if _is_round_late(row) else CommentRoundState(row.state).label


def _round_tone(row: CommentRound) -> str:
    return "danger" if _is_round_late(row) else ROUND_TONES[CommentRoundState(row.state)]


COMMENT_ROUNDS = ListSpec(
    title=_("Lấy ý kiến dự thảo"),
    columns=(
        Column("du_thao", _("Dự thảo"), lambda r: cut(r.title), sort="title",
               link=_round_address, width=60),
        Column("co_quan", _("Cơ quan lấy ý kiến"), lambda r: r.asker.name, sort="asker__name",
               width=34),
        Column("han", _("Hạn góp ý"), lambda r: r.due_on, sort="due_on", width=14),
        Column("trang_thai", _("Trạng thái"), _round_label, chip=_round_tone, sort="state",
               width=20),
        Column("co", _("Đã có ý kiến"), lambda r: f"{r.answered_count}/{r.asked_count}",
               sort="answered_count", width=12),
        Column("muon", _("Góp ý muộn"), lambda r: r.late_count, sort="late_count", numeric=True,
               width=10),
        Column("gui", _("Ngày gửi"), lambda r: r.sent_on, sort="sent_on", optional=True, width=14),
        Column("han_goc", _("Hạn ban đầu"), lambda r: r.original_due_on, sort="original_due_on",
               optional=True, width=14),
        Column("chuong_trinh", _("Chương trình"), lambda r: r.programme.short_name,
               optional=True, width=30),
    ),
    order="-han",
    empty=_("Chưa có dự thảo nào khớp bộ lọc."),
    file_name="lay-y-kien-du-thao",
)  # fmt: skip
SCHEME_TONES = {
    SchemeState.RUNNING: "primary",
    SchemeState.FINISHED: "success",
    SchemeState.STOPPED: "secondary",
}


def _scheme_address(row: Scheme) -> str:
    return reverse("planning:scheme-detail", args=[row.pk])


def _kind_name(row: Scheme) -> str:
    known = stage_lists().get(row.kind)
    return known.name if known else row.kind


def _is_scheme_late(row: Any) -> bool:
    day = row.current_planned_on
    return bool(row.state == SchemeState.RUNNING and day is not None and day < clock.today())


def _scheme_label(row: Any) -> Any:
    return _("Chậm tiến độ") if _is_scheme_late(row) else SchemeState(row.state).label


def _scheme_tone(row: Any) -> str:
    return "danger" if _is_scheme_late(row) else SCHEME_TONES[SchemeState(row.state)]


def _days_late(row: Any) -> int | None:
    return (clock.today() - row.current_planned_on).days if _is_scheme_late(row) else None


SCHEMES = ListSpec(
    title=_("Đề án, dự thảo văn bản"),
    columns=(
        Column("ten", _("Đề án, dự thảo"), lambda r: cut(r.title), sort="title",
               link=_scheme_address, width=60),
        Column("loai", _("Loại"), _kind_name, sort="kind", width=24),
        Column("co_quan", _("Cơ quan chủ trì"), lambda r: r.body.name, sort="body__name",
               width=34),
        Column("giai_doan", _("Giai đoạn hiện nay"), lambda r: r.current_name or "–", width=26),
        Column("phu_trach", _("Cơ quan thực hiện giai đoạn"), lambda r: r.current_body or "–",
               width=34),
        Column("du_kien", _("Ngày dự kiến"), lambda r: r.current_planned_on,
               sort="current_planned_on", width=14),
        Column("trang_thai", _("Trạng thái"), _scheme_label, chip=_scheme_tone, sort="state",
               width=18),
        Column("cham", _("Chậm (ngày)"), _days_late, numeric=True, width=10),
        Column("ban_hanh", _("Dự kiến xong"), lambda r: r.last_planned_on,
               sort="last_planned_on", optional=True, width=14),
        Column("chuong_trinh", _("Chương trình"), lambda r: r.programme.short_name,
               optional=True, width=30),
    ),
    order="du_kien",
    empty=_("Chưa theo dõi đề án, dự thảo nào khớp bộ lọc."),
    file_name="de-an-du-thao",
)  # fmt: skip
