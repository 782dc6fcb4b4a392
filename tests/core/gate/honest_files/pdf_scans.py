"""PDFs of scanners and telephones: pictures of pages, with or without a layer of text."""

import datetime
import io
from collections.abc import Callable

import fpdf
import pikepdf
from PIL import Image, ImageDraw

from tests.core.gate.honest_files import images
from tests.core.gate.honest_files.kind import Kind, kinds
from tests.core.gate.honest_files.prose import Prose

A4_100 = (827, 1_169)
DAY = datetime.datetime(2026, 3, 2, 7, 30, tzinfo=datetime.UTC)


def page(seed: int, number: int, mode: str = "L", size: tuple[int, int] = A4_100) -> Image.Image:
    """A page as a scanner sees it: lines of letters, a stamp, a margin."""
    picture = images.drawn(seed * 100 + number, *size, mode=mode)
    draw = ImageDraw.Draw(picture)
    prose = Prose(seed, f"scan{number}")
    for line in range(40):
        draw.text((80, 80 + 24 * line), prose.sentence().encode("ascii", "ignore").decode(), 0)
    return picture


def _pillow(mode: str, pages: int = 3, **options) -> Callable[[int], bytes]:
    def build(seed: int) -> bytes:
        buffer = io.BytesIO()
        sheets = [page(seed, number, mode) for number in range(pages + seed % 3)]
        day = DAY.timetuple()
        sheets[0].save(buffer, "PDF", save_all=True, append_images=sheets[1:], resolution=100,
                       creationDate=day, modDate=day, **options)  # fmt: skip
        return buffer.getvalue()

    return build


def read_scan(seed: int, *, pages: int = 2, mode: str = "L") -> bytes:
    """A scan that an OCR program has read: the text lies invisible over the picture."""
    paper, prose = fpdf.FPDF(unit="pt", format="A4"), Prose(seed, "ocr")
    paper.set_creation_date(DAY)
    paper.set_creator("Scanner OCR")
    paper.add_font("DejaVu", fname="/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    for number in range(pages):
        paper.add_page()
        buffer = io.BytesIO()
        page(seed, number, mode).save(buffer, "JPEG", quality=60)
        paper.image(buffer, 0, 0, 595, 842)
        paper.set_font("DejaVu", size=9)
        with paper.local_context(text_mode=fpdf.enums.TextMode.INVISIBLE):
            for text in prose.paragraphs():
                paper.multi_cell(0, 12, text, new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def _worked_on(step: Callable[[pikepdf.Pdf, int], None], source: Callable[[int], bytes] = read_scan,
               **options) -> Callable[[int], bytes]:  # fmt: skip
    def build(seed: int) -> bytes:
        with pikepdf.open(io.BytesIO(source(seed))) as paper:
            step(paper, seed)
            buffer = io.BytesIO()
            paper.save(buffer, deterministic_id=True, **options)
            return buffer.getvalue()

    return build


def rotated(paper: pikepdf.Pdf, _seed: int) -> None:
    for number, sheet in enumerate(paper.pages):
        sheet.Rotate = 90 * (number % 4)


def telephone(paper: pikepdf.Pdf, _seed: int) -> None:
    """A telephone's scanning program: XMP of its own, a crop, no outline."""
    with paper.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["xmp:CreatorTool"] = "Phone Scanner 9.1"
        metadata["pdf:Producer"] = "ScanKit"
        metadata["dc:title"] = "Quét 02-03-2026"
    for sheet in paper.pages:
        sheet.CropBox = [10, 10, 585, 832]


def one_bit(paper: pikepdf.Pdf, _seed: int) -> None:
    """The pages again as one-bit pictures without packing but Flate, as copiers write them."""
    for number, sheet in enumerate(paper.pages):
        bits = page(7, number, "1").tobytes()
        picture = paper.make_stream(bits)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width, picture.Height = A4_100
        picture.BitsPerComponent, picture.ColorSpace = 1, pikepdf.Name.DeviceGray
        sheet.Resources.XObject = pikepdf.Dictionary(I1=picture)


def blank_pages(paper: pikepdf.Pdf, _seed: int) -> None:
    """Empty backs of sheets: white pictures that pack by a thousand."""
    white = paper.make_stream(b"\xff" * (2_480 * 3_508))
    white.Type, white.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    white.Width, white.Height, white.BitsPerComponent = 2_480, 3_508, 8
    white.ColorSpace = pikepdf.Name.DeviceGray
    for _ in range(5):
        paper.add_blank_page(page_size=(595, 842))
        sheet = paper.pages[-1]
        sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(W=white))
        sheet.Contents = paper.make_stream(b"q 595 0 0 842 0 0 cm /W Do Q")


def profiled(paper: pikepdf.Pdf, _seed: int) -> None:
    """A colour profile as the intent of output, as archives want it."""
    from PIL import ImageCms

    profile = paper.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile.N = 3
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name("/GTS_PDFA1"),
        OutputConditionIdentifier="sRGB",
        DestOutputProfile=profile,
    )
    paper.Root.OutputIntents = pikepdf.Array([paper.make_indirect(intent)])


def padded(seed: int) -> bytes:
    """A copier fills up its last block with zeros; a mail program adds an empty line."""
    return b"\r\n" + read_scan(seed, pages=1) + b"\r\n" + b"\0" * 4_000


ALL = kinds("scanner layouts (Pillow, fpdf2)", "pdf", [
    ("scan-read", read_scan), ("scan-rotated", _worked_on(rotated)),
    ("scan-telephone", _worked_on(telephone)), ("scan-one-bit-read", _worked_on(one_bit)),
    ("scan-blank-backs", _worked_on(blank_pages)), ("scan-profile", _worked_on(profiled)),
    ("scan-padded", padded),
    ("scan-packed-objects", _worked_on(
        rotated, object_stream_mode=pikepdf.ObjectStreamMode.generate)),
])  # fmt: skip
ALL += [
    Kind(f"pdf-scan-unread-{name}", "scanner layouts (Pillow, fpdf2)", "pdf", build, due="hold")
    for name, build in (
        ("grey-jpeg", _pillow("L")), ("colour-jpeg", _pillow("RGB")), ("one-bit", _pillow("1")),
        ("palette", _pillow("P", pages=1)),
    )
]  # fmt: skip
