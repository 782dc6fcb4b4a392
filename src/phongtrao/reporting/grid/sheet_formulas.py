"""What a formula of a form says about its rows: a sum, a difference, a share. Pure.

Only what a form of figures uses is understood: SUM and SUBTOTAL of cells of one column, ``+`` and
``-`` between them, ``a/b`` and ``a/b*100``; IF, IFERROR, IFNA and ROUND round it are taken off.
"""

import re
from dataclasses import dataclass

from openpyxl.utils import column_index_from_string

SUM, RATIO, ACROSS, FOREIGN, UNKNOWN = "sum", "ratio", "across", "foreign", "unknown"
_CELL = r"\$?([A-Z]{1,3})\$?(\d{1,7})"
_ONE = re.compile(_CELL)
_RANGE = re.compile(rf"{_CELL}(?::{_CELL})?")
_SUM = re.compile(r"(?:SUM|SUBTOTAL)\(((?:[^()]|\([^()]*\))*)\)")
_GUARD = re.compile(r"(?:IF|IFERROR|IFNA|IFS|ROUND|ROUNDUP|ROUNDDOWN|ABS|N)\((.*)\)", re.DOTALL)
_SCALE = re.compile(r"(?:\*\(?1(00+)%?\)?|%)$")
_LONGEST_RANGE = 400


@dataclass(frozen=True)
class Formula:
    """A formula by its kind; `terms` are the signed rows of a sum, or those of a numerator."""

    kind: str
    terms: tuple[tuple[int, int], ...] = ()
    divisor: tuple[tuple[int, int], ...] = ()
    factor: int = 1


def read_formula(text: str, row: int, column: int) -> Formula:
    """What the formula of the cell in this row and column says; rows are those of its column."""
    told = text.removeprefix("=").replace(" ", "").replace(";", ",").upper()
    if "!" in told or "[" in told:
        return Formula(FOREIGN)
    told = _unguarded(told)
    factor = 1
    scaled = _SCALE.search(told)
    if scaled and "/" in told:
        factor = int("1" + scaled[1]) if scaled[1] else 100
        told = told[: scaled.start()]
    parts = told.split("/")
    sides = [_side(_bare(part), column) for part in parts]
    if len(sides) > 2 or any(side is None for side in sides):
        return Formula(ACROSS if _is_across(told, row, column) else UNKNOWN)
    if len(sides) == 2:
        return Formula(RATIO, sides[0] or (), sides[1] or (), factor)
    return Formula(SUM, sides[0] or ())


def _unguarded(told: str) -> str:
    """The calculation inside IF, IFERROR or ROUND: the argument that reckons most."""
    for _depth in range(6):
        guard = _GUARD.fullmatch(told)
        if guard is None:
            return told
        arguments = _arguments(guard[1])
        if not arguments:
            return told
        choices = arguments[1:] if told.startswith(("IF(", "IFS(")) else arguments[:1]
        told = max(choices, key=lambda part: len(_ONE.findall(part)), default="")
    return told


def _arguments(text: str) -> list[str]:
    found, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            found.append(text[start:place])
            start = place + 1
    return [*found, text[start:]]


def _bare(text: str) -> str:
    while text.startswith("(") and text.endswith(")") and len(_arguments(text[1:-1])) == 1:
        inner = text[1:-1]
        if inner.count("(") != inner.count(")") or ")" in inner.partition("(")[0]:
            return text
        text = inner
    return text


def _side(text: str, column: int) -> tuple[tuple[int, int], ...] | None:
    """The signed rows of a sum within one column; None where it is anything else."""
    terms: list[tuple[int, int]] = []
    rest = text
    while rest:
        sign = -1 if rest[0] == "-" else 1
        rest = rest.lstrip("+-") if rest[0] in "+-" else rest
        summed = _SUM.match(rest)
        found = summed or _RANGE.match(rest)
        if not found:
            return None
        inside = summed[1].split(",") if summed else [found[0]]
        if summed and summed[0].startswith("SUBTOTAL"):
            inside = inside[1:]
        rows = _rows(inside, column)
        if rows is None or (found.end() < len(rest) and rest[found.end()] not in "+-"):
            return None
        terms += [(sign, row) for row in rows]
        rest = rest[found.end() :]
    return tuple(terms) or None


def _rows(ranges: list[str], column: int) -> list[int] | None:
    rows: list[int] = []
    for each in ranges:
        found = _RANGE.fullmatch(each)
        if found is None:
            return None
        first, last = int(found[2]), int(found[4] or found[2])
        letters = {found[1], found[3] or found[1]}
        if {column_index_from_string(letter) for letter in letters} != {column}:
            return None
        if not 0 <= last - first <= _LONGEST_RANGE:
            return None
        rows += range(first, last + 1)
    return rows


def _is_across(told: str, row: int, column: int) -> bool:
    """Whether it reckons with other columns of its own row: a comparison of periods."""
    cells = _ONE.findall(told)
    return bool(cells) and all(
        int(number) == row and column_index_from_string(letter) != column
        for letter, number in cells
    )
