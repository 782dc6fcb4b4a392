"""PDFs by Python libraries and typst: text, tables, pictures, links, outlines, forms."""

import datetime
import io
import logging
from collections.abc import Callable
from functools import cache
from typing import Any

import fpdf
import typst
from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from tests.core.gate.honest_files import images
from tests.core.gate.honest_files.kind import kinds
from tests.core.gate.honest_files.prose import Prose

DAY = datetime.datetime(2026, 3, 2, 7, 30, tzinfo=datetime.UTC)
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
BOLD = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
rl_config.invariant = 1
# One line for each table of each font: thousands, kept by the test runner.
logging.getLogger("fontTools.subset").setLevel(logging.WARNING)


def _fpdf(step: Callable[[Any, Prose, int], None], *, font: bool = True) -> Callable[[int], bytes]:
    def build(seed: int) -> bytes:
        prose, paper = Prose(seed, "fpdf"), fpdf.FPDF()
        paper.set_creation_date(DAY)
        paper.set_title(prose.title())
        if font:
            paper.add_font("DejaVu", fname=FONT)
            paper.add_font("DejaVu", "B", fname=BOLD)
        paper.add_page()
        paper.set_font("DejaVu" if font else "Helvetica", size=12)
        step(paper, prose, seed)
        return bytes(paper.output())

    return build


def fpdf_text(paper: Any, prose: Prose, _seed: int) -> None:
    for text in prose.paragraphs():
        paper.multi_cell(0, 7, text, new_x="LMARGIN", new_y="NEXT")


def fpdf_core_font(paper: Any, _prose: Prose, seed: int) -> None:
    for number in range(20 + seed):
        paper.cell(0, 8, f"{number}. Bao cao thang {seed + 1}", new_x="LMARGIN", new_y="NEXT")


def fpdf_table(paper: Any, prose: Prose, _seed: int) -> None:
    with paper.table() as grid:
        for line in [prose.header(), *prose.table(40)]:
            row = grid.row()
            for value in line:
                row.cell(str(value))


def fpdf_pictures(paper: Any, prose: Prose, seed: int) -> None:
    fpdf_text(paper, prose, seed)
    for form in ("PNG", "JPEG", "GIF"):
        paper.image(io.BytesIO(images.raster(seed, form)), w=80)


def fpdf_outline(paper: Any, prose: Prose, _seed: int) -> None:
    for number in range(6):
        paper.start_section(f"Phần {number + 1} /JS")
        paper.multi_cell(0, 7, prose.paragraph(), new_x="LMARGIN", new_y="NEXT")
        paper.add_page()
    paper.cell(0, 8, "Liên kết", link="https://quochoi.vn")
    paper.set_page_label(label_style="r")


def fpdf_restricted(paper: Any, prose: Prose, seed: int) -> None:
    """Printing allowed, copying not: locked with an owner password, opens without one."""
    fpdf_text(paper, prose, seed)
    paper.set_encryption(
        owner_password="chu so huu", permissions=fpdf.enums.AccessPermission.none()
    )


def fpdf_long(paper: Any, prose: Prose, _seed: int) -> None:
    for number in range(200):
        paper.multi_cell(
            0, 7, f"Trang {number + 1}. {prose.paragraph()}", new_x="LMARGIN", new_y="NEXT"
        )
        paper.add_page()


def _canvas(step: Callable[[Canvas, Prose, int], None], **options: Any) -> Callable[[int], bytes]:
    def build(seed: int) -> bytes:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=A4, **options)
        prose = Prose(seed, "reportlab")
        canvas.setTitle(prose.title())
        canvas.setFont(_reportlab_font(), 12)
        step(canvas, prose, seed)
        canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return build


@cache
def _reportlab_font() -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("DejaVu", FONT))
    return "DejaVu"


def canvas_text(canvas: Canvas, prose: Prose, _seed: int) -> None:
    for number in range(20):
        canvas.drawString(60, 780 - 20 * number, prose.sentence()[:80])


def canvas_form(canvas: Canvas, prose: Prose, seed: int) -> None:
    canvas_text(canvas, prose, seed)
    form = canvas.acroForm
    form.textfield(name="so", x=60, y=300, value="12")
    form.checkbox(name="dat", x=60, y=250, checked=True)
    form.choice(name="xep", x=60, y=200, options=["A", "B"], value="A")
    form.radio(name="chon", value="1", x=60, y=150)
    form.radio(name="chon", value="2", x=90, y=150)


def canvas_links(canvas: Canvas, prose: Prose, seed: int) -> None:
    canvas_text(canvas, prose, seed)
    canvas.linkURL("https://quochoi.vn/LINK", (60, 60, 200, 80))
    canvas.bookmarkPage("dau")
    canvas.addOutlineEntry("Phần một", "dau")
    canvas.linkAbsolute("về đầu", "dau", (60, 90, 200, 110))
    canvas.setPageTransition("Wipe")


