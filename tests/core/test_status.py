"""/tinh-trang tells whether the three processes live, to this machine only, and nothing else."""

from datetime import timedelta

import pytest
from django.test import Client

from phongtrao.core import clock, jobs
from phongtrao.core.models import Heartbeat

pytestmark = pytest.mark.django_db


def test_it_is_503_until_worker_and_scheduler_have_shown_themselves(client: Client) -> None:
    assert client.get("/tinh-trang").status_code == 503
    jobs.beat("worker")
    assert client.get("/tinh-trang").status_code == 503
    jobs.beat("scheduler")
    answer = client.get("/tinh-trang")
    assert answer.status_code == 200
    assert set(answer.json()) == {"web", "worker", "scheduler"}


def test_a_silent_worker_makes_it_503(client: Client) -> None:
    jobs.beat("scheduler")
    Heartbeat.objects.create(process="worker", at=clock.now() - timedelta(minutes=10))
    assert client.get("/tinh-trang").status_code == 503


@pytest.mark.parametrize(
    "extra", [{"REMOTE_ADDR": "10.0.0.7"}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}]
)
def test_it_is_not_there_for_other_machines(client: Client, extra: dict[str, str]) -> None:
    assert client.get("/tinh-trang", **extra).status_code == 404
