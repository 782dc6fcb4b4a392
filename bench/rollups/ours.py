"""The same five questions as the product's pages ask them, by each of its ways to an answer."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.rollups import stand_in
from bench.rollups.dataset import Shape
from bench.rollups.questions import Questions

if TYPE_CHECKING:
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
        """One question in the product's words."""
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
        return self._question(
            self._every(range(self._shape.indicators)), month, "commune", self._only
        )

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


def by_door(actor: "Actor", asked: "FiguresAsked") -> Callable[[], Any]:
    """The one door to figures, with the official's scope and all that came in since the build."""
    from phongtrao.analytics.queries import figures

    return lambda: figures(actor, asked)


def by_duckdb(actor: "Actor", asked: "FiguresAsked") -> Callable[[], Any]:
    """The general path over Parquet, on DuckDB."""
    from phongtrao.analytics.queries import figures

    return lambda: figures(actor, asked, path="general")


def by_specification(asked: "FiguresAsked") -> Callable[[], Any]:
    """The specification over the record itself; nobody's scope is asked."""
    from phongtrao.reporting.queries import figure_rows

    return lambda: figure_rows(asked)


def rows_of(found: Any) -> list[Row]:
    """An answer of the product as rows, the figure last; what nobody said has no row."""
    every = found.rows() if hasattr(found, "rows") else found
    return [
        (row.area_code, row.period.label, row.indicator, row.figure.value)
        for row in every
        if row.figure.value is not None
    ]


def received(found: Any) -> list[Row]:
    """Province by province: how many communes there are, and how many said anything at all."""
    if not hasattr(found, "n"):
        return _received_of_rows(found)
    has_said = np.asarray(found.n[:, 0, :]).any(axis=0)
    shown = np.asarray(found.shape.shown[0])
    above = np.array([area.above[1] for area in found.areas])
    provinces, place = np.unique(above, return_inverse=True)
    due, came = (np.bincount(place, each) for each in (shown, has_said & shown))
    return list(zip(provinces.tolist(), due.tolist(), came.tolist(), strict=True))


def _received_of_rows(rows: Sequence[Any]) -> list[Row]:
    said = {row.area_code for row in rows if row.figure.n}
    ordered = sorted({row.area_code: _province_of(row.area_code) for row in rows}.items(),
                     key=lambda pair: pair[1])  # fmt: skip
    return [
        (province, len(codes), len(said.intersection(codes)))
        for province, pairs in groupby(ordered, key=lambda pair: pair[1])
        for codes in [[code for code, _province in pairs]]
    ]


def _province_of(code: str) -> int:
    from phongtrao.org.models import AreaVersion

    if not _PROVINCES:
        rows = AreaVersion.objects.filter(level="commune").values_list("code", "parent_id")
        _PROVINCES.update(rows)
    return _PROVINCES[code]


_PROVINCES: dict[str, int] = {}
