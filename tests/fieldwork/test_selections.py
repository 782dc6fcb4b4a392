"""Sites are chosen for a plan: found, explained, changed by hand, carried out in one act."""

import subprocess
import sys
from datetime import date, timedelta
from importlib import resources
from typing import Any

import pytest

from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused
from phongtrao.fieldwork.events import actions, jobs, queries
from phongtrao.fieldwork.events.actions.selections import find_selection, lines_of
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSelection, FestivalSite
from phongtrao.fieldwork.events.planner import Rules, Visit, Weights
from phongtrao.fieldwork.events.queries import Wishes
from phongtrao.fieldwork.events.rules import days_in_words, read_days, unpacked
from phongtrao.fieldwork.events.workflow import SiteState
from phongtrao.planning.models import Programme
from tests.fieldwork import events_cases as cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("in_august")]
PLACES = (("An", "dak-ha"), ("An", "ba-to"), ("An", "ly-son"), ("Giang", "chu-se"))


@pytest.fixture
def central(world: World, programme: Programme) -> FestivalPlan:
    """A plan of the country with four candidates and two guests who can always come."""
    under = cases.plan(world, by="Trung", area="vn", central_sites=2)
    for place, (name, area) in enumerate(PLACES):
        cases.site(
            world, under, by=name, area=area, level="tw", title=f"Điểm {area}",
            models_to_launch=place % 4,
        )  # fmt: skip
    days = [under.closes_on - timedelta(days=n) for n in range(5)]
    specs = [
        actions.GuestSpec(world.body("ca", "vn"), post, days, 1)
        for post in ("Lãnh đạo Bộ", "Lãnh đạo Cục")
    ]
    actions.set_guests(under, specs, by=world.actor("Trung"))
    return under


def _wishes(**facts: Any) -> Wishes:
    rules = Rules(**{"number": 2} | facts.pop("rules", {}))
    return Wishes("tw", rules, Weights(), **facts)


def _asked(world: World, plan: FestivalPlan, **facts: Any) -> FestivalSelection:
    made = actions.ask_selection(plan, _wishes(**facts), by=world.actor("Trung"))
    find_selection(made.pk)
    made.refresh_from_db()
    return made


def test_the_most_wanted_sites_are_chosen_and_everybody_is_told_why(
    world: World, central: FestivalPlan
) -> None:
    found = _asked(world, central)
    titles = dict(FestivalSite.objects.values_list("pk", "title"))
    assert {titles[v.site] for v in lines_of(found)} == {"Điểm chu-se", "Điểm ly-son"}
    assert (found.answer["gap"], found.answer["objective"]) == (0, found.answer["bound"])
    assert {each["site"] for each in found.answer["why"]} == set(titles)
    assert all(unpacked(each).shown() for each in found.answer["why"])


def test_carrying_out_approves_the_sites_and_invites_the_guests_once(
    world: World, central: FestivalPlan
) -> None:
    found, trung = _asked(world, central), world.actor("Trung")
    actions.apply_selection(found, "Quyết định số 5", by=trung)
    for visit in lines_of(found):
        site = FestivalSite.objects.get(pk=visit.site)
        assert (site.state, site.held_on.toordinal()) == (SiteState.APPROVED, visit.day)
        assert site.invitations.count() == 1
    with pytest.raises(Refused):
        actions.apply_selection(found, "", by=trung)


def test_a_site_that_is_gone_meanwhile_leaves_everything_as_it_was(
    world: World, central: FestivalPlan
) -> None:
    found, trung = _asked(world, central), world.actor("Trung")
    gone = FestivalSite.objects.get(pk=lines_of(found)[-1].site)
    actions.take_step(gone, "cancel", reason="Mưa lũ", by=trung)
    with pytest.raises(Refused):
        actions.apply_selection(found, "", by=trung)
    assert not FestivalSite.objects.filter(state=SiteState.APPROVED).exists()


def test_after_a_cancellation_the_other_lines_stay(world: World, central: FestivalPlan) -> None:
    first, trung = _asked(world, central), world.actor("Trung")
    actions.apply_selection(first, "", by=trung)
    gone, stays = lines_of(first)
    actions.take_step(FestivalSite.objects.get(pk=gone.site), "cancel", reason="Bão", by=trung)
    again = actions.ask_again(first, by=trung)
    find_selection(again.pk)
    again.refresh_from_db()
    assert stays in lines_of(again)
    assert again.answer["changes"] == 1
    actions.apply_selection(again, "", by=trung)
    approved = FestivalSite.objects.filter(state=SiteState.APPROVED)
    assert {site.pk for site in approved} == {v.site for v in lines_of(again)}


def test_a_guest_who_cannot_come_is_replaced(world: World, central: FestivalPlan) -> None:
    first, trung = _asked(world, central, rules={"number": 1}), world.actor("Trung")
    guest = lines_of(first)[0].guests[0]
    again = actions.ask_again(first, guests_gone={guest}, by=trung)
    find_selection(again.pk)
    again.refresh_from_db()
    line = lines_of(again)[0]
    assert (line.site, again.answer["changes"]) == (lines_of(first)[0].site, 1)
    assert guest not in line.guests


