"""Papers that are empty, cut, double or at odds with themselves: the certain part and the marks."""

import pytest

from phongtrao.intake.extraction import doubts_of, extract

HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Ngãi, ngày 10 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức Ngày hội năm 2026

II. TỔ CHỨC THỰC HIỆN
"""
FOOT = "\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Mẫu\n"


def codes(text: str) -> list[str]:
    """The codes of the doubts about a text."""
    return [doubt.code for doubt in doubts_of(extract(text, "x"))]


def paper(tasks: str, foot: str = FOOT) -> str:
    """A plan with these tasks."""
    return HEAD + tasks + foot


def test_a_whole_paper_raises_no_doubt() -> None:
    assert codes(paper("1. Giao Công an tỉnh rà soát các mô hình trước ngày 15/4/2026.\n")) == []


@pytest.mark.parametrize("text", ["", " \n\n", "…\n---\n", "12 34"])
def test_a_text_without_words_is_marked_and_proposes_nothing(text: str) -> None:
    found = extract(text, "x")
    assert codes(text) == ["empty"]
    assert found.requirements == ()
    assert found.metadata.number is None


def test_a_paper_without_its_head_still_gives_its_requirements() -> None:
    text = "1. Đề nghị Công an tỉnh Quảng Ngãi báo cáo kết quả trước ngày 15/6/2026.\n"
    (asked,) = extract(text, "x").requirements
    assert asked.deadline is not None
    assert asked.deadline.norm == "BY:2026-06-15"
    assert "no-head" in codes(text)


def test_a_cut_paper_keeps_what_stands_before_the_cut() -> None:
    text = paper("1. Giao Công an tỉnh rà soát các mô hình.\n2. Giao Sở Y tế phối", foot="")
    found = extract(text, "x")
    assert found.metadata.number is not None
    assert found.metadata.number.value == "12/KH-UBND"
    assert found.requirements[0].lead[0].org_id == "ca@quang-ngai"
    assert "no-signature" in codes(text)


def test_two_papers_in_one_file_are_marked_where_the_second_begins() -> None:
    first = paper("1. Giao Công an tỉnh rà soát các mô hình.\n")
    second = paper("1. Giao Sở Y tế báo cáo.\n").replace("12/KH-UBND", "13/KH-UBND")
    marks = [d for d in doubts_of(extract(first + second, "x")) if d.code == "two-papers"]
    assert len(marks) == 1
    assert marks[0].span is not None
    assert len(first) <= marks[0].span.start < len(first) + 200
    assert extract(first + second, "x").metadata.number.value == "12/KH-UBND"  # type: ignore[union-attr]


def test_a_table_over_two_pages_keeps_its_columns() -> None:
    rows = (
        "| TT | Nội dung | Chủ trì | Thời gian |\n"
        "| 1 | Rà soát các mô hình tự quản | Công an tỉnh | Quý II/2026 |\n"
        "2\n"
        "| TT | Nội dung | Chủ trì | Thời gian |\n"
        "| 2 | Tuyên truyền trong trường học | Sở Giáo dục và Đào tạo | Tháng 9/2026 |\n"
    )
    asked = extract(paper(rows), "x").requirements
    assert [r.lead[0].org_id for r in asked] == ["ca@quang-ngai", "so-gddt@quang-ngai"]
    assert [r.deadline.norm for r in asked if r.deadline] == ["BY:2026-Q2", "BY:2026-09"]


def test_a_number_that_does_not_fit_its_list_is_marked() -> None:
    six = "Hà Nội, Huế, Đà Nẵng, Cần Thơ, Gia Lai, Sơn La"
    line = f"1. Giao Công an tỉnh làm việc với 8 địa phương gồm: {six}, Bộ Y tế.\n"
    assert "count" in codes(paper(line))
    assert "count" not in codes(paper(line.replace("8 địa", "7 địa")))


def test_a_deadline_before_the_paper_s_own_day_is_kept_and_marked() -> None:
    text = paper("1. Giao Công an tỉnh rà soát các mô hình trước ngày 15/4/2025.\n")
    (asked,) = extract(text, "x").requirements
    assert asked.deadline is not None
    assert asked.deadline.norm == "BY:2025-04-15"
    assert codes(text) == ["before-issue"]


def test_a_period_that_ends_before_it_begins_is_marked() -> None:
    text = paper("1. Giao Công an tỉnh ra quân từ ngày 20/8/2026 đến ngày 10/8/2026.\n")
    assert codes(text) == ["reversed"]


def test_every_doubt_has_its_sentence() -> None:
    found = doubts_of(extract("", "x")) + doubts_of(extract("Chữ.", "x"))
    assert {d.code for d in found} == {"empty", "no-head"}
    assert all(d.sentence.endswith(".") for d in found)


def test_a_text_beyond_any_paper_is_marked_as_not_read_to_its_end() -> None:
    assert "long" in codes(paper("- a\n" * 13_000))
