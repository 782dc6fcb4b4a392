"""Several papers and several decisions in the browser: lists, keys, hints, on both sizes."""

import pytest
from playwright.sync_api import expect

from phongtrao.intake.workflow import ItemState
from tests.browser.conftest import DESKTOP, PHONE, overflow_of
from tests.intake.conftest import plan, received
from tests.intake.papers import PLAN
from tests.planning.conftest import Plan
from tests.planning.conftest import plan as programme_plan

__all__ = ["plan", "programme_plan", "received"]
pytestmark = pytest.mark.django_db(transaction=True)
SIZES = [pytest.param(DESKTOP, id="desktop"), pytest.param(PHONE, id="phone")]
SECOND = PLAN.replace("86/KH-CAT", "91/KH-CAT")


def _file(name, text):
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def _upload(page, *files):
    page.goto("/van-ban-den/tiep-nhan/")
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="Tải lên và đọc").click()


@pytest.mark.parametrize("viewport", SIZES)
def test_the_pages_of_an_upload_have_no_axe_violation_and_no_overflow(
    world, page_for, no_axe_violations, no_csp_reports, screenshot, viewport
):
    page = page_for(world.posting("An"), viewport=viewport)

    def looked_at(name):
        no_axe_violations(page)
        no_csp_reports(page)
        assert overflow_of(page) <= 0, name
        screenshot(page, f"{name}-{viewport['width']}")

    files = [_file("a.txt", PLAN), _file("b.txt", SECOND), _file("c.xyz", "x")]
    _upload(page, *files)
    expect(page.locator("main")).to_contain_text("Lần tiếp nhận này có 2 văn bản")
    expect(page.locator("main")).to_contain_text("c.xyz")
    looked_at("lan-tiep-nhan")
    _upload(page, _file("d.txt", f"{PLAN}\nBản quét."))
    expect(page.locator("main")).to_contain_text("có thể đã được tiếp nhận")
    page.locator("summary", has_text="Đính kèm tệp này").click()
    looked_at("ban-trung")
    page.locator(".ask-panel").get_by_role("button", name="Đính kèm tệp này").click()
    expect(page.locator("main")).to_contain_text("Tệp khác của văn bản này")


@pytest.mark.parametrize("viewport", SIZES)
def test_the_pages_of_coverage_have_no_axe_violation_and_no_overflow(
    programme_plan: Plan, page_for, no_axe_violations, no_csp_reports, screenshot, viewport
):
    document = programme_plan.document()
    base = "/chuong-trinh/van-ban/cu-the-hoa/"
    pages = {"An": (base, f"{base}noi-dung/?van_ban={document.pk}"), "Chi": (f"{base}nhieu/",)}
    for name, addresses in pages.items():
        page = page_for(programme_plan.world.posting(name), viewport=viewport)
        for number, address in enumerate(addresses):
            assert page.goto(address).status == 200
            no_axe_violations(page)
            no_csp_reports(page)
            assert overflow_of(page) <= 0, address
            screenshot(page, f"cu-the-hoa-{name}-{number}-{viewport['width']}")


def test_what_only_a_task_needs_shows_where_the_row_becomes_one(programme_plan: Plan, page_for):
    programme_plan.document()
    page = page_for(programme_plan.world.posting("Chi"))
    page.goto("/chuong-trinh/van-ban/cu-the-hoa/nhieu/")
    product = page.get_by_label("Sản phẩm", exact=True)
    expect(product).to_be_hidden()
    page.get_by_label("Thành nhiệm vụ").check()
    expect(product).to_be_visible()
    page.get_by_label("Thường xuyên").check()
    expect(product).to_be_hidden()


def test_chosen_files_are_listed_and_too_many_are_said_before_they_are_sent(world, page_for):
    page = page_for(world.posting("An"))
    page.goto("/van-ban-den/tiep-nhan/")
    page.locator("input[type=file]").set_input_files([_file("a.txt", PLAN)])
    expect(page.get_by_role("list", name="Tệp đã chọn")).to_contain_text("a.txt (1 kB)")
    many = [_file(f"{number}.txt", PLAN) for number in range(11)]
    page.locator("input[type=file]").set_input_files(many)
    expect(page.get_by_role("status").last).to_contain_text("nhiều nhất 10 tệp")
    page.get_by_role("button", name="Tải lên và đọc").click()
    assert page.url.endswith("/van-ban-den/tiep-nhan/")


def test_arrows_lead_through_the_papers_and_never_out_of_a_box(world, received, page_for):
    first, second = received(), received(SECOND, name="hai.txt")
    page = page_for(world.posting("An"))
    page.goto(first.address)
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**{second.address}")
    page.locator("#them summary").click()
    box = page.get_by_label("Đoạn văn bản")
    box.fill("abc")
    box.press("ArrowLeft")
    expect(box).to_be_focused()
    assert page.url.endswith(second.address)
    page.locator(".item-card").first.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**{first.address}")


def test_pointing_at_a_card_brings_its_words_into_view(world, received, page_for):
    told = "Đã kiểm tra tại 8 địa phương gồm: tỉnh Hưng Yên, tỉnh Hải Dương, tỉnh Lạng Sơn."
    filling = "".join(f"{number}. Nêu cao tinh thần trách nhiệm.\n" for number in range(2, 60))
    text = PLAN.replace("II. PHÂN CÔNG", f"{filling}{told}\nII. PHÂN CÔNG")
    paper = received(text)
    page = page_for(world.posting("An"))
    page.goto(paper.address)
    words = page.locator(f"#doan-n{paper.item(1).pk}")
    expect(words).not_to_be_in_viewport()
    page.locator(f"#the-n{paper.item(1).pk}").hover()
    expect(words).to_be_in_viewport()
    page.evaluate("document.querySelector('[data-paper]').scrollTop = 0")
    doubt = page.locator(".doubts li", has_text="Số lượng nêu ra không khớp")
    doubt.hover()
    place = page.locator(".m-doubt.lit").first
    expect(place).to_be_in_viewport()
    expect(place).to_contain_text("8 địa phương")


def test_j_joins_a_card_with_the_next(world, plan, page_for):
    page = page_for(world.posting("An"))
    page.goto(plan.address)
    page.locator(f"#the-n{plan.item(1).pk}").focus()
    page.keyboard.press("j")
    expect(page.locator("main")).to_contain_text("Đã gộp hai nội dung thành một.")
    assert plan.item(1).state == ItemState.EDITED
    assert plan.item(2).state == ItemState.DROPPED


def test_without_script_an_upload_leads_from_paper_to_paper(world, page_for):
    page = page_for(world.posting("An"), java_script_enabled=False, viewport=PHONE)
    _upload(page, _file("a.txt", PLAN), _file("b.txt", SECOND))
    page.get_by_role("link", name="Xem lần lượt từng văn bản").click()
    page.get_by_role("link", name="Văn bản sau").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("91/KH-CAT")
