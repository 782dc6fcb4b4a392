"""A filled workbook comes back: whose it is, each fault at its cell, nothing half-imported."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import number
from phongtrao.org.models import Posting
from phongtrao.reporting import actions, exports, queries
from phongtrao.reporting.cells import parse_cell
from phongtrao.reporting.grid import form_layout as layout
from phongtrao.reporting.grid.content import differences, read_content, statements_of
from phongtrao.reporting.grid.form_reader import COLUMNS, read_closely
from phongtrao.reporting.grid.plain_workbook import number_text, plain_form
from phongtrao.reporting.models import WorkingCopy
from tests.core.gate.old_encodings import tcvn3
from tests.core.uploads.doors import hidden
from tests.reporting import cases, filled
from tests.reporting.filled import (
    changed,
    confirmed,
    judged,
    with_cells,
    with_result,
    workbook_of,
    written,
)
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]


UNICODE = "Đề nghị cấp trên hướng dẫn thực hiện và bổ sung kinh phí cho các mô hình ở xã"
TCVN3 = tcvn3(UNICODE).decode("latin-1")


def _code(report: Any, index: int) -> str:
    return str(report.round.template_version.cells[index]["key"])


def _faults(report: Any, change: filled.Change, tmp_path: Path) -> list[tuple[str, str, str]]:
    found = judged(report, changed(workbook_of(report), change), tmp_path).faults
    return [(each.place.cell, each.place.code, str(each.sentence)) for each in found]


@pytest.mark.parametrize(
    ("value", "style", "told"),
    [
        ("mười hai", {}, "không phải là số"),
        ("1,234.5", {}, "kiểu nước ngoài"),
        ("1e400", {}, "rút gọn"),
        ("-7", {}, "số âm"),
        (-7, {}, "số âm"),
        (12.5, {}, "phần lẻ"),
        (1e30, {}, "quá lớn"),
        (date(2026, 3, 5), {}, "05/03/2026"),
        (0.875, {"number_format": "0.0%"}, "phần trăm (87,5%)"),
        ("#REF!", {"data_type": "e"}, "báo lỗi #REF!"),
        ("=G8+G9", {}, "chưa có kết quả"),
    ],
)
def test_what_is_no_figure_is_told_at_its_cell_with_row_and_code(
    world: World, tmp_path: Path, value: Any, style: dict[str, str], told: str
) -> None:
    report = filled.saved(world)
    code = _code(report, 3)
    book = load_workbook(io.BytesIO(workbook_of(report)))
    [(cell, at, sentence)] = _faults(report, written(code, value, **style), tmp_path)
    assert (cell, at) == (f"G{filled.row_of(book, code)}", code)
    assert told in sentence


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1.234", "1.234"), (" 1 234 ", "1.234"), (1234, "1.234"), (1234.0, "1.234"),
        ("–", "-"), ("-", "-"), (0, "0"), ("0", "0"), (None, ""), ("  ", ""),
    ],
)  # fmt: skip
def test_figures_are_read_as_officials_write_them(
    world: World, tmp_path: Path, value: Any, shown: str
) -> None:
    report = filled.saved(world)
    data = changed(workbook_of(report), written(_code(report, 3), value))
    found = judged(report, data, tmp_path)
    assert found.faults == []
    assert found.content.shown(queries.entry_grid(report).specs[3]) == shown


def test_a_workbook_of_plain_figures_is_read_the_quick_way(world: World, tmp_path: Path) -> None:
    report = filled.saved(world)
    path = tmp_path / "upload"
    path.write_bytes(changed(workbook_of(report), written(_code(report, 3), 12)))
    found = plain_form(path, COLUMNS)
    assert found is not None
    assert found == read_closely(path)
    path.write_bytes(changed(workbook_of(report), written(_code(report, 3), "=1+1")))
    assert plain_form(path, COLUMNS) is None


def test_out_and_in_again_changes_nothing(world: World, tmp_path: Path) -> None:
    report = filled.saved(world)
    grid = queries.entry_grid(report)
    figures = st.one_of(st.sampled_from(["", "-", "0"]), st.integers(1, 2**63 - 1).map(number))
    lines = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)

    @given(
        st.lists(figures, min_size=len(grid.specs), max_size=len(grid.specs)),
        st.dictionaries(st.integers(0, len(grid.specs) - 1), lines),
        st.lists(st.tuples(st.sampled_from(["result", "proposal"]), lines), max_size=12),
        lines,
    )
    def unchanged(
        typed: list[str], notes: dict[int, str], told: list[tuple[str, str]], reason: str
    ) -> None:
        said = [each for topic, text in sorted(told) for each in statements_of(topic, text)]
        content = read_content(
            grid.specs, dict(enumerate(typed)), notes=notes, statements=said, reason=reason
        )
        shown = replace(grid, content=content)
        data = b"".join(exports.form_workbook(shown).streaming_content)  # type: ignore[arg-type]
        found = judged(report, data, tmp_path)
        assert found.faults == []
        assert differences(grid.specs, content, found.content) == {}

    unchanged()


@given(st.integers(0, 10**15 - 1), st.integers(0, 6))
def test_a_number_of_up_to_fifteen_digits_comes_back_exactly(scaled: int, decimals: int) -> None:
    kept = scaled / 10**decimals if decimals else scaled  # as the workbook holds it
    assert parse_cell(number_text(kept), decimals).scaled == scaled


def test_the_workbook_of_another_report_is_refused_naming_both(
    world: World, tmp_path: Path
) -> None:
    report = filled.saved(world)
    other = cases.report_of(report.round, world, "ba-to")
    with pytest.raises(InvalidInput) as refused:
        judged(report, workbook_of(other), tmp_path)
    assert other.body.name in refused.value.message
    assert report.body.name in refused.value.message
    later = cases.report_of(cases.open_round(world, period="2026-H2"), world)
    with pytest.raises(InvalidInput, match=r"6 tháng cuối năm 2026.*6 tháng đầu năm 2026"):
        judged(report, workbook_of(later), tmp_path)


def test_a_mark_that_was_touched_or_is_gone_is_refused(world: World, tmp_path: Path) -> None:
    report = filled.saved(world)

    def touched(book: Any) -> None:
        cell = book[layout.MARK]["A2"]
        cell.value = cell.value.replace('"base": 1', '"base": 9')

    for change in (touched, lambda book: book.remove(book[layout.MARK])):
        with pytest.raises(InvalidInput, match="không phải biểu tải từ hệ thống"):
            judged(report, changed(workbook_of(report), change), tmp_path)


def test_merged_cells_and_hidden_sheets_are_told(world: World, tmp_path: Path) -> None:
    report = filled.saved(world)

    def change(book: Any) -> None:
        row = filled.row_of(book, _code(report, 0))
        book[layout.FIGURES].merge_cells(f"G{row}:G{row + 1}")
        book.create_sheet("Nháp").sheet_state = "hidden"
        book.create_sheet("Cộng riêng")

    told = _faults(report, change, tmp_path)
    assert [cell for cell, _code, _text in told] == ["", "G9:G10"]
    assert "bị ẩn" in told[0][2]
    assert "bỏ gộp" in told[1][2]


def test_rows_may_move_but_none_may_be_missing_twice_or_strange(
    world: World, tmp_path: Path
) -> None:
    report = filled.saved(world)
    first, second = _code(report, 0), _code(report, 1)

    def swapped(book: Any) -> None:
        sheet, a, b = book[layout.FIGURES], filled.row_of(book, first), filled.row_of(book, second)
        for column in (layout.CODE, layout.FIGURE, layout.NOTE):
            one, two = sheet.cell(a, column), sheet.cell(b, column)
            one.value, two.value = two.value, one.value

    data = changed(workbook_of(report), swapped)
    found = judged(report, data, tmp_path)
    assert (found.faults, found.content) == ([], queries.entry_grid(report).content)
    strange = _faults(report, written(second, "ZZ99", layout.CODE), tmp_path)
    assert ["ZZ99" in text or "thiếu dòng" in text for _c, _k, text in strange] == [True, True]
    twice = _faults(report, written(second, first, layout.CODE), tmp_path)
    assert any("hai dòng" in text for _c, _k, text in twice)


def test_a_formula_with_a_result_asks_for_a_look(world: World, tmp_path: Path) -> None:
    report = filled.saved(world)
    data = with_result(workbook_of(report), _code(report, 3), "7+8", "15")
    found = judged(report, data, tmp_path)
    assert found.faults == []
    assert found.content.shown(queries.entry_grid(report).specs[3]) == "15"
    [asked] = found.questions
    assert (asked.place.code, "“15”" in str(asked.sentence)) == (_code(report, 3), True)


def test_old_letters_are_converted_and_shown(world: World, tmp_path: Path) -> None:
    report = filled.saved(world)

    def change(book: Any) -> None:
        sheet = book[layout.NARRATIVE]
        row = next(c.row for (c,) in sheet.iter_rows(max_col=1) if c.value == "proposal")
        sheet.cell(row, layout.TEXT).value = TCVN3
        sheet.cell(row + 1, layout.TEXT).value = "Ðề nghị bổ sung kinh phí"

    found = judged(report, changed(workbook_of(report), change), tmp_path)
    assert found.faults == []
    assert "TCVN3" in str(found.questions[0].sentence)
    assert found.content.of_topic("proposal") == [UNICODE, "Đề nghị bổ sung kinh phí"]


def test_words_too_long_and_topics_gone_are_told(world: World, tmp_path: Path) -> None:
    report = filled.saved(world)

    def change(book: Any) -> None:
        written(_code(report, 0), "x" * 301, layout.NOTE)(book)
        sheet = book[layout.NARRATIVE]
        for (cell,) in sheet.iter_rows(max_col=1):
            if cell.value == "proposal":
                cell.value = None
            elif cell.value == "cause":
                sheet.cell(cell.row, layout.TEXT).value = "y" * 2_001

    told = " ".join(text for _cell, _key, text in _faults(report, change, tmp_path))
    assert "301 ký tự" in told
    assert "2001 ký tự" in told
    assert "thiếu mục của biểu" in told


class TestThePage:
    """Through the wall, as an official does it."""

    @pytest.fixture
    def chi(self, world: World, client_for: ClientFor) -> Client:
        return client_for(world.posting("Chi"))

    def test_a_preview_shows_old_and_new_and_stores_nothing(self, world: World, chi: Client):
        report = filled.saved(world)
        before = WorkingCopy.objects.values().get()
        answer = filled.send(
            chi, report, changed(workbook_of(report), written(_code(report, 4), 1300))
        )
        html = answer.content.decode()
        assert answer.status_code == 200
        assert '<td class="kept-text" data-label="Đang lưu">1.200</td>' in html
        assert "<b>1.300</b>" in html
        assert WorkingCopy.objects.values().get() == before

    def test_the_confirmed_preview_is_kept_in_the_working_copy(self, world: World, chi: Client):
        report = filled.saved(world)
        answer = filled.send(
            chi, report, changed(workbook_of(report), written(_code(report, 4), 1300))
        )
        kept = chi.post(reverse("reporting:report-fill", args=[report.pk]), confirmed(answer))
        assert kept.status_code == 302
        grid = queries.entry_grid(cases.report_of(report.round, world))
        assert grid.content.shown(grid.specs[4]) == "1.300"
        assert grid.content == replace(
            cases.content(report.round, {4: "1300"}), typed=grid.content.typed
        )
        assert grid.version == 2

    def test_one_fault_and_nothing_can_be_kept(self, world: World, chi: Client):
        report = filled.saved(world)

        def change(book: Any) -> None:
            written(_code(report, 4), 1300)(book)
            written(_code(report, 5), "ba")(book)

        answer = filled.send(chi, report, changed(workbook_of(report), change))
        html = answer.content.decode()
        assert answer.status_code == 422
        assert "1 chỗ chưa đúng nên chưa nhập gì" in html
        assert "Ghi vào bản nháp" not in html
        assert hidden(answer, "o-4") == []

    def test_the_same_workbook_says_that_nothing_differs(self, world: World, chi: Client):
        report = filled.saved(world)
        html = filled.send(chi, report, workbook_of(report)).content.decode()
        assert "không có gì khác" in html
        assert "Ghi vào bản nháp" not in html

    def test_what_was_saved_meanwhile_stands_beside(self, world: World, chi: Client):
        report = filled.saved(world)
        data = changed(workbook_of(report), written(_code(report, 4), 1300))
        actions.save_working_copy(
            report,
            cases.content(report.round, {4: "1250"}),
            expected_version=1,
            by=world.actor("Chi"),
        )
        answer = filled.send(chi, report, data)
        assert "đã được lưu thêm từ khi tải biểu" in answer.content.decode()
        stale = chi.post(reverse("reporting:report-fill", args=[report.pk]), confirmed(answer))
        assert stale.status_code == 409
        html = stale.content.decode()
        assert "1.300" in html
        assert "1.250" in html
        grid = queries.entry_grid(cases.report_of(report.round, world))
        assert grid.content.shown(grid.specs[4]) == "1.250"

    def test_other_files_half_files_and_none_are_refused_in_words(self, world: World, chi: Client):
        report = filled.saved(world)
        data = workbook_of(report)
        sent = [(data[: len(data) // 2], "bieu.xlsx"), (b"Ke hoach", "bieu.txt"), (b"", "a.xlsx")]
        for content, name in sent:
            answer = filled.send(chi, report, content, name)
            assert answer.status_code == 422
            assert "field-error" in answer.content.decode()
        assert (
            chi.post(reverse("reporting:report-import", args=[report.pk]), cases.once()).status_code
            == 422
        )

    def test_half_a_million_cells_are_refused_in_words(self, world: World, chi: Client):
        report = filled.saved(world)
        answer = filled.send(chi, report, with_cells(workbook_of(report), 250_000))
        assert answer.status_code == 422
        assert "quá nhiều ô" in answer.content.decode()
        assert WorkingCopy.objects.get().version == 1

    def test_a_sent_report_takes_no_workbook(self, world: World, chi: Client):
        report = filled.saved(world)
        data = workbook_of(report)
        actions.submit_report(report, by=world.actor("Chi"))
        answer = filled.send(chi, report, data)
        assert answer.status_code == 302
        assert answer.url == reverse("reporting:report-detail", args=[report.pk])

    def test_another_body_can_not_bring_a_workbook(self, world: World, client_for: ClientFor):
        report = filled.saved(world)
        data = workbook_of(report)
        assert filled.send(client_for(world.posting("An")), report, data).status_code == 403
        assert filled.send(client_for(world.posting("Giang")), report, data).status_code == 404
