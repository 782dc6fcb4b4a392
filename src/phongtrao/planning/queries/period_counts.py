"""What the registers of planning count for one body and a stretch of days.

Each count is of rows that a list of planning shows with the same filter, so that whoever takes the
figure can look at them.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q

from phongtrao.core import clock
from phongtrao.planning.models import JointPaper, ProgrammeDocument, Task
from phongtrao.planning.queries.tasks import class_conditions
from phongtrao.planning.rules import TaskClass


@dataclass(frozen=True, slots=True)
class PeriodCounts:
    """Papers issued, joint papers signed by all, and tasks that fell due, of one body's days."""

    papers: int
    joint_papers: int
    tasks_due: int
    tasks_in_time: int
    tasks_late: int


def period_counts(body_id: int, first_day: date, last_day: date) -> PeriodCounts:
    """The counts, in three queries; tasks are read on the last day, or today while it is ahead."""
    days = (first_day, last_day)
    classes = class_conditions(min(last_day, clock.today()))
    in_time, late = classes[TaskClass.DONE_IN_TIME], classes[TaskClass.RUNNING_LATE]
    due = Q(due_on__range=days)
    tasks = Task.objects.filter(lead_id=body_id).aggregate(
        due=Count("pk", filter=due & ~classes[TaskClass.WITHDRAWN]),
        in_time=Count("pk", filter=due & in_time),
        late=Count("pk", filter=late),
    )
    signed = (
        JointPaper.objects.filter(parties__body_id=body_id)
        .exclude(parties__signed_on=None)
        .annotate(last_signed=Max("parties__signed_on"))
    )
    return PeriodCounts(
        papers=ProgrammeDocument.objects.filter(
            issuer_body_id=body_id, issued_on__range=days
        ).count(),
        joint_papers=signed.filter(last_signed__range=days).count(),
        tasks_due=tasks["due"],
        tasks_in_time=tasks["in_time"],
        tasks_late=tasks["late"],
    )
