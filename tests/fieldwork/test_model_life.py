"""What models did, who learned from whom, which entries are one, and what everybody may read."""

from datetime import date, timedelta
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused, TransitionRefused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.fieldwork.exemplars import actions, queries
from phongtrao.fieldwork.exemplars.models import ModelPair, PracticeModel
from phongtrao.fieldwork.exemplars.rules import year_before
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.org.models import AreaSet, AreaSetMember
from phongtrao.planning.models import Programme
from tests.fieldwork.exemplars_cases import (
    activity,
    apart,
    asked,
    days_ago,
    practice,
    review,
    running,
    step,
    terms,
)
from tests.world import MERGER, World

pytestmark = pytest.mark.database


def _count(world: World, cell: str) -> int:
    today = clock.today()
    first = today - timedelta(days=30)
    body, area = world.body("ca", "dak-ha").pk, world.area("dak-ha").pk
    found = queries.counts(Asked(body, area, first, today, frozenset({cell})))
    return next((each.figure for each in found), 0)


def test_a_model_is_alive_by_evidence_of_the_last_twelve_months(
    world: World, programme: Programme
) -> None:
    chi, model = world.actor("Chi"), running(world, since=900)
    activity(model, by=chi, ago=400)
    assert _count(world, "MH24") == 1
    assert [item.title for item in lines_of(queries.inbox_sources(chi, chi.day))] == [
        "Tiếng kẻng an ninh"
    ]
    told = activity(model, by=chi, ago=3)
    assert _count(world, "MH24") == 0
    assert not lines_of(queries.inbox_sources(chi, chi.day))
    actions.strike_out(told, reason="Ghi nhầm", by=chi)
    assert _count(world, "MH24") == 1


def test_evidence_before_the_launch_or_to_come_is_refused(
    world: World, programme: Programme
) -> None:
    chi, model = world.actor("Chi"), running(world)
    for ago in (-1, 200):
        with pytest.raises(InvalidInput) as refused:
            activity(model, by=chi, ago=ago)
        assert "held_on" in refused.value.fields


def test_a_year_is_reviewed_once_and_its_rank_is_counted(
    world: World, programme: Programme
) -> None:
    chi, model = world.actor("Chi"), running(world, since=100)
    told = review(model, by=chi)
    assert (_count(world, "MH10"), _count(world, "MH12.xep_loai.kha")) == (1, 1)
    with pytest.raises(InvalidInput) as twice:
        review(model, by=chi, rank="yeu")
    assert "year" in twice.value.fields
    actions.strike_out(told, reason="Ghi nhầm", by=chi)
    review(model, by=chi, rank="yeu")
    assert (_count(world, "MH12.xep_loai.kha"), _count(world, "MH12.xep_loai.yeu")) == (0, 1)
    with pytest.raises(InvalidInput):
        review(model, by=chi, year=1999)


def test_two_entries_of_one_model_are_proposed_merged_and_parted_again(
    world: World, programme: Programme
) -> None:
    chi = world.actor("Chi")
    kept = running(world, name="Tiếng kẻng an ninh")
    repeat = running(world, name="Mô hình “Kẻng an ninh” xã Đăk Hà")
    activity(repeat, by=chi)
    [proposal] = queries.proposed_pairs(chi)
    assert {proposal.first.pk, proposal.second.pk} == {kept.pk, repeat.pk}
    assert "Cùng địa bàn" in proposal.found.reasons
    pair = actions.merge_models(kept, repeat, by=chi)
    assert _count(world, "MH02") == 1
    assert not queries.proposed_pairs(chi)
    assert queries.activities_of(kept).count() == 1
    with pytest.raises(Refused):
        actions.change_model(repeat, terms(world), by=chi)
    actions.undo_pair(pair, by=chi)
    assert _count(world, "MH02") == 2
    apart(kept, repeat, by=chi)
    assert not queries.proposed_pairs(chi)
    assert ModelPair.objects.count() == 2


def test_an_entry_adopted_from_the_other_is_no_repeat_and_no_chain_of_merges_is_made(
    world: World, programme: Programme
) -> None:
    chi = world.actor("Chi")
    first, second, third = (running(world) for _n in range(3))
    actions.set_origin(second, actions.Origin(first, clock.today()), by=chi)
    with pytest.raises(Refused):
        actions.merge_models(first, second, by=chi)
    actions.merge_models(first, third, by=chi)
    with pytest.raises(Refused):
        actions.merge_models(second, third, by=chi)
    other = running(world)
    with pytest.raises(Refused):
        actions.merge_models(other, first, by=chi)


