"""What of planning changes hands with a body: open tasks, parts in them, requirements to decide."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.planning.models import RequirementAddressee, Task, TaskPart
from phongtrao.planning.workflow import AddresseeState, TaskState

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
