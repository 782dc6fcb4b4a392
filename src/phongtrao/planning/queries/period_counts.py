"""What the registers of planning count for one body and a stretch of days.

Each count is of rows that a list of planning shows with the same filter, so that whoever takes the
figure can look at them.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Max, Q

from phongtrao.core import clock
from phongtrao.planning.models import JointPaper, ProgrammeDocument, Task
from phongtrao.planning.queries.tasks import class_conditions
from phongtrao.planning.rules import TaskClass


@dataclass(frozen=True)
class PeriodCounts:
    """Papers issued, joint papers signed by all, and tasks that fell due, of one body's days.

    Each register is asked when its count is, in one query, and once.
    """

    body_id: int
    first_day: date
    last_day: date

    @cached_property
    def papers(self) -> int:
        """Papers that the body has issued."""
        days = (self.first_day, self.last_day)
        return ProgrammeDocument.objects.filter(
            issuer_body_id=self.body_id, issued_on__range=days
        ).count()

    @cached_property
    def joint_papers(self) -> int:
        """Joint papers of which the last signature fell into the days."""
        signed = (
            JointPaper.objects.filter(parties__body_id=self.body_id)
            .exclude(parties__signed_on=None)
            .annotate(last_signed=Max("parties__signed_on"))
        )
        return signed.filter(last_signed__range=(self.first_day, self.last_day)).count()

    @property
    def tasks_due(self) -> int:
        """Tasks in the lead that fell due."""
        return self._tasks["due"]

    @property
    def tasks_in_time(self) -> int:
        """Of them those done in time."""
        return self._tasks["in_time"]

    @property
    def tasks_late(self) -> int:
        """Tasks in the lead that run late on the last day, or today while it is ahead."""
        return self._tasks["late"]

    @cached_property
    def _tasks(self) -> dict[str, int]:
        classes = class_conditions(min(self.last_day, clock.today()))
        in_time, late = classes[TaskClass.DONE_IN_TIME], classes[TaskClass.RUNNING_LATE]
        due = Q(due_on__range=(self.first_day, self.last_day))
        return Task.objects.filter(lead_id=self.body_id).aggregate(
            due=Count("pk", filter=due & ~classes[TaskClass.WITHDRAWN]),
            in_time=Count("pk", filter=due & in_time),
            late=Count("pk", filter=late),
        )