def canvas_pictures(canvas: Canvas, prose: Prose, seed: int) -> None:
    from reportlab.lib.utils import ImageReader

    canvas_text(canvas, prose, seed)
    for number, form in enumerate(("PNG", "JPEG")):
        reader = ImageReader(io.BytesIO(images.raster(seed, form)))
        canvas.drawImage(reader, 60, 100 + 150 * number, 200, 120)


def canvas_plain_bytes(canvas: Canvas, prose: Prose, seed: int) -> None:
    """Text that looks like the inside of a PDF, in streams left unpacked."""
    canvas_text(canvas, prose, seed)
    canvas.setFont("Helvetica", 10)
    for number, text in enumerate(("/JS (x) /JavaScript", "<< /Launch >>", "trailer << /A 1 >>")):
        canvas.drawString(60, 60 + 14 * number, text)


def story(seed: int) -> bytes:
    """Paragraphs and a table over several pages."""
    buffer, prose = io.BytesIO(), Prose(seed, "story")
    style = getSampleStyleSheet()["Normal"]
    style.fontName = _reportlab_font()
    parts: list[Any] = [Paragraph(text, style) for text in _plain(prose)]
    rows = [[str(value) for value in line] for line in [prose.header(), *prose.table(120)]]
    grid = Table(rows, repeatRows=1)
    grid.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"),
                              ("FONTNAME", (0, 0), (-1, -1), style.fontName)]))  # fmt: skip
    SimpleDocTemplate(buffer, pagesize=A4).build([*parts, grid])
    return buffer.getvalue()


def _plain(prose: Prose) -> list[str]:
    from xml.sax.saxutils import escape

    return [escape(text) for text in prose.paragraphs()]


def _typst(step: Callable[[Prose], str], **options: Any) -> Callable[[int], bytes]:
    def build(seed: int) -> bytes:
        prose = Prose(seed, "typst")
        day = "datetime(year: 2026, month: 3, day: 2)"
        head = f'#set document(title: "Báo cáo", date: {day})\n#set text(font: "DejaVu Sans")\n'
        return bytes(typst.compile((head + step(prose)).encode(), **options))

    return build


def typst_text(prose: Prose) -> str:
    return "\n\n".join(f"#text({_quoted(text)})" for text in prose.paragraphs())


def typst_table(prose: Prose) -> str:
    cells = [value for line in [prose.header(), *prose.table(60)] for value in line]
    return "#table(columns: 5, " + ", ".join(_quoted(str(value)) for value in cells) + ")"


def typst_outline(prose: Prose) -> str:
    parts = "\n".join(f"= Phần {n}\n#text({_quoted(prose.paragraph())})" for n in range(1, 8))
    link = '#link("https://quochoi.vn")[Quốc hội] $ a / b = sum_(i=1)^n x_i $ @'
    return f"#outline()\n{parts}\n{link[:-1]}"


def typst_pages(prose: Prose) -> str:
    return "#pagebreak()\n".join(f"#text({_quoted(prose.paragraph())})\n" for _ in range(200))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_FPDF = (fpdf_text, fpdf_table, fpdf_pictures, fpdf_outline, fpdf_restricted)
_CANVAS = (canvas_text, canvas_form, canvas_links, canvas_pictures)
ALL = kinds("fpdf2", "pdf", [(s.__name__.replace("_", "-"), _fpdf(s)) for s in _FPDF])
ALL += kinds("fpdf2", "pdf", [("fpdf-core-font", _fpdf(fpdf_core_font, font=False))])
ALL += kinds("fpdf2", "pdf", [("fpdf-200-pages", _fpdf(fpdf_long))], heavy=True)
ALL += kinds("ReportLab", "pdf",
             [(s.__name__.replace("_", "-"), _canvas(s)) for s in _CANVAS])  # fmt: skip
ALL += kinds("ReportLab", "pdf", [
    ("canvas-plain-bytes", _canvas(canvas_plain_bytes, pageCompression=0)), ("story", story),
    ("canvas-1-3", _canvas(canvas_text, pdfVersion=(1, 3))),
])  # fmt: skip
ALL += kinds("typst", "pdf", [
    ("typst-text", _typst(typst_text)), ("typst-table", _typst(typst_table)),
    ("typst-outline", _typst(typst_outline)), ("typst-200-pages", _typst(typst_pages)),
    ("typst-a-2b", _typst(typst_text, pdf_standards=["a-2b"])),
    ("typst-1-7", _typst(typst_outline, pdf_standards=["1.7"])),
])  # fmt: skip
