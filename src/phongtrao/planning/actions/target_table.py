"""From the rows of an Excel table to targets, with every fault of every row named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import parse_number
from phongtrao.core.periods import parse_period
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.finding import areas_called
from phongtrao.planning import permissions
from phongtrao.planning.actions.targets import (
    TargetSpec,
    code_key,
    require_figures,
    usable_indicator,
)
from phongtrao.planning.models import Bound, Programme
from phongtrao.planning.queries.targets import KnownIndicator, indicators_known

MOST_ROWS = 2_000
DECIMALS = 3
COLUMNS = {
    "indicator": N_("Mã chỉ tiêu"),
    "area": N_("Địa bàn"),
    "period": N_("Kỳ"),
    "bound": N_("Loại mức"),
    "value": N_("Mức"),
    "upper": N_("Đến mức"),
    "baseline": N_("Giá trị gốc"),
    "baseline_year": N_("Năm gốc"),
    "source": N_("Văn bản giao"),
    "clause": N_("Điều, khoản"),
}
_OPTIONAL = {"upper", "baseline", "baseline_year", "clause"}
_HEAD_WITHIN = 10
# What stands in the column "Loại mức", without marks.
_BOUNDS = {
    "it nhat": Bound.AT_LEAST, "toi thieu": Bound.AT_LEAST, ">=": Bound.AT_LEAST,
    "≥": Bound.AT_LEAST, "tro len": Bound.AT_LEAST,
    "nhieu nhat": Bound.AT_MOST, "toi da": Bound.AT_MOST, "khong qua": Bound.AT_MOST,
    "<=": Bound.AT_MOST, "≤": Bound.AT_MOST,
    "tu den": Bound.BETWEEN, "khoang": Bound.BETWEEN, "trong khoang": Bound.BETWEEN,
    "tu … den …": Bound.BETWEEN, "tu ... den ...": Bound.BETWEEN,
    "bang": Bound.EXACTLY, "dung": Bound.EXACTLY, "=": Bound.EXACTLY,
}  # fmt: skip

Fault = tuple[int, Sentence]
"""The number of a row (0: the whole file) and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class TargetTable:
    """What a table gives: targets, or the faults for which none is taken."""

    specs: list[TargetSpec]
    faults: list[Fault]


