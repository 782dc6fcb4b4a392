"""The states of a week as one table; actions, constraints and pages read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Workflow, step


class WeekState(models.TextChoices):
    """Where the calendar of a week stands."""

    DRAFT = "draft", _("Đang soạn")
    SUBMITTED = "submitted", _("Chờ duyệt")
    APPROVED = "approved", _("Đã duyệt")
    CHANGING = "changing", _("Có thay đổi chờ duyệt")


_S = WeekState
TONES = {
    _S.DRAFT: "secondary",
    _S.SUBMITTED: "warning",
    _S.APPROVED: "success",
    _S.CHANGING: "warning",
}
# Everybody it was approved for reads it; a change waits beside what was approved.
PUBLISHED = (_S.APPROVED, _S.CHANGING)


WEEK = Workflow(
    step("draft", (_S.DRAFT,), _S.DRAFT, N_("Soạn lịch")),
    step("submit", (_S.DRAFT,), _S.SUBMITTED, N_("Trình duyệt")),
    step("give_back", (_S.SUBMITTED,), _S.DRAFT, N_("Trả lại để sửa")),
    step("approve", (_S.SUBMITTED,), _S.APPROVED, N_("Duyệt lịch tuần")),
    step("draft", (_S.APPROVED, _S.CHANGING), _S.CHANGING, N_("Bổ sung, thay đổi")),
    step("approve_changes", (_S.CHANGING,), _S.APPROVED, N_("Duyệt thay đổi")),
    step("drop_changes", (_S.CHANGING,), _S.APPROVED, N_("Bỏ các thay đổi chờ duyệt")),
    initial=_S.DRAFT,
)
