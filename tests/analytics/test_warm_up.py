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


@pytest.mark.parametrize("address", ["/tong-quan/", "/tra-cuu/", "/tra-cuu/xu-huong/"])
def test_what_one_reader_has_seen_the_next_one_sees_in_few_queries(
    world: World, client_for: Callable[[Posting], Client], address: str
) -> None:
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    cases.submitted(world, cases.open_round(world))
    rebuild()
    assert client_for(world.posting("An")).get(address).status_code == 200
    client = client_for(world.posting("Bình"))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    assert len(asked) <= 20


def test_the_warm_up_reads_the_trees_and_an_empty_database_has_none(world: World) -> None:
    warm_up()
    cases.submitted(world, cases.open_round(world))
    rebuild()
    with CaptureQueriesContext(connection) as first:
        warm_up()
    with CaptureQueriesContext(connection) as again:
        warm_up()
    assert len(again) < len(first) / 2
