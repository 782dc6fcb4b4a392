"""Two bodies say in one moment that each took its model from the other."""

from functools import partial

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput
from phongtrao.fieldwork.exemplars import actions, queries
from phongtrao.planning.models import Programme
from tests.at_once import both, needs_rows_held
from tests.fieldwork.exemplars_cases import running
from tests.packs import load_pack
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True), needs_rows_held]


def test_a_circle_is_not_closed_from_two_sides_at_once(world: World) -> None:
    load_pack()
    first, second = running(world), running(world, by="Ba", area="ba-to")
    today = clock.today()
    acts = [
        partial(actions.set_origin, one, actions.Origin(other, today), by=world.actor(name))
        for one, other, name in ((first, second, "Chi"), (second, first, "Ba"))
    ]
    done = both(Programme.objects.all(), *acts)
    assert [isinstance(each, InvalidInput) for each in done] == [False, True], done
    assert queries.origins_of(first.pk) == {second.pk}
    assert not queries.origins_of(second.pk)
