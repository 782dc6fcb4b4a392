"""What a server reads ahead, the first reader does not wait for."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from phongtrao.analytics.actions import rebuild
from phongtrao.analytics.queries.warm_up import warm_up
from phongtrao.org.models import Account, Posting
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database


ADDRESSES = ("/tong-quan/", "/tra-cuu/", "/tra-cuu/?nganh=ca", "/tra-cuu/xu-huong/?nganh=ca")


@pytest.mark.parametrize("has_files", [True, False])
def test_what_one_reader_has_seen_the_next_one_sees_in_few_queries(
    world: World, client_for: Callable[[Posting], Client], *, has_files: bool
) -> None:
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    cases.submitted(world, cases.open_round(world))
    if has_files:
        rebuild()
    first, next_one = client_for(world.posting("An")), client_for(world.posting("Bình"))
    for address in ADDRESSES:
        assert first.get(address).status_code == 200
        with CaptureQueriesContext(connection) as asked:
            assert next_one.get(address).status_code == 200
        # Within the transaction of a test every question feels the pulse, and there are savepoints.
        told = [q["sql"] for q in asked if "SAVEPOINT" not in q["sql"] and "FROM" in q["sql"]]
        pulses = sum(1 for sql in told if "analytics_figurechange ORDER BY" in sql)
        assert len(told) - max(pulses - 1, 0) <= 20, address


def test_the_warm_up_reads_the_trees_and_an_empty_database_has_none(world: World) -> None:
    warm_up()
    cases.submitted(world, cases.open_round(world))
    rebuild()
    with CaptureQueriesContext(connection) as first:
        warm_up()
    with CaptureQueriesContext(connection) as again:
        warm_up()
    assert len(again) < len(first) / 2
