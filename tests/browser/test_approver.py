"""The approver's queue and the late of a round in a browser: desk and phone, with and without
script."""

from datetime import datetime

import pytest
from playwright.sync_api import expect

from phongtrao.core import clock
from phongtrao.org.models import Account
from phongtrao.reporting.models import Report
from tests.browser.conftest import DESKTOP, PHONE, overflow_of
from tests.reporting import cases

SIZES = [pytest.param(DESKTOP, id="1366"), pytest.param(PHONE, id="360")]
DEADLINE = datetime(2026, 6, 30, 17, tzinfo=clock.VIETNAM)


@pytest.fixture
def round_(world):
    """Two communes have sent after the deadline, the third has not."""
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    found = cases.open_round(world, deadline_at=DEADLINE)
    cases.submitted(world, found)
    cases.submitted(world, found, "ba-to", "Ba")
    return found


@pytest.mark.parametrize("size", SIZES)
def test_ticked_reports_are_approved_after_a_preview(
    world, round_, page_for, no_axe_violations, size
):
    page = page_for(world.posting("Bình"), viewport=size)
    page.goto(f"/bao-cao/dot/{round_.pk}/")
    page.get_by_role("link", name="2 báo cáo chờ tôi duyệt").click()
    expect(page.get_by_role("button", name="Xem trước việc duyệt")).to_be_visible()
    assert overflow_of(page) <= 0
    no_axe_violations(page)
    page.get_by_role("checkbox", name="Chọn Công an xã Đăk Hà").check()
    page.get_by_role("button", name="Xem trước việc duyệt").click()
    expect(page.get_by_text("Sẽ duyệt 1 báo cáo", exact=True)).to_be_visible()
    assert overflow_of(page) <= 0
    no_axe_violations(page)
    page.get_by_role("button", name="Duyệt 1 báo cáo").click()
    expect(page.get_by_text("Đã duyệt, thống nhất 1 báo cáo.")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Chọn Công an xã Ba Tơ")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Chọn Công an xã Đăk Hà")).to_have_count(0)


def test_all_of_the_filter_is_returned_for_one_reason_without_script(world, round_, page_for):
    page = page_for(world.posting("An"), java_script_enabled=False)
    page.goto("/bao-cao/danh-sach/?duyet=cho-toi")
    page.get_by_role("checkbox", name="Lấy cả 2 báo cáo của bộ lọc").check()
    page.get_by_role("button", name="Xem trước việc trả lại").click()
    page.get_by_role("button", name="Trả lại 2 báo cáo").click()
    expect(page.get_by_text("Chưa ghi lý do.", exact=True)).to_be_visible()
    page.get_by_label("Lý do trả lại, chung cho các báo cáo này").fill("Thiếu phần lời văn")
    page.get_by_role("button", name="Trả lại 2 báo cáo").click()
    expect(page.get_by_text("Đã trả lại 2 báo cáo kèm lý do.")).to_be_visible()
    assert Report.objects.filter(state="returned").count() == 2


@pytest.mark.parametrize("size", SIZES)
def test_the_late_are_urged_by_word_and_by_message(
    world, round_, page_for, no_axe_violations, size
):
    page = page_for(world.posting("An"), viewport=size)
    page.goto(f"/bao-cao/dot/{round_.pk}/")
    page.get_by_role("link", name="Soạn công văn đôn đốc").click()
    expect(page.get_by_role("button", name="Sao chép tin nhắn")).to_be_visible()
    assert overflow_of(page) <= 0
    no_axe_violations(page)
    page.get_by_role("button", name="Sao chép tin nhắn").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Soạn công văn đôn đốc (Word)").click()
    assert download.value.suggested_filename.endswith(".docx")
    page.get_by_label("Số, ký hiệu công văn").fill("12/CAT-PV05")
    page.get_by_label("Ngày ban hành").fill(f"{clock.today():%d/%m/%Y}")
    page.get_by_role("button", name="Ghi số, ngày ban hành").click()
    expect(page.get_by_role("cell", name="12/CAT-PV05")).to_be_visible()
