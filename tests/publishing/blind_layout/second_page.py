"""Second set: plants of the page, its number, and the letters."""

import unicodedata
from collections.abc import Callable

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from . import second_number, xml
from .build import set_theme
from .changes import colour, family, on_sheet, only, plant, retype
from .looks import FLOWING
from .model import Change, Sheet
from .old_letters import tcvn3, vni
from .second_ways import family_by, shade
from .typing_hand import set_family


def _sections(name: str, turn: Callable[[Section], None]) -> Change:
    def act(sheet: Sheet) -> None:
        for section in sheet.document.sections:
            turn(section)

    return on_sheet(name, act)


def _paper(short: float, long: float) -> Change:
    """Another paper for every section, each turned as it was."""

    def turn(section: Section) -> None:
        wide = (section.page_width or 0) > (section.page_height or 0)
        section.page_width = Mm(long if wide else short)
        section.page_height = Mm(short if wide else long)

    return _sections(f"paper-{short:g}-{long:g}", turn)


def _wide(*, marked: bool) -> Change:
    def turn(sheet: Sheet) -> None:
        section = sheet.document.sections[0]
        section.page_width, section.page_height = Mm(297), Mm(210)
        if marked:
            section.orientation = WD_ORIENT.LANDSCAPE

    return on_sheet(f"lying-{marked}", turn)


def _margin(side: str, millimetres: float) -> Change:
    return _sections(
        f"{side}-{millimetres:g}",
        lambda section: setattr(section, f"{side}_margin", Mm(millimetres)),
    )


def _gutter(section: Section) -> None:
    """Room for binding on top of the left margin."""
    section.gutter = Mm(15)


PAGE = [
    *plant(
        "page.paper-size",
        cva=_paper(215.9, 279.4), tba=_paper(148, 210), ctr=_paper(182, 257),
        bca=_paper(215.9, 355.6), dct=_paper(297, 420),
    ),
    *plant(
        "page.orientation",
        pgu=_wide(marked=True), tbl=_wide(marked=False), qda=_wide(marked=True),
        khb=_wide(marked=True),
    ),
    *plant(
        "page.margin-top",
        cvd=_margin("top", 12.7), hdo=_margin("top", 35), qda=_margin("top", 16),
        ctr=_margin("top", 30),
    ),
    *plant(
        "page.margin-bottom",
        cvb=_margin("bottom", 12.7), hdb=_margin("bottom", 31.7), tba=_margin("bottom", 10),
        dan=_margin("bottom", 16),
    ),
    *plant(
        "page.margin-left",
        cvc=_margin("left", 25.4), bca=_sections("gutter", _gutter), qdb=_margin("left", 20),
        gma=_margin("left", 42),
    ),
    *plant(
        "page.margin-right",
        cvb=_margin("right", 12.7), pan=_margin("right", 25.4), ggt=_margin("right", 10),
        nqa=_margin("right", 32),
    ),
]  # fmt: skip


def _typed_in(name: str) -> Change:
    """The family each typed piece states itself, page numbers apart."""

    def turn(sheet: Sheet) -> None:
        for run in sheet.document.element.body.iter(qn("w:r")):
            fonts = run.get_or_add_rPr().get_or_add_rFonts()
            fonts.attrib.clear()
            for attribute in ("ascii", "hAnsi", "cs"):
                fonts.set(qn(f"w:{attribute}"), name)

    return on_sheet(f"typed-{name}", turn)


def _by_defaults(name: str) -> Change:
    """The family of the file's defaults."""

    def turn(sheet: Sheet) -> None:
        defaults = sheet.document.styles.element.find(qn("w:docDefaults"))
        fonts = defaults.find(f".//{qn('w:rFonts')}")
        for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{attribute}"), name)

    return on_sheet(f"defaults-{name}", turn)


def _by_theme(name: str) -> Change:
    return on_sheet(f"theme-{name}", lambda sheet: set_theme(sheet, name))


def _by_normal(name: str) -> Change:
    return on_sheet(
        f"normal-{name}", lambda sheet: set_family(sheet.document.styles["Normal"].font, name)
    )


def _old_letters(part: str, font: str, turn: Callable[[str], str], at: int) -> Change:
    """A paragraph copied from an old file with its codes, its family old or already changed."""

    def act(sheet: Sheet) -> None:
        for run in sheet.of(part)[at].runs:
            run.text = turn(run.text)
            if font:
                set_family(run.font, font)

    return on_sheet(f"old-{part}-{font}", act)


def _tinted_style(sheet: Sheet) -> None:
    """The headings in the theme's blue, as Word offers them."""
    for piece in sheet.of("heading"):
        properties = piece.paragraph.style.element.get_or_add_rPr()
        for old in properties.findall(qn("w:color")):
            properties.remove(old)
        made = xml.element("color", val="2E74B5", themeColor="accent1", themeShade="BF")
        properties.insert_element_before(made, "w:sz", "w:szCs", "w:lang")


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _tones_apart(text: str) -> str:
    """Ready letters with the tone typed after them."""
    found = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
        rest = "".join(mark for mark in parts if mark not in tones)
        found.append(unicodedata.normalize("NFC", rest) + "".join(tones))
    return "".join(found)


FONT = [
    *plant(
        "font.family",
        ggt=_by_theme("Garamond"), qda=_by_normal("Verdana"), hdo=_typed_in("Segoe UI"),
        cvc=_by_defaults("Calibri"), tba=_by_defaults("Arial"), dct=_typed_in("Cambria"),
    ),
    *plant(
        "font.mixed",
        cva=only("clause", 1, family_by("linked", "Segoe UI", "clause")),
        ctr=only("clause", 3, family_by("chain", "Calibri", "clause")),
        pan=only("body", 1, family_by("tail", "Arial", "body")),
        qdb=only("clause", 4, family("Tahoma", "clause")),
        hdo=family_by("first", "Verdana", "end", "basis"),
    ),
    *plant(
        "font.legacy",
        cva=_old_letters("clause", ".VnTime", tcvn3, 0),
        khb=_old_letters("body", "VNI-Helve", vni, 1),
        ttb=_old_letters("body", "VNI-Times", vni, 2),
        dan=family_by("linked", ".VnTime", *FLOWING), bba=family(".VnArial", "clause"),
    ),
    *plant(
        "font.colour",
        cvb=shade("1F497D", "text2", "clause"), hdb=on_sheet("tinted", _tinted_style),
        qda=only("article", 1, colour("C00000", "article")),
        pan=colour("00B050", "issuer"), gma=colour("0070C0", "signer", way="char"),
        bca=only("clause", 1, colour("7F7F7F", "clause", way="partly")),
    ),
    *plant(
        "font.composed",
        tba=retype("clause", _apart, 1), qdb=retype("basis", _apart, 0),
        ctr=retype("abstract", _tones_apart), khb=retype("point", _tones_apart, 2),
        hdo=retype("clause", _apart, 0),
    ),
]  # fmt: skip

PLANTS = [*PAGE, *second_number.PLANTS, *FONT]
