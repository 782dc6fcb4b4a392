"""Fill the hand-written papers of ``papers.txt`` with seeded figures, names and places.

Called by ``../planted/make_material.py``. All names and communes are invented ("Mẫu", "Thử",
"Nháp"…); contact numbers have a mirrored tail. No product code is imported.
"""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROUNDS = 5
LONGER_FROM = 3
Record = dict[str, object]
Pools = dict[str, list[str]]

SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
]
MIDDLES = ["Văn", "Thị", "Ngọc", "Minh", "Quốc", "Thanh", "Đức", "Xuân"]
GIVEN = ["Mẫu", "Thử", "Nháp", "Soạn", "Dụ", "Giả", "Định", "Phỏng", "Trống", "Khuyết"]
HIGHLAND = ["A Mẫu", "Y Thử", "Đinh Nháp", "Rơ Mẫu", "K'Thử", "H'Dụ"]
COMMUNES = [
    "xã Đăk Mẫu",
    "xã Suối Nháp",
    "phường Bình Thử",
    "xã Ia Giả",
    "phường Nháp Đông",
    "xã Mường Soạn",
    "xã Tân Dụ",
    "phường Thử Tây",
    "đặc khu Hòn Mẫu",
    "xã Ea Phỏng",
]
PROVINCES = ["Sơn Thử", "Hải Mẫu", "Nam Nháp", "Bình Giả"]
HAMLETS = ["Thử Trung", "Mẫu Hạ", "Kon Nháp", "Plei Dụ", "Phỏng Thượng", "Làng Soạn", "Đông Mẫu"]


def dotted(value: int) -> str:
    """Write a whole number with dots between thousands."""
    return f"{value:,}".replace(",", ".")


def person(r: random.Random) -> str:
    """Return an invented name."""
    if r.random() < 0.15:
        return r.choice(HIGHLAND)
    return f"{r.choice(SURNAMES)} {r.choice(MIDDLES)} {r.choice(GIVEN)}"


def date(r: random.Random) -> str:
    """Return a date in one of the writings of state papers."""
    day, month, year = r.randint(1, 28), r.randint(1, 12), r.choice((2024, 2025, 2026))
    shown = f"{month:02d}" if month < 3 else str(month)
    return r.choice((f"{day:02d}/{shown}/{year}", f"{day:02d}/{month:02d}/{year}"))


