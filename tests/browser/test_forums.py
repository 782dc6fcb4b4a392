"""A forum with real clicks: what was said, what is no opinion, an answer made public."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from phongtrao.fieldwork.forums.models import Remark
from tests.browser.conftest import PHONE, overflow_of
from tests.browser.office import Office, button, link, office

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)
SAID = "Đường vào chợ chưa có đèn, đề nghị lắp thêm."


def _forum_is_entered(office: Office) -> Page:
    page = office.menu("An", "Diễn đàn lắng nghe Nhân dân")
    link(page, "Ghi diễn đàn").click()
    office.looks("An", "forum form")
    expect(page.get_by_label("Loại diễn đàn")).to_have_value("cong_an")
    page.get_by_label("Chủ đề").fill("Trật tự ở khu dân cư")
    page.get_by_label("Số lượt người dự").fill("140")
    button(page, "Lưu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trật tự ở khu dân cư")
    return page


def _another_way_is_shown(office: Office, page: Page) -> None:
    """Nothing of what was typed is kept: the legal ways stand there, and one number."""
    link(page, "Ghi ý kiến").click()
    office.looks("An", "remark form")
    page.get_by_label("Ý kiến (tóm tắt)").fill("Tôi muốn tố cáo một việc.")
    button(page, "Lưu").click()
    expect(page.get_by_label("Đã xem lại")).to_be_visible()
    office.looks("An", "remark form that asks")
    page.get_by_label("Không phải ý kiến: Tố cáo").check()
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Luật Tố cáo 2018")
    office.looks("An", "legal ways")
    button(page, "Lưu số người").click()
    expect(page.locator("#huong-dan")).to_contain_text("Tố cáo: 1 người")
    assert not Remark.objects.exists()


def _remark_is_assigned(office: Office, page: Page) -> None:
    link(page, "Ghi ý kiến").click()
    page.get_by_label("Ý kiến (tóm tắt)").fill(SAID)
    button(page, "Lưu").click()
    office.looks("An", "forum with a remark")
    link(page, SAID).click()
    link(page, "Chuyển cơ quan trả lời").click()
    page.get_by_label("Cơ quan có thẩm quyền trả lời").fill("Công an xã Đăk Hà")
    button(page, "Chuyển cơ quan trả lời").click()
    expect(page.locator("main")).to_contain_text("Chờ trả lời")
    office.looks("An", "remark")


def _it_is_answered_on_a_phone(office: Office, page_for: Any) -> None:
    phone: Page = page_for(office.world.posting("Chi"), viewport=PHONE)
    phone.goto("/")
    phone.locator("main").get_by_role("link", name="Trả lời").first.click()
    link(phone, "Ghi văn bản trả lời").click()
    assert overflow_of(phone) <= 0
    office.no_axe_violations(phone)
    phone.get_by_label("Nội dung trả lời").fill("Đã lắp sáu bộ đèn.")
    phone.get_by_label("Văn bản trả lời").fill("Công văn số 12/CAX")
    button(phone, "Ghi văn bản trả lời").click()
    expect(phone.locator("main")).to_contain_text("Đã trả lời bằng văn bản")


def test_what_was_said_is_answered_and_made_public_and_what_is_no_opinion_is_sent_its_way(
    office: Office, page_for: Any
) -> None:
    page = _forum_is_entered(office)
    _another_way_is_shown(office, page)
    _remark_is_assigned(office, page)
    _it_is_answered_on_a_phone(office, page_for)
    link(page, "Trật tự ở khu dân cư").click()
    expect(page.locator("#y-kien")).to_contain_text("1/1 ý kiến đến hạn (100 %)")
    page.get_by_label("Nơi công khai").fill("Bảng tin trụ sở")
    button(page, "Ghi đã công khai").click()
    link(page, "Ý kiến và trả lời (bản công khai)").click()
    expect(page.locator("main")).to_contain_text("Đã lắp sáu bộ đèn.")
    office.looks("An", "public answers")
    assert not office.faults, "\n".join(office.faults)
