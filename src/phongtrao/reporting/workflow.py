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


class Topic(models.TextChoices):
    """What a statement of the narrative section speaks of."""

    RESULT = "result", _("Kết quả nổi bật")
    DIFFICULTY = "difficulty", _("Khó khăn, vướng mắc")
    CAUSE = "cause", _("Nguyên nhân")
    LESSON = "lesson", _("Bài học kinh nghiệm")
    PLAN = "plan", _("Phương hướng, nhiệm vụ kỳ tới")
    PROPOSAL = "proposal", _("Kiến nghị, đề xuất")


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
