"""The states of a meeting as one table; actions, constraints and pages read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Transition, Workflow


class MeetingState(models.TextChoices):
    """Where a meeting stands."""

    PLANNED = "planned", _("Sắp họp")
    HELD = "held", _("Đã họp")
    CONCLUDED = "concluded", _("Đã thông báo kết luận")
    CALLED_OFF = "called_off", _("Không họp")


_S = MeetingState
TONES = {
    _S.PLANNED: "secondary",
    _S.HELD: "info",
    _S.CONCLUDED: "success",
    _S.CALLED_OFF: "danger",
}
TOOK_PLACE = (_S.HELD, _S.CONCLUDED)


def _step(verb: str, sources: tuple[_S, ...], target: _S, label: str) -> Transition:
    return Transition(verb, frozenset(sources), target, label)


MEETING = Workflow(
    _step("move", (_S.PLANNED,), _S.PLANNED, N_("Chuyển ngày")),
    _step("hold", (_S.PLANNED, _S.HELD), _S.HELD, N_("Ghi cuộc họp đã diễn ra")),
    _step("conclude", (_S.HELD,), _S.CONCLUDED, N_("Thông báo kết luận")),
    _step("reopen", (_S.CONCLUDED,), _S.HELD, N_("Bỏ thông báo đã ghi")),
    _step("call_off", (_S.PLANNED,), _S.CALLED_OFF, N_("Không họp")),
    initial=_S.PLANNED,
)
