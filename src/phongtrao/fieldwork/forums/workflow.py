"""States of a forum and of an opinion that was heard there."""

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


class OpinionState(models.TextChoices):
    """Where an opinion stands between being heard and its published answer."""

    NOTED = "noted", _("Chờ phân công")
    ON_SPOT = "on_spot", _("Đã trả lời tại chỗ")
    ASSIGNED = "assigned", _("Chờ trả lời")
    ANSWERED = "answered", _("Đã trả lời bằng văn bản")
    PUBLISHED = "published", _("Đã công khai")


OPINION_TONES = {
    OpinionState.NOTED: "warning",
    OpinionState.ON_SPOT: "info",
    OpinionState.ASSIGNED: "warning",
    OpinionState.ANSWERED: "info",
    OpinionState.PUBLISHED: "success",
}
OPEN = frozenset({OpinionState.NOTED, OpinionState.ASSIGNED})
ANSWERED = frozenset({OpinionState.ON_SPOT, OpinionState.ANSWERED})
CLOSED = ANSWERED | {OpinionState.PUBLISHED}
_ASSIGNED = frozenset({OpinionState.ASSIGNED})

OPINION = Workflow(
    Transition(
        "answer_on_spot",
        frozenset({OpinionState.NOTED}),
        OpinionState.ON_SPOT,
        N_("Ghi trả lời tại chỗ"),
    ),
    Transition(
        "assign",
        frozenset({OpinionState.NOTED}),
        OpinionState.ASSIGNED,
        N_("Chuyển cơ quan trả lời"),
    ),
    Transition("reply_first", _ASSIGNED, OpinionState.ASSIGNED, N_("Ghi trả lời bước đầu")),
    Transition("pass_on", _ASSIGNED, OpinionState.ASSIGNED, N_("Chuyển cơ quan khác")),
    Transition("answer", _ASSIGNED, OpinionState.ANSWERED, N_("Ghi văn bản trả lời")),
    Transition(
        "correct",
        frozenset({OpinionState.ON_SPOT}),
        OpinionState.NOTED,
        N_("Ghi lại câu trả lời"),
    ),
    Transition(
        "correct",
        frozenset({OpinionState.ANSWERED}),
        OpinionState.ASSIGNED,
        N_("Ghi lại câu trả lời"),
    ),
    Transition("publish", ANSWERED, OpinionState.PUBLISHED, N_("Ghi đã công khai")),
    initial=OpinionState.NOTED,
)
