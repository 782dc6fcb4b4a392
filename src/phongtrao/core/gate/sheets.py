"""Worksheets: how much there is, where it stands, and whether each value can be one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.verdicts import Refused

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_LAST_DAY = 2_958_466  # the day after 31/12/9999 as Excel counts
# Days left until a day that has passed are shown as ####; readers count back to the year 1.
_FIRST_DAY = -693_000
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_DDE = re.compile(r"[\w.]+\|\s*(?:'[^']*'|[\w.]+)\s*!")
_LITERAL = re.compile(r'"[^"]*"')
_QUOTED_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_BUILT_IN_DATES = {14, 15, 16, 17, 22}
_COUNTED_STYLES = {"xf", "cellStyle", "font", "fill", "border", "numFmt", "dxf"}
_MAX_VALUE = 40_000  # signs of a cell that are kept; Excel allows 32,767


@dataclass
class Workbook:
    """What the parts of one workbook add up to."""

    limits: GateLimits
    shared: int = 0
    largest_shared: int = -1
    largest_style: int = 0
    sheets: int = 0
    cells: int = 0
    merges: int = 0
    date_styles: set[int] = field(default_factory=set)
    styles: int = 0

    def count(self, name: str) -> None:
        """One more shared string (``si``) or sheet."""
        if name == "si":
            self.shared += 1
        else:
            self.sheets += 1
            if self.sheets > self.limits.workbook_sheets:
                raise Refused("sheet-too-large")

    def count_cell(self) -> None:
        """One more cell."""
        self.cells += 1
        if self.cells > self.limits.sheet_cells:
            raise Refused("sheet-too-large")

    def count_merge(self) -> None:
        """One more merged range."""
        self.merges += 1
        if self.merges > self.limits.sheet_merges:
            raise Refused("sheet-too-large")

    def check(self) -> None:
        """After all parts: cells may only point at strings and formats that exist."""
        if self.largest_shared >= self.shared or self.largest_style > max(0, self.styles - 1):
            raise Refused("package-broken")


class StyleScan:
    """Counts cell formats and remembers which of them show a date."""

    def __init__(self, workbook: Workbook) -> None:
        """Fill the style table of ``workbook``."""
        self._workbook = workbook
        self._date_formats = set(_BUILT_IN_DATES)
        self._inside = False
        self._counts: dict[str, int] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; of no kind of style may there be too many."""
        self._counts[name] = self._counts.get(name, 0) + 1
        if name in _COUNTED_STYLES and self._counts[name] > self._workbook.limits.workbook_styles:
            raise Refused("sheet-too-large")
        if name == "numFmt":
            code = _QUOTED_FORMAT.sub("", attributes.get("formatCode", "")).lower()
            if "y" in code or "d" in code:
                self._date_formats.add(_whole(attributes.get("numFmtId", "")))
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            if _whole(attributes.get("numFmtId", "0")) in self._date_formats:
                self._workbook.date_styles.add(self._workbook.styles)
            self._workbook.styles += 1

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "cellXfs":
            self._inside = False


class SheetScan:
    """One pass over a sheet.  The stated dimension is ignored: only cells count."""

    def __init__(self, workbook: Workbook, element: Callable[[str], None]) -> None:
        """``element`` judges every element name first."""
        self._workbook, self._element = workbook, element
        self._rows = self._columns = self._styled_rows = self._styled_columns = 0
        self._type = self._text = ""
        self._style = self._row = self._column = 0
        self._keeping = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._open_cell(attributes)
        elif name in {"v", "f"}:
            self._keeping, self._text = True, ""
        elif name == "is":
            self._note_value()
        elif name == "row":
            stated = attributes.get("r")
            if stated is not None and not 1 <= _whole(stated) <= _LAST_ROW:
                raise Refused("sheet-value")
        elif name == "mergeCell":
            self._workbook.count_merge()
        else:
            self._element(name)

    def text(self, text: str) -> None:
        """Character data of a value or a formula."""
        if self._keeping:
            self._text = (self._text + text)[:_MAX_VALUE]

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "v":
            self._keeping = False
            self._close_value(self._text.strip())
        elif name == "f":
            self._keeping = False
            if "|" in self._text and _DDE.search(_LITERAL.sub("", self._text)):
                raise Refused("dde")

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._workbook.count_cell()
        self._type = attributes.get("t", "n")
        stated = attributes.get("s")
        self._style = 0 if stated is None else _whole(stated)
        self._workbook.largest_style = max(self._workbook.largest_style, self._style)
        reference = attributes.get("r")
        if reference is None:
            return
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise Refused("sheet-value")
        self._column, self._row = _column_number(found.group(1)), int(found.group(2))
        if not (1 <= self._row <= _LAST_ROW and self._column <= _LAST_COLUMN):
            raise Refused("sheet-value")
        if self._row > self._styled_rows or self._column > self._styled_columns:
            self._styled_rows = max(self._styled_rows, self._row)
            self._styled_columns = max(self._styled_columns, self._column)
            if self._styled_rows * self._styled_columns > self._workbook.limits.styled_area:
                raise Refused("sheet-far-cell")

    def _note_value(self) -> None:
        """The rectangle of cells that hold something."""
        if self._row <= self._rows and self._column <= self._columns:
            return
        self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
        if self._rows * self._columns > self._workbook.limits.sheet_area:
            raise Refused("sheet-far-cell")

    def _close_value(self, value: str) -> None:
        """A stored value must be readable as what its cell says it is."""
        self._note_value()
        if not value or self._type in {"str", "inlineStr", "e"}:
            return
        if self._type == "s":
            if not value.isascii() or not value.isdigit() or len(value) > 9:
                raise Refused("sheet-value")
            self._workbook.largest_shared = max(self._workbook.largest_shared, int(value))
        elif self._type == "d":
            _check_iso(value)
        elif self._type == "b":
            if value not in {"0", "1", "true", "false"}:
                raise Refused("sheet-value")
        else:
            self._check_number(value)

    def _check_number(self, value: str) -> None:
        if not _NUMBER.fullmatch(value) or abs(float(value)) == float("inf"):
            raise Refused("sheet-value")
        if self._style in self._workbook.date_styles and not _FIRST_DAY < float(value) < _LAST_DAY:
            raise Refused("sheet-value")


def _check_iso(value: str) -> None:
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        if not re.fullmatch(r"T?\d\d:\d\d(:\d\d(\.\d+)?)?Z?", value):
            raise Refused("sheet-value") from error


def _whole(text: str) -> int:
    """A whole number of at most 9 digits; -1 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else -1


@cache
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
