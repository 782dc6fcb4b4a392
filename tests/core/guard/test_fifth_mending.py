"""What the fifth independent set of papers brought up, in sentences of our own."""

import pytest

from phongtrao.core.guard import read_text, verdict


def _said(text):
    return verdict(read_text(text))


@pytest.mark.parametrize("cut", ["\t", " | "])
def test_fields_of_work_rated_in_per_cent_are_no_list_of_persons(cut):
    head = cut.join(["Đánh giá", "Căn cước", "Thường trú", "Bảo hiểm y tế"])
    rows = [cut.join(["Tốt", "61%", "58,5%", "7"]), cut.join(["Chưa tốt", "3%", "-", "12"])]
    assert _said("\n".join([head, *rows])) == "pass"


@pytest.mark.parametrize(
    "row",
    [
        "Tổ 1\t079201001234\tthôn 4",  # an identity number is no count
        "Tổ 1\t12\tthôn 4, nhà ông Sáu",
    ],
)
def test_one_row_with_more_than_counts_keeps_the_table_a_list(row):
    table = f"Nơi\tCăn cước\tThường trú\nTổ 2\t61\t58\n{row}"
    assert _said(table) == "block"


def test_a_list_of_names_and_ages_stays_a_list():
    assert _said("Họ tên\tTuổi\tCăn cước\nLò Thị Sáo\t35\t1\nVàng A Dế\t41\t1") == "block"


@pytest.mark.parametrize(
    "text",
    [
        "Người tham gia: công dân từ đủ 18 tuổi, cư trú tại khu 2, có sức khỏe tốt.",
        "Điều kiện: thường trú ở bản 5A ít nhất một năm, được hộ dân tín nhiệm.",
    ],
)
def test_conditions_of_joining_name_nobody(text):
    assert _said(text) == "pass"


def test_a_person_in_his_hamlet_is_still_stopped():
    assert _said("Công dân Lò Thị Sáo, cư trú tại khu 2, xin xác nhận.") == "block"


def test_a_unit_before_the_surname_pham_breaks_no_law():
    assert _said("Người lập biểu Hồ Lệ Thu | Thủ trưởng đơn vị Phạm Bích Vân") == "pass"
    assert _said("Hồ Lệ Thu vi phạm quy định về cư trú.") == "ask"
    assert _said("Ho Le Thu vi pham quy dinh ve cu tru.") == "ask"
