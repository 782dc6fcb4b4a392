"""Lawful lines full of numbers: none of them holds anything the platform may not keep."""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator

from .habits import without_tones
from .pools import digits, fill, load

SEED = 730_117
EACH = 48
_SLOT = re.compile(r"\{(p_[a-z]+)\}")
_SYMBOLS = (
    "{}/KH-BCĐ",
    "{}/QĐ-UBND",
    "{}/BC-CAT-PV05",
    "{}/CTrPH-CAT-MTTQT",
    "{}/HD-BCA-V05",
    "{}/NQ-HĐND",
    "{}-KH/TU",
    "{}/GM-UBND",
    "{}/TB-VPUBND",
    "{}/TTr-SNV",
    "{}/CV-BTGDV",
    "{}/QĐ-BCA-V05",
    "{}/BB-ĐKT",
    "{}/UBND-NC",
    "{}/KHLT-HPN-CAT",
    "{}/2025/TT-BCA",
    "{}/QĐ-BCĐ138",
    "{}/SDTTG-NV",
)
_LAWS = (
    "Thông tư số 124/2021/TT-BCA",
    "Thông tư số 48/2025/TT-BCA",
    "Luật số 30/2023/QH15",
    "Nghị định số 40/2024/NĐ-CP",
    "Nghị định số 30/2020/NĐ-CP",
    ("Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
    "Nghị định số 152/2025/NĐ-CP",
    "Thông tư số 20/2025/TT-BCA",
    ("Luật Thi đua, khen thưởng số 06/2022/QH15"),
    "Nghị định số 06/2014/NĐ-CP",
    "Quyết định số 510/QĐ-BCA-V05",
    "Luật số 91/2025/QH15",
    "Hướng dẫn số 22/HD-BCA-V05",
    "Nghị quyết số 28/2026/QH16",
    "Luật số 10/2022/QH15",
    "Nghị định số 185/2026/NĐ-CP",
    "Quyết định số 1944/QĐ-TTg",
)
_HOTLINES = ("1900 9095", "19001022", "1900.6132", "1800 1091", "18006132", "113", "114", "115")
_INDICATORS = (
    "CD01",
    "TT02",
    "MH03",
    "HG04",
    "AT05",
    "PL06",
    "LL02",
    "NH04",
    "KG01",
    "KR07",
    "BC03",
)


def _isbn(rng: random.Random) -> str:
    return f"978-604-{rng.randint(10, 99)}-{digits(rng, 4)}-{rng.randint(0, 9)}"


def _dossier(rng: random.Random) -> str:
    stamp = f"{rng.randint(23, 26)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
    return f"000.00.{rng.randint(10, 99)}.H{rng.randint(10, 63)}-{stamp}-{rng.randint(1, 400):04d}"


def _sized(size: int) -> Callable[[random.Random], str]:
    return lambda rng: f"{rng.randint(1, 9)}{digits(rng, size - 1)}"


def _area(rng: random.Random) -> str:
    return f"{rng.randint(1, 9)}.{rng.randint(100, 999)},{rng.randint(1, 99)}"


MAKERS: dict[str, Callable[[random.Random], str]] = {
    "p_doc": lambda rng: rng.choice(_SYMBOLS).format(f"{rng.randint(1, 4200):02d}"),
    "p_law": lambda rng: rng.choice(_LAWS),
    "p_chapter": lambda rng: rng.choice(["009", "405", "509", "605", "622", "709", "805", "822"]),
    "p_item": lambda rng: str(rng.choice([6000, 6101, 6449, 6503, 6699, 7001, 7049, 7799, 9050])),
    "p_acc": lambda rng: str(rng.choice([111, 112, 141, 331, 334, 1411, 3371, 5111, 6112, 8211])),
    "p_three": _sized(3),
    "p_four": _sized(4),
    "p_five": lambda rng: f"{rng.randint(1, 32_000):05d}",
    "p_six": lambda rng: f"0{digits(rng, 5)}",
    "p_seven": _sized(7),
    "p_isbn": _isbn,
    "p_dossier": _dossier,
    "p_unit": lambda rng: f"000.00.{rng.randint(10, 99)}.H{rng.randint(10, 63)}",
    "p_prov": lambda rng: f"H{rng.randint(10, 63)}",
    "p_hotline": lambda rng: rng.choice(_HOTLINES),
    "p_pop": lambda rng: f"{rng.randint(1, 98)}.{rng.randint(100, 999)}",
    "p_area": _area,
    "p_ind": lambda rng: rng.choice(_INDICATORS),
    "p_site": lambda rng: without_tones(fill(rng, "{tinh}")).lower().replace(" ", ""),
}


def filled(rng: random.Random, template: str) -> str:
    """Fill both the common slots and those of this module."""
    return fill(rng, _SLOT.sub(lambda found: MAKERS[found[1]](rng), template))


CHANGES: list[Callable[[str], str]] = [
    str.upper,
    without_tones,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: f"- {text}",
    lambda text: text.replace(" ", "  "),
    lambda text: f"“{text}”",
    lambda text: text.replace(", ", ",\n"),
]


def honest_lines() -> Iterator[str]:
    """Different lawful lines, one in seven of them in an unusual writing."""
    rng = random.Random(SEED)
    seen: set[str] = set()
    for template in [*load("honest_papers"), *load("honest_work")]:
        for at in range(EACH):
            text = filled(rng, template)
            if at % 7 == 6:
                text = rng.choice(CHANGES)(text)
            if text not in seen:
                seen.add(text)
                yield text
