"""What tests begin with is the same whether it is made or written again."""

from datetime import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction

from phongtrao.core import clock
from phongtrao.org.models import Account, Body, Posting
from phongtrao.planning import imports as planning
from phongtrao.planning.models import ProgrammeContent
from phongtrao.reporting import imports as reporting
from phongtrao.reporting.models import TemplateVersion
from tests.packs import load_pack
from tests.replay import Replayed
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
_BEGINNINGS = (planning.load_pack, reporting.load_catalogue)
_MOMENT = datetime(2027, 3, 1, 9, tzinfo=clock.VIETNAM)


def _rows() -> dict[str, list[Any]]:
    """Every row of every table."""
    models = apps.get_models(include_auto_created=True)
    return {each._meta.label: list(each._base_manager.order_by("pk").values()) for each in models}


@pytest.mark.parametrize("make", _BEGINNINGS)
def test_what_is_written_again_is_row_for_row_what_was_made(world: World, make: Any) -> None:
    replayed, before = Replayed(make), _rows()
    with clock.set_to(_MOMENT):
        with transaction.atomic():
            replayed()
            made = _rows()
            transaction.set_rollback(True)
        assert _rows() == before != made
        replayed()
    assert _rows() == made


def test_what_is_handed_out_is_a_copy_and_further_rows_get_keys_of_their_own(world: World) -> None:
    load = Replayed(planning.load_pack)
    with transaction.atomic():
        first = load()
        transaction.set_rollback(True)
    again = load()
    assert again == first
    assert again is not first
    ProgrammeContent.objects.create(programme=again, position=90, code="x", name="Thêm")
    assert again.contents.count() == first.contents.count() > 1


def test_where_rows_stand_the_real_code_runs(world: World) -> None:
    made = []
    load = Replayed(lambda: made.append(1) or planning.load_pack())  # type: ignore[func-returns-value]
    assert load() == load() == load_pack()
    assert len(made) == 2


def test_what_was_made_now_is_written_with_the_moment_of_its_test(world: World) -> None:
    load = Replayed(reporting.load_catalogue)
    with transaction.atomic():
        load()
        transaction.set_rollback(True)
    with clock.set_to(_MOMENT):
        load()
    assert {each.created_at for each in TemplateVersion.objects.all()} == {_MOMENT}


def test_the_cast_of_each_test_is_its_own_and_stands_in_the_database(world: World) -> None:
    an = world.posting("An")
    assert an.body is world.body("ca", "quang-ngai")
    assert Posting.objects.get(pk=an.pk).account == an.account
    assert set(Posting.objects.all()) == set(world.postings.values())
    assert set(Body.objects.all()) == set(world.bodies.values())
    assert Account.objects.count() == len(world.postings)
    connection.check_constraints()
