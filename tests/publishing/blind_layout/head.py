"""The head of a paper: in a table of two rows, in one row, or by tabs and text."""

from textwrap import wrap

from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from . import xml
from .model import Lines, Piece
from .typing_hand import Hand

LEFT = ("parent", "issuer", "asterisk", "number", "subject", "urgency")
RIGHT = ("nation", "motto", "party", "date")
WIDTHS = (62, 103)
LOWER = ("number", "subject", "urgency", "date")


def head_lines(lines: Lines, *, party: bool) -> tuple[Lines, Lines]:
    """The left and the right column of the head."""
    left = [line for line in lines if line[0] in LEFT]
    right = [line for line in lines if line[0] in RIGHT]
    named = {part for part, _ in lines}
    if not party:
        standard = [
            ("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("motto", "Độc lập - Tự do - Hạnh phúc"),
        ]
        right = [line for line in standard if line[0] not in named] + right
    right = [line for line in right if line[1]]
    return left, sorted(right, key=lambda line: RIGHT.index(line[0]))


def type_head(hand: Hand, lines: Lines) -> None:
    """Type the head."""
    left, right = head_lines(lines, party=hand.habit.party)
    if hand.habit.head == "tabs":
        _by_tabs(hand, left, right)
        return
    rows = 2 if hand.habit.head == "table" else 1
    table = hand.sheet.document.add_table(rows, 2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Mm(WIDTHS[0]), Mm(WIDTHS[1])
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Mm(WIDTHS[0]), Mm(WIDTHS[1])
    for column, content in enumerate((left, right)):
        cells = [row.cells[column] for row in table.rows]
        upper = [line for line in content if rows == 1 or line[0] not in LOWER]
        lower = [line for line in content if line not in upper]
        for cell, part in zip(cells, (upper, lower), strict=False):
            _column(hand, cell, part, width=WIDTHS[column])


def _column(hand: Hand, cell: object, lines: Lines, *, width: float) -> None:
    paragraphs = iter([cell.paragraphs[0]])  # type: ignore[attr-defined]
    parts = [part for part, _ in lines]
    for index, (part, text) in enumerate(lines):
        where = next(paragraphs, None) or cell.add_paragraph()  # type: ignore[attr-defined]
        piece = hand.put(part, text, where)
        if part == "urgency":
            _boxed(piece, width)
        if part in ("motto", "party"):
            _ruled(
                hand,
                piece,
                cell,
                width,
                5 * hand.looks["motto"].size - 9 if part == "motto" else 72,
            )
        if part == "issuer" and "issuer" not in parts[index + 1 :] and not hand.habit.party:
            _ruled(hand, piece, cell, width, _half(text))


def _half(text: str) -> float:
    """Not quite half the length of an issuer's line, in millimetres."""
    return min(25, max(10, len(text) * 1.25))


def _boxed(piece: Piece, width: float) -> None:
    xml.border(piece.paragraph._p, "top", "left", "bottom", "right")
    side = (width - 4 - max(20, len(piece.text) * 4)) / 2
    piece.paragraph.paragraph_format.left_indent = Mm(side)
    piece.paragraph.paragraph_format.right_indent = Mm(side)


def _ruled(hand: Hand, piece: Piece, cell: object, width: float, long: float) -> None:
    """A line under a part, `long` millimetres, in a column `width` millimetres wide."""
    inner, part = width - 3.8, piece.part
    habit = hand.habit.rule
    side = (inner - long) / 2
    if habit == "border" and part != "issuer" and len(piece.text) * 2.2 < inner:
        piece.paragraph.paragraph_format.left_indent = Mm(side - 2)
        piece.paragraph.paragraph_format.right_indent = Mm(side - 2)
        hand.sheet.rules[part] = xml.border(piece.paragraph._p, "bottom")
        return
    if habit in ("border", "line"):
        where = hand.blank(cell.add_paragraph(), 3)  # type: ignore[attr-defined]
        where.paragraph_format.left_indent = Mm(side)
        where.paragraph_format.right_indent = Mm(side)
        where.paragraph_format.space_before = Pt(2)
        hand.sheet.rules[part] = xml.border(where._p, "top")
        return
    draw(hand, part, piece.paragraph, (side, long))


def draw(hand: Hand, part: str, where: Paragraph, at: tuple[float, float]) -> None:
    """A drawn line under the paragraph: (left, length) in millimetres."""
    left, long = (value * 72 / 25.4 for value in at)
    wraps = hand.habit.head != "tabs" and len(where.text) * hand.looks[part].size * 0.225 > 58
    lines = 2 if wraps and part == "issuer" else 1
    drop = hand.looks[part].size * 1.17 * lines + 1
    run = where.add_run()
    if hand.habit.rule == "vml":
        run._r.append(xml.vml_line(left, long, drop))
    else:
        run._r.append(xml.drawn_line(left, long, drop, part))
    hand.sheet.rules[part] = run._r


def _by_tabs(hand: Hand, left: Lines, right: Lines) -> None:
    upper = [line for line in left if line[0] not in LOWER]
    lower = [line for line in left if line[0] in LOWER and line[0] != "subject"]
    for part, text in left:
        if part == "subject":
            lower += [(part, row) for row in wrap(text, 30)]
    over = [line for line in right if line[0] not in LOWER]
    under = [line for line in right if line[0] in LOWER]
    for first, second in ((upper, over), (lower, under)):
        for index in range(max(len(first), len(second))):
            _tab_line(hand, first[index : index + 1], second[index : index + 1], index)


def _tab_line(hand: Hand, left: Lines, right: Lines, index: int) -> None:
    where = hand.sheet.document.add_paragraph()
    lowered = any(part in LOWER for part, _ in left + right)
    hand.tabbed(where, 31, 115, before=8 if lowered and not index else 0)
    if not left:
        where.add_run().add_tab()
    for part, text in left + right:
        hand.beside(part, text, where)
    half = _half(left[0][1]) if left else 0
    for part, at in (("issuer", (31 - half / 2, half)), ("motto", (88, 54))):
        if part in [name for name, _ in left + right]:
            draw(hand, part, where, at)


def body_lines(lines: Lines) -> Lines:
    """What is not of the head."""
    return [line for line in lines if line[0] not in LEFT + RIGHT]
