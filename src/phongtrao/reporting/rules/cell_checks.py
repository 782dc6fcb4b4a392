"""Checks between the cells of a report, and whether a figure is plausible beside the last one.

A check is one comparison in a small closed language: codes and numbers with ``+`` and ``-``,
compared by ``<=``, ``>=``, ``=``, ``<`` or ``>``; for example ``AT05 <= AT02`` or
``PL01 = PL02 + PL03 + PL04 + PL05``. ``truoc(LL01)`` is the figure of the period before and
``cung_ky(LL01)`` that of the same period last year; ``TT02 ~50% truoc(TT02)`` lets a figure differ
by half of the other at most. A fault is shown at the first code. A check that touches a cell
without a figure says nothing: missing is never zero. Pure: no Django.
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

BEFORE, LAST_YEAR = "truoc", "cung_ky"
_CODE = r"[A-Za-z][A-Za-z0-9_.]*"
_OPERAND = rf"(?:(?:{BEFORE}|{LAST_YEAR})\({_CODE}\)|{_CODE}(?!\()|[0-9]{{1,15}})"
_SIDE = rf"\s*-?\s*{_OPERAND}(?:\s*[-+]\s*{_OPERAND})*\s*"
_CHECK = re.compile(rf"({_SIDE})(<=|>=|[=<>]|~\s*[1-9]\d{{0,3}}\s*%)({_SIDE})")
_SIGNED = re.compile(rf"([-+]?)\s*({_OPERAND})")
_COMPARE = {"<=": le, ">=": ge, "=": eq, "<": lt, ">": gt}
_FAULT = {
    "<=": N_("Lớn hơn %(other)s"),
    ">=": N_("Nhỏ hơn %(other)s"),
    "=": N_("Không bằng %(other)s"),
    "<": N_("Phải nhỏ hơn %(other)s"),
    ">": N_("Phải lớn hơn %(other)s"),
}
_WHEN = {BEFORE: N_("kỳ trước (%(total)s)"), LAST_YEAR: N_("cùng kỳ năm trước (%(total)s)")}
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
    when: str = ""  # BEFORE, LAST_YEAR, or empty for the period itself


@dataclass(frozen=True)
class CellCheck:
    """A comparison between two sides; ``text`` is how its author wrote it.

    ``percent`` is how far apart the sides may be where the operator is ``~``.
    """

    text: str
    left: tuple[Term, ...]
    operator: str
    right: tuple[Term, ...]
    percent: int = 0

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
    if not any(term.code and not term.when for term in left):
        raise _unreadable(shown)
    percent = int(found[2].strip("~ %")) if found[2][0] == "~" else 0
    return CellCheck(shown, left, "~" if percent else found[2], right, percent)


def _terms(side: str) -> tuple[Term, ...]:
    return tuple(_term(sign, operand) for sign, operand in _SIGNED.findall(side))


def _term(sign: str, operand: str) -> Term:
    signed = -1 if sign == "-" else 1
    if operand.isdigit():
        return Term(signed, constant=int(operand))
    when, _bracket, code = operand.rpartition("(")
    return Term(signed, code.removesuffix(")"), when=when)


def _unreadable(shown: str) -> InvalidInput:
    return InvalidInput(
        N_(
            'Không hiểu ràng buộc "%(shown)s". Hãy ghi như "AT05 <= AT02"'
            ' hoặc "PL01 = PL02 + PL03".'
        ),
        "check.unreadable",
        shown=shown[:60],
    )


Cells = Mapping[str, Cell]


def cell_faults(
    checks: Iterable[CellCheck],
    cells: Cells,
    places: Mapping[str, CellPlace],
    earlier: Mapping[str, Cells] | None = None,
) -> list[CellFault]:
    """The faults of the cells (by code), in the order of the checks; each blocks sending.

    ``earlier`` holds the cells of the period BEFORE and of LAST_YEAR.
    """
    faults: list[CellFault] = []
    of_time = {"": cells, **(earlier or {})}
    for check in checks:
        left = _total(check.left, of_time, places)
        right = _total(check.right, of_time, places)
        if left is None or right is None or _holds(check, left, right):
            continue
        at = next(term.code for term in check.left if term.code and not term.when)
        faults.append(CellFault(at, Weight.BLOCK, _fault_of(check, left, right, places)))
    return faults


def _holds(check: CellCheck, left: Fraction, right: Fraction) -> bool:
    """Whether the sides stand as asked; beside nought no share of it can be reckoned."""
    if check.percent:
        return right == 0 or abs(left - right) * 100 <= check.percent * abs(right)
    return bool(_COMPARE[check.operator](left, right))


def _fault_of(
    check: CellCheck, left: Fraction, right: Fraction, places: Mapping[str, CellPlace]
) -> Sentence:
    other = _side_name(check.right, right, places)
    if check.percent:
        apart = number(abs(left - right) * 100 / abs(right), 1).removesuffix(",0")
        return Sentence(
            N_("Lệch %(apart)s%% so với %(other)s, quá %(percent)s%%; nếu đúng hãy ghi chú lý do"),
            {"apart": apart, "other": other, "percent": check.percent},
        )
    if len(check.left) > 1:
        return Sentence(
            N_("Chưa khớp: %(check)s (%(left)s so với %(right)s)"),
            {"check": check.text, "left": _plain(left), "right": _plain(right)},
        )
    return Sentence(_FAULT[check.operator], {"other": other})


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
    side: Iterable[Term], of_time: Mapping[str, Cells], places: Mapping[str, CellPlace]
) -> Fraction | None:
    """The sum of a side; None as soon as one of its cells has no figure."""
    total = Fraction(0)
    for term in side:
        figure: Fraction | None = Fraction(term.constant)
        if term.code:
            place = places.get(term.code)
            cell = of_time.get(term.when, {}).get(term.code)
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
    if term.when:
        return Sentence(_WHEN[term.when], {"total": _plain(total)})
    place = places.get(term.code, CellPlace(term.code))
    name = place.name if place.name[:2].isupper() else place.name[:1].lower() + place.name[1:]
    if not place.place:
        return Sentence("%(name)s", {"name": name})
    return Sentence(N_("%(name)s ở mục %(place)s"), {"name": name, "place": place.place})


def _signed(term: Term, index: int) -> str:
    shown = f"{term.when}({term.code})" if term.when else term.code or str(term.constant)
    if term.sign < 0:
        return f"- {shown}" if index else f"-{shown}"
    return f"+ {shown}" if index else shown


def _plain(value: Fraction) -> str:
    """The value with as many decimals as it needs; figures of cells are decimal fractions."""
    decimals = 0
    while decimals < 6 and (value * 10**decimals).denominator != 1:
        decimals += 1
    return number(value, decimals)
