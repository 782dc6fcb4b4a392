"""What a template may hold, and what is said of everything else."""

from pathlib import Path
from typing import Any

import pytest

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word_templates.answers import refusals_of
from phongtrao.publishing.word_templates.checking import MOST_FAULTS, check
from phongtrao.publishing.word_templates.placeholder_page import placeholder_page
from phongtrao.publishing.word_templates.placeholders import LOOPS, PLACEHOLDERS
from phongtrao.publishing.word_templates.places import Fault, Place, fault_of
from phongtrao.publishing.word_templates.starting import starting_template
from tests.core.uploads.doors import word_file
from tests.publishing.docx_text import text_of
from tests.publishing.layout.papers import letter
from tests.publishing.word_templates.files import docx, p, part, r, table

DOCS = Path(__file__).resolve().parents[3] / "docs"
LOOP, END = "{%p for noi_nhan in cac_noi_nhan %}", "{%p endfor %}"
ROWS, ROWS_END = "{%tr for dong in cac_dong %}", "{%tr endfor %}"


def _said(body: str, **more: Any) -> list[str]:
    return [fault.sentence() for fault in check(docx(body, **more))]


def test_the_starting_template_passes_and_holds_what_there_is() -> None:
    data = starting_template(DECREE_30_2020)
    assert check(data) == []
    text = text_of(data)
    assert [each.name for each in PLACEHOLDERS if each.tag not in text] == [
        "ten_co_quan",
        "ten_bang",
    ]
    assert [loop.source for loop in LOOPS if loop.opening not in text] == [
        "cac_dong",
        "cac_ghi_chu",
    ]


@pytest.mark.parametrize(
    "body",
    [
        p("Số: {{so_ky_hieu}}, {{   ngay_thang   }}"),
        p("{", "{ so", "_ky_", "hieu }", "}"),
        p("{{ so_ky_hieu }}", " và ", "{{ luu }}"),
        f'<w:p>{r("{{ so_")}<w:proofErr w:type="spellStart"/>{r("ky_hieu }}")}</w:p>',
        p(LOOP) + p("- {{ noi_nhan }}") + p(END),
        p("{%p for  noi_nhan  in cac_noi_nhan%}") + p("{{ noi_nhan }}") + p("{%p  endfor  %}"),
        table(["TT", "Tên"], [ROWS, ""], ["{{ dong.tt }}", "{{ dong.chi_tieu }}"], [ROWS_END, ""]),
        p("{%p for phan in cac_phan %}")
        + p("{%p for muc in phan.cac_muc %}")
        + p("{%p for cau in muc.cac_cau %}")
        + p("{{ cau }}")
        + p(END) * 3,
    ],
)
def test_listed_tags_pass_however_word_has_cut_them(body: str) -> None:
    assert _said(body) == []


def test_a_misspelt_name_gets_the_nearest_one_with_its_place() -> None:
    said = _said(p("Kính trình") + p("{{ so_kyhieu }}"))
    assert said == ["Không có chỗ điền “{{ so_kyhieu }}” (đoạn 2). Có phải là “{{ so_ky_hieu }}”?"]
    assert _said(table(["a", "{{ Trích yếu }}"])) == [
        "Không có chỗ điền “{{ Trích yếu }}” (bảng 1, hàng 1, cột 2). Có phải là “{{ trich_yeu }}”?"
    ]
    assert "{{ dong.chi_tieu }}" in _said(p("{{ chi_tieu }}"))[0]
    assert _said(p("{{ zzz }}"))[0].endswith("Hãy xem bảng chỗ điền.")


def test_what_nobody_sees_in_a_tag_is_told() -> None:
    assert "ký tự lạ hoặc không nhìn thấy" in _said(p("{{ so_\u200bky_hieu }}"))[0]
    assert "ký tự lạ hoặc không nhìn thấy" in _said(p("{{ SO_KY_HIEU }}"))[0]


