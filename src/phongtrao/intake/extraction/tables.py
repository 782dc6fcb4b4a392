"""Tables of assignments: rows with bars or tabs, or one cell a line under known headings."""

import re
from dataclasses import dataclass

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.segment import Block

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:stt|tt|so tt|so thu tu)\W*$")),
    ("deadline", re.compile(r"thoi gian|thoi han|thoi diem|tien do|han (?:hoan thanh|bao cao)|"
                            r"hoan thanh|"
                            r"ky han|han$")),
    ("coord", re.compile(r"phoi hop|cung (?:thuc hien|tham gia|lam)|ho tro")),
    ("lead", re.compile(r"chu tri|thuc hien|phu trach|duoc giao|dau moi|co quan|don vi")),
    ("product", re.compile(r"san pham|ket qua|ghi chu")),
    ("content", re.compile(r"noi dung|nhiem vu|cong viec|ten|hoat dong|cong tac|dau viec|giai "
                           r"phap|^viec\b")),
)  # fmt: skip


_NUMBER_CELL = re.compile(r"\d{1,3}[.)]?|[IVX]{1,5}[.)]?|[a-zđ][.)]")


@dataclass(frozen=True)
class Row:
    """One row: the whole and its cells by column."""

    span: Span
    content: Span
    lead: Span | None
    coord: Span | None
    deadline: Span | None


def column_of(heading_key: str) -> str | None:
    """What a column holds, from its folded heading."""
    words = " ".join(heading_key.split())
    if not words or len(words) > 60:
        return None
    if re.match(r"^(?:noi dung|nhiem vu|cong viec)", words):
        return "content"
    return next((name for name, said in _COLUMNS if said.search(words)), None)


def cells_of(paper: Paper, span: Span) -> list[Span]:
    """The cells of a row; outer bars make no cell."""
    text = paper.quote(span)
    mark = "|" if "|" in text else "\t"
    cells, start = list[Span](), span.start
    for found in re.finditer(re.escape(mark), text):
        cells.append(Span(start, span.start + found.start()))
        start = span.start + found.end()
    cells.append(Span(start, span.end))
    if mark == "|":
        # Without an outer bar at the front, one at the end opens an empty cell.
        outer = text.startswith("|")
        cells = cells[outer : len(cells) - (outer and text.endswith("|"))]
    return [paper.trimmed(c) for c in cells]


def columns_of(paper: Paper, cells: list[Span]) -> list[str] | None:
    """The columns, when the cells are the headings of a table of assignments."""
    names = [column_of(paper.key[c.start : c.end]) for c in cells]
    if "content" not in names or not ({"lead", "deadline", "coord"} & set(names)):
        return None
    return [n or "other" for n in names]


def row_of(paper: Paper, columns: list[str], cells: list[Span], span: Span) -> Row | None:
    """A row read with the columns of its table; None for a caption or an empty row."""
    numbered = bool(_NUMBER_CELL.fullmatch(paper.quote(cells[0])))
    if len(cells) == len(columns) - 1 and columns[0] == "number" and not numbered:
        columns = columns[1:]
    by_name: dict[str, Span] = {}
    for name, cell in zip(columns, cells, strict=False):
        words = paper.quote(cell).strip(" -–.…")
        if words and name not in by_name:
            by_name[name] = cell
    content = by_name.get("content")
    if not content or len(by_name) < 2 or content.end - content.start < 6:
        return None
    if set(by_name) <= {"number", "content", "product", "other"}:
        return None
    return Row(span, content, by_name.get("lead"), by_name.get("coord"), by_name.get("deadline"))


def stacked_rows(paper: Paper, blocks: list[Block], at: int) -> tuple[list[Row], int]:
    """Rows printed one cell a line: headings on lines of their own, then as many lines a row.

    Returns the rows and the index after them; ``([], at)`` where no such table begins.
    """
    if not _starts_with_heading(paper, blocks[at].span):
        return [], at
    lines = _cell_lines(paper, blocks, at)
    columns: list[str] = []
    for line in lines[:8]:
        name = column_of(paper.key[line.start : line.end])
        if name is None or len(paper.quote(line)) > 45 or (name in columns and name != "other"):
            break
        columns.append(name)
    if len(columns) < 3 or columns_of(paper, lines[: len(columns)]) is None:
        return [], at
    rows, used = _stacked(paper, columns, lines)
    if not rows:
        return [], at
    last = lines[used - 1].end
    after = next((n for n in range(at, len(blocks)) if blocks[n].span.start >= last), len(blocks))
    return rows, after


def _starts_with_heading(paper: Paper, block: Span) -> bool:
    stop = paper.text.find("\n", block.start, block.end)
    first = paper.key[block.start : block.end if stop == -1 else stop]
    return len(first) <= 60 and column_of(first) is not None


def _cell_lines(paper: Paper, blocks: list[Block], at: int) -> list[Span]:
    end = blocks[min(at + 120, len(blocks) - 1)].span.end
    text = paper.text[blocks[at].span.start : end]
    base = blocks[at].span.start
    spans = (
        paper.trimmed(Span(base + m.start(), base + m.end())) for m in re.finditer(r"[^\n]+", text)
    )
    return [s for s in spans if s.end > s.start]


def _stacked(paper: Paper, columns: list[str], lines: list[Span]) -> tuple[list[Row], int]:
    size, rows, used = len(columns), list[Row](), len(columns)
    numbered = columns[0] == "number"
    while used + size <= len(lines):
        cells = lines[used : used + size]
        if numbered and not _NUMBER_CELL.fullmatch(paper.quote(cells[0])):
            break
        if not numbered and re.match(r"[IVX]+\.|\d+\.\s", paper.quote(cells[0])):
            break
        row = row_of(paper, columns, cells, Span(cells[0].start, cells[-1].end))
        if row is None:
            break
        rows.append(row)
        used += size
    return rows, used
