"""The core force with real clicks: a team, its head-count, its rating; what a resolution grants."""

import pytest
from playwright.sync_api import expect

from phongtrao.core import clock
from tests.browser.office import Office, button, link, office

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)


def _team_is_founded_counted_and_rated(office: Office) -> None:
    page = office.menu("Chi", "Lực lượng nòng cốt")
    link(page, "Ghi tổ, đội").click()
    office.looks("Chi", "team form")
    page.get_by_label("Tên tổ, đội").fill("Tổ bảo vệ ANTT thôn 3")
    page.get_by_label("Ngày thành lập").fill("15/08/2024")
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Đã ghi tổ, đội.")
    page.get_by_label("Tổng số thành viên").fill("5")
    page.get_by_label("Nam", exact=True).fill("3")
    page.get_by_label("Nữ", exact=True).fill("1")
    button(page, "Ghi số").click()
    expect(page.locator("main")).to_contain_text("phải bằng tổng số")
    page.get_by_label("Nữ", exact=True).fill("2")
    button(page, "Ghi số").click()
    expect(page.locator("#thanh-vien")).to_contain_text("5")
    page.locator("summary", has_text="Ghi xếp loại").click()
    page.get_by_label("Mức xếp loại").select_option(label="Khá")
    button(page, "Lưu xếp loại").click()
    expect(page.locator("#xep-loai")).to_contain_text(f"{clock.today().year}: Khá")
    office.looks("Chi", "team")


def test_a_team_is_kept_by_its_commune_and_its_province_sees_no_small_count(
    office: Office,
) -> None:
    _team_is_founded_counted_and_rated(office)
    above = office.menu("An", "Lực lượng nòng cốt")
    expect(above.locator("main")).to_contain_text("Tổ bảo vệ ANTT thôn 3")
    expect(above.locator("td", has_text="Dưới 10").first).to_be_visible()
    link(above, "Mức hỗ trợ").click()
    link(above, "Ghi mức hỗ trợ").click()
    office.looks("An", "allowance form")
    above.get_by_label("Mức hỗ trợ (đồng/người/tháng)").fill("1.500.000")
    above.get_by_label("Số nghị quyết").fill("12/2026/NQ-HĐND")
    above.get_by_label("Ngày nghị quyết").fill("10/07/2026")
    above.get_by_label("Có hiệu lực từ ngày").fill("01/08/2026")
    button(above, "Lưu").click()
    expect(above.locator("main")).to_contain_text("1.500.000")
    office.looks("An", "allowance")
    assert not office.faults, "\n".join(office.faults)
