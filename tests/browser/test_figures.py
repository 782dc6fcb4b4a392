"""Figures in the browser: from the overview to a report, and a table that is taken to Excel."""

import io
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from phongtrao.analytics.queries.figures import forget
from phongtrao.core import clock
from phongtrao.reporting.models import Round
from tests.browser.conftest import PHONE, overflow_of
from tests.browser.office import Office, button, link, office
from tests.reporting import cases

__all__ = ["office"]
PAGES = {
    "/tong-quan/?o=TT01": "Tổng quan",
    "/tra-cuu/?ct=TT01&ct=HG03": "Tra cứu, thống kê",
    "/tra-cuu/?kieu=so-sanh&ct=TT01": "Tra cứu, thống kê",
    "/tra-cuu/xu-huong/?ct=TT01&tu=01/2025&den=06/2026": "Xu hướng",
    "/tra-cuu/dung-han/?tu=01/2026": "Đầy đủ, đúng hạn",
    "/tra-cuu/tai-bao-cao/?tu=01/2026": "Tải báo cáo của cấp xã",
}


@pytest.fixture
def told(office: Office) -> Iterator[Office]:
    """Two of three communes have reported; the third is late."""
    forget()
    round_ = cases.open_round(office.world)
    cases.submitted(office.world, round_, "dak-ha", "Chi")
    cases.submitted(office.world, round_, "ba-to", "Ba", {3: "37"})
    Round.objects.filter(pk=round_.pk).update(deadline_at=clock.now() - timedelta(days=1))
    yield office
    forget()


def test_a_leader_goes_from_the_overview_to_a_report_in_three_clicks(told: Office) -> None:
    page = told.menu("Bình", "Tổng quan")
    expect(page.get_by_role("heading", level=1)).to_contain_text("tỉnh Quảng Ngãi")
    told.looks("Bình", "overview of a province")
    page.locator(".tile", has_text="Ba Tơ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("xã Ba Tơ")
    told.looks("Bình", "overview of a commune")
    link(page, "37").click()
    told.looks("Bình", "behind a figure")
    link(page, "Công an xã Ba Tơ, lần gửi 1").click()
    expect(page).to_have_url(re.compile(r"/bao-cao/\d+/\?ban=1"))
    assert not told.faults, "\n".join(told.faults)


def test_an_officer_makes_a_table_and_takes_it_to_excel(told: Office) -> None:
    page = told.menu("An", "Tra cứu, thống kê")
    page.get_by_label("Tìm chỉ tiêu theo mã hoặc tên").fill("tuyen truyen, pbgdpl")
    expect(page.locator("[data-choose-item]:visible")).to_have_count(1)
    page.get_by_label("Tìm chỉ tiêu theo mã hoặc tên").fill("")
    for code in ("CD01", "CD10", "PH02"):
        page.locator(f"input[name=ct][value={code}]").uncheck()
    expect(page.locator("[data-choose-count]")).to_have_text("1")
    button(page, "Xem số liệu").click()
    row = page.locator("tr", has=page.get_by_role("rowheader", name="xã Ba Tơ", exact=True))
    expect(row.locator("td")).to_have_text(re.compile(r"37\s+1/1"))
    told.looks("An", "table of figures")
    with page.expect_download() as waited:
        link(page, "Xuất Excel").click()
    sheet = load_workbook(io.BytesIO(waited.value.path().read_bytes())).active
    found = {row[0]: row[1:3] for row in sheet.iter_rows(values_only=True)}
    assert found["xã Ba Tơ"] == (37, "1/1")
    assert found["Tổng cộng"] == (57, "2/3")
    assert not told.faults, "\n".join(told.faults)


def _drawn(page: Page) -> None:
    """The picture is there, and nothing of it was refused by the content policy."""
    expect(page.locator(".chart canvas")).to_be_visible()
    assert page.locator(".chart").get_attribute("role") == "img"


def test_the_pages_of_figures_are_accessible_and_fit_a_phone(told: Office) -> None:
    page = told.page_for(told.world.posting("An"), viewport=PHONE)
    for address, title in PAGES.items():
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        if "xu-huong" in address:
            _drawn(page)
        told.no_axe_violations(page)
        assert overflow_of(page) <= 0, address
