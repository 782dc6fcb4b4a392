"""Festivals: a window that holds, steps in their order, results that add up and are counted."""

import json
import random
from contextlib import suppress
from datetime import timedelta
from importlib import resources
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from openpyxl import Workbook, load_workbook

from phongtrao.core import clock
from phongtrao.core.errors import (
    DomainError,
    Forbidden,
    InvalidInput,
    NotFound,
    Refused,
    TransitionRefused,
)
from phongtrao.core.formats import date_vn
from phongtrao.core.inbox_sources import lines_of
from phongtrao.fieldwork.events import actions, queries
from phongtrao.fieldwork.events.models import FestivalSite
from phongtrao.fieldwork.events.rules import LEVELS, SOURCES
from phongtrao.fieldwork.events.workflow import SITE, SiteState
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.org.actions import open_work
from phongtrao.planning.models import Programme
from tests.fieldwork import events_cases as cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("in_august")]


def _counts(world: World, *keys: str, body: str = "dak-ha") -> dict[str, int]:
    first, last = cases.window()
    asked = Asked(world.body("ca", body).pk, world.area(body).pk, first, last, frozenset(keys))
    return {found.cell: found.figure for found in queries.counts(asked)}


def test_the_closed_lists_are_those_of_the_indicators() -> None:
    source = resources.files("phongtrao.reporting").joinpath("data/breakdowns.json")
    lists = json.loads(source.read_text("utf-8"))
    known = {each["code"]: {value["code"] for value in each["values"]} for each in lists}
    assert known["diem_hoi"] == {code for code, _name in LEVELS}
    assert known["nguon"] == {code for code, _name in SOURCES}


def test_a_day_outside_the_window_is_refused_in_words(world: World, programme: Programme) -> None:
    under = cases.plan(world)
    late = under.closes_on + timedelta(days=1)
    with pytest.raises(InvalidInput) as refused:
        cases.site(world, under, held_on=late)
    assert "held_on" in refused.value.fields
    assert date_vn(under.closes_on) in refused.value.message
    made = cases.site(world, under)
    with pytest.raises(InvalidInput):
        actions.approve(made, day=late, by=world.actor("Chi"))
    assert FestivalSite.objects.get().held_on is None


def test_a_site_goes_from_candidate_to_confirmed_and_each_step_is_kept(
    world: World, programme: Programme
) -> None:
    made = cases.held(world, cases.plan(world))
    actions.take_step(made, "confirm", by=world.actor("An"))
    made.refresh_from_db()
    assert made.state == SiteState.CONFIRMED
    steps = [step.verb for step in made.steps.all()]
    assert steps == ["approve", "prepare", "open", "record", "confirm"]
    with pytest.raises(Refused):
        actions.change_site(made, cases.site_terms(world, made.plan), by=world.actor("Chi"))


def test_a_central_site_is_approved_by_the_body_of_the_plan_alone(
    world: World, programme: Programme
) -> None:
    made = cases.site(world, cases.plan(world), level="tinh")
    with pytest.raises(Forbidden):
        actions.approve(made, day=cases.yesterday(), by=world.actor("Chi"))
    actions.approve(made, day=cases.yesterday(), by=world.actor("An"))
    made.refresh_from_db()
    assert made.state == SiteState.APPROVED


@pytest.mark.parametrize("verb", ["confirm", "open", "postpone", "move"])
def test_what_the_table_does_not_name_cannot_be_done_to_a_candidate(
    world: World, programme: Programme, verb: str
) -> None:
    made = cases.site(world, cases.plan(world))
    with pytest.raises((TransitionRefused, Forbidden)):
        actions.take_step(made, verb, by=world.actor("Chi"), reason="thử", day=cases.yesterday())


def test_no_site_is_reported_or_approved_without_figures_or_day(
    world: World, programme: Programme
) -> None:
    under, chi = cases.plan(world), world.actor("Chi")
    for made, verb in (
        (cases.site(world, under), "approve"),
        (cases.ready(world, under), "record"),
    ):
        before = FestivalSite.objects.get(pk=made.pk).state
        with pytest.raises(Refused):
            actions.take_step(made, verb, by=chi)
        assert FestivalSite.objects.get(pk=made.pk).state == before


