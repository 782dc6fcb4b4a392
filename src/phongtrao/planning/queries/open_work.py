"""What of planning changes hands with a body (tasks, parts, requirements) or an official."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.queries.held_work import HeldKind
from phongtrao.planning.models import ExtensionRequest, RequirementAddressee, Task, TaskPart
from phongtrao.planning.workflow import AddresseeState, ExtensionState, TaskState

_ENDED = [TaskState.COMPLETED, TaskState.WITHDRAWN]
OPEN_WORK = (
    OpenWork(Task, "lead", "body", N_("Nhiệm vụ chủ trì"), ~Q(state__in=_ENDED)),
    OpenWork(Task, "assigner", "body", N_("Nhiệm vụ đã giao"), ~Q(state__in=_ENDED)),
    OpenWork(TaskPart, "body", "body", N_("Nhiệm vụ phối hợp"), ~Q(task__state__in=_ENDED)),
    OpenWork(
        RequirementAddressee,
        "body",
        "body",
        N_("Nội dung chỉ đạo chưa cụ thể hóa"),
        Q(state=AddresseeState.OPEN),
    ),
)
HELD_WORK = (
    HeldKind(
        key="planning.task",
        model=Task,
        field="created_by",
        noun=N_("Nhiệm vụ đã giao, đang theo dõi"),
        is_open=~Q(state__in=_ENDED),
        fields=("title",),
        words=str,
        address="planning:task-detail",
    ),
    HeldKind(
        key="planning.extension",
        model=ExtensionRequest,
        field="asked_by",
        noun=N_("Đề nghị gia hạn chờ trả lời"),
        is_open=Q(state=ExtensionState.ASKED),
        fields=("task__title",),
        words=str,
        address="planning:task-detail",
        target="task",
    ),
)
