"""Where the head of a form's table is, and what each of its columns holds. Pure.

A head may stand over several rows with merged cells; a column is known by its lowest words first,
then by all the words over it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from phongtrao.core.vietnamese import fold, tidy_line

ORDER, NAME, UNIT, THIS, CUMULATIVE, BEFORE, LAST_YEAR, COMPARE, TARGET, NOTE, PART, OTHER = (
    "order", "name", "unit", "this", "cumulative", "before", "last_year", "compare", "target",
    "note", "part", "other",
)  # fmt: skip
_ORDER = r"(?:s ?tt|tt|so (?:tt|thu tu)|thu tu|muc so|muc|ma so|ms|so)"
_TARGET = r".*(?:chi tieu (?:giao|duoc giao|nam|ke hoach)|ke hoach|muc tieu|du toan giao).*"
_COMPARE = (
    r"(?:so (?:sanh|voi).*|.*(?:tang|giam|chenh lech|% so|dat %|ty le dat|muc dat"
    r"|hoan thanh so).*|[+±]/?-?|% ?dat|dat ?%?)"
)
_THIS = (
    r".*(?:ky nay|trong ky|ky bao cao|thuc hien|ket qua|so lieu|so luong|phat sinh|thang nay"
    r"|quy nay|trong (?:nam|thang|quy)|6 thang|sau thang|tong so|thang \d|quy [ivx\d]+"
    r"|nam (?:20)\d\d|hien co|nam nay|tong cong|gia tri|so bao cao).*"
)
_NAME = (
    r".*(?:noi dung|chi tieu|tieu chi|dien giai|danh muc|hang muc|linh vuc|hoat dong"
    r"|cong viec|nhiem vu|ten|khoan muc|cong tac).*"
)
# Read from top to bottom: the first that fits decides.
_ROLES = (
    (ORDER, _ORDER),
    (TARGET, _TARGET),
    (COMPARE, _COMPARE),
    (UNIT, r"(?:d\.?v\.?t|dv tinh|don vi(?: tinh)?|don vi do|donvi tinh)"),
    (NOTE, r".*(?:ghi chu|giai trinh|thuyet minh|chu thich|dien giai them).*"),
    (LAST_YEAR, r".*(?:cung ky|nam truoc|nam ngoai|nam lien ke).*"),
    (BEFORE, r".*(?:(?:ky|thang|quy) (?:truoc|lien ke)).*"),
    (CUMULATIVE, r".*(?:luy ke|cong don|tu dau nam|den nay|luy tien|ke tu).*"),
    (THIS, _THIS),
    (NAME, _NAME),
)
_PATTERNS = [(role, re.compile(pattern)) for role, pattern in _ROLES]
_YEAR = re.compile(r"(20\d\d)")
_NUMBERING = re.compile(r"\(?(?:[A-Z]|\d{1,2}(?:=[\d+\-/()*x%]+)?)\)?", re.IGNORECASE)
_TITLE = re.compile(r"(?:bao cao|bieu|bang|tong hop|thong ke|ket qua|phu luc|so lieu|mau)\b")
_NO_TITLE = re.compile(
    r"(?:cong hoa|doc lap|don vi|kem theo|ban hanh|cong an|uy ban|ubnd|\(|ky |mau so|so:)"
)
_UNIT_ABOVE = re.compile(r"(?:đơn vị tính|đvt|đơn vị)\s*[:：]\s*([^()\d]{1,30})", re.IGNORECASE)
_DEEPEST_HEAD, _HEAD_ROWS = 40, 5
_LONGEST_HEAD_TEXT = 120
_MONEY = re.compile(r"(?:dong|trieu|ty|nghin|nguoi|vu|cuoc|buoi|luot|%)")


@dataclass(frozen=True)
class HeldCell:
    """One cell, its kind and text as the reader told them; in a merge, those of its first cell."""

    kind: str
    text: str
    bold: bool = False
    is_copy: bool = False


@dataclass(frozen=True)
class Column:
    """A column of the table by its number, with the words over it and what it holds."""

    number: int
    title: str
    role: str
    lowest: str = ""


@dataclass(frozen=True)
class Head:
    """The head of a table: its rows, its columns, and what stands above it."""

    first: int
    last: int
    columns: Sequence[Column]
    title: str = ""
    unit: str = ""
    is_guessed: bool = False
    of_role: Mapping[str, Column] = field(default_factory=dict)


Cells = Mapping[tuple[int, int], HeldCell]


def cells_of(sheet: Mapping[str, Any]) -> dict[tuple[int, int], HeldCell]:
    """The cells of a read sheet by row and column, those of merged ranges filled."""
    found = {
        (row, column): HeldCell(kind, tidy_line(text), bold)
        for row, column, kind, text, bold in sheet["cells"]
    }
    for top, left, bottom, right in sheet["merged"]:
        held = found.get((top, left))
        if held is None or (bottom - top + 1) * (right - left + 1) > 2_000:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                found.setdefault((row, column), replace(held, is_copy=True))
    return found


def find_head(cells: Cells) -> Head | None:
    """The head of the table: the row that says most about its columns, with what belongs to it.

    None where no row names a column of contents.
    """
    rows = sorted({row for row, _column in cells})[:_DEEPEST_HEAD]
    scored = [(len(_said(cells, row)), -row) for row in rows if _says_contents(cells, row)]
    if not scored:
        return _guessed(cells)
    first = -max(scored)[1]
    last = _last_row(cells, first)
    columns = _with_parts(_with_years([_column(cells, n, first, last) for n in _width(cells)]))
    last = last + 1 if _is_numbering(cells, last + 1) else last
    return _finished(Head(first, last, [c for c in columns if c.title]), cells)


def role_of(title: str) -> str:
    """What a column of this title holds."""
    told = re.sub(r"[\s\n]+", " ", fold(title)).strip(" .:*()")
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(told)), OTHER)


def _texts(cells: Cells, row: int) -> Iterable[str]:
    held = (cell for (at, _column), cell in sorted(cells.items()) if at == row)
    return [c.text for c in held if not c.is_copy and len(c.text) <= _LONGEST_HEAD_TEXT]


def _said(cells: Cells, row: int) -> set[str]:
    return {role_of(text) for text in _texts(cells, row)} - {OTHER}


def _says_contents(cells: Cells, row: int) -> bool:
    said = _said(cells, row)
    return len(said) >= 2 and NAME in said


def _width(cells: Cells) -> list[int]:
    return sorted({column for _row, column in cells})


def _last_row(cells: Cells, first: int) -> int:
    """The last row of the head: how far its merged cells reach, and rows of mere subtitles."""
    names = [n for n in _width(cells) if role_of(_at(cells, first, n)) in (NAME, ORDER)]
    last = first
    for row in range(first + 1, first + _HEAD_ROWS):
        is_spanned = any(
            (held := cells.get((row, n))) and held.is_copy and held.text == _at(cells, first, n)
            for n in names
        )
        is_below = not any((row, n) in cells for n in names) and bool(list(_texts(cells, row)))
        if not (is_spanned or is_below):
            break
        last = row
    return last


def _at(cells: Cells, row: int, column: int) -> str:
    held = cells.get((row, column))
    return held.text if held else ""


def _column(cells: Cells, number: int, first: int, last: int) -> Column:
    words = [_at(cells, row, number) for row in range(first, last + 1)]
    told = list(dict.fromkeys(filter(None, words)))
    title = " – ".join(told)
    lowest = told[-1] if told else ""
    role = role_of(lowest)
    if role in (OTHER, ORDER) and len(told) > 1:
        role = role_of(" ".join(told))
    return Column(number, title, role, lowest)


def _with_years(columns: list[Column]) -> list[Column]:
    """Of columns that differ by the year the newest is this period, the one before its peer."""
    years = {}
    for column in columns:
        found = _YEAR.findall(column.title)
        if found and column.role in (THIS, LAST_YEAR, OTHER):
            years[column.number] = int(found[-1])
    newest = max(years.values(), default=0)
    roles = {newest: THIS, newest - 1: LAST_YEAR}
    if len(set(years.values())) < 2:
        return columns
    return [
        replace(c, role=roles.get(years[c.number], OTHER)) if c.number in years else c
        for c in columns
    ]


def _with_parts(columns: list[Column]) -> list[Column]:
    """Of several columns of this period the first is the whole, the others are its parts."""
    found, seen = [], set()
    for column in columns:
        role = column.role
        if role in seen and role == THIS:
            role = PART
        elif role in seen and role != COMPARE:
            role = OTHER
        seen.add(role)
        found.append(replace(column, role=role))
    return found


def _is_numbering(cells: Cells, row: int) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), A B 1 2."""
    texts = [held.text for (at, _c), held in cells.items() if at == row and not held.is_copy]
    return len(texts) > 2 and all(_NUMBERING.fullmatch(text.replace(" ", "")) for text in texts)


