"""A report as a Word file: components, page, header, content, bytes."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    OfficialPaper,
    PaperSection,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.render import render_paper
from tests.extent import drawn
from tests.publishing.word.docx_facts import (
    all_paragraphs,
    looks,
    margin_faults,
    opened,
    paragraph_with,
    part,
    part_names,
    table_faults,
    text_of,
)
from tests.publishing.word.sample_papers import LETTERHEAD, sample_report

HEADERS = ("word/header1.xml", "word/header2.xml")


def _rendered(paper: OfficialPaper | None = None, *, demo_mark: bool = False) -> bytes:
    paper = paper or sample_report()
    return render_paper(paper, profile=DECREE_30_2020, demo_mark=demo_mark)


@pytest.mark.parametrize(
    ("start", "style"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Part.NATIONAL_TITLE),
        ("Độc lập - Tự do - Hạnh phúc", Part.MOTTO),
        ("UBND TỈNH QUẢNG NGÃI", Part.PARENT_BODY),
        ("BAN CHỈ ĐẠO PHONG TRÀO", Part.ISSUER),
        ("Số: 05/BC-BCĐ", Part.NUMBER),
        ("Quảng Ngãi, ngày 05 tháng 02 năm 2026", Part.PLACE_AND_DATE),
        ("BÁO CÁO", Part.PAPER_KIND),
        ("Kết quả thực hiện Chương trình", Part.ABSTRACT),
        ("Kính gửi:", Part.ADDRESSEE),
        ("- Bộ Công an;", Part.ADDRESSEE_ITEM),
        ("Căn cứ Chương trình phối hợp", Part.LEGAL_BASIS),
        ("Ban Chỉ đạo tỉnh Quảng Ngãi báo cáo", Part.BODY),
        ("I. CÔNG TÁC LÃNH ĐẠO", Part.SECTION),
        ("1. Ban hành văn bản", Part.CLAUSE),
        ("a) Về tuyên truyền", Part.POINT),
        ("Nơi nhận:", Part.RECIPIENTS_TITLE),
        ("- Như trên;", Part.RECIPIENT),
        ("TM. BAN CHỈ ĐẠO", Part.AUTHORITY),
        ("KT. TRƯỞNG BAN", Part.AUTHORITY),
        ("GIÁM ĐỐC CÔNG AN TỈNH", Part.AUTHORITY),
        ("Nguyễn Thị Ngọc Ưởng", Part.SIGNER),
        ("Phụ lục", Part.APPENDIX_LABEL),
        ("TỔNG HỢP SỐ LIỆU", Part.APPENDIX_TITLE),
        ("(Kèm theo Báo cáo số 05/BC-BCĐ ngày 05 tháng 02", Part.APPENDIX_REFERENCE),
    ],
)
def test_each_component_is_set_as_the_profile_says(start: str, style: Part) -> None:
    found = looks(paragraph_with(opened(_rendered()), start))
    wanted = DECREE_30_2020.style(style)
    align = "left" if start == "Kính gửi:" else wanted.look.align  # a list of addressees follows
    assert found.style == style
    assert (found.size, found.bold, found.italic, found.align) == (
        wanted.size.value,
        wanted.look.bold,
        wanted.look.italic,
        align,
    )


def test_paper_and_margins_are_those_of_the_profile_upright_and_across() -> None:
    content = _rendered()
    assert margin_faults(content, DECREE_30_2020) == []
    assert [section.orientation for section in opened(content).sections] == [0, 1]


def test_every_row_of_every_table_fills_its_grid() -> None:
    assert table_faults(_rendered()) == []


def test_the_only_font_is_the_one_of_the_profile() -> None:
    content = _rendered()
    fonts = {
        value
        for name in part_names(content)
        if name.startswith("word/") and name.endswith(".xml")
        for value in _font_names(part(content, name))
    }
    assert fonts == {"Times New Roman"}


def _font_names(xml: str) -> list[str]:
    return [piece.split('"')[0] for piece in xml.split('w:ascii="')[1:]]


def test_body_text_is_justified_indented_and_spaced() -> None:
    style = opened(_rendered()).styles[DECREE_30_2020.style(Part.BODY).name]
    form = style.paragraph_format
    assert abs(form.first_line_indent.mm - 12.7) < 0.1
    assert form.space_after.pt >= 6
    assert form.line_spacing >= 1
    assert form.line_spacing <= 1.5


def test_the_page_number_is_centred_on_top_and_hidden_on_the_first_page() -> None:
    content = _rendered()
    first, later = (part(content, name) for name in HEADERS)
    assert "PAGE" not in first
    assert later.count(" PAGE ") == 1
    for section in opened(content).sections:
        assert section.different_first_page_header_footer
        assert " PAGE " in section.header.part.blob.decode()
        assert " PAGE " not in section.first_page_header.part.blob.decode()


def test_an_appendix_counts_its_pages_anew() -> None:
    sections = opened(_rendered()).sections
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in sections]
    assert starts[0] is None
    assert starts[1].get(qn("w:start")) == "1"


def test_two_appendices_are_numbered_in_roman_and_announced_in_the_text() -> None:
    paper = sample_report()
    text = text_of(_rendered(replace(paper, appendices=paper.appendices * 2)))
    assert "Phụ lục I\n" in text
    assert "Phụ lục II\n" in text
    assert "2 Phụ lục kèm theo báo cáo này" in text


def test_a_paper_without_appendix_does_not_speak_of_one() -> None:
    assert "Phụ lục" not in text_of(_rendered(sample_report(appendices=())))


def test_a_demo_paper_carries_its_mark_on_every_page_and_a_real_one_none() -> None:
    demo, real = _rendered(demo_mark=True), _rendered()
    assert all("SỐ LIỆU GIẢ ĐỊNH" in part(demo, name) for name in HEADERS)
    assert not any("GIẢ ĐỊNH" in part(real, name) for name in HEADERS)


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert _rendered() == _rendered()


def test_a_changed_figure_changes_the_bytes() -> None:
    assert _rendered() != _rendered(sample_report(closing="Khác"))


def test_the_file_names_no_author_program_or_time() -> None:
    content = _rendered()
    core = part(content, "docProps/core.xml")
    assert "python-docx" not in core
    assert not any(tag in core for tag in ("creator", "lastModifiedBy", "created", "modified"))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_the_package_holds_only_what_the_paper_needs() -> None:
    assert sorted(part_names(_rendered())) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_the_language_is_vietnamese() -> None:
    content = _rendered()
    assert 'w:lang w:val="vi-VN"' in part(content, "word/styles.xml")
    assert opened(content).core_properties.language == "vi-VN"


def test_every_style_used_is_defined() -> None:
    document = opened(_rendered(demo_mark=True))
    defined = {style.style_id for style in document.styles}
    assert {p.style.style_id for p in all_paragraphs(document)} <= defined
    used = part(_rendered(), "word/document.xml").split('w:pStyle w:val="')[1:]
    assert {piece.split('"')[0] for piece in used} <= defined


def test_the_last_words_end_in_the_end_mark() -> None:
    assert "của Ban Chỉ đạo tỉnh./.\n" in text_of(_rendered())


def test_one_addressee_stands_beside_the_word_and_none_leaves_it_out() -> None:
    one = text_of(_rendered(sample_report(addressees=("Bộ Công an",))))
    none = text_of(_rendered(sample_report(addressees=("  ",))))
    assert "Kính gửi: Bộ Công an\n" in one
    assert "Kính gửi" not in none


@pytest.mark.parametrize(
    ("authority", "printed"),
    [
        (Authority.COLLECTIVE, "TM. BAN CHỈ ĐẠO"),
        (Authority.ACTING_HEAD, "Q. BAN CHỈ ĐẠO"),
        (Authority.FOR_HEAD, "KT. BAN CHỈ ĐẠO"),
        (Authority.BY_ORDER, "TL. BAN CHỈ ĐẠO"),
        (Authority.BY_AUTHORISATION, "TUQ. BAN CHỈ ĐẠO"),
        (Authority.OWN, "BAN CHỈ ĐẠO"),
    ],
)
def test_each_authority_is_printed_with_its_prefix(authority: Authority, printed: str) -> None:
    signature = SignatureBlock((AuthorityLine(authority, "Ban Chỉ đạo"),))
    assert f"\n{printed}\n" in text_of(_rendered(sample_report(signatures=(signature,))))


def test_an_unsigned_paper_has_neither_number_nor_name() -> None:
    head = replace(LETTERHEAD, number=None, issued_on=None)
    signature = SignatureBlock((AuthorityLine(Authority.OWN, "Trưởng ban"),))
    text = text_of(_rendered(sample_report(letterhead=head, signatures=(signature,))))
    assert "/BC-BCĐ" in text
    assert "05/BC-BCĐ" not in text
    assert "None" not in text


def test_text_that_looks_like_a_formula_or_markup_stays_text() -> None:
    hostile = "=1+1 <w:p/> & {{ x }} \x00\x01]]>"
    section = PaperSection(SectionLevel.SECTION, "", "", (Statement(hostile),))
    text = text_of(_rendered(sample_report(sections=(section,), abstract=hostile)))
    assert text.count("=1+1 <w:p/> & {{ x }} ]]>") == 2


@settings(max_examples=drawn(25), deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_the_file(title: str, statement: str) -> None:
    section = PaperSection(SectionLevel.CLAUSE, title, title, (Statement(statement),))
    paper = sample_report(
        abstract=title,
        letterhead=replace(LETTERHEAD, issuer=title, parent_body=statement, number=title),
        addressees=(title, statement),
        sections=(section,),
        appendices=(),
    )
    assert opened(_rendered(paper)).paragraphs


def test_another_profile_changes_the_page_and_the_letters() -> None:
    page = replace(DECREE_30_2020.page, right=replace(DECREE_30_2020.page.right, value=15))
    other: LayoutProfile = replace(DECREE_30_2020, page=page, font="Tinos")
    content = render_paper(sample_report(), profile=other, demo_mark=False)
    assert margin_faults(content, other) == []
    assert _font_names(part(content, "word/styles.xml")) == ["Tinos"]
    assert table_faults(content) == []
