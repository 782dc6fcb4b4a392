"""What the guard found in a file, in words: which part, which kind, what to do. Never the value.

Needs no database: `check-file` speaks with the same words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from phongtrao.core import guard
from phongtrao.core.errors import N_
from phongtrao.core.gate import Admitted
from phongtrao.core.guard.findings import HINTS

NAME_PART = "name"
PICTURES = {"png", "jpg"}
# Behind the text of these there is no picture of a text that one could miss.
_READ_AS_THEY_ARE = {"txt", "csv", *PICTURES}
_MOST_SHOWN = 8
_NUMBERED = (
    (re.compile(r"page (\d+)"), N_("Trang %(number)s")),
    (re.compile(r"notes of page (\d+)"), N_("Ghi chú ở trang %(number)s")),
    (re.compile(r"xl/worksheets/sheet(\d+)\.xml"), N_("Trang tính %(number)s")),
)
_NAMED = (
    (re.compile(NAME_PART), N_("Tên tệp")),
    (re.compile(r"text|word/document\d*\.xml|xl/sharedstrings\.xml"), N_("Nội dung")),
    (re.compile(r"word/header\d*\.xml"), N_("Đầu trang")),
    (re.compile(r"word/footer\d*\.xml"), N_("Chân trang")),
    (re.compile(r"(?:word|xl)/.*comments?\d*\.xml"), N_("Nhận xét bên lề")),
    (re.compile(r"word/(?:foot|end)notes\.xml"), N_("Chú thích")),
    (re.compile(r"docprops/.*|properties"), N_("Thuộc tính của tệp")),
    (re.compile(r"customxml/.*"), N_("Dữ liệu ẩn của tệp")),
    (re.compile(r"outline"), N_("Dấu trang")),
    (re.compile(r"form"), N_("Ô điền của biểu mẫu")),
    (re.compile(r"picture|.*/media/.*"), N_("Ảnh")),
)


@dataclass(frozen=True, slots=True)
class Found:
    """One kind in one part, and whether it blocks or asks."""

    part: str
    kind: str
    act: str

    @property
    def sentence(self) -> str:
        """Where it stands and what to do."""
        return f"{part_in_words(self.part)}: {_(HINTS[self.kind])}"


def found_in(admitted: Admitted, name: str) -> list[Found]:
    """Each kind of each part once, the name of the file first. The child is not trusted."""
    found = {Found(NAME_PART, each.kind, each.act): None for each in guard.read_text(name)}
    for part in parts_of(admitted):
        for place in part.get("findings") or []:
            kind, act = place.get("kind"), place.get("act")
            if kind in HINTS and act in {"block", "ask"}:
                found[Found(str(part.get("part")), kind, act)] = None
    return list(found)


def parts_of(admitted: Admitted) -> list[dict[str, Any]]:
    """The parts that the guard has read in the child."""
    result = admitted.result if isinstance(admitted.result, dict) else {}
    return [part for part in result.get("parts") or [] if isinstance(part, dict)]


def is_beyond_lines(admitted: Admitted, name: str) -> bool:
    """Whether a lawful list says too much in its lines, and nothing else was found in the file."""
    if guard.read_text(name):
        return False
    found = [part for part in parts_of(admitted) if part.get("findings")]
    return bool(found) and all(part.get("is_beyond_lines") is True for part in found)


def is_unreadable(admitted: Admitted) -> bool:
    """Whether the file is a paper without any text, a scan say, so that nothing could be read."""
    if admitted.verdict.kind in _READ_AS_THEY_ARE or admitted.verdict.verdict == "refuse":
        return False
    return not (isinstance(admitted.result, dict) and admitted.result.get("has_text"))


def in_words(found: Iterable[Found]) -> list[str]:
    """One sentence for each kind and part, no more than can be read."""
    sentences = list(dict.fromkeys(each.sentence for each in found))
    more = len(sentences) - _MOST_SHOWN
    if more > 0:
        sentences[_MOST_SHOWN:] = [_("Và %(more)s chỗ khác.") % {"more": more}]
    return sentences


def part_in_words(part: str) -> str:
    """A part of a file as an official knows it."""
    for pattern, template in _NUMBERED:
        numbered = pattern.fullmatch(part.lower())
        if numbered:
            return _(template) % {"number": numbered[1]}
    for pattern, name in _NAMED:
        if pattern.fullmatch(part.lower()):
            return _(name)
    return _("Một phần khác của tệp")