def test_halting_and_moving_need_a_reason(world: World, programme: Programme) -> None:
    made, chi = cases.site(world, cases.plan(world)), world.actor("Chi")
    actions.approve(made, day=cases.yesterday(), by=chi)
    with pytest.raises(InvalidInput):
        actions.take_step(made, "postpone", by=chi)
    actions.take_step(made, "postpone", by=chi, reason="Bão số 3")
    with pytest.raises(InvalidInput):
        actions.take_step(made, "move", by=chi, reason="Hết bão")
    actions.take_step(made, "move", by=chi, reason="Hết bão", day=clock.today())
    made.refresh_from_db()
    assert (made.state, made.held_on, made.halted_reason) == ("preparing", clock.today(), "")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"cost": 36_000_000}, "cost"),
        ({"leaders": 7}, "leaders"),
        ({"gift_value": 1}, "gift_value"),
        ({"attendances": 5}, "leaders"),
    ],
)
def test_totals_that_do_not_add_up_are_told_at_their_field(
    world: World, programme: Programme, facts: dict[str, int], field: str
) -> None:
    made = cases.ready(world, cases.plan(world))
    with pytest.raises(InvalidInput) as refused:
        actions.record_result(
            made, actions.ResultTerms(**cases.FIGURES | facts), by=world.actor("Chi")
        )
    assert field in refused.value.fields
    made.refresh_from_db()
    assert made.state == SiteState.TAKING_PLACE


