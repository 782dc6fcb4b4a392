"""From the rows of an Excel sheet to the forms of the screen: one set of rules for both doors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import DomainError
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.register.exports import SheetSpec

MOST_ROWS = 2_000
_HEAD_WITHIN = 10
MakeForm = Callable[[dict[str, Any]], forms.Form]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a cell: the row of the sheet (0: the whole file) and the column's title."""

    row: int
    column: str
    said: str


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a sheet gives: a valid form for each row, or the faults for which none is taken."""

    forms: list[tuple[int, forms.Form]]
    faults: list[Fault]


class SheetForm(forms.Form):
    """The file to read."""

    file = forms.FileField(
        label=_("Tệp Excel hoặc CSV"),
        help_text=_("Dùng tệp mẫu; mỗi dòng một mục; tối đa 2.000 dòng, 25 MB."),
    )


def read_sheet(table: Sequence[Sequence[Any]], spec: SheetSpec, make: MakeForm) -> SheetReading:
    """The forms of a table (each row: its number, then its cells); the head is found by titles.

    `make` gives the screen's form for the data of a row. One fault leaves the whole sheet out, so
    that nobody hunts for what is missing.
    """
    head, body = _head_and_body(table, spec)
    missing = [c.title for c in spec.columns if c.required and c.field not in head]
    if missing:
        names = ", ".join(str(title) for title in missing)
        said = gettext("Không thấy các cột: %(names)s. Hãy dùng tệp mẫu.") % {"names": names}
        return SheetReading([], [Fault(0, "", said)])
    if not body or len(body) > MOST_ROWS:
        said = gettext("Tệp cần từ 1 đến %(most)s dòng.") % {"most": MOST_ROWS}
        return SheetReading([], [Fault(0, "", said)])
    read: list[tuple[int, forms.Form]] = []
    faults: list[Fault] = []
    for row in body:
        form = make(_data(row, head, spec))
        read.append((int(row[0]), form))
        if not form.is_valid():
            faults += _faults(int(row[0]), form, spec)
    return SheetReading([] if faults else read, faults)


def refusal_of(row: int, refusal: DomainError) -> Fault:
    """What an action refused, as a fault of its row."""
    return Fault(row, "", refusal.shown(gettext))


def _head_and_body(
    table: Sequence[Sequence[Any]], spec: SheetSpec
) -> tuple[dict[str, int], list[Sequence[Any]]]:
    wanted = {fold(str(column.title)): column.field for column in spec.columns}
    best: tuple[dict[str, int], list[Sequence[Any]]] = ({}, [])
    for place, row in enumerate(table[:_HEAD_WITHIN]):
        named = {wanted.get(_key(cell)): at for at, cell in enumerate(row)}
        head = {field: at for field, at in named.items() if field is not None}
        if len(head) > len(best[0]):
            best = (head, list(table[place + 1 :]))
    return best


def _key(cell: Any) -> str:
    return fold(tidy_line(str(cell))).removesuffix("*").strip()


def _data(row: Sequence[Any], head: dict[str, int], spec: SheetSpec) -> dict[str, Any]:
    """The row as the screen would send it: words of a choice become its code."""
    data: dict[str, Any] = {}
    for column in spec.columns:
        text = _text(row, head.get(column.field))
        data[column.field] = column.choices.get(fold(text), text) if column.choices else text
    return data


def _text(row: Sequence[Any], at: int | None) -> str:
    if at is None or at >= len(row):
        return ""
    value = row[at]
    if isinstance(value, list):  # a real date of Excel: ["date", ISO day]
        year, month, day = str(value[-1]).split("-")
        return f"{day}/{month}/{year}"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(value).strip()


def _faults(row: int, form: forms.Form, spec: SheetSpec) -> list[Fault]:
    titles = {column.field: str(column.title) for column in spec.columns}
    return [
        Fault(row, titles.get(name, ""), str(said))
        for name, sentences in form.errors.items()
        for said in sentences
    ]
