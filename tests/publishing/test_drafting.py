"""A paper is drawn up from the reports below: figures, completeness, statements with sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.errors import Forbidden, NotFound, Refused
from phongtrao.core.formats import number
from phongtrao.core.models import AuditEntry
from phongtrao.publishing import actions, queries
from phongtrao.publishing.actions.composition import memo_bytes, report_bytes
from phongtrao.publishing.models import Paper, PaperLine
from phongtrao.publishing.rules.drafting import (
    MOST_DRAWN,
    abstract_of,
    numbers_of,
    paper_number,
    printed,
)
from phongtrao.publishing.word.papers import Completeness
from phongtrao.publishing.word.wording import completeness_sentences
from phongtrao.reporting import queries as reporting
from phongtrao.reporting.models import Round
from tests.publishing.docx_text import rows_of, text_of
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
SAME = ("difficulty", "Kinh phí cho phong trào còn hạn hẹp.")


def _draft(world: World, round_: Round, by: str = "An") -> Paper:
    return actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor(by))


def test_figures_of_the_paper_equal_the_roll_up(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    cases.submitted(world, round_, "ba-to", "Ba", {0: "11", 6: "0", 7: "0"})
    paper = _draft(world, round_)
    rows = rows_of(report_bytes(queries.contents_of(paper)))
    table = reporting.roll_up(world.actor("An"), round_)
    assert len(table.lines) > 10
    for line in table.lines:
        cells = next(cells for name, cells in rows.items() if name == line.indicator.name)
        assert number(line.current.value, line.decimals) in cells
        assert f"{line.current.n}/{line.current.of}" in cells


def test_every_figure_names_exactly_the_versions_that_give_it(world: World) -> None:
    round_ = cases.open_round(world)
    first = cases.approved(world, round_)
    second = cases.submitted(world, round_, "ba-to", "Ba", {0: "-"})
    figures = queries.newest_figures(_draft(world, round_))
    by_code = {row["code"]: row for row in figures.figures}
    versions = {r.pk: reporting.newest_version(r) for r in (first, second)}
    assert by_code["CD01"]["versions"] == [versions[first.pk].pk]
    assert by_code["CD01"]["of"] == 2  # not applicable leaves both n and N
    assert by_code["CD10"]["versions"] == sorted(v.pk for v in versions.values())
    assert by_code["CD10"]["not_approved"] == 1
    assert set(by_code["HG05"]["versions"]) == {v.pk for v in versions.values()}


def test_what_is_missing_is_told_as_missing_and_never_as_zero(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    text = text_of(report_bytes(queries.contents_of(_draft(world, round_))))
    assert "từ báo cáo của 1/3 xã, phường, đặc khu; tất cả đã được phê duyệt" in text
    assert "Còn 2 xã, phường, đặc khu chưa có báo cáo (xã Ba Tơ, đặc khu Lý Sơn)" in text
    assert "số liệu chưa có không được tính là 0" in text


def test_a_round_without_any_report_gives_a_paper_without_a_zero(world: World) -> None:
    round_ = cases.open_round(world)
    paper = _draft(world, round_)
    rows = rows_of(report_bytes(queries.contents_of(paper)))
    lines = [line for line in queries.contents_of(paper).lines if line.code]
    for line in lines:
        assert "chưa có báo cáo" in rows[line.name]
        assert "0" not in rows[line.name]
        assert "0/3" in rows[line.name]


def test_equal_statements_become_one_line_with_all_their_sources(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_, told=(SAME, ("result", "Ra mắt hai mô hình.")))
    cases.submitted(world, round_, "ba-to", "Ba", told=(("difficulty", SAME[1].upper()),))
    paper = _draft(world, round_)
    line = PaperLine.objects.get(section__paper=paper, section__topic="difficulty")
    # Of two that say the same the first body in the list, Ba Tơ, is quoted.
    assert line.text == f"2/3 cấp xã nêu: {SAME[1].upper()}"
    assert {v.report.area_id for v in line.sources.all()} == {
        world.area("dak-ha").pk,
        world.area("ba-to").pk,
    }


def test_a_draft_begins_with_what_most_say_and_leaves_the_rest_beside(world: World) -> None:
    round_ = cases.open_round(world)
    shared = ("result", "Điều cả hai xã cùng nêu.")
    told = tuple(("result", f"Kết quả riêng thứ {place}.") for place in range(MOST_DRAWN + 5))
    cases.submitted(world, round_, told=(*told, shared))
    cases.submitted(world, round_, "ba-to", "Ba", told=(shared,))
    paper = _draft(world, round_)
    lines = PaperLine.objects.filter(section__paper=paper).order_by("position")
    assert lines.count() == MOST_DRAWN
    first = lines.first()
    assert first is not None
    assert first.text == f"2/3 cấp xã báo cáo: {shared[1]}"
    assert AuditEntry.objects.get(verb="paper.drafted").auditpayload.payload["left_out"] == 6


def test_every_kept_line_stands_in_the_word_file_and_no_dropped_one(world: World) -> None:
    round_ = cases.open_round(world)
    told = tuple(("result", f"Kết quả thứ {place} của xã.") for place in range(5))
    cases.submitted(world, round_, told=told)
    paper = _draft(world, round_)
    lines = list(PaperLine.objects.filter(section__paper=paper).order_by("position"))
    actions.drop_line(lines[2], by=world.actor("An"))
    text = text_of(report_bytes(queries.contents_of(paper)))
    for place, line in enumerate(lines):
        assert (line.text in text) is (place != 2)


def test_headings_without_content_are_not_printed_and_the_rest_is_numbered_anew(
    world: World,
) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_, told=(("plan", "Nhân rộng mô hình."),))
    text = text_of(report_bytes(queries.contents_of(_draft(world, round_))))
    assert "I. KẾT QUẢ THỰC HIỆN" in text
    assert "1. Số liệu thực hiện" in text
    assert "II. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI" in text
    assert "BÀI HỌC KINH NGHIỆM" not in text


def test_the_memo_tells_what_is_asked_and_on_what_figures(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    text = text_of(memo_bytes(queries.contents_of(_draft(world, round_))))
    assert "Về việc ký ban hành Báo cáo kết quả thực hiện" in text
    assert "1/3 xã, phường, đặc khu" in text
    assert "Ký nháy về nội dung" in text


@pytest.mark.parametrize("name", ["Vân", "Dũng", "Dương", "Chi", "Giang", "Gấm", "Trung"])
def test_only_officers_and_leaders_of_the_standing_body_draw_up(world: World, name: str) -> None:
    round_ = cases.open_round(world)
    with pytest.raises(Forbidden):
        _draft(world, round_, by=name)
    assert not Paper.objects.exists()


def test_the_leader_may_draw_up_too(world: World) -> None:
    assert _draft(world, cases.open_round(world), by="Bình").body == world.body("ca", "quang-ngai")


def test_one_body_has_one_unissued_paper_about_a_round(world: World) -> None:
    round_ = cases.open_round(world)
    _draft(world, round_)
    with pytest.raises(Refused, match="chưa ban hành"):
        _draft(world, round_, by="Bình")
    assert Paper.objects.count() == 1


def test_drawing_up_is_in_the_audit_chain_with_its_sources(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.approved(world, round_)
    paper = _draft(world, round_)
    entry = AuditEntry.objects.get(verb="paper.drafted")
    assert entry.target_id == str(paper.pk)
    version = reporting.newest_version(report)
    assert version is not None
    assert entry.auditpayload.payload["versions"] == [version.pk]


@pytest.mark.parametrize("name", ["Giang", "Gấm", "Dũng", "Chi", "Kiểm", "Quản"])
def test_a_draft_is_seen_by_its_own_body_alone(world: World, name: str) -> None:
    paper = _draft(world, cases.open_round(world))
    with pytest.raises(NotFound):
        queries.paper_for(world.actor(name), paper.pk)


def test_the_same_rows_give_the_same_bytes(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    paper = _draft(world, round_)
    again = Paper.objects.get(pk=paper.pk)
    assert report_bytes(queries.contents_of(paper)) == report_bytes(queries.contents_of(again))


@pytest.mark.parametrize(
    ("template", "period", "abstract"),
    [
        (
            "Báo cáo 6 tháng kết quả thực hiện chương trình phối hợp",
            "6 tháng đầu năm 2026",
            "Kết quả thực hiện chương trình phối hợp 6 tháng đầu năm 2026",
        ),
        ("Báo cáo định kỳ công tác hòa giải", "Quý I/2026", "Công tác hòa giải quý I/2026"),
        ("Phong trào toàn dân", "Năm 2026", "Phong trào toàn dân năm 2026"),
    ],
)
def test_the_abstract_names_subject_and_period(template: str, period: str, abstract: str) -> None:
    assert abstract_of(template, period) == abstract


@pytest.mark.parametrize(
    ("typed", "number_"),
    [("125", "125"), ("05", "5"), (" 12A ", "12a"), ("0", None), ("", None), ("5/BC", None)],
)
def test_the_number_of_a_register_is_read_without_leading_zeros(
    typed: str, number_: str | None
) -> None:
    assert paper_number(typed) == number_


@given(st.lists(st.tuples(st.sampled_from(["section", "clause"]), st.booleans())))
def test_printed_headings_keep_all_content_and_are_numbered_without_gaps(
    outline: list[tuple[str, bool]],
) -> None:
    levels, filled = [row[0] for row in outline], [row[1] for row in outline]
    shown = printed(levels, filled)
    assert all(on for on, has in zip(shown, filled, strict=True) if has)
    kept = [level for level, on in zip(levels, shown, strict=True) if on]
    sections = [n for level, n in zip(kept, numbers_of(kept), strict=True) if level == "section"]
    assert sections == list(range(1, len(sections) + 1))


def test_reports_that_wait_for_approval_are_named_apart_from_missing_ones() -> None:
    text = completeness_sentences(Completeness(1, 3, waiting=1, missing=("xã Ba Tơ",)))
    assert "1 địa bàn đã gửi báo cáo nhưng chưa được phê duyệt nên chưa đưa vào số liệu" in text
    assert "Còn 1 địa bàn chưa có báo cáo (xã Ba Tơ)" in text
    with pytest.raises(ValueError, match="mâu thuẫn"):
        Completeness(2, 3, waiting=2)


def test_a_change_is_told_only_between_periods_that_are_whole(world: World) -> None:
    before = cases.open_round(world, period="2025-H2")
    now = cases.open_round(world, period="2026-H2")
    people = {"dak-ha": "Chi", "ba-to": "Ba", "ly-son": "Lý"}
    for area, name in people.items():
        cases.submitted(world, before, area, name, {0: "5"}, told=())
    for area, name in list(people.items())[:2]:
        cases.submitted(world, now, area, name, {0: "6"}, told=())
    paper = _draft(world, now)
    rows = rows_of(report_bytes(queries.contents_of(paper)))
    assert not any("+" in cell for cells in rows.values() for cell in cells)
    cases.submitted(world, now, "ly-son", "Lý", {0: "8"}, told=())
    actions.refresh_figures(paper, by=world.actor("An"))
    rows = rows_of(report_bytes(queries.contents_of(paper)))
    first = next(line for line in queries.contents_of(paper).lines if line.code == "CD01")
    assert (first.value, first.last_year, first.change) == (20, 15, 5)
    assert {"20", "15", "+5", "+33,3"} <= set(rows[first.name])
