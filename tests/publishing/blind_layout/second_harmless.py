"""Second set: unusual typing that is no fault."""

import struct
import zlib
from copy import deepcopy
from io import BytesIO

from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from . import xml
from .changes import both, habit, insert, on_sheet, reword
from .looks import FLOWING
from .model import Change, Sheet
from .second_ways import line, says, shaped


def _runs(sheet: Sheet, *parts: str) -> list[Run]:
    return [run for piece in sheet.of(*parts) for run in piece.runs]


def _capitals_by_style(sheet: Sheet) -> None:
    """The offices' names typed small and shown in capitals by their style."""
    for part in ("parent", "issuer"):
        for piece in sheet.of(part):
            piece.paragraph.style.font.all_caps = True
            for run in piece.runs:
                run.text = run.text.lower()


def _other_scripts(sheet: Sheet) -> None:
    """Sizes and weights for Arabic and families for Chinese, which no Vietnamese letter obeys."""
    for run in _runs(sheet, *FLOWING, "kind", "motto"):
        properties = run._r.get_or_add_rPr()
        for old in properties.findall(qn("w:szCs")):
            properties.remove(old)
        properties.insert_element_before(xml.element("szCs", val="18"), "w:u", "w:lang")
        properties.insert_element_before(xml.element("iCs"), "w:color", "w:sz", "w:szCs", "w:lang")
        properties.get_or_add_rFonts().set(qn("w:eastAsia"), "MS Mincho")


def _marks_of_paragraphs(sheet: Sheet) -> None:
    """The marks at the ends of paragraphs and some lone spaces have another look."""
    for piece in sheet.of(*FLOWING):
        properties = piece.paragraph._p.get_or_add_pPr()
        for old in properties.findall(qn("w:rPr")):
            properties.remove(old)
        mark = xml.element("rPr")
        mark.append(xml.element("rFonts", ascii="Arial", hAnsi="Arial"))
        mark.append(xml.element("b"))
        mark.append(xml.element("sz", val="20"))
        properties.append(mark)
        space = piece.paragraph.add_run(" ")
        space.font.name, space.font.size = "Calibri", Pt(11)


def _hidden(sheet: Sheet) -> None:
    """A note of the drafter that is neither shown nor printed."""
    run = sheet.of("clause")[0].paragraph.add_run(" (xem lại số liệu)")
    run.font.hidden, run.font.name, run.font.size = True, "Arial", Pt(9)


def _struck_out(sheet: Sheet) -> None:
    """A paragraph deleted as a revision, which stays in the file until it is accepted."""
    made = sheet.of("maker")[0].paragraph.insert_paragraph_before()._p
    gone = xml.element("del", id="901", author="Văn thư", date="2026-01-01T00:00:00Z")
    run, text = xml.element("r"), xml.element("delText")
    text.text = "Kính gửi: Các phòng, chi cục"
    run.append(text)
    gone.append(run)
    made.append(gone)
    mark = xml.element("rPr")
    mark.append(xml.element("del", id="902", author="Văn thư", date="2026-01-01T00:00:00Z"))
    made.get_or_add_pPr().append(mark)


def _picture(width: int, height: int, colour: bytes) -> BytesIO:
    """A small picture of one colour."""
    rows = (b"\0" + colour * width) * height

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _below_the_office(sheet: Sheet) -> Paragraph:
    """An empty centred paragraph between the signer's office and name."""
    signer = sheet.of("signer")[0].paragraph
    made = signer.insert_paragraph_before()
    made.alignment = 1
    return made


def _signature_picture(sheet: Sheet) -> None:
    """The picture of a signature on an electronic paper, in the room above the name."""
    sheet.of("signer")[0].paragraph.paragraph_format.space_before = Pt(6)
    picture = _picture(60, 20, b"\x30\x40\xc0")
    _below_the_office(sheet).add_run().add_picture(picture, width=Mm(30))


def _signed(sheet: Sheet) -> None:
    """“(Đã ký)” on the copy for publication."""
    run = _below_the_office(sheet).add_run("(Đã ký)")
    run.italic, run.font.size, run.font.name = True, Pt(14), "Times New Roman"


