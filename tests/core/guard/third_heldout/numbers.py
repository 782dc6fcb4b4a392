"""Numbers of each kind, valid in shape only, and the ways people write them."""

import random
from collections.abc import Callable

from .pools import digits

BIRTH_CODES = [
    "001",
    "002",
    "004",
    "006",
    "008",
    "010",
    "011",
    "012",
    "014",
    "015",
    "017",
    "019",
    "020",
    "022",
    "024",
    "025",
    "026",
    "027",
    "030",
    "031",
    "033",
    "034",
    "035",
    "036",
    "037",
    "038",
    "040",
    "042",
    "044",
    "045",
    "046",
    "048",
    "049",
    "051",
    "052",
    "054",
    "056",
    "058",
    "060",
    "062",
    "064",
    "066",
    "067",
    "068",
    "070",
    "072",
    "074",
    "075",
    "077",
    "079",
    "080",
    "082",
    "083",
    "084",
    "086",
    "087",
    "089",
    "091",
    "092",
    "093",
    "094",
    "095",
    "096",
]
MOBILE_HEADS = [
    "032",
    "033",
    "034",
    "035",
    "036",
    "037",
    "038",
    "039",
    "052",
    "055",
    "056",
    "058",
    "059",
    "070",
    "076",
    "077",
    "078",
    "079",
    "081",
    "082",
    "083",
    "084",
    "085",
    "086",
    "087",
    "088",
    "089",
    "090",
    "091",
    "092",
    "093",
    "094",
    "096",
    "097",
    "098",
    "099",
]
LANDLINE_HEADS = [
    "024",
    "028",
    "0203",
    "0208",
    "0235",
    "0236",
    "0238",
    "0255",
    "0256",
    "0258",
    "0262",
    "0269",
    "0292",
    "0296",
    "0218",
]
CARD_HEADS = [
    "DN",
    "HC",
    "HT",
    "TE",
    "GD",
    "HN",
    "CN",
    "DT",
    "SV",
    "HS",
    "BT",
    "CK",
    "XN",
    "NN",
    "TC",
]
PLATE_LETTERS = "ABCDEFGHKLMNPSTUVXYZ"


def cut(number: str, sizes: tuple[int, ...], mark: str) -> str:
    """Cut a number into groups of the given sizes, the rest last, joined by ``mark``."""
    groups: list[str] = []
    at = 0
    for size in sizes:
        groups.append(number[at : at + size])
        at += size
    if number[at:]:
        groups.append(number[at:])
    return mark.join(groups)


def cccd(rng: random.Random) -> str:
    """A personal number of twelve digits."""
    return f"{rng.choice(BIRTH_CODES)}{rng.randint(0, 3)}{rng.randint(0, 99):02d}{digits(rng, 6)}"


def cccd_abroad(rng: random.Random) -> str:
    """A personal number of somebody born abroad."""
    return f"{rng.randint(101, 299)}{rng.randint(0, 3)}{rng.randint(0, 99):02d}{digits(rng, 6)}"


def cmnd(rng: random.Random) -> str:
    """An old identity number of nine digits."""
    return f"{rng.randint(0, 3)}{rng.randint(1, 8)}{digits(rng, 7)}"


def ten(rng: random.Random) -> str:
    """Ten digits of a social insurance number."""
    return f"{rng.choice(['01', '02', '35', '46', '49', '51', '62', '79'])}{digits(rng, 8)}"


def tax(rng: random.Random) -> str:
    """Ten digits of a tax number."""
    return f"{rng.choice(['03', '04', '40', '42', '80', '83', '84', '85'])}{digits(rng, 8)}"


def bhyt(rng: random.Random) -> str:
    """A health insurance card: two letters, a digit 1-5, twelve digits."""
    return f"{rng.choice(CARD_HEADS)}{rng.randint(1, 5)}{rng.randint(1, 96):02d}{digits(rng, 10)}"


def mobile(rng: random.Random) -> str:
    """A mobile number of ten digits."""
    return f"{rng.choice(MOBILE_HEADS)}{digits(rng, 7)}"


def landline(rng: random.Random) -> str:
    """A landline number of eleven digits: 0, 2 and nine more."""
    head = rng.choice(LANDLINE_HEADS)
    return f"{head}{rng.choice('3678')}{digits(rng, 10 - len(head))}"


def passport(rng: random.Random) -> str:
    """A letter and seven or eight digits."""
    return f"{rng.choice('BCNPKE')}{digits(rng, rng.choice([7, 7, 8]))}"


def bank(rng: random.Random) -> str:
    """An account number of 8 to 16 digits."""
    return f"{rng.randint(1, 9)}{digits(rng, rng.choice([8, 9, 11, 12, 13]))}"


def _plain(number: str) -> str:
    return number


def _by(sizes: tuple[int, ...], mark: str) -> Callable[[str], str]:
    return lambda number: cut(number, sizes, mark)


def _abroad(number: str) -> str:
    return f"+84{number[1:]}"


def _head(number: str) -> int:
    return 3 if number.startswith(("024", "028")) else 4


def _bracketed(number: str, mark: str) -> str:
    size = _head(number)
    return f"({number[:size]}) {cut(number[size:], (4,), mark)}"


