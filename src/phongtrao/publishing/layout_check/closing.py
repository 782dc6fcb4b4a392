"""Finds boxes 7 and 9b: recipients, authority and name of the signer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from phongtrao.publishing.layout_check.kinds import kind_of
from phongtrao.publishing.layout_check.model import Align, Line

RECIPIENTS = "noi nhan"
APPENDIX = re.compile(
    r"phu luc(?:\s+(?:so\s+)?"
    r"([ivxlc]+|\d{1,2}|[a-z]|(?:thu )?(?:nhat|mot|hai|ba|bon|tu|nam)))?\s*[:.]?"
)
# A label with the title behind it on the line.
_TITLED = re.compile(r"phu luc(?: (?:so )?(?:[ivxlc]+|\d{1,2}))?\s*[.:–-]\s.{3,150}")
_PREFIX = re.compile(
    r"(?:thay mat|ky thay|thua lenh|thua uy quyen) .*"
    r"|(?:t\s?[./]?\s?m|k\s?[./]?\s?t|t\s?[./]?\s?l|t\s?[./]?\s?u\s?[./]?\s?q|q)\b[./:,;–-]?\s.*"
)
_OFFICE = re.compile(
    r".*\b(?:chu tich|giam doc|truong|pho|bo truong|thu truong|chanh|bi thu|uy vien|thuong truc"
    r"|ban chi dao|uy ban nhan dan|ubnd|hoi dong|tong bi thu|chu nhiem|vien|thu ky|ban thuong vu"
    r"|chu toa|ben giao|ben nhan|dai dien|ke toan|nguoi)\b.*"
)
# A surname that, without its marks, is the word for a head.
_SURNAME = "trương "
_ALSO_NAMES = re.compile(r"\b(?:vien|chanh|pho|truong)\b(?! van phong| thanh tra)")
_WORDS_OF_NAME = range(2, 8)
_MOST_WORDS = 12
_SIGNS = re.compile(r"\(.*\)|\[.*\]|[.…_\s]*")
_LONGEST = 90


@dataclass
class Block:
    """One signature: lines of authority and office, and the name, if it is there."""

    authority: list[Line] = field(default_factory=list)
    name: Line | None = None
    # What is printed between the office and the name.
    between: list[Line] = field(default_factory=list)


@dataclass
class Closing:
    """The end of a paper; `start` is its first line, `end` the line after its last."""

    title: Line | None = None
    recipients: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    start: int = 0
    end: int = 0


def find_closing(lines: list[Line], start: int) -> Closing:
    """The end of a paper whose text begins at `start`; it begins nowhere where none is found."""
    closing = Closing(start=len(lines), end=len(lines))
    at = next((n for n in range(start, len(lines)) if _titled(lines[n]) is not None), None)
    if at is None:
        _without_recipients(lines, start, closing)
        return closing
    closing.title = _titled(lines[at])
    table = _table_of(lines[at])
    if table is None:
        _plain(lines, start, at, closing)
        return closing
    inside = [n for n in range(start, len(lines)) if _table_of(lines[n]) == table]
    closing.start, closing.end = inside[0], inside[-1] + 1
    _columns([lines[n] for n in inside], closing)
    if not closing.blocks:
        _signed_above(lines, start, inside[0], closing)
    return closing


def _titled(line: Line) -> Line | None:
    """The stretch "Nơi nhận" of a line."""
    found = (
        each for each in line.stretches() if each.key.startswith(RECIPIENTS) and len(each.text) < 14
    )
    return next(found, None)


def _table_of(line: Line) -> int | None:
    return line.cell.table if line.cell else None


def _columns(lines: list[Line], closing: Closing) -> None:
    """Recipients and signatures in the cells of one table."""
    title = closing.title
    own = title.cell.column if title and title.cell else 0
    columns: dict[int, list[Line]] = {}
    for line in lines:
        if line.cell:
            columns.setdefault(line.cell.column, []).append(line)
    for column, inside in sorted(columns.items()):
        if column == own:
            below = [each for each in inside if title and each.paragraph >= title.paragraph]
            closing.recipients = [each for each in below if each.text and not _titled(each)]
        else:
            closing.blocks += _blocks(inside)


def _plain(lines: list[Line], start: int, at: int, closing: Closing) -> None:
    """Recipients in the text, the signature beside them behind tabs, above or below them."""
    title = closing.title
    closing.start, place, beside = at, at, list[Line]()
    while place < len(lines) and not _ends_paper(lines[place], lines[at]):
        parts = lines[place].stretches()
        left = [each for each in parts if each.text and each.tab == (title.tab if title else 0)]
        if place > at and left and _is_recipient(left[0]):
            closing.recipients.append(left[0])
        elif place > at and left and left[0].text:
            beside += left
        right = [each for each in parts if each.tab > (title.tab if title else 0)]
        beside += right or ([lines[place]] if not lines[place].text else [])
        place += 1
    closing.end = place
    closing.blocks = [each for each in _blocks(beside) if each.authority]
    if not closing.blocks or _table_above(lines, start, at):
        _signed_above(lines, start, at, closing)


def _signed_above(lines: list[Line], start: int, at: int, closing: Closing) -> None:
    """Signatures that stand between the text and the recipients, in a table or in lines."""
    above = _table_above(lines, start, at)
    if above:
        closing.start = above[0]
        _columns_of_signers([lines[n] for n in above], closing)
        return
    found = list(_stretched(lines, start, at))
    if found and lines[found[0]].cell is None:
        closing.start = found[0]
        closing.blocks = _blocks(lines[found[0] : at])


def _columns_of_signers(lines: list[Line], closing: Closing) -> None:
    by_column: dict[int, list[Line]] = {}
    for line in lines:
        by_column.setdefault(line.cell.column if line.cell else 0, []).append(line)
    for column in sorted(by_column):
        closing.blocks += _blocks(by_column[column])


def _table_above(lines: list[Line], start: int, at: int) -> list[int]:
    """The lines of a table of signatures right above the recipients."""
    place = at - 1
    while place > start and not lines[place].text and lines[place].cell is None:
        place -= 1
    table = _table_of(lines[place])
    if table is None:
        return []
    found = [n for n in range(start, at) if _table_of(lines[n]) == table]
    printed = [lines[n] for n in found if lines[n].text]
    signs = len(printed) <= 12 and any(is_authority(each) for each in printed)
    return found if signs else []


def _is_recipient(line: Line) -> bool:
    if line.text.startswith(("-", "–", "+", "•")) or line.key.startswith("luu"):
        return True
    return not (line.is_capital or line.has_bold) and line.size <= 12


def is_authority(line: Line) -> bool:
    """Whether a line says by what authority or in what office somebody signs."""
    if not line.text or len(line.text) > _LONGEST or line.text.startswith(("-", "–")):
        return False
    if _PREFIX.fullmatch(line.key) and (line.is_bold or line.text[:2].isupper()):
        return True
    key = line.key if _SURNAME not in line.text.casefold() else line.key.replace("truong ", "", 1)
    return (line.is_capital or line.is_bold) and bool(_OFFICE.fullmatch(key))


def _blocks(lines: list[Line]) -> list[Block]:
    """The signature in one column, if there is one: authority above, the name below it."""
    printed = [each for each in lines if each.text and not _SIGNS.fullmatch(each.text)]
    block = Block([each for each in printed if is_authority(each)])
    if len(block.authority) > 1 and block.authority[-1] is printed[-1] and _is_person(printed[-1]):
        block.authority.pop()
    if not block.authority:
        return []
    after = printed[printed.index(block.authority[-1]) + 1 :]
    named = (each for is_like in (_ends_with_name, _is_name) for each in after if is_like(each))
    block.name = next(named, None)
    if block.name is not None:
        block.between = after[: after.index(block.name)]
    return [block]


def _is_person(line: Line) -> bool:
    """Whether only words that are names of people too make a line look like an office."""
    rest = _ALSO_NAMES.sub("", line.key)
    return not line.is_capital and _is_name(line) and not _OFFICE.fullmatch(rest)


def _ends_with_name(line: Line) -> bool:
    """Whether two words with capitals stand last, whatever stands before them."""
    words = line.text.split()
    is_short = len(words) <= _MOST_WORDS and not any(map(str.isdigit, line.text))
    return is_short and len(words) > 1 and all(word[0].isupper() for word in words[-2:])


def _is_name(line: Line) -> bool:
    words = line.text.split()
    if len(words) not in _WORDS_OF_NAME or line.text.endswith((";", ":")):
        return False
    return sum(word[0].isupper() for word in words) >= len(words) - 2


def _without_recipients(lines: list[Line], start: int, closing: Closing) -> None:
    """Signatures without recipients: from the last line of authority that follows the text."""
    end = next((n for n in range(start + 1, len(lines)) if _ends_paper(lines[n], None)), len(lines))
    found = list(_stretched(lines, start, end))
    if not found:
        closing.start = closing.end = end
        return
    first = found[0]
    table = _table_of(lines[first])
    if table is not None:
        first = next(n for n in range(start, end) if _table_of(lines[n]) == table)
    closing.start, closing.end = first, end
    inside = lines[first:end]
    if table is not None:
        _columns_of_signers([each for each in inside if _table_of(each) == table], closing)
    else:
        closing.blocks = _blocks(inside)


def _stretched(lines: list[Line], start: int, end: int) -> Iterator[int]:
    """Lines of authority in the second half of the text, none of them a title in it."""
    from_here = start + (end - start) // 2
    ended = [n for n in range(start, end) if lines[n].text.endswith("./.")]
    from_here = min(from_here, ended[-1] + 1) if ended else from_here
    for place in range(from_here, end):
        line = lines[place]
        if not is_authority(line):
            continue
        is_prefixed = _PREFIX.fullmatch(line.key) and line.text[:1].isupper()
        if is_prefixed or (line.is_capital and line.is_bold and _is_last(lines, place, end)):
            yield place


def _is_last(lines: list[Line], place: int, end: int) -> bool:
    """Whether only few and short lines follow."""
    after = [each for each in lines[place + 1 : end] if each.text]
    return len(after) <= 6 and all(len(each.text) < 60 for each in after)


def _ends_paper(line: Line, title: Line | None) -> bool:
    """Whether an appendix or an attached text begins; `title` is "Nơi nhận", where there is one."""
    if is_appendix(line):
        return True
    is_other = title is not None and (line.starts_page or line.section != title.section)
    is_title = line.is_capital and line.is_bold and line.shape.align == Align.CENTRE
    is_named = is_title and line.cell is None and kind_of(line.key) is not None
    return is_other or (is_named and (title is not None or line.starts_page or line.section > 0))


def is_appendix(line: Line) -> bool:
    """Whether a line is the label of an appendix."""
    if line.cell is not None:
        return False
    stands_out = line.is_bold and line.shape.align == Align.CENTRE
    return bool(APPENDIX.fullmatch(line.key) or (stands_out and _TITLED.fullmatch(line.key)))
