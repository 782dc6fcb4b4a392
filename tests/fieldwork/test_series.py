"""A series of meetings: conclusions over all of them, repeated, replaced, found by their words."""

from datetime import timedelta
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput, Refused
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting
from phongtrao.planning.actions import PartSpec
from phongtrao.planning.models import Programme, Task
from tests.fieldwork.meetings_cases import directive, held, said
from tests.planning.conftest import Plan
from tests.planning.register import own_paper
from tests.world import World

pytestmark = pytest.mark.database

_SERIES = "Giao ban quý"


def _two(world: World) -> tuple[Meeting, Meeting]:
    day = clock.today()
    first = held(world, series=_SERIES, held_on=day - timedelta(days=90), title="Quý trước")
    return first, held(world, series=_SERIES, held_on=day - timedelta(days=2), title="Quý này")


def test_a_conclusion_that_a_later_one_replaces_is_open_no_more(
    world: World, programme: Programme
) -> None:
    first, later = _two(world)
    old, kept = directive(world, first), directive(world, first, text="Công khai danh sách")
    directive(world, later, earlier=old, bond="thay_the")
    directive(world, later, earlier=kept, bond="nhac_lai")
    assert [row.pk for row in queries.open_before(later)] == [kept.pk]
    with pytest.raises(Refused):
        actions.drop_conclusion(kept, by=world.actor("An"))
    with pytest.raises(InvalidInput) as refusal:
        directive(world, first, earlier=kept, bond="nhac_lai")
    assert "earlier" in refusal.value.fields


def test_a_directive_to_several_bodies_is_one_task_with_parts(
    world: World, programme: Programme
) -> None:
    made, front = held(world), world.body("mttq", "quang-ngai")
    with pytest.raises(InvalidInput):
        directive(world, made, parts=(PartSpec(world.body("ca", "dak-ha")),))
    asked = directive(world, made, parts=(PartSpec(front, "Tuyên truyền"),))
    actions.give_as_task(asked, product="Báo cáo", by=world.actor("An"))
    part = Task.objects.get().parts.get()
    assert (part.body, part.text) == (front, "Tuyên truyền")


def test_a_clause_of_another_register_is_no_directive_of_this_meeting(
    world: World, programme: Programme
) -> None:
    made, by, plan = held(world), world.actor("An"), Plan(world, programme)
    clause = own_paper(plan, "An", "5/TB-CAT").requirements.get(position=1)
    foreign = own_paper(plan, "Chi", "6/TB-CAX").requirements.get(position=1)
    asked = directive(world, made)
    with pytest.raises(InvalidInput):
        actions.tie_to_requirement(asked, foreign, by=by)
    actions.tie_to_requirement(asked, clause, by=by)
    row = queries.conclusion_for(by, asked.pk)
    assert row.is_open
    with pytest.raises(Refused):
        actions.give_as_task(row, product="Báo cáo", by=by)
    with pytest.raises(Refused):
        actions.tie_to_requirement(directive(world, made), clause, by=by)


def test_the_page_of_a_series_tells_every_sitting_and_finds_words_without_tone_marks(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    first, later = _two(world)
    for _n in range(6):
        directive(world, first)
    said(world, later, text="Đề nghị lắp thêm bảng tin ở nhà văn hóa")
    actions.save_minutes(first, text="Khai mạc\nBảng tin của xã", by=world.actor("An"))
    client = desk("An")
    address = f"/hoi-nghi/{later.pk}/chuoi/"
    with django_assert_max_num_queries(20):
        page = client.get(f"{address}?tim=bang tin").content.decode()
    found = page.split('id="tim-thay"')[1].split("</section>")[0]
    assert "lắp thêm bảng tin" in found
    assert "Bảng tin của xã" in found
    rows = queries.sittings(world.actor("An"), [later, first], clock.today())
    assert [(row.total, row.open, row.late) for row in rows] == [(0, 0, 0), (6, 6, 0)]
    assert client.get(f"{address}xuat-excel/").status_code == 200
    assert desk("Giang").get(address).status_code == 404
    assert Conclusion.objects.count() == 6
