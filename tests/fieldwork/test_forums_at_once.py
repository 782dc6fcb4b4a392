"""Two officers of one body note what was said in one moment."""

from functools import partial

import pytest

from phongtrao.fieldwork.forums import actions
from phongtrao.fieldwork.forums.models import Remark
from phongtrao.planning.models import Programme
from tests.at_once import both, needs_rows_held
from tests.fieldwork.forum_cases import TEXT, forum
from tests.packs import load_pack
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True), needs_rows_held]


def test_two_remarks_of_one_moment_have_two_numbers(world: World) -> None:
    load_pack()
    held, by = forum(world), world.actor("An")
    note = partial(actions.note_remark, held, actions.RemarkTerms("trat_tu", TEXT), by=by)
    done = both(Programme.objects.all(), note, note)
    assert all(isinstance(each, Remark) for each in done), done
    assert sorted(Remark.objects.values_list("number", flat=True)) == [1, 2]
