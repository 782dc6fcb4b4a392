"""A draft is cut into clauses by rules, and nothing of its text is cut twice or cut away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.intake.extraction.articles import WHOLE_LABEL, Cutting, cut_text
from phongtrao.intake.extraction.canon import canon

DECREE = """BỘ CÔNG AN
THÔNG TƯ
Quy định về quản lý, sử dụng kinh phí xây dựng phong trào
Căn cứ Luật Ngân sách nhà nước;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Thông tư này quy định nguồn kinh phí và nội dung chi.
Điều 2. Nguyên tắc
1. Kinh phí được sử dụng đúng mục đích.
2. Việc chi phải có dự toán:
a) do cơ quan lập;
b) do cấp trên duyệt.
Chương II
NỘI DUNG CHI
Điều 3. Mức chi
1. Mức chi hội nghị theo quy định chung.
2. Mức chi tuyên truyền như sau:
5. đoạn trích từ văn bản khác.
3. Mức chi khen thưởng theo luật.
Nơi nhận:
- Các đơn vị;
1. Lưu VT.
"""
PLAN = """KẾ HOẠCH
Phát động phong trào
I. MỤC ĐÍCH, YÊU CẦU
Nâng cao nhận thức.
II. NỘI DUNG
1. Tuyên truyền rộng rãi.
2. Xây dựng mô hình.
III. TỔ CHỨC THỰC HIỆN
Các cơ quan thực hiện.
"""


def _labels(text, cutting=Cutting.AUTO):
    return [cut.label for cut in cut_text(text, cutting)]


def test_a_legal_draft_is_cut_at_clauses_and_at_articles_without_any():
    assert _labels(DECREE) == [
        "Điều 1",
        "Khoản 1 Điều 2",
        "Khoản 2 Điều 2",
        "Khoản 1 Điều 3",
        "Khoản 2 Điều 3",
        "Khoản 3 Điều 3",
    ]


def test_points_stay_with_their_clause_and_a_quoted_number_opens_none():
    found = {cut.label: DECREE[cut.start : cut.end] for cut in cut_text(DECREE)}
    assert "b) do cấp trên duyệt." in found["Khoản 2 Điều 2"]
    assert found["Khoản 2 Điều 3"].endswith("đoạn trích từ văn bản khác.")


def test_the_heading_of_an_article_goes_with_its_first_clause():
    first = cut_text(DECREE)[1]
    assert DECREE[first.start : first.end].startswith("Điều 2. Nguyên tắc")


def test_head_and_foot_of_the_paper_are_no_clause():
    cuts = cut_text(DECREE)
    assert "Căn cứ" not in DECREE[cuts[0].start :]
    assert not any("Nơi nhận" in DECREE[cut.start : cut.end] for cut in cuts)


def test_articles_can_be_asked_for_whole():
    assert _labels(DECREE, Cutting.ARTICLE) == ["Điều 1", "Điều 2", "Điều 3"]


def test_a_plan_without_articles_is_cut_at_its_sections():
    assert _labels(PLAN) == ["Mục I", "Mục II.1", "Mục II.2", "Mục III"]


def test_numbers_alone_are_sections():
    assert _labels("1. Việc thứ nhất.\n2. Việc thứ hai.\n") == ["Mục 1", "Mục 2"]


@pytest.mark.parametrize("cutting", list(Cutting))
def test_a_text_that_fits_no_rule_stays_whole(cutting):
    assert _labels("Kính gửi các cơ quan. Đề nghị cho ý kiến.", cutting) == [WHOLE_LABEL]


def test_an_article_that_comes_again_in_an_annex_is_told_apart():
    text = "Điều 1. Ban hành quy chế.\nĐiều 2. Hiệu lực.\nĐiều 1. Phạm vi.\nĐiều 2. Áp dụng.\n"
    assert _labels(text) == ["Điều 1", "Điều 2", "Điều 1 (lần 2)", "Điều 2 (lần 2)"]


_LINES = st.sampled_from(
    [
        *("Điều 1. Phạm vi", "Điều 2. Nguyên tắc", "1. Một", "2. Hai", "a) điểm", "I. MỤC"),
        *("II. MỤC", "Nội dung thường.", "", "  ", "Nơi nhận:", "a\tb\tc", "Chương I"),
    ]
)


@given(st.lists(st.one_of(_LINES, st.text(max_size=20)), max_size=25), st.sampled_from(Cutting))
def test_cuts_lie_apart_in_order_within_the_text_and_never_only_blank(lines, cutting):
    text = canon("\n".join(lines))
    cuts = cut_text(text, cutting)
    ends = [0, *(cut.end for cut in cuts)]
    assert all(before <= cut.start for before, cut in zip(ends, cuts, strict=False))
    assert all(text[cut.start : cut.end].strip() for cut in cuts)
    assert len({cut.label for cut in cuts}) == len(cuts)
    assert bool(cuts) == bool(text.strip()) or "noi nhan" in text.lower() or "Nơi nhận" in text
