"""A held file in the browser: found out at once, kept covered or dropped, without script too."""

import re

import pytest
from playwright.sync_api import expect

from phongtrao.intake.models import Draft
from tests.browser.conftest import DESKTOP, PHONE, overflow_of
from tests.core.gate import papers
from tests.core.uploads.doors import CONTACT
from tests.intake.papers import PLAN, UPLOAD
from tests.reporting import cases

pytestmark = pytest.mark.django_db(transaction=True)
SIZES = [pytest.param(DESKTOP, id="desktop"), pytest.param(PHONE, id="phone")]
LONG_NAME = "ke-hoach-phoi-hop-to-chuc-ngay-hoi-toan-dan-bao-ve-an-ninh-to-quoc-nam-2026.txt"


def _held(page, name=LONG_NAME):
    page.goto(UPLOAD)
    content = f"{PLAN}\n{CONTACT}".encode()
    page.set_input_files("input[name=files]", {"name": name, "mimeType": "", "buffer": content})
    page.get_by_role("button", name="Tải lên và đọc").click()
    expect(page.get_by_role("button", name="Giữ bản đã che")).to_be_visible()


@pytest.mark.parametrize("viewport", SIZES)
def test_the_page_of_a_held_file_has_no_axe_violation_and_no_overflow(
    world, page_for, no_axe_violations, no_csp_reports, screenshot, viewport
):
    page = page_for(world.posting("An"), viewport=viewport)
    _held(page)
    page.get_by_text("Xem bản được giữ").click()
    no_axe_violations(page)
    no_csp_reports(page)
    assert overflow_of(page) <= 0
    screenshot(page, f"tep-giu-lai-{viewport['width']}")


def test_without_script_on_a_phone_the_covered_text_is_kept(world, page_for):
    page = page_for(world.posting("An"), viewport=PHONE, java_script_enabled=False)
    _held(page)
    page.get_by_role("button", name="Giữ bản đã che").click()
    expect(page).to_have_url(re.compile(r"/van-ban-den/\d+/$"))
    assert "█" in Draft.objects.get().text


def test_without_script_a_file_is_dropped_and_nothing_is_left(world, page_for):
    page = page_for(world.posting("An"), viewport=PHONE, java_script_enabled=False)
    _held(page)
    page.get_by_role("link", name="Bỏ tệp").click()
    expect(page.get_by_role("button", name="Tải lên và đọc")).to_be_visible()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("viewport", SIZES)
def test_a_scan_is_sent_again_with_the_word_of_its_sender(
    world, page_for, no_axe_violations, screenshot, viewport
):
    version = cases.submitted(world, cases.open_round(world))
    page = page_for(world.posting("Vân"), viewport=viewport)
    page.goto(f"/bao-cao/{version.pk}/ghi-nhan/")
    page.get_by_label("Nội dung văn bản").select_option("concur")
    for label, text in (("Số, ký hiệu", "15/MTTQ"), ("Ngày ký", "20/06/2026"), ("Người ký", "PCT")):
        page.get_by_label(label).fill(text)
    scan = {"name": "ban-ky.pdf", "mimeType": "application/pdf", "buffer": papers.scan()}
    page.set_input_files("input[name=file]", scan)
    page.get_by_role("button", name="Ghi nhận").click()
    word = page.get_by_label("Tôi đã xem hết các trang")
    expect(word).to_be_visible()
    no_axe_violations(page)
    assert overflow_of(page) <= 0
    screenshot(page, f"ban-quet-{viewport['width']}")
    word.check()
    page.set_input_files("input[name=file]", scan)
    page.get_by_role("button", name="Xác nhận và gửi lại").click()
    expect(page.get_by_text("Đã ghi nhận theo văn bản đã ký.")).to_be_visible()
