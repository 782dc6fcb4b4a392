"""How people write names of areas: many spellings of one place, with tables of their own.

A chain is a place and those around it, the narrowest first, each (type, name). A spelling turns a
chain into a text; None where it changes nothing of this place. The resolver's words are not used
here.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

Chain = tuple[tuple[str, str], ...]
Writing = Callable[[Chain], str | None]

TONES = "\u0300\u0301\u0303\u0309\u0323"
DOTTED = {
    "xã": "X.", "phường": "P.", "thị trấn": "TT.", "đặc khu": "ĐK.", "quận": "Q.", "huyện": "H.",
    "thị xã": "TX.", "thành phố": "TP.", "tỉnh": "T.",
}  # fmt: skip
SPELLED_APART = {
    "xã": "x.", "phường": "F.", "thị trấn": "T.T", "đặc khu": "đ.khu", "quận": "q.", "huyện": "h.",
    "thị xã": "T.X", "thành phố": "T.P", "tỉnh": "t.",
}  # fmt: skip
NUMERALS = {
    "1": "I", "2": "II", "3": "III", "4": "IV", "5": "V", "6": "VI", "7": "VII", "8": "VIII",
    "9": "IX", "10": "X", "11": "XI", "12": "XII", "13": "XIII", "14": "XIV", "15": "XV",
}  # fmt: skip
BODIES = {
    "UBND": "ubnd", "Ủy ban nhân dân": "ubnd", "Công an": "ca", "CA": "ca", "HĐND": "hdnd",
    "Hội Nông dân": "hnd", "Hội Liên hiệp Phụ nữ": "hlhpn", "Ban Chỉ đạo 138": "bcd138",
    "Ủy ban MTTQ Việt Nam": "mttq", "Hội Cựu chiến binh": "hccb",
}  # fmt: skip
LEAD_INS = ("tại", "trên địa bàn", "đoàn công tác của", "Hội nghị sơ kết tại")


def nfd(text: str) -> str:
    """Letters and marks apart."""
    return unicodedata.normalize("NFD", text)


def nfc(text: str) -> str:
    """Letters and marks in one."""
    return unicodedata.normalize("NFC", text)


def unmarked(text: str) -> str:
    """As typed on a machine without Vietnamese letters."""
    bare = "".join(sign for sign in nfd(text) if not unicodedata.combining(sign))
    return bare.replace("đ", "d").replace("Đ", "D")


def toneless(text: str) -> str:
    """Letters right, tones forgotten: "Quang Ngai" but "Đăk"."""
    return nfc("".join(sign for sign in nfd(text) if sign not in TONES))


def same_spelling(text: str) -> str:
    """A key equal for texts that nobody would call different: tones, i/y, blanks, apostrophes."""
    return " ".join(map(_same_word, re.findall(r"\w+", nfc(text).replace("'", ""))))


@cache
def _same_word(word: str) -> str:
    signs = nfd(word.casefold())
    letters = nfc("".join(sign for sign in signs if sign not in TONES))
    tones = "".join(sign for sign in signs if sign in TONES)
    if unmarked(letters) in ("dak", "lak", "krong"):
        letters, tones = unmarked(letters), ""
    return re.sub(r"(?<=[^aeiouăâêôơư])y$|(?<=qu)y$", "i", letters) + tones


def full(chain: Chain, between: str = ", ") -> str:
    """Every place with its type: "Xã Đăk Hà, Tỉnh Quảng Ngãi"."""
    return between.join(f"{kind[:1].upper()}{kind[1:]} {name}" for kind, name in chain)


def plain(chain: Chain) -> str:
    """The usual way in running text: types in small letters."""
    return ", ".join(f"{kind} {name}" for kind, name in chain)


Spelling = tuple[str, Writing]
"""A name for reports, and the spelling itself."""

LOSSY = frozenset(
    [
        "without marks", "without marks, capitals", "without tones", "d for đ",
        "abbreviated, without marks", "only the first has a type",
    ]
)  # fmt: skip
"""Spellings in which marks or types get lost, so that two places may come out alike."""


def spellings() -> Iterator[Spelling]:
    """Every spelling of a place."""
    yield "as in papers", plain
    yield "types with capitals", full
    yield "all capitals", lambda chain: full(chain).upper()
    yield "all small", lambda chain: full(chain).lower()
    yield "marks apart (NFD)", lambda chain: nfd(full(chain))
    yield "tone on the first vowel", _changed(lambda text: _tone_on(text, first=True))
    yield "tone on the second vowel", _changed(lambda text: _tone_on(text, first=False))
    yield "without marks", lambda chain: unmarked(plain(chain))
    yield "without marks, capitals", lambda chain: unmarked(full(chain)).upper()
    yield "without tones", _changed(toneless)
    yield "d for đ", _changed(lambda text: text.replace("Đ", "D"))
    yield "i for y", _changed(lambda text: _swapped(text, "yỳýỷỹỵ", "iìíỉĩị"))
    yield "y for i", _changed(lambda text: _swapped(text, "iìíỉĩị", "yỳýỷỹỵ"))
    yield from _abbreviations()
    yield from _separators()
    yield from _spacings()
    yield from _signs()
    yield "other numerals", _other_numerals
    yield "noughts before numbers", _noughts
    yield "the widest first", lambda chain: plain(chain[::-1]) if len(chain) > 1 else None
    yield "the widest first, hyphens", _widest_first_with_hyphens
    yield "only the first has a type", _first_typed
    for words in LEAD_INS:
        yield f"after “{words}”", lambda chain, words=words: f"{words} {plain(chain)}"
    yield "in a village", _in_a_village
    yield "a year behind", lambda chain: f"{plain(chain)} năm 2026"
    yield "words behind", _words_behind


def body_spellings() -> Iterator[Spelling]:
    """The kind of a body and a text that names such a body of the place."""
    for words, kind in BODIES.items():
        yield kind, lambda chain, words=words: f"{words} {plain(chain)}"
        yield kind, lambda chain, words=words: f"{words} {plain(chain)}".upper()
        yield kind, lambda chain, words=words: f"{words} {_with_types(chain, DOTTED, '')}"


def _abbreviations() -> Iterator[Spelling]:
    yield "abbreviated", lambda chain: _with_types(chain, DOTTED, " ")
    yield "abbreviated, no blank", lambda chain: _with_types(chain, DOTTED, "")
    yield "abbreviated, no point", lambda chain: _with_types(chain, DOTTED, " ").replace(".", "")
    yield "abbreviated, small", lambda chain: _with_types(chain, DOTTED, "").lower()
    yield "abbreviated, apart", lambda chain: _with_types(chain, SPELLED_APART, " ")
    yield "abbreviated, without marks", lambda chain: unmarked(_with_types(chain, DOTTED, " "))
    yield "abbreviated, no commas", lambda chain: _with_types(chain, DOTTED, "").replace(",", "")


def _separators() -> Iterator[Spelling]:
    betweens = (" - ", " – ", "-", ",", " ", " , ", "; ", " thuộc ", ", thuộc ", " của ", "\n", "/")
    for between in betweens:
        yield f"between: {between!r}", lambda chain, b=between: _joined(chain, b)
    yield (
        "in brackets",
        lambda chain: f"{plain(chain[:1])} ({plain(chain[1:])})" if len(chain) > 1 else None,
    )


def _spacings() -> Iterator[Spelling]:
    yield "two blanks", lambda chain: plain(chain).replace(" ", "  ")
    yield "hard blanks", lambda chain: plain(chain).replace(" ", "\u00a0")
    yield "tabs and line ends", lambda chain: "\t" + plain(chain).replace(" ", "\t") + "\r\n"
    yield "names run together", _run_together(kept=" ")
    yield "type run into the name", _run_together(kept="")
    yield "small, type run into the name", lambda chain: (
        None if chain[0][1][:1].isdigit() or " " in chain[0][0]
        else ", ".join(f"{kind.replace(' ', '')}{name}" for kind, name in chain).lower()
    )  # fmt: skip


def _signs() -> Iterator[Spelling]:
    for sign in ("’", "`", "ʼ", "´", "", " ", "‘"):
        yield f"apostrophe {sign!r}", _changed(lambda text, s=sign: text.replace("'", s))
    for sign in ("-", " ", " – ", "−"):
        yield f"hyphen {sign!r}", _changed(lambda text, s=sign: text.replace(" - ", s))
    yield "point behind", lambda chain: plain(chain) + "."
    yield "quoted", lambda chain: f"“{plain(chain)}”"
    yield "zero-width signs", lambda chain: "\ufeff" + "\u200b".join(re.split("( )", plain(chain)))
    yield "another Đ", _changed(lambda text: text.replace("Đ", "Ð").replace("đ", "ð"))


def _with_types(chain: Chain, table: dict[str, str], between: str) -> str:
    return ", ".join(f"{table[kind]}{between}{name}" for kind, name in chain)


def _joined(chain: Chain, between: str) -> str | None:
    return full(chain, between) if len(chain) > 1 else None


def _widest_first_with_hyphens(chain: Chain) -> str | None:
    return _joined(chain[::-1], " - ")


def _first_typed(chain: Chain) -> str | None:
    if len(chain) == 1 or any(name.isdigit() for _, name in chain[1:]):
        return None
    return ", ".join([plain(chain[:1]), *(name for _, name in chain[1:])])


def _run_together(kept: str) -> Writing:
    def write(chain: Chain) -> str:
        return ", ".join(
            f"{kind}{kept}{name.replace(' - ', '-').title().replace(' ', '')}"
            for kind, name in chain
        )

    return write


def _changed(change: Callable[[str], str]) -> Writing:
    """Of names only, and only where something changes."""

    def write(chain: Chain) -> str | None:
        changed = tuple((kind, nfc(change(nfc(name)))) for kind, name in chain)
        return plain(changed) if changed != chain else None

    return write


def _tone_on(text: str, *, first: bool) -> str:
    def move(match: re.Match[str]) -> str:
        signs = nfd(match[0])
        tone = next((sign for sign in signs if sign in TONES), "")
        one, other = "".join(sign for sign in signs if sign not in TONES)
        return nfc(one + tone + other if first else one + other + tone)

    # oa, oe, uy that end a word; "qu" is a consonant.
    open_pair = r"(?<![qQ])(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])(?!\w)"
    return re.sub(open_pair, move, text, flags=re.IGNORECASE)


def _swapped(text: str, old: str, new: str) -> str:
    """Final i or y after a consonant or qu: "Mỹ" and "Mĩ"."""
    pattern = rf"(?<=[hklmstHKLMST])[{old}](?!\w)|(?<=[qQ]u)[{old}](?!\w)"
    return re.sub(pattern, lambda match: new[old.index(match[0])], text)


def _other_numerals(chain: Chain) -> str | None:
    """Arabic for Roman and Roman for Arabic, of a number that ends a name."""
    arabic = {roman: number for number, roman in NUMERALS.items()}

    def other(name: str) -> str:
        *before, last = name.split(" ")
        return " ".join([*before, NUMERALS.get(last) or arabic.get(last) or last])

    changed = ((chain[0][0], other(chain[0][1])), *chain[1:])
    return plain(changed) if changed != chain else None


def _noughts(chain: Chain) -> str | None:
    changed = tuple((kind, re.sub(r"^(\d)$", r"0\1", name)) for kind, name in chain)
    return plain(changed) if changed != chain else None


def _in_a_village(chain: Chain) -> str | None:
    is_commune = chain[0][0] in ("xã", "phường", "thị trấn", "đặc khu")
    return f"thôn 3, {plain(chain)}" if is_commune else None


def _words_behind(chain: Chain) -> str | None:
    """Only after a name, whose capital tells it from the words."""
    return None if chain[-1][1].isdigit() else f"{plain(chain)} đã ban hành kế hoạch"