@pytest.mark.parametrize(
    ("file", "where"),
    [
        ({"parts": {"header1.xml": part("hdr", p("{{ luu }}"))}}, "đầu trang"),
        ({"parts": {"footer1.xml": part("ftr", p("{{ luu }}"))}}, "chân trang"),
        ({"parts": {"comments.xml": part("comments", p("{{ luu }}"))}}, "nhận xét bên lề"),
        ({"parts": {"footnotes.xml": part("footnotes", p("{{ luu }}"))}}, "chú thích cuối trang"),
        ({"title": "{{ luu }}"}, "thuộc tính của tệp"),
    ],
)
def test_a_listed_name_at_a_wrong_place_is_refused_with_the_place(
    file: dict[str, Any], where: str
) -> None:
    said = _said(p("{{ trich_yeu }}"), **file)
    assert len(said) == 1
    assert f"nằm ở {where}" in said[0]
    assert "{{ luu }}" in said[0]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p("{{ noi_nhan }}"), f"phải nằm trong vòng lặp “{LOOP}”"),
        (p("{{ dong.tt }}"), "phải nằm trong vòng lặp"),
        (p(f"Gửi {LOOP}") + p(END), "phải đứng một mình trong một đoạn riêng"),
        (p(LOOP) + p("{{ noi_nhan }}"), "không được đóng bằng “{%p endfor %}”"),
        (p("{{ luu }}") + p(END), "không đóng vòng lặp nào"),
        (p(LOOP) + p(LOOP) + p(END) * 2, "phải đứng ngoài mọi vòng lặp khác"),
        (p("{%p for cau in phan.cac_cau %}") + p(END), "phải nằm trong vòng lặp"),
        (p(ROWS) + p(ROWS_END), "phải đứng một mình trong một hàng riêng"),
        (table([ROWS, "x"], [ROWS_END, ""]), "phải đứng một mình trong một hàng riêng"),
        (table([ROWS]) + table([ROWS_END]), "không được đóng bằng “{%tr endfor %}”"),
        (p(LOOP) + table([END]), "không được đóng"),
        (p("Mục {a}"), "Dấu ngoặc nhọn lẻ ở đoạn 1"),
        (p("{{ luu"), "Dấu ngoặc nhọn lẻ ở đoạn 1"),
        (
            f'<w:p><w:hyperlink w:anchor="a">{r("{{ luu }}")}</w:hyperlink></w:p>',
            "trong một liên kết, ô nội dung hay chỗ đang theo dõi sửa đổi",
        ),
        (f"<w:p><w:ins>{r('{{ luu }}')}</w:ins></w:p>", "đang theo dõi sửa đổi"),
        (p("Kế hoạch của đơn vị"), "không có chỗ điền nào"),
        (p("{{ luu }}") * 401, "quá nhiều chỗ điền"),
        ((p(LOOP) + p(END)) * 41, "quá nhiều chỗ điền hoặc vòng lặp"),
        (p("{{ luu }}" + "a" * 100_001), "Mẫu quá dài (đoạn 1)"),
        (p("{{ luu }}") + p("a" * 90_000) * 5, "Mẫu quá dài (cả tệp)"),
    ],
)
def test_loops_and_braces_out_of_place_are_told(body: str, words: str) -> None:
    said = _said(body)
    assert words in said[0]


def test_drawings_and_identifiers_may_have_their_braces() -> None:
    identifier = "{28A0092B-C50C-407E-A947-70E740481C1C}"
    assert _said(f'<w:p w:rsidR="{identifier}">{r("{{ luu }}")}</w:p>') == []


def test_a_docx_that_is_something_else_is_told_so() -> None:
    assert check(letter().docx())[0].code == "empty"
    assert check(word_file("Xin chào"))[0].code == "empty"
    assert check(b"PK\x03\x04 broken")[0].code == "broken"
    strict = docx(
        p("{{ luu }}"), spaces=' xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    )
    assert check(strict)[0].code == "strict"


def test_no_more_faults_are_told_than_can_be_read() -> None:
    assert len(check(docx(p("{{ zzz }}") * 100))) == MOST_FAULTS


def test_the_words_of_the_child_are_trusted_in_nothing() -> None:
    fault = Fault("place", Place("paragraph", 3), "{{ luu }}")
    assert fault_of(fault.plain()) == fault
    assert fault_of(["place", "paragraph", "3", 0, 0, "", ""]) is None
    assert fault_of(["gone", "paragraph", 3, 0, 0, "", ""]) is None
    assert fault_of([]) is None
    for answer in (None, [], {}, {"template": [["x"]]}, {"refused": "template", "template": 5}):
        assert len(refusals_of(answer)) == 1
    assert "tệp Word" in refusals_of({"refused": "kind"})[0]
    assert refusals_of({"layout": {"faults": [], "counts": {}}}) == []
    assert "độ mật" in refusals_of({"layout": {"refused": "secret"}})[0]


def test_the_page_of_placeholders_says_what_the_check_says() -> None:
    page = DOCS / "reference" / "word-templates.md"
    assert page.read_text(encoding="utf-8") == placeholder_page()
