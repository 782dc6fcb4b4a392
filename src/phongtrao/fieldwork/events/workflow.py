"""The states of a festival site as one table; actions, constraints and pages read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Workflow, step


class SiteState(models.TextChoices):
    """Where a festival site stands."""

    CANDIDATE = "candidate", _("Đề nghị chọn")
    APPROVED = "approved", _("Đã duyệt")
    PREPARING = "preparing", _("Đang chuẩn bị")
    TAKING_PLACE = "taking_place", _("Đang diễn ra")
    RECORDED = "recorded", _("Đã ghi kết quả")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    POSTPONED = "postponed", _("Tạm hoãn")
    CANCELLED = "cancelled", _("Đã hủy")


class Reply(models.TextChoices):
    """What an invited office has answered."""

    WAITING = "waiting", _("Chưa trả lời")
    COMES = "comes", _("Dự")
    SENDS = "sends", _("Cử người khác dự")
    ABSENT = "absent", _("Không dự được")


class SelectionState(models.TextChoices):
    """Where a plan of sites and guests stands that the computer was asked for."""

    WAITING = "waiting", _("Chờ tính")
    FOUND = "found", _("Đã có phương án")
    IMPOSSIBLE = "impossible", _("Không có phương án")
    FAILED = "failed", _("Tính không xong")
    APPLIED = "applied", _("Đã áp dụng")


_S = SiteState


SITE = Workflow(
    step("approve", (_S.CANDIDATE,), _S.APPROVED, N_("Duyệt điểm")),
    step("prepare", (_S.APPROVED,), _S.PREPARING, N_("Bắt đầu chuẩn bị")),
    step("open", (_S.PREPARING,), _S.TAKING_PLACE, N_("Khai mạc")),
    step("record", (_S.TAKING_PLACE, _S.RECORDED), _S.RECORDED, N_("Ghi kết quả")),
    step("confirm", (_S.RECORDED,), _S.CONFIRMED, N_("Xác nhận kết quả")),
    step("give_back", (_S.RECORDED,), _S.TAKING_PLACE, N_("Trả lại kết quả")),
    step("move", (_S.APPROVED,), _S.APPROVED, N_("Chuyển ngày")),
    step("move", (_S.PREPARING, _S.POSTPONED), _S.PREPARING, N_("Chuyển ngày")),
    step("postpone", (_S.APPROVED, _S.PREPARING), _S.POSTPONED, N_("Tạm hoãn")),
    step(
        "cancel",
        (_S.CANDIDATE, _S.APPROVED, _S.PREPARING, _S.POSTPONED),
        _S.CANCELLED,
        N_("Hủy điểm"),
    ),
    initial=_S.CANDIDATE,
)
# Held and counted; chosen and still to come; what may still be edited.
HELD = (_S.RECORDED, _S.CONFIRMED)
COMING = (_S.APPROVED, _S.PREPARING, _S.TAKING_PLACE)
GOING_ON = (_S.CANDIDATE, *COMING, _S.RECORDED, _S.POSTPONED)
# States in which a day is fixed, and those that a reason led to.
DATED = (*COMING, *HELD)
REASONED = (_S.POSTPONED, _S.CANCELLED)
# Verbs with an act of their own: they ask for a day, or for the figures.
OWN_ACTS = frozenset({"approve", "record"})
# Verbs that are a matter of the body whose plan it is; the others are of the body in charge.
OF_THE_PLAN = frozenset({"confirm", "give_back"})
OF_EITHER = frozenset({"cancel", "move"})
WITH_REASON = frozenset({"give_back", "move", "postpone", "cancel"})
