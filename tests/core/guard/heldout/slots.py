"""Fill the slots of honest carriers: figures, dates, paper numbers, codes, officials."""

import re
from collections.abc import Callable
from random import Random

from . import invent
from .marks import WORDS, without_marks

_SLOT = re.compile(r"\{([a-zA-Z0-9]+)\}")
RANKS = WORDS["ranks"]
POLICE_POSTS = WORDS["police_posts"]
CIVIL_POSTS = WORDS["civil_posts"]
BODIES = WORDS["bodies"]
SORTS = WORDS["sorts"]
SLUGS = WORDS["slugs"]


def dotted(number: int) -> str:
    """Write a whole number with dots between thousands, the Vietnamese way."""
    return f"{number:,}".replace(",", ".")


def official(rng: Random) -> str:
    """Return a police official: rank, name, post."""
    rank = rng.choice(RANKS)
    return f"{rank} {invent.full_name(rng)}, {rng.choice(POLICE_POSTS)}"


def civil(rng: Random) -> str:
    """Return a civil official: name, post."""
    return f"{invent.full_name(rng)}, {rng.choice(CIVIL_POSTS)}"


def date(rng: Random) -> str:
    """Return a date with slashes, day padded or not."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2023, 2026)
    mark = rng.choice("//////.-")
    return (
        f"{day:02d}{mark}{month:02d}{mark}{year}" if rng.random() < 0.6 else f"{day}/{month}/{year}"
    )


def paper_number(rng: Random) -> str:
    """Return number and symbol of an administrative paper."""
    body = rng.choice(BODIES)
    return f"{rng.randint(1, 3999):02d}/{rng.choice(SORTS)}-{body}"


def party_number(rng: Random) -> str:
    """Return number and symbol of a Party paper."""
    sort, body = rng.choice(WORDS["party_sorts"]), rng.choice(WORDS["party_bodies"])
    return f"{rng.randint(1, 400):02d}-{sort}/{body}"


def _written_date(rng: Random) -> str:
    day, month = rng.randint(1, 28), rng.randint(3, 12)
    return f"ngày {day:02d} tháng {month} năm {rng.randint(2023, 2026)}"


def _letter_number(rng: Random) -> str:
    office = rng.choice(("VX", "NC", "TH", "KTN", "P3"))
    return f"{rng.randint(10, 5999)}/{rng.choice(BODIES)}-{office}"


def _land(rng: Random) -> str:
    return (
        f"{dotted(rng.randint(100, 99_999))},{rng.randint(1, 99)} {rng.choice(('ha', 'm2', 'm²'))}"
    )


def law_number(rng: Random) -> str:
    """Return number of a legal text."""
    tail = rng.choice(["NĐ-CP", "TT-BCA", "QĐ-TTg", "QĐ-UBND", "TT-BTC", "NQ-HĐND", "TT-BNV"])
    return f"{rng.randint(1, 350):02d}/{rng.randint(2010, 2026)}/{tail}"


def _road(rng: Random) -> str:
    n = rng.randint(1, 99)
    return rng.choice(
        (
            f"QL.{n}",
            f"QL {n}B",
            f"Quốc lộ 14C, nhánh {n}",
            f"ĐT.6{n:02d}B",
            f"ĐH.{n}",
            f"ĐT 62{n % 10}C",
        )
    )


def _isbn(rng: Random) -> str:
    d = invent.digits
    return f"978-604-{rng.randint(10, 99)}-{d(rng, 4)}-{rng.randint(0, 9)}"


def _hotline(rng: Random) -> str:
    d = invent.digits
    shapes = (
        "113",
        "114",
        "1022",
        f"1900 {d(rng, 4)}",
        f"1900.{d(rng, 4)}",
        f"1800{d(rng, 4)}",
        f"1900{d(rng, 4)}",
        f"1900 {d(rng, 2)} {d(rng, 2)} {d(rng, 2)}",
    )
    return rng.choice(shapes)


def _unit_code(rng: Random) -> str:
    h = rng.choice(["H48", "H21", "H15", "H56", "K51", "G01", "H10"])
    return f"000.{rng.randint(0, 20):02d}.{rng.randint(10, 99)}.{h}"


def _case_code(rng: Random) -> str:
    day = f"2{rng.randint(4, 6)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}"
    return f"{_unit_code(rng)}-{day}-{invent.digits(rng, 4)}"


def _government_mail(rng: Random) -> str:
    box = rng.choice(WORDS["gov_boxes"])
    host = rng.choice(("", "", "congan.", "snv.", "mttq."))
    return f"{box}@{host}{rng.choice(SLUGS)}.gov.vn"


def _million(rng: Random) -> str:
    return dotted(rng.randint(1_000_000, 98_999_999))


SLOTS: dict[str, Callable[[Random], str]] = {
    "n": lambda r: str(r.randint(2, 98)),
    "n2": lambda r: str(r.randint(99, 320)),
    "k": lambda r: str(r.randint(1, 9)),
    "k4": lambda r: r.choice(("I", "II", "III", "IV")),
    "N": lambda r: dotted(r.randint(1000, 99_999)),
    "M": _million,
    "r": lambda r: str(r.randint(10, 99_999)),
    "sp": lambda r: dotted(r.randint(1000, 9_999_999)).replace(".", " "),
    "pct": lambda r: f"{r.randint(40, 99)},{r.randint(1, 99)}%",
    "thap": lambda r: f"{r.randint(0, 99)},{r.randint(1, 999)}",
    "tien": lambda r: f"{dotted(r.randint(100, 99_999) * 1000)} đồng",
    "bigmoney": lambda r: f"{dotted(r.randint(100_000_000, 99_999_999_999))} đồng",
    "trieu": lambda r: f"{r.randint(2, 950)} triệu đồng",
    "ty": lambda r: f"{r.randint(1, 120)},{r.randint(1, 999)} tỷ đồng",
    "dmy": date,
    "ngay": lambda r: f"ngày {date(r)}",
    "ngaychu": _written_date,
    "th": lambda r: f"{r.randint(1, 12):02d}",
    "nam": lambda r: str(r.randint(2018, 2024)),
    "nam2": lambda r: str(r.randint(2025, 2026)),
    "gio": lambda r: f"{r.randint(7, 11):02d} giờ {r.choice(('00', '15', '30', '45'))}",
    "gio2": lambda r: f"{r.randint(13, 17)}h{r.choice(('00', '15', '30'))}",
    "vb": paper_number,
    "vbd": party_number,
    "vbl": law_number,
    "cv": _letter_number,
    "xa": invent.commune,
    "tinh": lambda r: r.choice(invent.PROVINCES),
    "quan": official,
    "cb": civil,
    "ten": invent.full_name,
    "dv": _unit_code,
    "hoso": _case_code,
    "tthc": lambda r: f"{r.randint(1, 3)}.{invent.digits(r, 6)}.000.00.00.H{r.randint(10, 60)}",
    "dt": _land,
    "duong": _road,
    "km": lambda r: f"Km{r.choice(('', ' '))}{r.randint(0, 320)}+{r.randint(0, 999):03d}",
    "isbn": _isbn,
    "hot": _hotline,
    "mailgov": _government_mail,
    "gov": lambda r: f"{r.choice(SLUGS)}.gov.vn",
    "slug": lambda r: r.choice(SLUGS),
    "q7": lambda r: f"{r.choice('137')}{invent.digits(r, 6)}",
    "m2": lambda r: f"{r.randint(1, 96):02d}",
    "m3": lambda r: str(r.randint(100, 999)),
    "m4": lambda r: str(r.randint(1000, 9999)),
    "m5": lambda r: f"{r.randint(1, 32_999):05d}",
    "s8": lambda r: f"{r.randint(1, 99_999):08d}",
    "s9": lambda r: f"{r.choice('4567')}{invent.digits(r, 8)}",
    "hex": lambda r: r.choice("ABCDEF") + "".join(r.choice("ABCDEF0123456789") for _ in "123"),
    "chu": lambda r: "".join(r.choice("ABDEGHKLMNT") for _ in range(2)),
    "goi": lambda r: f"IB26{invent.digits(r, 8)}",
    "khlcnt": lambda r: f"PL26{invent.digits(r, 8)}",
}  # fmt: skip


def filled(carrier: str, rng: Random) -> str:
    """Return the carrier with every slot filled anew."""
    return _SLOT.sub(lambda match: SLOTS[match[1]](rng), carrier)


def slug_of(text: str) -> str:
    """Return a file-name form of a Vietnamese text."""
    return re.sub(r"[^a-z0-9]+", "-", without_marks(text).lower()).strip("-")
