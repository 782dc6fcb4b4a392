"""Word and Excel files in the fonts of TCVN3 and VNI, offered in Unicode."""

from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from phongtrao.core.gate import admit
from phongtrao.core.gate.legacy_offer import offered_package
from tests.core.gate import old_encodings as old

LINES = (
    "Ủy ban nhân dân xã tổ chức hội nghị",
    "Thường xuyên kiểm tra, đôn đốc các đơn vị trực thuộc",
    "Cuối quý gửi báo cáo về tỉnh để tổng hợp",
)
WRITERS = {".VnTime": old.tcvn3, "VNI-Times": old.vni}


def coded(text: str, font: str) -> str:
    """The letters that show ``text`` under ``font``."""
    return WRITERS[font](text).decode("latin-1")


def word(path: Path, font: str, lines: tuple[str, ...], *, by_style: bool = False) -> Path:
    paper = docx.Document()
    paper.styles["Normal"].font.name = font if by_style else "Calibri"
    for line in lines:
        run = paper.add_paragraph().add_run(line)
        if not by_style:
            run.font.name = font
    paper.save(str(path))
    return path


def lines_of(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def small(lines: tuple[str, ...], font: str) -> list[str]:
    """TCVN3 has no capitals with tones of their own: fonts of capitals had them."""
    return [line.replace("Ủ", "ủ") if font == ".VnTime" else line for line in lines]


@pytest.mark.parametrize("font", WRITERS)
@pytest.mark.parametrize("by_style", [True, False])
def test_a_word_file_in_an_old_font_is_offered_in_unicode(
    tmp_path: Path, font: str, *, by_style: bool
) -> None:
    lines = tuple(coded(line, font) for line in LINES)
    path = word(tmp_path / "a.docx", font, lines, by_style=by_style)
    into = tmp_path / "new.docx"
    assert offered_package(path, "a.docx", into) == {".VnTime": "tcvn3"}.get(font, "vni")
    assert lines_of(into) == small(LINES, font)
    assert lines_of(path) == list(lines)
    admitted = admit(into, "new.docx", reader="phongtrao.core.guard.package:read")
    assert admitted.accepted
    assert font not in "".join(part["text"] for part in admitted.result)


def test_text_beside_it_in_a_usual_font_stays_as_it_is(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", ".VnTime", tuple(coded(x, ".VnTime") for x in LINES))
    paper = docx.Document(str(path))
    paper.add_paragraph("Điều 1. Phạm vi: où, später")
    heading = paper.add_paragraph().add_run(coded("kế hoạch phối hợp", ".VnTime"))
    heading.font.name = ".VnTimeH"
    paper.save(str(path))
    into = tmp_path / "new.docx"
    assert offered_package(path, "a.docx", into) == "tcvn3"
    assert lines_of(into)[-2:] == ["Điều 1. Phạm vi: où, später", "KẾ HOẠCH PHỐI HỢP"]


def test_the_letter_that_word_keeps_as_a_soft_hyphen_is_read(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", ".VnTime", tuple(coded(x, ".VnTime") for x in LINES))
    paper = docx.Document(str(path))
    run = paper.add_paragraph().add_run("m")
    run.font.name = ".VnTime"
    for part in (OxmlElement("w:softHyphen"), OxmlElement("w:t")):
        run._r.append(part)
    run._r.findall(qn("w:t"))[-1].text = coded("ời", ".VnTime")
    paper.save(str(path))
    into = tmp_path / "new.docx"
    offered_package(path, "a.docx", into)
    assert lines_of(into)[-1] == "mười"


@pytest.mark.parametrize("font", WRITERS)
def test_a_workbook_in_an_old_font_is_offered_in_unicode(tmp_path: Path, font: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in LINES:
        sheet.append([coded(line, font), 5, "Điều"])
        sheet.cell(sheet.max_row, 1).font = Font(name=font)
    rich = TextBlock(InlineFont(rFont=font), coded("về việc", font))
    sheet["A9"] = CellRichText(["Điều: ", rich])
    book.save(tmp_path / "a.xlsx")
    into = tmp_path / "new.xlsx"
    assert offered_package(tmp_path / "a.xlsx", "a.xlsx", into) is not None
    new = openpyxl.load_workbook(into).active
    assert new is not None
    assert [new.cell(row, 1).value for row in (1, 2, 3)] == small(LINES, font)
    assert new["A1"].font.name == "Times New Roman"
    assert (new["B1"].value, new["C1"].value) == (5, "Điều")
    assert new["A9"].value == "Điều: về việc"


@pytest.mark.parametrize("font", WRITERS)
def test_modern_text_in_an_old_font_is_left_alone(tmp_path: Path, font: str) -> None:
    path = word(tmp_path / "a.docx", font, LINES)
    into = tmp_path / "new.docx"
    assert offered_package(path, "a.docx", into) is None
    assert not into.exists()


def test_a_modern_file_and_a_refused_file_have_no_offer(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "Calibri", LINES)
    assert offered_package(path, "a.docx", tmp_path / "new") is None
    assert offered_package(path, "a.xlsx", tmp_path / "new") is None
    assert not (tmp_path / "new").exists()
