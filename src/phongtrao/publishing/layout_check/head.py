"""Finds boxes 1–4 and 10: nation, motto, issuer, number, place and date, urgency."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise

from phongtrao.core.vietnamese import fold
from phongtrao.publishing.layout_check.kinds import JOINT_WORDS
from phongtrao.publishing.layout_check.model import Line

NATION = "cong hoa xa hoi chu nghia viet nam"
MOTTO = "doc lap tu do hanh phuc"
PARTY = "dang cong san viet nam"
_ALIKE = 0.8
_NUMBER = re.compile(r"so\s?[:.]?\s*[\d.…_]*[a-z]?\s*[/\-–]\s*\S.{0,40}|so\s?[:.]?\s*\d{1,6}")
_BARE_NUMBER = re.compile(
    r"\d{1,6}\s*/\s*[a-z][\w.-]{1,30}|\d{1,6}\s*[-–]\s*[a-z]{2,6}\s*/\s*[a-z][\w.-]{0,30}"
)
# What stands where the number does and is written in other ways: "Số: 46 QĐ-UBND".
_NEARLY_NUMBER = re.compile(r"so\s?[:.;,]?\s*[\d.…_]*\d[\d.…_]*\S*(?:\s+[^\s]+){0,3}")
_NEARLY_NATION = re.compile(
    r"(?:nuoc )?(?:chxhcn\b|c\.?h\.?x\.?h|cong hoa\b).{0,30}viet ?nam\W*"
    r"|(?:nuoc )?viet nam dan chu cong hoa\W*|(?:nuoc )?(?:cong hoa )?xhcn viet ?nam\W*"
)
_MOTTO_PARTS = ("doc lap", "tu do", "hanh phuc")
_BLANK = r"[\d.…_\s]*"
_WORDS = re.compile(rf"(?:.{{0,45}}?[\s,])?ngay\b{_BLANK}thang\b{_BLANK}nam\b{_BLANK}")
_FIGURES = re.compile(r"(?:.{0,45}?[\s,])?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}")
# Day, month and year, of which one word or one sign is another: "ngày 05 tháng 3/2026".
_PART = r"(?:ngay|thang|nam|mong|[,/.\-\s])*"
_NEARLY_DATE = re.compile(
    rf"(?:.{{0,45}}?,\s*|)(?=.*\b(?:ngay|thang)\b){_PART}(?:[\d…_]+{_PART}){{1,2}}[12]\d{{3}}"
)
# The same with its numbers written out, or without some of its words.
_IN_WORDS = re.compile(r"(?:.{0,45}?[,\s])?ngay\b[^,;]{1,40}\bthang\b[^,;]{1,30}\bnam\b.{1,60}")
_WITHOUT_YEAR = re.compile(r".{2,45}, ?ngay\s+\d{1,2}\s+thang\s+\d{1,2}")
# A number or an abstract, and not a place such as "Sơn La".
_NO_DATE = re.compile(r"\(|so\s?[:.;,\d]|so\s+[\d.…_]*\s*[/-]|v ?/ ?v|ve viec")
URGENCY = re.compile(r"(?:thuong |toi )?khan(?: cap)?|hoa toc(?: hen gio)?(?:[ :(].{0,40})?")
_NO_ISSUER = re.compile(r"[*\W]*|v/v .*|ve viec .*|du thao.*|so lieu gia dinh|\(.*\)")
# How the name of a body begins: where one follows another, the first is the parent.
_BODY_WORDS = (
    "ban", "bo", "chi cuc", "cong an", "cuc", "dang uy", "doan", "hoi", "hoc vien", "lien doan",
    "mat tran", "phong", "so", "thanh tra", "to", "tong cuc", "trung tam", "truong", "ubnd",
    "ubmttq", "uy ban", "van phong", "vien", "vu", "hdnd", "cong doan", "bhxh", "bo chi huy",
    "kho bac", "toa an",
)  # fmt: skip
# Bodies that issue papers beside others; "BAN", "PHÒNG" are parts of one.
_OWN_BODY = re.compile(
    r"(?:cong an|so|bo|uy ban|ubnd|ub ?mttq|ubmttq\S*|lien doan|hoi lien hiep|hoi nong dan"
    r"|hoi cuu chien binh|tinh doan|ban thuong truc"
    r"|cuc|vien kiem sat|toa an|kho bac|hoi dong nhan dan|hdnd)\b"
)
# Names that want the name of the body they belong to, on the next line too.
_DEPENDENT = (
    "van phong", "ban chi huy", "dang uy", "cong doan", "doan thanh nien", "doan tncs", "co quan",
    "ban thuong truc", "ban chap hanh", "thuong truc", "hoi dong thi dua", "to giup viec", "hoi",
)  # fmt: skip
_PLACE_OF_BODY = re.compile(r"(?:xa|phuong|tinh|thanh pho|huyen|quan|thi xa|thi tran|dac khu)\b")
# The committee and its bodies, the Front and its unions, the council, the courts, the schools that
# sign beside them: none is under another.
_APART = tuple(
    re.compile(words)
    for words in (
        r"(?:uy ban nhan dan|ubnd|cong an|so|bo)\b",
        r"(?:(?:uy ban )?(?:mttq|mat tran)|ub ?mttq|lien doan|hoi (?:lien|nong|cuu)|tinh doan)",
        r"(?:hoi dong nhan dan|hdnd)\b",
        r"(?:toa an|vien kiem sat)\b",
        r"truong (?:mam non|mau giao|tieu hoc|trung hoc|pho thong|thcs|thpt|cao dang|dai hoc)\b",
    )
)
# Bodies of one rank: a department is under no other one.
_PEER = re.compile(r"(?:so|cong an|bo chi huy)\b")
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
    # How many bodies the issuer's lines name.
    bodies: int = 0
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


def is_nation(key: str) -> bool:
    """Whether a folded line is the nation's name, or means to be it."""
    return is_like(key, NATION) or bool(_NEARLY_NATION.fullmatch(key))