def _stressed(sheet: Sheet) -> None:
    """A few words within the text in bold or italic, to stress them."""
    for index, piece in enumerate(sheet.of("clause")[:2]):
        run = piece.runs[0]
        text = run.text
        run.text = text[:60]
        other = piece.paragraph.add_run(text[60:])
        other.font.size = run.font.size
        run.bold = not index
        run.italic = bool(index)


def _level_marks(sheet: Sheet) -> None:
    """Levels for the navigation pane on the kind and the headings, without Word's headings."""
    for piece in sheet.of("kind", "article"):
        made = xml.element("outlineLvl", val="0")
        piece.paragraph._p.get_or_add_pPr().insert_element_before(made, "w:rPr", "w:sectPr")


def _empty_first_header(sheet: Sheet) -> None:
    """The first page's header holds a few spaces."""
    header = sheet.document.sections[0].first_page_header
    header.paragraphs[0].add_run("   ")


def _letter_by_letter(sheet: Sheet) -> None:
    """The date torn into many runs, one a letter, as after a change of the keyboard."""
    run = sheet.of("date")[0].runs[0]
    text, last = run.text, run._r
    run.text = text[0]
    for letter in text[1:]:
        other = deepcopy(run._r)
        word = next(other.iter(qn("w:t")))
        word.text = letter
        word.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        last.addnext(other)
        last = other


_TABLE = (
    ("row", "TT | Nội dung | Đơn vị | Thời hạn"),
    ("row", "1 | Rà soát trang thiết bị | Văn phòng | Tháng 02"),
    ("row", "2 | Diễn tập chữa cháy | Các phòng | Tháng 9"),
)
_OLD_SPELLING = both(
    reword("issuer", "ỦY", "UỶ"), reword("sign", "ỦY", "UỶ"),
    says("nation", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
)  # fmt: skip
SECOND_HARMLESS: list[tuple[str, Change]] = [
    ("cvb", on_sheet("capitals-by-style", _capitals_by_style)),
    ("cva", on_sheet("other-scripts", _other_scripts)),
    ("qdb", on_sheet("marks-of-paragraphs", _marks_of_paragraphs)),
    ("cva", on_sheet("hidden", _hidden)),
    ("qda", on_sheet("struck-out", _struck_out)),
    ("ctr", on_sheet("signature-picture", _signature_picture)),
    ("pan", on_sheet("signed", _signed)),
    ("khb", on_sheet("stressed", _stressed)),
    ("qda", on_sheet("levels", _level_marks)),
    ("dan", on_sheet("spaces-in-first-header", _empty_first_header)),
    ("nqa", on_sheet("letter-by-letter", _letter_by_letter)),
    ("khb", insert("clause", *_TABLE)),
    ("dan", _OLD_SPELLING),
    ("bca", shaped("exact18", line(18, "exact"), *FLOWING)),
    ("ttb", habit(body=13, line=1.5, margins=(25, 25, 35, 15))),
    ("qda", reword("sign", "GIÁM ĐỐC", "Q. GIÁM ĐỐC")),
    ("cva", both(reword("sign", "KT. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC"),
        reword("sign", "PHÓ GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"))),
    ("khl", reword("signer", "Phạm", "Đại tá Phạm")),
    ("cvd", reword("archive", "VT, VP.", "VT, VP, TH.05.")),
    ("cvc", says("motto", "Độc lập\u00a0-\u00a0Tự do\u00a0-\u00a0Hạnh phúc")),
    ("tba", both(reword("number", "117", "1117"), reword("date", "21 tháng 4", "10 tháng 10"))),
    ("hdb", habit(lists=False, font="direct", rule="border")),
    ("qdb", habit(look="styles", font="theme", indent=10, before=6, after=6)),
    ("dct", habit(head="single", rule="vml", font="direct")),
    ("gma", habit(head="table", rule="border", nation=13, font="theme")),
]  # fmt: skip
"""By base the change that leaves the paper faultless."""
