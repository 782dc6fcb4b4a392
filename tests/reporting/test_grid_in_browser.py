"""The entry grid in the browser: keys, a pasted block, saving while one types, no script at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from phongtrao.reporting.models import Report, ReportVersion, WorkingCopy
from tests.browser.conftest import (
    DESKTOP,
    PHONE,
    chromium,
    no_axe_violations,
    no_csp_reports,
    open_page,
    overflow_of,
    page_for,
)
from tests.reporting import cases, filled
from tests.world import World

__all__ = ["chromium", "no_axe_violations", "no_csp_reports", "open_page", "page_for"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PageFor = Callable[..., Page]
Check = Callable[[Page], None]
SIZES = [pytest.param(DESKTOP, id="desktop"), pytest.param(PHONE, id="phone")]


def _opened(page_for: PageFor, world: World, **options: Any) -> Page:
    round_ = cases.open_round(world)
    page = page_for(world.posting("Chi"), **options)
    page.goto(f"/bao-cao/{cases.report_of(round_, world).pk}/nhap/")
    return page


def _paste(page: Page, cell: str, text: str) -> None:
    page.evaluate(
        """([cell, text]) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            document.querySelector(cell).dispatchEvent(new ClipboardEvent(
                "paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        [cell, text],
    )


@pytest.mark.parametrize("viewport", SIZES)
def test_the_pages_of_a_report_have_no_axe_violation_and_no_overflow(
    world: World,
    page_for: PageFor,
    no_axe_violations: Check,
    no_csp_reports: Check,
    viewport: dict[str, int],
) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    an = page_for(world.posting("An"), viewport=viewport)
    at_round = f"/bao-cao/dot/{round_.pk}/"
    addresses = ["/bao-cao/", "/bao-cao/danh-sach/", "/bao-cao/chi-tieu/", "/bao-cao/dot/mo/"]
    addresses += [at_round, f"{at_round}tong-hop/", f"{at_round}tong-hop/HG05/"]
    addresses += [f"/bao-cao/{report.pk}/", f"/bao-cao/{report.pk}/duyet/"]
    for address in addresses:
        answer = an.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        no_axe_violations(an)
        no_csp_reports(an)
        assert overflow_of(an) <= 0, address


@pytest.mark.parametrize("viewport", SIZES)
def test_the_grid_with_faults_has_no_axe_violation_and_no_overflow(
    world: World, page_for: PageFor, no_axe_violations: Check, viewport: dict[str, int]
) -> None:
    page = _opened(page_for, world, viewport=viewport)
    page.fill("#o-3", "abc")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_role("alert")).to_contain_text("không phải là số", timeout=15_000)
    expect(page.locator("#o-3")).to_have_value("abc")
    no_axe_violations(page)
    assert overflow_of(page) <= 0


def test_a_disk_that_does_not_answer_keeps_nobody_from_sending(
    world: World, page_for: PageFor
) -> None:
    page = _opened(page_for, world)
    page.evaluate("() => { outbox.keepDraft = outbox.forgetDraft = () => new Promise(() => {}); }")
    page.fill("#o-3", "abc")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_role("alert")).to_contain_text("không phải là số", timeout=30_000)


