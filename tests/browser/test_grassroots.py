"""Grassroots democracy with real clicks: advice answered by who was asked, a budget public."""

import pytest
from playwright.sync_api import expect

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from tests.browser.office import Office, button, link, office

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)


def test_a_commune_answers_the_advice_of_the_front(office: Office) -> None:
    today = date_vn(clock.today())
    page = office.menu("Dũng", "Dân chủ ở cơ sở")
    link(page, "Ghi giám sát, phản biện").click()
    page.get_by_label("Hình thức").select_option(label="Thông qua Ban Thanh tra nhân dân")
    page.get_by_label("Nội dung giám sát").fill("Việc công khai ngân sách của xã")
    page.get_by_label("Cơ quan được giám sát").fill("Công an xã Đăk Hà")
    page.get_by_label("Đến ngày").fill(today)
    office.looks("Dũng", "supervision form")
    button(page, "Lưu").click()
    page.get_by_label("Các điểm kiến nghị").fill("Niêm yết đủ ba mươi ngày")
    button(page, "Lưu ý kiến").click()
    expect(page.locator("#y-kien")).to_contain_text("Niêm yết đủ ba mươi ngày")
    office.looks("Dũng", "supervision")
    page = office.menu("Chi", "Việc cần xử lý")
    page.locator("main tr", has_text="Giám sát").get_by_role("link", name="Trả lời").click()
    page.get_by_label("Nội dung trả lời").fill("Sẽ niêm yết đủ ngày")
    button(page, "Lưu trả lời").click()
    expect(page.locator("#tra-loi")).to_contain_text("Tiếp thu")
    assert not office.faults, "\n".join(office.faults)


def test_a_commune_makes_its_budget_public(office: Office) -> None:
    today = date_vn(clock.today())
    page = office.menu("Chi", "Dân chủ ở cơ sở")
    page.goto("/dan-chu-co-so/cong-khai/ghi/")
    page.get_by_label("Nội dung theo Điều 11").select_option(value="2")
    page.get_by_label("Tên nội dung").fill("Dự toán ngân sách của xã")
    page.get_by_label("Ngày công khai").fill(today)
    page.get_by_label("Niêm yết tại trụ sở").check()
    page.get_by_label("Niêm yết đến ngày").fill(today)
    office.looks("Chi", "disclosure form")
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Niêm yết chưa đủ 30 ngày")
    office.looks("Chi", "disclosure")
    page.goto("/dan-chu-co-so/cong-khai/danh-muc/")
    expect(page.locator("main")).to_contain_text("Khoản 13")
    office.looks("Chi", "list by clause")
    assert not office.faults, "\n".join(office.faults)
