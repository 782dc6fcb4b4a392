"""Inside the cage: Word and Excel files whose Vietnamese hangs on a font, written anew in Unicode.

``.VnTime`` shows Latin-1 letters as TCVN3, ``VNI-Times`` as VNI.  Texts in such fonts are
converted run by run, and the fonts replaced, when all of them together are surely of that
encoding; a file with modern text in an old font is left alone.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from lxml import etree

from phongtrao.core.gate import legacy_text
from phongtrao.core.gate.legacy_text import Encoding

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NEW_FONT = "Times New Roman"
_FONT_KEYS = ("ascii", "hAnsi", "cs", "eastAsia")
_MOST_BASES = 20  # styles that stand on styles
_SOFT_HYPHEN = "\u00ad"


class _Piece(NamedTuple):
    """A stretch of text in an old font, and how to put another text in its place."""

    font: str
    text: str
    replace: Callable[[str], None]


def rewrite(path: Path, kind: str, stream: BinaryIO) -> str | None:
    """Write the file in Unicode into ``stream``; returns the encoding, None when it is not sure.

    ``kind`` is docx or xlsx; the wall has accepted the file.  Raises what the libraries raise.
    """
    with zipfile.ZipFile(path) as archive:
        trees = {
            name: etree.fromstring(archive.read(name), _parser())
            for name in archive.namelist()
            if _may_hold_text(name, kind)
        }
        pieces = list((_word_pieces if kind == "docx" else _sheet_pieces)(trees))
        encoding = _sure_encoding(pieces)
        if encoding is None:
            return None
        for piece in pieces:
            if legacy_text.encoding_of_font(piece.font) == encoding:
                capitals = legacy_text.is_capital_font(piece.font)
                piece.replace(legacy_text.convert(piece.text, encoding, capitals=capitals))
        for tree in trees.values():
            _replace_fonts(tree)
        stream.write(_packed(archive, trees))
    return encoding


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _may_hold_text(name: str, kind: str) -> bool:
    folder = "word/" if kind == "docx" else "xl/"
    return name.startswith(folder) and name.endswith(".xml") and "/_rels/" not in name


def _sure_encoding(pieces: list[_Piece]) -> Encoding | None:
    """The one encoding of all pieces in old fonts, when their text bears it out."""
    texts: dict[Encoding, list[str]] = {}
    for piece in pieces:
        encoding = legacy_text.encoding_of_font(piece.font)
        if encoding is not None:
            texts.setdefault(encoding, []).append(piece.text)
    sure = [e for e, found in texts.items() if legacy_text.detect(" ".join(found)) == e]
    return sure[0] if len(sure) == 1 else None


def _word_pieces(trees: dict[str, etree._Element]) -> Iterator[_Piece]:
    """The texts of all runs with the font that draws them."""
    styles = _Styles(trees.get("word/styles.xml"))
    for tree in trees.values():
        for run in tree.iter(f"{_WORD}r"):
            font = styles.font_of_run(run)
            if legacy_text.encoding_of_font(font) == "tcvn3":
                _spell_out_hyphens(run)
            for text in run.iter(f"{_WORD}t", f"{_WORD}delText"):
                if text.text:
                    yield _Piece(font, text.text, _replacing(text))


def _spell_out_hyphens(run: etree._Element) -> None:
    """Word may keep the soft hyphen, in TCVN3 the sign of ư, as an element; a letter again."""
    for hyphen in run.findall(f"{_WORD}softHyphen"):
        text = etree.Element(f"{_WORD}t")
        text.text = _SOFT_HYPHEN
        run.replace(hyphen, text)


class _Styles:
    """The fonts that styles give."""

    def __init__(self, tree: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default, self._usual = "", ""
        if tree is None:
            return
        self._default = _word_font(tree.find(f"{_WORD}docDefaults/{_WORD}rPrDefault/{_WORD}rPr"))
        for style in tree.findall(f"{_WORD}style"):
            name = style.get(f"{_WORD}styleId", "")
            self._styles[name] = style
            if style.get(f"{_WORD}type") == "paragraph" and style.get(f"{_WORD}default") == "1":
                self._usual = name

    def font_of_run(self, run: etree._Element) -> str:
        """The font of a run: its own, its style's, its paragraph's, or that of the document."""
        own = run.find(f"{_WORD}rPr")
        styles = [_value(own, "rStyle"), self._paragraph_style(run), self._usual]
        fonts = [_word_font(own), *(self._font_of_style(style) for style in styles)]
        return next((font for font in fonts if font), self._default)

    def _paragraph_style(self, run: etree._Element) -> str:
        paragraph = next(run.iterancestors(f"{_WORD}p"), None)
        return "" if paragraph is None else _value(paragraph.find(f"{_WORD}pPr"), "pStyle")

    def _font_of_style(self, name: str) -> str:
        for _ in range(_MOST_BASES):
            style = self._styles.get(name)
            if style is None:
                return ""
            if font := _word_font(style.find(f"{_WORD}rPr")):
                return font
            name = _value(style, "basedOn")
        return ""


def _word_font(properties: etree._Element | None) -> str:
    """The font for Latin letters that run properties name; empty when they name none."""
    fonts = None if properties is None else properties.find(f"{_WORD}rFonts")
    if fonts is None:
        return ""
    return fonts.get(f"{_WORD}ascii") or fonts.get(f"{_WORD}hAnsi") or ""


def _value(parent: etree._Element | None, name: str) -> str:
    """The value of a child element of properties; empty when there is none."""
    child = None if parent is None else parent.find(f"{_WORD}{name}")
    return "" if child is None else child.get(f"{_WORD}val", "")


def _sheet_pieces(trees: dict[str, etree._Element]) -> Iterator[_Piece]:
    """Shared and inline texts with the font of their run, or of the first cell that shows them."""
    fonts = _fonts_of_formats(trees.get("xl/styles.xml"))
    shown_in: dict[str, str] = {}
    for tree in trees.values():
        for cell in tree.iter(f"{_SHEET}c"):
            at = int(cell.get("s", "0"))
            font = fonts[at] if at < len(fonts) else ""
            if cell.get("t") == "s":
                shown_in.setdefault(cell.findtext(f"{_SHEET}v", ""), font)
            for inline in cell.findall(f"{_SHEET}is"):
                yield from _string_pieces(inline, font)
    strings = trees.get("xl/sharedStrings.xml")
    if strings is not None:
        for number, item in enumerate(strings.findall(f"{_SHEET}si")):
            yield from _string_pieces(item, shown_in.get(str(number), ""))


def _fonts_of_formats(tree: etree._Element | None) -> list[str]:
    """The font name of every cell format."""
    if tree is None:
        return []
    fonts = [_sheet_font(font, "name") for font in tree.findall(f"{_SHEET}fonts/{_SHEET}font")]
    formats = tree.findall(f"{_SHEET}cellXfs/{_SHEET}xf")
    places = [int(each.get("fontId", "0")) for each in formats]
    return [fonts[place] if place < len(fonts) else "" for place in places]


def _string_pieces(item: etree._Element, font: str) -> Iterator[_Piece]:
    for text in item.iter(f"{_SHEET}t"):
        run = text.getparent()
        properties = None if run is None else run.find(f"{_SHEET}rPr")
        own = "" if properties is None else _sheet_font(properties, "rFont")
        if text.text:
            yield _Piece(own or font, text.text, _replacing(text))


def _sheet_font(parent: etree._Element, name: str) -> str:
    child = parent.find(f"{_SHEET}{name}")
    return "" if child is None else child.get("val", "")


def _replacing(element: etree._Element) -> Callable[[str], None]:
    def replace(text: str) -> None:
        element.text = text

    return replace


def _replace_fonts(tree: etree._Element) -> None:
    """No font of an old encoding stays: it would draw the new letters wrongly."""
    for fonts in tree.iter(f"{_WORD}rFonts"):
        for key in _FONT_KEYS:
            if legacy_text.encoding_of_font(fonts.get(f"{_WORD}{key}", "")):
                fonts.set(f"{_WORD}{key}", _NEW_FONT)
    for font in tree.iter(f"{_SHEET}name", f"{_SHEET}rFont"):
        if legacy_text.encoding_of_font(font.get("val", "")):
            font.set("val", _NEW_FONT)


def _packed(archive: zipfile.ZipFile, trees: dict[str, etree._Element]) -> bytes:
    """The package with the changed parts, in the same order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in archive.infolist():
            if member.is_dir():
                continue
            data = archive.read(member)
            if member.filename in trees:
                data = etree.tostring(
                    trees[member.filename], xml_declaration=True, encoding="UTF-8", standalone=True
                )
            new.writestr(zipfile.ZipInfo(member.filename, member.date_time), data, new.compression)
    return out.getvalue()