def mirrored(length: int, r: random.Random) -> str:
    """Return a palindrome of digits."""
    half = "".join(r.choice("0123456789") for _ in range((length + 1) // 2))
    return half + half[: length // 2][::-1]


def office_line(r: random.Random) -> str:
    """Return an office landline in one of its writings."""
    area, tail = r.choice(("0255", "0260", "0269", "0204", "0292")), mirrored(7, r)
    return r.choice(
        (
            f"{area}.{tail}",
            f"({area}) {tail[:3]} {tail[3:]}",
            f"{area} {tail[:4]}.{tail[4:]}",
            f"{area}{tail}",
        )
    )


def office_mobile(r: random.Random) -> str:
    """Return the mobile of an issuing body's officer."""
    head, tail = r.choice(("0905", "0914", "0983", "0356", "0777", "0868")), mirrored(6, r)
    return r.choice(
        (f"{head}{tail}", f"{head}.{tail[:3]}.{tail[3:]}", f"{head} {tail[:3]} {tail[3:]}")
    )


def table_rows(r: random.Random) -> str:
    """Return rows with zero-padded counts between bars."""
    return "\n".join(
        f"{i:02d} | Thôn {r.choice(HAMLETS)} | {r.randint(60, 480)} | {r.randint(1, 9):02d} | "
        f"{dotted(r.randint(120, 2400))} | {r.randint(1, 9):02d} | {r.randint(1, 5):02d} | Đạt"
        for i in range(1, r.randint(6, 10))
    )


def tab_rows(r: random.Random) -> str:
    """Return rows of short figures set apart by tabs or blanks, as text out of a PDF has."""
    names = ("Nguồn tin", "Buổi tuyên truyền", "Mô hình mới", "Vụ việc hòa giải", "Xã phối hợp tốt")
    mark = r.choice(("\t", "  ", " "))
    return "\n".join(
        mark.join([n, *(f"{r.randint(1, 130):02d}" for _ in range(r.randint(4, 6)))]) for n in names
    )


def money_rows(r: random.Random) -> str:
    """Return rows that end in a sum of money."""
    return "\n".join(
        f"{place}; {r.randint(1, 30):02d}; {r.randint(20, 400)}; {r.randint(5, 90)}; {money(r)}"
        for place in r.sample(COMMUNES, 6)
    )


def money(r: random.Random) -> str:
    """Return a sum in đồng with dots."""
    return dotted(r.randint(300, 390_000) * 1000 + r.choice((0, 0, 500)))


SLOTS: dict[str, Callable[[random.Random], str]] = {
    "n": lambda r: str(r.randint(12, 990)),
    "n1": lambda r: str(r.randint(100, 999)),
    "k": lambda r: dotted(r.randint(1_050, 186_000)),
    "z": lambda r: f"{r.randint(1, 9):02d}",
    "nn": lambda r: str(r.randint(10, 98)),
    "x": lambda r: str(r.randint(1, 9)),
    "q": lambda r: r.choice(("I", "II", "III", "IV")),
    "q2": lambda r: r.choice(("06", "03")),
    "mm": lambda r: f"{r.randint(1, 12):02d}",
    "y": lambda r: r.choice(("2024", "2025", "2026")),
    "pct": lambda r: r.choice(
        (f"{r.randint(80, 99)},{r.randint(10, 99)}%", f"{r.randint(80, 100)}%")
    ),
    "m": money,
    "M": lambda r: dotted(r.randint(1_000, 24_000) * 1_000_000 + r.randint(0, 999) * 1000),
    "d": date,
    "t": lambda r: r.choice(
        (
            f"{r.randint(7, 16):02d} giờ {r.choice(('00', '30', '15'))}",
            f"{r.randint(7, 16)}h{r.choice(('00', '30'))}",
        )
    ),
    "so": lambda r: str(r.randint(3, 4800)).zfill(2),
    "name": person,
    "xa": lambda r: r.choice(COMMUNES),
    "XA": lambda r: r.choice(COMMUNES).upper(),
    "tinh": lambda r: r.choice(PROVINCES),
    "TINH": lambda r: r.choice(PROVINCES).upper(),
    "thon": lambda r: r.choice(HAMLETS),
    "tel": office_line,
    "mob": office_mobile,
    "gov": lambda r: (
        f"{r.choice(('vanphong', 'pv05', 'mttq', 'congan', 'xadakmau'))}"
        f"{r.randint(1, 99)}@{r.choice(('sonthu', 'haimau', 'namnhap'))}.gov.vn"
    ),
    "mail": lambda r: f"mttq_dak_mau_{r.randint(100, 999)}@gmail.com",
    "rows": table_rows,
    "tabrows": tab_rows,
    "moneyrows": money_rows,
}
APPENDIX = "\nPHỤ LỤC. Tình hình, kết quả và nhiệm vụ kèm theo\n{p:result*4}\n{p:plan*3}"
HELD = ("{tel}", "{mob}", "{mail}")


def read_papers(path: Path) -> tuple[Pools, list[tuple[str, str]]]:
    """Return the pools of sentences and the papers as (kind, text with slots)."""
    pools: Pools = {}
    papers: list[tuple[str, str]] = []
    for block in re.split(r"^(?=@@ |=== )", path.read_text("utf-8"), flags=re.MULTILINE):
        head, _, body = block.strip().partition("\n")
        if head.startswith("@@ "):
            pools[head[3:]] = body.splitlines()
        elif head.startswith("=== "):
            papers.append((head[4:], body.replace("\\n", "\n").replace("\\t", "\t")))
    return pools, papers


def filled(template: str, pools: Pools, rng: random.Random) -> str:
    """Put sentences of the pools, then seeded values, in place of the slots."""

    def drawn(match: re.Match[str]) -> str:
        lines = rng.sample(pools[match[1]], int(match[2]))
        mark = "" if match[1] == "law" else rng.choice(("- ", "+ ", "• "))
        return "\n".join(mark + line for line in lines)

    whole = re.sub(r"\{p:(\w+)\*(\d)\}", drawn, template)
    return re.sub(r"\{(\w+)\}", lambda m: SLOTS[m[1]](rng), whole)


def fitting(template: str, pools: Pools, rng: random.Random) -> str:
    """Fill until the paper is 600 to 2,500 characters long."""
    for _ in range(40):
        text = filled(template, pools, rng)
        if 600 <= len(text) <= 2500:
            return text
    raise ValueError(f"does not fit 600-2,500 characters: {template[:60]}")


def papers(rng: random.Random) -> Iterator[Record]:
    """Yield each paper of the file in its rounds of variation."""
    pools, templates = read_papers(HERE / "papers.txt")
    for number, (kind, template) in enumerate(templates, 1):
        held = any(slot in template for slot in HELD)
        for turn in range(1, ROUNDS + 1):
            longer = APPENDIX if turn > LONGER_FROM else ""
            yield {
                "id": f"{kind}-{number:02d}-{turn}",
                "kind": kind,
                "text": fitting(template + longer, pools, rng),
                "expected": "ask" if held else "pass",
                "contains_contact_line": held or "{gov}" in template,
            }
