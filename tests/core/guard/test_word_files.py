"""Word files: no place of a package hides a number, and no piece of formatting cuts one."""

from pathlib import Path

import docx as word
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from phongtrao.core.guard.package import judge
from tests.core.gate.packages import docx, paragraph, relations

NUMBER = "0912345678"
HALVES = NUMBER[:5], NUMBER[5:]
TEXT_BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:txbxContent>'
    f"{paragraph(NUMBER)}</w:txbxContent></mc:Choice><mc:Fallback><w:pict>"
    f"{paragraph('Hội nghị')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def _kinds(tmp_path: Path, data: bytes) -> set[str]:
    path = tmp_path / "file.docx"
    path.write_bytes(data)
    return {finding.kind for part in judge(path, "docx") for finding in part.findings}


def _run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    "between",
    [
        "",
        '<w:proofErr w:type="spellStart"/>',
        '<w:bookmarkStart w:id="0" w:name="x"/><w:bookmarkEnd w:id="0"/>',
        '<w:commentRangeStart w:id="1"/>',
        "<w:r><w:lastRenderedPageBreak/></w:r>",
        "<w:r><w:softHyphen/></w:r>",
        "<w:r><w:noBreakHyphen/></w:r>",
        "<w:r><w:tab/></w:r>",
        "<w:r><w:br/></w:r>",
        '<w:permStart w:id="2"/>',
    ],
)
@pytest.mark.parametrize("look", ["", "<w:bCs/><w:shd w:fill='FFFFFF'/>", "<w:vanish/>"])
def test_no_mark_between_runs_cuts_a_number(tmp_path: Path, between: str, look: str) -> None:
    inner = f"<w:p>{_run('gọi ' + HALVES[0])}{between}{_run(HALVES[1], look)}</w:p>"
    assert _kinds(tmp_path, docx(inner)) == {"mobile"}


def _shape(attribute: str) -> str:
    shape = f'<wp:docPr xmlns:wp="urn:wp" id="1" name="a" {attribute}="{NUMBER}"/>'
    return f"<w:p><w:r><w:drawing>{shape}</w:drawing></w:r></w:p>"


def _control(setting: str) -> str:
    return f"<w:p><w:sdt><w:sdtPr>{setting}</w:sdtPr></w:sdt></w:p>"


