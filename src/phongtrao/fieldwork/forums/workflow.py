"""States of a forum and of a remark that was heard there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Transition, Workflow


class ForumState(models.TextChoices):
    """Where a forum stands; concluded once the notice of its result is published."""

    PLANNED = "planned", _("Sắp tổ chức")
    HELD = "held", _("Đã tổ chức")
    CONCLUDED = "concluded", _("Đã thông báo kết quả")


FORUM_TONES = {
    ForumState.PLANNED: "secondary",
    ForumState.HELD: "info",
    ForumState.CONCLUDED: "success",
}
FORUM = Workflow(
    Transition("hold", frozenset({ForumState.PLANNED}), ForumState.HELD, N_("Ghi đã tổ chức")),
    Transition(
        "conclude",
        frozenset({ForumState.HELD}),
        ForumState.CONCLUDED,
        N_("Ghi thông báo kết quả"),
    ),
    initial=ForumState.PLANNED,
)


class RemarkState(models.TextChoices):
    """Where a remark stands between being heard and its published answer."""

    NOTED = "noted", _("Chờ phân công")
    ON_SPOT = "on_spot", _("Đã trả lời tại chỗ")
    ASSIGNED = "assigned", _("Chờ trả lời")
    ANSWERED = "answered", _("Đã trả lời bằng văn bản")
    PUBLISHED = "published", _("Đã công khai")


REMARK_TONES = {
    RemarkState.NOTED: "warning",
    RemarkState.ON_SPOT: "info",
    RemarkState.ASSIGNED: "warning",
    RemarkState.ANSWERED: "info",
    RemarkState.PUBLISHED: "success",
}
OPEN = frozenset({RemarkState.NOTED, RemarkState.ASSIGNED})
ANSWERED = frozenset({RemarkState.ON_SPOT, RemarkState.ANSWERED})
CLOSED = ANSWERED | {RemarkState.PUBLISHED}
_ASSIGNED = frozenset({RemarkState.ASSIGNED})

REMARK = Workflow(
    Transition(
        "answer_on_spot",
        frozenset({RemarkState.NOTED}),
        RemarkState.ON_SPOT,
        N_("Ghi trả lời tại chỗ"),
    ),
    Transition(
        "assign",
        frozenset({RemarkState.NOTED}),
        RemarkState.ASSIGNED,
        N_("Chuyển cơ quan trả lời"),
    ),
    Transition("answer", _ASSIGNED, RemarkState.ANSWERED, N_("Ghi văn bản trả lời")),
    Transition("reply_first", _ASSIGNED, RemarkState.ASSIGNED, N_("Ghi trả lời bước đầu")),
    Transition("pass_on", _ASSIGNED, RemarkState.ASSIGNED, N_("Chuyển cơ quan khác")),
    Transition("publish", ANSWERED, RemarkState.PUBLISHED, N_("Ghi đã công khai")),
    Transition(
        "correct",
        frozenset({RemarkState.ON_SPOT}),
        RemarkState.NOTED,
        N_("Ghi lại câu trả lời"),
    ),
    Transition(
        "correct",
        frozenset({RemarkState.ANSWERED}),
        RemarkState.ASSIGNED,
        N_("Ghi lại câu trả lời"),
    ),
    initial=RemarkState.NOTED,
)
