"""`phongtrao scheduler`: enqueues the jobs whose time has come; runs none."""

import signal
import threading
from typing import Any

import structlog
from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.utils.module_loading import import_string

from phongtrao.cli.commands import PlainCommand
from phongtrao.core import clock, jobs

log = structlog.get_logger(__name__)
_EVERY_SECONDS = 15


class Command(PlainCommand):
    """The scheduler process."""

    help = "Đưa các việc định kỳ vào hàng đợi."
    requires_system_checks: list[str] = []  # `serve` has checked; a restart should be quick

    def handle(self, *args: Any, **options: Any) -> None:
        """Tick until told to stop; a database fault is logged and tried again."""
        stop = threading.Event()
        schedule = import_string(settings.JOB_SCHEDULE)
        signal.signal(signal.SIGTERM, lambda *_: stop.set())
        signal.signal(signal.SIGINT, lambda *_: stop.set())
        while not stop.is_set():
            try:
                jobs.beat("scheduler")
                jobs.enqueue_due(schedule, at=clock.now())
                jobs.requeue_interrupted(started_before=clock.now() - jobs.LONGEST_JOB)
            except DatabaseError as error:
                log.warning("scheduler_tick_failed", error=type(error).__name__)
                close_old_connections()
            stop.wait(_EVERY_SECONDS)
