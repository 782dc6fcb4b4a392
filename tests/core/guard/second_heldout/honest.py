"""Honest administrative lines: they must pass untouched (security.md 4.2, left alone)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from random import Random

from . import invent
from .material import load

_SEED = 77120
_WANTED_PER_TEMPLATE = 56
_TRIES_PER_TEMPLATE = 130
_TYPES = ["QĐ", "KH", "BC", "TB", "CTr", "HD", "TTr", "NQ", "CT", "GM", "BB", "PA", "ĐA", "CV"]
_ISSUERS = [
    "UBND", "BCĐ138", "MTTQ", "CAT", "BCA-V05", "HĐND", "CAX", "UBND-NC", "BTT", "MTTW", "BNV",
    "STP", "VPCP-NC",
]  # fmt: skip
_BODIES = [
    "UBND tỉnh", "Uỷ ban MTTQ Việt Nam tỉnh", "Công an tỉnh", "Ban Chỉ đạo 138 tỉnh",
    "Hội Liên hiệp Phụ nữ tỉnh", "Bộ Công an", "Sở Nội vụ", "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
    "Hội Cựu chiến binh tỉnh", "Sở Giáo dục và Đào tạo", "Liên đoàn Lao động tỉnh", "Tỉnh đoàn",
]  # fmt: skip
_POSTS = [
    "Chủ tịch", "Phó Chủ tịch", "Giám đốc", "Phó Giám đốc", "Trưởng ban", "Phó Trưởng ban",
    "Chánh Văn phòng", "Uỷ viên Thường trực", "Trưởng phòng", "Phó Trưởng phòng",
]  # fmt: skip
_LINES = ["113", "114", "115", "111", "112", "1022"]
_PART = re.compile(r"{(\w+)}")


def _paper_number(rng: Random) -> str:
    symbol = rng.choice(_TYPES) + "-" + rng.choice(_ISSUERS)
    number = f"{rng.randint(1, 4999):02}"
    year = f"/{rng.randint(2023, 2027)}" if rng.random() < 0.2 else ""
    return rng.choice(["số ", "văn bản số ", ""]) + f"{number}{year}/{symbol}"


def _dotted(rng: Random, low: int, high: int) -> str:
    return f"{rng.randint(low, high):,}".replace(",", ".")


def _clock(rng: Random) -> str:
    hour, minute = rng.randint(7, 20), rng.choice(["00", "15", "30", "45"])
    return rng.choice([f"{hour:02}h{minute}", f"{hour} giờ {minute}", f"{hour:02}:{minute}"])


def _span_of_hours(rng: Random) -> str:
    start, minute = rng.randint(6, 18), rng.choice(["00", "30"])
    letter, joint = rng.choice("hH"), rng.choice(["-", " - ", "–", " đến "])
    return f"{start:02}{letter}{minute}{joint}{start + 2:02}{letter}30"


def _room(rng: Random) -> str:
    return rng.choice(["phòng họp {a}", "phòng {a}{b}", "hội trường tầng {b}", "phòng họp số {b}",
                       "P.{a}", "phòng họp {a} nhà {c}"]).format(
        a=rng.randint(101, 909), b=rng.randint(1, 9), c=rng.choice("ABCD"))  # fmt: skip


def _file_of_one_stop(rng: Random) -> str:
    day = f"{rng.randint(23, 27):02}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    return f"000.00.{rng.randint(10, 99)}.H{rng.randint(10, 63)}-{day}-{rng.randint(1, 9999):04}"


def _hotline_of_state(rng: Random) -> str:
    joint = rng.choice([" ", "", "."])
    return f"{rng.choice(['1900', '1800'])}{joint}{rng.randint(1000, 9999)}"


def _round_money(rng: Random) -> str:
    """Money without dots that is no shape of §4.2: seven, eight or ten digits, first not 0."""
    return str(rng.choice([rng.randint(1000, 99999), rng.randint(1000000, 4999999)]) * 1000)


def _state_mail(rng: Random) -> str:
    box = rng.choice(["vanthu", "bcd138", "tiepnhan", "vanphong", "bantin"])
    place = invent.plain_letters(invent.place(rng)).lower().replace(" ", "")
    return f"{box}@{place}.gov.vn"


def _some(count: int) -> Callable[[Random], str]:
    return lambda rng: str(rng.randint(10 ** (count - 1), 10**count - 1))


SLOTS: dict[str, Callable[[Random], str]] = {
    "vb": _paper_number,
    "ngay": invent.day,
    "coquan": lambda rng: rng.choice(_BODIES),
    "chuc": lambda rng: rng.choice(_POSTS),
    "CHUC": lambda rng: rng.choice(_POSTS).upper(),
    "ten": invent.person,
    "xa": invent.place,
    "gio": _clock,
    "khoanggio": _span_of_hours,
    "phong": _room,
    "nam": lambda rng: str(rng.randint(2023, 2030)),
    "iso": lambda rng: (
        f"{rng.randint(2024, 2027)}-{rng.randint(1, 12):02}-"
        f"{rng.randint(1, 28):02} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
    ),
    "isongay": lambda rng: (
        f"{rng.randint(2024, 2027)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    ),
    "tien": lambda rng: _dotted(rng, 1, 9999999) + ".000",
    "tientron": _round_money,
    "trieu": lambda rng: _dotted(rng, 1, 4000),
    "lon": lambda rng: _dotted(rng, 1000, 9999999),
    "pt": lambda rng: f"{rng.randint(0, 99)},{rng.randint(0, 99):02}",
    "s": _some(1),
    "so2": _some(2),
    "so3": _some(3),
    "so4": _some(4),
    "so7": _some(7),
    "madv": _some(5),
    "muc": lambda rng: str(rng.randint(6000, 7799)),
    "hchu": lambda rng: f"{rng.choice('DGHKT')}{rng.randint(10, 63)}",
    "chu": lambda rng: rng.choice("abcdđeg"),
    "lama": lambda rng: rng.choice(["I", "II", "III", "IV", "V", "VI", "VII"]),
    "tthc": lambda rng: f"{rng.randint(1, 3)}.{rng.randint(1, 14999):06}",
    "mahs": _file_of_one_stop,
    "duongday": lambda rng: ", ".join(rng.sample(_LINES, 2)),
    "tongdai": _hotline_of_state,
    "mail": _state_mail,
}

_LOOKS: list[Callable[[str], str]] = [
    str,
    str,
    str,
    str.upper,
    lambda text: unicodedata.normalize("NFD", text),
    invent.plain_letters,
    lambda text: text.replace(" ", "\u00a0"),
]


def fill(rng: Random, template: str, slots: Mapping[str, Callable[[Random], str]] = SLOTS) -> str:
    """Fill every slot of a template from the generator."""
    return _PART.sub(lambda part: slots[part.group(1)](rng), template)


def _look(rng: Random, text: str) -> str:
    return text if "@" in text or "http" in text else rng.choice(_LOOKS)(text)


def honest_lines() -> Iterator[str]:
    """Yield different honest lines, the same on every call."""
    rng = Random(_SEED)
    seen: set[str] = set()
    for templates in load("honest").values():
        for template in templates:
            before = len(seen)
            for _ in range(_TRIES_PER_TEMPLATE):
                line = _look(rng, fill(rng, template))
                if line in seen:
                    continue
                seen.add(line)
                yield line
                if len(seen) - before >= _WANTED_PER_TEMPLATE:
                    break
