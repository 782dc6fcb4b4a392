"""PDF files and pictures: pages, notes, forms, properties, and texts beside the picture."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, PngImagePlugin
from reportlab.pdfgen import canvas

from phongtrao.core.guard.package import judge

NUMBER = "0912345678"


def _kinds(tmp_path: Path, data: bytes, kind: str = "pdf") -> set[str]:
    path = tmp_path / "file"
    path.write_bytes(data)
    return {finding.kind for part in judge(path, kind) for finding in part.findings}


def _page(draw: Callable[[canvas.Canvas], None]) -> bytes:
    target = io.BytesIO()
    page = canvas.Canvas(target)
    page.drawString(72, 760, "Ke hoach phoi hop")
    draw(page)
    page.save()
    return target.getvalue()


def _spread(page: canvas.Canvas) -> None:
    for place, digit in enumerate(NUMBER):
        page.drawString(72 + place * 14, 700, digit)


def _letter_by_letter(page: canvas.Canvas) -> None:
    for place, sign in enumerate(f"SDT:{NUMBER[1:]}"):
        page.drawString(72 + place * 9, 700, sign)


def _spaced(page: canvas.Canvas) -> None:
    text = page.beginText(72, 700)
    text.setCharSpace(6)
    text.textLine(f"Goi {NUMBER}")
    page.drawText(text)


def _unseen(page: canvas.Canvas) -> None:
    text = page.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textLine(NUMBER)
    page.drawText(text)


def _white(page: canvas.Canvas) -> None:
    page.setFillColorRGB(1, 1, 1)
    page.drawString(72, 700, NUMBER)


def _two_lines(page: canvas.Canvas) -> None:
    page.drawString(72, 700, "Nguoi nhan tin bao dong: 0912 345")
    page.drawString(72, 684, "678, thon Mau.")


def _field(page: canvas.Canvas) -> None:
    page.acroForm.textfield(name="x", value=NUMBER, x=72, y=700)


def _choice(page: canvas.Canvas) -> None:
    page.acroForm.choice(name="x", value="a", options=["a", NUMBER], x=72, y=700)


@pytest.mark.parametrize(
    "draw",
    [
        _spread,
        _letter_by_letter,
        _spaced,
        _unseen,
        _white,
        _two_lines,
        _field,
        _choice,
        lambda page: page.setTitle(NUMBER),
        lambda page: page.setKeywords(NUMBER),
        lambda page: page.textAnnotation(NUMBER, Rect=[0, 0, 9, 9]),
        lambda page: page.linkURL(f"tel:{NUMBER}", (0, 0, 9, 9)),
        lambda page: (page.bookmarkPage("a"), page.addOutlineEntry(NUMBER, "a")),
    ],
    ids=["spread", "letters", "spaced", "unseen", "white", "wrapped", "field", "choice", "title",
         "keywords", "note", "link", "bookmark"],
)  # fmt: skip
def test_no_place_of_a_pdf_hides_a_number(
    tmp_path: Path, draw: Callable[[canvas.Canvas], None]
) -> None:
    assert _kinds(tmp_path, _page(draw)) == {"mobile"}


def _with(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    document, target = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    change(document)
    document.save(target)
    return target.getvalue()


def _metadata(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as metadata:
        metadata["dc:description"] = NUMBER


def _described(document: pikepdf.Pdf) -> None:
    element = pikepdf.Dictionary(S=pikepdf.Name.Figure, Alt=NUMBER)
    document.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array([element]))


def _layer(document: pikepdf.Pdf) -> None:
    layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=NUMBER))
    document.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]))


def _page_label(document: pikepdf.Pdf) -> None:
    label = pikepdf.Dictionary(P=NUMBER)
    document.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, label]))


def _name(document: pikepdf.Pdf) -> None:
    names = pikepdf.Dictionary(Names=pikepdf.Array([NUMBER, pikepdf.Array([])]))
    document.Root.Names = pikepdf.Dictionary(Dests=names)


@pytest.mark.parametrize("change", [_metadata, _described, _layer, _page_label, _name])
def test_no_tree_of_a_pdf_hides_a_number(
    tmp_path: Path, change: Callable[[pikepdf.Pdf], None]
) -> None:
    assert "mobile" in _kinds(tmp_path, _with(change))


def test_a_page_without_text_is_told_from_one_with_text(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(_with(lambda _document: None))
    assert not any(part.has_text for part in judge(path, "pdf") if part.part.startswith("page"))


def _png(chunk: bytes) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (2, 2)).save(target, "PNG")
    data = target.getvalue()
    size = struct.pack(">I", len(chunk) - 4)
    return data[:33] + size + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[33:]


@pytest.mark.parametrize(
    "chunk",
    [
        b"tEXtComment\0" + NUMBER.encode(),
        b"zTXtComment\0\0" + zlib.compress(NUMBER.encode()),
        b"iTXtComment\0\0\0\0\0" + NUMBER.encode(),
        b"iTXtComment\0\1\0\0\0" + zlib.compress(NUMBER.encode()),
        b"iTXtXML:com.adobe.xmp\0\0\0\0\0<x>" + NUMBER.encode() + b"</x>",
    ],
)
def test_no_chunk_of_a_png_hides_a_number(tmp_path: Path, chunk: bytes) -> None:
    assert _kinds(tmp_path, _png(chunk), "png") == {"mobile"}


@pytest.mark.parametrize("tag", [0x010E, 0x013B, 0x9C9C, 0x9286])
def test_no_tag_of_a_photograph_hides_a_number(tmp_path: Path, tag: int) -> None:
    exif = Image.Exif()
    wide = tag == 0x9C9C
    exif[tag] = NUMBER.encode("utf-16-le") if wide else NUMBER
    target = io.BytesIO()
    Image.new("RGB", (2, 2)).save(target, "JPEG", exif=exif)
    assert _kinds(tmp_path, target.getvalue(), "jpg") == {"mobile"}
    shown = io.BytesIO()
    Image.new("RGB", (2, 2)).save(shown, "PNG", exif=exif, pnginfo=PngImagePlugin.PngInfo())
    assert _kinds(tmp_path, shown.getvalue(), "png") == {"mobile"}


def test_the_comment_of_a_photograph_is_read(tmp_path: Path) -> None:
    target = io.BytesIO()
    Image.new("RGB", (2, 2)).save(target, "JPEG", comment=NUMBER)
    assert _kinds(tmp_path, target.getvalue(), "jpg") == {"mobile"}


def _saved_again(first: bytes, *, is_other_page: bool) -> bytes:
    """A file with a second save behind the first, as a signature or a correction leaves it."""
    with pikepdf.open(io.BytesIO(first)) as document:
        number = document.pages[0].Contents.objgen[0]
        root, size = document.Root.objgen[0], int(document.trailer.Size)
        kept = document.pages[0].Contents.read_bytes()
    before = int(first.rpartition(b"startxref")[2].split()[0])
    body = b"BT ET" if is_other_page else kept
    changed = b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        number,
        len(body),
        body,
    )
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(first))
    trailer = b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return first + changed + table + trailer % (size, root, before, len(first) + len(changed))


def test_what_a_later_save_took_off_a_page_is_read(tmp_path: Path) -> None:
    first = _page(lambda page: page.drawString(72, 700, f"DT {NUMBER}"))
    assert _kinds(tmp_path, _saved_again(first, is_other_page=True)) == {"mobile"}


def test_an_honest_file_saved_twice_passes(tmp_path: Path) -> None:
    first = _page(lambda page: page.drawString(72, 700, "So luong 12"))
    assert _kinds(tmp_path, _saved_again(first, is_other_page=False)) == set()


def test_single_figures_in_columns_are_no_number(tmp_path: Path) -> None:
    def columns(page: canvas.Canvas) -> None:
        for row in range(3):
            for place, digit in enumerate(NUMBER):
                page.drawString(72 + place * 40, 700 - row * 20, digit)

    assert _kinds(tmp_path, _page(columns)) == set()
