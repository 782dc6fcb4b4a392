"""An administrator corrects the calendar in the browser: file, preview, confirmation, removal."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, overflow_of

pytestmark = pytest.mark.django_db(transaction=True)
SIZES = [pytest.param(DESKTOP, id="desktop"), pytest.param(PHONE, id="phone")]
BAD = "ngày;loại;tên;căn cứ\n31/02/2027;nghỉ;A;1/TB\n02/03/2027;lễ;B;1/TB\n"
GOOD = "ngày;loại;tên;căn cứ\n11/02/2027;nghỉ;Tết;1/TB-BNV\n01/01/2027;xác nhận năm;;1/TB-BNV\n"


def _send(page, text):
    file = {"name": "lich.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.get_by_label("Tệp điều chỉnh").set_input_files(file)
    page.get_by_role("button", name="Tải lên và xem trước").click()


@pytest.mark.parametrize("viewport", SIZES)
def test_the_calendar_is_corrected_and_the_correction_taken_back(
    world, page_for, no_axe_violations, screenshot, viewport
):
    page = page_for(world.posting("Quản"), viewport=viewport)

    def looked_at(name):
        no_axe_violations(page)
        assert overflow_of(page) <= 0
        screenshot(page, f"lich-nghi-{name}-{viewport['width']}")

    page.goto("/lich-nghi/?nam=2027")
    looked_at("nam")
    page.get_by_role("link", name="Nhập điều chỉnh").click()
    _send(page, BAD)
    expect(page.get_by_role("row").filter(has_text="lễ")).to_contain_text("3")
    looked_at("sai")
    _send(page, GOOD)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Xem trước")
    looked_at("xem-truoc")
    page.get_by_role("button", name="Xác nhận điều chỉnh").click()
    expect(page.get_by_text("Đã ghi 2 điều chỉnh lịch làm việc.")).to_be_visible()
    looked_at("da-dieu-chinh")
    row = page.get_by_role("row").filter(has_text="Bỏ điều chỉnh").filter(has_text="11/02/2027")
    row.locator("summary").click()
    row.get_by_role("button", name="Bỏ điều chỉnh").click()
    expect(page.get_by_text("Đã bỏ điều chỉnh")).to_be_visible()
