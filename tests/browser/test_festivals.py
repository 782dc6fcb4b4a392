"""A festival with real clicks: planned, held by a commune on a phone, confirmed; sites chosen."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSite
from tests.browser.conftest import PHONE, overflow_of
from tests.browser.office import Office, button, link, office
from tests.fieldwork import events_cases as cases

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Kế hoạch tổ chức Ngày hội"


def _plan_is_made(office: Office, first: date, last: date) -> FestivalPlan:
    page = office.menu("An", "Ngày hội")
    link(page, "Kế hoạch Ngày hội").click()
    link(page, "Lập kế hoạch Ngày hội").click()
    office.looks("An", "plan form")
    page.get_by_label("Tên kế hoạch").fill(TITLE)
    page.get_by_label("Tổ chức từ ngày").fill(date_vn(first))
    page.get_by_label("Đến ngày").fill(date_vn(last))
    page.get_by_label("Số điểm cấp tỉnh").fill("1")
    page.get_by_label("Năm").fill(str(first.year))
    button(page, "Lưu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    office.looks("An", "plan")
    return FestivalPlan.objects.get()


def _site_is_held(office: Office, page_for: Any) -> Page:
    page: Page = page_for(office.world.posting("Chi"), viewport=PHONE)
    page.goto("/ngay-hoi/ghi/")
    assert overflow_of(page) <= 0
    office.no_axe_violations(page)
    page.get_by_label("Tên điểm").fill("Nhà văn hóa thôn 2")
    page.get_by_label("Ngày tổ chức").fill("01/01/2020")
    button(page, "Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("ngoài thời gian tổ chức")
    page.get_by_label("Ngày tổ chức").fill(date_vn(cases.yesterday()))
    button(page, "Lưu").click()
    page.get_by_label("Ngày tổ chức").fill(date_vn(cases.yesterday()))
    for verb in ("Duyệt điểm", "Bắt đầu chuẩn bị", "Khai mạc"):
        button(page, verb).click()
    page.locator("main").get_by_role("link", name="Ghi kết quả", exact=True).click()
    assert overflow_of(page) <= 0
    page.get_by_label("Số lượt người dự").fill("320")
    page.get_by_label("Kinh phí tổ chức (đồng)").fill("20.000.000")
    button(page, "Lưu kết quả").click()
    expect(page.get_by_role("alert")).to_contain_text("các phần cộng lại là 0")
    page.get_by_label("Kinh phí xã hội hóa (đồng)").fill("20.000.000")
    button(page, "Lưu kết quả").click()
    expect(page.locator("main")).to_contain_text("Đã ghi kết quả Ngày hội.")
    assert overflow_of(page) <= 0
    return page


def test_a_festival_goes_from_its_plan_to_a_confirmed_result(office: Office, page_for: Any) -> None:
    _plan_is_made(office, *cases.window())
    _site_is_held(office, page_for)
    page = office.desk("An")
    page.goto("/")
    page.locator("main").get_by_role("link", name="Xác nhận kết quả").click()
    office.looks("An", "plan with a result")
    page.locator("summary", has_text="Xác nhận tất cả").click()
    button(page, "Xác nhận tất cả").click()
    expect(page.locator("main")).to_contain_text("Đã xác nhận 1 kết quả.")
    link(page, "Đã xác nhận").click()
    link(page, "Nhà văn hóa thôn 2").click()
    expect(page.locator("main")).to_contain_text("320")
    office.looks("An", "site")
    page.goto("/ngay-hoi/")
    office.looks("An", "sites")
    assert not office.faults, "\n".join(office.faults)


def test_sites_are_chosen_with_their_reasons_and_carried_out(office: Office) -> None:
    year = clock.today().year + 1
    plan = _plan_is_made(office, date(year, 7, 1), date(year, 8, 19))
    for area, models in (("dak-ha", 2), ("ba-to", 0)):
        cases.site(
            office.world, plan, by="An", area=area, level="tinh", title=f"Điểm {area}",
            models_to_launch=models,
        )  # fmt: skip
    page = office.desk("An")
    page.reload()
    link(page, "Chọn điểm").click()
    office.looks("An", "rules of the choice")
    button(page, "Tìm phương án").click()
    expect(page.locator("main")).to_contain_text("Đã chứng minh")
    expect(page.locator("main")).to_contain_text("không hơn điểm nào được chọn")
    office.looks("An", "choice")
    link(page, "Chỉnh tay").click()
    office.looks("An", "lines by hand")
    page.go_back()
    page.get_by_label("Văn bản duyệt").fill("Quyết định số 5")
    button(page, "Áp dụng").click()
    expect(page.locator("main")).to_contain_text("Đã áp dụng")
    assert FestivalSite.objects.get(state="approved").title == "Điểm dak-ha"
    assert not office.faults, "\n".join(office.faults)
