"""A country made up of the units of the dataset, loaded by the product's own loaders.

The packaged country begins in 2025; the ten years of figures and their merger need one of their
own. It takes the place of the packaged one in a data folder that is thrown away.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from unittest.mock import patch

from bench.rollups.dataset import Shape, Step, steps_of, units_of

SCHEME = "CALENDAR"
_PROVINCES_FROM, _UNITS_FROM = 100, 1_000  # numbers of lineages
_CODES_FROM = 20_000


def province_code(province: int) -> str:
    """The code of a province."""
    return f"{province + 1:02d}"


def unit_code(unit: int) -> str:
    """The code of a unit, a closed one too."""
    return f"{unit + _CODES_FROM:05d}"


def province_id(province: int) -> int:
    """The lineage of a province."""
    return _PROVINCES_FROM + province


def unit_id(unit: int) -> int:
    """The lineage of a unit, a closed one too."""
    return _UNITS_FROM + unit


def indicator_code(indicator: int) -> str:
    """The code of an indicator."""
    return f"DO{indicator:03d}"


def day_of(year_month: int) -> date:
    """The first day of a month written as 202405."""
    return date(year_month // 100, year_month % 100, 1)


def load_stand_in(shape: Shape) -> None:
    """An empty data folder gets the product's tables, kinds and forms, and this country."""
    from phongtrao.cli import prepare

    with ExitStack() as stack:
        country = "phongtrao.org.gazetteer.country.load_country"
        stack.enter_context(patch(country, lambda: _country(shape)))
        # The packaged sets name areas of the packaged country.
        stack.enter_context(patch("phongtrao.org.imports.area_sets._load", lambda _listed: None))
        prepare.ensure_ready()
    _load_indicators(shape)


def _load_indicators(shape: Shape) -> None:
    from phongtrao.reporting.models import Indicator

    Indicator.objects.bulk_create(
        Indicator(
            code=indicator_code(number), section_code="DO", section="Số liệu đo",
            name=f"Chỉ tiêu đo số {number}", unit="lượt", kind="flow", frequency=["Th"],
            levels=["X", "T", "TW"], position=10_000 + number,
        )
        for number in range(shape.indicators)
    )  # fmt: skip


@dataclass(frozen=True)
class _Country:
    """What the loader of the packaged country asks for."""

    lineages: dict[int, object]
    versions: tuple[object, ...]
    successions: tuple[object, ...]


def _country(shape: Shape) -> _Country:
    from phongtrao.org.gazetteer.records import AreaVersion, Lineage

    versions: list[AreaVersion] = [*_versions(shape)]
    lineages = {each.lineage_id: Lineage(each.lineage_id, each.level, "") for each in versions}
    return _Country(
        lineages, tuple(versions), tuple(_succession(shape, each) for each in steps_of(shape))
    )


def _versions(shape: Shape) -> Iterator[object]:
    from phongtrao.org.gazetteer.country import ROOT_ID
    from phongtrao.org.gazetteer.records import AreaVersion

    begin, merged = day_of(shape.year_month(0)), day_of(shape.year_month(shape.merged_at))
    top = f"{ROOT_ID:06d}/"
    named = ("VN", "Việt Nam", "", "country", None)
    yield AreaVersion(ROOT_ID, *named, begin, None, "", verified=True, path=top)
    for number in range(shape.provinces):
        pk, name = province_id(number), f"Đo {number + 1}"
        named = (province_code(number), name, "tỉnh", "province", ROOT_ID)
        path = f"{top}{pk:06d}/"
        yield AreaVersion(pk, *named, begin, None, "", verified=True, path=path)
    units = units_of(shape)
    every = zip(units.number.tolist(), units.province.tolist(), units.is_closed, units.is_new,
                strict=True)  # fmt: skip
    for number, province, is_closed, is_new in every:
        pk, above = unit_id(number), province_id(province)
        named = (unit_code(number), f"Đo {number + 1}", "xã", "commune", above)
        days = (merged if is_new else begin, merged if is_closed else None)
        path = f"{top}{above:06d}/{pk:06d}/"
        yield AreaVersion(pk, *named, *days, "", verified=True, path=path)


def _succession(shape: Shape, step: Step) -> object:
    from phongtrao.org.gazetteer.records import Succession

    return Succession(
        unit_id(step.closed), unit_id(step.unit), Fraction(step.numerator, step.denominator),
        "part" if step.denominator > 1 else "whole", "", day_of(shape.year_month(shape.merged_at)),
        "exact", estimated=False,
    )  # fmt: skip
