"""Everything the scheduler enqueues; each app adds its own jobs here."""

from phongtrao.analytics.jobs import ANALYTICS_SCHEDULE
from phongtrao.core.jobs import CORE_SCHEDULE
from phongtrao.org.jobs import ORG_SCHEDULE
from phongtrao.planning.jobs import PLANNING_SCHEDULE

SCHEDULE = {**CORE_SCHEDULE, **ORG_SCHEDULE, **PLANNING_SCHEDULE, **ANALYTICS_SCHEDULE}
