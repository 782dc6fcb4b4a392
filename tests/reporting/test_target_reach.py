"""Targets beside the figures of a round: what was asked, what is reached, by whom it is seen."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.planning import actions as planning
from phongtrao.reporting import queries
from phongtrao.reporting.rules.reach import reach
from tests.packs import load_pack
from tests.reporting import cases

NUMBERS = st.decimals(min_value=0, max_value=10**6, places=3)


@given(NUMBERS, NUMBERS)
def test_at_least_is_met_exactly_from_a_hundred_per_cent_on(target, figure):
    found = reach("at_least", target, None, Fraction(figure))
    assert found.is_met == (figure >= target)
    if target:
        assert found.is_met == (found.percent >= 100)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_limit_and_a_range_are_kept_or_not_and_tell_no_share(low, width, figure):
    value = Fraction(figure)
    under = reach("at_most", low, None, value)
    inside = reach("between", low, low + width + 1, value)
    assert (under.percent, inside.percent) == (None, None)
    assert under.is_met == (value <= Fraction(low))
    assert inside.is_met == (Fraction(low) <= value <= Fraction(low) + Fraction(width) + 1)


def test_a_target_of_nought_has_no_share():
    assert reach("at_least", Decimal(0), None, Fraction(3)).percent is None


@pytest.fixture
def programme(world):
    """The programme of the packaged data."""
    return load_pack()


def _set(world, programme, *, area="quang-ngai", **changes):
    given = {
        "programme": programme,
        "area_id": world.area(area).pk,
        "period": "2026",
        "indicator": "TT01",
        "bound": "at_least",
        "value": Decimal(80),
        "source": "Kế hoạch 125/KH-CAT",
    }
    planning.set_target(planning.TargetSpec(**(given | changes)), by=world.actor("An"))


@pytest.mark.database
class TestBesideTheFigures:
    """The roll-up of a half-year holds targets of its half-year and of its year."""

    def _held(self, world, round_, name="An"):
        actor = world.actor(name)
        lines = queries.roll_up(actor, round_).lines
        return queries.targets_of_lines(actor, round_, lines)

    def test_a_target_of_the_year_is_held_against_the_figure_since_the_year_began(
        self, world, programme
    ):
        round_ = cases.open_round(world)
        cases.submitted(world, round_)
        _set(world, programme)
        [held] = self._held(world, round_)["TT01"]
        assert (held.figure.value, held.percent, held.reach.is_met) == (20, "25,0%", False)
        assert not held.is_whole
        assert not held.is_missed  # the year goes on

    def test_a_target_is_missed_only_when_its_own_period_ends_with_the_round(
        self, world, programme
    ):
        round_ = cases.open_round(world)
        cases.submitted(world, round_)
        _set(world, programme, period="2026-H1", value=Decimal(30))
        _set(world, programme, value=Decimal(30))
        half, year = self._held(world, round_)["TT01"]
        assert (half.period.label, half.is_missed) == ("2026-H1", True)
        assert (year.period.label, year.is_missed) == ("2026", False)

    def test_targets_of_other_months_other_areas_and_other_indicators_stay_away(
        self, world, programme
    ):
        round_ = cases.open_round(world)
        cases.submitted(world, round_)
        _set(world, programme, period="2027")
        _set(world, programme, area="dak-ha")
        _set(world, programme, period="2026-H2")
        assert not self._held(world, round_)

    def test_the_page_and_the_workbook_show_what_is_reached(self, world, programme, client_for):
        round_ = cases.open_round(world)
        cases.submitted(world, round_)
        an = client_for(world.posting("An"))
        address = reverse("reporting:rollup-detail", args=[round_.pk])
        assert "Mức giao" not in an.get(address).content.decode()
        _set(world, programme, period="2026-H1", value=Decimal(16))
        _set(world, programme, bound="at_most", value=Decimal(10))
        page = an.get(address).content.decode()
        assert "Mức giao" in page
        assert "125,0%" in page
        assert "Chưa đạt" in page
        book = an.get(reverse("reporting:rollup-excel", args=[round_.pk]))
        row = cases.workbook_rows(book)["TT01"]
        assert row[10].startswith("6 tháng đầu năm 2026: ít nhất 16")
        assert row[11] == "125,0%; Chưa đạt"

    def test_a_round_without_figures_has_reached_nothing_yet(self, world, programme):
        round_ = cases.open_round(world)
        _set(world, programme)
        [held] = self._held(world, round_)["TT01"]
        assert (held.reach, held.percent) == (None, "")
