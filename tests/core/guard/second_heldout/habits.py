"""How a number and its label are written: each habit turns them into a mention.

A habit gets (rng, kind, label, value) and returns the mention, or None where nobody would write
that kind so. ``label_free`` is answered by kinds whose pattern needs no word before it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from .invent import plain_letters
from .material import load


class Mention(NamedTuple):
    """A label and a number as written: the planted thing is ``value``."""

    before: str
    value: str
    after: str = ""


Habit = Callable[[Random, str, str, str], Mention | None]

_SHORT_SERIES = {"plate", "passport", "bhyt"}  # nobody spells these digit by digit
LABEL_FREE = {"cccd", "bhyt", "mobile", "landline", "plate"}
_FULL_WIDTH = {ord(a): chr(ord(a) + 0xFEE0) for a in "0123456789"}
_ARABIC = {ord(a): chr(0x0660 + int(a)) for a in "0123456789"}
_DEVANAGARI = {ord(a): chr(0x0966 + int(a)) for a in "0123456789"}
_BOLD = {ord(a): chr(0x1D7CE + int(a)) for a in "0123456789"}
_CIRCLED = {ord(a): "⓪①②③④⑤⑥⑦⑧⑨"[int(a)] for a in "0123456789"}
_SUPER = {ord(a): "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(a)] for a in "0123456789"}
_WORDS = load("wording")["digit_words"]


def _parts(rng: Random, kind: str, value: str) -> list[str]:
    """Cut a number where people pause when they write that kind."""
    if kind == "plate":
        match = re.match(r"(\d\d[A-Z]+\d?)(\d{3})(\d\d)$|(\d\d[A-Z]+)(\d+)$", value)
        return [part for part in match.groups() if part] if match else [value]
    if kind == "bhyt":
        return [value[:2], value[2], value[3:5], value[5:8], value[8:11], value[11:]]
    if kind == "passport":
        return [value[0], value[1:4], value[4:]]
    if kind in {"mobile", "landline"}:
        first = rng.choice([3, 4])
        return [value[:first], value[first:7], value[7:]]
    size = rng.choice([3, 4]) if kind in {"cccd", "bank"} else 3
    return [value[at : at + size] for at in range(0, len(value), size)]


def _grouped(mark: str) -> Habit:
    def habit(rng: Random, kind: str, label: str, value: str) -> Mention:
        return Mention(f"{label} ", mark.join(_parts(rng, kind, value)))

    return habit


def _between_all(mark: str) -> Habit:
    def habit(_rng: Random, kind: str, label: str, value: str) -> Mention | None:
        if mark == " " and kind in _SHORT_SERIES:
            return None
        return Mention(f"{label}: ", mark.join(value))

    return habit


def _once_inside(mark: str) -> Habit:
    def habit(rng: Random, _kind: str, label: str, value: str) -> Mention:
        at = rng.randint(4, len(value) - 2)
        return Mention(f"{label}: ", value[:at] + mark + value[at:])

    return habit


def _other_digits(table: dict[int, str]) -> Habit:
    def habit(_rng: Random, _kind: str, label: str, value: str) -> Mention:
        return Mention(f"{label}: ", value.translate(table))

    return habit


def _shaped(form: str) -> Habit:
    """Return a habit from a form with {label} and {value}."""
    before, after = form.split("{value}")

    def habit(_rng: Random, _kind: str, label: str, value: str) -> Mention:
        return Mention(before.format(label=label), value, after.format(label=label))

    return habit


def _label_changed(change: Callable[[str], str]) -> Habit:
    def habit(rng: Random, _kind: str, label: str, value: str) -> Mention:
        return Mention(change(label) + rng.choice([" ", ": "]), value)

    return habit


def _number_first(_rng: Random, kind: str, label: str, value: str) -> Mention | None:
    if kind not in LABEL_FREE:
        return None
    return Mention("", value, f" ({label})")


def _no_label(_rng: Random, kind: str, _label: str, value: str) -> Mention | None:
    if kind not in LABEL_FREE and kind != "cmnd":
        return None
    return Mention("", value)


def _prefix(form: str) -> Habit:
    def habit(rng: Random, kind: str, label: str, value: str) -> Mention | None:
        if kind not in {"mobile", "landline"}:
            return None
        mark = rng.choice(["", " ", "."])
        return Mention(f"{label}: ", form + mark + mark.join([value[1:4], value[4:7], value[7:]]))

    return habit


def _lost_zero(_rng: Random, kind: str, _label: str, value: str) -> Mention | None:
    """Excel lost the leading zero: promised for mobiles after SĐT only."""
    return Mention("SĐT: ", value[1:]) if kind == "mobile" else None


def _lower_value(_rng: Random, kind: str, label: str, value: str) -> Mention | None:
    if kind not in {"plate", "bhyt", "passport"}:
        return None
    return Mention(f"{label} ", value.lower())


def _two_labels(_rng: Random, kind: str, label: str, value: str) -> Mention | None:
    both = {"cccd": "CMND/CCCD", "cmnd": "Số CMND/CCCD/hộ chiếu", "mobile": "ĐT/Zalo"}
    return Mention(f"{both[kind]}: ", value) if kind in both else None


def _uneven(rng: Random, kind: str, label: str, value: str) -> Mention | None:
    if kind in _SHORT_SERIES:
        return None
    parts = _parts(rng, kind, value)
    marks = [rng.choice([" ", "  ", ".", "-", " - ", "·"]) for _ in parts[1:]] + [""]
    return Mention(f"{label} ", "".join(p + m for p, m in zip(parts, marks, strict=True)))


def _digits_as_words(_rng: Random, _kind: str, label: str, value: str) -> Mention:
    words = [_WORDS[int(x)] if x.isdigit() else x for x in value]
    return Mention(f"{label}: ", " ".join(words))


def _letters_for_digits(_rng: Random, _kind: str, label: str, value: str) -> Mention:
    return Mention(f"{label}: ", value.replace("0", "O").replace("1", "l"))


def _half_words(rng: Random, _kind: str, label: str, value: str) -> Mention:
    at = rng.randint(3, len(value) - 3)
    tail = " ".join(_WORDS[int(x)] if x.isdigit() else x for x in value[at:])
    return Mention(f"{label}: ", f"{value[:at]} {tail}")


def _keycaps(_rng: Random, _kind: str, label: str, value: str) -> Mention:
    return Mention(f"{label}: ", "".join(x + "\ufe0f\u20e3" if x.isdigit() else x for x in value))


def _words_inside(rng: Random, _kind: str, label: str, value: str) -> Mention:
    at = rng.randint(4, len(value) - 3)
    return Mention(f"{label}: ", f"{value[:at]} rồi đến {value[at:]}")


def _backwards(_rng: Random, _kind: str, label: str, value: str) -> Mention:
    return Mention(f"{label} (đọc ngược): ", value[::-1])


HABITS: dict[str, Habit] = {
    "plain": _shaped("{label} {value}"),
    "colon": _shaped("{label}: {value}"),
    "label-glued": _shaped("{label}:{value}"),
    "equals": _shaped("{label}={value}"),
    "label-dash": _shaped("{label} - {value}"),
    "is-word": _shaped("{label} là {value}"),
    "quoted": _shaped("{label}: “{value}”"),
    "brackets": _shaped("{label} ({value})"),
    "word-after": _shaped("{label} {value}(đã đối chiếu)"),
    "full-stop": _shaped("{label}: {value}. Hết"),
    "no-label": _no_label,
    "number-first": _number_first,
    "two-labels": _two_labels,
    "label-capitals": _label_changed(str.upper),
    "label-no-marks": _label_changed(plain_letters),
    "label-nfd": _label_changed(lambda label: unicodedata.normalize("NFD", label)),
    "label-wide": _label_changed(lambda label: label.replace(" ", "\u00a0")),
    "label-line-above": _shaped("{label}\n{value}"),
    "cell-tab": _shaped("{label}\t{value}\t"),
    "cell-pipe": _shaped("{label} | {value} |"),
    "dots": _grouped("."),
    "spaces": _grouped(" "),
    "dashes": _grouped("-"),
    "nbsp": _grouped("\u00a0"),
    "narrow-space": _grouped("\u202f"),
    "en-dash": _grouped("–"),
    "uneven": _uneven,
    "spaced-out": _between_all(" "),
    "zero-width": _once_inside("\u200b"),
    "joiner": _between_all("\u200d"),
    "byte-mark": _once_inside("\ufeff"),
    "soft-hyphen": _once_inside("\u00ad"),
    "bidi-mark": _once_inside("\u200f"),
    "broken-line": _once_inside("\n"),
    "full-width": _other_digits(_FULL_WIDTH),
    "arabic-digits": _other_digits(_ARABIC),
    "other-digits": _other_digits(_DEVANAGARI),
    "bold-digits": _other_digits(_BOLD),
    "circled": _other_digits(_CIRCLED),
    "superscript": _other_digits(_SUPER),
    "plus84": _prefix("+84"),
    "plus84-zero": _prefix("+84 (0)"),
    "lost-zero": _lost_zero,
    "lower-case": _lower_value,
    "dodge-0084": _prefix("0084"),
    "dodge-words": _digits_as_words,
    "dodge-letters": _letters_for_digits,
    "dodge-half-words": _half_words,
    "dodge-keycaps": _keycaps,
    "dodge-stars": _grouped("*"),
    "dodge-commas": _grouped(", "),
    "dodge-underscores": _grouped("_"),
    "dodge-words-inside": _words_inside,
    "dodge-backwards": _backwards,
    "dodge-letter-between": _grouped("x"),
}

IN_FILE_NAMES = {
    "plain": _shaped("{label}_{value}"),
    "label-dash": _shaped("{label}-{value}"),
    "no-label": _no_label,
    "dots": _grouped("."),
    "label-no-marks": _label_changed(plain_letters),
    "label-capitals": _label_changed(str.upper),
    "label-nfd": _label_changed(lambda label: unicodedata.normalize("NFD", label)),
    "spaces": _grouped(" "),
}
