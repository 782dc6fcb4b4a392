"""Background work of org."""

from django_tasks import task

from phongtrao.core.jobs import Planned
from phongtrao.org.actions.area_changes import hand_over_due

ORG_SCHEDULE = {"area-work": Planned("phongtrao.org.jobs.hand_over_area_work", 60)}


@task()
def hand_over_area_work() -> None:
    """Open work of bodies that ended today goes to their successors."""
    hand_over_due()
