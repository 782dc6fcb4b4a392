"""The rows of a form's table: sections, headings, lines and figures, and how they nest. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from phongtrao.core.vietnamese import fold
from phongtrao.reporting.grid import sheet_heads as heads
from phongtrao.reporting.grid.design import CELL, HEADING, NOTE, OF_WHICH
from phongtrao.reporting.grid.sheet_heads import Cells, Head

SECTION, TOTAL = "section", "total"
_ROMAN = re.compile(r"[IVXL]{1,6}")
_CAPITAL = re.compile(r"[A-HK-N]")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}")
_SMALL = re.compile(r"[a-zđ]{1,2}")
_DASHES = "-–—+*•●▪"
_PREFIX = re.compile(
    r"(?:(?P<order>[IVXL]{1,6}|[A-H]|\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđ])[.)/:]\s*|(?P<dash>[-–—+*•●▪])\s*)"
    r"(?=\S)"
)
_UNIT_IN_NAME = re.compile(
    r"\(\s*((?:đơn vị tính|đvt|tính bằng)?\s*:?\s*[^()\d]{2,24})\)\s*$", re.I
)
_SAME = {'"', "″", "''", "nt", "nhu tren", "-nt-", "như trên", "//", "”", "“"}
_FOOT = re.compile(
    r"(?:nguoi (?:lap|bao cao|tong hop)|noi nhan|thu truong|lap bieu|tm\.|kt\.|tl\.|ky ten"
    r"|.{0,25}, ?ngay .{0,8}thang|xac nhan cua|truong cong an|giam doc|chu tich|pho truong)"
)
_WHOLE = re.compile(r"(?:tong (?:cong|so|chung)|cong|tong)(?: ?\(.*\))?[:.]?")
_OF_WHICH = re.compile(r"(?:trong do|bao gom|gom|chia ra|trong so do)\s*[:,;-]*\s*")
_SPACES = 2
_RANKS = {"capital": 0, "roman": 1, "small": 8, "dash": 9, "plus": 10, "none": 11}


@dataclass(frozen=True)
class FormRow:
    """A row of the table; `rank` says how deep its number stands (lower is higher)."""

    row: int
    column: int
    kind: str
    order: str
    name: str
    unit: str
    depth: int
    rank: int
    bold: bool = False
    has_figure: bool = False


def rows_of(head: Head, cells: Cells) -> list[FormRow]:
    """Every row below the head, to the place where names of signers begin."""
    raw = list(_raw(head, cells))
    ranked = [replace(row, rank=_rank(row, raw)) for row in raw]
    return _set_in(_with_kinds(ranked, has_units=heads.UNIT in head.of_role))


def _raw(head: Head, cells: Cells) -> Iterator[FormRow]:
    name_at = head.of_role[heads.NAME].number
    last = max((row for row, _column in cells), default=0)
    unit, before = head.unit, ""
    for row in range(head.last + 1, last + 1):
        held = cells.get((row, name_at))
        order = _text(cells, row, head.of_role.get(heads.ORDER))
        name = held.text if held and not _is_side_copy(cells, row, name_at) else ""
        if not name and order and not _order_kind(order):
            name, order = order, ""  # a heading merged over the whole row begins in its first cell
        if not name:
            continue
        if _FOOT.match(fold(name)) and not order:
            return
        split_order, name = _split_name(name) if not order else ("", name)
        own = _text(cells, row, head.of_role.get(heads.UNIT))
        if not own:
            name, own = _without_unit(name)
        unit = before if fold(own).strip() in _SAME else own
        before = unit or before
        yield FormRow(
            row, name_at, CELL, (order or split_order).strip(" .)/:"), name,
            unit or (head.unit if not own else ""), 0, 0,
            bold=bool(held and held.bold), has_figure=_has_figure(head, cells, row),
        )  # fmt: skip


def _text(cells: Cells, row: int, column: heads.Column | None) -> str:
    held = cells.get((row, column.number)) if column else None
    return held.text if held else ""


def _is_side_copy(cells: Cells, row: int, name_at: int) -> bool:
    """Whether the name cell belongs to a merge that begins above: then this row has no name."""
    held, above = cells.get((row, name_at)), cells.get((row - 1, name_at))
    return bool(held and held.is_copy and above and above.text == held.text)


def _has_figure(head: Head, cells: Cells, row: int) -> bool:
    columns = [c.number for c in head.columns if c.role in (heads.THIS, heads.CUMULATIVE)]
    held = [cells[row, column] for column in columns if (row, column) in cells]
    return any(each.kind in "nf" and not each.is_copy for each in held)


def _split_name(name: str) -> tuple[str, str]:
    """A number or a dash that stands before the name in the same cell."""
    found = _PREFIX.match(name)
    if found is None:
        return "", name
    return found["order"] or found["dash"], name[found.end() :]


def _without_unit(name: str) -> tuple[str, str]:
    found = _UNIT_IN_NAME.search(name)
    if found is None:
        return name, ""
    unit = re.sub(r"^(?:đơn vị tính|đvt|tính bằng)\s*:?\s*", "", found[1], flags=re.I).strip()
    if len(unit.split()) > 3:
        return name, ""
    return name[: found.start()].strip(), unit


def _order_kind(order: str) -> str:
    told = order.strip(" .)/:(")
    if not told:
        return "dash" if order.strip()[:1] in tuple(_DASHES) and len(order.strip()) == 1 else ""
    if told in _DASHES:
        return "plus" if told == "+" else "dash"
    for kind, pattern in (
        ("number", _NUMBER), ("roman", _ROMAN), ("capital", _CAPITAL), ("small", _SMALL),
    ):  # fmt: skip
        if pattern.fullmatch(told):
            return kind
    return ""


def _rank(row: FormRow, rows: Sequence[FormRow]) -> int:
    """How deep a number stands: A, I, 1, 1.1, a, -; C and D are letters beside A and B."""
    orders = {each.order for each in rows}
    kind = _order_kind(row.order) or "none"
    if kind == "roman" and row.order in "CDLM" and {"A", "B"} <= orders:
        kind = "capital"
    if kind == "capital" and not {"A", "B"} & orders:
        kind = "none"
    if kind == "number":
        return 2 + row.order.count(".")
    return _RANKS[kind]


def _with_kinds(rows: list[FormRow], *, has_units: bool) -> list[FormRow]:
    """What each row is: the highest numbers are sections where they ask for nothing themselves."""
    top = _section_rank(rows, has_units=has_units)
    found: list[FormRow] = []
    for place, row in enumerate(rows):
        following = rows[place + 1] if place + 1 < len(rows) else None
        has_parts = following is not None and following.rank > row.rank
        asks = row.has_figure or bool(row.unit)
        folded = fold(row.name).strip(" .:")
        if _OF_WHICH.fullmatch(fold(row.name)):
            found.append(replace(row, kind=OF_WHICH))
        elif row.rank == top and not (asks and not has_parts):
            found.append(replace(row, kind=SECTION))
        elif _WHOLE.fullmatch(folded) and not row.order:
            found.append(replace(row, kind=TOTAL))
        elif fold(row.name).startswith(("ghi chu:", "luu y:", "chu thich:")):
            found.append(replace(row, kind=NOTE))
        elif not asks and (has_parts or (has_units and row.bold)):
            found.append(replace(row, kind=HEADING))
        else:
            found.append(row)
    return found


def _section_rank(rows: list[FormRow], *, has_units: bool) -> int:
    """The rank of the numbers that head sections; -1 where the form has none."""
    for rank in (_RANKS["capital"], _RANKS["roman"], 2):
        places = [place for place, row in enumerate(rows) if row.rank == rank]
        if not places:
            continue
        parted = [p for p in places if p + 1 < len(rows) and rows[p + 1].rank > rank]
        silent = [p for p in parted if not (rows[p].has_figure or rows[p].unit)]
        if rank < 2 or (len(parted) == len(places) and len(silent) == len(places)):
            return rank
        return -1
    return -1


def _set_in(rows: list[FormRow]) -> list[FormRow]:
    """How far each figure is set in: by how many figures it is a part of; behind *trong đó* all."""
    found: list[FormRow] = []
    open_ones: list[FormRow] = []
    parted: int | None = None
    for row in rows:
        if row.kind == SECTION:
            open_ones, parted = [], None
        if row.kind == OF_WHICH:
            parted = open_ones[-1].depth + 1 if open_ones else 1
            found.append(row)
            continue
        if row.kind != CELL:
            found.append(row)
            continue
        open_ones = [each for each in open_ones if each.rank < row.rank]
        is_plain = row.rank >= _RANKS["small"]
        depth = len(open_ones)
        if parted is not None and is_plain:
            depth = max(depth, parted)
        elif not is_plain:
            parted = None
        placed = replace(row, depth=min(depth, _SPACES))
        open_ones.append(placed)
        found.append(placed)
    return found
