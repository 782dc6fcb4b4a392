"""The schedule enqueues each job once a turn, and makes up a missed time once."""

from datetime import datetime, timedelta

import pytest

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
