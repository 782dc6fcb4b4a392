"""A user guide as a Word file: table of contents, steps, pictures with captions, page numbers.

The bytes depend on the text, the pictures and the page numbers handed in, on nothing else.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from phongtrao.portal.readers import Guide, GuideTask, Picture, Piece

FONT = "Times New Roman"
PRODUCT = "Phong trào – hệ thống điều hành chương trình phối hợp"
TEXT_WIDTH = Cm(16.5)
PICTURE_WIDTH = Cm(15.5)
_DARK = RGBColor(0x6B, 0x14, 0x10)
_INDENT = Cm(1.7)  # the width of "Bước 10."
_SIZES = {"Normal": 12, "Title": 22, "Heading 1": 15, "Caption": 11, "Subtitle": 12}
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip archive can state
_FIXED_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - Word keeps it without a zone


def guide_word(guide: Guide, pictures: Path, pages: Sequence[int], *, version: str) -> bytes:
    """The Word file of a guide.

    `pictures` is the folder of `<key>.png`; `pages` are the pages on which the tasks begin, for the
    table of contents: those of the PDF. Raises FileNotFoundError for a picture that is not
    there.
    """
    document = Document()
    _set_page(document)
    _set_styles(document)
    document.add_paragraph(guide.title, style="Title")
    document.add_paragraph(f"{PRODUCT}, phiên bản {version}", style="Subtitle")
    for paragraph in guide.lead:
        _write(document.add_paragraph(), paragraph)
    _add_contents(document, guide.tasks, pages)
    numbers = {picture.key: n for n, picture in enumerate(guide.pictures, 1)}
    for n, task in enumerate(guide.tasks, 1):
        _add_task(document, n, task, pictures, numbers)
    _set_footer(document)
    _set_properties(document, guide.title)
    written = io.BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)


def _set_styles(document: Any) -> None:
    styles = document.styles
    styles.add_style("TOC 1", WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, size in (_SIZES | {"TOC 1": 12}).items():
        style = styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.italic = name == "Caption"
        for apart in style.element.xpath("w:rPr/w:spacing"):
            apart.getparent().remove(apart)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), FONT)
        fonts.set(qn("w:cs"), FONT)
        style.font.color.rgb = _DARK if name in {"Title", "Heading 1"} else RGBColor(0, 0, 0)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Caption"].font.bold = False
    styles["Caption"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    tabs = styles["TOC 1"].paragraph_format.tab_stops
    tabs.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _write(paragraph: Paragraph, pieces: Sequence[Piece]) -> None:
    for piece in pieces:
        run = paragraph.add_run(piece.text)
        run.bold = True if piece.mark == "verb" else None
        run.italic = True if piece.mark == "label" else None


def _add_task(
    document: Any, n: int, task: GuideTask, pictures: Path, numbers: Mapping[str, int]
) -> None:
    heading = document.add_paragraph(f"{n}. {task.title}", style="Heading 1")
    heading.paragraph_format.space_before = Pt(18)
    heading.paragraph_format.page_break_before = n > 1  # one task can be handed out by itself
    _bookmark(heading, n, _anchor(n))
    for paragraph in task.lead:
        _write(document.add_paragraph(), paragraph)
    for step_number, step in enumerate(task.steps, 1):
        paragraph = document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.left_indent, layout.first_line_indent = _INDENT, -_INDENT
        layout.tab_stops.add_tab_stop(_INDENT)
        layout.keep_with_next = bool(step.pictures)
        paragraph.add_run(f"Bước {step_number}.\t").bold = True
        _write(paragraph, step.words)
        for picture in step.pictures:
            _add_picture(document, picture, pictures, numbers[picture.key])
    for paragraph in task.notes:
        _write(document.add_paragraph(), paragraph)


def _add_picture(document: Any, picture: Picture, folder: Path, number: int) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(str(folder / f"{picture.key}.png"), width=PICTURE_WIDTH)
    properties = shape._inline.docPr  # noqa: SLF001 - python-docx offers no text for the blind
    properties.set("descr", picture.caption)
    properties.set("name", picture.key)
    caption = document.add_paragraph("Hình ", style="Caption")
    _add_field(caption, " SEQ Hình \\* ARABIC ", str(number))
    caption.add_run(f". {picture.caption}")


def _add_contents(document: Any, tasks: Sequence[GuideTask], pages: Sequence[int]) -> None:
    """A field that Word brings up to date; what it holds is already right."""
    title = document.add_paragraph()
    title.paragraph_format.space_before = Pt(12)
    title.add_run("Mục lục").bold = True
    paragraph = None
    for n, (task, page) in enumerate(zip(tasks, pages, strict=True), 1):
        paragraph = document.add_paragraph(style="TOC 1")
        if n == 1:
            _add_marks(paragraph, ' TOC \\o "1-1" \\h \\z \\u ')
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _anchor(n))
        runs_before = len(paragraph.runs)
        paragraph.add_run(f"{n}. {task.title}\t")
        _add_field(paragraph, f" PAGEREF {_anchor(n)} \\h ", str(page))
        for run in paragraph.runs[runs_before:]:
            link.append(run._r)  # noqa: SLF001 - python-docx has no links within a file
        paragraph._p.append(link)  # noqa: SLF001 - as above
    if paragraph is not None:
        _add_mark(paragraph, "end")


def _anchor(n: int) -> str:
    return f"_Toc{n:08d}"


def _bookmark(paragraph: Paragraph, n: int, name: str) -> None:
    for kind in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{kind}")
        mark.set(qn("w:id"), str(n))
        if kind == "bookmarkStart":
            mark.set(qn("w:name"), name)
            paragraph._p.insert(1, mark)  # noqa: SLF001 - python-docx has no bookmarks
        else:
            paragraph._p.append(mark)  # noqa: SLF001 - as above


def _add_field(paragraph: Paragraph, instruction: str, result: str) -> None:
    _add_marks(paragraph, instruction)
    paragraph.add_run(result)
    _add_mark(paragraph, "end")


def _add_marks(paragraph: Paragraph, instruction: str) -> None:
    """What opens a field, up to its result."""
    _add_mark(paragraph, "begin")
    code = OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = instruction
    paragraph.add_run()._r.append(code)  # noqa: SLF001 - python-docx has no fields
    _add_mark(paragraph, "separate")


def _add_mark(paragraph: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)  # noqa: SLF001 - as above


def _set_footer(document: Any) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("Trang ")
    _add_field(paragraph, " PAGE ", "1")
    paragraph.add_run("/")
    _add_field(paragraph, " NUMPAGES ", "1")


def _set_properties(document: Any, title: str) -> None:
    told = document.core_properties
    told.title, told.author, told.comments, told.language = title, PRODUCT, "", "vi-VN"
    told.last_modified_by, told.revision = "", 1
    told.created = told.modified = _FIXED_DAY


def _timeless(archive: bytes) -> bytes:
    """The archive written again with one fixed time, the same on every operating system."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(entry, source.read(name))
    return written.getvalue()
