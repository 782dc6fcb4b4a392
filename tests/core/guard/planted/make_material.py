"""Write the planted texts (and, through the sibling folder, the honest papers) of the guard.

Run it by hand: ``python tests/core/guard/planted/make_material.py``. Same seed, same bytes.
No product code is imported and no word list is shared with the product: the sentences stand in
``carriers.txt`` and ``values.txt`` beside this file and in ``../honest/papers.txt``.

No number here belongs to anybody by design: identity numbers carry a birth year that no card
holder can have (1900-1909, or 2030 and later); the others have a mirrored tail (``3475743``).
"""

import json
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = 20251126
Record = dict[str, object]
Style = Callable[[str, tuple[int, ...], random.Random], str]

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
BOLD = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
SPOKEN = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
BIRTH_PLACES = [
    "001",
    "002",
    "004",
    "008",
    "010",
    "017",
    "022",
    "025",
    "031",
    "038",
    "040",
    "045",
    "046",
    "049",
    "051",
    "056",
    "062",
    "064",
    "066",
    "068",
    "072",
    "075",
    "079",
    "080",
    "084",
    "087",
    "089",
    "091",
    "092",
    "094",
    "095",
    "096",
]
MOBILE_HEADS = [
    "032",
    "033",
    "035",
    "038",
    "039",
    "052",
    "056",
    "058",
    "059",
    "070",
    "076",
    "077",
    "079",
    "081",
    "083",
    "085",
    "088",
    "089",
    "090",
    "091",
    "093",
    "094",
    "096",
    "097",
    "098",
    "099",
]


def sections(path: Path) -> dict[str, list[str]]:
    """Read a ``## name`` / one-entry-a-line file; ``\\n`` and ``\\t`` are written out."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            name = line[3:].strip()
            found[name] = []
        elif line.strip() and not line.startswith("# "):
            found[name].append(line.replace("\\n", "\n").replace("\\t", "\t"))
    return found


# ---- numbers -------------------------------------------------------------------------------


def mirrored(length: int, rng: random.Random) -> str:
    """Return a palindrome of ``length`` digits, visibly made by a machine."""
    half = "".join(rng.choice("0123456789") for _ in range((length + 1) // 2))
    return half + half[: length // 2][::-1]


def cccd(rng: random.Random) -> str:
    """Twelve digits, valid in shape, with a birth year no card holder has."""
    century = rng.choice("0123")
    year = rng.randint(0, 9) if century in "01" else rng.randint(30, 99)
    return f"{rng.choice(BIRTH_PLACES)}{century}{year:02d}{mirrored(6, rng)}"


def cccd_abroad(rng: random.Random) -> str:
    """Twelve digits whose head is a country code, not one of the 63 home codes."""
    return f"{rng.randint(101, 320)}{rng.choice('0123')}{rng.randint(30, 99)}{mirrored(6, rng)}"


def cmnd(rng: random.Random) -> str:
    """Nine digits in the shape of the old card."""
    return rng.choice("0123") + mirrored(8, rng)


def bhxh(rng: random.Random) -> str:
    """Ten digits: a province head and a mirrored tail."""
    return f"{rng.randint(1, 96):02d}{mirrored(8, rng)}"


def tax(rng: random.Random) -> str:
    """Ten digits with a right check digit."""
    while True:
        head = "8" + mirrored(8, rng)
        weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
        check = 10 - sum(int(d) * w for d, w in zip(head, weights, strict=True)) % 11
        if 0 <= check <= 9:
            return head + str(check)


def bhyt(rng: random.Random) -> str:
    """Two letters, the benefit digit 1-5, then twelve digits."""
    letters = rng.choice(
        [
            "DN",
            "HC",
            "CH",
            "HT",
            "TE",
            "HS",
            "SV",
            "GD",
            "CC",
            "QN",
            "CA",
            "DT",
            "HN",
            "GB",
            "NN",
            "XK",
        ]
    )
    return f"{letters}{rng.randint(1, 5)}{rng.randint(1, 96):02d}{mirrored(10, rng)}"


def mobile(rng: random.Random) -> str:
    """Ten digits with an operator's head and a mirrored tail."""
    return rng.choice(MOBILE_HEADS) + mirrored(7, rng)


def landline(rng: random.Random) -> str:
    """Eleven digits with an area code and a mirrored tail."""
    area = rng.choice(
        ["0203", "0204", "0210", "0225", "0236", "0255", "0260", "0269", "0274", "0292", "0296"]
    )
    if rng.random() < 0.25:
        return rng.choice(("024", "028")) + mirrored(8, rng)
    return area + mirrored(7, rng)


def bank(rng: random.Random) -> str:
    """Eight to sixteen mirrored digits."""
    return mirrored(rng.choice((8, 9, 10, 12, 13, 14, 15, 16)), rng)


