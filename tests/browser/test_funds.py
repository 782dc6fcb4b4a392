"""Funds with real clicks: an estimate, spending that exceeds it, the public table."""

import pytest
from playwright.sync_api import expect

from phongtrao.core import clock
from tests.browser.office import Office, button, link, office

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)


def test_an_estimate_is_spent_and_the_table_made_public(office: Office) -> None:
    page = office.menu("An", "Kinh phí")
    link(page, "Ghi dòng kinh phí").click()
    office.looks("An", "fund form")
    page.get_by_label("Số tiền (đồng)").fill("100.000.000")
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Đã ghi dòng kinh phí.")
    office.looks("An", "fund line")
    page.goto("/kinh-phi/ghi/")
    page.get_by_label("Loại", exact=False).first.select_option(label="Đã chi")
    page.get_by_label("Số tiền (đồng)").fill("120.000.000")
    button(page, "Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("20.000.000")
    page.get_by_label("Số tiền (đồng)").fill("60.000.000")
    button(page, "Lưu").click()
    link(page, f"Bảng công khai năm {clock.today().year}").click()
    expect(page.locator("main")).to_contain_text("60 %")
    office.looks("An", "public table")
    page.get_by_label("Nơi công khai").fill("Bảng tin trụ sở")
    button(page, "Ghi đã công khai").click()
    expect(page.locator("#cong-khai")).to_contain_text("Bảng tin trụ sở")
    assert not office.faults, "\n".join(office.faults)
