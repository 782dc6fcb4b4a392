"""What comes out of a template: the values as they are, whatever stands in them."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from phongtrao.publishing.layout_check.check import answer_about
from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.papers import Recipients, Statement
from phongtrao.publishing.word.wording import DEMO_MARK, clean
from phongtrao.publishing.word_templates.engine import fill
from phongtrao.publishing.word_templates.sample import sample_paper, sample_values
from phongtrao.publishing.word_templates.starting import starting_template
from phongtrao.publishing.word_templates.values import longest_text, values_of
from tests.extent import drawn
from tests.publishing.docx_text import header_of, text_of
from tests.publishing.word.sample_papers import sample_report
from tests.publishing.word_templates.files import docx, p, part, table

LINES = docx(p("{%p for noi_nhan in cac_noi_nhan %}") + p("- {{ noi_nhan }}") + p("{%p endfor %}"))
START = starting_template(DECREE_30_2020)


def _values(**changes: Any) -> dict[str, Any]:
    return sample_values() | changes


def _lines(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_the_starting_template_filled_has_no_layout_fault() -> None:
    for paper in (sample_paper(), replace(sample_report(), appendices=())):
        assert answer_about(fill(START, values_of(paper, DECREE_30_2020)))["faults"] == []


def test_everything_of_the_report_comes_out_in_its_order() -> None:
    text = text_of(fill(START, sample_values()))
    told = [
        "BÁO CÁO",
        "Kính gửi: Cơ quan cấp trên",
        "Căn cứ chương trình phối hợp đã ký kết.",
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Số liệu thực hiện",
        "Số liệu thực hiện 6 tháng đầu năm 2026",
        "2. Kết quả nổi bật",
        "Phong trào được duy trì đều.",
        "II. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "Trên đây là báo cáo kết quả thực hiện./.",
        "Số: 05/BC-CQ\tĐịa danh, ngày 15 tháng 6 năm 2026",
        "1\tSố buổi tuyên truyền\tbuổi\t1.250\t1.250\t1.100\t+150\t+13,6\t90/96",
        "- Như trên;",
        "KT. THỦ TRƯỞNG",
    ]
    places = [text.index(words) for words in told]
    assert places == sorted(places)
    assert "{" not in text


def test_several_lines_become_paragraphs_of_the_same_look_and_none_leaves_none() -> None:
    template = docx(p("Trước") + p("{{ mo_dau }}") + p("{{ kinh_gui }}") + p("Sau"))
    made = fill(template, _values(mo_dau=["Một", "Hai"], kinh_gui=[]))
    assert _lines(made) == ["Trước", "Một", "Hai", "Sau"]


def test_a_cell_whose_loop_is_empty_still_ends_with_a_paragraph() -> None:
    cell = p("{%p for noi_nhan in cac_noi_nhan %}") + p("{{ noi_nhan }}") + p("{%p endfor %}")
    template = docx(table(["x"]).replace(p("x"), cell))
    body = Document(io.BytesIO(fill(template, _values(cac_noi_nhan=[])))).element.body
    (found,) = body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tc")
    assert etree.QName(found[-1]).localname == "p"


def test_a_tag_that_word_has_cut_is_filled_and_its_neighbours_stay() -> None:
    template = docx(p("Số: {", "{ so_", "ky_hieu }", "} ngày {{ luu }}."))
    assert _lines(fill(template, sample_values())) == ["Số: 05/BC-CQ ngày VT."]


HOSTILE = (
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{# ghi chú #}",
    "{_{ 7*7 }_} {_% x %_}",
    "</w:t></w:r></w:p><w:p>&amp;<![CDATA[x]]>",
    "100 % {", "} ./.", "a\\ab \\f \\n",
    "=HYPERLINK(\"x\")", "“ngoặc” 'kép' &lt;",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_braces_and_markup_in_values_are_printed_as_text(text: str) -> None:
    assert _lines(fill(LINES, _values(cac_noi_nhan=[text]))) == [f"- {text}"]
    single = fill(docx(p("[{{ nguoi_ky }}]")), _values(nguoi_ky=text))
    assert _lines(single) == [f"[{text}]"]


def test_hidden_marks_and_controls_of_a_report_never_reach_the_paper() -> None:
    dirty = "Kinh\u202e phí\u200b \x07thiếu\x0b\x00, \ud800đề nghị\u2066 cấp"
    paper = replace(sample_paper(), opening=dirty, recipients=Recipients((dirty,), "VT"))
    text = text_of(fill(START, values_of(paper, DECREE_30_2020)))
    assert "Kinh phí thiếu" in text
    assert not set("\u202e\u200b\x07\x0b\x00\ud800\u2066") & set(text)


def test_ten_megabytes_in_a_paragraph_come_out_whole_or_not_at_all() -> None:
    long = "Kinh phí. " * 500_000
    assert longest_text(_values(mo_dau=[long])) == len(long)
    template = docx(p("{{ mo_dau }}"))
    with pytest.raises(etree.XMLSyntaxError):
        fill(template, _values(mo_dau=[long * 3]))
    assert len(_lines(fill(template, _values(mo_dau=[long[:200_000]])))[0]) == 200_000


@settings(max_examples=drawn(90), deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4), st.text(max_size=60))
def test_any_text_in_values_comes_out_as_the_same_text(names: list[str], statement: str) -> None:
    paper = replace(sample_paper(), recipients=Recipients(tuple(names), "VT"))
    section = replace(paper.sections[-1], content=(Statement(statement),))
    values = values_of(replace(paper, sections=(section,)), DECREE_30_2020)
    template = docx(
        p("{%p for phan in cac_phan %}")
        + p("{%p for cau in phan.cac_cau %}")
        + p("{{ cau }}")
        + p("{%p endfor %}") * 2
        + p("{%p for noi_nhan in cac_noi_nhan %}")
        + p("{{ noi_nhan }}")
        + p("{%p endfor %}")
    )
    named = [clean(name).rstrip(" ;.,/") + ";" for name in names if clean(name)]
    # Which marks end a line is the wording's own matter: here letters count, not where they break.
    printed = "".join("".join(_lines(fill(template, values))).split())
    assert printed == "".join("".join([clean(statement), *named]).split())


def test_an_unnumbered_paper_leaves_room_for_the_pen() -> None:
    head = replace(sample_paper().letterhead, number=None, issued_on=None)
    values = values_of(replace(sample_paper(), letterhead=head), DECREE_30_2020)
    assert values["so_ky_hieu"].endswith("/BC-CQ")
    assert "ngày\u00a0" in values["ngay_thang"]
    issued = replace(head, issued_on=date(2026, 2, 5))
    values = values_of(replace(sample_paper(), letterhead=issued), DECREE_30_2020)
    assert values["ngay_thang"] == "ngày 05 tháng 02 năm 2026"


@pytest.mark.parametrize(
    "template",
    [
        START,
        docx(p("{{ luu }}")),
        docx(p("{{ luu }}"), parts={"header1.xml": part("hdr", p("Lưu hành"))}),
    ],
)
def test_a_demo_installation_marks_every_page(template: bytes) -> None:
    made = fill(template, sample_values(), demo_mark=DEMO_MARK)
    assert DEMO_MARK in header_of(made)
    document = Document(io.BytesIO(made))
    for section in document.sections:
        headers = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        assert all(DEMO_MARK in [each.text for each in h.paragraphs] for h in headers)
