"""A one-off request from the province to a set of areas, answered on a phone; the queue's panel."""

import pytest
from playwright.sync_api import expect

from phongtrao.core import clock
from phongtrao.org.models import Account, AreaSet, AreaSetMember
from phongtrao.reporting.models import OneOffRequest, Report
from tests.browser.conftest import DESKTOP, PHONE, overflow_of
from tests.reporting import cases

WIDE = {"width": 1440, "height": 900}


@pytest.fixture
def area_set(world):
    """Two communes of the province; the second factor has its own tests."""
    Account.objects.update(is_demo=True)
    made = AreaSet.objects.create(
        code="bien", name="Xã ven biển", name_folded="xa ven bien", kind="cluster"
    )
    for key in ("ba-to", "ly-son"):
        AreaSetMember.objects.create(area_set=made, area=world.area(key), valid_from=clock.today())
    return made


def test_a_set_is_asked_a_commune_answers_on_a_phone_and_the_province_sees_the_sum(
    world, area_set, page_for, no_axe_violations
):
    province = page_for(world.posting("An"), viewport=DESKTOP)
    _ask(province, no_axe_violations)
    asked = OneOffRequest.objects.get()
    commune = page_for(world.posting("Lý"), viewport=PHONE)
    commune.goto(f"/bao-cao/dot-xuat/{asked.round_id}/")
    assert overflow_of(commune) <= 0
    _answer(commune, no_axe_violations)
    assert Report.objects.get(round=asked.round, state="approved").body.area_id == 8
    province.reload()
    expect(province.get_by_text("Thêm 200 bao cát")).to_be_visible()
    expect(province.get_by_role("row", name="Cộng")).to_contain_text("48")
    no_axe_violations(province)


def _ask(page, no_axe_violations):
    page.goto("/bao-cao/dot-xuat/hoi/")
    assert overflow_of(page) <= 0
    no_axe_violations(page)
    page.get_by_label("Số liệu 1", exact=True).fill("Số tàu thuyền đã vào bờ")
    page.get_by_label("Đơn vị tính của số liệu 1", exact=True).fill("tàu")
    page.get_by_label("Câu hỏi trả lời bằng lời").fill("Cần hỗ trợ gì trước bão?")
    page.get_by_label("Một tập địa bàn").check()
    page.get_by_label("Tập địa bàn", exact=True).select_option(label="Xã ven biển")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_text("2 cơ quan sẽ nhận")).to_be_visible()
    no_axe_violations(page)
    page.get_by_role("button", name="Gửi yêu cầu đến 2 cơ quan").click()
    expect(page.get_by_text("Đã gửi yêu cầu đến 2 cơ quan.")).to_be_visible()


def _answer(page, no_axe_violations):
    page.get_by_role("link", name="Trả lời", exact=True).click()
    expect(page.get_by_text("Cần hỗ trợ gì trước bão?").first).to_be_visible()
    assert overflow_of(page) <= 0
    no_axe_violations(page)
    page.get_by_label("Số tàu thuyền đã vào bờ").fill("48")
    page.get_by_label("Trả lời", exact=True).fill("Thêm 200 bao cát")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_text("Đã gửi báo cáo lên cấp trên.")).to_be_visible()


def test_a_report_opens_beside_the_queue_and_keys_lead_on(world, page_for, no_axe_violations):
    Account.objects.update(is_demo=True)
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    cases.submitted(world, round_, "ba-to", "Ba")
    page = page_for(world.posting("Bình"), viewport=WIDE)
    page.goto(f"/bao-cao/dot/{round_.pk}/?duyet=cho-toi")
    page.get_by_role("link", name="Công an xã Ba Tơ").click()
    panel = page.locator("#bang-duyet")
    expect(panel.get_by_role("heading", name="Công an xã Ba Tơ")).to_be_visible()
    no_axe_violations(page)
    page.keyboard.press("j")
    expect(panel.get_by_role("heading", name="Công an xã Đăk Hà")).to_be_visible()
    panel.get_by_role("button", name="Duyệt", exact=True).click()
    expect(page.get_by_text("Đã duyệt báo cáo.")).to_be_visible()
    expect(panel.get_by_role("heading", name="Công an xã Ba Tơ")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
