"""Background jobs: the schedule, the heartbeat that proves the worker, and house-keeping.

The scheduler only enqueues; the worker of django-tasks runs. Each job may run twice.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from phongtrao.core import clock, idempotency, search, uploads
from phongtrao.core.models import Heartbeat, ScheduledJob


@dataclass(frozen=True, slots=True)
class Planned:
    """A job of the schedule: the dotted path of its task and how often it runs."""

    path: str
    every_minutes: int


# Each job of ours ends far sooner; what runs longer belongs to a worker that was killed.
LONGEST_JOB = timedelta(minutes=30)
_KEEP_RESULTS = timedelta(days=7)
_LONGEST_UPLOAD = timedelta(hours=1)


def beat(process: str) -> None:
    """Note that a process lives."""
    Heartbeat.objects.update_or_create(process=process, defaults={"at": clock.now()})


def alive(process: str, *, within: timedelta) -> bool:
    """Whether the process has shown itself lately."""
    return Heartbeat.objects.filter(process=process, at__gte=clock.now() - within).exists()


def begin_afresh() -> None:
    """Called by the only server before its processes start: nothing of an earlier run counts.

    Old heartbeats are forgotten, the worker's next proof is due at once, and jobs that were cut
    off wait again; uploads that were cut off are gone.
    """
    uploads.forget_leftovers(older_than=clock.now().timestamp())
    Heartbeat.objects.all().delete()
    ScheduledJob.objects.filter(name="worker-heartbeat").update(next_at=clock.now())
    requeue_interrupted(started_before=clock.now())


def requeue_interrupted(*, started_before: datetime) -> int:
    """Let jobs whose worker died run again; the number of them."""
    running = DBTaskResult.objects.running().filter(started_at__lt=started_before)
    return running.update(status=TaskResultStatus.READY, started_at=None)


@task()
def worker_heartbeat() -> None:
    """Proves the whole way: scheduled, stored, taken by a worker, run."""
    beat("worker")


@task()
def forget_old_keys() -> int:
    """Delete one-time keys, sessions and results of jobs that nobody can use any more."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=clock.now() - _KEEP_RESULTS).delete()
    return idempotency.forget_old()


@task()
def forget_upload_leftovers() -> int:
    """Delete what processes that were killed in the middle of an upload left on the disk."""
    return uploads.forget_leftovers(older_than=(clock.now() - _LONGEST_UPLOAD).timestamp())


@task()
def rebuild_search() -> int:
    """Bring the search index to what the records say; how many of its rows that changed."""
    return sum(search.rebuild(kind) for kind in search.offered())


CORE_SCHEDULE: Mapping[str, Planned] = {
    "worker-heartbeat": Planned("phongtrao.core.jobs.worker_heartbeat", 1),
    "forget-old-keys": Planned("phongtrao.core.jobs.forget_old_keys", 24 * 60),
    "forget-upload-leftovers": Planned("phongtrao.core.jobs.forget_upload_leftovers", 30),
    "rebuild-search": Planned("phongtrao.core.jobs.rebuild_search", 24 * 60),
}


def enqueue_due(schedule: Mapping[str, Planned], *, at: datetime) -> list[str]:
    """Enqueue every job whose time has come, and set its next time; returns their names.

    A time missed while the server was down is made up once, not once for every interval.
    """
    _match_table(schedule, at)
    due = []
    for name, planned in schedule.items():
        with transaction.atomic():
            row = ScheduledJob.objects.select_for_update().get(name=name)
            if row.next_at > at:
                continue
            row.last_at = at
            row.next_at = at + timedelta(minutes=planned.every_minutes)
            row.save(update_fields=["last_at", "next_at"])
            _job(planned.path).enqueue()
        due.append(name)
    return due


def _match_table(schedule: Mapping[str, Planned], at: datetime) -> None:
    known = {row.name: row for row in ScheduledJob.objects.all()}
    for name, planned in schedule.items():
        row = known.pop(name, None)
        if row is None:
            ScheduledJob.objects.create(name=name, every_minutes=planned.every_minutes, next_at=at)
        elif row.every_minutes != planned.every_minutes:
            row.every_minutes = planned.every_minutes
            row.save(update_fields=["every_minutes"])
    ScheduledJob.objects.filter(name__in=known).delete()


def _job(path: str) -> Any:
    job: Callable[..., Any] = import_string(path)
    return job
