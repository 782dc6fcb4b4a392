"""Checks between the cells of a report, and whether a figure is plausible beside the last one.

A check is one comparison in a small closed language: codes and numbers with ``+`` and ``-``,
compared by ``<=``, ``>=``, ``=``, ``<`` or ``>``; for example ``AT05 <= AT02`` or
``PL01 = PL02 + PL03 + PL04 + PL05``. A fault is shown at the first code. A check that touches a
cell without a figure says nothing: missing is never zero. Pure: no Django.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from operator import eq, ge, gt, le, lt

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import number
from phongtrao.core.vietnamese import tidy_line
from phongtrao.reporting.cells import Cell

_OPERAND = r"(?:[A-Za-z][A-Za-z0-9_.]*|[0-9]{1,15})"
_SIDE = rf"\s*-?\s*{_OPERAND}(?:\s*[-+]\s*{_OPERAND})*\s*"
_CHECK = re.compile(rf"({_SIDE})(<=|>=|[=<>])({_SIDE})")
_SIGNED = re.compile(rf"([-+]?)\s*({_OPERAND})")
_COMPARE = {"<=": le, ">=": ge, "=": eq, "<": lt, ">": gt}
_FAULT = {
    "<=": N_("Lớn hơn %(other)s"),
    ">=": N_("Nhỏ hơn %(other)s"),
    "=": N_("Không bằng %(other)s"),
    "<": N_("Phải nhỏ hơn %(other)s"),
    ">": N_("Phải lớn hơn %(other)s"),
}
_LONGEST_CHECK = 500
_SUSPICIOUS_TIMES = 10


class Weight(StrEnum):
    """Whether a fault keeps a report from being sent, or only asks to look again."""

    BLOCK = "block"
    ASK = "ask"


@dataclass(frozen=True)
class Term:
    """One signed code or whole number of a side."""

    sign: int
    code: str = ""
    constant: int = 0


@dataclass(frozen=True)
class CellCheck:
    """A comparison between two sides; ``text`` is how its author wrote it."""

    text: str
    left: tuple[Term, ...]
    operator: str
    right: tuple[Term, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes it reads, those of the left side first."""
        return tuple(dict.fromkeys(t.code for t in (*self.left, *self.right) if t.code))


@dataclass(frozen=True)
class CellPlace:
    """How a cell is named in sentences: its name, its number on the form, its decimals."""

    name: str
    place: str = ""
    decimals: int = 0


@dataclass(frozen=True)
class CellFault:
    """A sentence to show at one cell."""

    code: str
    weight: Weight
    sentence: Sentence


def parse_check(text: str) -> CellCheck:
    """The check of a line of the language; ``InvalidInput`` says what is wrong with it."""
    shown = tidy_line(text)
    found = _CHECK.fullmatch(shown) if len(shown) <= _LONGEST_CHECK else None
    if found is None:
        raise _unreadable(shown)
    left, right = _terms(found[1]), _terms(found[3])
    if not any(term.code for term in left):
        raise _unreadable(shown)
    return CellCheck(shown, left, found[2], right)


def _terms(side: str) -> tuple[Term, ...]:
    return tuple(
        Term(-1 if sign == "-" else 1, constant=int(operand))
        if operand.isdigit()
        else Term(-1 if sign == "-" else 1, operand)
        for sign, operand in _SIGNED.findall(side)
    )


def _unreadable(shown: str) -> InvalidInput:
    return InvalidInput(
        N_(
            'Không hiểu ràng buộc "%(shown)s". Hãy ghi như "AT05 <= AT02"'
            ' hoặc "PL01 = PL02 + PL03".'
        ),
        "check.unreadable",
        shown=shown[:60],
    )


def cell_faults(
    checks: Iterable[CellCheck], cells: Mapping[str, Cell], places: Mapping[str, CellPlace]
) -> list[CellFault]:
    """The faults of the cells (by code), in the order of the checks; each blocks sending."""
    faults: list[CellFault] = []
    for check in checks:
        left = _total(check.left, cells, places)
        right = _total(check.right, cells, places)
        if left is None or right is None or _COMPARE[check.operator](left, right):
            continue
        other = _side_name(check.right, right, places)
        sentence = Sentence(_FAULT[check.operator], {"other": other})
        if len(check.left) > 1:
            sentence = Sentence(
                N_("Chưa khớp: %(check)s (%(left)s so với %(right)s)"),
                {"check": check.text, "left": _plain(left), "right": _plain(right)},
            )
        at = next(term.code for term in check.left if term.code)
        faults.append(CellFault(at, Weight.BLOCK, sentence))
    return faults


def plausibility_faults(
    code: str, cell: Cell, last: Cell | None, decimals: int, *, negative: bool = False
) -> list[CellFault]:
    """What is odd about a figure: below zero where it cannot be, or ten times that of last period.

    ``last`` is the cell of the period before; ``negative`` says that the indicator may fall below
    zero.
    """
    value = cell.figure(decimals)
    if value is None:
        return []
    if value < 0 and not negative:
        sentence = Sentence(N_("Số âm; chỉ tiêu này không nhận số âm"))
        return [CellFault(code, Weight.BLOCK, sentence)]
    before = last.figure(decimals) if last is not None else None
    if before is None or before <= 0 or value <= _SUSPICIOUS_TIMES * before:
        return []
    sentence = Sentence(
        N_("Gấp %(times)s lần kỳ trước (%(before)s); hãy xem lại, nếu đúng thì ghi chú lý do"),
        {"times": number(value / before, 1).removesuffix(",0"), "before": number(before, decimals)},
    )
    return [CellFault(code, Weight.ASK, sentence)]


def _total(
    side: Iterable[Term], cells: Mapping[str, Cell], places: Mapping[str, CellPlace]
) -> Fraction | None:
    """The sum of a side; None as soon as one of its cells has no figure."""
    total = Fraction(0)
    for term in side:
        figure: Fraction | None = Fraction(term.constant)
        if term.code:
            place = places.get(term.code)
            cell = cells.get(term.code)
            figure = cell.figure(place.decimals if place else 0) if cell else None
        if figure is None:
            return None
        total += term.sign * figure
    return total


def _side_name(
    side: tuple[Term, ...], total: Fraction, places: Mapping[str, CellPlace]
) -> Sentence:
    """How the other side is named: one cell by its name and place, several by their sum."""
    if len(side) > 1:
        shown = " ".join(_signed(term, index) for index, term in enumerate(side))
        return Sentence(N_("%(terms)s (bằng %(total)s)"), {"terms": shown, "total": _plain(total)})
    term = side[0]
    if not term.code:
        return Sentence("%(total)s", {"total": _plain(total)})
    place = places.get(term.code, CellPlace(term.code))
    name = place.name if place.name[:2].isupper() else place.name[:1].lower() + place.name[1:]
    if not place.place:
        return Sentence("%(name)s", {"name": name})
    return Sentence(N_("%(name)s ở mục %(place)s"), {"name": name, "place": place.place})


def _signed(term: Term, index: int) -> str:
    shown = term.code or str(term.constant)
    if term.sign < 0:
        return f"- {shown}" if index else f"-{shown}"
    return f"+ {shown}" if index else shown


def _plain(value: Fraction) -> str:
    """The value with as many decimals as it needs; figures of cells are decimal fractions."""
    decimals = 0
    while decimals < 6 and (value * 10**decimals).denominator != 1:
        decimals += 1
    return number(value, decimals)
