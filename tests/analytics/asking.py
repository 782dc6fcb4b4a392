"""Any questions about the small country, asked of the files and of the specification."""

from datetime import date
from random import Random

from phongtrao.analytics.queries import figures_everywhere
from phongtrao.analytics.queries.specified import by_specification
from phongtrao.core.periods import CALENDAR, DEFAULT_SCHEME, Period
from phongtrao.reporting.queries import FigureRow, FiguresAsked

# Flows, stocks, distinct counts, quotients of sums, typed ones, a weighted mean.
CODES = ("TT01", "HG03", "HG04", "HG05", "LL02", "MH02", "MH01", "LL13", "CD02", "PL07", "PL06")
TYPED = ("TT01", "HG03", "HG04", "LL02", "MH02", "MH01", "LL13", "CD02", "PL07", "PL01", "PL02",
         "PL03")  # fmt: skip
# Of these the ones that add up over several bodies about one area.
SUMS = tuple(code for code in CODES if code not in {"MH01", "LL13", "CD02", "PL07"})
FIRST, LAST = 2025 * 12 + 3, 2026 * 12 + 3  # April 2025 to April 2026
DAYS = (None, None, date(2024, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 3, 1))
LEVELS = ("country", "province", "district", "commune")
SCHEMES = (DEFAULT_SCHEME, DEFAULT_SCHEME, CALENDAR)


def any_period(random: Random) -> Period:
    """A month, a longer part of a year or any window."""
    start = random.randint(FIRST, LAST)
    return Period(start, start + random.choice([0, 0, 0, 1, 2, 2, 5, 11]))


def any_question(random: Random) -> FiguresAsked:
    """Some indicators and periods of any level, on the boundaries of any day."""
    return FiguresAsked(
        indicators=random.sample(CODES, random.randint(1, len(CODES))),
        periods=[any_period(random) for _each in range(random.randint(1, 3))],
        level=random.choice(LEVELS),
        scheme=random.choice(SCHEMES),
        area=random.choice([None, None, "01", "09", "00106"]),
        as_of=random.choice(DAYS),
    )


def differences(asked: FiguresAsked) -> list[tuple[FigureRow, object]]:
    """Where the door says otherwise than the specification."""
    told = by_specification(asked)
    rows = list(figures_everywhere(asked).rows())
    assert len(rows) == len(told), asked
    return [
        (row, told[row.indicator, row.period, row.area_code])
        for row in rows
        if row.figure != told[row.indicator, row.period, row.area_code]
    ]
