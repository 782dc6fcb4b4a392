"""The writing habits: how a clerk types a label, a value and the line around them."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from . import spelling as sp
from .marks import CLOSE, OPEN, without_marks

LineTurn = Callable[[str, Random], str]
JOINERS = (": ", " ", ": ", " số ", ":", " : ", " - ", " là ")
NUMBERS = frozenset(
    ["cccd", "cmnd", "bhxh", "tax", "bhyt", "mobile", "mobile9", "landline", "bank"]
)
STRUCTURED = NUMBERS | {"plate", "passport"}
PURE = frozenset(["cccd", "cmnd", "mobile", "bank"])
EVERY = STRUCTURED | {"mail", "address"}
DODGES = frozenset({"letters_for_digits", "words_for_digits", "fancy_digits"})
BEYOND_TABLE = frozenset({"excel_lost_zero", "label_after"})


@dataclass(frozen=True)
class Habit:
    """One way of typing; ``label`` is normal, typo, bare_joint, after, upper or none."""

    name: str
    kinds: frozenset[str]
    spell: sp.Speller = sp.plain
    label: str = "normal"
    turn: LineTurn | None = None


def _upper(line: str, _rng: Random) -> str:
    return line.upper()


def _lower(line: str, _rng: Random) -> str:
    return line.lower()


def _unmarked(line: str, _rng: Random) -> str:
    return without_marks(line)


def _unmarked_lower(line: str, _rng: Random) -> str:
    return without_marks(line).lower()


def _decomposed(line: str, _rng: Random) -> str:
    return unicodedata.normalize("NFD", line)


def _chat(line: str, rng: Random) -> str:
    who = rng.choice(("Hùng CA xã", "Lan VP", "Zalo Mặt trận", "anh Tư thôn 5", "Kế toán Thu"))
    stamp = f"{rng.randint(6, 22)}:{rng.randint(10, 59)}"
    text = line.replace("đồng chí", "đ/c").replace("không", "ko").replace("được", "dc")
    head = rng.choice((f"[{stamp}, 12/9/2026] {who}: ", f"{who}\n{stamp}\n", f"{who} {stamp}: "))
    return head + text + rng.choice((" ạ", " nhé ", " 👍", " e cảm ơn", " @All"))


def _cell_row(mark: str) -> LineTurn:
    def turn(line: str, rng: Random) -> str:
        before, rest = line.split(OPEN)
        value, after = rest.split(CLOSE)
        tail = rng.choice(("đã nhận", "xã", "", "ký thay", "1.000.000"))
        return (
            f"{rng.randint(1, 90)}{mark}{before}{mark}{OPEN}{value}{CLOSE}{mark}{after}{mark}{tail}"
        )

    return turn


def _csv_row(line: str, rng: Random) -> str:
    before, rest = line.split(OPEN)
    value, after = rest.split(CLOSE)
    return f'{rng.randint(1, 90)};"{before.strip()}";"{OPEN}{value}{CLOSE}";"{after.strip()}"'


def _around(left: str, right: str) -> LineTurn:
    def turn(line: str, _rng: Random) -> str:
        return line.replace(OPEN, f"{left}{OPEN}").replace(CLOSE, f"{CLOSE}{right}")

    return turn


def _brackets(line: str, rng: Random) -> str:
    left, right = rng.choice(("()", "[]", "{}", "<>", "“”", "«»", '""'))
    return _around(left, right)(line, rng)


def _chat_bold(line: str, rng: Random) -> str:
    mark = rng.choice(("*", "**", "_", "~"))
    return _around(mark, mark)(line, rng)


def _glued_tail(line: str, rng: Random) -> str:
    tail = rng.choice(("(Zalo)", "(bác Ba)", "/gặp vợ", ",ghi rõ", ";", "...", "!", "(mới)"))
    return _around("", tail)(line, rng)


def _blank_runs(line: str, rng: Random) -> str:
    return line.replace(" ", rng.choice(("  ", "\u00a0", " \u00a0")))


def _bullet(line: str, rng: Random) -> str:
    return rng.choice(("• ", "- ", "+ ", "\u2013 ", "\t- ", "a) ", "→ ")) + line


HABITS = (
    Habit("plain", EVERY),
    Habit("space_groups", STRUCTURED, sp.joined_by(" ")),
    Habit("dot_groups", STRUCTURED, sp.joined_by(".")),
    Habit("dash_groups", STRUCTURED, sp.joined_by("-", " - ")),
    Habit("nbsp_groups", STRUCTURED, sp.joined_by("\u00a0", "\u202f", "\u2009")),
    Habit("typographic_dashes", STRUCTURED, sp.joined_by("\u2011", "\u2013", " \u2013 ")),
    Habit("mixed_marks", STRUCTURED, sp.mixed_marks),
    Habit("compact", STRUCTURED, sp.compact),
    Habit("spaced_out", STRUCTURED, sp.spaced_out),
    Habit(
        "zero_width", STRUCTURED | {"mail"}, sp.sprinkled("\u200b", "\u200c", "\u2060", "\ufeff")
    ),
    Habit("soft_hyphen", STRUCTURED, sp.sprinkled("\u00ad")),
    Habit("full_width", STRUCTURED | {"mail"}, sp.full_width),
    Habit("broken_over_line", STRUCTURED, sp.broken),
    Habit("excel_apostrophe", NUMBERS, sp.excel_text),
    Habit("excel_lost_zero", frozenset({"cccd", "bhxh"}), sp.lost_zero, "own"),
    Habit("country_code", frozenset({"mobile", "landline"}), sp.country_code),
    Habit("area_in_brackets", frozenset({"landline"}), sp.bracketed_area),
    Habit("small_letters", frozenset({"plate", "bhyt", "passport"}), sp.lower),
    Habit("letters_for_digits", PURE, sp.look_alikes),
    Habit("words_for_digits", PURE, sp.in_words),
    Habit("fancy_digits", PURE, sp.fancy),
    Habit("label_typo", STRUCTURED | {"mail"}, label="typo"),
    Habit("label_glued", STRUCTURED, label="glued"),
    Habit("label_after", STRUCTURED, label="after"),
    Habit("label_upper_unmarked", STRUCTURED, label="upper"),
    Habit("label_colon_blank", STRUCTURED, label="wide"),
    Habit(
        "no_label", frozenset(["cccd", "bhyt", "mobile", "landline", "plate", "mail"]), label="none"
    ),
    Habit("no_tone_marks", EVERY, turn=_unmarked),
    Habit("no_tone_marks_small", EVERY, turn=_unmarked_lower),
    Habit("capitals", EVERY, turn=_upper),
    Habit("small_line", EVERY, turn=_lower),
    Habit("decomposed_marks", EVERY, turn=_decomposed),
    Habit("chat_copy", EVERY, turn=_chat),
    Habit("tab_cells", EVERY, turn=_cell_row("\t")),
    Habit("pipe_cells", EVERY, turn=_cell_row(" | ")),
    Habit("csv_cells", EVERY, turn=_csv_row),
    Habit("in_brackets", EVERY, turn=_brackets),
    Habit("chat_bold", EVERY, turn=_chat_bold),
    Habit("glued_tail", EVERY, turn=_glued_tail),
    Habit("word_blanks", EVERY, turn=_blank_runs),
    Habit("bullet", EVERY, turn=_bullet),
)


def habits_of(kind: str) -> list[Habit]:
    """Return the habits that make sense for a kind."""
    return [habit for habit in HABITS if kind in habit.kinds]
