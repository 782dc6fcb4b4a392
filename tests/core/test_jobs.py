"""The schedule enqueues each job once a turn, and makes up a missed time once."""

from datetime import datetime, timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from phongtrao.core import clock, jobs
from phongtrao.core.jobs import Planned
from phongtrao.core.models import Heartbeat, ScheduledJob

pytestmark = [pytest.mark.database, pytest.mark.django_db]
SCHEDULE = {"beat": Planned("phongtrao.core.jobs.worker_heartbeat", 10)}
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=clock.VIETNAM)


def test_a_due_job_runs_and_is_not_due_again_until_its_time() -> None:
    assert jobs.enqueue_due(SCHEDULE, at=NOON) == ["beat"]
    assert Heartbeat.objects.filter(process="worker").exists()
    assert jobs.enqueue_due(SCHEDULE, at=NOON + timedelta(minutes=9)) == []
    assert jobs.enqueue_due(SCHEDULE, at=NOON + timedelta(minutes=10)) == ["beat"]


def test_hours_of_standstill_are_made_up_once() -> None:
    jobs.enqueue_due(SCHEDULE, at=NOON)
    later = NOON + timedelta(hours=5)
    assert jobs.enqueue_due(SCHEDULE, at=later) == ["beat"]
    assert jobs.enqueue_due(SCHEDULE, at=later) == []


def test_a_job_that_left_the_schedule_leaves_the_table() -> None:
    jobs.enqueue_due(SCHEDULE, at=NOON)
    jobs.enqueue_due({}, at=NOON)
    assert not ScheduledJob.objects.exists()


def _cut_off(started_at: datetime) -> DBTaskResult:
    """A job whose worker died in the middle."""
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=started_at,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="phongtrao.core.jobs.worker_heartbeat",
        backend_name="default",
    )


def test_a_job_whose_worker_died_runs_again() -> None:
    long_ago, just_now = _cut_off(NOON - timedelta(hours=2)), _cut_off(NOON)
    assert jobs.requeue_interrupted(started_before=NOON - jobs.LONGEST_JOB) == 1
    long_ago.refresh_from_db()
    just_now.refresh_from_db()
    assert (long_ago.status, long_ago.started_at) == (TaskResultStatus.READY, None)
    assert just_now.status == TaskResultStatus.RUNNING


def test_a_new_server_counts_nothing_of_an_earlier_run() -> None:
    jobs.beat("worker")
    schedule = {"worker-heartbeat": Planned("phongtrao.core.jobs.worker_heartbeat", 1)}
    jobs.enqueue_due(schedule, at=clock.now())
    job = _cut_off(clock.now() - timedelta(seconds=5))
    jobs.begin_afresh()
    job.refresh_from_db()
    assert job.status == TaskResultStatus.READY
    assert not Heartbeat.objects.exists()
    assert jobs.enqueue_due(schedule, at=clock.now()) == ["worker-heartbeat"]


def test_results_of_jobs_are_forgotten_after_a_week() -> None:
    old, young = _cut_off(NOON), _cut_off(NOON)
    ended = {"status": TaskResultStatus.SUCCESSFUL}
    DBTaskResult.objects.filter(pk=old.pk).update(
        finished_at=clock.now() - timedelta(days=8), **ended
    )
    DBTaskResult.objects.filter(pk=young.pk).update(finished_at=clock.now(), **ended)
    jobs.forget_old_keys.call()
    assert list(DBTaskResult.objects.all()) == [young]
