"""Funds: estimates bind spending, contributions count where they were raised, a table is public."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput, NotFound
from phongtrao.fieldwork.funds import actions, queries
from phongtrao.fieldwork.funds.models import FundLine, FundPublication
from phongtrao.fieldwork.funds.rules import KINDS, SOURCES, Sum, contents, overspent, public_table
from phongtrao.fieldwork.register.actions import strike_out
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.planning.models import Programme
from tests.fieldwork.fund_cases import line, terms
from tests.world import World

SUMS = st.builds(
    Sum,
    st.sampled_from([code for code, _name in KINDS]),
    st.sampled_from([each.code for each in contents().contents]),
    st.sampled_from([code for code, _name in SOURCES]),
    st.integers(0, 10**12),
)


@given(st.lists(SUMS, max_size=30))
def test_the_table_adds_up_to_what_was_recorded(sums: list[Sum]) -> None:
    rows = public_table(sums)
    spent = sum(each.amount for each in sums if each.kind == "da_chi")
    estimate = sum(each.amount for each in sums if each.kind == "du_toan")
    assert sum(row.spent for row in rows) == spent
    assert sum(row.estimate for row in rows) == estimate
    assert len({row.content for row in rows}) == len(rows)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(1, 10**9))
def test_spending_fits_exactly_as_long_as_nothing_exceeds_the_estimate(
    estimate: int, spent: int, amount: int
) -> None:
    assert (overspent(estimate, spent, amount) == 0) == (spent + amount <= estimate)


def _counts(world: World, *keys: str) -> dict[str, int]:
    today = clock.today()
    body, area = world.body("ca", "quang-ngai").pk, world.area("quang-ngai").pk
    asked = Asked(body, area, today - timedelta(days=30), today, frozenset(keys))
    return {found.cell: found.figure for found in queries.counts(asked)}


@pytest.mark.database
class TestTheRegister:
    """With the database."""

    pytestmark = pytest.mark.django_db

    def test_spending_above_the_estimate_is_refused_with_what_is_left(
        self, world: World, programme: Programme
    ) -> None:
        line(world, amount=100_000_000)
        line(world, kind="da_chi", amount=80_000_000)
        with pytest.raises(InvalidInput) as refused:
            line(world, kind="da_chi", amount=30_000_000)
        assert "10.000.000" in refused.value.message
        assert "amount" in refused.value.fields
        allowed = "Quyết định 12/QĐ-UBND ngày 01/10/2026"
        line(world, kind="da_chi", amount=30_000_000, over_paper=allowed)
        assert FundLine.objects.filter(kind="da_chi").count() == 2

    def test_an_estimate_of_another_content_year_or_body_does_not_help(
        self, world: World, programme: Programme
    ) -> None:
        line(world, content="tap_huan")
        line(world, year=clock.today().year - 1)
        line(world, by="Chi", area="dak-ha")
        with pytest.raises(InvalidInput):
            line(world, kind="da_chi", amount=1)

    def test_correcting_a_spending_does_not_count_it_twice(
        self, world: World, programme: Programme
    ) -> None:
        line(world, amount=100)
        spent, an = line(world, kind="da_chi", amount=90), world.actor("An")
        actions.change_line(spent, terms(world, kind="da_chi", amount=100), by=an)
        with pytest.raises(InvalidInput):
            actions.change_line(spent, terms(world, kind="da_chi", amount=101), by=an)

    def test_a_contribution_is_of_the_level_that_raised_it(
        self, world: World, programme: Programme
    ) -> None:
        facts = {"kind": "huy_dong", "source": "xa_hoi_hoa"}
        line(world, amount=7, **facts)
        line(world, by="Chi", area="dak-ha", amount=5, **facts)
        rows = queries.lines_of_year(world.actor("An"), clock.today().year, own=False)
        assert queries.contributions(rows) == [("commune", 5), ("province", 7)]
        with pytest.raises(InvalidInput):
            line(world, kind="huy_dong", source="ngan_sach")

    def test_each_indicator_adds_up_its_own_lines(self, world: World, programme: Programme) -> None:
        line(world, amount=50, content="mo_hinh")
        line(world, kind="da_chi", amount=20, content="mo_hinh")
        line(world, kind="da_chi", amount=3, content="mo_hinh", source="long_ghep")
        wrong = line(world, kind="huy_dong", amount=9, source="xa_hoi_hoa")
        line(world, kind="huy_dong", amount=4, source="xa_hoi_hoa")
        strike_out(wrong, reason="Ghi nhầm", by=world.actor("An"))
        assert _counts(world, "KP01", "KP02", "KP04", "KP05", "KP06") == {
            "KP01": 50,
            "KP02": 20,
            "KP04": 4,
            "KP05": 3,
            "KP06": 23,
        }

    def test_the_table_of_a_year_is_shown_and_its_publication_noted(
        self, world: World, desk: Any, django_assert_max_num_queries: Any
    ) -> None:
        year = clock.today().year
        line(world, amount=100)
        line(world, kind="da_chi", amount=25)
        client = desk("An")
        with django_assert_max_num_queries(20):
            html = client.get(f"/kinh-phi/nam/{year}/").content.decode()
        assert "25 %" in html
        once = html.split('name="_once" value="', 1)[1].split('"', 1)[0]
        sent = {"_once": once, "published_on": "01/01/2026", "place": "Bảng tin trụ sở"}
        assert client.post(f"/kinh-phi/nam/{year}/cong-khai/", sent).status_code == 302
        assert FundPublication.objects.get().place == "Bảng tin trụ sở"

    def test_the_list_costs_the_same_at_any_size(
        self, world: World, desk: Any, django_assert_max_num_queries: Any
    ) -> None:
        for amount in range(1, 60):
            line(world, amount=amount)
        client = desk("An")
        with django_assert_max_num_queries(20):
            assert client.get("/kinh-phi/").status_code == 200

    def test_another_province_sees_nothing(self, world: World, programme: Programme) -> None:
        recorded = line(world)
        with pytest.raises(NotFound):
            queries.line_for(world.actor("Giang"), recorded.pk)
