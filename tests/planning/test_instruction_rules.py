"""Bút phê: one line proposes who leads, who takes part, which post follows, until when."""

import re
from datetime import date, time
from pathlib import Path

import pytest

from phongtrao.core.calendar import shipped_calendar
from phongtrao.planning.deadlines.typed import Bases
from phongtrao.planning.rules.instruction_names import Inside, Named, person_named
from phongtrao.planning.rules.instructions import DOUBTS, RULES, read_instruction

ROOT = Path(__file__).resolve().parents[2]
BASES = Bases(date(2026, 11, 20), issued_on=date(2026, 11, 12), received_on=date(2026, 11, 13))
CALENDAR = shipped_calendar()


def _named(pk, *ways):
    return Named(pk, ways[0], ways)


INSIDE = Inside(
    [
        _named(1, "Đội An ninh"),
        _named(2, "Đội Tổng hợp"),
        _named(3, "Đội 3"),
        _named(4, "Tổ Cảnh sát khu vực", "CSKV"),
    ],
    [
        _named(11, "Trưởng phòng"),
        _named(12, "Phó Trưởng phòng", "PTP"),
        _named(13, "Cán bộ tổng hợp"),
        _named(14, "Cán bộ tổng hợp"),
    ],
)


def _read(line):
    return read_instruction(line, INSIDE, BASES, CALENDAR)


@pytest.mark.parametrize(
    ("line", "lead", "coordinating", "officer", "day", "content"),
    [
        (
            ("Giao Đội An ninh chủ trì, Đội Tổng hợp phối hợp; đ/c Phó Trưởng phòng theo dõi; "
            "báo cáo trước 25/11"),
            1, [2], 12, date(2026, 11, 25), "",
        ),
        (
            ("Giao Đội 3 chủ trì, phối hợp với Đội Tổng hợp, Đội An ninh tham mưu kế hoạch "
            "triển khai, báo cáo đ/c Trưởng phòng trước 30/11"),
            3, [2, 1], None, date(2026, 11, 30), "Tham mưu kế hoạch triển khai",
        ),
        (
            "Chuyển Đội tổng hợp nghiên cứu, tham mưu. PTP chỉ đạo, xong trong tuần này",
            2, [], 12, date(2026, 11, 22), "Nghiên cứu, tham mưu",
        ),
        (
            "Chủ trì: CSKV; phối hợp: Đội 3, Đội An ninh. Xong trước 10/12",
            4, [3, 1], None, date(2026, 12, 10), "",
        ),
        (
            "ĐỘI AN NINH (chủ trì), ĐỘI 3 (phối hợp) rà soát mô hình",
            1, [3], None, None, "Rà soát mô hình",
        ),
        (
            "Đội An ninh cùng Đội 3 rà soát các mô hình tự quản trước ngày 5/12",
            1, [3], None, date(2026, 12, 5), "Rà soát các mô hình tự quản",
        ),
        (
            "giao doi an ninh chu tri, xong trước 5/12 hồ sơ mô hình",
            1, [], None, date(2026, 12, 5), "Hồ sơ mô hình",
        ),
    ],
)  # fmt: skip
def test_a_line_proposes_units_post_day_and_work(line, lead, coordinating, officer, day, content):
    found = _read(line)
    assert (found.lead, found.coordinating, found.officer) == (lead, coordinating, officer)
    assert (found.due.day if found.due else None, found.content) == (day, content)
    assert found.doubts == []


def test_an_hour_and_a_term_are_read_as_on_other_forms():
    assert _read("Đội 3 báo cáo trước 17 giờ ngày 30/11").due.hour == time(17)
    term = _read("Đội 3 báo cáo trong 5 ngày làm việc kể từ ngày nhận văn bản")
    assert term.due.day == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("Đồng ý", "nobody", ""),
        ("Đội An ninh, Đội 3 triển khai", "no_role", "Đội 3"),
        ("Đội An ninh mạng chủ trì", "longer_name", "Đội An ninh"),
        ("Giao đội Hình sự xử lý", "unknown_unit", "đội Hình sự"),
        ("Đội 3 chủ trì; đ/c Chủ tịch theo dõi", "unknown_post", "Chủ tịch"),
        ("Đội An ninh chủ trì và Đội 3 chủ trì", "two_leads", "Đội 3"),
        ("Cán bộ tổng hợp theo dõi", "same_name", "Cán bộ tổng hợp"),
        ("Trưởng phòng, Phó Trưởng phòng", "several_posts", "Trưởng phòng, Phó Trưởng phòng"),
        ("Đội 3 xong trước 10/11", "due_past", "trước 10/11"),
        ("Đội 3 xong trước tết", "due_unclear", "xong trước tết"),
        ("Đội 3 xong trước 5/12; báo cáo trước 9/12", "due_twice", "trước 9/12"),
        ("Đội 3 báo cáo hằng tháng trước ngày 15", "recurring", "hằng tháng trước ngày 15"),
        ("Đội 3 chủ trì; đ/c Nguyễn Văn Mẫu theo dõi", "person", "Nguyễn Văn Mẫu"),
    ],
)
def test_what_is_unsure_is_asked(line, code, words):
    assert [(doubt.code, doubt.words) for doubt in _read(line).doubts] == [(code, words)]


