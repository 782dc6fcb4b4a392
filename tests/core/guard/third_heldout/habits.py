"""How whole lines are written: each habit changes the text before, the thing and the text after."""

import random
import re
import unicodedata
from collections.abc import Callable

Parts = tuple[str, str, str]
Habit = Callable[[random.Random, Parts], Parts]
_WIDE = {ord(digit): ord("０") + int(digit) for digit in "0123456789"}


def without_tones(text: str) -> str:
    """The text as typed without any mark."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _each(change: Callable[[str], str]) -> Habit:
    return lambda _rng, parts: (change(parts[0]), change(parts[1]), change(parts[2]))


def _thing(change: Callable[[str], str]) -> Habit:
    return lambda _rng, parts: (parts[0], change(parts[1]), parts[2])


def _around(change: Callable[[str], str]) -> Habit:
    return lambda _rng, parts: (change(parts[0]), parts[1], change(parts[2]))


def _inside(mark: str) -> Callable[[str], str]:
    def change(thing: str) -> str:
        middle = len(thing) // 2
        return f"{thing[:middle]}{mark}{thing[middle:]}"

    return change


def _bulleted(rng: random.Random, parts: Parts) -> Parts:
    return rng.choice(["- ", "+ ", "a) ", "• ", "* ", "1. ", "– "]) + parts[0], parts[1], parts[2]


def _wrapped_in(marks: list[tuple[str, str]]) -> Habit:
    def change(rng: random.Random, parts: Parts) -> Parts:
        opening, closing = rng.choice(marks)
        return parts[0] + opening, parts[1], closing + parts[2]

    return change


def _joined(mark: str) -> Habit:
    return lambda _rng, parts: (parts[0].rstrip(" :") + mark, parts[1], parts[2])


def _form_dots(rng: random.Random, parts: Parts) -> Parts:
    mark = rng.choice([".....", "……", "..........", "____"])
    return f"{parts[0].rstrip(' :')}: {mark}", parts[1], mark + parts[2]


def _loose_commas(text: str) -> str:
    return text.replace(", ", " ,").replace(". ", " . ")


LINE_HABITS: dict[str, Habit] = {
    "as-is": lambda _rng, parts: parts,
    "capitals": _each(str.upper),
    "no-tones": _each(without_tones),
    "nfd": _each(lambda text: unicodedata.normalize("NFD", text)),
    "full-width-digits": _thing(lambda thing: thing.translate(_WIDE)),
    "no-break-spaces": _each(lambda text: text.replace(" ", "\u00a0")),
    "zero-width-inside": _thing(_inside("\u200b")),
    "soft-hyphen-inside": _thing(_inside("\u00ad")),
    "bulleted": _bulleted,
    "double-spaces": _around(lambda text: text.replace(" ", "  ")),
    "quoted": _wrapped_in([("“", "”"), ('"', '"'), ("«", "»")]),
    "bracketed": _wrapped_in([("(", ")"), ("[", "]"), ("<", ">")]),
    "form-dots": _form_dots,
    "broken-line": _joined("\n"),
    "tabbed": _joined("\t"),
    "loose-commas": _around(_loose_commas),
    "word-hyphens": _thing(lambda thing: thing.replace("-", "\u2011")),
    "all-small": _around(str.lower),
}
LABELLED_HABITS: dict[str, Habit] = {
    "colon": _joined(": "),
    "tight-colon": _joined(":"),
    "loose-colon": _joined(" : "),
    "dash": _joined(" - "),
    "run-in": _joined(""),
    "equals": _joined(" = "),
    "label-on-own-line": _joined(":\n"),
}

_WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_LOOKS = {"0": "O", "1": "l", "5": "S", "8": "B"}
_CYRILLIC = {"0": "О", "3": "З", "4": "Ч", "6": "б"}


def _in_words(thing: str) -> str:
    return " ".join(_WORDS[int(mark)] if mark.isdigit() else mark for mark in thing)


def _half_words(thing: str) -> str:
    return "".join(
        f" {_WORDS[int(mark)]} " if mark.isdigit() and at % 2 else mark
        for at, mark in enumerate(thing)
    ).strip()


def _two_pieces(thing: str) -> str:
    middle = len(thing) // 2
    return f"{thing[:middle]} (phần đầu), phần sau {thing[middle:]}"


DODGES: dict[str, Callable[[str], str]] = {
    "dodge-letters": lambda thing: "".join(_LOOKS.get(mark, mark) for mark in thing),
    "dodge-zero-letter": lambda thing: thing.replace("0", "o"),
    "dodge-cyrillic": lambda thing: "".join(_CYRILLIC.get(mark, mark) for mark in thing),
    "dodge-words": _in_words,
    "dodge-words-no-tones": lambda thing: without_tones(_in_words(thing)),
    "dodge-half-words": _half_words,
    "dodge-two-pieces": _two_pieces,
    "dodge-underscores": "_".join,
    "dodge-stars": "*".join,
    "dodge-slashes": "/".join,
    "dodge-noise": lambda thing: "x".join(re.findall(".{1,3}", thing)),
    "dodge-backwards": lambda thing: thing[::-1],
    "dodge-plus-signs": " + ".join,
    "dodge-keycaps": lambda thing: "".join(
        f"{mark}\ufe0f\u20e3" if mark.isdigit() else mark for mark in thing
    ),
}
