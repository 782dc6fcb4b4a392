"""Finds boxes 5 and 9a: kind, abstract, addressees; and where the head ends."""

import re
from dataclasses import dataclass, field

from phongtrao.core.vietnamese import fold
from phongtrao.publishing.layout_check.head import (
    PARTY,
    URGENCY,
    is_date,
    is_motto,
    is_nation,
    is_number,
)
from phongtrao.publishing.layout_check.kinds import JOINT_WORDS, Kind, kind_of
from phongtrao.publishing.layout_check.model import Align, Line

_MOST_HEAD_LINES = 60
ADDRESS = "kinh gui"
LETTER = re.compile(r"v\s?/\s?v\b.*")
_HEADING = re.compile(r"(?:[ivx]+|\d{1,2}|[a-zđ])\s?[.)/]\s.*")
_BASIS = ("can cu", "theo de nghi", "xet de nghi", "thuc hien")  # the last may name an abstract
# Who decides stands in capitals too, right above the bases.
_DECIDER = re.compile(
    r"KHÓA\b|KHOÁ\b"
    r"|(?:PHÓ |TỔNG )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH|CHỦ NHIỆM|TRƯỞNG|\w+ TRƯỞNG|ỦY BAN|UỶ BAN|UBND"
    r"|HỘI ĐỒNG|HĐND|BAN|BỘ|SỞ|CÔNG AN|THƯỜNG TRỰC|THỦ TƯỚNG|THỐNG ĐỐC|CỤC TRƯỞNG|VIỆN|TÒA|TOÀ"
    r"|LIÊN ĐOÀN|HỘI|HIỆU TRƯỞNG|ĐẢNG ỦY)\b"
)
_DIVISION = re.compile(r"(?:phan|chuong|muc) (?:thu \w+|[ivx]+|\d+)\b|dieu \d+\b")
_LONGEST_TITLE = 400
_SHORT = 60
_ADDRESS_WITHIN = 12


@dataclass
class Title:
    """Kind, abstract and addressees; `end` is the first line of the text."""

    kind: Kind | None = None
    kind_line: Line | None = None
    # What follows the kind on its own line, where the abstract is written there.
    inline: str = ""
    abstract: list[Line] = field(default_factory=list)
    abstract_rules: int = 0
    letter: list[Line] = field(default_factory=list)
    address: Line | None = None
    addressees: list[Line] = field(default_factory=list)
    head_end: int = 0
    end: int = 0

    @property
    def is_letter(self) -> bool:
        """Whether this is a *công văn*: no kind, but an addressee or "V/v"."""
        return self.kind_line is None and bool(self.letter or self.address)

    @property
    def is_free(self) -> bool:
        """Whether the decree has no form for papers of this title."""
        if self.is_letter:
            return False
        return self.kind is None or self.kind.is_free


def find_title(lines: list[Line]) -> Title:
    """Read the title below the head of a paper that begins with `lines[0]`."""
    title = Title()
    place = _find_kind(lines, title)
    if place is None:
        title.head_end = title.end = _end_without_kind(lines)
    else:
        title.head_end = place
        title.end = _find_abstract(lines, place + 1, title)
        # A line may be drawn from the paragraph above or below the abstract.
        below = next((line for line in lines[title.end :] if line.text), None)
        title.abstract_rules += lines[place].rules + (below.rules if below else 0)
    if title.kind_line is None:
        _find_letter(lines, title)
    _find_address(lines, title)
    return title


def _find_kind(lines: list[Line], title: Title) -> int | None:
    seen_head = False
    for place, line in enumerate(lines[: _MOST_HEAD_LINES * 3]):
        if not line.text:
            continue
        if any(_is_head(each) for each in line.stretches()):
            seen_head = True
            continue
        if line.key.startswith(ADDRESS) or line.key.startswith(_BASIS):
            return None
        if (line.cell is None or line.cell.columns == 1) and _is_title(line, is_below=seen_head):
            title.kind, title.kind_line = kind_of(line.key), line
            title.inline = _inline(line.text, title.kind)
            return place
        is_named = seen_head and line.is_bold and not line.is_capital
        if line.cell is None and (_is_running(line) or is_named) and seen_head:
            return None
    return None


def _is_running(line: Line) -> bool:
    """Whether a line is text or a division of it: the kind is not below."""
    return line.shape.align == Align.JUSTIFIED or bool(_DIVISION.match(line.key))


def _is_title(line: Line, *, is_below: bool) -> bool:
    """Whether a line below the head names the kind: by its words, or as a title of capitals."""
    if len(line.text) > _LONGEST_TITLE or _HEADING.fullmatch(line.key):
        return False
    kind = kind_of(line.key)
    if kind is not None:
        if is_below and line.is_bold and line.shape.align == Align.CENTRE:
            return True
        return line.is_capital or line.key.strip(" :.") == kind.name or _opens_capital(line, kind)
    stands_out = line.is_capital and line.is_bold and line.shape.align == Align.CENTRE
    return is_below and stands_out and not _DECIDER.match(line.text)


