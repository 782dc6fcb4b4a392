"""What holds for every paper: passages lose no letter, secrecy is seen, periods are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.intake import queries, rules
from phongtrao.intake.rules import Mark

TEXTS = st.text(alphabet="aă đ\n\u202e\u200b<&;,.", max_size=60)


@given(TEXTS, st.lists(st.tuples(st.integers(-2, 70), st.integers(-2, 70)), max_size=12))
def test_passages_lose_no_letter_and_know_their_place(text, spans):
    marks = [Mark(f"k{n}", "head", start, end) for n, (start, end) in enumerate(spans)]
    found = rules.passages(text, marks)
    assert "".join(piece for run in found for piece, _hidden in run.pieces) == text
    for run in found:
        assert run.at == sum(other.length for other in found[: found.index(run)])
        for mark in marks:
            inside = 0 <= mark.start < mark.end <= len(text)
            covers = inside and mark.start <= run.at and run.at + run.length <= mark.end
            assert (mark in run.marks) == covers
    starts = [mark.key for run in found for mark in run.starts]
    assert len(starts) == len(set(starts))


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_every_offered_cut_leaves_words_on_both_sides(text, start, length):
    end = min(start + length, len(text))
    for at in rules.cut_points(text, start, end):
        assert start < at < end
        assert text[start:at].strip()
        assert text[at:end].strip()


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "Mật"),
        ("  TỐI MẬT  ", "Tối mật"),
        ("Tuyệt mật", "Tuyệt mật"),
        ("Độ mật: MẬT", "Mật"),
        ("BỘ CÔNG AN\tTỐI MẬT", "Tối mật"),
        ("MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Mật"),
        ("Số: 12/KH-BCA TỐI MẬT", "Tối mật"),
        ("T Ố I M Ậ T", "Tối mật"),
        ("| BỘ CÔNG AN | MẬT |", "Mật"),
        ("toi mat", "Tối mật"),
        ("BẢO VỆ BÍ MẬT NHÀ NƯỚC", None),
        ("Về việc bảo vệ tài liệu mật", None),
        ("MẶT", None),
        ("MẤT", None),
        ("Số lượng tài liệu tối mật: 3", None),
    ],
)
def test_a_mark_of_secrecy_is_seen_in_the_head_only_where_it_stands_alone(line, mark):
    assert rules.secrecy_mark(f"CÔNG AN TỈNH\n{line}\nKẾ HOẠCH") == mark


def test_a_mark_far_below_the_head_is_a_word_of_the_text():
    assert rules.secrecy_mark("Dòng\n" * 80 + "MẬT\n") is None


@pytest.mark.parametrize(
    ("norm", "words"),
    [
        ("BY:2026-05-15", "chậm nhất 15/05/2026"),
        ("BY:2026-Q3", "chậm nhất quý III/2026"),
        ("BY:2026-H1", "chậm nhất 6 tháng đầu năm 2026"),
        ("BY:2026-04", "chậm nhất tháng 4/2026"),
        ("FROM:2026-07-01/2026-08-19", "từ 01/07/2026 đến 19/08/2026"),
        ("EVERY:P3M", "hằng quý"),
        ("EVERY:P1M@15", "hằng tháng, ngày 15"),
        ("REL:P5WD", "trong 5 ngày làm việc"),
        ("ONGOING", "thường xuyên"),
        ("EVERY:P6M@06-10;EVERY:P1Y@12-10", "6 tháng một lần, ngày 10/6; hằng năm, ngày 10/12"),
        ("X:lạ", "X:lạ"),
    ],
)
def test_a_deadline_is_said_in_words(norm, words):
    assert queries.norm_words(norm) == words


def test_a_rule_is_shown_by_its_title_and_an_unknown_one_by_its_number():
    assert queries.rule_title("T09").startswith("T09: ")
    assert queries.rule_title("Z99") == "Z99"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("07/CTrPH-BCA-MTTW", "7/CTr-BCA-MTTW"),
        ("44- KL/TW", "44-KL/TW"),
        ("30c/NQCP", "30c/NQ-CP"),
        ("Số: 86/KH–UBND", "86/kh - ubnd"),
        ("12/2024/QĐ-UBND", "12/QÐ-UBND"),
    ],
)
def test_spellings_of_a_number_are_one_paper(one, other):
    assert rules.paper_key(one) == rules.paper_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("86/KH-UBND", "87/KH-UBND"),
        ("86/KH-UBND", "86/TB-UBND"),
        ("86/KH-UBND", "86/KH-CAT"),
        ("186/KH-UBND", "86/KH-UBND"),
    ],
)
def test_other_numbers_are_other_papers(one, other):
    assert rules.paper_key(one) != rules.paper_key(other)


def test_a_text_without_a_figure_is_no_number():
    assert rules.paper_key("không số") == rules.paper_key("") == ""


def test_a_scan_with_misread_words_is_still_the_same_text_and_a_sibling_is_not():
    words = [f"chữ{n}" for n in range(200)]
    scanned = [word if n % 10 else "s4i" for n, word in enumerate(words)]
    other = words[:80] + [f"khác{n}" for n in range(120)]
    paper = rules.word_pairs(" ".join(words))
    assert rules.are_alike(paper, rules.word_pairs(" ".join(scanned)))
    assert not rules.are_alike(paper, rules.word_pairs(" ".join(other)))
    assert not rules.are_alike(rules.word_pairs("một vài chữ"), rules.word_pairs("một vài chữ"))
