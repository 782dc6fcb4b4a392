"""States of a model and of a request to learn from one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Transition, Workflow


class ModelState(models.TextChoices):
    """Where a model stands in its life (vòng đời)."""

    PROPOSED = "proposed", _("Đề xuất")
    SURVEYED = "surveyed", _("Đã khảo sát")
    APPROVED = "approved", _("Đã phê duyệt")
    RUNNING = "running", _("Đang hoạt động")
    EXEMPLARY = "exemplary", _("Điển hình được công nhận")
    STRENGTHENING = "strengthening", _("Đang củng cố")
    PAUSED = "paused", _("Tạm dừng")
    REMOVED = "removed", _("Đã thanh loại")
    DROPPED = "dropped", _("Không triển khai")


STATE_TONES = {
    ModelState.PROPOSED: "secondary",
    ModelState.SURVEYED: "secondary",
    ModelState.APPROVED: "info",
    ModelState.RUNNING: "success",
    ModelState.EXEMPLARY: "primary",
    ModelState.STRENGTHENING: "warning",
    ModelState.PAUSED: "warning",
    ModelState.REMOVED: "danger",
    ModelState.DROPPED: "danger",
}
BEFORE_LAUNCH = frozenset({ModelState.PROPOSED, ModelState.SURVEYED, ModelState.APPROVED})
ALIVE = frozenset({ModelState.RUNNING, ModelState.EXEMPLARY, ModelState.STRENGTHENING})
LAUNCHED = ALIVE | {ModelState.PAUSED, ModelState.REMOVED}
# What goes on: it changes hands when the body in charge ends.
ONGOING = BEFORE_LAUNCH | ALIVE | {ModelState.PAUSED}
PUBLIC = frozenset({ModelState.RUNNING, ModelState.EXEMPLARY})
# Verbs that need the number and day of a paper, and verbs that need a reason.
WITH_PAPER = frozenset({"approve", "recognise", "remove"})
WITH_REASON = frozenset({"strengthen", "pause", "remove", "drop"})

MODEL = Workflow(
    Transition(
        "survey", frozenset({ModelState.PROPOSED}), ModelState.SURVEYED, N_("Ghi đã khảo sát")
    ),
    Transition(
        "approve", frozenset({ModelState.SURVEYED}), ModelState.APPROVED, N_("Ghi phê duyệt")
    ),
    Transition("launch", frozenset({ModelState.APPROVED}), ModelState.RUNNING, N_("Ra mắt")),
    Transition(
        "recognise",
        frozenset({ModelState.RUNNING}),
        ModelState.EXEMPLARY,
        N_("Công nhận điển hình"),
    ),
    Transition(
        "strengthen",
        frozenset({ModelState.RUNNING, ModelState.EXEMPLARY}),
        ModelState.STRENGTHENING,
        N_("Đưa vào củng cố"),
    ),
    Transition(
        "recover",
        frozenset({ModelState.STRENGTHENING}),
        ModelState.RUNNING,
        N_("Đã củng cố xong"),
    ),
    Transition("pause", ALIVE, ModelState.PAUSED, N_("Tạm dừng")),
    Transition("resume", frozenset({ModelState.PAUSED}), ModelState.RUNNING, N_("Hoạt động lại")),
    Transition(
        "remove",
        frozenset({ModelState.STRENGTHENING, ModelState.PAUSED}),
        ModelState.REMOVED,
        N_("Thanh loại"),
    ),
    Transition("drop", BEFORE_LAUNCH, ModelState.DROPPED, N_("Không triển khai")),
    initial=ModelState.PROPOSED,
)


class LearningState(models.TextChoices):
    """Where a request to learn from a unit stands."""

    ASKED = "asked", _("Chờ trả lời")
    AGREED = "agreed", _("Đã hẹn ngày")
    DECLINED = "declined", _("Chưa tiếp được")
    VISITED = "visited", _("Đã học tập")
    WITHDRAWN = "withdrawn", _("Đã rút")


LEARNING_TONES = {
    LearningState.ASKED: "warning",
    LearningState.AGREED: "info",
    LearningState.DECLINED: "danger",
    LearningState.VISITED: "success",
    LearningState.WITHDRAWN: "secondary",
}
_WAITING = frozenset({LearningState.ASKED, LearningState.AGREED})
LEARNING = Workflow(
    Transition("agree", _WAITING, LearningState.AGREED, N_("Hẹn ngày")),
    Transition(
        "decline", frozenset({LearningState.ASKED}), LearningState.DECLINED, N_("Chưa tiếp được")
    ),
    Transition(
        "visit", frozenset({LearningState.AGREED}), LearningState.VISITED, N_("Ghi đã học tập")
    ),
    Transition("withdraw", _WAITING, LearningState.WITHDRAWN, N_("Rút đề nghị")),
    initial=LearningState.ASKED,
)