def _opens_capital(line: Line, kind: Kind) -> bool:
    """Whether the words of the kind are capitals and the abstract follows on the line."""
    return line.text[: len(kind.name)].isupper()


def _inline(text: str, kind: Kind | None) -> str:
    if kind is None:
        return ""
    rest = text[len(kind.name) :].strip(" :.-")
    return "" if any(kind_word in fold(rest) for kind_word in JOINT_WORDS) else rest


def _is_head(line: Line) -> bool:
    key = line.key
    return (
        is_nation(key)
        or is_motto(key)
        or key.strip(" .*") == PARTY
        or is_number(line)
        or is_date(line)
    )


def _find_abstract(lines: list[Line], place: int, title: Title) -> int:
    """Lines under the kind, up to the drawn line or to what is no abstract; gives what follows."""
    while place < len(lines):
        line = lines[place]
        says = any(map(str.isalnum, line.text))  # a line typed with signs is no abstract
        if says and (not _is_abstract(line, title) or _is_decider(lines, place)):
            break
        if says:
            title.abstract.append(line)
        title.abstract_rules += line.rules
        place += 1
        if line.rules:
            break
    return place


def _is_decider(lines: list[Line], place: int) -> bool:
    """Whether a line of capitals says who decides: the bases follow it."""
    line = lines[place]
    if not line.is_capital or not _DECIDER.match(line.text) or line.key.startswith("ban hanh"):
        return False
    below = [each for each in lines[place + 1 : place + 6] if each.text]
    return any(
        each.key.startswith(_BASIS) and all(above.is_capital for above in below[:n])
        for n, each in enumerate(below)
    )


def _is_abstract(line: Line, title: Title) -> bool:
    key = line.key
    stands_out = line.shape.align == Align.CENTRE or line.is_bold
    stop = (ADDRESS, "noi nhan", "phu luc", *(_BASIS[:-1] if stands_out else _BASIS))
    if _DIVISION.match(key):
        return False
    beside = title.kind_line.cell if title.kind_line is not None else None
    if key.startswith(stop) or _HEADING.fullmatch(key) or line.cell != beside:
        return False
    if line.shape.align == Align.CENTRE:
        # A second line of capitals under an abstract is who decides.
        return not (title.abstract and line.is_capital and not title.abstract[-1].is_capital)
    if title.abstract and title.abstract[0].shape.align == Align.CENTRE:
        return False
    return (line.is_bold and len(line.text) < 200) or key.startswith(("ve viec", "ve "))


def _end_without_kind(lines: list[Line]) -> int:
    """The first line that is no head: the addressee, or a paragraph of text outside tables."""
    after = 0
    for place, line in enumerate(lines[: _MOST_HEAD_LINES * 3]):
        if line.key.startswith(ADDRESS):
            return place
        parts = line.stretches()
        goes_on = place > 0 and after == place and _goes_on(line, lines[place - 1])
        if goes_on or any(_is_head(each) or LETTER.fullmatch(each.key) for each in parts):
            after = place + 1
        elif line.cell is None and after and line.text and _begins_text(line):
            return place
    return after


def _begins_text(line: Line) -> bool:
    return not line.has_bold or _is_running(line)


def _goes_on(line: Line, above: Line) -> bool:
    """Whether a line behind a tab goes on with "V/v …" above it, which has one too."""
    is_behind = line.raw.startswith("\t") and above.raw.startswith("\t")
    return is_behind and line.shape.align != Align.JUSTIFIED and len(line.text) < _SHORT


def _find_letter(lines: list[Line], title: Title) -> None:
    """ "V/v …" of a letter, with the lines on which it goes on in its cell or paragraph."""
    stretches = [each for line in lines[: title.head_end] for each in line.stretches() if each.text]
    for place, each in enumerate(stretches):
        if not LETTER.fullmatch(each.key) and not _is_about(each):
            continue
        title.letter = [each]
        for more in stretches[place + 1 :]:
            is_other = _is_head(more) or bool(URGENCY.fullmatch(more.key))
            if is_other or more.cell != each.cell or more.tab != each.tab:
                break
            title.letter.append(more)
        return


def _is_about(line: Line) -> bool:
    return line.key.startswith("ve viec ") and line.cell is not None and line.cell.column == 0


def _find_address(lines: list[Line], title: Title) -> None:
    near = range(title.head_end, min(len(lines), title.end + _ADDRESS_WITHIN))
    start = next((place for place in near if lines[place].key.startswith(ADDRESS)), None)
    if start is None:
        return
    title.address, end = lines[start], start + 1
    while end < len(lines) and _is_addressee(lines[end], lines[start]):
        end += 1
    title.addressees = [line for line in lines[start + 1 : end] if line.text]
    title.end = end


def _is_addressee(line: Line, address: Line) -> bool:
    """Whether a line goes on with the list under "Kính gửi:"."""
    if not line.text:
        return line.cell == address.cell
    if line.text.startswith(("-", "–", "+", "•")):
        return True
    is_open = address.text.rstrip().endswith((":", "gửi"))
    return is_open and line.cell == address.cell and line.shape.align != Align.JUSTIFIED
