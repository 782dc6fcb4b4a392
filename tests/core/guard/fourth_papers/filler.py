"""Fills the written papers: every ``{kind:argument#tag}`` becomes an invented value.

A tag keeps the value for the whole paper; without a tag each occurrence draws a new one. A kind in
capitals gives the value in capitals. A line ``@8 …`` stands about eight times, ``{i}`` (or
``{i+3}``) counting; a line ``? …`` stands in about half of the papers.
"""

import random
import re
from collections.abc import Callable, Sequence

from tests.core.guard.fourth_papers import pools

_SLOT = re.compile(r"\{([A-Za-z]+)(?::([^}#]*))?(?:#(\w+))?\}")
_POOLS: dict[str, Sequence[str]] = {
    "tinh": pools.PROVINCES,
    "xa": pools.COMMUNES,
    "thon": pools.HAMLETS,
    "so": pools.DEPARTMENTS,
    "mh": pools.MODELS,
    "truong": pools.SCHOOLS,
    "dn": pools.FIRMS,
}
_COUNTER = re.compile(r"\{i(?:\+(\d+))?\}")
_WRONG_MAN = re.compile(r"[Ôô]ng (\w+) Thị(?: Kim| Mỹ| Hồng)? (\w+)")
_WRONG_WOMAN = re.compile(r"[Bb]à (\w+) (Văn|Đức|Quốc|Hữu|Đình|Công|Bá|Thế|Duy|Khắc) (\w+)")
_HEADS = {
    "%QH": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    "%QO": "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------",
    "%DANG": "ĐẢNG CỘNG SẢN VIỆT NAM",
}


def dotted(number: int) -> str:
    """Write a number as a Vietnamese paper does: dots between thousands."""
    return f"{number:,}".replace(",", ".")


def _counted(found: re.Match[str], place: int) -> str:
    return str(place + int(found[1] or 0))


def _fitting_names(text: str) -> str:
    """Let a man's name follow "ông" and a woman's follow "bà", everywhere in the paper."""
    for family, given in _WRONG_MAN.findall(text):
        text = re.sub(rf"{family} Thị(?: Kim| Mỹ| Hồng)? {given}", f"{family} Văn {given}", text)
    for family, middle, given in _WRONG_WOMAN.findall(text):
        text = text.replace(f"{family} {middle} {given}", f"{family} Thị {given}")
    return text


class Filler:
    """Draws the invented values of one paper from one seed."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)
        self._kept: dict[str, str] = {}
        self._left: dict[str, list[str]] = {}
        self._makers: dict[str, Callable[[str], str]] = {
            "ten": self._name,
            "n": self._number,
            "t": self._number_plain,
            "tien": self._money,
            "pt": self._percent,
            "ngay": self._day,
            "ngaydai": self._long_day,
            "d": self._digits,
            "mot": self._one_of,
            "gio": self._hour,
        }

    def fill(self, text: str) -> str:
        """Return the paper with every slot filled and every repeated line written out."""
        lines: list[str] = []
        for line in text.strip("\n").split("\n"):
            lines += self._lines(_HEADS.get(line, line))
        return _fitting_names("\n".join(lines) + "\n")

    def _lines(self, line: str) -> list[str]:
        if line.startswith("? "):
            return [self._slots(line[2:])] if self._random.random() < 0.55 else []
        if match := re.match(r"@(\d+) (.*)", line):
            count = int(match[1]) + self._random.choice((-1, 0, 1))
            return [
                self._slots(_COUNTER.sub(lambda found, at=place: _counted(found, at), match[2]))
                for place in range(1, max(2, count) + 1)
            ]
        return [self._slots(line)]

    def _slots(self, line: str) -> str:
        return _SLOT.sub(self._slot, line)

    def _slot(self, match: re.Match[str]) -> str:
        kind, argument, tag = match[1].lower(), match[2] or "", match[3]
        if tag is None:
            value = self._draw(kind, argument)
        else:
            key = f"{kind}#{tag}"
            if key not in self._kept:
                self._kept[key] = self._draw(kind, argument)
            value = self._kept[key]
        return value.upper() if match[1].isupper() else value

    def _draw(self, kind: str, argument: str) -> str:
        if kind not in _POOLS:
            return self._makers[kind](argument)
        if not self._left.get(kind):
            self._left[kind] = list(_POOLS[kind])
            self._random.shuffle(self._left[kind])
        return self._left[kind].pop()

    def _name(self, _: str) -> str:
        if self._random.random() < 0.04:
            return self._random.choice(pools.HIGHLAND)
        parts = (pools.FAMILY, pools.MIDDLE, pools.GIVEN)
        return " ".join(self._random.choice(part) for part in parts)

    def _range(self, argument: str) -> int:
        low, high = (int(part) for part in argument.split("-"))
        return self._random.randint(low, high)

    def _number(self, argument: str) -> str:
        return dotted(self._range(argument or "3-98"))

    def _number_plain(self, argument: str) -> str:
        return str(self._range(argument or "3-98"))

    def _money(self, argument: str) -> str:
        return dotted(self._range(argument or "2-480") * self._random.choice((500_000, 1_000_000)))

    def _percent(self, _: str) -> str:
        return f"{self._random.randint(61, 99)},{self._random.randint(0, 99)}%"

    def _day(self, argument: str) -> str:
        year = argument or self._random.choice(("2025", "2026"))
        return f"{self._random.randint(1, 28):02d}/{self._random.randint(1, 12)}/{year}"

    def _long_day(self, argument: str) -> str:
        day, month = self._random.randint(1, 28), self._random.randint(1, 12)
        shown = f"{month:02d}" if month < 3 else str(month)
        return f"ngày {day:02d} tháng {shown} năm {argument or '2026'}"

    def _digits(self, argument: str) -> str:
        return re.sub("_", lambda _: str(self._random.randint(0, 9)), argument)

    def _one_of(self, argument: str) -> str:
        return self._random.choice(argument.split(";")).strip()

    def _hour(self, _: str) -> str:
        hour, minute = self._random.choice((7, 8, 13, 14, 19)), self._random.choice((0, 15, 30))
        return f"{hour:02d} giờ {minute:02d}"
