"""Finds boxes 1–4 and 10: nation, motto, issuer, number, place and date, urgency."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from phongtrao.core.vietnamese import fold
from phongtrao.publishing.layout_check.kinds import JOINT_WORDS
from phongtrao.publishing.layout_check.model import Line

NATION = "cong hoa xa hoi chu nghia viet nam"
MOTTO = "doc lap tu do hanh phuc"
PARTY = "dang cong san viet nam"
_ALIKE = 0.8
_NUMBER = re.compile(r"so\s?[:.]?\s*[\d.…_]*[a-z]?\s*[/\-–]\s*\S.{0,40}|so\s?[:.]?\s*\d{1,6}")
_BARE_NUMBER = re.compile(r"\d{1,6}\s*/\s*[a-z][\w.-]{1,30}")
_BLANK = r"[\d.…_\s]*"
_WORDS = re.compile(rf"(?:.{{0,45}}?[\s,])?ngay\b{_BLANK}thang\b{_BLANK}nam\b{_BLANK}")
_FIGURES = re.compile(r"(?:.{0,45}?[\s,])?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}")
URGENCY = {"hoa toc", "thuong khan", "khan", "hoa toc hen gio"}
_NO_ISSUER = re.compile(r"[*\W]*|v/v .*|ve viec .*|du thao.*|so lieu gia dinh|\(.*\)")
# How the name of a body begins: where one follows another, the first is the parent.
_BODY_WORDS = (
    "ban", "bo", "chi cuc", "cong an", "cuc", "dang uy", "doan", "hoi", "hoc vien", "lien doan",
    "mat tran", "phong", "so", "thanh tra", "to", "tong cuc", "trung tam", "truong", "ubnd",
    "ubmttq", "uy ban", "van phong", "vien", "vu", "hdnd", "cong doan", "bhxh", "bo chi huy",
    "kho bac", "toa an",
)  # fmt: skip
_NOT_BODIES = ("ban hanh", "bo phan", "to quoc", "to chuc", "to dan pho", "so 0")


@dataclass
class Head:
    """The components of a head; None and empty where they were not found."""

    nation: Line | None = None
    motto: Line | None = None
    party: Line | None = None
    number: Line | None = None
    date: Line | None = None
    parent: list[Line] = field(default_factory=list)
    issuer: list[Line] = field(default_factory=list)
    urgency: list[Line] = field(default_factory=list)
    asterisk: Line | None = None
    is_joint: bool = False
    # Lines that belong to the head, empty ones too, and every stretch that prints something.
    lines: list[Line] = field(default_factory=list)
    stretches: list[Line] = field(default_factory=list)

    def known(self) -> list[Line]:
        """The stretches that are a component of their own."""
        found = (self.nation, self.motto, self.party, self.number, self.date, self.asterisk)
        return [each for each in found if each is not None] + self.urgency


def is_like(text: str, model: str) -> bool:
    """Whether a folded text is nearly `model`, signs aside."""
    bare = " ".join(re.findall(r"[a-z0-9]+", text))
    if abs(len(bare) - len(model)) > len(model) * 0.3:
        return False
    return SequenceMatcher(None, bare, model).ratio() >= _ALIKE


def is_number(line: Line) -> bool:
    """Whether a line is "Số: …/…"."""
    key, text = line.key, line.text.casefold()
    if _BARE_NUMBER.fullmatch(key):
        return True
    return text.startswith(("số", "so")) and bool(_NUMBER.fullmatch(key))


def is_date(line: Line) -> bool:
    """Whether a line is "place, ngày … tháng … năm …", or a date in figures alone."""
    key = line.key.rstrip(" .")
    return not key.startswith(("(", "so")) and bool(
        _WORDS.fullmatch(key) or _FIGURES.fullmatch(key)
    )


def find_head(lines: list[Line], title: str) -> Head:
    """The components among the lines above the title; `title` is the folded title."""
    head = Head(lines=lines)
    head.stretches = [each for line in lines for each in line.stretches() if each.text]
    for each in head.stretches:
        _take(head, each)
    _find_issuer(head, title)
    return head


def _take(head: Head, line: Line) -> None:
    key = line.key
    if head.party is None and key.strip(" .*") == PARTY:
        head.party = line
    elif head.nation is None and is_like(key, NATION):
        head.nation = line
    elif head.motto is None and is_like(key, MOTTO):
        head.motto = line
    elif head.number is None and is_number(line):
        head.number = line
    elif head.date is None and is_date(line):
        head.date = line
    elif key in URGENCY:
        head.urgency.append(line)
    elif head.asterisk is None and set(key) <= set("* ") and "*" in key:
        head.asterisk = line


def _find_issuer(head: Head, title: str) -> None:
    known = {id(each) for each in head.known()}
    found = [
        each
        for each in head.stretches
        if id(each) not in known and not _NO_ISSUER.fullmatch(each.key) and _is_before(each, head)
    ]
    text = fold(" ".join(each.text for each in found))
    head.is_joint = len(found) > 0 and (" - " in text or any(word in title for word in JOINT_WORDS))
    if head.is_joint and not any(each.has_bold != found[0].has_bold for each in found):
        head.issuer = found
        return
    cut = _first_of_issuer(found)
    head.parent, head.issuer = found[:cut], found[cut:]


def _is_before(line: Line, head: Head) -> bool:
    """Whether a stretch stands above the number, in the same column where there is a table."""
    beside = head.nation or head.party or head.motto
    if line.cell is not None and beside is not None and beside.cell is not None:
        same = (line.cell.table, line.cell.column) == (beside.cell.table, beside.cell.column)
        if same and beside.cell.columns > 1:
            return False
    last = head.number or head.date
    if last is None:
        return line.has_bold or line.is_capital
    if line.cell is not None and last.cell is not None and line.cell.table == last.cell.table:
        return (line.cell.row, line.paragraph) <= (last.cell.row, last.paragraph)
    return line.paragraph <= last.paragraph


def _first_of_issuer(found: list[Line]) -> int:
    """Where the issuer begins: with the bold lines at the end, or at the last name of a body."""
    bold = [each.has_bold for each in found]
    if any(bold) and not all(bold):
        first = bold.index(True)
        if all(bold[first:]):
            return first
    starts = [place for place, each in enumerate(found) if place and _begins_body(each.key)]
    return starts[-1] if starts else 0


def _begins_body(key: str) -> bool:
    if key.startswith(_NOT_BODIES):
        return False
    return any(key == word or key.startswith(f"{word} ") for word in _BODY_WORDS)


def rules_near(line: Line | None, lines: Iterable[Line]) -> int:
    """How many solid lines are drawn in the column of a line, or at it and right below it."""
    if line is None:
        return 0
    if line.cell is not None and line.cell.columns > 1:
        place = (line.cell.table, line.cell.column)
        return sum(each.rules for each in lines if each.cell and _column(each) == place)
    count, is_below = 0, False
    for each in lines:
        if each.paragraph == line.paragraph:
            is_below = True
        elif is_below and each.text:
            break
        count += each.rules if is_below else 0
    return count


def _column(line: Line) -> tuple[int, int]:
    return (line.cell.table, line.cell.column) if line.cell else (0, 0)