@pytest.mark.parametrize(
    "line",
    [
        "Giao Đội Hình sự chủ trì, Đội 3 phối hợp",
        "Giao Đội Hình sự chủ trì, phối hợp với Đội 3",
        "Giao anh em bên kia chủ trì, Đội 3 phối hợp",
    ],
)
def test_who_is_not_known_is_never_replaced_by_who_is(line):
    found = _read(line)
    assert (found.lead, found.coordinating) == (None, [3])


def test_an_unknown_post_is_asked_though_a_person_is_named_after_it():
    found = _read("Đội 3 chủ trì; đ/c Chủ tịch theo dõi, đ/c Nguyễn Văn Mẫu giúp việc")
    assert [doubt.code for doubt in found.doubts] == ["unknown_post", "person"]


def test_nobody_else_leads_where_the_lead_is_not_sure():
    found = _read("Đội Hình sự chủ trì; Đội 3 triển khai")
    assert found.lead is None
    assert [doubt.code for doubt in found.doubts] == ["unknown_unit", "no_role"]


def test_a_post_that_two_officials_hold_is_proposed_to_nobody():
    assert _read("Cán bộ tổng hợp theo dõi").officer is None


def test_a_longer_name_is_not_a_part_of_another_one():
    inside = Inside([_named(1, "Đội 1"), _named(12, "Đội 12")], [])
    found = read_instruction("Giao Đội 12 chủ trì", inside, BASES, CALENDAR)
    assert found.lead == 12


def test_names_that_differ_in_marks_alone_are_told_apart_by_them():
    inside = Inside([_named(1, "Tổ Bảo"), _named(2, "Tổ Báo")], [])
    assert read_instruction("Tổ Báo chủ trì", inside, BASES, CALENDAR).lead == 2
    unsure = read_instruction("to bao chu tri", inside, BASES, CALENDAR)
    assert [doubt.code for doubt in unsure.doubts] == ["same_name"]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("đ/c Nguyễn Văn Mẫu theo dõi", "Nguyễn Văn Mẫu"),
        ("đồng chí Mẫu theo dõi", "Mẫu"),
        ("Phó Trưởng phòng Trần Văn Thử chỉ đạo", "Trần Văn Thử"),
        ("đ/c Phó Trưởng phòng theo dõi", ""),
        ("đ/c Chủ tịch theo dõi", ""),
        ("đ/c Trưởng phòng Đội An ninh chủ trì", ""),
        ("Đội An ninh chủ trì", ""),
    ],
)
def test_a_name_of_a_person_is_seen_and_a_post_is_none(line, person):
    assert person_named(line, INSIDE) == person


def test_every_conclusion_names_a_rule_and_the_words_it_rests_on():
    line = (
        "Giao Đội An ninh chủ trì tham mưu kế hoạch, Đội Tổng hợp phối hợp; "
        "PTP theo dõi, báo cáo Trưởng phòng; xong trước 25/11"
    )
    found = _read(line)
    assert {step.rule for step in found.steps} == {"BP1", "BP2", "BP4", "BP5", "BP6", "BP7"}
    assert all(step.words.casefold() in line.casefold() for step in found.steps)
    assert {step.rule for step in found.steps} <= set(RULES)
    assert {doubt.code for doubt in found.doubts} <= set(DOUBTS)


def test_the_page_for_officials_explains_every_rule():
    page = (ROOT / "docs" / "how-to" / "but-phe-giao-viec-noi-bo.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| (BP\d+) \|", page, re.M)) == set(RULES)


@pytest.mark.parametrize("line", ["", ";;;", "đ/c", "chủ trì", "trước", "; . ;", "Đội", "p/h"])
def test_half_a_line_breaks_nothing(line):
    found = _read(line)
    assert (found.lead, found.officer, found.due) == (None, None, None)
