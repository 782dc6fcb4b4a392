"""Communication with real clicks: a campaign, a session entered on a phone, outputs, a channel."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from phongtrao.cli.demo.rounds import period_of
from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.outreach.models import Session
from tests.browser.conftest import PHONE, overflow_of
from tests.browser.office import Office, button, link, office
from tests.reporting import cases

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Tháng cao điểm phòng, chống lừa đảo"


def _campaign_is_planned(office: Office) -> None:
    page = office.menu("An", "Tuyên truyền")
    link(page, "Đợt tuyên truyền").click()
    link(page, "Lập đợt tuyên truyền").click()
    office.looks("An", "plan a campaign")
    page.get_by_label("Tên đợt tuyên truyền").fill(TITLE)
    page.get_by_label("Chủ đề").select_option(label="Phòng, chống lừa đảo, an toàn trên mạng")
    today = date_vn(clock.today())
    page.get_by_label("Từ ngày").fill(today)
    page.get_by_label("Đến ngày").fill(today)
    button(page, "Lưu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    office.looks("An", "campaign")


def _session_is_entered_on_a_phone(office: Office, page_for: Any) -> Page:
    page: Page = page_for(office.world.posting("Chi"), viewport=PHONE)
    page.goto("/tuyen-truyen/ghi/")
    assert overflow_of(page) <= 0
    office.no_axe_violations(page)
    page.get_by_label("Số lượt người dự").fill("danh sách 120 người")
    button(page, "Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("Số lượt người dự")
    page.get_by_label("Số lượt người dự").fill("120")
    page.get_by_label("Thuộc đợt tuyên truyền").select_option(label=TITLE)
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Đã ghi buổi tuyên truyền.")
    # The second one is the same but for the number: one field and one button.
    page.goto("/tuyen-truyen/ghi/")
    page.get_by_label("Số lượt người dự").fill("80")
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Đã ghi buổi tuyên truyền.")
    assert overflow_of(page) <= 0
    return page


def _report_knows_them(page: Page) -> None:
    """The grid offers both sessions and their attendances; the source leads to the two rows."""
    expect(page.locator("main")).to_contain_text("Sổ buổi tuyên truyền: đã tổ chức trong kỳ")
    source = page.get_by_role("link", name="Sổ buổi tuyên truyền: đã tổ chức trong kỳ").first
    address = source.get_attribute("href")
    assert address is not None
    page.goto(address)
    expect(page.locator("main")).to_contain_text("2 dòng")


def test_what_a_commune_enters_on_a_phone_is_known_to_its_report_and_to_the_campaign(
    office: Office, page_for: Any
) -> None:
    _campaign_is_planned(office)
    phone = _session_is_entered_on_a_phone(office, page_for)
    period = period_of(clock.today())
    round_ = cases.open_round(
        office.world, period=period.label, deadline_at=clock.now() + timedelta(days=60)
    )
    report = cases.report_of(round_, office.world, "dak-ha")
    desk = office.desk("Chi")
    desk.goto(f"/bao-cao/{report.pk}/nhap/")
    _report_knows_them(desk)
    an = office.desk("An")
    an.reload()
    expect(an.locator("main")).to_contain_text("200")
    phone.locator("summary", has_text="Gạch bỏ").click()
    phone.get_by_label("Lý do gạch bỏ").fill("Ghi trùng")
    phone.locator(".ask-panel").get_by_role("button", name="Gạch bỏ").click()
    expect(phone.locator("main")).to_contain_text("Mục này không được tính vào báo cáo.")
    assert Session.objects.filter(struck_on__isnull=True).count() == 1
    assert not office.faults, "\n".join(office.faults)


def test_a_bulletin_is_sent_and_confirmed_and_stands_in_the_calendar(office: Office) -> None:
    page = office.menu("An", "Tuyên truyền")
    link(page, "Bản tin trao đổi").click()
    link(page, "Gửi bản tin").click()
    office.looks("An", "bulletin form")
    page.get_by_label("Tên bản tin").fill("Bản tin công tác tháng 11")
    page.get_by_label("Nơi nhận").fill("Công an xã Đăk Hà")
    button(page, "Gửi bản tin").click()
    expect(page.locator("main")).to_contain_text("0/1 đã xác nhận")
    commune = office.desk("Chi")
    commune.goto("/")
    commune.locator("main").get_by_role("link", name="Xem, xác nhận").click()
    button(commune, "Xác nhận đã nhận").click()
    expect(commune.locator("main")).to_contain_text("Đã xác nhận nhận bản tin.")
    office.looks("Chi", "bulletin")
    link(page, "Tuyên truyền").click()
    link(page, "Lịch").click()
    expect(page.locator("main")).to_contain_text("Bản tin công tác tháng 11")
    office.looks("An", "calendar")
    assert not office.faults, "\n".join(office.faults)


def test_outputs_and_a_channel_are_kept_by_clicks(office: Office) -> None:
    page = office.menu("An", "Tuyên truyền")
    link(page, "Sản phẩm tuyên truyền").click()
    link(page, "Ghi sản phẩm").click()
    office.looks("An", "output form")
    page.get_by_label("Số lượng").fill("12")
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Đã ghi sản phẩm tuyên truyền.")
    office.looks("An", "output")
    link(page, "Tuyên truyền").click()
    link(page, "Kênh tuyên truyền").click()
    link(page, "Ghi kênh mới").click()
    office.looks("An", "channel form")
    page.get_by_label("Tên kênh").fill("Trang Zalo Công an tỉnh")
    page.get_by_label("Hoạt động từ ngày").fill("01/07/2026")
    button(page, "Lưu").click()
    page.get_by_label("Số lượt theo dõi").fill("1.250")
    button(page, "Ghi số").click()
    expect(page.locator("#theo-doi")).to_contain_text("1.250")
    office.looks("An", "channel")
    assert not office.faults, "\n".join(office.faults)
