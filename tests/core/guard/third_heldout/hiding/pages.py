"""Places of a PDF where a text can hide."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
from fpdf import FPDF
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from .picture import jpeg_with_exif

FIXED = datetime(2025, 9, 1, 8, 0, tzinfo=UTC)
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
Change = Callable[[pikepdf.Pdf, str], object]
Write = Callable[[FPDF, str], object]


def _sheet() -> FPDF:
    sheet = FPDF()
    sheet.set_creation_date(FIXED)
    sheet.add_page()
    if FONT.exists():
        sheet.add_font("serif", fname=str(FONT))
        sheet.set_font("serif", size=12)
    else:
        sheet.set_font("helvetica", size=12)
    sheet.multi_cell(0, 8, "Bao cao ket qua phong trao quy II")
    return sheet


def written(write: Write) -> Callable[[str], bytes]:
    """A page written on by ``write``."""

    def make(value: str) -> bytes:
        sheet = _sheet()
        write(sheet, value)
        return bytes(sheet.output())

    return make


def changed(change: Change) -> Callable[[str], bytes]:
    """A plain PDF changed by ``change``."""

    def make(value: str) -> bytes:
        with pikepdf.open(io.BytesIO(bytes(_sheet().output()))) as pdf:
            change(pdf, value)
            target = io.BytesIO()
            pdf.save(target, static_id=True)
            return target.getvalue()

    return make


def _white(sheet: FPDF, value: str) -> None:
    sheet.set_text_color(255, 255, 255)
    sheet.text(20, 80, value)


def _off_page(sheet: FPDF, value: str) -> None:
    sheet.text(20, 290, value)


def _second_page(sheet: FPDF, value: str) -> None:
    sheet.add_page()
    sheet.text(20, 40, value)


def _tiny(sheet: FPDF, value: str) -> None:
    sheet.set_font_size(1)
    sheet.text(20, 80, value)


def _invisible(sheet: FPDF, value: str) -> None:
    with sheet.local_context(text_mode="INVISIBLE"):
        sheet.text(20, 90, value)


def _spread(sheet: FPDF, value: str) -> None:
    at = 20.0
    for mark in value:
        sheet.text(at, 100, mark)
        at += sheet.get_string_width(mark)


def _outline(sheet: FPDF, value: str) -> None:
    sheet.start_section(value)


def _picture(sheet: FPDF, value: str) -> None:
    sheet.image(Image.open(io.BytesIO(jpeg_with_exif("Ảnh"))), x=20, y=60, w=10, alt_text=value)


def _info(key: str) -> Change:
    return lambda pdf, value: pdf.docinfo.__setitem__(Name(f"/{key}"), String(value))


def _xmp(field: str) -> Change:
    def change(pdf: pikepdf.Pdf, value: str) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as data:
            data[field] = value

    return change


def _annotation(**fields: object) -> Change:
    def change(pdf: pikepdf.Pdf, value: str) -> None:
        named = {key: String(value) if text == "{}" else text for key, text in fields.items()}
        note = Dictionary(Type=Name.Annot, Rect=Array([50, 50, 90, 90]), **named)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return change


def _field(key: str) -> Change:
    def change(pdf: pikepdf.Pdf, value: str) -> None:
        made = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("o1"),
            Rect=Array([50, 50, 200, 70]),
        )
        made[f"/{key}"] = String(value)
        field = pdf.make_indirect(made)
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    return change


def _piece(pdf: pikepdf.Pdf, value: str) -> None:
    pdf.Root.PieceInfo = Dictionary(SoanThao=Dictionary(Private=Dictionary(GhiChu=String(value))))


def _layer(pdf: pikepdf.Pdf, value: str) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(value)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def attached(value: str) -> bytes:
    """A text file attached to the page's document."""

    def change(pdf: pikepdf.Pdf, text: str) -> None:
        pdf.attachments["ghi-chu.txt"] = pikepdf.AttachedFileSpec(
            pdf, text.encode(), filename="ghi-chu.txt"
        )

    return changed(change)(value)


PAGE_PLACES: dict[str, Callable[[str], bytes]] = {
    "pdf-text": written(lambda sheet, value: sheet.text(20, 60, value)),
    "pdf-second-page": written(_second_page),
    "pdf-bottom-edge": written(_off_page),
    "pdf-white-text": written(_white),
    "pdf-tiny-text": written(_tiny),
    "pdf-invisible-text": written(_invisible),
    "pdf-letter-by-letter": written(_spread),
    "pdf-outline": written(_outline),
    "pdf-picture-alternative": written(_picture),
    "pdf-title": changed(_info("Title")),
    "pdf-author": changed(_info("Author")),
    "pdf-subject": changed(_info("Subject")),
    "pdf-keywords": changed(_info("Keywords")),
    "pdf-own-info-key": changed(_info("GhiChu")),
    "pdf-xmp-description": changed(_xmp("dc:description")),
    "pdf-xmp-title": changed(_xmp("dc:title")),
    "pdf-note": changed(_annotation(Subtype=Name.Text, Contents="{}")),
    "pdf-hidden-note": changed(_annotation(Subtype=Name.Text, Contents="{}", F=2)),
    "pdf-note-author": changed(_annotation(Subtype=Name.Text, Contents=String("Xem lại"), T="{}")),
    "pdf-highlight-note": changed(
        _annotation(
            Subtype=Name.Highlight,
            Contents="{}",
            QuadPoints=Array([50, 90, 90, 90, 50, 50, 90, 50]),
        )
    ),
    "pdf-field-value": changed(_field("V")),
    "pdf-field-default": changed(_field("DV")),
    "pdf-field-tooltip": changed(_field("TU")),
    "pdf-private-data": changed(_piece),
    "pdf-layer-name": changed(_layer),
}
