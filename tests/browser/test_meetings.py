"""A briefing with real clicks: planned, held, concluded; its directive becomes a task."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from tests.browser.office import Office, button, link, office

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)


def test_a_conclusion_of_a_briefing_becomes_a_task(office: Office) -> None:
    due = date_vn(clock.today() + timedelta(days=20))
    page = office.menu("An", "Hội nghị, họp")
    link(page, "Ghi cuộc họp").click()
    page.get_by_label("Tên cuộc họp, hội nghị").fill("Giao ban quý")
    page.get_by_label("Chương trình họp").fill("Kiểm điểm kết luận | Công an tỉnh | 20")
    office.looks("An", "meeting form")
    button(page, "Lưu").click()
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
