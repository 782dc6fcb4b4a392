"""Background work of planning; each job may run twice."""

from django_tasks import task

from phongtrao.core import clock
from phongtrao.core.jobs import Planned
from phongtrao.planning import actions

PLANNING_SCHEDULE = {
    "task-series": Planned("phongtrao.planning.jobs.open_occurrences", 60),
    "task-reminders": Planned("phongtrao.planning.jobs.remind", 60),
}


@task()
def open_occurrences() -> int:
    """Open the next time of every recurring task whose last one has fallen due."""
    return actions.open_due_occurrences(clock.today())


@task()
def remind() -> int:
    """Remind of tasks before and after their due day."""
    return actions.remind_due(clock.today())
