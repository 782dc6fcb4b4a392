"""The phiếu trình as a Word file."""

from dataclasses import replace

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.memo import render_submission_memo
from phongtrao.publishing.word.papers import Completeness, OpinionRequest, SubmissionMemo
from tests.publishing.word.docx_facts import margin_faults, opened, part, table_faults, text_of
from tests.publishing.word.sample_papers import sample_memo


def _rendered(memo: SubmissionMemo | None = None, *, demo_mark: bool = False) -> bytes:
    memo = memo or sample_memo()
    return render_submission_memo(memo, profile=DECREE_30_2020, demo_mark=demo_mark)


def test_the_memo_says_who_asks_what_of_whom() -> None:
    text = text_of(_rendered())
    assert "PHIẾU TRÌNH\nVề việc trình ký Báo cáo" in text
    assert "Kính gửi: Đồng chí Phó Trưởng ban" in text
    assert "Cơ quan trình: Công an tỉnh Quảng Ngãi" in text
    assert "Đơn vị soạn thảo: Phòng Xây dựng phong trào" in text


def test_the_memo_says_n_of_n_and_how_many_are_not_approved() -> None:
    text = text_of(_rendered())
    assert "3/96 xã, phường, đặc khu" in text
    assert "1/3 báo cáo chưa được phê duyệt" in text


def test_parts_without_content_are_left_out_and_the_rest_numbered_through() -> None:
    text = text_of(_rendered(sample_memo(summary=(), completeness=None)))
    assert "Tóm tắt" not in text
    assert "1. Đề xuất, kiến nghị" in text
    assert "2. Tài liệu trình kèm" in text


def test_there_is_room_for_both_initials_and_for_the_decision() -> None:
    text = text_of(_rendered())
    assert "Ký nháy về nội dung" in text
    assert "Ký nháy về thể thức" in text
    assert "(bút phê)" in text


def test_each_opinion_gets_the_lines_that_were_asked() -> None:
    few = sample_memo(opinions=(OpinionRequest("Mặt trận", "Ý kiến", lines=1),))
    many = replace(few, opinions=(OpinionRequest("Mặt trận", "Ý kiến", lines=5),))
    lines = [part(_rendered(memo), "word/document.xml").count("w:between") for memo in (few, many)]
    assert lines[1] - lines[0] == 4


def test_a_memo_without_opinions_still_has_its_boxes() -> None:
    content = _rendered(sample_memo(opinions=()))
    assert "(bút phê)" in text_of(content)
    assert table_faults(content) == []


def test_the_memo_keeps_page_and_tables_of_the_profile() -> None:
    content = _rendered()
    assert margin_faults(content, DECREE_30_2020) == []
    assert table_faults(content) == []
    assert len(opened(content).tables) == 2


def test_a_complete_round_is_called_approved() -> None:
    memo = sample_memo(completeness=Completeness(96, 96, noun="xã"))
    assert "tất cả đã được phê duyệt" in text_of(_rendered(memo))


def test_the_demo_mark_and_the_bytes_behave_as_in_a_report() -> None:
    assert "SỐ LIỆU GIẢ ĐỊNH" in part(_rendered(demo_mark=True), "word/header1.xml")
    assert _rendered() == _rendered()
