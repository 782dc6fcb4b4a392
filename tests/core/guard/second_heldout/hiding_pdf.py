"""Pdf files with one number in one place, made with pikepdf from a page of honest text."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_LINES = (
    "KE HOACH TO CHUC HOI NGHI SO KET PHONG TRAO TOAN DAN BAO VE AN NINH TO QUOC",
    "Thoi gian: 08 gio 00 ngay 12 thang 12 nam 2026 tai hoi truong tang 2.",
    "Thanh phan: dai dien cac co quan, to chuc thanh vien va cac khu dan cu.",
    "Kinh phi: 12.500.000 dong, chi tu nguon thuong xuyen cua don vi.",
)
_HONEST = "BT /F1 11 Tf 14 TL 60 760 Td " + " ".join(f"({line}) Tj T*" for line in _LINES) + " ET\n"
_BOX = [60, 600, 300, 640]


class _Draft:
    """One pdf in the making: a file, its page and the fonts of the page."""

    def __init__(self, content: str = "") -> None:
        self.pdf = pikepdf.new()
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )  # fmt: skip
        self.font = self.pdf.make_indirect(font)
        self.page = self._page(_HONEST + content)

    def _page(self, content: str) -> pikepdf.Page:
        page = self.pdf.add_blank_page(page_size=(595, 842))
        page.Resources = Dictionary(Font=Dictionary(F1=self.font))
        page.Contents = self.pdf.make_stream(content.encode("latin-1"))
        return page

    def second_page(self, content: str) -> None:
        """Add a page with ``content``."""
        self._page(content)

    def annotate(self, **keys: Any) -> None:
        """Put one annotation on the page."""
        note = Dictionary(Type=Name.Annot, Rect=Array(_BOX), **keys)
        self.page.Annots = Array([self.pdf.make_indirect(note)])

    def field(self, kind: pikepdf.Name, **keys: Any) -> None:
        """Put one form field on the page."""
        keys.setdefault("T", String("o_1"))
        self.annotate(Subtype=Name.Widget, FT=kind, DA=String("/F1 11 Tf 0 g"), **keys)
        fonts = Dictionary(Font=Dictionary(F1=self.font))
        self.pdf.Root.AcroForm = Dictionary(Fields=Array(list(self.page.Annots)), DR=fonts)

    def bytes(self) -> bytes:
        """Return the file."""
        stream = BytesIO()
        self.pdf.save(
            stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable
        )
        return stream.getvalue()


def _show(text: str, before: str = "") -> str:
    return f"BT /F1 11 Tf {before} 60 500 Td ({text}) Tj ET\n"


def _drawn(form: Callable[[str, str], str]) -> Callable[[str, str], bytes]:
    return lambda label, v: _Draft(form(label, v)).bytes()


def _spaced_array(label: str, v: str) -> str:
    parts = " ".join(f"({letter}) -20" for letter in v)
    return f"BT /F1 11 Tf 60 500 Td ({label} ) Tj [{parts}] TJ ET\n"


def _one_by_one(_label: str, v: str) -> str:
    """Every digit is placed alone and the last is drawn first."""
    shown = [f"BT /F1 11 Tf {60 + 7 * at} 500 Td ({x}) Tj ET" for at, x in enumerate(v)]
    return "\n".join(reversed(shown)) + "\n"


def _hidden_layer(label: str, v: str) -> bytes:
    draft = _Draft("/OC /L1 BDC " + _show(f"{label} {v}") + "EMC\n")
    layer = draft.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Nhap")))
    draft.page.Resources.Properties = Dictionary(L1=layer)
    off = Dictionary(OFF=Array([layer]), Order=Array([layer]))
    draft.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=off)
    return draft.bytes()


def _layer_name(_label: str, v: str) -> bytes:
    draft = _Draft()
    layer = draft.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"CCCD {v}")))
    draft.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())
    return draft.bytes()


def _info(key: str) -> Callable[[str, str], bytes]:
    def build(label: str, v: str) -> bytes:
        draft = _Draft()
        draft.pdf.docinfo[key] = f"{label} {v}"
        return draft.bytes()

    return build


def _xmp(label: str, v: str) -> bytes:
    draft = _Draft()
    xml = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about=""><dc:description><rdf:Alt>'
        f'<rdf:li xml:lang="x-default">{label} {v}</rdf:li></rdf:Alt></dc:description>'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    stream = draft.pdf.make_stream(xml.encode(), Type=Name.Metadata, Subtype=Name.XML)
    draft.pdf.Root.Metadata = stream
    return draft.bytes()


def _annotation(kind: pikepdf.Name, key: str) -> Callable[[str, str], bytes]:
    def build(label: str, v: str) -> bytes:
        draft = _Draft()
        draft.annotate(**{"Subtype": kind, key: String(f"{label} {v}")})
        return draft.bytes()

    return build


def _link(_label: str, v: str) -> bytes:
    draft = _Draft()
    action = Dictionary(S=Name.URI, URI=String(f"tel:{v}"))
    draft.annotate(Subtype=Name.Link, A=action)
    return draft.bytes()


def _appearance(label: str, v: str) -> bytes:
    draft = _Draft()
    form = draft.pdf.make_stream(
        _show(f"{label} {v}").encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array(_BOX),
        Resources=Dictionary(Font=Dictionary(F1=draft.font)),
    )  # fmt: skip
    draft.annotate(Subtype=Name.Stamp, AP=Dictionary(N=form))
    return draft.bytes()


def _form_object(label: str, v: str) -> bytes:
    draft = _Draft("q /X1 Do Q\n")
    form = draft.pdf.make_stream(
        _show(f"{label} {v}").encode(), Type=Name.XObject, Subtype=Name.Form,
        BBox=Array([0, 0, 595, 842]), Resources=Dictionary(Font=Dictionary(F1=draft.font)),
    )  # fmt: skip
    draft.page.Resources.XObject = Dictionary(X1=form)
    return draft.bytes()


def _field(kind: pikepdf.Name, key: str) -> Callable[[str, str], bytes]:
    def build(label: str, v: str) -> bytes:
        draft = _Draft()
        text = String(f"{label} {v}")
        draft.field(kind, **{key: Array([text]) if key == "Opt" else text})
        return draft.bytes()

    return build


def _outline(label: str, v: str) -> bytes:
    draft = _Draft()
    with draft.pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"{label} {v}", 0))
    return draft.bytes()


def _marked(key: str) -> Callable[[str, str], bytes]:
    def build(label: str, v: str) -> bytes:
        mark = f"/Span <</{key} ({label} {v})>> BDC " + _show("x") + "EMC\n"
        return _Draft(mark).bytes()

    return build


def _structure_alt(label: str, v: str) -> bytes:
    draft = _Draft()
    item = draft.pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(f"{label} {v}"))
    )
    draft.pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=Array([item]))
    return draft.bytes()


def _page_label(_label: str, v: str) -> bytes:
    draft = _Draft()
    draft.pdf.Root.PageLabels = Dictionary(
        Nums=Array([0, Dictionary(S=Name.D, P=String(f"CCCD {v}-"))])
    )
    return draft.bytes()


def _destination(_label: str, v: str) -> bytes:
    draft = _Draft()
    names = Array([String(f"cccd {v}"), Array([draft.page.obj, Name.Fit])])
    draft.pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    return draft.bytes()


def _attachment(label: str, v: str) -> bytes:
    draft = _Draft()
    draft.pdf.attachments["ghi-chu.txt"] = pikepdf.AttachedFileSpec(
        draft.pdf, f"{label} {v}".encode(), filename="ghi-chu.txt", mime_type="text/plain"
    )
    return draft.bytes()


def _attachment_note(label: str, v: str) -> bytes:
    draft = _Draft()
    file = pikepdf.AttachedFileSpec(draft.pdf, f"{label} {v}".encode(), filename="a.txt")
    draft.annotate(Subtype=Name.FileAttachment, FS=file.obj)
    return draft.bytes()


def _second_page(label: str, v: str) -> bytes:
    draft = _Draft()
    draft.second_page(_show(f"{label} {v}"))
    return draft.bytes()


def _old_revision(label: str, v: str) -> bytes:
    """Return a file saved in two steps: the newer step took the number off the page."""
    first = _Draft(_show(f"{label} {v}")).bytes()
    with pikepdf.open(BytesIO(first)) as pdf:
        number = pdf.pages[0].Contents.objgen[0]
        root, size = pdf.Root.objgen[0], int(pdf.trailer.Size)
    before = int(re.findall(rb"startxref\s+(\d+)", first)[-1])
    body = _HONEST.encode()
    step = f"\n{number} 0 obj\n<</Length {len(body)}>>\nstream\n".encode() + body
    at, joined = len(first) + 1, first + step + b"endstream\nendobj\n"
    table = f"xref\n{number} 1\n{at:010} 00000 n \ntrailer\n"
    trailer = f"<</Size {size}/Root {root} 0 R/Prev {before}>>\nstartxref\n{len(joined)}\n%%EOF\n"
    return joined + (table + trailer).encode()


PLACES: dict[str, Callable[[str, str], bytes]] = {
    "text": _drawn(lambda label, v: _show(f"{label} {v}")),
    "spaced-array": _drawn(_spaced_array),
    "digit-by-digit": _drawn(_one_by_one),
    "invisible-text": _drawn(lambda label, v: _show(f"{label} {v}", "3 Tr")),
    "white-text": _drawn(lambda label, v: "1 g " + _show(f"{label} {v}") + "0 g\n"),
    "tiny-text": _drawn(lambda label, v: _show(f"{label} {v}").replace(" 11 Tf", " 0.5 Tf")),
    "outside-the-page": _drawn(lambda label, v: _show(f"{label} {v}").replace("60 500", "900 900")),
    "turned-text": _drawn(
        lambda label, v: f"BT /F1 11 Tf 0 1 -1 0 500 300 Tm ({label} {v}) Tj ET\n"
    ),
    "covered-text": _drawn(lambda label, v: _show(f"{label} {v}") + "0 g 50 490 300 30 re f\n"),
    "actual-text": _marked("ActualText"),
    "marked-alt": _marked("Alt"),
    "hidden-layer": _hidden_layer,
    "layer-name": _layer_name,
    "form-object": _form_object,
    "second-page": _second_page,
    "info-title": _info("/Title"),
    "info-subject": _info("/Subject"),
    "info-keywords": _info("/Keywords"),
    "info-own-key": _info("/GhiChu"),
    "xmp": _xmp,
    "note": _annotation(Name.Text, "Contents"),
    "note-author": _annotation(Name.Text, "T"),
    "note-subject": _annotation(Name.Highlight, "Subj"),
    "free-text": _annotation(Name.FreeText, "Contents"),
    "stamp-appearance": _appearance,
    "link-target": _link,
    "field-value": _field(Name.Tx, "V"),
    "field-default": _field(Name.Tx, "DV"),
    "field-tooltip": _field(Name.Tx, "TU"),
    "field-name": _field(Name.Tx, "T"),
    "field-choice": _field(Name.Ch, "Opt"),
    "outline": _outline,
    "structure-alt": _structure_alt,
    "page-label": _page_label,
    "destination-name": _destination,
    "attachment": _attachment,
    "attachment-note": _attachment_note,
    "old-revision": _old_revision,
}
