"""Where a text holds the head of a table, the labels of a form, or asks for columns in prose.

Cells may be parted by tabs, bars, semicolons, commas, wide gaps or nothing but a space; a head may
stand on two or three lines; a form has one label a line.  Every place is read a bounded number of
times.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from phongtrao.core.guard.list_headers import (
    ANCHOR,
    LABEL_IN_LINE,
    PERSONAL_KINDS,
    header_kind,
    office_kind,
)

Shape = Literal["columns", "form", "request"]
_STRONG, _WEAK = ("\t", "|"), (";", ",", " - ")
_LINE_READ, _BEFORE, _SPACED_LINE = 2_000, 400, 160
_HEAD_LINES, _STRANGERS, _FORM_LINE, _FORM_LINES = 3, 2, 160, 60
_REMEMBERED, _REMEMBERED_LINES, _FEWEST_CUTS = 4_096, 64, 2
_APART = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"[a-z]{2}")
_NUMBERED = re.compile(r" *\d{1,4}[ .)]")
_LISTED = re.compile(r"\s*(?:[-+*\u2022o]|\(?\d{1,2}[.)]|[a-h][.)])\s")
_OPEN = re.compile(r":|\.{3,}|\u2026|_{3,}|\t")
_ASKS = re.compile(
    r"(?<![a-z])(?:danh sach|bang|bieu|mau|cot|so theo doi|thong ke|lap so|ke khai|thu thap"
    r"|cap nhat|ghi ro|nhap)(?![a-z])"
)
_REFUSES = re.compile(r"(?<![a-z])(?:khong|nghiem cam|tuyet doi|thay vi)(?![a-z])")
_PARTS = re.compile(r"[,;]| va (?!ten)")
# Figures and colons stand in what is told, not in a head.
_TOLD = re.compile(r":|\d{3}")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")


class Head(NamedTuple):
    """One cell of a head: its column from 0, its place, and what it says (empty: nothing known)."""

    column: int
    start: int
    end: int
    kind: str


class Table(NamedTuple):
    """A head with what follows under it; places are those of the normal forms of a text."""

    start: int
    rows_start: int
    end: int
    heads: tuple[Head, ...]
    cut: str
    shape: Shape
    is_filled: bool

    @property
    def kinds(self) -> set[str]:
        """All that the head says."""
        return {head.kind for head in self.heads if head.kind}


def tables_in(bare: str) -> Iterator[Table]:
    """All heads of ``bare`` with at least one word of a person in them, in order of place."""
    lines, reached = _HeadLines(bare), -1
    for anchor in ANCHOR.finditer(bare):
        if anchor.start() < reached:
            continue
        start, stop = _line_at(bare, anchor)
        table = _columns(lines, start, stop) or _form(lines, start, stop)
        table = table or _request(lines, start, stop)
        reached = stop
        if table:
            yield table
            reached = max(table.end, anchor.end())


def cells_of(bare: str, start: int, stop: int, cut: str) -> list[tuple[int, int]]:
    """The places of the cells of one line, without the room around them."""
    line = bare[start:stop]
    if cut == "  ":
        return [(start + found.start(), start + found.end()) for found in _APART.finditer(line)]
    cells, at = [], start
    for cell in line.split(cut):
        begin = at + len(cell) - len(cell.lstrip())
        cells.append((begin, begin + len(cell.strip())))
        at += len(cell) + len(cut)
    return cells


def line_end(bare: str, at: int) -> int:
    """Where the line around ``at`` ends."""
    end = bare.find("\n", at)
    return len(bare) if end < 0 else end


def _line_at(bare: str, anchor: re.Match[str]) -> tuple[int, int]:
    """The line around a word, at most some two thousand signs of it."""
    start = bare.rfind("\n", max(0, anchor.start() - _BEFORE), anchor.start()) + 1
    start = start or max(0, anchor.start() - _BEFORE)
    return start, min(line_end(bare, anchor.end()), start + _LINE_READ)


def _is_personal(head: Head) -> bool:
    return head.kind in PERSONAL_KINDS


class _HeadLines:
    """Reads lines of one text as heads; a line and a cell that came before are not read again."""

    def __init__(self, bare: str) -> None:
        """Nothing is read yet."""
        self.bare = bare
        self._kinds: dict[tuple[str, bool], str] = {}
        self._lines: dict[str, tuple[int, list[Head], str]] = {}

    def kind(self, cell: str, *, is_loose: bool = False) -> str:
        """What a cell says; of a cell that leads in with a colon also the words behind it."""
        known = self._kinds.get((cell, is_loose))
        if known is not None:
            return known
        kind = _kind(cell, is_loose=is_loose)
        if not kind and ":" in cell:
            kind = _kind(cell.rpartition(":")[2], is_loose=is_loose)
        if len(self._kinds) >= _REMEMBERED:
            self._kinds.clear()
        self._kinds[cell, is_loose] = kind
        return kind

    def at(self, start: int, stop: int) -> tuple[list[Head], str]:
        """The cells of a line that heads a table, and what parts them; empty for other lines."""
        line = self.bare[start:stop]
        known = self._lines.get(line)
        if known is None:
            heads, cut = self._read(start, stop)
            if len(self._lines) >= _REMEMBERED_LINES:
                self._lines.clear()
            self._lines[line] = start, heads, cut
            return heads, cut
        moved = start - known[0]
        return [Head(c, begin + moved, end + moved, k) for c, begin, end, k in known[1]], known[2]

    def _read(self, start: int, stop: int) -> tuple[list[Head], str]:
        for cut in _STRONG:
            if self.bare.find(cut, start, stop) >= 0:
                heads = self._heads(start, stop, cut)
                return (heads, cut) if any(map(_is_personal, heads)) else ([], "")
        for cut in _WEAK:
            if self.bare.count(cut, start, stop) >= 2:
                heads = self._heads(start, stop, cut, is_loose=True)
                known = sum(bool(head.kind) for head in heads)
                sure = known * 4 >= len(heads) * 3 or self._is_tight(start, stop, cut, heads)
                if known >= 3 and sure and heads[0].kind:
                    return heads, cut
        if self.bare.find("  ", start, stop) >= 0:
            heads = self._heads(start, stop, "  ")
            known = sum(bool(head.kind) for head in heads)
            if len(heads) >= 3 and known * 3 >= len(heads) and any(map(_is_personal, heads)):
                return heads, "  "
        return self._spaced(start, stop), ""

    def _is_tight(self, start: int, stop: int, cut: str, heads: list[Head]) -> bool:
        """A row of a CSV file: no blank behind its marks, half of its cells known, two personal."""
        if self.bare.find(f"{cut} ", start, stop) >= 0:
            return False
        known = sum(bool(head.kind) for head in heads)
        return known * 2 >= len(heads) and sum(map(_is_personal, heads)) >= 2

    def _heads(self, start: int, stop: int, cut: str, *, is_loose: bool = False) -> list[Head]:
        places = cells_of(self.bare, start, stop, cut)
        return [
            Head(column, begin, end, self.kind(self.bare[begin:end], is_loose=is_loose))
            for column, (begin, end) in enumerate(places)
        ]

    def _spaced(self, start: int, stop: int) -> list[Head]:
        """A line that is labels from end to end, with single spaces between: text of a PDF."""
        first = ANCHOR.search(self.bare, start, stop)
        if stop - start > _SPACED_LINE or not first or _TOLD.search(self.bare, start, stop):
            return []
        if not ANCHOR.search(self.bare, first.end(), stop):
            return []
        labels = list(LABEL_IN_LINE.finditer(self.bare, start, stop))
        if len(labels) < 3:
            return []
        letters = sum(sign.isalpha() for sign in self.bare[start:stop])
        covered = sum(sum(sign.isalpha() for sign in label[0]) for label in labels)
        if covered * 4 < letters * 3:
            return []
        return [Head(n, *label.span(), self.kind(label[0])) for n, label in enumerate(labels)]


def _kind(cell: str, *, is_loose: bool) -> str:
    return header_kind(cell, is_loose=is_loose) or office_kind(cell, is_loose=is_loose) or ""


def _columns(lines: _HeadLines, start: int, stop: int) -> Table | None:
    """A table: its head on one to three lines, and the rows under it."""
    heads, cut = lines.at(start, stop)
    if not heads:
        return None
    bare, at, width = lines.bare, stop, len(heads)
    for _ in range(_HEAD_LINES - 1):
        end = line_end(bare, at + 1)
        if at >= len(bare) or end - at > _LINE_READ:
            break
        more, more_cut = lines.at(at + 1, end)
        if more_cut != cut or not any(map(_is_personal, more)):
            break
        heads, at, width = heads + more, end, len(more)
    end, is_filled = _rows(lines, at, cut, width)
    return Table(start, at + 1, end, tuple(heads), cut, "columns", is_filled)


def _rows(lines: _HeadLines, stop: int, cut: str, width: int) -> tuple[int, bool]:
    """Where the rows under a head end, and whether one has words: until the marks end."""
    bare, end, at, is_filled = lines.bare, stop, stop + 1, False
    while at < len(bare):
        ends = line_end(bare, at)
        if not _is_row(bare, at, ends, cut, width) or _is_head(lines, at, ends):
            break
        is_filled = is_filled or _WORD.search(bare, at, ends) is not None
        end, at = ends, ends + 1
    return end, is_filled


def _is_row(bare: str, at: int, ends: int, cut: str, width: int) -> bool:
    if not cut:
        return _NUMBERED.match(bare, at, ends) is not None
    return bare.count(cut, at, ends) >= (width - 1 if cut in _WEAK else 1)


def _is_head(lines: _HeadLines, at: int, ends: int) -> bool:
    """Whether a line under a head is the head of another table."""
    if ends - at > _LINE_READ or ANCHOR.search(lines.bare, at, ends) is None:
        return False
    heads, _ = lines.at(at, ends)
    return sum(bool(head.kind) for head in heads) >= 2


def _form(lines: _HeadLines, start: int, stop: int) -> Table | None:
    """A form: labels one a line, each the whole line or with room for its answer behind it."""
    bare, heads = lines.bare, list[Head]()
    if _form_kind(lines, bare[start : min(stop, start + _FORM_LINE)]) not in PERSONAL_KINDS:
        return None
    at, end, strangers, is_filled, marks = start, stop, 0, False, 0
    while at < len(bare) and strangers <= _STRANGERS and len(heads) < _FORM_LINES:
        ends = line_end(bare, at)
        line = bare[at : min(ends, at + _FORM_LINE)]
        kind = _form_kind(lines, line)
        if kind:
            heads.append(Head(0, at, ends, kind))
            opened = _OPEN.search(line)
            marks += bool(opened or _LISTED.match(line))
            is_filled = is_filled or bool(opened and _WORD.search(line, opened.end()))
            end, strangers = ends, 0
        elif line.strip() and not _is_form_line(line):
            break
        else:
            strangers += 1
        at = ends + 1
    personal = sum(map(_is_personal, heads))
    if personal < 2 or (marks < 2 and len(heads) < 3):
        return None
    return Table(start, end, end, tuple(heads), "\n", "form", is_filled)


def _form_kind(lines: _HeadLines, line: str) -> str:
    """What the label of a form line says."""
    listed = _LISTED.match(line)
    words = line[listed.end() :] if listed else line
    label = words[: opened.start()] if (opened := _OPEN.search(words)) else words
    return lines.kind(label, is_loose=True)


def _is_form_line(line: str) -> bool:
    """A label the rules do not know: short, and listed or with room behind it."""
    return len(line) <= _FORM_LINE // 2 and bool(_LISTED.match(line) or _OPEN.search(line))


def _request(lines: _HeadLines, start: int, stop: int) -> Table | None:
    """A sentence that asks for a list and names its columns, apart by commas."""
    bare = lines.bare
    if sum(bare.count(cut, start, stop) for cut in _WEAK) < _FEWEST_CUTS:
        return None
    while start < stop:
        ended = _SENTENCE_END.search(bare, start, stop)
        end = ended.start() if ended else stop
        asks = _ASKS.search(bare, start, end)
        if asks and not _REFUSES.search(bare, start, end):
            heads = _parts(lines, asks.end(), end)
            if sum(map(_is_personal, heads)) >= 3:
                known = [head for head in heads if head.kind]
                begin, last = known[0].start, known[-1].end
                return Table(begin, last, last, tuple(heads), ",", "request", is_filled=False)
        start = end + 1
    return None


def _parts(lines: _HeadLines, at: int, end: int) -> list[Head]:
    """The parts of a sentence from ``at``, and what each names."""
    bare, heads = lines.bare, []
    bounds = [*((cut.start(), cut.end()) for cut in _PARTS.finditer(bare, at, end)), (end, end)]
    for number, (part_end, following) in enumerate(bounds):
        kind = _part_kind(lines, bare[at:part_end], is_first=number == 0)
        heads.append(Head(number, at, part_end, kind))
        at = following
    return heads


def _part_kind(lines: _HeadLines, part: str, *, is_first: bool) -> str:
    """What a part of a sentence names; the first part leads in with other words."""
    words = re.split(r"[:(]", part)[-1].split()
    if not is_first:
        return lines.kind(" ".join(words).rstrip(")"), is_loose=True)
    for length in range(min(6, len(words)), 0, -1):
        kind = lines.kind(" ".join(words[-length:]), is_loose=True)
        if kind:
            return kind
    return ""
