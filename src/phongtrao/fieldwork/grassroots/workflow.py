"""The states of a supervision as one table; actions, constraints and pages read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Workflow, step


class SupervisionState(models.TextChoices):
    """Where a supervision or a social criticism stands."""

    PLANNED = "planned", _("Theo kế hoạch")
    UNDER_WAY = "under_way", _("Đang thực hiện")
    ADVICE_SENT = "advice_sent", _("Đã gửi ý kiến")
    ANSWERED = "answered", _("Đã được trả lời")
    CALLED_OFF = "called_off", _("Không thực hiện")


_S = SupervisionState
TONES = {
    _S.PLANNED: "secondary",
    _S.UNDER_WAY: "info",
    _S.ADVICE_SENT: "warning",
    _S.ANSWERED: "success",
    _S.CALLED_OFF: "danger",
}
# What indicators count: the work was done once its advice is out.
DONE = (_S.ADVICE_SENT, _S.ANSWERED)


SUPERVISION = Workflow(
    step("begin", (_S.PLANNED,), _S.UNDER_WAY, N_("Bắt đầu")),
    step("send_advice", (_S.PLANNED, _S.UNDER_WAY), _S.ADVICE_SENT, N_("Ghi ý kiến đã gửi")),
    step("note_answer", (_S.ADVICE_SENT,), _S.ANSWERED, N_("Ghi trả lời")),
    step("take_answer_back", (_S.ANSWERED,), _S.ADVICE_SENT, N_("Bỏ trả lời đã ghi")),
    step("call_off", (_S.PLANNED, _S.UNDER_WAY), _S.CALLED_OFF, N_("Không thực hiện")),
    initial=_S.PLANNED,
)