# ---- writings ------------------------------------------------------------------------------


def grouped(digits: str, groups: tuple[int, ...], mark: str) -> str:
    """Cut ``digits`` into ``groups`` (the last takes the rest) and join with ``mark``."""
    parts, at = [], 0
    for size in groups[:-1]:
        parts.append(digits[at : at + size])
        at += size
    return mark.join([*parts, digits[at:]])


def joined_by(mark: str) -> Style:
    """Return the style that joins the usual groups with ``mark``."""
    return lambda d, g, _r: grouped(d, g, mark)


def odd_cut(digits: str, _groups: tuple[int, ...], rng: random.Random) -> str:
    """Cut at places nobody would expect, with mixed marks."""
    a, b = sorted(rng.sample(range(2, len(digits) - 1), 2))
    return f"{digits[:a]} {digits[a:b]}.{digits[b:]}"


def hidden_marks(digits: str, groups: tuple[int, ...], rng: random.Random) -> str:
    """Put an invisible mark between the groups, as text copied from web pages has."""
    return grouped(digits, groups, rng.choice("\u200b\u200c\u2060\u00ad\ufeff"))


COMMON: dict[str, Style] = {
    "plain": lambda d, _g, _r: d,
    "spaced": joined_by(" "),
    "dotted": joined_by("."),
    "dashed": joined_by("-"),
    "full_width": lambda d, _g, _r: d.translate(FULL_WIDTH),
    "line_break": joined_by("\n"),
    "each_digit_spaced": lambda d, _g, _r: " ".join(d),
    "no_break_space": joined_by("\u00a0"),
    "invisible_mark": hidden_marks,
    "odd_cut": odd_cut,
    "en_dash": joined_by("–"),
    "dot_space": joined_by(". "),
    "bracket_head": lambda d, g, _r: f"({d[: g[0]]}) {grouped(d[g[0] :], g[1:], ' ')}",
    "spaced_dash": joined_by(" - "),
    "underscored": joined_by("_"),
    "bold_digits": lambda d, _g, _r: d.translate(BOLD),
    "each_digit_dotted": lambda d, _g, _r: ".".join(d),
}
ABROAD: dict[str, Style] = {
    "plus84": lambda d, _g, _r: "+84" + d[1:],
    "plus84_spaced": lambda d, g, _r: "+84 " + grouped(d[1:], (g[0] - 1, *g[1:]), " "),
    "bare84": lambda d, _g, _r: "84" + d[1:],
    "bracket_plus84": lambda d, g, _r: "(+84) " + grouped(d[1:], (g[0] - 1, *g[1:]), "."),
    "plus84_bracket0": lambda d, _g, _r: f"+84(0){d[1:]}",
    "slashed": joined_by("/"),
}
SPOKEN_STYLE: dict[str, Style] = {
    "letter_o": lambda d, g, _r: grouped(d, g, " ").replace("0", "O"),
    "spoken": lambda d, _g, _r: " ".join(SPOKEN[int(c)] for c in d),
}
PLATE: dict[str, Callable[[str, str, str], str]] = {
    "dash_dot": lambda h, s, n: f"{h}{s}-{n[:3]}.{n[3:]}",
    "dash": lambda h, s, n: f"{h}{s}-{n}",
    "run": lambda h, s, n: f"{h}{s}{n}",
    "spaced": lambda h, s, n: f"{h}{s} {n[:3]} {n[3:]}",
    "lower": lambda h, s, n: f"{h}{s}-{n}".lower(),
    "split_series": lambda h, s, n: f"{h}-{s} {n[:3]}.{n[3:]}",
    "four": lambda h, s, n: f"{h}{s}-{n[0]}{n[1]}{n[1]}{n[0]}",
    "full_width": lambda h, s, n: f"{h}{s}{n}".translate(FULL_WIDTH),
    "two_lines": lambda h, s, n: f"{h}-{s}\n{n[:3]}.{n[3:]}",
    "all_spaced": lambda h, s, n: f"{h} {s} {n}",
}


def plate(name: str, rng: random.Random) -> str:
    """Return a plate in the writing ``name``, with a mirrored number."""
    head = str(rng.choice([11, 14, 29, 30, 36, 43, 51, 59, 60, 63, 76, 77, 81, 82, 86, 98]))
    series = rng.choice(["A", "C", "D", "H", "A", "K", "B1", "H1", "F2", "AA", "MĐ"])
    return PLATE[name](head, series, mirrored(5, rng))


# ---- texts ---------------------------------------------------------------------------------


