"""Vietnamese text: one normal form, folding for search, equality of names, order, numerals.

Pure: no Django. Folding finds candidates; where two official names fold to one key, the accented
form decides (``same_name``).
"""

import re
import unicodedata

# Đ has look-alikes: the Icelandic eth (U+00D0, U+00F0) and the African D (U+0189, U+0256).
_D_LOOK_ALIKES = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_D_FOLD = str.maketrans("đðɖ", "ddd")
_ODD_SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ODD_HYPHENS = "\u2010\u2011\u2043\u2212\ufe63\uff0d"
_ZERO_WIDTH = "\u00ad\u034f\u115f\u1160\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = "".join(map(chr, [*range(9), *range(14, 32), *range(127, 133), *range(134, 160)]))
_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_TIDY: dict[int, int | str | None] = (
    {ord(c): " " for c in _ODD_SPACES}
    | {ord(c): "-" for c in _ODD_HYPHENS}
    | {ord(c): None for c in _ZERO_WIDTH + _BIDI + _CONTROLS}
    | _D_LOOK_ALIKES
)
_SURROGATES = re.compile("[\ud800-\udfff]")

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_ALPHABET = {
    "ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1",
}  # fmt: skip
_OLD_PLACEMENT = re.compile(
    r"([òóỏõọ](?=[aeAE](?![^\W\d_]))|[ùúủũụ](?=[yY](?![^\W\d_])))(\w)", re.IGNORECASE
)
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"


def nfc(text: str) -> str:
    """The text in Unicode normal form C, the only form we store."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The text without case, tone marks and letter marks, đ as d: the key of every search."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in bare if unicodedata.category(c) != "Mn").translate(_D_FOLD)


def fold_keep_length(text: str) -> str:
    """Fold letter by letter, as long as ``nfc(text)``, so that offsets stay true."""
    return "".join((fold(c) or c)[0] for c in nfc(text))


def tidy(text: str) -> str:
    """Text as we store it: NFC, plain spaces and hyphens, ``\\n`` line ends, the real Đ.

    Zero-width, bidirectional and control characters and lone surrogates are taken out: they show
    nothing and hide things. En and em dashes stay.
    """
    lines = _LINE_ENDS.sub("\n", _SURROGATES.sub("", text))
    return nfc(lines.translate(_TIDY))


def tidy_line(text: str) -> str:
    """Tidy text on one line: runs of white space become one space, none at the ends."""
    return " ".join(tidy(text).split())


def one_tone_placement(text: str) -> str:
    """Write open oa, oe, uy with the tone on the second vowel (hòa → hoà, thủy → thuỷ)."""
    return _OLD_PLACEMENT.sub(_move_tone, nfc(text))


def _move_tone(match: re.Match[str]) -> str:
    marked = unicodedata.normalize("NFD", match[1])
    return marked[0] + nfc(match[2] + marked[1:])


def name_key(text: str) -> str:
    """The key under which two spellings of one official name are equal; tones are kept."""
    return one_tone_placement(tidy_line(text).casefold())


def same_name(a: str, b: str) -> bool:
    """Whether two names are the same apart from case, spacing and tone placement."""
    return name_key(a) == name_key(b)


def sort_key(text: str) -> str:
    """An ASCII string whose plain order is the Vietnamese alphabetical order.

    Letters first (a ă â b c d đ …), then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then lower
    case before capitals; numbers by value. Stored in a column, it needs the collation "C".
    """
    letters: list[str] = []
    tones: list[str] = []
    cases: list[str] = []
    for piece in re.findall(r"[0-9]+|[^\W\d_]|[^\W_]|[\W_]+", tidy_line(text)):
        if piece.isascii() and piece.isdigit():
            value = piece.lstrip("0") or "0"
            letters.append(f"{min(len(value), 99):02d}{value}")
        elif not piece.isalpha():
            letters.append(".")
        else:
            letter, tone = _letter_and_tone(piece)
            letters.append(letter)
            tones.append(str(tone))
            cases.append("1" if piece.isupper() else "0")
    return " ".join(("".join(letters), "".join(tones), "".join(cases)))


def _letter_and_tone(char: str) -> tuple[str, int]:
    bare = unicodedata.normalize("NFD", char.lower())
    tone = next((_TONES[c] for c in bare if c in _TONES), 0)
    letter = nfc("".join(c for c in bare if c not in _TONES))
    if letter in _ALPHABET:
        return _ALPHABET[letter], tone
    plain = fold(letter)
    # Letters of other scripts come after z, in the order of their code points.
    return (f"{plain[0]}0" if plain[:1].isascii() and plain else f"~{ord(char):06x}"), tone


def roman(number: int) -> str:
    """The Roman numeral of 1 to 3999; raises ``ValueError`` outside."""
    if not 1 <= number < 4000:
        message = f"no Roman numeral for {number}"
        raise ValueError(message)
    parts: list[str] = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        parts.append(sign * count)
    return "".join(parts)


def point_letter(number: int) -> str:
    """The letter of the n-th point of a clause: a b c d đ e g h i k …; after y: aa, ab, ac …"""
    if number < 1:
        message = f"points are counted from 1, not {number}"
        raise ValueError(message)
    letters = ""
    while number:
        number, index = divmod(number - 1, len(_POINT_LETTERS))
        letters = _POINT_LETTERS[index] + letters
    return letters
