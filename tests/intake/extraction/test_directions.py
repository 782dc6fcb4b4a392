"""Who is told to do something, by the wording of the order; sentences of our own."""

import pytest

from tests.intake.extraction.sentences import (
    CONCLUSION,
    NEWS,
    PLAN,
    PROGRAMME,
    REPORT,
    asked_in,
    who,
)

ONE_BODY = {
    "UBND các xã, phường có sông, rạch đi qua thành lập tổ tự quản.": "grp:ubnd-xa",
    "Về phương tiện: Sở Tài chính cân đối nguồn mua xuồng máy.": "so-tc",
    "Đối với nhà trọ ven khu công nghiệp, Sở Xây dựng lập danh mục.": "so-xd",
    "Ba tháng một lần, Công an tỉnh chấm điểm các mô hình.": "ca",
    "Ngay sau khi có hướng dẫn, Công an tỉnh tổ chức tập huấn.": "ca",
    "Hội Cựu chiến binh tỉnh đăng ký một phần việc cụ thể.": "hccb",
    "Việc lắp đặt camera giao Sở Xây dựng hướng dẫn kỹ thuật.": "so-xd",
    "Bộ trưởng Bộ Công an cần sớm trả lời địa phương.": "bca",
    "Sở Y tế được giao biên soạn tài liệu sơ cứu.": "so-yt",
    "Sở Tư pháp: thẩm định dự thảo trong 05 ngày làm việc.": "so-tp",
}


@pytest.mark.parametrize(("sentence", "body"), ONE_BODY.items())
@pytest.mark.parametrize("mark", ["1. ", ""], ids=["item", "paragraph"])
def test_a_body_and_its_work_are_read_however_the_sentence_opens(mark, sentence, body):
    assert who(f"{PLAN}{mark}{sentence}\n") == [(body,)]


NOT_ASKED = [
    "Công an tỉnh đã rà soát 120 mô hình.",
    "Ban Chỉ đạo 138 tỉnh cơ bản thống nhất với kiến nghị của xã.",
    "Bộ Công an tặng Bằng khen 12 tập thể.",
    "Từ ngày 02 đến ngày 03/3/2026, Thường trực Tỉnh ủy kiểm tra tại xã Thạch Hà.",
    "Chiều 05/3/2026, Công an tỉnh họp với các xã.",
    "Đối tượng: UBND các xã, phường; Sở Y tế.",
]


@pytest.mark.parametrize("sentence", NOT_ASKED)
def test_what_is_only_told_is_no_requirement(sentence):
    assert who(f"{CONCLUSION}{sentence}\n") == []


def test_clauses_after_a_colon_stand_for_themselves():
    made = asked_in(f"{PLAN}1. Công an tỉnh: lập chốt kiểm soát; mời người vi phạm đến làm việc.\n")
    assert [a.words for a in made] == ["lập chốt kiểm soát", "mời người vi phạm đến làm việc"]


def test_a_clause_after_one_with_its_own_day_stands_for_itself():
    made = asked_in(
        f"{PLAN}1. Công an tỉnh phúc tra các xã trước ngày 15/4/2026; xây dựng tài liệu hỏi đáp.\n"
    )
    assert [a.deadline for a in made] == ["BY:2026-04-15", None]


@pytest.mark.parametrize(
    "rest", ["hoàn thành trước ngày 15/4/2026", "kết quả gửi Công an tỉnh", "không để kéo dài"]
)
def test_a_clause_that_only_completes_stays_with_its_sentence(rest):
    assert (
        len(asked_in(f"{PLAN}1. Sở Y tế rà soát các cơ sở cai nghiện trong quý II; {rest}.\n")) == 1
    )


def test_a_later_clause_belongs_to_the_body_it_names():
    paper = f"{PLAN}1. Sở Y tế sơ cứu ban đầu; UBND các xã, phường ven biển trực canh bão.\n"
    assert who(paper) == [("so-yt",), ("grp:ubnd-xa",)]


def test_a_body_may_follow_a_comma_after_other_work():
    paper = (
        f"{PLAN}1. Sở Tài chính cấp kinh phí trước 30/6/2026, Sở Xây dựng nghiệm thu công trình.\n"
    )
    assert who(paper) == [("so-tc",), ("so-xd",)]


def test_what_is_given_below_a_heading_is_answered_for_by_both():
    paper = f"{PLAN}1. Ủy ban nhân dân tỉnh\n- Giao Sở Tài chính bố trí kinh phí.\n"
    assert who(paper) == [("so-tc", "ubnd")]


def test_a_body_outside_the_gazetteer_is_named_in_its_words():
    paper = f"{PLAN}1. Chi cục Thủy lợi bảo vệ đê điều mùa lũ.\n"
    assert [(a.lead, a.words) for a in asked_in(paper)] == [(("",), "bảo vệ đê điều mùa lũ")]


def test_the_addressees_are_no_requirements():
    paper = (
        "UBND TỈNH HÀ TĨNH\nSố: 345/UBND-NC\nHà Tĩnh, ngày 10 tháng 3 năm 2026\n"
        "Kính gửi:\n- Công an tỉnh;\n- Ngân hàng Nhà nước chi nhánh Khu vực 8.\n\n"
        "1. Công an tỉnh rà soát các điểm rút tiền.\n"
    )
    assert who(paper) == [("ca",)]