def test_rules_in_conflict_are_named(world: World, central: FestivalPlan) -> None:
    found = _asked(world, central, rules={"number": 3})
    assert found.state == "impossible"
    said = " ".join(unpacked(each).shown() for each in found.answer["conflict"])
    assert "đúng 3 điểm" in said
    assert "khách" in said


def test_lines_by_hand_are_kept_only_where_every_rule_holds(
    world: World, central: FestivalPlan
) -> None:
    found, trung = _asked(world, central), world.actor("Trung")
    one, two = lines_of(found)
    with pytest.raises(InvalidInput) as refused:
        actions.adjust_selection(found, [one, Visit(two.site, two.day, one.guests)], by=trung)
    assert "quá 1" in refused.value.message
    other = FestivalSite.objects.exclude(pk__in=[one.site, two.site]).first()
    assert other is not None
    actions.adjust_selection(found, [one, Visit(other.pk, two.day, two.guests)], by=trung)
    found.refresh_from_db()
    assert found.adjusted_at is not None
    assert found.answer["bound"] > found.answer["objective"]


def test_where_it_was_held_last_year_it_is_not_held_again(
    world: World, central: FestivalPlan
) -> None:
    FestivalPlan.objects.filter(pk=central.pk).update(
        year=central.year - 1, closes_on=central.closes_on
    )
    FestivalSite.objects.filter(title="Điểm chu-se").update(
        state=SiteState.APPROVED, held_on=central.closes_on
    )
    under = cases.plan(world, by="Trung", area="vn", title="Năm nay")
    FestivalSite.objects.exclude(title="Điểm chu-se").update(plan=under)
    cases.site(world, under, by="Giang", area="chu-se", level="tw", title="Lại Chư Sê")
    found = _asked(world, under, rules={"number": 1, "guests_each": 0, "near_next_day": False})
    said = {each["site"]: unpacked(each).shown() for each in found.answer["why"]}
    again = FestivalSite.objects.get(title="Lại Chư Sê")
    assert said[again.pk] == "Đã tổ chức năm trước."


def test_a_selection_is_an_affair_of_the_body_of_the_plan(
    world: World, central: FestivalPlan
) -> None:
    found = _asked(world, central)
    with pytest.raises(NotFound):
        queries.selection_for(world.actor("An"), found.pk)
    with pytest.raises(Forbidden):
        actions.ask_selection(central, _wishes(), by=world.actor("An"))


def test_the_whole_way_goes_by_the_pages(world: World, central: FestivalPlan, desk: Any) -> None:
    client = desk("Trung")
    address = f"/ngay-hoi/ke-hoach/{central.pk}/chon-diem/"
    html = client.get(address).content.decode()
    sent = {
        "_once": html.split('name="_once" value="', 1)[1].split('"', 1)[0],
        "level": "tw", "number": "2", "guests_each": "1", "a_day_a_place": "1",
        "not_as_last_year": "on", "model_points": "10", "year_points": "4",
        "barred": "Điểm chu-se",
    }  # fmt: skip
    answer = client.post(address, sent)
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert "Không phương án nào vượt" in page
    assert "Được loại ra theo yêu cầu." in page
    assert client.get(f"{answer['Location']}chinh/").status_code == 200
    assert client.get(f"/ngay-hoi/ke-hoach/{central.pk}/khach/").status_code == 200


def test_a_worker_that_fails_leaves_a_page_that_says_so(
    world: World, central: FestivalPlan, desk: Any, monkeypatch: Any
) -> None:
    made = actions.ask_selection(central, _wishes(), by=world.actor("Trung"))
    monkeypatch.setattr(actions, "find_selection", _fails)
    with pytest.raises(ZeroDivisionError):
        jobs.find_selection.func(made.pk)
    html = desk("Trung").get(f"/ngay-hoi/phuong-an/{made.pk}/").content.decode()
    assert "Máy chưa tìm xong" in html


def _fails(pk: int) -> str:
    raise ZeroDivisionError


def test_pages_never_load_the_solver() -> None:
    """What pages import of the planner is light; the two heavy modules are named by no page."""
    program = "import sys, phongtrao.fieldwork.events.planner; sys.exit('highspy' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
    slice_ = resources.files("phongtrao.fieldwork.events")
    pages = [*slice_.joinpath("views").iterdir(), *slice_.joinpath("queries").iterdir()]
    read = [page.read_text("utf-8") for page in pages if page.name.endswith(".py")]
    assert not [text for text in read if "planner.solving" in text or "planner.conflicts" in text]


@pytest.mark.parametrize(
    ("typed", "days"),
    [("", 8), ("1/8-3/8; 5/8", 4), ("2/8/2026", 1), ("1/8, 1/8", 1)],
)
def test_days_are_read_as_officials_write_them(typed: str, days: int) -> None:
    window = (date(2026, 8, 1), date(2026, 8, 8))
    found = read_days(typed, *window)
    assert len(found) == days
    assert read_days(days_in_words(found), *window) == found


@pytest.mark.parametrize("typed", ["31/7", "3/8-2/8", "mồng 5", "1/8-2/8-3/8"])
def test_days_that_cannot_be_are_refused_in_words(typed: str) -> None:
    with pytest.raises(InvalidInput):
        read_days(typed, date(2026, 8, 1), date(2026, 8, 8))
