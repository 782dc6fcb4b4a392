"""The hand that types one part after another, by style or by direct formatting."""

import re

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.font import Font
from docx.text.paragraph import Paragraph
from docx.text.parfmt import ParagraphFormat
from docx.text.run import Run

from . import xml
from .looks import Look, looks
from .model import Piece, Sheet

FAMILY = "Times New Roman"
STYLE_NAMES = {"heading": "Heading 1", "clause_title": "Heading 2", "body": "Body Text"}
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "to": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def set_family(font: Font, family: str) -> None:
    """A font family for every range of letters, free of the theme."""
    font.name = family
    fonts = font.element.rPr.rFonts
    for name in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), family)
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


class Hand:
    """Types parts on a sheet the way its office does."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.habit = sheet.habit
        self.looks = looks(sheet.habit)
        self._ready: set[str] = set()

    def put(self, part: str, text: str, where: Paragraph) -> Piece:
        """Type one part as the only thing of the paragraph `where`."""
        look = self.looks[part]
        if self.habit.look == "styles":
            where.style = self._style(part, look)
        else:
            self._shape(where.paragraph_format, look)
        bold, rest = _label(part, text)
        runs = self._runs(where, bold, look, bold=True) if bold else []
        if bold:
            self.sheet.pieces.append(Piece("article_label", where, list(runs), alone=False))
        runs += self._runs(where, rest, look)
        piece = Piece(part, where, runs)
        self.sheet.pieces.append(piece)
        return piece

    def beside(self, part: str, text: str, where: Paragraph, *, tab: bool = True) -> Piece:
        """Type one part, after a tab, in a line it shares with others."""
        look = self.looks[part]
        if tab:
            where.add_run().add_tab()
        runs = self._runs(where, text, look, forced=True)
        piece = Piece(part, where, runs, alone=False)
        self.sheet.pieces.append(piece)
        return piece

    def blank(self, where: Paragraph, size: float = 6) -> Paragraph:
        """An empty paragraph, as typists put for room."""
        self._shape(where.paragraph_format, Look(size))
        mark = xml.element("rPr")
        mark.append(xml.element("sz", val=str(int(size * 2))))
        where._p.get_or_add_pPr().append(mark)
        return where

    def tabbed(self, where: Paragraph, *stops: float, before: float = 0) -> Paragraph:
        """A line with centred tab stops at these millimetres."""
        self._shape(where.paragraph_format, Look(13, before=before))
        for stop in stops:
            where.paragraph_format.tab_stops.add_tab_stop(Mm(stop), WD_TAB_ALIGNMENT.CENTER)
        return where

    def _runs(
        self, where: Paragraph, text: str, look: Look, *, bold: bool = False, forced: bool = False
    ) -> list[Run]:
        direct = forced or self.habit.look == "direct"
        runs = []
        for index, piece in enumerate(_fragments(text) if self.habit.split else [text]):
            if index:
                kind = "spellStart" if index % 2 else "spellEnd"
                where._p.append(xml.element("proofErr", type=kind))
            run = where.add_run(piece)
            if direct:
                self._dress(run.font, look, bold=bold)
            elif bold:
                run.bold = True
            if self.habit.font == "direct":
                set_family(run.font, FAMILY)
            runs.append(run)
        return runs

    def _dress(self, font: Font, look: Look, *, bold: bool = False) -> None:
        font.size = Pt(look.size)
        if look.bold or bold:
            font.bold = True
        if look.italic:
            font.italic = True
        if look.underline:
            font.underline = True
        if look.colour:
            font.color.rgb = RGBColor.from_string(look.colour)

    def _shape(self, shape: ParagraphFormat, look: Look) -> None:
        shape.alignment = _ALIGN[look.align]
        shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
        flowing = look.first or look.align == "both"
        shape.line_spacing = self.habit.line if flowing else 1.0
        shape.first_line_indent = Mm(self.habit.indent) if look.first else None
        if look.align == "to":
            shape.left_indent = Mm(45)

    def _style(self, part: str, look: Look) -> ParagraphStyle:
        styles = self.sheet.document.styles
        name = STYLE_NAMES.get(part, f"VB {part}")
        if name not in [style.name for style in styles]:
            styles.add_style(name, 1)
        style = styles[name]
        if name not in self._ready:
            self._ready.add(name)
            style.base_style = styles["Normal"]
            self._dress(style.font, look)
            style.font.bold, style.font.italic = look.bold, look.italic
            if name.startswith("Heading"):
                set_family(style.font, FAMILY)
                style.font.color.rgb = RGBColor(0, 0, 0)
            self._shape(style.paragraph_format, look)
        return style


def _label(part: str, text: str) -> tuple[str, str]:
    """The bold words of an article and the rest."""
    if part != "article":
        return "", text
    found = re.match(r"Điều \d+\w?[.:)/-]?", text)
    return (found[0], text[found.end() :]) if found else ("", text)


def _fragments(text: str) -> list[str]:
    """Pieces of a text as Word leaves them after corrections, also within a word."""
    found, start = [], 0
    for width in (9, 17, 4, 31, 60):
        if start + width < len(text):
            found.append(text[start : start + width])
            start += width
    return [*found, text[start:]]
