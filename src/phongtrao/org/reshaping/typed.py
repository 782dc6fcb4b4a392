"""Lines as people type or paste them: parts, shares, a full name cut into type and name. Pure."""

import re
from dataclasses import dataclass
from fractions import Fraction

from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.vietnamese import name_key, tidy_line

TYPES = {
    "province": ("tỉnh", "thành phố"),
    "district": ("huyện", "quận", "thị xã", "thành phố"),
    "commune": ("xã", "phường", "đặc khu", "thị trấn"),
    "residential_area": (
        "thôn", "tổ dân phố", "khu phố", "ấp", "bản", "buôn", "làng", "bon", "khóm", "xóm",
    ),
}  # fmt: skip
LEVEL_BELOW = {"country": "province", "province": "commune", "commune": "residential_area"}
MOST_LINES = 500
_BETWEEN = re.compile(r"[;\t|]")
_FRACTION = re.compile(r"([0-9]{1,5})\s*/\s*([0-9]{1,5})")
_DECIMAL = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,4})?")
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One line that is not empty: its number on the page and its parts."""

    number: int
    parts: tuple[str, ...]

    def part(self, place: int) -> str:
        """The part at a place; empty where the line is shorter."""
        return self.parts[place] if place < len(self.parts) else ""


def typed_lines(text: str) -> list[TypedLine]:
    """The lines of a text box, cut at semicolons, tabs, bars. Raises InvalidInput for a flood."""
    found = [
        TypedLine(number, tuple(tidy_line(part) for part in _BETWEEN.split(line)))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip(" ;\t|")
    ]
    if len(found) > MOST_LINES:
        raise InvalidInput(
            N_("Nhiều hơn %(most)s dòng; hãy chia thành nhiều lần."), "lines.many", most=MOST_LINES
        )
    return found


def parse_share(text: str) -> Fraction:
    """Read ``1/2``, ``0,25`` or ``25%`` exactly. Raises InvalidInput."""
    shown = tidy_line(text)
    whole = shown.removesuffix("%").strip()
    if found := _FRACTION.fullmatch(shown):
        if int(found[2]):
            return Fraction(int(found[1]), int(found[2]))
    elif _DECIMAL.fullmatch(whole):
        share = Fraction(whole.replace(",", "."))
        return share / 100 if shown.endswith("%") else share
    raise InvalidInput(
        N_('"%(shown)s" không phải là tỷ lệ. Hãy ghi như 1/2 hoặc 0,5.'),
        "share.unreadable",
        shown=shown[:_LONGEST_SHOWN],
    )


def type_and_name(text: str, level: str) -> tuple[str, str] | None:
    """Cut "Phường Ba Tơ" into "phường" and "Ba Tơ"; None where no type of the level leads."""
    shown = tidy_line(text)
    for word in sorted(TYPES.get(level, ()), key=len, reverse=True):
        head = " ".join(shown.split()[: len(word.split())])
        name = " ".join(shown.split()[len(word.split()) :])
        if name and name_key(head) == name_key(word):
            return word, name
    return None
