"""More ways to spoil a paper: through chains of styles, in a part of a line, in the line drawn."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, Literal

from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.font import Font
from docx.text.parfmt import ParagraphFormat
from docx.text.run import Run
from lxml import etree

from . import xml
from .changes import insert, on_sheet
from .model import Change, Piece, Sheet
from .typing_hand import set_family

Path = Literal["chain", "linked", "tail", "first"]
"""A paragraph style behind another, a character style behind another, the last or first half."""


def says(part: str, text: str) -> Change:
    """A part of the head in other words; an empty text leaves the part out."""
    return insert("number", (part, text))


def _style(sheet: Sheet, kind: int, base: Any = None) -> Any:
    styles = sheet.document.styles
    made = styles.add_style(f"Mẫu {len(styles)}", kind)
    if base is not None:
        made.base_style = base
    return made


def halves(piece: Piece) -> tuple[list[Run], list[Run]]:
    """The runs of the first and of the second half of a piece, torn at a space."""
    if len(piece.runs) == 1:
        whole = piece.runs[0]
        text = whole.text
        at = max(text.find(" ", len(text) // 2), 0) or len(text) // 2
        other = deepcopy(whole._r)
        whole._r.addnext(other)
        piece.runs.append(Run(other, piece.paragraph))
        whole.text, piece.runs[1].text = text[:at], text[at:]
    middle = len(piece.runs) // 2
    return piece.runs[:middle], piece.runs[middle:]


def _fonts(
    sheet: Sheet, piece: Piece, path: Path, forget: Callable[[Font], None]
) -> Iterator[Font]:
    if path in ("tail", "first"):
        yield from (run.font for run in halves(piece)[path == "tail"])
        return
    for run in piece.runs:
        forget(run.font)
    if path == "chain":
        if not piece.alone:
            raise LookupError(f"{piece.part} shares its line")
        behind = _style(sheet, 1, piece.paragraph.style)
        yield behind.font
        piece.paragraph.style = _style(sheet, 1, behind)
        return
    behind = _style(sheet, 2)
    yield behind.font
    front = _style(sheet, 2, behind)
    for run in piece.runs:
        run.style = front


def by(path: Path, attribute: str, value: Any, *parts: str) -> Change:
    """Another font attribute (a size in points) of these parts, set in this way."""

    def turn(sheet: Sheet) -> None:
        told = Pt(value) if attribute == "size" else value
        for piece in sheet.of(*parts):
            for font in _fonts(sheet, piece, path, lambda font: setattr(font, attribute, None)):
                setattr(font, attribute, told)

    return on_sheet(f"{attribute}={value}-{parts[0]}-{path}", turn)


def family_by(path: Path, name: str, *parts: str) -> Change:
    """Another family, set in this way."""

    def turn(sheet: Sheet) -> None:
        for piece in sheet.of(*parts):
            for font in _fonts(sheet, piece, path, lambda font: setattr(font, "name", None)):
                set_family(font, name)

    return on_sheet(f"{name}-{parts[0]}-{path}", turn)


def jc(value: str, *parts: str, chain: bool = False) -> Change:
    """Another alignment by its name in the file, directly or through two styles."""

    def turn(sheet: Sheet) -> None:
        for piece in sheet.of(*parts):
            _alone(piece)
            where = piece.paragraph._p.get_or_add_pPr()
            for old in where.findall(qn("w:jc")):
                where.remove(old)
            if chain:
                behind = _style(sheet, 1, piece.paragraph.style)
                where = behind.element.get_or_add_pPr()
                piece.paragraph.style = _style(sheet, 1, behind)
            where.insert_element_before(
                xml.element("jc", val=value), "w:textDirection", "w:textAlignment",
                "w:outlineLvl", "w:rPr", "w:sectPr",
            )  # fmt: skip

    return on_sheet(f"jc-{value}-{parts[0]}-{chain}", turn)


def _alone(piece: Piece) -> None:
    if not piece.alone and piece.part != "article_label":
        raise LookupError(f"{piece.part} shares its line")


def shaped(name: str, turn: Callable[[ParagraphFormat], None], *parts: str) -> Change:
    """Another shape of the paragraphs, kept in a style behind their style."""

    def act(sheet: Sheet) -> None:
        for piece in sheet.of(*parts):
            _alone(piece)
            behind = _style(sheet, 1, piece.paragraph.style)
            own = piece.paragraph._p.get_or_add_pPr()
            for tag in ("w:spacing", "w:ind"):
                for found in own.findall(qn(tag)):
                    behind.element.get_or_add_pPr().append(found)
            turn(behind.paragraph_format)
            piece.paragraph.style = _style(sheet, 1, behind)

    return on_sheet(f"{name}-{parts[0]}-behind", act)


def line(value: float, rule: str = "") -> Callable[[ParagraphFormat], None]:
    """A line spacing: a multiple, or points `exact` or `at_least`."""

    def turn(found: ParagraphFormat) -> None:
        if not rule:
            found.line_spacing = value
            return
        found.line_spacing = Pt(value)
        exact = rule == "exact"
        found.line_spacing_rule = WD_LINE_SPACING.EXACTLY if exact else WD_LINE_SPACING.AT_LEAST

    return turn


def around(before: float, after: float) -> Callable[[ParagraphFormat], None]:
    """Spaces before and after in points."""

    def turn(found: ParagraphFormat) -> None:
        found.space_before, found.space_after = Pt(before), Pt(after)

    return turn


def first_line(millimetres: float) -> Callable[[ParagraphFormat], None]:
    """Another indent of the first line."""

    def turn(found: ParagraphFormat) -> None:
        found.first_line_indent = Mm(millimetres)

    return turn


def unseen(part: str) -> Change:
    """The line under a part is in the file but cannot be seen: no line, no colour, no length."""

    def turn(sheet: Sheet) -> None:
        rule = sheet.rules[part]
        for side in rule.iter(qn("w:top"), qn("w:bottom")):
            side.set(qn("w:val"), "nil")
        for drawn in list(rule.iter("{*}ln")):
            for fill in list(drawn):
                drawn.remove(fill)
            drawn.append(etree.SubElement(drawn, fill.tag.replace("solidFill", "noFill")))
        for shape in rule.iter("{urn:schemas-microsoft-com:vml}line"):
            shape.set("stroked", "f")

    return on_sheet(f"unseen-{part}", turn)


def shade(code: str, theme: str, *parts: str) -> Change:
    """A colour of the theme."""

    def turn(sheet: Sheet) -> None:
        for piece in sheet.of(*parts):
            for run in piece.runs:
                properties = run._r.get_or_add_rPr()
                for old in properties.findall(qn("w:color")):
                    properties.remove(old)
                made = xml.element("color", val=code, themeColor=theme)
                properties.insert_element_before(
                    made, "w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs",
                    "w:highlight", "w:u", "w:effect", "w:shd", "w:vertAlign", "w:lang",
                )  # fmt: skip

    return on_sheet(f"theme-{theme}-{parts[0]}", turn)
