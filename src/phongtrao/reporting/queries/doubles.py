"""Figures of a round that two bodies of one area probably told of one thing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from phongtrao.reporting.cells import Cell
from phongtrao.reporting.models import Indicator, ReportVersion
from phongtrao.reporting.queries.reports import cells_by_indicator
from phongtrao.reporting.rules import doubles
from phongtrao.reporting.rules.doubles import Told


@dataclass(frozen=True)
class Double:
    """One figure that several reports about one area hold."""

    indicator: Indicator
    cell: Cell
    decimals: int
    versions: Sequence[ReportVersion]


def probable_doubles(
    versions: Iterable[ReportVersion], indicators: Mapping[str, Indicator]
) -> list[Double]:
    """The probable doubles of these versions of a round; costs no query.

    Only areas of which several bodies have reported are looked at.
    """
    read = list(versions)
    several = Counter(version.report.area_id for version in read)
    shared = {v.report_id: v for v in read if several[v.report.area_id] > 1}
    cells = {pk: cells_by_indicator(version) for pk, version in shared.items()}
    return [
        Double(
            indicators[same[0].indicator],
            *cells[same[0].report][same[0].indicator],
            [shared[each.report] for each in same],
        )
        for same in doubles.probable_doubles(_told(shared, cells))
        if same[0].indicator in indicators
    ]


def _told(
    shared: Mapping[int, ReportVersion], cells: Mapping[int, Mapping[str, tuple[Cell, int]]]
) -> Iterator[Told]:
    for pk, version in shared.items():
        for code, (cell, _decimals) in cells[pk].items():
            if cell.is_given:
                report = version.report
                yield Told(report.area_id, report.body_id, code, cell.scaled, pk)
