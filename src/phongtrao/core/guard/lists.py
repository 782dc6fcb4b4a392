"""Lists of persons, told by the headers of a table (CR-6)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from phongtrao.core.guard.findings import Act, Finding
from phongtrao.core.guard.normal import NormalText

# What a header cell says.  Names alone, names with posts and office contacts are no such list.
_HEADERS = {
    "name": r"ho(?: va| ,)? ten(?: khai sinh| day du)?|ho,? ten dem"
    r"|ten (?:chu ho|cong dan|doi tuong)"
    r"|ho ten chu ho|chu ho|full name|ho dem"
    r"|quan he voi chu ho",
    "birth": r"(?:ngay|nam|thang)(?:,? (?:thang|nam))* sinh|sinh nam|sinh ngay|ns|date of birth"
    r"|tuoi",
    "identity": r"(?:so )?(?:the )?(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|ho chieu"
    r"|giay to|bhyt|bhxh|the bhyt|ma so bhxh|ma so thue ca nhan|mst|passport)",
    "home": r"(?:dia chi|noi|cho) ?(?:thuong tru|tam tru|cu tru|o|o hien nay|nha)?"
    r"(?: hien nay)?|dia chi|ho khau|hktt|que quan|so nha|tru quan|thuong tru|nguyen quan",
    "contact": r"(?:so )?(?:dien thoai|sdt|dt|di dong|dtdd|zalo|facebook)",
    "account": r"(?:so )?(?:tai khoan|stk)",
    "forbidden": r"dan toc|ton giao|tin nguong|tien an|tien su|doi tuong|quan diem|thanh phan"
    r"|ly lich|nhan than|bien so|nghien|hanh vi|dau hieu|thai do|mau nghi van",
}
_HEADER = re.compile("|".join(f"(?P<{kind}>(?:{words}))" for kind, words in _HEADERS.items()))
_ANCHOR = re.compile(
    r"(?<![a-z])(?:ho(?: va|,)? ten|chu ho|ho dem|ten cong dan"
    r"|(?:ngay|nam)(?: thang)?(?: nam)? sinh"
    r"|sinh nam|cccd|cmnd|can cuoc|sdt|so dien thoai|dien thoai|full name"
    r"|thuong tru|noi o)(?![a-z])"
)
_POST = re.compile(
    r"(?<![a-z])(?:chuc vu|chuc danh|don vi|co quan|cap bac|bo phan"
    r"|nhiem vu)(?![a-z])"
)
_AWARD = re.compile(
    r"(?<![a-z])(?:khen thuong|giay khen|bang khen|ky niem chuong|danh hieu thi dua|tang thuong)"
    r"(?![a-z])"
)
_CUTS = ("\t", "|", ";", ",")
_LINE_READ, _CELL_READ, _ROWS = 2_000, 60, 100_000


class _Table(NamedTuple):
    """A header line with what follows under it."""

    start: int
    end: int
    filled: bool


def header_kind(cell: str) -> str | None:
    """What a header cell (bare text) says of a person; None for any other cell."""
    label = re.sub(r"^[\s\d.)(*:'\"-]+|[\s*:'\"]+$", "", cell)
    if not label or len(label) > _CELL_READ:
        return None
    found = _HEADER.match(label)
    if found is None or label[found.end() : found.end() + 1].isalnum():
        return None
    return found.lastgroup


def lists_in(text: NormalText) -> Iterator[Finding]:
    """Tables with two personal headers, or one and a forbidden one."""
    bare, reached = text.bare, -1
    for anchor in _ANCHOR.finditer(bare):
        if anchor.start() < reached:
            continue
        start = bare.rfind("\n", 0, anchor.start()) + 1
        stop = bare.find("\n", anchor.end())
        stop = len(bare) if stop < 0 else stop
        reached = stop
        if stop - start > _LINE_READ:
            continue
        cells, cut = _cells(bare[start:stop])
        kinds = {kind for kind in map(header_kind, cells) if kind}
        if not _is_person_list(kinds):
            continue
        table = _table(bare, start, stop, cut)
        reached = table.end
        yield Finding(table.start, table.end, "person_list", _act(text, kinds, cells, table))


def _cells(line: str) -> tuple[list[str], str]:
    """The cells of a line and what parts them; a header of a PDF has no marks between cells."""
    for cut in _CUTS:
        if line.count(cut) >= 2:
            return line.split(cut), cut
    wide = re.split(r" {2,}", line.strip())
    if len(wide) >= 3:
        return wide, "  "
    if len(line) <= 160 and not re.search(r"[:;.!?\d]", line.replace("1", "")):
        found = [match[0] for match in _ANCHOR.finditer(line)]
        if len(found) >= 3 or re.match(r"(?:stt|tt)\b", line.strip()):
            return found, ""
    return [], ""


def _is_person_list(kinds: set[str]) -> bool:
    personal = kinds - {"forbidden", "account"}
    if "account" in kinds and "name" in kinds:
        return True
    return len(personal) >= 2 or (len(personal) == 1 and "forbidden" in kinds)


def _table(bare: str, start: int, stop: int, cut: str) -> _Table:
    """The rows under a header: lines that hold the same mark, or that begin with a number."""
    end, at, filled = stop, stop + 1, False
    for _ in range(_ROWS):
        if at >= len(bare):
            break
        line_end = bare.find("\n", at)
        line_end = len(bare) if line_end < 0 else line_end
        line = bare[at:line_end]
        if not (cut in line if cut else re.match(r" *\d{1,4}[ .)]", line)):
            break
        filled = filled or bool(re.search(r"[a-z]{2}", line))
        end, at = line_end, line_end + 1
    return _Table(start, end, filled)


def _act(text: NormalText, kinds: set[str], cells: list[str], table: _Table) -> Act:
    """Lists of officials, of offices and of awards, and empty forms are asked about."""
    has_posts = any(_POST.search(cell) for cell in cells)
    if has_posts and kinds <= {"name", "contact"}:
        return "ask"
    if "name" not in kinds and kinds <= {"home", "contact"}:
        return "ask"
    before = text.bare[max(0, table.start - 3_000) : table.start]
    if kinds <= {"name", "birth", "home"} and _AWARD.search(before):
        return "ask"
    return "block" if table.filled else "ask"
