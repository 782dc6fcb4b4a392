"""What a file says comes out of the roll-up, over mergers, splits and cuts, as an oracle says."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.core.periods import Period
from phongtrao.reporting.queries import FiguresAsked, figure_rows
from tests.reporting import small_country
from tests.reporting.oracle import AREAS, Months, Oracle, days_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

TYPED = ("TT01", "HG03", "HG04", "LL02", "MH02", "LL13")
ASKED = ("TT01", "HG05", "LL02", "MH02", "LL13")
FIRST, LAST = 2025 * 12 + 3, 2026 * 12 + 3  # April 2025 to April 2026
DAYS = (None, date(2024, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 3, 1))
LEVELS = ("country", "province", "district", "commune")


def _periods(random: Random) -> list[Months]:
    start = random.randint(FIRST, LAST)
    length = random.choice([1, 1, 3, 6])
    return [(each, each) for each in range(FIRST, LAST + 1)] + [(start, start + length - 1)]


def _reporters(told: Months) -> list[tuple[int, str, date]]:
    """The communes in force on the last day of the months, with the code and a day of it."""
    day = days_of(told)[1]
    return [(area, life[0], max(life[4], min(day, life[5])))
            for area, lives in AREAS.items() for life in lives
            if life[2] == "commune" and life[4] <= day < life[5]]  # fmt: skip


def _figures(random: Random, oracle: Oracle) -> list[str]:
    """Lines of one file; what they say is told to the oracle too."""
    lines = []
    chance = random.choice([0.6, 0.95, 1.0])
    for told in dict.fromkeys(_periods(random)):
        for area, code, day in _reporters(told):
            for kind in random.choice([("",), ("",), ("ca", "mttq")]):
                for indicator in TYPED:
                    if random.random() > chance:
                        continue
                    value = random.choice([0, 1, 2, 7, 60, 10**9])
                    oracle.figures[area, kind or "ca", told, indicator] = Fraction(value)
                    label = Period(*told).label
                    lines.append(f"{code},{day},{label},{indicator},{value},{kind}")
    random.shuffle(lines)
    return lines


@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_roll_up_of_imported_figures_is_the_oracles(tmp_path: Path, seed: int) -> None:
    random, oracle = Random(seed), Oracle()
    with transaction.atomic():
        small_country.build()
        for number in range(random.choice([1, 2])):
            lines = _figures(random, oracle)
            head = f"{small_country.HEAD},body"
            small_country.take(small_country.write(tmp_path / f"{number}.csv", lines, head))
        for _question in range(12):
            _compare(random, oracle)
        transaction.set_rollback(True)


def _compare(random: Random, oracle: Oracle) -> None:
    start = random.randint(FIRST, LAST)
    periods = [(start, start + random.choice([0, 0, 2, 5])), (start, start)]
    level, as_of = random.choice(LEVELS), random.choice(DAYS)
    body, under = random.choice([None, None, "ca", "mttq"]), random.choice([None, None, "01", "09"])
    found = figure_rows(
        FiguresAsked(ASKED, [Period(*p) for p in periods], level, area=under, body=body,
                     as_of=as_of)
    )  # fmt: skip
    rows = iter(found)
    for code in ASKED:
        for asked in periods:
            wanted = oracle.rows(code, asked, level, as_of=as_of, body=body, under=under)
            for area in sorted(wanted):
                row, answer = next(rows), wanted[area]
                assert (row.area_code, row.indicator) == (area, code)
                got = row.figure
                where = (code, asked, level, as_of, body, area)
                assert (where, got.value, got.n, got.of, got.estimated) == (
                    where, answer.value, answer.n, answer.of, answer.estimated,
                )  # fmt: skip
    assert next(rows, None) is None
