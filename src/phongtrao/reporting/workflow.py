"""States of a round, of a report and of each approval."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.workflow import Transition, Workflow


class RoundState(models.TextChoices):
    """A round takes reports until its figures are closed."""

    OPEN = "open", _("Đang mở")
    LOCKED = "locked", _("Đã chốt số liệu")


class ReportState(models.TextChoices):
    """A report from its draft to the closed figures."""

    DRAFT = "draft", _("Dự thảo")
    SUBMITTED = "submitted", _("Đã gửi")
    RETURNED = "returned", _("Bị trả lại")
    APPROVED = "approved", _("Đã duyệt")
    LOCKED = "locked", _("Đã chốt số liệu")


class ApprovalKind(models.TextChoices):
    """What a level's approval means: the police approve, the Front agrees."""

    APPROVE = "approve", _("Duyệt")
    CONCUR = "concur", _("Thống nhất")


class Decision(models.TextChoices):
    """What was decided about a version."""

    APPROVED = "approved", _("Đồng ý")
    RETURNED = "returned", _("Trả lại")


class ApprovalForm(models.TextChoices):
    """How a decision was given: on screen, or recorded from a signed paper."""

    SCREEN = "screen", _("Trên hệ thống")
    SIGNED_PAPER = "signed_paper", _("Ghi nhận theo văn bản đã ký")


class AdjustmentState(models.TextChoices):
    """A signed line from its proposal on."""

    PROPOSED = "proposed", _("Chờ người thứ hai duyệt")
    IN_FORCE = "in_force", _("Đang tính vào số liệu")
    REFUSED = "refused", _("Không duyệt")
    WITHDRAWN = "withdrawn", _("Đã rút")


class ExtensionState(models.TextChoices):
    """More time for a report."""

    ASKED = "asked", _("Chờ quyết định")
    GRANTED = "granted", _("Đồng ý gia hạn")
    REFUSED = "refused", _("Không gia hạn")
    WITHDRAWN = "withdrawn", _("Đã rút")
    TAKEN_BACK = "taken_back", _("Đã hủy gia hạn")


class AskedOf(models.TextChoices):
    """How the areas of a one-off request were chosen."""

    ALL = "all", _("Toàn bộ địa bàn cấp dưới")
    SET = "set", _("Một tập địa bàn")
    CHOSEN = "chosen", _("Từng địa bàn được chọn")


class Topic(models.TextChoices):
    """What a statement of the narrative section speaks of."""

    RESULT = "result", _("Kết quả nổi bật")
    DIFFICULTY = "difficulty", _("Khó khăn, vướng mắc")
    CAUSE = "cause", _("Nguyên nhân")
    LESSON = "lesson", _("Bài học kinh nghiệm")
    PLAN = "plan", _("Phương hướng, nhiệm vụ kỳ tới")
    PROPOSAL = "proposal", _("Kiến nghị, đề xuất")
    ANSWER = "answer", _("Trả lời")


# Figures of these states enter every roll-up (DESIGN.md §6, "Meaning").
COUNTING = (ReportState.SUBMITTED, ReportState.APPROVED, ReportState.LOCKED)

ROUND = Workflow(
    Transition("lock", frozenset({RoundState.OPEN}), RoundState.LOCKED, "Chốt số liệu"),
    Transition("reopen", frozenset({RoundState.LOCKED}), RoundState.OPEN, "Mở lại kỳ"),
    initial=RoundState.OPEN,
)

REPORT = Workflow(
    Transition(
        "save",
        frozenset({ReportState.DRAFT}),
        ReportState.DRAFT,
        "Lưu bản nháp",
    ),
    Transition("save", frozenset({ReportState.RETURNED}), ReportState.RETURNED, "Lưu bản nháp"),
    Transition(
        "submit",
        frozenset({ReportState.DRAFT, ReportState.RETURNED}),
        ReportState.SUBMITTED,
        "Gửi báo cáo",
    ),
    Transition("return", frozenset({ReportState.SUBMITTED}), ReportState.RETURNED, "Trả lại"),
    # One of several approvals keeps the report submitted; the last one approves it.
    Transition("sign", frozenset({ReportState.SUBMITTED}), ReportState.SUBMITTED, "Duyệt"),
    Transition("approve", frozenset({ReportState.SUBMITTED}), ReportState.APPROVED, "Duyệt"),
    Transition("lock", frozenset({ReportState.APPROVED}), ReportState.LOCKED, "Chốt số liệu"),
    Transition("unlock", frozenset({ReportState.LOCKED}), ReportState.APPROVED, "Mở lại kỳ"),
    Transition("reopen", frozenset({ReportState.APPROVED}), ReportState.RETURNED, "Mở lại báo cáo"),
    initial=ReportState.DRAFT,
)
_PROPOSED = frozenset({AdjustmentState.PROPOSED})
ADJUSTMENT = Workflow(
    Transition("approve", _PROPOSED, AdjustmentState.IN_FORCE, "Duyệt điều chỉnh"),
    Transition("refuse", _PROPOSED, AdjustmentState.REFUSED, "Không duyệt"),
    Transition(
        "withdraw",
        frozenset({AdjustmentState.PROPOSED, AdjustmentState.IN_FORCE}),
        AdjustmentState.WITHDRAWN,
        "Rút điều chỉnh",
    ),
    initial=AdjustmentState.PROPOSED,
)

_ASKED = frozenset({ExtensionState.ASKED})
EXTENSION = Workflow(
    Transition("grant", _ASKED, ExtensionState.GRANTED, "Đồng ý gia hạn"),
    Transition("refuse", _ASKED, ExtensionState.REFUSED, "Không gia hạn"),
    Transition("withdraw", _ASKED, ExtensionState.WITHDRAWN, "Rút đề nghị gia hạn"),
    Transition(
        "take_back",
        frozenset({ExtensionState.GRANTED}),
        ExtensionState.TAKEN_BACK,
        "Hủy gia hạn",
    ),
    initial=ExtensionState.ASKED,
)
