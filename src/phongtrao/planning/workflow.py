"""States of what a paper asks for, of tasks and of requests for more time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.workflow import Transition, Workflow


class Part(models.TextChoices):
    """The part that a body takes in a requirement."""

    LEAD = "lead", _("Chủ trì")
    COORDINATING = "coordinating", _("Phối hợp")


class AddresseeState(models.TextChoices):
    """What an addressed body has made of a requirement."""

    OPEN = "open", _("Chưa cụ thể hóa")
    MADE_CONCRETE = "made_concrete", _("Đã cụ thể hóa")
    STANDING = "standing", _("Thực hiện thường xuyên")
    SEPARATE_REGIME = "separate_regime", _("Theo chế độ riêng")


class TaskState(models.TextChoices):
    """Where a task stands."""

    ASSIGNED = "assigned", _("Đã giao")
    IN_PROGRESS = "in_progress", _("Đang thực hiện")
    REPORTED_DONE = "reported_done", _("Chờ xác nhận hoàn thành")
    COMPLETED = "completed", _("Đã hoàn thành")
    SUSPENDED = "suspended", _("Tạm dừng")
    WITHDRAWN = "withdrawn", _("Thôi giao")


class EntryKind(models.TextChoices):
    """What a line in the thread of a task is."""

    PROGRESS = "progress", _("Tiến độ")
    DONE_REPORT = "done_report", _("Báo cáo hoàn thành")
    RETURNED = "returned", _("Trả lại")
    NOTE = "note", _("Ghi nhận")


class ExtensionState(models.TextChoices):
    """A request for more time."""

    ASKED = "asked", _("Chờ quyết định")
    GRANTED = "granted", _("Đồng ý gia hạn")
    REFUSED = "refused", _("Không gia hạn")
    WITHDRAWN = "withdrawn", _("Đã rút")


_DECIDED = frozenset({AddresseeState.STANDING, AddresseeState.SEPARATE_REGIME})
_OPEN = frozenset({AddresseeState.OPEN})
_RUNNING = frozenset({TaskState.ASSIGNED, TaskState.IN_PROGRESS})
_REPORTED = frozenset({TaskState.REPORTED_DONE})
_SUSPENDED = frozenset({TaskState.SUSPENDED})
_ASKED = frozenset({ExtensionState.ASKED})

ADDRESSEE = Workflow(
    Transition("make_concrete", _OPEN, AddresseeState.MADE_CONCRETE, N_("Cụ thể hóa")),
    Transition("declare_standing", _OPEN, AddresseeState.STANDING, N_("Thực hiện thường xuyên")),
    Transition("separate", _OPEN, AddresseeState.SEPARATE_REGIME, N_("Theo chế độ riêng")),
    Transition("reopen", _DECIDED, AddresseeState.OPEN, N_("Xem lại cách thực hiện")),
    initial=AddresseeState.OPEN,
)
TASK = Workflow(
    Transition("report", _RUNNING, TaskState.IN_PROGRESS, N_("Báo cáo tiến độ")),
    Transition("report_done", _RUNNING, TaskState.REPORTED_DONE, N_("Báo cáo hoàn thành")),
    Transition("return", _REPORTED, TaskState.IN_PROGRESS, N_("Trả lại")),
    Transition("confirm", _REPORTED, TaskState.COMPLETED, N_("Xác nhận hoàn thành")),
    Transition("suspend", _RUNNING, TaskState.SUSPENDED, N_("Tạm dừng")),
    Transition("resume", _SUSPENDED, TaskState.IN_PROGRESS, N_("Tiếp tục thực hiện")),
    Transition("withdraw", _RUNNING | _SUSPENDED, TaskState.WITHDRAWN, N_("Thôi giao")),
    initial=TaskState.ASSIGNED,
)
EXTENSION = Workflow(
    Transition("grant", _ASKED, ExtensionState.GRANTED, N_("Đồng ý gia hạn")),
    Transition("refuse", _ASKED, ExtensionState.REFUSED, N_("Không gia hạn")),
    Transition("withdraw", _ASKED, ExtensionState.WITHDRAWN, N_("Rút đề nghị gia hạn")),
    initial=ExtensionState.ASKED,
)
RUNNING = tuple(str(state.value) for state in sorted(_RUNNING))
