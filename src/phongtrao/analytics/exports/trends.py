"""A trend as a picture's data, as the table beside it, and as a workbook."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import FileResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phongtrao.analytics.exports.small_counts import is_guarded, small_cells
from phongtrao.analytics.exports.tables import SMALL, Cell, FileTable, figure_value, written
from phongtrao.analytics.exports.words import FigureLinks
from phongtrao.analytics.queries.pages_trend import Line, Mark, Trend
from phongtrao.core.formats import date_vn, number
from phongtrao.reporting.exports import period_words
from phongtrao.reporting.rules.roll_up import RollUp


@dataclass(frozen=True)
class TrendCell:
    """One figure of the table; None where the area was not there: then `gap` says why."""

    figure: RollUp | None
    decimals: int
    address: str
    gap: str


@dataclass(frozen=True)
class TrendRow:
    """One period, and before it the marks that fall into it."""

    period: str
    marks: Sequence[Mark]
    cells: Sequence[TrendCell]


def line_names(found: Trend) -> list[str]:
    """What each line is called: the indicator, and the area where there are several."""
    areas = {line.area.lineage_id for line in found.lines}
    return [_line_name(line, with_area=len(areas) > 1) for line in found.lines]


def mark_words(mark: Mark) -> str:
    """A mark in a sentence: the day, how many areas, the acts."""
    words = ngettext(
        "%(day)s: sắp xếp, %(areas)s địa bàn trong phạm vi được lập từ địa bàn cũ",
        "%(day)s: sắp xếp, %(areas)s địa bàn trong phạm vi được lập từ địa bàn cũ",
        mark.areas,
    ) % {"day": date_vn(mark.on), "areas": number(mark.areas)}
    if not mark.acts:
        return words + "."
    return words + " (" + _("theo %(acts)s") % {"acts": ", ".join(mark.acts)} + ")."


def trend_rows(found: Trend, links: FigureLinks, *, by_time: bool) -> list[TrendRow]:
    """The table beside the picture, period by period."""
    return [
        TrendRow(
            period_words(period),
            [mark for mark in found.marks if mark.place == place],
            [
                TrendCell(
                    line.figures[place],
                    line.indicator.decimals,
                    links.to_line(line.area, line.indicator.code, period, by_time=by_time),
                    _gap(line, place),
                )
                for line in found.lines
            ],
        )
        for place, period in enumerate(found.periods)
    ]


def chart_of(found: Trend) -> str:
    """The data of the picture; the script draws it, the table says it."""
    names = line_names(found)
    return json.dumps(
        {
            "periods": [period_words(period) for period in found.periods],
            "lines": [
                _chart_line(line, name) for line, name in zip(found.lines, names, strict=True)
            ],
            "marks": [
                {
                    "at": mark.place,
                    "label": "\n".join([date_vn(mark.on), *mark.acts[:1]]),
                }
                for mark in found.marks
            ],
            "words": {"none": _("chưa có số liệu"), "estimated": _("ước tính")},
        },
        ensure_ascii=False,
    )


def trend_file(found: Trend, heading: Sequence[str]) -> FileResponse:
    """The table as a workbook, small counts of people hidden."""
    names = line_names(found)
    titles = [_("Kỳ")]
    for name in names:
        titles += [name, _("n/N của %(name)s") % {"name": name}]
    hidden = [_hidden(line) for line in found.lines]
    rows: list[list[Cell]] = []
    for place, period in enumerate(found.periods):
        cells: list[Cell] = [period_words(period)]
        for line, small in zip(found.lines, hidden, strict=True):
            figure = line.figures[place]
            if figure is None:
                cells += [_gap(line, place), None]
                continue
            told = SMALL if place in small else figure_value(figure, line.indicator.decimals)
            cells += [told, f"{figure.n}/{figure.of}"]
        rows.append(cells)
    return written(
        FileTable(
            name="xu-huong",
            title=_("Xu hướng"),
            heading=[*heading, *(mark_words(mark) for mark in found.marks)],
            titles=titles,
            rows=rows,
            notes=[],
        ),
        "xlsx",
    )


def _gap(line: Line, place: int) -> str:
    """Why the area has no place in a period: it came later, or was no more."""
    came_later = any(figure is not None for figure in line.figures[place:])
    return _("chưa lập") if came_later else _("đã kết thúc")


def _chart_line(line: Line, name: str) -> dict[str, object]:
    decimals = line.indicator.decimals
    values: list[dict[str, object] | None] = []
    for figure in line.figures:
        if figure is None or figure.value is None:
            values.append(None)
            continue
        values.append(
            {
                "value": float(figure.value),
                "shown": f"{number(figure.value, decimals)} {line.indicator.unit}",
                "share": f"{figure.n}/{figure.of}",
                "estimated": figure.estimated,
            }
        )
    return {"name": name, "unit": line.indicator.unit, "values": values}


def _line_name(line: Line, *, with_area: bool) -> str:
    name = f"{line.indicator.code} {line.indicator.name}"
    if not with_area:
        return name
    ended = line.area.valid_to
    area = line.area.full_name
    if ended:
        area = _("%(area)s (đến %(day)s)") % {"area": area, "day": date_vn(ended)}
    return f"{name}, {area}"


def _hidden(line: Line) -> frozenset[int]:
    row = line.indicator
    if not is_guarded(row.kind, counts_people=row.counts_people):
        return frozenset()
    values = [figure.value if figure else None for figure in line.figures]
    return small_cells(values, None)[0]
