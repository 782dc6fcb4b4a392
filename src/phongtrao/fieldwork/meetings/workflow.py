"""The states of a meeting and of its papers as tables; actions, constraints and pages read them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Transition, Workflow, step


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


MEETING = Workflow(
    step("move", (_S.PLANNED,), _S.PLANNED, N_("Chuyển ngày")),
    step("hold", (_S.PLANNED, _S.HELD), _S.HELD, N_("Ghi cuộc họp đã diễn ra")),
    step("conclude", (_S.HELD,), _S.CONCLUDED, N_("Thông báo kết luận")),
    step("reopen", (_S.CONCLUDED,), _S.HELD, N_("Bỏ thông báo đã ghi")),
    step("call_off", (_S.PLANNED,), _S.CALLED_OFF, N_("Không họp")),
    initial=_S.PLANNED,
)


class Reply(models.TextChoices):
    """What an invited body answered; a meeting that is moved asks again."""

    WAITING = "waiting", _("Chưa trả lời")
    COMES = "comes", _("Dự")
    SENDS = "sends", _("Cử người dự thay")
    ABSENT = "absent", _("Vắng có lý do")
    ASKED_AGAIN = "asked_again", _("Hỏi lại")


ANSWERED = (Reply.COMES, Reply.SENDS, Reply.ABSENT)
OPEN_REPLIES = (Reply.WAITING, Reply.ASKED_AGAIN)
REPLY_TONES = {
    Reply.WAITING: "warning",
    Reply.COMES: "success",
    Reply.SENDS: "info",
    Reply.ABSENT: "secondary",
    Reply.ASKED_AGAIN: "warning",
}


class PaperState(models.TextChoices):
    """Where a paper of a meeting stands."""

    ASKED = "asked", _("Đề nghị")
    RECEIVED = "received", _("Đã nhận")
    RETURNED = "returned", _("Trả lại sửa")
    APPROVED = "approved", _("Đã duyệt")


_P = PaperState
PAPER_TONES = {
    _P.ASKED: "secondary",
    _P.RECEIVED: "info",
    _P.RETURNED: "warning",
    _P.APPROVED: "success",
}
PAPER = Workflow(
    Transition("send", frozenset({_P.ASKED, _P.RECEIVED, _P.RETURNED}), _P.RECEIVED, N_("Gửi")),
    Transition("return", frozenset({_P.RECEIVED, _P.APPROVED}), _P.RETURNED, N_("Trả lại sửa")),
    Transition("approve", frozenset({_P.RECEIVED}), _P.APPROVED, N_("Duyệt")),
    initial=_P.ASKED,
)
