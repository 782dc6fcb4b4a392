"""From the cells of a correction file to rows that say one thing each, and what is wrong. Pure.

Nothing is guessed: a code that a spreadsheet turned into a number, a day that may be month first,
letters of an old code page are all refused with the number of their row.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import date_vn, parse_date_vn
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.reshaping.typed import parse_share

MOST_ROWS = 500
COLUMNS = {
    "on": N_("ngày áp dụng"),
    "basis": N_("căn cứ"),
    "act": N_("việc"),
    "old": N_("mã cũ"),
    "code": N_("mã mới"),
    "type": N_("loại mới"),
    "name": N_("tên mới"),
    "parent": N_("mã cấp trên mới"),
    "share": N_("tỷ lệ"),
}
# What stands in the column "việc", without marks.
ACTS = {
    "lap": "open", "lap moi": "open", "thanh lap": "open",
    "doi ten": "rename", "doi loai": "retype", "doi ma": "recode",
    "chuyen": "move", "chuyen cap tren": "move",
    "sap nhap": "reorganise", "tach": "reorganise", "chia": "reorganise",
    "sap nhap/tach": "reorganise", "sap xep": "reorganise", "nhap": "reorganise",
    "giai the": "close",
}  # fmt: skip
_HEAD_WITHIN = 10
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_SHAPES = {"\u0306": "a", "\u0302": "aeo", "\u031b": "ou"}
_SIGNS = re.compile(r"[0-9 \-'’.,/()–&\"“”:;+%]")
# Pairs that VNI writes for one letter and that no Vietnamese syllable holds.
_VNI = re.compile(r"[aoe]â|aê|[ae][ùõ]", re.IGNORECASE)
_LONGEST_CODE = 5
_MONTHS = 12
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One row of a file. Codes and names are empty where the column is."""

    number: int
    on: date
    basis: str
    act: str
    old: str
    code: str
    type: str
    name: str
    parent: str
    share: Fraction | None


Fault = tuple[int, Sentence]
"""The number of a row (0: the whole file) and what is wrong with it."""


def read_rows(
    table: Sequence[Sequence[Any]], *, dates_checked: bool = False
) -> tuple[list[CorrectionRow], list[Fault]]:
    """The rows below the head and every fault; rows with faults are left out.

    `dates_checked`: somebody vouches that all days are written day first.
    """
    head, body = _head_and_body(table)
    missing = [name for key, name in COLUMNS.items() if key not in head]
    if missing:
        return [], [(0, _no_head(missing))]
    if not body:
        return [], [(0, Sentence(N_("Tệp không có dòng nào dưới dòng tên cột.")))]
    if len(body) > MOST_ROWS:
        sentence = Sentence(N_("Tệp có nhiều hơn %(most)s dòng; hãy chia ra."), {"most": MOST_ROWS})
        return [], [(0, sentence)]
    doubtful = {} if dates_checked else _doubtful_days(head["on"], body)
    rows, faults = [], []
    for cells in body:
        row, wrong = _read(head, cells)
        wrong += doubtful.get(cells[0], [])
        faults += [(cells[0], sentence) for sentence in wrong]
        if row is not None and not wrong:
            rows.append(row)
    return rows, faults + _doubled(rows)


def _head_and_body(
    table: Sequence[Sequence[Any]],
) -> tuple[dict[str, int], list[Sequence[Any]]]:
    """Column → its place in a row (after the row's number), and the rows below the head."""
    names = {fold(name): key for key, name in COLUMNS.items()}
    for place, row in enumerate(table[:_HEAD_WITHIN]):
        found = {
            names[title]: at
            for at, cell in enumerate(row)
            if at and (title := fold(tidy_line(str(cell)))) in names
        }
        if {"on", "act"} <= found.keys():
            return found, list(table[place + 1 :])
    return {}, []


def _no_head(missing: list[str]) -> Sentence:
    return Sentence(
        N_(
            "Không thấy cột: %(names)s. Dòng tên cột phải viết đúng như tệp mẫu, bằng chữ Việt"
            " Unicode (không phải TCVN3, VNI)."
        ),
        {"names": ", ".join(missing)},
    )


def _read(
    head: dict[str, int], cells: Sequence[Any]
) -> tuple[CorrectionRow | None, list[Sentence]]:
    faults: list[Sentence] = []
    raw = {key: cells[at] if at < len(cells) else "" for key, at in head.items()}
    text = {key: _text(value) for key, value in raw.items() if key != "on"}
    faults += [
        _lost_noughts(text[key])
        for key in ("old", "code", "parent")
        if isinstance(raw[key], int | float) and len(text[key]) < _LONGEST_CODE
    ]
    faults += [
        _odd_letters(text[key])
        for key in ("basis", "type", "name")
        if not _is_vietnamese(text[key])
    ]
    act = ACTS.get(fold(text["act"]), "")
    if not act:
        faults.append(_unknown_act(text["act"]))
    if not text["basis"]:
        faults.append(Sentence(N_("Chưa ghi căn cứ.")))
    on, share = _attempted(_day, raw["on"], faults), None
    if text["share"]:
        share = _attempted(parse_share, text["share"], faults)
    if on is None or faults:
        return None, faults
    row = CorrectionRow(
        cells[0], on, text["basis"], act, text["old"], text["code"], text["type"].lower(),
        text["name"], text["parent"], share,
    )  # fmt: skip
    return row, _empty_cells(row)


