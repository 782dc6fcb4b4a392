"""The states of a week as one table; actions, constraints and pages read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Transition, Workflow


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


def _step(verb: str, sources: tuple[_S, ...], target: _S, label: str) -> Transition:
    return Transition(verb, frozenset(sources), target, label)


WEEK = Workflow(
    _step("draft", (_S.DRAFT,), _S.DRAFT, N_("Soạn lịch")),
    _step("submit", (_S.DRAFT,), _S.SUBMITTED, N_("Trình duyệt")),
    _step("give_back", (_S.SUBMITTED,), _S.DRAFT, N_("Trả lại để sửa")),
    _step("approve", (_S.SUBMITTED,), _S.APPROVED, N_("Duyệt lịch tuần")),
    _step("draft", (_S.APPROVED, _S.CHANGING), _S.CHANGING, N_("Bổ sung, thay đổi")),
    _step("approve_changes", (_S.CHANGING,), _S.APPROVED, N_("Duyệt thay đổi")),
    _step("drop_changes", (_S.CHANGING,), _S.APPROVED, N_("Bỏ các thay đổi chờ duyệt")),
    initial=_S.DRAFT,
)
