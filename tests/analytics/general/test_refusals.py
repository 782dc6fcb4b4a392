"""What the general path leaves to the specification is refused by name, never answered wrongly."""

from fractions import Fraction

import pytest

from phongtrao.analytics.general.batches import Asking, Question, batches
from phongtrao.analytics.general.index import Entry, RecordIndex
from phongtrao.analytics.general.places import places_of
from phongtrao.analytics.general.refusals import Reason, Refusal
from phongtrao.analytics.general.tilings import EXACT, IN_PARTS, tiles
from phongtrao.core.periods import Period, half_year, quarter, split_into_months, whole_year
from phongtrao.reporting.rules.figures import Geography, IndicatorKind, IndicatorRule, Share

YEAR = whole_year(2026)
MONTHS = split_into_months(YEAR)
QUARTERS = [quarter(2026, n) for n in (1, 2, 3, 4)]
HALVES = [half_year(2026, n) for n in (1, 2)]


def refused(reason: Reason) -> pytest.RaisesExc[Refusal]:
    return pytest.raises(Refusal, check=lambda refusal: refusal.reason is reason)


def ways(target: Period, known: list[Period]) -> list[list[Period]]:
    found: dict[tuple[int, int, int], list[Period]] = {}
    for tile in tiles(target, known):
        key = tile.variant, tile.segment, tile.tiling
        found.setdefault(key, []).append(tile.period)
    return list(found.values())


def test_longer_periods_come_before_shorter_ones_and_the_whole_before_both() -> None:
    first = half_year(2026, 1)
    assert ways(first, [*MONTHS, *QUARTERS]) == [
        [first],
        [QUARTERS[0]], MONTHS[0:3],
        [QUARTERS[1]], MONTHS[3:6],
    ]  # fmt: skip


def test_a_gap_that_nothing_fills_leaves_the_whole_alone() -> None:
    (only,) = tiles(YEAR, MONTHS[1:])
    assert (only.variant, only.period) == (EXACT, YEAR)


def test_ten_years_of_months_quarters_and_halves_are_a_few_hundred_rows() -> None:
    decade = Period(YEAR.first, YEAR.first + 119)
    known = [each.shifted(12 * n) for n in range(10) for each in (*MONTHS, *QUARTERS, *HALVES)]
    found = tiles(decade, known)
    assert {tile.variant for tile in found} == {EXACT, IN_PARTS}
    assert max(tile.segments for tile in found) == 20
    assert len(found) < 1000


def test_too_many_ways_to_fill_a_period_are_refused() -> None:
    windows = [Period(a, b) for a in range(YEAR.first, YEAR.last + 1)
               for b in range(a, YEAR.last + 1)]  # fmt: skip
    long = Period(YEAR.first, YEAR.first + 23)
    with refused(Reason.TILINGS):
        tiles(long, [*windows, *(w.shifted(12) for w in windows), *(w.shifted(6) for w in windows)])


def test_shares_without_a_common_denominator_that_fits_are_refused() -> None:
    primes = (9973, 9967, 9949, 9941)
    onward = {
        n: [Share(100, Fraction(1, prime)), Share(101, 1 - Fraction(1, prime))]
        for n, prime in enumerate(primes)
    }
    with refused(Reason.SHARES):
        places_of(Geography(frozenset(onward), onward=onward))


def test_sums_are_wide_only_where_64_bits_may_not_hold_them_and_refused_beyond_38_digits() -> None:
    def shape_of(largest: int, rows: int) -> bool:
        entry = Entry(1, 1, 1, 1, YEAR, 3, 0, False, rows, rows, largest)
        rules = {"F": IndicatorRule("F", IndicatorKind.FLOW)}
        asking = Asking(rules, {"F": 1}, RecordIndex([entry]), 1)
        places = places_of(Geography(frozenset({1})))
        (batch,) = batches([Question("F", YEAR, places)], asking)
        return batch.shape.is_wide

    assert not shape_of(10**12, 9 * 10**6)
    assert shape_of(10**12, 10**7)
    with refused(Reason.LARGE):
        shape_of(2**63, 10**19)