def is_motto(key: str) -> bool:
    """Whether a folded line is the motto, or means to be it: two of its three parts."""
    if is_like(key, MOTTO):
        return True
    bare = " ".join(re.findall(r"[a-z0-9]+", key))
    return len(bare) < 2 * len(MOTTO) and sum(part in bare for part in _MOTTO_PARTS) > 1


def is_number(line: Line) -> bool:
    """Whether a line is "Số: …/…", or means to be it."""
    key, text = line.key, line.text.casefold()
    if _BARE_NUMBER.fullmatch(key):
        return True
    if text.startswith(("số", "so")) and _NUMBER.fullmatch(key):
        return True
    return text.startswith("số") and bool(_NEARLY_NUMBER.fullmatch(key))


def is_date(line: Line) -> bool:
    """Whether a line is "place, ngày … tháng … năm …", or a date in figures alone."""
    key = line.key.rstrip(" .")
    if _NO_DATE.match(key):
        return False
    forms = (_WORDS, _FIGURES, _NEARLY_DATE, _IN_WORDS, _WITHOUT_YEAR)
    return any(form.fullmatch(key) for form in forms)


def find_head(lines: list[Line], title: str) -> Head:
    """The components among the lines above the title; `title` is the folded title."""
    head = Head(lines=lines)
    head.stretches = _with_nation([s for line in lines for s in line.stretches() if s.text])
    for each in head.stretches:
        _take(head, each)
    _choose_date(head)
    _find_issuer(head, title)
    return head


def _with_nation(stretches: list[Line]) -> list[Line]:
    """The stretches, with a nation's name that was broken in two put together."""
    found: list[Line] = []
    for each in stretches:
        above = found[-1] if found else None
        if above is not None and above.cell == each.cell and _is_torn(above.key, each.key):
            gap = replace(above.letters[-1], text=" ")
            found[-1] = replace(above, letters=(*above.letters, gap, *each.letters))
            continue
        found.append(each)
    return found


def _is_torn(above: str, below: str) -> bool:
    return NATION in f"{above} {below}" and NATION not in above and NATION not in below


def _choose_date(head: Head) -> None:
    """Of several dates the one in the column of the nation: an abstract may name days too."""
    beside = head.nation or head.party or head.motto
    if head.date is None or beside is None or beside.cell is None:
        return
    dates = [each for each in head.stretches if each is not head.number and is_date(each)]
    head.date = next(
        (e for e in dates if e.cell and _column(e) == _column(beside)),
        head.date,
    )


def _take(head: Head, line: Line) -> None:
    key = line.key
    if head.party is None and key.strip(" .*") == PARTY:
        head.party = line
    elif head.nation is None and is_nation(key):
        head.nation = line
    elif head.motto is None and is_motto(key):
        head.motto = line
    elif head.number is None and is_number(line):
        head.number = line
    elif head.date is None and is_date(line):
        head.date = line
    elif URGENCY.fullmatch(key.strip(' .:!*"“”')):
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
    beside = any(_OWN_BODY.match(part) for part in re.split(" [-–—] ", text)[1:])
    head.is_joint = len(found) > 0 and (beside or any(word in title for word in JOINT_WORDS))
    # A parent is not bold: only names that stand alike may be of bodies beside each other.
    head.is_joint = head.is_joint or (all(each.has_bold for each in found) and _are_apart(found))
    if head.is_joint and not any(each.has_bold != found[0].has_bold for each in found):
        head.issuer = found
        head.bodies = _bodies(found)
        return
    cut = _first_of_issuer(found)
    head.parent, head.issuer = found[:cut], found[cut:]
    head.bodies = _bodies(head.issuer)
    head.is_joint = head.is_joint or head.bodies > 1


def _bodies(lines: list[Line]) -> int:
    """How many bodies the lines name: the first one, and those that are no part of another."""
    if not lines or lines[0].key.startswith(_DEPENDENT):
        return min(1, len(lines))
    return 1 + sum(
        bool(_OWN_BODY.match(each.key)) and not above.key.endswith((" va", ",", "-"))
        for above, each in pairwise(lines)
    )


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
        ends = (last.cell.row, last.paragraph, last.piece)
        return (line.cell.row, line.paragraph, line.piece) <= ends
    return line.paragraph <= last.paragraph


def _first_of_issuer(found: list[Line]) -> int:
    """Where the issuer begins: with the bold lines at the end, or at the last name of a body."""
    bold = [each.has_bold for each in found]
    if any(bold) and not all(bold):
        first = bold.index(True)
        if all(bold[first:]):
            # The name of a committee goes on with its place: one body on two lines.
            return first - (first > 0 and bool(_PLACE_OF_BODY.match(found[first].key)))
    starts = [place for place, each in enumerate(found) if place and _begins_body(each.key)]
    return starts[-1] if starts else 0


def _are_apart(found: list[Line]) -> bool:
    """Whether two lines name bodies of which neither is above the other."""
    named = [
        next((place for place, body in enumerate(_APART) if body.match(each.key)), None)
        for each in found
        if _begins_body(each.key)
    ]
    keys = [each.key for each in found]
    are_peers = any(
        _PEER.match(one) and _PEER.match(other) and not one.startswith(other[:7])
        for one, other in pairwise(keys)
    )
    return are_peers or (len(set(named)) > 1 and None not in named)


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