def read_targets(table: Sequence[Sequence[Any]], *, programme: Programme, by: Actor) -> TargetTable:
    """The targets of a table (each row: its number, then its cells); the head is found by names.

    One fault leaves out the whole table, so that nobody hunts for what is missing.
    """
    head, body = _head_and_body(table)
    missing = [name for key, name in COLUMNS.items() if key not in head and key not in _OPTIONAL]
    if missing:
        words = ", ".join(missing)
        said = Sentence(N_("Không thấy các cột: %(names)s. Hãy dùng tệp mẫu."), {"names": words})
        return TargetTable([], [(0, said)])
    if not body or len(body) > MOST_ROWS:
        said = Sentence(N_("Tệp cần từ 1 đến %(most)s dòng chỉ tiêu."), {"most": MOST_ROWS})
        return TargetTable([], [(0, said)])
    rows = [_cells(row, head) for row in body]
    known = indicators_known({code_key(row["indicator"]) for row in rows})
    reader = _Reader(programme, by, known, {})
    specs, faults = [], []
    for number, cells in zip((int(row[0]) for row in body), rows, strict=True):
        try:
            specs.append(reader.spec(cells))
        except InvalidInput as fault:
            faults.append((number, fault.sentence))
    faults += _doubles(body, specs) if not faults else []
    return TargetTable([] if faults else specs, faults)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads rows of one table; an area is looked up once."""

    programme: Programme
    by: Actor
    known: Mapping[str, KnownIndicator]
    areas: dict[str, int]

    def spec(self, cells: Mapping[str, str]) -> TargetSpec:
        """One row as a target; raises InvalidInput with the first thing that is wrong."""
        indicator = usable_indicator(
            cells["indicator"], self.known.get(code_key(cells["indicator"]))
        )
        baseline = _figure(cells["baseline"], "baseline") if cells["baseline"] else None
        spec = TargetSpec(
            programme=self.programme,
            area_id=self._area(cells["area"], self.by.day),
            period=parse_period(cells["period"]).label,
            indicator=indicator.code,
            bound=_bound(cells["bound"]),
            value=_figure(cells["value"], "value"),
            source=cells["source"],
            upper=_figure(cells["upper"], "upper") if cells["upper"] else None,
            baseline=baseline,
            baseline_year=_year(cells["baseline_year"]) if cells["baseline_year"] else None,
            clause=cells["clause"],
        )
        require_figures(spec)
        return spec

    def _area(self, typed: str, day: date) -> int:
        if typed not in self.areas:
            self.areas[typed] = _area_in_reach(typed, day, self.by)
        return self.areas[typed]


def _area_in_reach(typed: str, day: date, by: Actor) -> int:
    found = [each for each in areas_called(typed, day) if by.scope.covers_now(each.lineage_id)]
    if len(found) != 1:
        said = (
            N_('Có nhiều địa bàn tên "%(text)s"; hãy ghi mã.')
            if found
            else N_('Không có địa bàn "%(text)s" trong phạm vi của cơ quan bạn.')
        )
        raise InvalidInput(said, "target.area", text=typed[:80])
    if not permissions.can_set_target(by, found[0].lineage_id):
        raise InvalidInput(
            N_("Chỉ cơ quan thường trực giao chỉ tiêu, cho địa bàn mình và cấp dưới.")
        )
    return found[0].lineage_id


def _head_and_body(
    table: Sequence[Sequence[Any]],
) -> tuple[dict[str, int], list[Sequence[Any]]]:
    """Which column stands where, and the rows below the head."""
    wanted = {fold(name): key for key, name in COLUMNS.items()}
    for place, row in enumerate(table[:_HEAD_WITHIN]):
        named = {wanted.get(fold(tidy_line(str(cell)))): at for at, cell in enumerate(row)}
        head = {key: at for key, at in named.items() if key is not None}
        if "indicator" in head and len(head) > 1:
            return head, list(table[place + 1 :])
    return {}, []


def _cells(row: Sequence[Any], head: Mapping[str, int]) -> dict[str, str]:
    return {key: _text(row, head.get(key)) for key in COLUMNS}


def _text(row: Sequence[Any], at: int | None) -> str:
    if at is None or at >= len(row):
        return ""
    value = row[at]
    if isinstance(value, float):
        # Excel keeps 12,5 as a number; written the Vietnamese way it is read like a typed one.
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return tidy_line(" ".join(map(str, value)) if isinstance(value, list) else str(value))


def _figure(text: str, column: str) -> Decimal:
    try:
        return parse_number(text.removesuffix("%"), DECIMALS)
    except InvalidInput as fault:
        raise InvalidInput(
            N_("Cột %(column)s: %(reason)s"),
            "target.figure",
            column=COLUMNS[column],
            reason=fault.sentence,
        ) from None


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1990 <= int(text) <= 2100):
        raise InvalidInput(N_('Năm gốc "%(text)s" không đọc được.'), "target.year", text=text[:20])
    return int(text)


def _bound(text: str) -> str:
    found = _BOUNDS.get(fold(text).strip(" ."))
    if found is None:
        raise InvalidInput(
            N_('Loại mức "%(text)s" chưa rõ; hãy ghi ít nhất, nhiều nhất, từ … đến … hoặc bằng.'),
            "target.bound",
            text=text[:40],
        )
    return found


def _doubles(body: Sequence[Sequence[Any]], specs: Sequence[TargetSpec]) -> list[Fault]:
    """Rows that speak of the same target as one before."""
    first: dict[tuple[Any, ...], int] = {}
    faults = []
    for row, spec in zip(body, specs, strict=True):
        key, number = (spec.area_id, spec.period, spec.indicator), int(row[0])
        if key in first:
            said = Sentence(N_("Trùng chỉ tiêu với dòng %(row)s."), {"row": first[key]})
            faults.append((number, said))
        first.setdefault(key, number)
    return faults