def test_a_neighbour_decides_no_pair_of_others_and_the_province_does(
    world: World, programme: Programme
) -> None:
    first, second = running(world), running(world)
    with pytest.raises(Forbidden):
        actions.merge_models(first, second, by=world.actor("Ba"))
    actions.merge_models(first, second, by=world.actor("An"))
    second.refresh_from_db()
    assert second.merged_into_id == first.pk


def _taken(world: World, source: Any, area: str, by: str, *, ago: int = 5) -> Any:
    origin = actions.Origin(source, days_ago(ago), "Thêm loa nhắc")
    return running(world, by=by, area=area, since=ago, origin=origin)


def test_the_tree_tells_who_took_a_model_from_whom_and_how(
    world: World, programme: Programme, desk: Any
) -> None:
    root = running(world)
    child = _taken(world, root, "ba-to", "Ba")
    _taken(world, child, "chu-se", "Giang", ago=2)
    found = queries.diffusion_of(root.pk, clock.today())
    assert (found.total, found.depth) == (2, 2)
    [shown] = found.shown
    assert (shown.area, shown.below, shown.shown[0].area) == ("xã Ba Tơ", 1, "xã Chư Sê")
    provinces = {each.name: each.adopters for each in found.provinces if each.adopters}
    assert provinces == {"Quảng Ngãi": 1, "Gia Lai": 1}
    html = desk("Giang").get(f"/mo-hinh/{root.pk}/nhan-rong/").content.decode()
    assert "Thêm loa nhắc" in html


def test_whoever_took_over_a_repeat_took_over_the_model_that_is_kept(
    world: World, programme: Programme
) -> None:
    kept, repeat = running(world), running(world)
    child = _taken(world, repeat, "ba-to", "Ba")
    actions.merge_models(kept, repeat, by=world.actor("Chi"))
    assert queries.diffusion_of(kept.pk, clock.today()).total == 1
    origin = actions.Origin(child, clock.today())
    with pytest.raises(InvalidInput):
        actions.set_origin(kept, origin, by=world.actor("Chi"))


def test_the_catalogue_holds_running_models_of_the_country_and_no_more(
    world: World, programme: Programme, desk: Any
) -> None:
    chi, model = world.actor("Chi"), running(world, size=actions.Size(3, 2, 7_777))
    paused = step(running(world, name="Kẻng an ninh"), "pause", by=chi)
    client = desk("Giang")
    listed = client.get("/mo-hinh/kho/").content.decode()
    assert "Tiếng kẻng an ninh" in listed
    assert "Kẻng an ninh" not in listed
    page = client.get(f"/mo-hinh/kho/{model.pk}/").content.decode()
    assert "7.777" not in page
    assert client.get(f"/mo-hinh/kho/{paused.pk}/").status_code == 404


def test_places_like_ones_own_come_first_with_the_reason(
    world: World, programme: Programme, desk: Any
) -> None:
    cluster = AreaSet.objects.create(
        code="cum-1", name="Cụm thi đua số 1", kind="cluster", level="commune", basis="905"
    )
    for key in ("dak-ha", "ly-son", "chu-se"):
        AreaSetMember.objects.create(area_set=cluster, area=world.area(key), valid_from=MERGER)
    running(world, by="Lý", area="ly-son", name="Đèn biển")
    running(world, by="Giang", area="gia-lai", name="Của tỉnh khác")
    running(world, by="Ba", area="ba-to", name="Không cùng cụm")
    chi = world.actor("Chi")
    assert [row.name for row in queries.similar_models(chi, chi.day)] == [
        "Đèn biển",
        "Không cùng cụm",
    ]
    html = desk("Chi").get("/mo-hinh/kho/tuong-tu/").content.decode()
    assert "cùng Cụm thi đua số 1" in html