@pytest.mark.parametrize("mark", ["(a) ", "a- ", "b1) ", "(đ) ", "• "])
def test_marks_of_lists_of_many_kinds_open_items(mark):
    assert who(f"{PLAN}1. Sở Y tế\n{mark}Chuẩn bị thuốc men tại các trạm.\n") == [("so-yt",)]


IN_NEWS = {
    "Đồng chí nhấn mạnh, Công an tỉnh phải đổi mới tuyên truyền.": [("ca",)],
    "Đối với Sở Y tế, đồng chí đề nghị bố trí người trực.": [("so-yt",)],
    "Ông cũng chỉ đạo Sở Y tế sửa đổi quy ước trong năm nay.": [("so-yt",)],
    "Thứ nhất, UBND các xã, phường thanh loại mô hình yếu.": [("grp:ubnd-xa",)],
    "Sở Y tế được đề nghị tăng ca trực.": [("so-yt",)],
    "Đồng chí giao Sở Y tế mua thuốc; Công an tỉnh dẫn đường.": [("so-yt",), ("ca",)],
    "Giám đốc Công an tỉnh cho biết đã làm rõ 120 vụ.": [],
}


@pytest.mark.parametrize(("sentence", "leads"), IN_NEWS.items())
def test_orders_told_in_the_news_are_read_with_their_body(sentence, leads):
    assert who(NEWS + sentence + "\n") == leads


@pytest.mark.parametrize(
    "title", ["Việc làm tiếp theo", "Sáu tháng cuối năm", "Nhiệm vụ quý II", "Trọng tâm công tác"]
)
def test_a_report_asks_where_its_heading_looks_ahead(title):
    results = "I. Kết quả\n1. Công an tỉnh tổ chức 20 buổi tuyên truyền.\n"
    paper = f"{REPORT}{results}II. {title}\n1. Công an tỉnh tổ chức tập huấn.\n"
    assert [a.words for a in asked_in(paper)] == ["tổ chức tập huấn"]


def test_what_a_report_proposes_upward_is_no_requirement():
    ahead = f"{REPORT}III. KIẾN NGHỊ\n"
    assert who(f"{ahead}1. Đề nghị Chính phủ sớm trình dự án luật.\n") == []
    assert who(f"{ahead}1. Đề nghị Ủy ban MTTQ Việt Nam tỉnh vận động hội viên.\n") == [("mttq",)]


def test_a_proposal_upward_with_a_day_can_be_followed_up():
    paper = f"{REPORT}III. KIẾN NGHỊ\n1. Đề nghị Bộ Công an trả lời trước ngày 15/6/2026.\n"
    assert [a.deadline for a in asked_in(paper)] == ["BY:2026-06-15"]


@pytest.mark.parametrize("opening", ["Hai bên", "Lãnh đạo hai cơ quan", "Mỗi bên"])
def test_the_parties_of_a_programme_are_asked_together(opening):
    paper = f"{PROGRAMME}III. TỔ CHỨC THỰC HIỆN\n1. {opening} họp mỗi năm hai lần.\n"
    assert [(a.lead, a.deadline) for a in asked_in(paper)] == [(("ca", "ldld"), "EVERY:P6M")]


@pytest.mark.parametrize(
    "row",
    [
        "| 1 | Rà soát mô hình | Sở Y tế | Công an tỉnh | |",
        "1 | Rà soát mô hình | Sở Y tế | Công an tỉnh |",
        "1\tRà soát mô hình\tSở Y tế\tCông an tỉnh\t",
    ],
)
def test_a_row_with_an_empty_last_cell_is_read(row):
    mark = "\t" if "\t" in row else " | "
    head = mark.join(["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"])
    head = f"| {head} |" if row.startswith("|") else head
    made = asked_in(f"{PLAN}{head}\n{row}\n")
    assert [(a.lead, a.coord, a.words) for a in made] == [(("so-yt",), ("ca",), "Rà soát mô hình")]


ASSISTING = {
    "Công an tỉnh trực chốt cùng các Tổ bảo vệ an ninh, trật tự.": "grp:to-antt",
    "Công an tỉnh tuần tra, kết hợp Bộ Chỉ huy Quân sự tỉnh.": "bchqs",
    "Công an tỉnh mở lớp; Sở Y tế cử báo cáo viên.": "so-yt",
    "Công an tỉnh lập phương án; Sở Tài chính có ý kiến về nguồn vốn.": "so-tc",
    "Công an tỉnh chủ trì, Sở Y tế hỗ trợ kiểm tra các điểm nóng.": "so-yt",
    "Công an tỉnh tham khảo ý kiến Sở Y tế để trả lời người dân.": "so-yt",
    "Công an tỉnh ký kế hoạch phối hợp với Sở Y tế về cai nghiện.": "so-yt",
    "Công an tỉnh mời Sở Y tế giải đáp tại buổi đối thoại.": "so-yt",
    "Công an tỉnh mở lớp với sự tham gia của Sở Y tế.": "so-yt",
}


@pytest.mark.parametrize(("sentence", "body"), ASSISTING.items())
def test_who_assists_is_read_from_many_words(sentence, body):
    made = asked_in(f"{PLAN}1. {sentence}\n")
    assert [(a.lead, a.coord) for a in made] == [(("ca",), (body,))]


def test_also_is_not_with():
    made = asked_in(f"{PLAN}1. Sở Y tế trả lời người dân như cũng Công an tỉnh đã làm.\n")
    assert [a.coord for a in made] == [()]