INSERTED = f"<w:ins>{_run(HALVES[0])}</w:ins>"
DELETED = f"<w:del><w:r><w:delText>{HALVES[1]}</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    "inner",
    [
        f"<w:p>{INSERTED}{DELETED}</w:p>",
        f"<w:p><w:hyperlink>{_run(HALVES[0])}</w:hyperlink>{_run(HALVES[1])}</w:p>",
        f"<w:p><w:smartTag>{_run(HALVES[0])}</w:smartTag>{_run(HALVES[1])}</w:p>",
        f"<w:p><w:sdt><w:sdtContent>{_run(NUMBER)}</w:sdtContent></w:sdt></w:p>",
        f"<w:p><w:r><w:instrText>HYPERLINK &quot;tel:{NUMBER}&quot;</w:instrText></w:r></w:p>",
        f'<w:p><w:fldSimple w:instr="HYPERLINK tel:{NUMBER}"/></w:p>',
        f'<w:p><w:bookmarkStart w:id="0" w:name="{NUMBER}"/></w:p>',
        _control(f'<w:alias w:val="{NUMBER}"/>'),
        _control(f'<w:dropDownList><w:listItem w:value="{NUMBER}"/></w:dropDownList>'),
        _shape("descr"),
        _shape("title"),
        TEXT_BOX,
    ],
)
def test_no_element_of_the_body_hides_a_number(tmp_path: Path, inner: str) -> None:
    assert "mobile" in _kinds(tmp_path, docx(inner))


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("docProps/core.xml", f"<p><dc:title xmlns:dc='d'>{NUMBER}</dc:title></p>"),
        ("docProps/core.xml", f"<p><cp:keywords xmlns:cp='d'>{NUMBER}</cp:keywords></p>"),
        ("docProps/app.xml", f"<Properties><Company>{NUMBER}</Company></Properties>"),
        ("docProps/custom.xml", f"<p><property name='x'><lpwstr>{NUMBER}</lpwstr></property></p>"),
        ("docProps/custom.xml", f"<p><property name='{NUMBER}'/></p>"),
        ("customXml/item1.xml", f"<a><b>{NUMBER}</b></a>"),
        ("word/settings.xml", f"<s><docVar name='x' val='{NUMBER}'/></s>"),
        ("word/glossary/document.xml", f"<d><p><r><t>{NUMBER}</t></r></p></d>"),
        ("word/comments.xml", f"<c><comment author='{NUMBER}'/></c>"),
        ("word/comments.xml", f"<c><comment><p><r><t>{NUMBER}</t></r></p></comment></c>"),
        ("word/footnotes.xml", f"<c><footnote><p><r><t>{NUMBER}</t></r></p></footnote></c>"),
        ("word/endnotes.xml", f"<c><endnote><p><r><t>{NUMBER}</t></r></p></endnote></c>"),
        ("word/header2.xml", f"<hdr><p><r><t>{NUMBER}</t></r></p></hdr>"),
        ("word/footer1.xml", f"<ftr><p><r><t>{NUMBER}</t></r></p></ftr>"),
        ("word/numbering.xml", f"<n><lvl><lvlText val='{NUMBER} %1'/></lvl></n>"),
        ("word/charts/chart1.xml", f"<c><v>{NUMBER}</v></c>"),
        ("word/diagrams/data1.xml", f"<d><p><r><t>{NUMBER}</t></r></p></d>"),
        ("word/people.xml", f"<p><person author='{NUMBER}'/></p>"),
        (f"word/media/{NUMBER}.txt", "<a/>"),
    ],
)
def test_no_part_of_a_package_hides_a_number(tmp_path: Path, part: str, content: str) -> None:
    assert "mobile" in _kinds(tmp_path, docx(extra={part: content}))


LINKS = [
    f"tel:{NUMBER}",
    "tel:0912-345-678",
    "tel:%2B84912345678",
    f"https://zalo.me/{NUMBER}",
    "https://zalo.me/84912345678",
    f"https://vi.du/ho-so?sdt={NUMBER}&amp;ten=x",
    "mailto:nguoi.mau@example.com",
    "mailto:nguoi.mau%40example.com",
]


@pytest.mark.parametrize("link", LINKS)
def test_no_target_of_a_link_hides_a_contact(tmp_path: Path, link: str) -> None:
    links = relations(("hyperlink", link, "External"))
    found = _kinds(tmp_path, docx(extra={"word/_rels/document.xml.rels": links}))
    assert found & {"mobile", "mail"}


def test_the_name_of_a_part_is_told_without_the_number_in_it(tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(docx(extra={f"word/media/{NUMBER}.xml": f"<a>{NUMBER}</a>"}))
    judged = judge(path, "docx")
    assert NUMBER not in repr(judged)
    assert sum(bool(part.findings) for part in judged) == 2


def test_a_paper_made_by_an_office_program_is_read_to_its_end(tmp_path: Path) -> None:
    document = word.Document()
    document.add_heading("Kế hoạch")
    line = document.add_paragraph("Người nhận: ")
    line.add_run(HALVES[0]).bold = True
    line.add_run(HALVES[1]).italic = True
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(1, 0).text = "Số CCCD", "079201012345"
    document.sections[0].footer.paragraphs[0].text = "biển số 29A-123.45"
    words = "<w:r><w:t>STK 19034567890123</w:t></w:r>"
    note = parse_xml(f"<w:p {nsdecls('w')}>{words}</w:p>")
    document.element.body.find(qn("w:p")).addprevious(note)
    path = tmp_path / "made.docx"
    document.save(path)
    found = {finding.kind for part in judge(path, "docx") for finding in part.findings}
    assert found == {"mobile", "cccd", "plate", "bank"}
