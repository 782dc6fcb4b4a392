"""Background work of analytics; each job may run twice."""

from django_tasks import task

from phongtrao.analytics import generations
from phongtrao.analytics.actions import rebuild
from phongtrao.analytics.models import FigureChange
from phongtrao.core.jobs import Planned

ANALYTICS_SCHEDULE = {
    "figures-files": Planned("phongtrao.analytics.jobs.keep_files", 5),
    "figures-files-anew": Planned("phongtrao.analytics.jobs.build_anew", 24 * 60),
}
# Processes read what came after the files from the log when they begin: not more than this.
_MOST_BEHIND = 2_000


@task()
def keep_files() -> bool:
    """Build the files where there are none, or where many changes have come; whether it did."""
    found = generations.current()
    if found is not None and generations.in_log(found):
        behind = FigureChange.objects.filter(pk__gt=found.up_to)
        if behind.count() <= _MOST_BEHIND and not behind.filter(report=None).exists():
            return False
    rebuild(whole=found is None)
    return True


@task()
def build_anew() -> None:
    """Build all files from the record, in the order of today's areas."""
    rebuild()
