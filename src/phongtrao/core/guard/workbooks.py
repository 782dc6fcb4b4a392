"""Worksheets as lines: shown, hidden and very hidden ones alike, with the columns' names."""

import re
from dataclasses import dataclass, field

from phongtrao.core.guard.markup import texts_in_attributes, walk
from phongtrao.core.guard.tables import Cell, TableLines

_COLUMN = re.compile(r"([A-Za-z]{1,3})\d")
_OF_A_STRING = frozenset({"t", "r", "rPr"})
# Accounts have up to nineteen digits; a sheet keeps the first fifteen of them.
_LONGEST = 1e19
# Places and looks in a header or footer: &L, &"Arial,Bold", &12.
_FOOTER_MARKS = re.compile(r'&(?:[A-Za-z]|"[^"]*"|\d{1,2}(?= ))')
_PADDED = re.compile(r"0[0 #?.\-\\]*")


@dataclass
class Workbook:
    """Shared strings, and for each cell format the digits it pads a number to (0: none)."""

    strings: list[str] = field(default_factory=list)
    paddings: list[int] = field(default_factory=list)


def read_strings(data: bytes) -> list[str]:
    """The shared strings of a workbook, each with the parts it is made of joined."""
    strings: list[str] = []
    parts: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "si":
            parts.clear()

    def end(name: str) -> None:
        if name.rpartition(":")[2] == "si":
            strings.append("".join(parts))

    walk(data, start, end, parts.append)
    return strings


def read_paddings(data: bytes) -> list[int]:
    """For each cell format, how many digits it shows at least: ``0000000000`` shows a lost 0."""
    formats: dict[str, int] = {}
    paddings: list[int] = []
    inside: list[bool] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "numFmt":
            code = attributes.get("formatCode", "").split(";")[0].replace('"', "")
            digits = sum(code.count(sign) for sign in "0#?")
            fits = _PADDED.fullmatch(code) is not None and "." not in code
            formats[attributes.get("numFmtId", "")] = digits if fits else 0
        elif local == "cellXfs":
            inside.append(True)
        elif local == "xf" and inside:
            paddings.append(formats.get(attributes.get("numFmtId", ""), 0))

    def end(name: str) -> None:
        if name.rpartition(":")[2] == "cellXfs":
            inside.clear()

    walk(data, start, end, lambda _text: None)
    return paddings


class _Sheet:
    """One pass over a sheet."""

    def __init__(self, workbook: Workbook) -> None:
        self.lines: list[str] = []
        self._workbook = workbook
        self._table = TableLines()
        self._row: list[Cell] = []
        self._kind, self._style, self._column = "n", 0, -1
        self._text: list[str] = []
        self._value = ""
        # Inside the looks of a piece of text nothing ends it.
        self._depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row":
            self._row, self._column = [], -1
        elif local == "c":
            found = _COLUMN.match(attributes.get("r", ""))
            self._column = _number(found[1]) if found else self._column + 1
            self._kind, self._value = attributes.get("t", "n"), ""
            style = attributes.get("s", "0")
            self._style = int(style) if style.isdigit() else 0
        elif local in {"v", "is", "f"}:
            self._text.clear()
        self._depth += local == "rPr"
        self.lines += texts_in_attributes(local, attributes)

    def text(self, text: str) -> None:
        self._text.append(text)

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        self._depth -= local == "rPr"
        if local in {"v", "is"}:
            self._value = "".join(self._text)
        elif local == "c":
            self._row.append(self._cell())
        elif local == "row":
            line = self._table.line(self._row)
            if line.strip():
                self.lines.append(line)
        elif local not in _OF_A_STRING and self._depth == 0 and "".join(self._text).strip():
            self.lines.append(_FOOTER_MARKS.sub(" ", "".join(self._text)))
        if local not in _OF_A_STRING and self._depth == 0:
            self._text.clear()

    def _cell(self) -> Cell:
        value = self._value.strip()
        if self._kind == "s":
            strings = self._workbook.strings
            known = value.isdigit() and int(value) < len(strings)
            return Cell(self._column, strings[int(value)] if known else "")
        if self._kind != "n":
            return Cell(self._column, self._value)
        return Cell(self._column, self._shown(value), is_number=True)

    def _shown(self, value: str) -> str:
        """A number as the sheet shows it: whole where it is whole, padded where so formatted."""
        try:
            figure = float(value)
        except ValueError:
            return value
        is_whole = abs(figure) < _LONGEST and figure == int(figure)
        whole = str(int(figure)) if is_whole else value
        paddings = self._workbook.paddings
        width = paddings[self._style] if self._style < len(paddings) else 0
        return whole.zfill(width) if width and whole.isdigit() else whole


def text_of_sheet(data: bytes, workbook: Workbook) -> str:
    """The rows of one sheet as lines, and its notes of input."""
    sheet = _Sheet(workbook)
    walk(data, sheet.start, sheet.end, sheet.text, sheet.lines.append)
    return "\n".join(sheet.lines)


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
