"""Tables inside lawful papers: rows as lines, columns that must go."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from phongtrao.core.guard.grids import Head, Table, cells_of, line_end
from phongtrao.core.guard.lawful import persons
from phongtrao.core.guard.lawful.drops import below_commune, hamlets
from phongtrao.core.guard.lawful.shapes import AwardLine, Kind, Line, OfficialLine, Span
from phongtrao.core.guard.normal import NormalText

_NAMES = ("name", "citizen")
_POSTS = {"post", "role", "duty"}
_HARD = {"identity", "tax", "account", "plate", "health", "family", "subject", "forbidden"}
# The column that must go, and the kind of finding its cells are.
_DROPPED = {"birth": "birth", "home": "address", "contact": "mobile", "sex": "person_list"}
_DATED = re.compile(r"(?:\d{1,2} ?[./-] ?){0,2}(?:19|20)\d\d")
_PHONE = re.compile(r"(?:\+?84|0)?[ .\-()]{0,2}\d(?:[ .\-()]{0,2}\d){7,10}")
_COLLECTIVE = re.compile(
    r"(?:nhan dan|can bo|tap the|cong an|ban |uy ban|chi hoi|hoi |doan |to |doi |thon |khu dan cu"
    r"|truong|phong |so |xa |phuong |trung tam|ho gia dinh|chi bo|chi doan|buon |ap |cau lac bo)"
)
_WORDS = re.compile(r"\S+")
_ROW_READ = 4_000
_SECTION = re.compile(r"[ivx\d. |\t]*(?P<what>tap the|ca nhan)(?![a-z])")


class Row(NamedTuple):
    """The cells of one row and its place."""

    start: int
    end: int
    cells: list[tuple[int, int]]


def is_lawful(kind: Kind, table: Table) -> bool:
    """Whether a table in a paper of ``kind`` lists officials or awards and nothing harder."""
    kinds = table.kinds
    if table.shape != "columns" or kinds & _HARD or not kinds & {*_NAMES}:
        return False
    if not table.cut and "home" in kinds:
        return False
    return kind == "award" or ("citizen" not in kinds and bool(kinds & _POSTS))


def read_table(
    text: NormalText, kind: Kind, table: Table, award: str
) -> Iterator[tuple[Line | None, list[Span]]]:
    """Each row as a line, if it is one, with what must go; the head first, without a line."""
    dropped = {k: v for k, v in _DROPPED.items() if k in table.kinds}
    yield None, [Span(h.start, h.end, dropped[h.kind]) for h in table.heads if h.kind in dropped]
    is_collective = False
    for row in _rows(text.bare, table):
        section = _SECTION.match(text.bare, row.start, row.end)
        if section:
            is_collective = section["what"] == "tap the"
        columns = _columns(table.heads, len(row.cells))
        spans = list(_drops(text, kind, row, columns, dropped))
        if kind == "award":
            line = _award_line(text, row, columns, award, is_collective=is_collective)
            if line and not line.is_collective:
                spans += _homes(text, row, columns)
            yield line, spans
        else:
            yield _official_line(text, row, columns), spans


def _rows(bare: str, table: Table) -> Iterator[Row]:
    at = table.rows_start
    while at < table.end:
        end = line_end(bare, at)
        if table.cut and end - at <= _ROW_READ:
            yield Row(at, end, cells_of(bare, at, end, table.cut))
        elif table.cut:
            yield Row(at, end, [])
        else:
            yield Row(at, end, [found.span() for found in _WORDS.finditer(bare, at, end)])
        at = end + 1


def _columns(heads: tuple[Head, ...], width: int) -> dict[str, list[int]]:
    """The columns of each kind, from the lines of the head that are as wide as the row."""
    lines: list[list[Head]] = []
    for head in heads:
        if head.column == 0 or not lines:
            lines.append([])
        lines[-1].append(head)
    columns: dict[str, list[int]] = {}
    for line in lines:
        for head in line if len(line) == width else ():
            columns.setdefault(head.kind, []).append(head.column)
    return columns


def _drops(
    text: NormalText, kind: Kind, row: Row, columns: dict[str, list[int]], dropped: dict[str, str]
) -> Iterator[Span]:
    """The cells that must go: by their column, by their look where columns do not match."""
    if not row.cells or ("home" in dropped and "home" not in columns):
        yield Span(row.start, row.end, "address")
        return
    for what, finding in dropped.items():
        for column in columns.get(what, ()):
            start, end = row.cells[column]
            if kind == "award" and what == "home":
                end = below_commune(text, start, end)
            if start < end:
                yield Span(start, end, finding)
    for start, end in row.cells:
        if "birth" in dropped and _DATED.fullmatch(text.bare, start, end):
            yield Span(start, end, "birth")
        elif "contact" in dropped and _PHONE.fullmatch(text.bare, start, end):
            yield Span(start, end, "mobile")


def _homes(text: NormalText, row: Row, columns: dict[str, list[int]]) -> Iterator[Span]:
    """Hamlets that stand where the post of an awarded person should."""
    for column in columns.get("post", ()):
        start, end = row.cells[column]
        parts = persons.parts_of(text.cased[start:end])
        if not any(persons.begins_with_post(text.cased[start + a : start + b]) for a, b in parts):
            yield from hamlets(text, start, end)


def _cell(text: NormalText, row: Row, columns: dict[str, list[int]], *kinds: str) -> str:
    """The words of the columns of ``kinds``, apart by commas."""
    cells = [row.cells[column] for kind in kinds for column in columns.get(kind, ())]
    return ", ".join(text.cased[start:end] for start, end in cells if start < end)


def _name(text: NormalText, row: Row, columns: dict[str, list[int]]) -> tuple[int, int] | None:
    for kind in _NAMES:
        for column in columns.get(kind, ()):
            start, end = persons.plain_name(text, *row.cells[column])
            if start < end:
                return start, end
    found = persons.name_in(text, row.start, row.end)
    return (found.start, found.end) if found else None


def _official_line(text: NormalText, row: Row, columns: dict[str, list[int]]) -> Line | None:
    """A row of a composition: the role is its own column, or the last part of the post."""
    place = _name(text, row, columns)
    if place is None:
        return None
    role = _cell(text, row, columns, "role")
    posts = _cell(text, row, columns, "post")
    if not role and len(columns.get("post", ())) > 1:
        posts, _, role = posts.rpartition(", ")
    if not role and (role := persons.role_of(posts)):
        posts = ""
    post, body = persons.post_and_body(posts)
    span = Span(row.start, row.end)
    return OfficialLine(span, text.cased[slice(*place)], Span(*place), post, body.strip(" ,"), role)


def _award_line(
    text: NormalText,
    row: Row,
    columns: dict[str, list[int]],
    award: str,
    *,
    is_collective: bool,
) -> AwardLine | None:
    place = _name(text, row, columns)
    if place is None:
        return None
    is_group = is_collective or _COLLECTIVE.match(text.bare, *place) is not None
    homes = [] if is_group else [home.start for home in _homes(text, row, columns)]
    posts = "" if homes else _cell(text, row, columns, "post")
    where = [posts, _cell(text, row, columns, "job"), _cell(text, row, columns, "area")]
    where += [
        _commune(text, cell)
        for cell in (row.cells[column] for column in columns.get("post", ()))
        if any(cell[0] <= home < cell[1] for home in homes)
    ]
    where += [_commune(text, row.cells[column]) for column in columns.get("home", ())]
    given = _cell(text, row, columns, "award") or award
    return AwardLine(
        Span(row.start, row.end),
        text.cased[slice(*place)],
        Span(*place),
        is_group,
        ", ".join(part for part in where if part),
        given,
    )


def _commune(text: NormalText, cell: tuple[int, int]) -> str:
    """What is left of an address from the commune upwards."""
    start, end = cell
    return text.cased[below_commune(text, start, end) : end].strip(" ,-")
