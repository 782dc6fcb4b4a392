"""A meeting with real clicks: invited, answered on a phone, held, concluded; its directive becomes
a task.
"""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from tests.browser.conftest import PHONE, overflow_of
from tests.browser.office import Office, button, link, office

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)


def _planned(office: Office) -> Page:
    page = office.menu("An", "Hội nghị, họp")
    link(page, "Ghi cuộc họp").click()
    page.get_by_label("Tên cuộc họp, hội nghị").fill("Hội nghị sơ kết trực tuyến")
    page.get_by_label("Chương trình họp").fill("Kiểm điểm kết luận | Công an tỉnh | 20")
    office.looks("An", "meeting form")
    button(page, "Lưu").click()
    return page


def _invited(office: Office, page: Page, page_for: Any) -> None:
    """The commune is invited and answers on a phone."""
    link(page, "Giấy mời").click()
    page.locator("#id_lines").fill("Công an xã Đăk Hà | Trưởng Công an xã | Chủ trì điểm cầu")
    button(page, "Ghi vào giấy mời").click()
    button(page, "Gửi giấy mời (1)").click()
    office.looks("An", "invitations")
    phone: Page = page_for(office.world.posting("Chi"), viewport=PHONE)
    phone.goto("/hoi-nghi/")
    link(phone, "Hội nghị sơ kết trực tuyến").click()
    assert overflow_of(phone) <= 0
    office.no_axe_violations(phone)
    phone.get_by_label("Trả lời", exact=False).first.select_option(label="Dự")
    button(phone, "Trả lời giấy mời").click()
    link(page, "Cuộc họp").click()


def test_a_conclusion_of_a_meeting_becomes_a_task(office: Office, page_for: Any) -> None:
    due = date_vn(clock.today() + timedelta(days=20))
    page = _planned(office)
    _invited(office, page, page_for)
    page.get_by_label("Tổng số người dự").fill("40")
    button(page, "Lưu số người dự").click()
    page.get_by_label("Nội dung kết luận").fill("Rà soát mô hình không còn hoạt động")
    page.get_by_label("Cơ quan thực hiện").fill("Công an xã Đăk Hà")
    page.get_by_label("Thời hạn").fill(due)
    office.looks("An", "meeting held")
    button(page, "Lưu kết luận").click()
    link(page, "Giao, ghi kết quả, sửa").click()
    office.looks("An", "conclusion")
    page.get_by_label("Sản phẩm").fill("Báo cáo rà soát")
    button(page, "Giao nhiệm vụ").click()
    link(page, "Nhiệm vụ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rà soát mô hình")
    page.goto("/hoi-nghi/ket-luan/")
    expect(page.locator("main")).to_contain_text("Rà soát mô hình")
    office.looks("An", "conclusions")
    assert not office.faults, "\n".join(office.faults)
