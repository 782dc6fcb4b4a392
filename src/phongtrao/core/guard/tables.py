"""Rows of cells as lines of text, so that a number keeps the name of its column."""

import re
from dataclasses import dataclass

from phongtrao.core.guard.list_headers import header_kind
from phongtrao.core.guard.normal import normalise

# What is written before a cell under such a header; the patterns then know what it is.
# A year of birth needs no word, but is no amount either.
_WORDS = {"identity": "", "tax": "", "contact": "SĐT", "account": "Số tài khoản", "birth": " "}
_WHOLE = re.compile(r"-?\d{4,}")
_DIGITS = re.compile(r"\d[\d .\-]{4,24}\d")
_HEADER_LENGTH = 60
# A row may begin anywhere in a wide sheet; more empty columns than that tell nothing.
_GAP = 64


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its column from 0, its text, and whether it is stored as a number."""

    column: int
    text: str
    is_number: bool = False


class TableLines:
    """Turns rows into lines; remembers the headers above."""

    def __init__(self) -> None:
        """No header is known yet."""
        self._headers: dict[int, str] = {}

    def line(self, cells: list[Cell]) -> str:
        """One row: cells apart by tabs, personal numbers behind the word of their column.

        Columns left out keep their place, so that a head and its rows agree.
        """
        parts: list[str] = []
        labelled = ""
        for cell in cells:
            parts += [""] * min(_GAP, cell.column - len(parts))
            if cell.is_number or _DIGITS.fullmatch(cell.text.strip()):
                header = labelled or self._headers.get(cell.column, "")
                parts.append(_written(cell, header))
                continue
            header = header_word(cell.text)
            labelled = header
            if header:
                self._headers[cell.column] = header
            parts.append(cell.text.replace("\n", " "))
        return "\t".join(parts)


def header_word(text: str) -> str:
    """The word for numbers under or right of this cell; empty for other cells."""
    if not text.strip() or len(text) > _HEADER_LENGTH:
        return ""
    kind = header_kind(" ".join(normalise(text).bare.split()))
    if kind not in _WORDS:
        return ""
    return _WORDS[kind] or " ".join(text.split())


def _written(cell: Cell, header: str) -> str:
    """A figure without a personal header is written as an amount, which names nobody."""
    if header:
        return f"{header} {cell.text}".strip()
    if cell.is_number and _WHOLE.fullmatch(cell.text) and cell.text.lstrip("-")[0] != "0":
        return f"{int(cell.text):,}".replace(",", ".")
    return cell.text
