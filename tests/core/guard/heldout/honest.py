"""Honest administrative lines; the guard is expected to let every one of them pass."""

import unicodedata
from collections.abc import Callable
from random import Random

from .marks import lines_of, without_marks
from .slots import filled

FILES = (
    "near_words", "figures", "references", "money", "codes", "officials",
    "public_contacts", "land_roads", "community", "schedule", "movement", "rows",
)  # fmt: skip
TURNS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "no_tone_marks": without_marks,
    "decomposed_marks": lambda line: unicodedata.normalize("NFD", line),
    "bullet": lambda line: f"- {line}",
    "plus_bullet": lambda line: f"+ {line};",
    "word_blanks": lambda line: line.replace(" ", "\u00a0"),
    "double_blanks": lambda line: line.replace(" ", "  "),
    "quoted": lambda line: f"“{line}”",
    "small_line": str.lower,
}
TURNED_SHARE = 0.3


def carriers() -> list[tuple[str, str]]:
    """Return the theme and text of every honest carrier, hand-written."""
    return [(name, line) for name in FILES for line in lines_of("honest", f"{name}.txt")]


def honest_lines(seed: int = 20261102, count: int = 21_000) -> list[dict[str, object]]:
    """Return ``count`` distinct rows ``text, expected, theme, habit``; expected is ``pass``."""
    rng = Random(seed)
    every, seen = carriers(), set()
    rows: list[dict[str, object]] = []
    turn_names = list(TURNS)
    index = 0
    while len(rows) < count:
        theme, carrier = every[index % len(every)]
        index += 1
        line, habit = filled(carrier, rng), "plain"
        if rng.random() < TURNED_SHARE:
            habit = rng.choice(turn_names)
            line = TURNS[habit](line)
        if line not in seen:
            seen.add(line)
            rows.append({"text": line, "expected": "pass", "theme": theme, "habit": habit})
    return rows


def edge_lines() -> list[dict[str, object]]:
    """Return honest lines which the letter of the table stops; no verdict is expected."""
    rows = (line.split("||") for line in lines_of("honest", "edge.txt"))
    return [{"text": text.strip(), "why": why.strip()} for text, why in rows]
