"""Reporting periods: which months a label names, and which days a scheme gives to those months.

A label means the same months in every scheme ("2026-H1" = January to June); a scheme only says on
which day a month begins. Pure: no Django.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import date_vn, month_number
from phongtrao.core.vietnamese import roman, tidy_line

FIRST_YEAR, LAST_YEAR = 1900, 2199
_QUARTER, _HALF, _NINE, _YEAR = 3, 6, 9, 12
_LABEL = re.compile(r"(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?", re.ASCII)


class PeriodKind(StrEnum):
    """The shape of a period: what it is called, and which template may use it."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    WINDOW = "window"


@dataclass(frozen=True, order=True)
class Period:
    """A closed run of whole months; ``first`` and ``last`` count months since year 0."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR * 12 <= self.first <= self.last < (LAST_YEAR + 1) * 12:
            message = f"no period from month {self.first} to month {self.last}"
            raise ValueError(message)

    @property
    def months(self) -> int:
        """How many months it holds."""
        return self.last - self.first + 1

    @property
    def year(self) -> int:
        """The calendar year of its last month."""
        return self.last // 12

    @property
    def kind(self) -> PeriodKind:
        """Its shape, from where it begins and how long it is."""
        begin = self.first % 12
        if self.months == 1:
            return PeriodKind.MONTH
        if self.months == _QUARTER and begin % _QUARTER == 0:
            return PeriodKind.QUARTER
        if self.months == _HALF and begin % _HALF == 0:
            return PeriodKind.HALF_YEAR
        if self.months == _NINE and begin == 0:
            return PeriodKind.NINE_MONTHS
        if self.months == _YEAR and begin == 0:
            return PeriodKind.YEAR
        return PeriodKind.WINDOW

    @property
    def label(self) -> str:
        """Its one label: 2026-05, 2026-Q3, 2026-H1, 2026-9M, 2026 or 2023-11/2024-10."""
        year, begin = divmod(self.first, 12)
        match self.kind:
            case PeriodKind.MONTH:
                return _month_label(self.first)
            case PeriodKind.QUARTER:
                return f"{year}-Q{begin // _QUARTER + 1}"
            case PeriodKind.HALF_YEAR:
                return f"{year}-H{begin // _HALF + 1}"
            case PeriodKind.NINE_MONTHS:
                return f"{year}-9M"
            case PeriodKind.YEAR:
                return f"{year}"
            case _:
                return f"{_month_label(self.first)}/{_month_label(self.last)}"

    def __str__(self) -> str:
        return self.label

    @property
    def name(self) -> Sentence:
        """Its Vietnamese name: "6 tháng đầu năm 2026", "Quý III/2026", "Tháng 10/2026"."""
        year, begin = divmod(self.first, 12)
        match self.kind:
            case PeriodKind.MONTH:
                return Sentence(N_("Tháng %(month)s"), {"month": _month_name(self.first)})
            case PeriodKind.QUARTER:
                numeral = roman(begin // _QUARTER + 1)
                return Sentence(N_("Quý %(number)s/%(year)s"), {"number": numeral, "year": year})
            case PeriodKind.HALF_YEAR if begin == 0:
                return Sentence(N_("6 tháng đầu năm %(year)s"), {"year": year})
            case PeriodKind.HALF_YEAR:
                return Sentence(N_("6 tháng cuối năm %(year)s"), {"year": year})
            case PeriodKind.NINE_MONTHS:
                return Sentence(N_("9 tháng đầu năm %(year)s"), {"year": year})
            case PeriodKind.YEAR:
                return Sentence(N_("Năm %(year)s"), {"year": year})
            case _:
                ends = {"first": _month_name(self.first), "last": _month_name(self.last)}
                return Sentence(N_("Từ tháng %(first)s đến tháng %(last)s"), ends)

    def shifted(self, months: int) -> "Period":
        """The same length, so many months later (earlier if negative)."""
        return Period(self.first + months, self.last + months)

    def following(self) -> "Period":
        """The period of the same length that begins where this one ends."""
        return self.shifted(self.months)

    def contains(self, other: "Period") -> bool:
        """Whether every month of the other is one of its own."""
        return self.first <= other.first and other.last <= self.last


def month(year: int, number: int) -> Period:
    """One month; ``number`` from 1 to 12."""
    return _run(year, number, 1)


def quarter(year: int, number: int) -> Period:
    """One quarter; ``number`` from 1 to 4."""
    return _run(year, (number - 1) * _QUARTER + 1, _QUARTER)


def half_year(year: int, number: int) -> Period:
    """The first or second half of a year."""
    return _run(year, (number - 1) * _HALF + 1, _HALF)


def nine_months(year: int) -> Period:
    """January to September."""
    return _run(year, 1, _NINE)


def whole_year(year: int) -> Period:
    """January to December."""
    return _run(year, 1, _YEAR)


def _run(year: int, first_month: int, months: int) -> Period:
    if not 1 <= first_month <= _YEAR:
        message = f"a year has no month {first_month}"
        raise ValueError(message)
    first = year * 12 + first_month - 1
    return Period(first, first + months - 1)


def parse_period(label: str) -> Period:
    """The period of a label; three months that are a quarter are that. Raises ``InvalidInput``."""
    shown = tidy_line(label).upper()
    first, slash, last = shown.partition("/")
    try:
        if not slash:
            return _parse_one(first)
        ends = _parse_one(first), _parse_one(last)
        if all(end.kind is PeriodKind.MONTH for end in ends):
            return Period(ends[0].first, ends[1].last)
    except ValueError:
        pass
    raise InvalidInput(
        N_(
            'Không có kỳ "%(shown)s". Hãy ghi như 2026-05, 2026-Q3, 2026-H1, 2026-9M, 2026'
            " hoặc 2023-11/2024-10."
        ),
        "period.unknown",
        shown=shown[:40],
    )


def _parse_one(label: str) -> Period:
    found = _LABEL.fullmatch(label)
    if found is None:
        message = f"no period label: {label!r}"
        raise ValueError(message)
    year = int(found[1])
    if found[2]:
        return month(year, int(found[2]))
    if found[3]:
        return quarter(year, int(found[3]))
    if found[4]:
        return half_year(year, int(found[4]))
    return nine_months(year) if found[5] else whole_year(year)


def split(period: Period, months: int) -> list[Period]:
    """The consecutive parts of so many months each; ``ValueError`` if they do not fill it."""
    if months < 1 or period.months % months:
        message = f"{period} cannot be split into parts of {months} months"
        raise ValueError(message)
    starts = range(period.first, period.last + 1, months)
    return [Period(start, start + months - 1) for start in starts]


def split_into_months(period: Period) -> list[Period]:
    """Its months, first to last."""
    return split(period, 1)


def same_period_last_year(period: Period) -> Period:
    """*Cùng kỳ*: the same months twelve months earlier."""
    return period.shifted(-12)


@dataclass(frozen=True)
class PeriodScheme:
    """On which day each month begins, and with which month the scheme's year begins.

    ``month_starts_on`` 1 = the calendar month; 15 = month M runs from day 15 of M-1 to day 14 of
    M. ``year_first_month`` is relative to January of the year that names it: 1 = January, -1 =
    November of the year before. ``level_starts_on`` overrides the day for a level of reporting
    bodies. ``since`` makes every figure cumulative from that day. ``verified`` is false where the
    rule is inferred and must be shown as not yet checked; ``unverified_kinds`` names shapes of
    periods of which the source says nothing.
    """

    code: str
    name: str
    source: str
    verified: bool
    month_starts_on: int = 1
    year_first_month: int = 1
    level_starts_on: Mapping[str, int] = field(default_factory=dict)
    since: date | None = None
    unverified_kinds: frozenset[PeriodKind] = frozenset()

    def __post_init__(self) -> None:
        days = (self.month_starts_on, *self.level_starts_on.values())
        if not all(1 <= day <= 28 for day in days):
            message = f"{self.code}: a month can only begin on day 1 to 28"
            raise ValueError(message)

    def is_verified_for(self, period: Period) -> bool:
        """Whether the source states the window of this period; if not, it is shown with a mark."""
        return self.verified and period.kind not in self.unverified_kinds

    def scheme_year(self, year: int) -> Period:
        """The twelve months that this scheme calls the year."""
        first = year * 12 + self.year_first_month - 1
        return Period(first, first + 11)


ADMIN_15_14 = PeriodScheme(
    "ADMIN_15_14",
    N_("Kỳ báo cáo hành chính (ngày 15 tháng trước đến ngày 14)"),
    "Nghị định 09/2019/NĐ-CP, Điều 12",
    verified=True,
    month_starts_on=15,
    unverified_kinds=frozenset({PeriodKind.NINE_MONTHS}),
)
CALENDAR = PeriodScheme(
    "CALENDAR",
    N_("Kỳ theo tháng dương lịch"),
    "Nghị định 60/2018/NĐ-CP",
    verified=True,
)
RECOGNITION_KDC = PeriodScheme(
    "RECOGNITION_KDC",
    N_("Kỳ công nhận khu dân cư (01/11 năm trước đến 31/10)"),
    "Thông tư 124/2021/TT-BCA, Điều 8",
    verified=True,
    year_first_month=-1,
)
RECOGNITION_UNIT = PeriodScheme(
    "RECOGNITION_UNIT",
    N_("Kỳ công nhận cấp xã, cơ quan, doanh nghiệp, nhà trường (16/11 năm trước đến 15/11)"),
    "Thông tư 124/2021/TT-BCA, Điều 8",
    verified=True,
    month_starts_on=16,
    year_first_month=0,
)
SCHEMES = {s.code: s for s in (ADMIN_15_14, CALENDAR, RECOGNITION_KDC, RECOGNITION_UNIT)}
DEFAULT_SCHEME = ADMIN_15_14
# How the code of a training round's scheme begins; queries leave training out by it.
TRAINING_PREFIX = "TRAINING("


def cumulative(
    since: date, base: PeriodScheme = DEFAULT_SCHEME, *, source: str = "", verified: bool = False
) -> PeriodScheme:
    """*Lũy kế từ đầu chương trình*: from ``since`` to the end of the period in the base scheme."""
    return PeriodScheme(
        f"CUMULATIVE({since.isoformat()})" + ("" if base is DEFAULT_SCHEME else f"@{base.code}"),
        N_("Lũy kế từ đầu chương trình"),
        source,
        verified,
        base.month_starts_on,
        base.year_first_month,
        base.level_starts_on,
        since,
    )


def parse_scheme(code: str) -> PeriodScheme:
    """The scheme of a code, also ``CUMULATIVE(2023-10-17)`` or ``CUMULATIVE(…)@CALENDAR``."""
    shown = tidy_line(code).upper()
    if shown in SCHEMES:
        return SCHEMES[shown]
    found = re.fullmatch(r"CUMULATIVE\((\d{4}-\d\d-\d\d)\)(?:@(\w+))?", shown, re.ASCII)
    if found and (found[2] or DEFAULT_SCHEME.code) in SCHEMES:
        try:
            since = date.fromisoformat(found[1])
        except ValueError:
            pass
        else:
            return cumulative(since, SCHEMES[found[2] or DEFAULT_SCHEME.code])
    raise InvalidInput(
        N_('Không có cách tính kỳ "%(shown)s". Hãy chọn một trong: %(known)s.'),
        "period.unknown_scheme",
        shown=shown[:40],
        known=", ".join([*SCHEMES, "CUMULATIVE(2023-10-17)"]),
    )


def training(base: PeriodScheme) -> PeriodScheme:
    """The scheme of a training round (*đợt tập làm*): the days of ``base`` under another code.

    What is asked by scheme never meets it: ``parse_scheme`` knows no such code.
    """
    return replace(base, code=f"{TRAINING_PREFIX}{base.code})")


def is_training(code: str) -> bool:
    """Whether a scheme is that of a training round."""
    return code.startswith(TRAINING_PREFIX)


def scheme_of_round(code: str) -> PeriodScheme:
    """The scheme that a round carries, also that of a training round; else as ``parse_scheme``."""
    if is_training(code):
        return training(parse_scheme(code.removeprefix(TRAINING_PREFIX).removesuffix(")")))
    return parse_scheme(code)


def window(
    period: Period, scheme: PeriodScheme = DEFAULT_SCHEME, level: str | None = None
) -> tuple[date, date]:
    """The first and the last day whose facts belong to the period, both included.

    Raises ``InvalidInput`` where a cumulative scheme begins after the period ends.
    """
    starts_on = scheme.level_starts_on.get(level or "", scheme.month_starts_on)
    last_day = _month_start(period.last + 1, starts_on) - timedelta(days=1)
    if scheme.since is None:
        return _month_start(period.first, starts_on), last_day
    if scheme.since > last_day:
        raise InvalidInput(
            N_("%(period)s kết thúc trước ngày bắt đầu lũy kế %(since)s."),
            "period.before_start",
            period=period.name,
            since=date_vn(scheme.since),
        )
    return scheme.since, last_day


def month_of(day: date, scheme: PeriodScheme = DEFAULT_SCHEME, level: str | None = None) -> Period:
    """The month to which a day belongs in this scheme."""
    starts_on = scheme.level_starts_on.get(level or "", scheme.month_starts_on)
    ordinal = day.year * 12 + day.month - 1
    if starts_on > 1 and day.day >= starts_on:
        ordinal += 1
    return Period(ordinal, ordinal)


def cumulative_from_year_start(period: Period, scheme: PeriodScheme = DEFAULT_SCHEME) -> Period:
    """*Lũy kế từ đầu năm*: from the first month of the scheme's year to the period's last month."""
    offset = scheme.year_first_month - 1
    start = (period.last - offset) // 12 * 12 + offset
    return Period(start, period.last)


def _month_start(ordinal: int, starts_on: int) -> date:
    """The first day of a month; a cut after day 1 lies in the month before."""
    year, zero_based = divmod(ordinal if starts_on == 1 else ordinal - 1, 12)
    return date(year, zero_based + 1, starts_on)


def _month_label(ordinal: int) -> str:
    return f"{ordinal // 12}-{ordinal % 12 + 1:02d}"


def _month_name(ordinal: int) -> str:
    return f"{month_number(ordinal % 12 + 1)}/{ordinal // 12}"
