"""The same five questions as the product's pages ask them, by each of its ways to an answer."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from bench.rollups import stand_in
from bench.rollups.dataset import Shape
from bench.rollups.questions import Questions

if TYPE_CHECKING:
    from phongtrao.analytics.queries import ReportsAsked
    from phongtrao.core.periods import Period
    from phongtrao.org.permissions import Actor
    from phongtrao.reporting.queries import FiguresAsked

Row = tuple[Any, ...]


class OurQuestions:
    """What is asked of the product about the whole country, or about one province alone."""

    def __init__(self, shape: Shape, asked: Questions, *, within: bool) -> None:
        """`within`: only the province asked about, as one of its officials sees it."""
        self._shape, self._asked = shape, asked
        self._only = stand_in.province_code(asked.province) if within else None

    def of(self, name: str) -> "FiguresAsked":
        """One of the first four questions in the product's words."""
        one = [stand_in.indicator_code(self._asked.indicator)]
        year = [self._month(self._asked.year * 100 + number) for number in range(1, 13)]
        month = [self._month(self._asked.month)]
        top = "province" if self._only else "country"
        if name == "q1":
            return self._question(one, year, "province", self._only)
        if name == "q2":
            return self._question(self._every(range(self._shape.indicators)), year, top, self._only)
        if name == "q3":
            province = stand_in.province_code(self._asked.province)
            return self._question(self._every(self._asked.indicators), month, "commune", province)
        if name == "q4":
            last = self._shape.year_month(self._shape.months - 1)
            months = [self._month(self._shape.year_month(m)) for m in range(self._shape.months)]
            return self._question(one, months, top, self._only, boundaries=last)
        raise KeyError(name)

    def reports(self) -> "ReportsAsked":
        """The fifth question: who reported, of those who should have."""
        from phongtrao.analytics.queries import ReportsAsked
        from phongtrao.core.periods import parse_scheme

        month = self._month(self._asked.month)
        scheme = parse_scheme(stand_in.SCHEME)
        return ReportsAsked([month], "province", "commune", scheme, area=self._only)

    def _every(self, numbers: range) -> list[str]:
        return [stand_in.indicator_code(number) for number in numbers]

    def _month(self, year_month: int) -> "Period":
        from phongtrao.core.periods import month

        return month(year_month // 100, year_month % 100)

    def _question(
        self,
        indicators: Sequence[str],
        periods: Sequence["Period"],
        level: str,
        area: str | None,
        *,
        boundaries: int | None = None,
    ) -> "FiguresAsked":
        from phongtrao.core.periods import parse_scheme
        from phongtrao.reporting.queries import FiguresAsked

        as_of = stand_in.day_of(boundaries) if boundaries else None
        scheme = parse_scheme(stand_in.SCHEME)
        return FiguresAsked(indicators, periods, level, scheme, area=area, as_of=as_of)


def by_door(actor: "Actor", asked: OurQuestions, name: str) -> Callable[[], Any]:
    """As a page asks: with the official's scope, and all that came in since the build."""
    from phongtrao.analytics.queries import completeness, figures

    if name == "q5":
        reports = asked.reports()
        return lambda: completeness(actor, reports)
    question = asked.of(name)
    return lambda: figures(actor, question)


def by_duckdb(actor: "Actor", asked: OurQuestions, name: str) -> Callable[[], Any] | None:
    """The general path over Parquet, on DuckDB; None where it leaves the question to others."""
    from phongtrao.analytics.general.refusals import Refusal
    from phongtrao.analytics.queries import figures

    if name == "q5":
        return None  # it counts no reports
    question = asked.of(name)
    try:
        figures(actor, question, path="general")
    except Refusal:
        return None
    return lambda: figures(actor, question, path="general")


def by_specification(actor: "Actor", asked: OurQuestions, name: str) -> Callable[[], Any] | None:
    """The specification over the record itself."""
    from phongtrao.analytics.queries import figures

    if name == "q5":
        return None  # it counts no reports
    question = asked.of(name)
    return lambda: figures(actor, question, path="specification")


def rows_of(found: Any) -> list[Row]:
    """An answer of the product as rows, the figure last; what nobody said has no row."""
    return [
        (row.area_code, row.period.label, row.indicator, row.figure.value)
        for row in found.rows()
        if row.figure.value is not None
    ]


def received(found: Any) -> list[Row]:
    """Province by province: how many communes there are, and how many reported."""
    every = zip(found.shape.areas, found.expected[0], found.received[0], strict=True)
    return [(area.code, int(due), int(came)) for area, due, came in every]