def test_the_database_holds_what_the_table_says(world: World, programme: Programme) -> None:
    made = cases.site(world, cases.plan(world))
    rows = FestivalSite.objects.filter(pk=made.pk)
    for wrong in ({"state": "gone"}, {"state": "approved"}, {"state": "cancelled"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
    assert set(SITE.states) == set(SiteState.values)


def test_results_count_into_the_cells_of_a_report(world: World, programme: Programme) -> None:
    under = cases.plan(world)
    cases.held(world, under)
    cases.held(world, under, level="kdc", title="Thôn 1", attendances=100)
    cases.ready(world, under, title="Chưa ghi kết quả")
    assert _counts(
        world, "NH01", "NH01.diem_hoi.xa", "NH01.diem_hoi.kdc", "NH04", "NH05", "NH08",
        "NH08.hinh_thuc_khen.knc", "NH15", "NH15.nguon.xa_hoi_hoa", "NH03", "PH08",
    ) == {
        "NH01": 2, "NH01.diem_hoi.xa": 1, "NH01.diem_hoi.kdc": 1, "NH04": 550, "NH05": 12,
        "NH08": 8, "NH08.hinh_thuc_khen.knc": 2, "NH15": 70_000_000,
        "NH15.nguon.xa_hoi_hoa": 10_000_000,
    }  # fmt: skip


def test_a_figure_leads_to_the_sites_that_it_counts(
    world: World, programme: Programme, desk: Any
) -> None:
    under = cases.plan(world)
    for level, title in (("xa", "Thôn 1"), ("kdc", "Thôn 2"), ("kdc", "Thôn 3")):
        cases.held(world, under, level=level, title=title)
    cases.ready(world, under, title="Chưa ghi kết quả")
    cases.held(world, cases.plan(world, kind="dai_doan_ket"), title="Thôn 4")
    first, last = cases.window()
    cells = frozenset({"NH01", "NH01.diem_hoi.kdc", "NH04", "PH08"})
    asked = Asked(world.body("ca", "dak-ha").pk, world.area("dak-ha").pk, first, last, cells)
    client = desk("Chi")
    shown = {
        found.cell: client.get(found.address).content.decode().count('data-label="Điểm"')
        for found in queries.counts(asked)
    }
    assert shown == {"NH01": 3, "NH01.diem_hoi.kdc": 2, "NH04": 3, "PH08": 1}


def test_the_day_of_the_front_counts_as_its_own_figure(world: World, programme: Programme) -> None:
    cases.held(world, cases.plan(world, kind="dai_doan_ket"))
    assert _counts(world, "NH01", "NH04", "PH08") == {"PH08": 1}


def test_a_year_has_one_plan_of_a_festival(world: World, programme: Programme) -> None:
    cases.plan(world)
    with pytest.raises(InvalidInput):
        cases.plan(world)
    cases.plan(world, kind="dai_doan_ket")


def test_the_window_of_a_plan_does_not_leave_its_sites_outside(
    world: World, programme: Programme
) -> None:
    under = cases.plan(world)
    cases.ready(world, under)
    narrow = actions.PlanTerms(
        under.programme, under.area_id, under.kind, under.year, under.title,
        under.opens_on, cases.yesterday() - timedelta(days=1),
    )  # fmt: skip
    with pytest.raises(InvalidInput):
        actions.change_plan(under, narrow, by=world.actor("An"))


def test_an_invited_body_sees_the_site_and_answers(world: World, programme: Programme) -> None:
    made, chi = cases.site(world, cases.plan(world)), world.actor("Chi")
    with pytest.raises(NotFound):
        queries.site_for(world.actor("Ba"), made.pk)
    assert actions.invite(made, [world.body("ca", "ba-to")], "Trưởng Công an xã", by=chi) == 1
    assert actions.invite(made, [world.body("ca", "ba-to")], "Trưởng Công an xã", by=chi) == 0
    seen = queries.site_for(world.actor("Ba"), made.pk)
    invitation = seen.invitations.get()
    with pytest.raises(Forbidden):
        actions.answer_invitation(invitation, "comes", by=world.actor("Lý"))
    actions.answer_invitation(invitation, "comes", by=world.actor("Ba"))
    with pytest.raises(Refused):
        actions.uninvite(seen.invitations.get(), by=chi)


def test_what_is_prepared_keeps_its_order_and_ticks(world: World, programme: Programme) -> None:
    made, chi = cases.site(world, cases.plan(world)), world.actor("Chi")
    assert made.items.filter(part="le").count() == 9
    actions.tick_checks(made, [1], by=chi)
    ticked = made.checks.get(place=1).content
    lines = ["Việc mới", *made.checks.values_list("content", flat=True)]
    actions.set_programme(made, {"le": ["Chào cờ"], "hoi": ["Kéo co", "Đẩy gậy"]}, lines, by=chi)
    assert [item.content for item in made.items.all()] == ["Chào cờ", "Kéo co", "Đẩy gậy"]
    assert [check.content for check in made.checks.filter(done_on__isnull=False)] == [ticked]


def test_what_waits_stands_in_the_inbox_of_whom_it_waits_for(
    world: World, programme: Programme
) -> None:
    under = cases.plan(world)
    cases.site(world, under, level="tinh", title="Ứng cử")
    cases.ready(world, under, title="Đã khai mạc")
    cases.held(world, under, title="Đã ghi")

    def verbs(name: str) -> set[tuple[str, str]]:
        items = lines_of(queries.inbox_sources(world.actor(name), clock.today()))
        return {(str(item.verb), item.title) for item in items}

    assert verbs("Chi") == {("Ghi kết quả", "Đã khai mạc")}
    assert verbs("An") == {
        ("Xem xét chọn điểm", f"1 điểm đề nghị: {under.title}"),
        ("Xác nhận kết quả", f"1 kết quả: {under.title}"),
    }


def test_all_results_of_a_plan_are_confirmed_in_one_act(world: World, programme: Programme) -> None:
    under = cases.plan(world)
    sent = [cases.held(world, under, title=f"Thôn {n}") for n in range(3)]
    cases.ready(world, under, title="Chưa ghi kết quả")
    with pytest.raises(Forbidden):
        actions.confirm_results(under, by=world.actor("Chi"))
    assert actions.confirm_results(under, by=world.actor("An")) == 3
    confirmed = FestivalSite.objects.filter(state=SiteState.CONFIRMED)
    assert [site.pk for site in confirmed.order_by("pk")] == [site.pk for site in sent]
    assert actions.confirm_results(under, by=world.actor("An")) == 0


def test_a_festival_is_not_opened_before_its_day(world: World, programme: Programme) -> None:
    made, chi = cases.site(world, cases.plan(world)), world.actor("Chi")
    actions.approve(made, day=clock.today() + timedelta(days=1), by=chi)
    actions.take_step(made, "prepare", by=chi)
    with pytest.raises(Refused):
        actions.take_step(made, "open", by=chi)


def _once(client: Any, address: str) -> str:
    html = client.get(address).content.decode()
    return html.split('name="_once" value="', 1)[1].split('"', 1)[0]


def test_a_sheet_enters_sites_with_their_results(world: World, desk: Any) -> None:
    cases.plan(world)
    client = desk("Chi")
    book = load_workbook(BytesIO(b"".join(client.get("/ngay-hoi/tep-mau/").streaming_content)))
    titles = [str(cell.value).removesuffix(" *") for cell in book.worksheets[0][1]]
    good = {
        "Ngày hội": "Ngày hội 19/8",
        "Cấp": "Điểm khu dân cư",
        "Điểm": "Thôn 2",
        "Ngày tổ chức": date_vn(cases.yesterday()),
        "Số lượt người dự": 200,
        "Kinh phí tổ chức (đồng)": 5_000_000,
        "Kinh phí xã hội hóa (đồng)": 5_000_000,
    }
    answer = _sent(client, titles, [good, good | {"Kinh phí tổ chức (đồng)": 6_000_000}])
    assert "cộng lại" in answer.content.decode()
    assert not FestivalSite.objects.exists()
    assert _sent(client, titles, [good, good | {"Điểm": "Thôn 3"}]).status_code == 302
    assert {site.state for site in FestivalSite.objects.all()} == {SiteState.RECORDED}


def _sent(client: Any, titles: list[str], rows: list[dict[str, Any]]) -> Any:
    book = Workbook()
    book.active.append(titles)
    for row in rows:
        book.active.append([row.get(title) for title in titles])
    file = BytesIO()
    book.save(file)
    file.seek(0)
    file.name = "diem.xlsx"
    once = _once(client, "/ngay-hoi/nhap-excel/")
    return client.post("/ngay-hoi/nhap-excel/", {"_once": once, "file": file})


def test_a_page_costs_the_same_at_any_size(
    world: World, desk: Any, django_assert_max_num_queries: Any
) -> None:
    under = cases.plan(world)
    made = [cases.held(world, under, title=f"Thôn {n}") for n in range(8)]
    client = desk("An")
    for address in ("", f"{made[0].pk}/", "ke-hoach/", f"ke-hoach/{under.pk}/", "xuat-excel/"):
        with django_assert_max_num_queries(20):
            assert client.get(f"/ngay-hoi/{address}").status_code == 200


def test_a_site_and_its_plan_are_found_by_those_who_may_see_them(
    world: World, programme: Programme
) -> None:
    made = cases.site(world, cases.plan(world, title="Kế hoạch hè"), title="Sân đình làng Vây")
    plans, sites = queries.FINDABLE
    for kind, title in ((plans, "Kế hoạch hè"), (sites, "Sân đình làng Vây")):
        assert [hit.title for hit in kind.hits(kind.visible(world.actor("Chi")))] == [title]
        assert not kind.hits(kind.visible(world.actor("Giang")))
        assert len(list(kind.entries(None))) == 1
    actions.strike_out(made, reason="Ghi trùng", by=world.actor("Chi"))
    assert not list(sites.entries(None))


def test_what_goes_on_changes_hands_with_its_body_and_what_is_confirmed_stays(
    world: World, programme: Programme
) -> None:
    under = cases.plan(world)
    open_one, done = cases.ready(world, under), cases.held(world, under, title="Đã xong")
    actions.take_step(done, "confirm", by=world.actor("An"))
    old, heir = world.body("ca", "dak-ha"), world.body("ca", "ba-to")
    open_work.hand_over({old.pk: heir.pk}, {})
    assert FestivalSite.objects.get(pk=open_one.pk).body_id == heir.pk
    assert FestivalSite.objects.get(pk=done.pk).body_id == old.pk


def test_a_name_is_refused_where_a_post_is_asked_for(world: World, desk: Any) -> None:
    made = cases.site(world, cases.plan(world))
    client = desk("Chi")
    sent = {
        "_once": _once(client, f"/ngay-hoi/{made.pk}/"),
        "post": "Nguyễn Văn Bình, CCCD 001080012345",
        "bodies": "Công an xã Ba Tơ",
    }
    assert client.post(f"/ngay-hoi/{made.pk}/moi/", sent).status_code == 422
    assert not made.invitations.exists()


def test_no_sequence_of_steps_by_anybody_breaks_a_site(world: World, programme: Programme) -> None:
    """Every step is taken or refused in words, and the database agrees with what is left."""
    draw = random.Random(19)
    under = cases.plan(world)
    made = [cases.site(world, under, title=f"Thôn {n}") for n in range(4)]
    names, days = ("An", "Chi", "Ba"), (cases.yesterday(), clock.today(), under.closes_on)
    verbs = [*{step.verb for step in SITE.transitions}, "no-such-verb"]
    reached = set()
    for _turn in range(120):
        site, by = draw.choice(made), world.actor(draw.choice(names))
        likely = sorted(set(SITE.verbs(site.state)) - {"cancel", "postpone"}) * 3
        verb, day = draw.choice([*likely, *sorted(verbs)]), draw.choice(days)
        with suppress(DomainError):
            if verb == "approve":
                actions.approve(site, day=day, by=by)
            elif verb == "record":
                actions.record_result(site, actions.ResultTerms(**cases.FIGURES), by=by)
            else:
                actions.take_step(site, verb, reason=draw.choice(("", "Bão")), day=day, by=by)
        site.refresh_from_db()
        reached.add(site.state)
        if site.state in {SiteState.CANCELLED, SiteState.CONFIRMED}:
            made[made.index(site)] = cases.site(world, under, title="Thôn khác")
    assert reached >= {SiteState.RECORDED, SiteState.POSTPONED, SiteState.CANCELLED}