def without_marks(text: str) -> str:
    """Drop the tone marks, as people in a hurry type."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


DRESS: dict[str, Callable[[str], str]] = {
    "nfd": lambda s: unicodedata.normalize("NFD", s),
    "upper": str.upper,
    "lower": str.lower,
    "unmarked": without_marks,
}


def dress_for(index: int) -> str:
    """Say in which dress the text number ``index`` of a kind goes ("" for as written)."""
    steps = ((5, 2, "nfd"), (9, 4, "upper"), (11, 6, "lower"), (13, 8, "unmarked"))
    return next((name for step, at, name in steps if index % step == at), "")


NUMBERS: dict[str, tuple[int, Callable[[random.Random], str], tuple[int, ...], str]] = {
    "cccd": (44, cccd, (3, 3, 3, 3), "block"),
    "cccd_context": (8, cccd_abroad, (4, 4, 4), "block"),
    "cmnd": (24, cmnd, (3, 3, 3), "block"),
    "cmnd_bare": (6, cmnd, (3, 3, 3), "ask"),
    "bhxh": (18, bhxh, (2, 4, 4), "block"),
    "tax": (18, tax, (4, 3, 3), "block"),
    "bhyt": (20, bhyt, (2, 1, 2, 10), "block"),
    "mobile": (66, mobile, (4, 3, 3), "block"),
    "mobile9": (12, lambda r: mobile(r)[1:], (3, 3, 3), "block"),
    "bank": (22, bank, (4, 4, 4), "block"),
    "landline": (18, landline, (4, 3, 4), "ask"),
    "passport": (
        14,
        lambda r: r.choice("BCNPEK") + mirrored(r.choice((7, 8)), r),
        (1, 4, 4),
        "ask",
    ),
}
STYLE_LIMIT = {"cmnd_bare": 2, "passport": 7, "mobile9": 6}


def number_values(kind: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield (style, value) for a kind made of digits, going round its writings."""
    count, make, groups, _ = NUMBERS[kind]
    styles = dict(COMMON)
    if kind in ("mobile", "landline"):
        styles |= ABROAD
    if kind in ("mobile", "cccd"):
        styles |= SPOKEN_STYLE
    names = list(styles)[: STYLE_LIMIT.get(kind)]
    for index in range(count):
        name = names[index % len(names)]
        cut = groups
        if kind == "mobile":
            cut = ((4, 3, 3), (3, 3, 4), (4, 2, 2, 2))[index % 3]
        yield name, styles[name](make(rng), cut, rng)


def word_values(kind: str, lines: list[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield (style, value) for addresses, headers and mail, from the hand-written values."""
    rounds = {"address": 30, "mail": 22}.get(kind, len(lines))
    for index in range(rounds):
        line = lines[index % len(lines)].replace("{d}", mirrored(4, rng))
        yield "words", re.sub("#", lambda _m: str(rng.randint(1, 48)), line)


def values_of(kind: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield (style, value) for any kind."""
    if kind in NUMBERS:
        return number_values(kind, rng)
    if kind == "plate":
        names = list(PLATE)
        return ((n, plate(n, rng)) for n in (names[i % len(names)] for i in range(26)))
    return word_values(kind, sections(HERE / "values.txt")[kind], rng)


def planted(rng: random.Random) -> Iterator[Record]:
    """Yield all planted texts in order."""
    carriers = sections(HERE / "carriers.txt")
    state = carriers.pop("state")
    for kind, lines in carriers.items():
        expected = "ask" if kind in ("mail",) else NUMBERS.get(kind, (0, 0, 0, "block"))[3]
        for index, (style, value) in enumerate(values_of(kind, rng)):
            text = lines[index % len(lines)].replace("{v}", value)
            if index % 3 == 1:
                text = f"{rng.choice(state)} {text}"
            if index % 4 == 3:
                text = f"{text}\n{rng.choice(state)}"
            dress = dress_for(index)
            if dress:
                text, value = DRESS[dress](text), DRESS[dress](value)  # noqa: PLW2901
            yield {
                "id": f"{kind}-{index + 1:03d}",
                "kind": kind,
                "text": text,
                "value": value,
                "expected": expected,
                "disguise": f"{style}+{dress}" if dress else style,
            }


def written(records: Iterator[Record]) -> str:
    """Return the records as JSON lines."""
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


def material() -> dict[Path, str]:
    """Return the two files of material and their text."""
    sys.path.insert(0, str(HERE.parent / "honest"))
    from make_papers import papers

    return {
        HERE / "texts.jsonl": written(planted(random.Random(SEED))),
        HERE.parent / "honest" / "papers.jsonl": written(papers(random.Random(SEED + 1))),
    }


if __name__ == "__main__":
    for path, text in material().items():
        path.write_text(text, "utf-8")
        sys.stdout.write(f"{path.name}: {text.count(chr(10))} lines\n")
