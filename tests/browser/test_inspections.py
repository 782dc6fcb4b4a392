"""An inspection with real clicks: from the plan to a remedy that another body confirmed."""

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
TITLE = "Kiểm tra Chương trình phối hợp số 07"
ASKED = "Ký kết chương trình phối hợp cấp xã"


def _planned(office: Office) -> Page:
    today = clock.today()
    page = office.menu("An", "Kiểm tra, giám sát")
    link(page, "Ghi cuộc kiểm tra").click()
    office.looks("An", "inspection form")
    page.get_by_label("Tên cuộc kiểm tra").fill(TITLE)
    page.locator("#id_starts_on").fill(date_vn(today))
    page.locator("#id_ends_on").fill(date_vn(today + timedelta(days=3)))
    page.locator("#id_scope_from").fill("01/11/2023")
    page.get_by_label("Cơ quan được kiểm tra").fill("Công an xã Đăk Hà")
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("từ 01/11/2023 đến nay")
    return page


def _decided(office: Office, page: Page) -> None:
    link(page, "Ghi quyết định thành lập đoàn").click()
    office.looks("An", "delegation form")
    page.locator("#id_decision_paper").fill("Quyết định 12/QĐ-BCĐ")
    page.locator("#id_decided_on").fill(date_vn(clock.today()))
    page.get_by_label("Đoàn kiểm tra số").fill("4")
    page.locator("#id_leader_agency").fill("Bộ Thông tin và Truyền thông")
    page.locator("#id_leader_post").fill("Thứ trưởng")
    page.locator("#id_members").fill("Công an xã Ba Tơ: thư ký đoàn")
    button(page, "Lưu").click()
    expect(page.locator("#doan")).to_contain_text("thư ký đoàn")
    button(page, "Bắt đầu kiểm tra").click()


def _met(office: Office, page: Page) -> None:
    """A session with the commune; its minutes are drafted from what was entered."""
    link(page, "Ghi buổi làm việc").click()
    page.locator("#id_title").fill("Làm việc với cấp xã")
    page.locator("#id_held_on").fill(date_vn(clock.today()))
    page.get_by_label("Công an xã Đăk Hà").check()
    page.locator("#id_presider_agency").fill("Bộ Thông tin và Truyền thông")
    page.locator("#id_presider_post").fill("Thứ trưởng")
    office.looks("An", "session form")
    button(page, "Lưu").click()
    link(page, "Ghi buổi đã làm việc").click()
    page.locator("#id_delegation").fill("Công an xã Ba Tơ: thư ký đoàn: 1")
    page.locator("#id_inspected").fill("Công an xã Đăk Hà: Trưởng Công an xã: 2")
    page.locator("#id_presented").fill("Công an xã trình bày báo cáo tóm tắt")
    button(page, "Lưu").click()
    link(page, "Soạn biên bản từ dữ liệu").click()
    expect(page.locator("#id_text")).to_contain_text("Trưởng Công an xã")
    button(page, "Lưu biên bản").click()
    office.looks("An", "session held")
    link(page, TITLE).click()


def _concluded(office: Office, page: Page) -> None:
    link(page, "Ghi kiến nghị").click()
    office.looks("An", "recommendation form")
    page.get_by_label("Tồn tại, hạn chế và căn cứ").fill("Chưa ký kết (Biên bản 01)")
    page.get_by_label("Nội dung kiến nghị").fill(ASKED)
    page.locator("#id_body").select_option(label="Công an xã Đăk Hà")
    page.locator("#id_asked_by").fill(date_vn(clock.today() + timedelta(days=30)))
    button(page, "Lưu").click()
    link(page, TITLE).click()
    link(page, "Ghi kết luận kiểm tra").click()
    page.locator("#id_paper").fill("Kết luận 3/KL-ĐKT")
    page.locator("#id_limits").fill("Phối hợp còn hình thức")
    button(page, "Lưu kết luận").click()
    office.looks("An", "concluded inspection")
    expect(button(page, "Ghi đã khắc phục xong")).to_have_count(0)


def _remedied_on_a_phone(office: Office, page_for: Any) -> None:
    phone: Page = page_for(office.world.posting("Chi"), viewport=PHONE)
    phone.goto("/")
    phone.locator("main").get_by_role("link", name="Khắc phục").first.click()
    assert overflow_of(phone) <= 0
    office.no_axe_violations(phone)
    phone.locator("summary", has_text="Báo cáo đã khắc phục").click()
    phone.locator("#text_submit").fill("Đã ký kết ngày hôm nay")
    phone.locator("#papers_submit").fill("01/CTrPH")
    button(phone, "Báo cáo đã khắc phục").click()
    expect(phone.locator("main")).to_contain_text("Chờ xác nhận")


def test_an_inspection_leads_from_its_plan_to_a_confirmed_remedy(
    office: Office, page_for: Any
) -> None:
    page = _planned(office)
    _decided(office, page)
    _met(office, page)
    _concluded(office, page)
    _remedied_on_a_phone(office, page_for)
    page.goto("/")
    page.locator("main").get_by_role("link", name="Xác nhận").first.click()
    office.looks("An", "remedy to confirm")
    button(page, "Xác nhận đã khắc phục").click()
    link(page, TITLE).click()
    button(page, "Ghi đã khắc phục xong").click()
    button(page, "Kết thúc cuộc kiểm tra").click()
    expect(page.locator("main")).to_contain_text("Đã kết thúc")
    link(page, "Kiểm tra, giám sát").click()
    link(page, "Tổng hợp năm").click()
    office.looks("An", "year in sum")
    assert not office.faults, "\n".join(office.faults)
