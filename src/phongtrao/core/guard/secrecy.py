"""Marks of secrecy in the head of a paper: MẬT, TỐI MẬT, TUYỆT MẬT.

Papers that bear one are no papers for this system (Law on protection of state secrets 2018).
"""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.normal import normalise

_HEAD, _LINES = 3_000, 40
_CELL_CUT, _MOST_CELLS = re.compile(r"[\t|]"), 3
_SPACED = r"M ?Ậ ?T|T ?Ố ?I {1,3}M ?Ậ ?T|T ?U ?Y ?Ệ ?T {1,3}M ?Ậ ?T"
# Alone in a line or a cell, boxed or behind its label: "Độ mật: MẬT"; no word in a sentence.
_MARK = re.compile(
    r"(?:^|[\t|]| {3})[ \[(*\"“.\-]{0,4}(?:(?:ĐỘ|Độ|Mức độ|MỨC ĐỘ|Dấu chỉ độ|DẤU CHỈ ĐỘ)"
    rf" (?:mật|MẬT)[ :]{{1,3}})?(?P<mark>{_SPACED})(?=[ \])*\"”.\-]{{0,4}}(?:$|[\t|]| {{3}}))",
    re.MULTILINE,
)


def secrecy_in(text: str) -> Iterator[Finding]:
    """The mark in the head of ``text``; several different ones are columns of a table."""
    normal = normalise(text[:_HEAD])
    head = "\n".join(normal.cased.split("\n", _LINES)[:_LINES])
    found = [mark for mark in _MARK.finditer(head) if not _is_in_row(head, mark)]
    if len({mark["mark"].replace(" ", "") for mark in found}) == 1:
        yield Finding(*normal.origin(*found[0].span("mark")), "secret", "block")


def _is_in_row(head: str, mark: re.Match[str]) -> bool:
    """Whether the word heads one of many columns: how many papers bear which mark."""
    begin, end = head.rfind("\n", 0, mark.start("mark")) + 1, head.find("\n", mark.end())
    cells = _CELL_CUT.split(head[begin : end if end >= 0 else len(head)])
    return sum(bool(cell.strip()) for cell in cells) > _MOST_CELLS