Writing = tuple[str, Callable[[str], str]]
WRITINGS: dict[str, list[Writing]] = {
    "cccd": [
        ("plain", _plain),
        ("plain", _plain),
        ("groups-of-three", _by((3, 3, 3), " ")),
        ("dots-of-three", _by((3, 3, 3), ".")),
        ("groups-3-3-6", _by((3, 3), " ")),
        ("groups-of-four", _by((4, 4), " ")),
        ("dashes", _by((3, 1, 2), "-")),
        ("single-digits", _by((1,) * 11, " ")),
        ("wrapped", _by((7,), "\n")),
    ],
    "cmnd": [
        ("plain", _plain),
        ("plain", _plain),
        ("groups-of-three", _by((3, 3), " ")),
        ("dots-of-three", _by((3, 3), ".")),
        ("groups-2-3-4", _by((2, 3), " ")),
        ("dashes", _by((3, 3), "-")),
        ("single-digits", _by((1,) * 8, " ")),
    ],
    "bhxh": [
        ("plain", _plain),
        ("plain", _plain),
        ("groups-2-2-6", _by((2, 2), " ")),
        ("dots", _by((4, 3), ".")),
        ("groups-4-3-3", _by((4, 3), " ")),
        ("dashes", _by((2, 2, 2, 2), "-")),
        ("single-digits", _by((1,) * 9, " ")),
    ],
    "bhyt": [
        ("plain", _plain),
        ("plain", _plain),
        ("card-print", _by((2, 1, 2, 2, 3), " ")),
        ("card-five-groups", _by((3, 2, 3, 3), " ")),
        ("dashes", _by((2, 1, 2), "-")),
        ("dots", _by((3, 2, 5), ".")),
        ("letters-apart", _by((2,), " ")),
        ("small-letters", str.lower),
    ],
    "tax": [
        ("plain", _plain),
        ("plain", _plain),
        ("groups-of-three", _by((4, 3), " ")),
        ("dots", _by((3, 3), ".")),
        ("dashes", _by((2, 4), "-")),
        ("groups-of-two", _by((2, 2, 2, 2), " ")),
    ],
    "mobile": [
        ("plain", _plain),
        ("plain", _plain),
        ("dots", _by((4, 3), ".")),
        ("groups-4-3-3", _by((4, 3), " ")),
        ("groups-3-3-4", _by((3, 3), " ")),
        ("dashes", _by((4, 3), "-")),
        ("groups-of-two", _by((4, 2, 2), " ")),
        ("bracketed-head", lambda number: f"({number[:3]}) {number[3:6]} {number[6:]}"),
        ("plus-84", _abroad),
        ("plus-84-groups", lambda number: f"+84 {cut(number[1:], (3, 3), ' ')}"),
        ("plus-84-bracket", lambda number: f"(+84) {cut(number[1:], (3, 3), '.')}"),
        ("wrapped", _by((4,), "\n")),
    ],
    "landline": [
        ("plain", _plain),
        ("dots", lambda number: cut(number, (_head(number), 4), ".")),
        ("groups", lambda number: cut(number, (_head(number), 4), " ")),
        ("bracketed-head", lambda number: _bracketed(number, "")),
        ("bracketed-dots", lambda number: _bracketed(number, ".")),
        ("bracketed-groups", lambda number: _bracketed(number, " ")),
        ("dashes", lambda number: cut(number, (_head(number), 4), "-")),
        ("plus-84", lambda number: f"+84 {cut(number[1:], (_head(number) - 1, 4), ' ')}"),
        ("head-dash", lambda number: cut(number, (_head(number),), "-")),
    ],
    "passport": [
        ("plain", _plain),
        ("plain", _plain),
        ("letter-apart", _by((1,), " ")),
        ("groups", _by((1, 3), " ")),
        ("small-letter", str.lower),
    ],
    "bank": [
        ("plain", _plain),
        ("plain", _plain),
        ("groups-of-four", _by((4, 4), " ")),
        ("groups-of-three", _by((3, 3), " ")),
        ("dots", _by((4, 3), ".")),
        ("dashes", _by((4, 4), "-")),
    ],
}
MAKERS: dict[str, Callable[[random.Random], str]] = {
    "cccd": cccd,
    "cmnd": cmnd,
    "bhxh": ten,
    "bhyt": bhyt,
    "tax": tax,
    "mobile": mobile,
    "landline": landline,
    "passport": passport,
    "bank": bank,
}


def plate(rng: random.Random) -> tuple[str, str]:
    """A number plate as one of its readers writes it, with the habit."""
    town, letter = str(rng.randint(11, 99)), rng.choice(PLATE_LETTERS)
    five, four = digits(rng, 5), digits(rng, 4)
    second = rng.choice("123456789")
    forms = {
        "car-dotted": f"{town}{letter}-{five[:3]}.{five[3:]}",
        "car-plain": f"{town}{letter}{five}",
        "car-spaced": f"{town}{letter} {five[:3]}.{five[3:]}",
        "car-apart": f"{town} {letter} {five}",
        "car-dash": f"{town}{letter}-{five}",
        "motorbike": f"{town}-{letter}{second} {five[:3]}.{five[3:]}",
        "motorbike-run-in": f"{town}{letter}{second}{five}",
        "motorbike-dash": f"{town}{letter}{second}-{five[:3]}.{five[3:]}",
        "motorbike-old": f"{town}{letter}{second}-{four}",
        "motorbike-two-letters": f"{town}A{letter}-{five[:3]}.{five[3:]}",
        "car-old": f"{town}{letter}-{four}",
        "two-lines": f"{town}-{letter}{second}\n{five[:3]}.{five[3:]}",
        "small-letters": f"{town}{letter.lower()}-{five[:3]}.{five[3:]}",
    }
    habit = rng.choice(sorted(forms))
    return habit, forms[habit]
