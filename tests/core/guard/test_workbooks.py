"""Workbooks: cells of every kind, and the places beside the cells."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from phongtrao.core.guard.package import judge
from tests.core.gate.packages import xlsx

NUMBER = "0912345678"
HALVES = NUMBER[:5], NUMBER[5:]
LOOK = "<rPr><b/><sz val='11'/><rFont val='Calibri'/></rPr>"
RICH = f"<r><t>gọi {HALVES[0]}</t></r><r>{LOOK}<t>{HALVES[1]}</t></r>"


def _kinds(tmp_path: Path, data: bytes) -> set[str]:
    path = tmp_path / "file.xlsx"
    path.write_bytes(data)
    return {finding.kind for part in judge(path, "xlsx") for finding in part.findings}


def _text(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


@pytest.mark.parametrize(
    ("header", "value", "kind"),
    [
        ("SĐT", "912345678", "mobile"),
        ("Điện thoại", "9.12345678E8", "mobile"),
        ("Số CCCD", "79201012345", "cccd"),
        ("CCCD", "1201012345", "cccd"),
        ("CMND", "212345678", "cmnd"),
        ("Mã số BHXH", "5120123456", "bhxh"),
        ("Số tài khoản", "1.903456789012E12", "bank"),
        ("Số tài khoản", "1.9034567890123456E18", "bank"),
    ],
)
def test_a_number_cell_is_read_under_its_header(
    tmp_path: Path, header: str, value: str, kind: str
) -> None:
    rows = (
        f'<row r="1">{_text("A1", "STT")}{_text("B1", header)}</row>'
        f'<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>{value}</v></c></row>'
    )
    assert kind in _kinds(tmp_path, xlsx(rows))


def test_a_format_that_shows_a_lost_nought_is_read(tmp_path: Path) -> None:
    styles = (
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="0000000000"/></numFmts>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    )
    rows = '<row r="1"><c r="A1" s="1"><v>912345678</v></c></row>'
    assert _kinds(tmp_path, xlsx(rows, styles=styles)) == {"mobile"}


def test_pieces_of_a_rich_text_are_read_as_one(tmp_path: Path) -> None:
    shared = xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=f"<si>{RICH}</si>")
    inner = xlsx(f'<row r="1"><c r="A1" t="inlineStr"><is>{RICH}</is></c></row>')
    assert _kinds(tmp_path, shared) == {"mobile"}
    assert _kinds(tmp_path, inner) == {"mobile"}


CHOICES = f'<dataValidation type="list"><formula1>"{NUMBER},khác"</formula1></dataValidation>'
FIELD = "<p><cacheField name='{}'><sharedItems>{}</sharedItems></cacheField></p>"


@pytest.mark.parametrize(
    "after",
    [
        f"<headerFooter><oddFooter>&amp;L{NUMBER}</oddFooter></headerFooter>",
        f'<dataValidations><dataValidation prompt="{NUMBER}"/></dataValidations>',
        f"<dataValidations>{CHOICES}</dataValidations>",
        f'<hyperlinks><hyperlink ref="A1" tooltip="{NUMBER}"/></hyperlinks>',
        f'<scenarios><scenario><inputCells r="A1" val="{NUMBER}"/></scenario></scenarios>',
    ],
    ids=["footer", "prompt", "list", "tooltip", "scenario"],
)
def test_no_setting_of_a_sheet_hides_a_number(tmp_path: Path, after: str) -> None:
    assert "mobile" in _kinds(tmp_path, xlsx(after=after))


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (
            "xl/threadedComments/threadedComment1.xml",
            f"<T><threadedComment><text>{NUMBER}</text></threadedComment></T>",
        ),
        ("xl/comments1.xml", f"<c><comment><text>{RICH}</text></comment></c>"),
        ("xl/drawings/drawing1.xml", f"<d><p><r><t>{NUMBER}</t></r></p></d>"),
        (
            "xl/pivotCache/pivotCacheDefinition1.xml",
            FIELD.format("x", f"<s v='{NUMBER}'/>"),
        ),
        (
            "xl/pivotCache/pivotCacheDefinition2.xml",
            FIELD.format("SĐT", "<n v='912345678'/>"),
        ),
        (
            "xl/externalLinks/externalLink1.xml",
            f"<e><sheetData><row><cell><v>{NUMBER}</v></cell></row></sheetData></e>",
        ),
        ("xl/charts/chart1.xml", f"<c><pt><v>{NUMBER}</v></pt></c>"),
        ("xl/persons/person.xml", f"<p><person displayName='{NUMBER}'/></p>"),
        ("xl/tables/table1.xml", f"<t><tableColumn name='{NUMBER}'/></t>"),
        ("xl/connections.xml", f"<c><connection description='{NUMBER}'/></c>"),
    ],
    ids=lambda value: value[3:30] if value.startswith("xl/") else "",
)
def test_no_part_of_a_workbook_hides_a_number(tmp_path: Path, part: str, content: str) -> None:
    assert "mobile" in _kinds(tmp_path, xlsx(extra={part: content}))


def test_names_and_hidden_sheets_of_a_made_workbook_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    hidden = book.create_sheet("0987654321")
    hidden.sheet_state = "veryHidden"
    hidden["B2"] = "CCCD 079201012345"
    hidden.column_dimensions["B"].hidden = True
    book.active["A1"].comment = Comment("biển số 29A-123.45", "người viết")
    rule = DataValidation(type="list", formula1='"STK 19034567890123"')
    rule.add("A1")
    book.active.add_data_validation(rule)
    book.defined_names["bhxh"] = openpyxl.workbook.defined_name.DefinedName(
        "bhxh", attr_text='"mã số BHXH 5120123456"'
    )
    path = tmp_path / "made.xlsx"
    book.save(path)
    found = {finding.kind for part in judge(path, "xlsx") for finding in part.findings}
    assert {"mobile", "cccd", "plate", "bank", "bhxh"} <= found


def test_a_sheet_of_figures_names_nobody(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Xã", "Số hộ", "Thẻ BHYT", "Thẻ CCCD", "Kinh phí (đồng)"])
    for row in range(1, 9):
        sheet.append([f"Xã số {row}", 300 + row, 2100 * row, 91234 + row, 212345670 + row])
    path = tmp_path / "made.xlsx"
    book.save(path)
    assert [part for part in judge(path, "xlsx") if part.findings] == []