def _empty_cells(row: CorrectionRow) -> list[Sentence]:
    """The columns that the act of a row needs and that are empty."""
    needed = {
        "open": ("code", "type", "name", "parent"),
        "rename": ("old", "name"),
        "retype": ("old", "type"),
        "recode": ("old", "code"),
        "move": ("old", "parent"),
        "reorganise": ("old", "code"),
        "close": ("old",),
    }[row.act]
    empty = [COLUMNS[key] for key in needed if not getattr(row, key)]
    return [Sentence(N_("Cột %(name)s còn trống."), {"name": name}) for name in empty]


def _attempted(read: Any, value: Any, faults: list[Sentence]) -> Any:
    try:
        return read(value)
    except InvalidInput as fault:
        faults.append(fault.sentence)
        return None


def _text(value: Any) -> str:
    return "" if isinstance(value, list | tuple) else tidy_line(str(value))


def _day(value: Any) -> date:
    if isinstance(value, list | tuple):
        return date.fromisoformat(value[1])
    return parse_date_vn(str(value))


def _doubtful_days(at: int, body: list[Sequence[Any]]) -> dict[int, list[Sentence]]:
    """Row → the sentence about a day that may be month first.

    A spreadsheet with foreign settings turns 07/12 into a date of July and leaves 13/12 as text:
    real dates beside texts are doubtful. So are texts beside one that can only be month first.
    """
    cells = {row[0]: row[at] for row in body if at < len(row)}
    real = {n: _day(cell) for n, cell in cells.items() if isinstance(cell, list | tuple)}
    written = {n: str(cell) for n, cell in cells.items() if n not in real and str(cell).strip()}
    days, is_month_first = {}, False
    for number, typed in written.items():
        try:
            days[number] = parse_date_vn(typed)
        except InvalidInput as fault:
            is_month_first = is_month_first or fault.code == "date.month_first"
    doubtful = dict(real) if real and written else {}
    if is_month_first:
        doubtful |= days
    return {
        number: [_may_be_turned(day)]
        for number, day in doubtful.items()
        if day.day <= _MONTHS and day.day != day.month
    }


def _may_be_turned(day: date) -> Sentence:
    turned = day.replace(day=day.month, month=day.day)
    return Sentence(
        N_(
            "Ngày %(day)s có thể là %(turned)s vì tệp trộn hai cách ghi ngày. Hãy ghi cả cột bằng"
            " chữ, ngày trước tháng sau; hoặc kiểm tra từng ngày rồi đánh dấu đã kiểm tra."
        ),
        {"day": date_vn(day), "turned": date_vn(turned)},
    )


def _doubled(rows: list[CorrectionRow]) -> list[Fault]:
    seen: dict[tuple[Any, ...], int] = {}
    faults: list[Fault] = []
    for row in rows:
        content = (row.on, row.act, row.old, row.code, row.type, row.name, row.parent, row.share)
        if content in seen:
            said = Sentence(N_("Trùng với dòng %(line)s."), {"line": seen[content]})
            faults.append((row.number, said))
        seen.setdefault(content, row.number)
    return faults


def _is_vietnamese(text: str) -> bool:
    composed = unicodedata.normalize("NFC", text)
    return not _VNI.search(composed) and all(map(_is_vietnamese_sign, composed))


def _is_vietnamese_sign(char: str) -> bool:
    if _SIGNS.match(char) or char in "đĐ":
        return True
    base, *marks = list(unicodedata.normalize("NFD", char))
    if not (base.isascii() and base.isalpha()):
        return False
    return all(
        base.lower() in _SHAPES.get(mark, "") or (mark in _TONES and base.lower() in "aeiouy")
        for mark in marks
    )


def _lost_noughts(shown: str) -> Sentence:
    return Sentence(
        N_(
            'Mã "%(shown)s" là số nên có thể đã mất chữ số 0 ở đầu. Hãy định dạng cột mã là Văn'
            " bản rồi ghi đủ 2 hoặc 5 chữ số."
        ),
        {"shown": shown[:_LONGEST_SHOWN]},
    )


def _odd_letters(shown: str) -> Sentence:
    return Sentence(
        N_(
            '"%(shown)s" có ký tự không phải chữ Việt Unicode (có thể gõ bằng phông TCVN3, VNI).'
            " Hãy chuyển mã rồi nhập lại."
        ),
        {"shown": shown[:_LONGEST_SHOWN]},
    )


def _unknown_act(shown: str) -> Sentence:
    return Sentence(
        N_(
            'Việc "%(shown)s" chưa rõ. Hãy ghi: lập, đổi tên, đổi loại, đổi mã, chuyển, sáp nhập,'
            " tách, giải thể."
        ),
        {"shown": shown[:_LONGEST_SHOWN]},
    )