def test_a_request_to_learn_is_answered_with_a_day_and_the_visit_is_noted(
    world: World, programme: Programme
) -> None:
    chi, giang = world.actor("Chi"), world.actor("Giang")
    request = asked(running(world), by=giang)
    assert [item.verb for item in lines_of(queries.inbox_sources(chi, chi.day))] == ["Trả lời"]
    with pytest.raises(Refused):
        asked(request.model, by=giang)
    with pytest.raises(Forbidden):
        actions.agree_to_visit(request, clock.today(), by=giang)
    with pytest.raises(TransitionRefused):
        actions.note_visit(request, clock.today(), "Cách làm", by=giang)
    actions.agree_to_visit(request, clock.today(), by=chi)
    assert [item.verb for item in lines_of(queries.inbox_sources(giang, giang.day))] == [
        "Ghi kết quả"
    ]
    done = actions.note_visit(request, clock.today(), "Cách góp kinh phí", by=giang)
    assert done.state == "visited"
    assert not lines_of(queries.inbox_sources(giang, giang.day))
    with pytest.raises(NotFound):
        queries.request_for(world.actor("Ba"), request.pk)


def test_nobody_asks_to_learn_from_himself(world: World, programme: Programme) -> None:
    with pytest.raises(Forbidden):
        asked(running(world), by=world.actor("Chi"))


def test_a_good_practice_grows_into_a_model_once(world: World, programme: Programme) -> None:
    chi, told = world.actor("Chi"), practice(world)
    model = actions.grow_practice(told, terms(world, name=told.title), by=chi)
    assert (model.state, queries.practice_for(chi, told.pk).grown_into_id) == ("proposed", model.pk)
    with pytest.raises(Refused):
        actions.grow_practice(told, terms(world), by=chi)
    with pytest.raises(InvalidInput):
        practice(world, effect=" ")


def test_a_struck_practice_is_its_own_bodys_alone(world: World, programme: Programme) -> None:
    told = practice(world)
    assert queries.practice_for(world.actor("Giang"), told.pk).pk == told.pk
    actions.strike_out(told, reason="Ghi nhầm", by=world.actor("Chi"))
    assert queries.practice_for(world.actor("Chi"), told.pk).is_struck
    with pytest.raises(NotFound):
        queries.practice_for(world.actor("Giang"), told.pk)


@pytest.mark.parametrize(
    "address",
    ["kho/", "kho/tuong-tu/", "cach-lam-hay/", "hoc-tap/", "nghi-trung/"],
)
def test_every_list_costs_the_same_at_any_size(
    world: World,
    programme: Programme,
    desk: Any,
    address: str,
    django_assert_max_num_queries: Any,
) -> None:
    giang, client = world.actor("Giang"), desk("Chi")
    for number in range(20):
        model = running(world, name=f"Mô hình {number}")
        running(world, by="Ba", area="ba-to", name=f"Kẻng {number}")
        asked(model, by=giang)
        practice(world, title=f"Cách làm {number}")
    with django_assert_max_num_queries(20):
        assert client.get(f"/mo-hinh/{address}").status_code == 200


def test_the_page_of_a_model_shows_its_life(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    chi, model = world.actor("Chi"), running(world)
    for ago in range(12):
        activity(model, by=chi, ago=ago)
    review(model, by=chi)
    client = desk("Chi")
    with django_assert_max_num_queries(20):
        html = client.get(f"/mo-hinh/{model.pk}/").content.decode()
    assert "Tuần tra 4 buổi" in html
    assert "thang chưa đối chiếu" in html


def test_what_is_open_changes_hands_at_a_merger_and_the_rest_stays(
    world: World, programme: Programme
) -> None:
    kinds = {(kind.model, kind.field): kind.is_open for kind in queries.OPEN_WORK}
    chi = world.actor("Chi")
    open_one = running(world)
    closed = step(step(running(world), "pause", by=chi), "remove", by=chi)
    for field in ("body", "area"):
        found = PracticeModel.objects.filter(kinds[PracticeModel, field])
        assert set(found) == {open_one}
        assert closed not in found


def test_the_year_before_a_leap_day_is_the_twenty_eighth() -> None:
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)


def test_search_finds_a_model_and_a_practice(world: World, programme: Programme, desk: Any) -> None:
    running(world, name="Cổng trường bình yên")
    practice(world, title="Vạch chờ đón học sinh")
    client = desk("Chi")
    for words, address in (("cong truong", "/mo-hinh/"), ("vach cho don", "/cach-lam-hay/")):
        html = client.get("/tim-kiem/", {"q": words}).content.decode()
        assert address in html.partition("<main")[2], words
