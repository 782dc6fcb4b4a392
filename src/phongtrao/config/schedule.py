"""Everything the scheduler enqueues; each app adds its own jobs here."""

from phongtrao.core.jobs import CORE_SCHEDULE

SCHEDULE = {**CORE_SCHEDULE}
