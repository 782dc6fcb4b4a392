"""The running text, the tables and the foot of a paper."""

import re
from itertools import groupby, zip_longest

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from . import xml
from .model import Line, Lines
from .typing_hand import Hand

FOOT = ("rtitle", "rec", "archive", "sign", "signer", "sign2", "signer2")
_LEFT = ("rtitle", "rec", "archive")
_LISTS = {"clause": r"^\d+\. ", "point": r"^\w\) "}


def type_text(hand: Hand, lines: Lines) -> None:
    """Type the running text, line after line; neighbouring rows make one table."""
    fresh: dict[str, int] = {}
    for is_row, group in groupby(lines, key=lambda line: line[0] == "row"):
        if is_row:
            _table(hand, [text for _, text in group])
            continue
        for part, text in group:
            _flowing(hand, part, text, fresh)


def _flowing(hand: Hand, part: str, text: str, fresh: dict[str, int]) -> None:
    where = hand.sheet.document.add_paragraph()
    form = _LISTS.get(part)
    listed = bool(form and hand.habit.lists and re.match(form, text))
    piece = hand.put(part, re.sub(form, "", text) if form and listed else text, where)
    if listed:
        starts = text.startswith(("1.", "a)"))
        fresh[part] = _list(hand, part) if starts or part not in fresh else fresh[part]
        xml.numbered(where._p, fresh[part])
    if part == "abstract":
        _abstract_rule(hand)
    if part == "addressee" and text.rstrip(" :").endswith("gửi"):
        piece.paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        piece.paragraph.paragraph_format.left_indent = Mm(25)
        piece.paragraph.paragraph_format.space_after = Pt(0)


def _abstract_rule(hand: Hand) -> None:
    where = hand.sheet.document.add_paragraph()
    if hand.habit.party:
        hand.put("maker", "-----", where)
        hand.sheet.pieces.pop()
        return
    hand.blank(where, 6)
    where.paragraph_format.space_before = Pt(3)
    where.paragraph_format.left_indent = where.paragraph_format.right_indent = Mm(58)
    if hand.habit.rule in ("border", "line"):
        hand.sheet.rules["abstract"] = xml.border(where._p, "top")
        return
    where.paragraph_format.left_indent = where.paragraph_format.right_indent = None
    run = where.add_run()
    left, width = 58 * 72 / 25.4, 48 * 72 / 25.4
    line = xml.vml_line(left, width, 3) if hand.habit.rule == "vml" else None
    run._r.append(xml.drawn_line(left, width, 3, "abstract") if line is None else line)
    hand.sheet.rules["abstract"] = run._r


def _list(hand: Hand, part: str) -> int:
    """A fresh list that begins at its first number again."""
    numbering = hand.sheet.document.part.numbering_part.element
    if part not in hand.sheet.lists:
        form, text = ("decimal", "%1.") if part == "clause" else ("lowerLetter", "%1)")
        number = 100 + len(hand.sheet.lists)
        made = xml.list_definition(number, form, text, hand.habit.indent)
        numbering.insert(0, made)
        hand.sheet.lists[part] = made
    number = 100 + list(hand.sheet.lists).index(part)
    num = numbering.add_num(number)
    num.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(num.numId)


def _table(hand: Hand, rows: list[str]) -> None:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    table = hand.sheet.document.add_table(len(cells), len(cells[0]))
    table.style = "Table Grid"
    table.autofit = False
    rest = (164 - 14) / (len(cells[0]) - 1)
    for index, column in enumerate(table.columns):
        column.width = Mm(14 if index == 0 else rest)
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            piece = hand.put("cell", text, cell.paragraphs[0])
            cell.width = Mm(14 if cell is row.cells[0] else rest)
            if texts is cells[0]:
                for run in piece.runs:
                    run.bold = True
                piece.paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            hand.sheet.pieces.pop()


def type_foot(hand: Hand, lines: Lines) -> None:
    """Type the recipients beside the signature; two signatures stand beside each other."""
    left = [line for line in lines if line[0] in _LEFT]
    right = [line for line in lines if line[0] in ("sign", "signer")]
    second = [line for line in lines if line[0] in ("sign2", "signer2")]
    if not second and hand.habit.foot == "tabs":
        _foot_by_tabs(hand, left, right)
        return
    hand.blank(hand.sheet.document.add_paragraph(), 6)
    if second:
        _columns(hand, right, second, (82, 82))
        hand.blank(hand.sheet.document.add_paragraph(), 6)
        _columns(hand, left, [], (82, 82))
        return
    _columns(hand, left, right, (76, 88))


def _columns(hand: Hand, left: Lines, right: Lines, widths: tuple[int, int]) -> None:
    table = hand.sheet.document.add_table(1, 2)
    table.autofit = False
    lines_of = max(len(left), len(right))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for cell, lines, width in zip(table.rows[0].cells, (left, right), widths, strict=True):
        cell.width = Mm(width)
        where = cell.paragraphs[0]
        for part, text in _spaced(hand, lines, lines_of - len(lines)):
            if part == "gap":
                hand.blank(where, 14)
            else:
                hand.put(part, text, where)
            where = cell.add_paragraph()
        if lines:
            where._p.getparent().remove(where._p)
        if lines and not hand.habit.empty and "sign" in lines[-1][0]:
            cell.paragraphs[-1].paragraph_format.space_before = Pt(64)


def _spaced(hand: Hand, lines: Lines, lower: int = 0) -> Lines:
    """The lines with empty ones before the name, `lower` more to stand level with another."""
    found: list[Line] = []
    for line in lines:
        if line[0] in ("signer", "signer2"):
            roomy = hand.habit.empty or hand.habit.foot == "tabs"
            level = lower if any(part == "sign2" for part, _ in lines) or lower == 1 else 0
            found += [("gap", "")] * ((4 if roomy else 0) + level)
        found.append(line)
    return found


def _foot_by_tabs(hand: Hand, left: Lines, right: Lines) -> None:
    for one, other in zip_longest(left, _spaced(hand, right)):
        where = hand.tabbed(hand.sheet.document.add_paragraph(), 120)
        if one:
            hand.beside(one[0], one[1], where, tab=False)
        if other and other[0] != "gap":
            hand.beside(other[0], other[1], where)
