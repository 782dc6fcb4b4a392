"""The core force: stocks of a day, head-counts that add up, small counts that stay at home."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound
from phongtrao.core.inbox_sources import lines_of
from phongtrao.fieldwork.coreforce import actions, queries
from phongtrao.fieldwork.coreforce.models import AllowanceRule, Team
from phongtrao.fieldwork.coreforce.rules import (
    Reading,
    excess_of_excellent,
    mean_allowance,
    shown,
    turnover,
)
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.models import AreaLineage, AreaVersion, Succession
from phongtrao.planning.models import Programme
from tests.fieldwork.coreforce_cases import allowance, headcount, read, team
from tests.world import HORIZON, MERGER, World

FIGURE = st.integers(0, 60)


@given(FIGURE, FIGURE)
def test_nobody_works_out_a_small_count_from_what_is_shown(male: int, female: int) -> None:
    seen = shown(male + female, male, female, is_keeper=False)
    told = [each for each in (seen.total, seen.male, seen.female) if each is not None]
    assert all(figure >= 10 for figure in told)
    if seen.male is not None or seen.female is not None:
        assert min(male, female) >= 10


@given(st.lists(FIGURE, min_size=2, max_size=8))
def test_without_notes_the_turnover_is_at_least_the_difference_of_the_ends(
    totals: list[int],
) -> None:
    days = [date(2026, 1, 1) + timedelta(days=30 * at) for at in range(len(totals))]
    readings = [Reading(day, total) for day, total in zip(days, totals, strict=True)]
    assert turnover(readings, days[0], days[-1]) >= abs(totals[-1] - totals[0])
    assert turnover(readings, days[0], days[0]) == 0


def test_who_joined_and_left_counts_even_where_the_total_stays() -> None:
    readings = [Reading(date(2026, 1, 1), 5), Reading(date(2026, 6, 1), 5, joined=2, left=2)]
    assert turnover(readings, date(2026, 1, 1), date(2026, 12, 31)) == 4


@pytest.mark.parametrize(
    ("excellent", "good", "excess"), [(1, 5, 0), (2, 5, 1), (1, 4, 1), (0, 0, 0), (3, 15, 0)]
)
def test_excellent_teams_are_at_most_a_fifth_of_the_good_ones(
    excellent: int, good: int, excess: int
) -> None:
    assert excess_of_excellent(["xuat_sac"] * excellent + ["kha"] * good, 20) == excess


@given(st.lists(st.tuples(st.integers(1, 10**7), st.integers(1, 500)), min_size=1, max_size=9))
def test_a_mean_allowance_lies_between_the_amounts(pairs: list[tuple[int, int]]) -> None:
    mean = mean_allowance(pairs)
    assert mean is not None
    assert min(amount for amount, _n in pairs) <= mean <= max(amount for amount, _n in pairs)


def _sent(client: Any, address: str, fields: dict[str, Any]) -> str:
    """The page that a form leads to."""
    fields = {"_once": uuid.uuid4().hex} | fields
    page: str = client.post(address, fields, follow=True).content.decode()
    return page


def _counts(
    world: World, *keys: str, place: str = "dak-ha", last_day: date | None = None
) -> dict[str, Count]:
    body, area = world.body("ca", place).pk, world.area(place).pk
    day = last_day or clock.today()
    asked = Asked(body, area, day - timedelta(days=90), day, frozenset(keys))
    return {found.cell: found for found in queries.counts(asked)}


@pytest.mark.database
class TestTheRegister:
    """With the database."""

    def test_the_stock_of_a_day_is_what_was_read_last_before_it(
        self, world: World, programme: Programme
    ) -> None:
        kept = team(world)
        read(world, kept, 5, back=60)
        read(world, kept, 7, back=2, male=4, female=3)
        cells = ("LL01", "LL02", "LL02.gioi.nam", "LL02.gioi.nu", "LL04", "LL07")
        now = {cell: each.figure for cell, each in _counts(world, *cells).items()}
        assert now == {
            "LL01": 1, "LL02": 7, "LL02.gioi.nam": 4, "LL02.gioi.nu": 3, "LL04": 2,
        }  # fmt: skip
        before = _counts(world, "LL02", last_day=clock.today() - timedelta(days=10))
        assert before["LL02"].figure == 5

    def test_a_dissolved_team_counts_until_that_day_and_needs_a_paper(
        self, world: World, programme: Programme
    ) -> None:
        kept, chi, day = team(world), world.actor("Chi"), clock.today() - timedelta(days=5)
        with pytest.raises(InvalidInput) as refused:
            actions.dissolve_team(kept, dissolved_on=day, paper=" ", by=chi)
        assert "paper" in refused.value.fields
        actions.dissolve_team(kept, dissolved_on=day, paper="Số 8/QĐ-UBND", by=chi)
        assert "LL01" not in _counts(world, "LL01")
        assert _counts(world, "LL01", last_day=day - timedelta(days=1))["LL01"].figure == 1
        with pytest.raises(InvalidInput):
            read(world, kept, 4)

    @pytest.mark.parametrize(
        ("figures", "field"),
        [
            ({"total": 7, "male": 4, "female": 2}, "female"),
            ({"total": 7, "male": 4}, "female"),
            ({"total": 7, "joined": 1, "left": 1}, "left"),
            ({"total": 2_000}, "total"),
        ],
    )
    def test_figures_that_do_not_add_up_are_refused_and_nothing_is_lost(
        self, world: World, programme: Programme, figures: dict[str, int], field: str
    ) -> None:
        kept = team(world)
        read(world, kept, 5, back=9)
        with pytest.raises(InvalidInput) as refused:
            read(world, kept, **figures)
        assert field in refused.value.fields
        assert [each.total for each in kept.readings.all()] == [5]

    def test_levels_are_counted_and_too_many_excellent_ones_told_in_words(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        first, second = team(world), team(world, name="Tổ thôn 2")
        today = clock.today()
        actions.rate_team(
            second, year=today.year, level="kha", rated_on=today, by=world.actor("Chi")
        )
        sent = {"year": today.year, "level": "xuat_sac", "rated_on": f"{today:%d/%m/%Y}"}
        html = _sent(desk("Chi"), f"/luc-luong/{first.pk}/xep-loai/", sent)
        assert "vượt trần 20 %" in html
        assert "chưa đối chiếu với văn bản" in html
        cells = ("LL05", "LL05.xep_loai.xuat_sac", "LL05.xep_loai.kha", "LL05.xep_loai.yeu")
        assert {cell: each.figure for cell, each in _counts(world, *cells).items()} == {
            "LL05": 2, "LL05.xep_loai.xuat_sac": 1, "LL05.xep_loai.kha": 1,
        }  # fmt: skip

    def test_a_small_team_shows_its_members_to_its_own_body_alone(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        kept = team(world)
        read(world, kept, 7, male=4, female=3)
        for address in ("/luc-luong/", f"/luc-luong/{kept.pk}/"):
            above = desk("An").get(address).content.decode()
            assert "Dưới 10" in above
            own = desk("Chi").get(address).content.decode()
            assert "Dưới 10" not in own.replace("người dưới 10", "")

    def test_the_list_behind_a_figure_holds_just_what_was_counted(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        counted = team(world, name="Tổ được đếm")
        other = team(world, name="Tổ tự quản đường", kind="tu_quan")
        read(world, counted, 5, back=3)
        actions.rate_team(
            counted, year=clock.today().year, level="kha", rated_on=clock.today(),
            by=world.actor("Chi"),
        )  # fmt: skip
        cells = ("LL01", "LL02", "LL05.xep_loai.kha", "LL07")
        found = _counts(world, *cells)
        assert set(found) == set(cells)
        for cell, count in found.items():
            html = desk("Chi").get(count.address).content.decode()
            assert (counted.name in html) == (cell != "LL07"), cell
            assert (other.name in html) == (cell == "LL07"), cell

    def test_other_head_counts_are_the_last_of_each_kind(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        old = clock.today() - timedelta(days=40)
        headcount(world, total=30, counted_on=old)
        headcount(world, total=12)
        headcount(world, total=150, kind="can_bo_kiem_nhiem")
        headcount(world, total=40, kind="to_hoa_giai")
        found = _counts(world, "LL11", "HG01", "HG02", place="quang-ngai")
        assert {cell: each.figure for cell, each in found.items()} == {"LL11": 162, "HG01": 40}
        html = desk("An").get(found["LL11"].address).content.decode()
        assert "2 dòng" in html
        with pytest.raises(InvalidInput):
            headcount(world, total=13)

    def test_nobody_but_its_body_changes_a_team_and_others_find_none(
        self, world: World, programme: Programme
    ) -> None:
        kept = team(world)
        with pytest.raises(Forbidden):
            read(world, kept, 5, by="An")
        with pytest.raises(NotFound):
            queries.team_for(world.actor("Giang"), kept.pk)

    def test_a_list_costs_the_same_at_any_size(
        self, world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
    ) -> None:
        for at in range(40):
            kept = team(world, name=f"Tổ thôn {at}")
            read(world, kept, 5)
            headcount(world, counted_on=clock.today() - timedelta(days=at))
        allowance(world)
        client = desk("An")
        for place in ("", "muc-ho-tro/", "so-lieu/"):
            with django_assert_max_num_queries(20):
                assert client.get(f"/luc-luong/{place}").status_code == 200

    def test_a_team_without_a_fresh_head_count_waits_in_the_inbox(
        self, world: World, programme: Programme
    ) -> None:
        chi, kept = world.actor("Chi"), team(world)
        calm = clock.today() + timedelta(days=31 if clock.today().month == 11 else 0)
        assert [str(x.verb) for x in lines_of(queries.inbox_sources(chi, calm))] == ["Xem, ghi số"]
        read(world, kept, 5)
        assert not lines_of(queries.inbox_sources(chi, calm))
        november = date(clock.today().year, 11, 10)
        assert "Xem, xếp loại" in [
            str(x.verb) for x in lines_of(queries.inbox_sources(chi, november))
        ]


def _came_from_kon_tum(world: World) -> None:
    """A former commune of Kon Tum became Đăk Hà."""
    former = AreaLineage.objects.create(id=90)
    parent = world.area("kon-tum")
    AreaVersion.objects.create(
        lineage=former, code="23501", name="Đăk Hà cũ", type="xã", level="commune", parent=parent,
        path=f"000001/{parent.pk:06d}/{former.pk:06d}/", name_folded="dak ha cu",
        sort_key="dak ha cu", valid_from=HORIZON, valid_to=MERGER,
    )  # fmt: skip
    Succession.objects.create(
        predecessor=former, successor=world.area("dak-ha"), share_numerator=1,
        share_denominator=1, kind="merge", on=MERGER, source="default", is_estimated=False,
    )  # fmt: skip


@pytest.mark.database
class TestAllowances:
    """What resolutions grant."""

    def test_two_resolutions_never_hold_in_one_province_on_one_day(
        self, world: World, programme: Programme
    ) -> None:
        first, today = allowance(world), clock.today()
        with pytest.raises(InvalidInput) as refused:
            allowance(world, valid_from=today, resolution="20/NQ-HĐND")
        assert "12/NQ-HĐND" in str(refused.value.fields["valid_from"])
        actions.end_allowance(first, valid_to=today, by=world.actor("An"))
        # The day the first one ends is the first day of the next.
        allowance(world, valid_from=today, resolution="20/NQ-HĐND", amount=2_000_000)
        assert AllowanceRule.objects.count() == 2

    def test_the_resolution_of_a_merged_province_holds_there_until_it_is_replaced(
        self, world: World, programme: Programme
    ) -> None:
        _came_from_kon_tum(world)
        here, there = team(world), team(world, by="An", area="ba-to", name="Tổ Ba Tơ")
        read(world, here, 10)
        read(world, there, 30, by="An")
        own = allowance(world, amount=2_000_000)
        merged = allowance(
            world, area="kon-tum", amount=1_000_000, resolved_on=MERGER - timedelta(days=90),
            valid_from=MERGER - timedelta(days=60), resolution="5/NQ-HĐND",
        )  # fmt: skip
        mean = _counts(world, "LL13", place="quang-ngai")["LL13"]
        assert mean.figure == 1_750_000  # (10 × 1 + 30 × 2) / 40 millions
        actions.end_allowance(merged, valid_to=clock.today(), by=world.actor("An"))
        assert _counts(world, "LL13", place="quang-ngai")["LL13"].figure == own.amount

    def test_a_commune_or_another_province_grants_nothing_here(
        self, world: World, programme: Programme
    ) -> None:
        for by, area in (("Chi", "dak-ha"), ("Giang", "quang-ngai"), ("An", "dak-ha")):
            with pytest.raises(InvalidInput):
                allowance(world, by=by, area=area)

    def test_an_edit_leaves_the_former_province_where_it_bears_the_name_of_the_present_one(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        before = MERGER - timedelta(days=60)
        rule = allowance(world, area="quang-ngai-old", resolved_on=before, valid_from=before)
        client, address = desk("An"), f"/luc-luong/muc-ho-tro/{rule.pk}/sua/"
        assert 'value="tỉnh Quảng Ngãi"' in client.get(address).content.decode()
        sent = {
            "area": "tỉnh Quảng Ngãi", "amount": "1.300.000", "resolution": "12/NQ-HĐND",
            "resolved_on": f"{before:%d/%m/%Y}", "valid_from": f"{before:%d/%m/%Y}",
            "programme": programme.pk, "row_version": rule.row_version,
        }  # fmt: skip
        _sent(client, address, sent)
        rule.refresh_from_db()
        assert (rule.amount, rule.area_id) == (1_300_000, world.area("quang-ngai-old").pk)

    def test_a_former_province_is_typed_by_the_name_it_had(
        self, world: World, programme: Programme, desk: Any
    ) -> None:
        sent = {
            "area": "tỉnh Kon Tum", "amount": "1.200.000", "resolution": "5/NQ-HĐND",
            "resolved_on": "02/04/2025", "valid_from": "01/05/2025", "programme": programme.pk,
        }  # fmt: skip
        _sent(desk("An"), "/luc-luong/muc-ho-tro/ghi/", sent)
        assert AllowanceRule.objects.get().area_id == world.area("kon-tum").pk


@pytest.mark.database
def test_a_team_is_entered_on_the_screen_with_its_first_head_count(
    world: World, programme: Programme, desk: Any
) -> None:
    sent = {
        "kind": "bao_ve", "name": "Tổ bảo vệ ANTT thôn 3", "founded_on": "15/08/2024",
        "total": "5", "male": "3", "female": "2", "programme": programme.pk,
        "read_on": f"{clock.today():%d/%m/%Y}",
    }  # fmt: skip
    _sent(desk("Chi"), "/luc-luong/ghi/", sent)
    made = Team.objects.get()
    assert made.readings.get().total == 5
    sent |= {"total": "", "name": "Tổ khác"}
    html = _sent(desk("Chi"), "/luc-luong/ghi/", sent)
    assert "Hãy ghi tổng số thành viên." in html
    assert Team.objects.count() == 1
