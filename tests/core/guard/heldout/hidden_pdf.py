"""Hiding places in a PDF."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link, Text
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from .hidden_payload import HONEST, Payload
from .marks import without_marks

Build = Callable[[Payload], bytes]
Draw = Callable[[Canvas, Payload], None]
Change = Callable[[PdfWriter, Payload], None]
FONT_FILE = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
BOX = (50, 50, 250, 110)


def _text(text: str) -> str:
    """Without a Vietnamese font on the machine the text is written without tone marks."""
    return text if FONT_FILE.exists() else without_marks(text)


def _font() -> str:
    if not FONT_FILE.exists():
        return "Helvetica"
    if "HeldOut" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("HeldOut", str(FONT_FILE)))
    return "HeldOut"


def _drawn(draw: Draw | None, load: Payload) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont(_font(), 11)
    for n, line in enumerate(HONEST):
        canvas.drawString(50, 780 - 20 * n, _text(line))
    if draw:
        draw(canvas, load)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _page(draw: Draw) -> Build:
    return lambda load: _drawn(draw, load)


def _body(canvas: Canvas, load: Payload) -> None:
    canvas.drawString(50, 600, _text(load.text))


def _white(canvas: Canvas, load: Payload) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(50, 600, _text(load.text))


def _letters(canvas: Canvas, load: Payload) -> None:
    at = 50.0
    for sign in _text(load.text):
        canvas.drawString(at, 600, sign)
        at += canvas.stringWidth(sign, _font(), 11)


def _invisible(canvas: Canvas, load: Payload) -> None:
    text = canvas.beginText(50, 600)
    text.setTextRenderMode(3)
    text.textLine(_text(load.text))
    canvas.drawText(text)


def _second_page(canvas: Canvas, load: Payload) -> None:
    canvas.showPage()
    canvas.setFont(_font(), 11)
    canvas.drawString(50, 700, _text(load.text))


def _form_field(canvas: Canvas, load: Payload) -> None:
    canvas.acroForm.textfield(
        name="ghichu", value=without_marks(load.short), x=50, y=500, width=300
    )


def _outline(canvas: Canvas, load: Payload) -> None:
    canvas.bookmarkPage("mot")
    canvas.addOutlineEntry(load.text, "mot")


def _subject(canvas: Canvas, load: Payload) -> None:
    canvas.setSubject(load.text)


def _keywords(canvas: Canvas, load: Payload) -> None:
    canvas.setKeywords([load.short])


def _changed(change: Change) -> Build:
    def build(load: Payload) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(BytesIO(_drawn(None, load))))
        change(writer, load)
        buffer = BytesIO()
        writer.write(buffer)
        return buffer.getvalue()

    return build


def _note(writer: PdfWriter, load: Payload) -> None:
    writer.add_annotation(0, Text(rect=BOX, text=load.text))


def _free_text(writer: PdfWriter, load: Payload) -> None:
    writer.add_annotation(0, FreeText(rect=BOX, text=load.text))


def _link(writer: PdfWriter, load: Payload) -> None:
    plain = load.value.replace(" ", "")
    url = (
        f"tel:{plain}"
        if load.kind == "mobile"
        else f"mailto:vp@quangngai.gov.vn?subject={without_marks(load.short)}"
    )
    writer.add_annotation(0, Link(rect=BOX, url=url))


def _own_key(writer: PdfWriter, load: Payload) -> None:
    writer.add_metadata({"/GhiChu": load.text})


def _xmp(writer: PdfWriter, load: Payload) -> None:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    inside = f"<rdf:Alt><rdf:li>{load.text}</rdf:li></rdf:Alt>"
    about = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    packet = (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}"><rdf:Description {about}>'
        f"<dc:description>{inside}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    stream = StreamObject()
    stream.set_data(packet.encode())
    stream.update(
        {NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")}
    )
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _layer_name(writer: PdfWriter, load: Payload) -> None:
    group = DictionaryObject(
        {NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject(load.text)}
    )
    key = writer._add_object(group)
    both = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([key]), NameObject("/D"): DictionaryObject()}
    )
    writer.root_object[NameObject("/OCProperties")] = both


PLACES: dict[str, Build] = {
    "pdf-text": _page(_body), "pdf-white-text": _page(_white),
    "pdf-single-letters": _page(_letters),
    "pdf-invisible-text": _page(_invisible), "pdf-second-page": _page(_second_page),
    "pdf-form-field": _page(_form_field), "pdf-outline": _page(_outline),
    "pdf-info-subject": _page(_subject), "pdf-info-keywords": _page(_keywords),
    "pdf-note": _changed(_note), "pdf-free-text": _changed(_free_text), "pdf-link": _changed(_link),
    "pdf-info-own-key": _changed(_own_key), "pdf-xmp": _changed(_xmp),
    "pdf-layer-name": _changed(_layer_name),
}  # fmt: skip
