"""Training with real clicks: a class is planned, is not closed while empty, is held and closed."""

import pytest
from playwright.sync_api import expect

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from tests.browser.office import Office, button, link, office

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)


def test_a_class_is_planned_held_and_closed(office: Office) -> None:
    page, today = office.menu("An", "Tập huấn"), date_vn(clock.today())
    link(page, "Lập lớp tập huấn").click()
    office.looks("An", "class form")
    page.get_by_label("Tên lớp").fill("Lớp nghiệp vụ phong trào")
    page.get_by_label("Từ ngày").fill(today)
    page.get_by_label("Đến ngày").fill(today)
    button(page, "Lưu").click()
    page.locator("summary", has_text="Kết thúc lớp").click()
    button(page, "Ghi kết thúc").click()
    expect(page.locator("main")).to_contain_text("Lớp chưa có buổi học nào")
    page.get_by_label("Số lượt người dự").fill("1.200")
    button(page, "Lưu buổi học").click()
    expect(page.locator("#buoi-hoc")).to_contain_text("1.200")
    page.locator("summary", has_text="Kết thúc lớp").click()
    button(page, "Ghi kết thúc").click()
    expect(page.locator("main")).to_contain_text("Đã ghi lớp kết thúc.")
    office.looks("An", "class")
    link(page, "Tập huấn").click()
    link(page, "Diễn tập").click()
    link(page, "Ghi cuộc diễn tập").click()
    page.get_by_label("Tên cuộc diễn tập").fill("Diễn tập chữa cháy khu chợ")
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Đã ghi cuộc diễn tập.")
    office.looks("An", "drill")
    assert not office.faults, "\n".join(office.faults)
