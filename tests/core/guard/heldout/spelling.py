"""How the value itself is typed: groups, separators, look-alike signs, words, lost zeros."""

import re
from collections.abc import Callable
from random import Random

Speller = Callable[[str, str, Random], str]
GROUPS: dict[str, tuple[tuple[int, ...], ...]] = {
    "cccd": ((3, 3, 3, 3), (4, 4, 4), (3, 9), (3, 1, 2, 6), (6, 6), (3, 3, 6)),
    "cmnd": ((3, 3, 3), (2, 7), (3, 6), (3, 2, 4)),
    "bhxh": ((2, 8), (4, 3, 3), (3, 3, 4), (2, 4, 4)),
    "tax": ((2, 8), (4, 3, 3), (3, 3, 4), (4, 6)),
    "bhyt": ((2, 1, 2, 10), (2, 1, 2, 3, 3, 4), (5, 10), (2, 13), (3, 2, 10)),
    "mobile": ((4, 3, 3), (3, 3, 4), (3, 4, 3), (4, 2, 2, 2), (5, 5), (4, 6)),
    "mobile9": ((3, 3, 3), (2, 3, 4), (3, 2, 2, 2), (3, 6)),
    "landline": ((4, 7), (4, 3, 4), (4, 4, 3), (4, 1, 3, 3)),
    "passport": ((1, 7), (1, 4, 4), (1, 3, 4)),
    "bank": ((4, 4, 4, 4), (3, 3, 3, 3, 3, 3), (4, 3, 3, 4, 3)),
}
WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨"
BOLD_ZERO, FULL_ZERO = 0x1D7EC, 0xFF10
_PLATE = re.compile(r"^(\d\d-?[A-Z][A-Z0-9]?)[- ]([\d.]+)$")


def pieces(kind: str, value: str, rng: Random) -> list[str]:
    """Cut a value into the groups in which people write that kind of number."""
    plate = _PLATE.match(value)
    if plate:
        tail = plate[2].replace(".", "")
        return [plate[1], tail] if rng.random() < 0.4 else [plate[1], tail[:3], tail[3:]]
    sizes = rng.choice(GROUPS[kind])
    parts, at = [], 0
    for size in sizes:
        if at < len(value):
            parts.append(value[at : at + size])
            at += size
    if at < len(value):
        parts.append(value[at:])
    return parts


def joined_by(*marks: str) -> Speller:
    """Return a speller that puts one of ``marks`` between the groups."""

    def spell(kind: str, value: str, rng: Random) -> str:
        return rng.choice(marks).join(pieces(kind, value, rng))

    return spell


def mixed_marks(kind: str, value: str, rng: Random) -> str:
    """Use a different mark at each gap, as in numbers retyped by hand."""
    parts = pieces(kind, value, rng)
    text = parts[0]
    for part in parts[1:]:
        text += rng.choice((" ", ".", "-", " - ", ". ", "–", "  ")) + part
    return text


def sprinkled(*marks: str) -> Speller:
    """Return a speller that hides invisible signs at two or three places."""

    def spell(_kind: str, value: str, rng: Random) -> str:
        signs = list(value)
        for _ in range(rng.randint(2, 3)):
            signs.insert(rng.randrange(1, len(signs)), rng.choice(marks))
        return "".join(signs)

    return spell


def spaced_out(_kind: str, value: str, _rng: Random) -> str:
    """Put a blank after every sign, as in boxed forms."""
    return " ".join(value.replace(" ", "").replace(".", ""))


def plain(_kind: str, value: str, _rng: Random) -> str:
    """Leave the value as it is."""
    return value


def compact(_kind: str, value: str, _rng: Random) -> str:
    """Drop every dot, dash and blank."""
    return re.sub(r"[\s.-]", "", value)


def lower(_kind: str, value: str, _rng: Random) -> str:
    """Type the letters small."""
    return value.lower()


def full_width(_kind: str, value: str, _rng: Random) -> str:
    """Type with an East Asian keyboard: full-width digits and letters."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in value)


def fancy(_kind: str, value: str, rng: Random) -> str:
    """Use the bold or circled digits of chat decoration apps."""
    if rng.random() < 0.5:
        return "".join(CIRCLED[int(c)] if c.isdigit() else c for c in value)
    return "".join(chr(BOLD_ZERO + int(c)) if c.isdigit() else c for c in value)


def look_alikes(_kind: str, value: str, rng: Random) -> str:
    """Type O or o for 0 and l or I for 1."""
    zero, one = rng.choice("Oo"), rng.choice("lI")
    return value.replace("0", zero).replace("1", one)


def in_words(_kind: str, value: str, rng: Random) -> str:
    """Spell the digits as words, with blanks or dashes."""
    return rng.choice((" ", "  ", "-", ", ")).join(WORDS[int(c)] for c in value)


def broken(kind: str, value: str, rng: Random) -> str:
    """Break the value over two lines at a group."""
    parts = pieces(kind, value, rng)
    return "".join(parts[:-1]) + rng.choice(("\n", "-\n", " \n")) + parts[-1]


def lost_zero(_kind: str, value: str, _rng: Random) -> str:
    """Return what Excel leaves of a number that began with one zero."""
    return value[1:].lstrip("0") if value.startswith("0") else value[1:]


def excel_text(_kind: str, value: str, _rng: Random) -> str:
    """Keep the apostrophe by which Excel users force text."""
    return f"'{value}"


def country_code(kind: str, value: str, rng: Random) -> str:
    """Write a phone with +84 in one of its usual forms."""
    rest = value[1:]
    gap = rng.choice(("", " ", "."))
    shown = gap.join(pieces("mobile9", rest, rng)) if kind == "mobile" and gap else rest
    return rng.choice(("+84", "+84 ", "(+84) ", "+84-", "+84 (0)", "84", "0084")) + shown


def bracketed_area(_kind: str, value: str, rng: Random) -> str:
    """Write a landline with its area code in brackets or behind a dot."""
    area = 3 if value[:3] in ("024", "028") else 4
    rest = value[area:]
    shown = rng.choice((rest, f"{rest[:4]}.{rest[4:]}", f"{rest[:3]} {rest[3:]}"))
    return rng.choice(("({}) {}", "{}. {}", "({}){}", "{}-{}")).format(value[:area], shown)