def _guessed(cells: Cells) -> Head | None:
    """A table without a head: its names are the longest words, its units stand beside them."""
    lengths: dict[int, int] = {}
    for (_row, column), held in cells.items():
        if held.kind == "t" and not held.is_copy:
            lengths[column] = lengths.get(column, 0) + len(held.text)
    if not lengths:
        return None
    name = max(lengths, key=lambda column: lengths[column])
    rows = sorted(row for row, column in cells if column == name)
    columns = [Column(name, "", NAME)]
    if name - 1 in lengths:
        columns.insert(0, Column(name - 1, "", ORDER))
    if name + 1 in lengths and _MONEY.search(fold(_some(cells, name + 1))):
        columns.append(Column(name + 1, "", UNIT))
    columns.append(Column(columns[-1].number + 1, "", THIS))
    return _finished(Head(rows[0], rows[0] - 1, columns, is_guessed=True), cells)


def _some(cells: Cells, column: int) -> str:
    return " ".join(held.text for (_r, c), held in sorted(cells.items()) if c == column)[:300]


def _finished(head: Head, cells: Cells) -> Head:
    """With the title and the unit that stand above the table, and its columns by what they hold."""
    above = [text for row in range(1, head.first) for text in _texts(cells, row)]
    units = [found[1] for text in above if (found := _UNIT_ABOVE.search(text))]
    named = [t for t in above if _TITLE.match(fold(t)) and not _NO_TITLE.match(fold(t))]
    plain = [t for t in above if len(t) > 15 and not _NO_TITLE.match(fold(t))]
    of_role: dict[str, Column] = {}
    for column in head.columns:
        of_role.setdefault(column.role, column)
    title = max(named, key=len, default="") or (plain[-1] if plain else "")
    return replace(
        head, title=title[:200], unit=tidy_line(units[0]) if units else "", of_role=of_role
    )