def test_enter_and_arrows_walk_from_cell_to_cell(world: World, page_for: PageFor) -> None:
    page = _opened(page_for, world)
    page.focus("#o-0")
    for key, place in (("Enter", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("Shift+Enter", 0)):
        page.keyboard.press(key)
        expect(page.locator(f"#o-{place}")).to_be_focused()
    page.keyboard.type("0")
    expect(page.locator("#nghia-0")).to_have_text("không phát sinh")
    for key, place in (("F8", "o-1"), ("Shift+F8", "yk-result"), ("F8", "o-1")):
        page.keyboard.press(key)
        expect(page.locator(f"#{place}")).to_be_focused()
    page.keyboard.type("-")
    expect(page.locator("#nghia-1")).to_have_text("không áp dụng")
    assert not ReportVersion.objects.exists()


def test_a_pasted_block_fills_the_cells_below_and_is_saved(world: World, page_for: PageFor) -> None:
    page = _opened(page_for, world)
    page.focus("#o-0")
    _paste(page, "#o-0", "5\r\n2\r\n7\r\nabc\r\n1.200\r\n")
    expect(page.locator("#o-4")).to_have_value("1.200")
    expect(page.locator("[data-state]")).to_contain_text("Đã lưu lúc")
    expect(page.locator("#loi-3")).to_contain_text("không phải là số")
    copy = WorkingCopy.objects.get()
    assert copy.typed == {"3": "abc"}
    expect(page.locator("input[name=row_version]")).to_have_value(str(copy.version))


def test_a_block_of_several_columns_fills_notes_and_is_taken_back_whole(
    world: World, page_for: PageFor
) -> None:
    page = _opened(page_for, world)
    page.fill("#o-0", "9")
    _paste(page, "#o-0", '5\tđã kiểm\tthừa\r\n-\t"hai\ndòng"\r\n0\t\r\n1.234,5\t\r\n')
    shown = [page.locator(f"#o-{place}").input_value() for place in range(4)]
    assert shown == ["5", "-", "0", "1.234,5"]
    expect(page.locator("[name=gc-0]")).to_have_value("đã kiểm")
    expect(page.locator("[name=gc-1]")).to_have_value("hai dòng")
    expect(page.locator("#o-3")).to_be_focused()
    expect(page.locator("#loi-3")).to_contain_text("phần lẻ")
    page.keyboard.press("Control+z")
    assert [page.locator(f"#o-{place}").input_value() for place in range(4)] == ["9", "", "", ""]
    expect(page.locator("[name=gc-1]")).to_have_value("")
    expect(page.locator("#loi-3")).to_be_empty()
    page.keyboard.press("Control+z")
    expect(page.locator("#o-0")).to_have_value("")
    for _step in range(2):
        page.keyboard.press("Control+y")
    expect(page.locator("#o-3")).to_have_value("1.234,5")


def test_one_row_of_figures_goes_down_and_what_has_no_room_is_told(
    world: World, page_for: PageFor
) -> None:
    page = _opened(page_for, world)
    _paste(page, "#o-0", "5\t0\t-")
    assert [page.locator(f"#o-{place}").input_value() for place in range(3)] == ["5", "0", "-"]
    last = len(cases.SOUND) - 1
    _paste(page, f"#o-{last}", "1\n2\n")
    expect(page.locator("[data-state]")).to_contain_text("Đã lưu lúc")
    expect(page.locator("[data-hint]")).to_contain_text("phần thừa không được dán")
    expect(page.locator(f"#o-{last}")).to_have_value("1")


def test_arrows_lead_to_the_note_and_never_out_of_a_composed_letter(
    world: World, page_for: PageFor
) -> None:
    page = _opened(page_for, world)
    page.focus("#o-0")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[name=gc-0]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[name=gc-1]")).to_be_focused()
    page.keyboard.type("ab")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[name=gc-1]")).to_be_focused()
    for key in ("ArrowLeft", "ArrowLeft"):
        page.keyboard.press(key)
    expect(page.locator("#o-1")).to_be_focused()
    page.focus("[name=gc-1]")
    stays = """() => {
        const note = document.querySelector("[name=gc-1]");
        const options = {key: "Enter", isComposing: true, bubbles: true, cancelable: true};
        return note.dispatchEvent(new KeyboardEvent("keydown", options));
    }"""
    assert page.evaluate(stays) is True
    expect(page.locator("[name=gc-1]")).to_be_focused()


@pytest.mark.parametrize("viewport", SIZES)
def test_a_workbook_is_filled_seen_and_kept(
    world: World,
    page_for: PageFor,
    no_axe_violations: Check,
    tmp_path: Path,
    viewport: dict[str, int],
) -> None:
    page = _opened(page_for, world, viewport=viewport)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải biểu Excel").click()
    data = download.value.path().read_bytes()
    code = str(Report.objects.earliest("pk").round.template_version.cells[0]["key"])
    wrong, right = tmp_path / "sai.xlsx", tmp_path / "dung.xlsx"
    wrong.write_bytes(filled.changed(data, filled.written(code, "mười")))
    right.write_bytes(filled.changed(data, filled.written(code, 10)))
    page.get_by_role("link", name="Nhập từ Excel").click()
    for path, told in ((wrong, "không phải là số"), (right, "Thay đổi so với bản nháp")):
        page.get_by_label("Tệp biểu Excel đã nhập").set_input_files(path)
        page.get_by_role("button", name="Xem trước").click()
        expect(page.locator("main")).to_contain_text(told)
        no_axe_violations(page)
        assert overflow_of(page) <= 0
    page.get_by_role("button", name="Ghi vào bản nháp").click()
    expect(page.locator("#o-0")).to_have_value("10")
    assert WorkingCopy.objects.count() == 1


def test_half_a_letter_is_never_saved(world: World, page_for: PageFor) -> None:
    page = _opened(page_for, world)
    page.evaluate(
        """() => {
            const box = document.getElementById("yk-result");
            box.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true}));
            box.value = "Đa";
            box.dispatchEvent(new Event("input", {bubbles: true}));
        }"""
    )
    page.wait_for_timeout(2_500)
    assert not WorkingCopy.objects.exists()
    page.evaluate(
        """() => {
            const box = document.getElementById("yk-result");
            box.value = "Đã ra mắt";
            box.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true}));
        }"""
    )
    expect(page.locator("[data-state]")).to_contain_text("Đã lưu lúc")
    assert WorkingCopy.objects.get().text["statements"][0]["text"] == "Đã ra mắt"


def test_without_a_connection_it_says_so_and_saves_once_it_is_back(
    world: World, page_for: PageFor
) -> None:
    page = _opened(page_for, world)
    page.context.set_offline(True)
    page.fill("#o-0", "8")
    expect(page.locator("[data-state]")).to_contain_text("Chưa lưu lên hệ thống")
    expect(page.locator("[data-kept]")).to_contain_text("Mất kết nối")
    page.context.set_offline(False)
    expect(page.locator("[data-state]")).to_contain_text("Đã lưu lúc")
    expect(page.locator("#o-0")).to_have_value("8")
    assert WorkingCopy.objects.count() == 1


def test_a_whole_report_is_filled_and_sent_without_script(world: World, page_for: PageFor) -> None:
    page = _opened(page_for, world, java_script_enabled=False)
    for index, figure in enumerate(cases.SOUND):
        page.fill(f"#o-{index}", figure)
    page.fill("#yk-result", "Ra mắt hai mô hình\nKiện toàn tổ")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đã gửi")
    assert len(ReportVersion.objects.get().statements) == 2
