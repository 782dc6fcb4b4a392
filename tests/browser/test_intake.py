"""The page of an arrived paper in the browser: cards and words light each other, keys act."""

import pytest
from playwright.sync_api import expect

from phongtrao.intake.workflow import ItemState
from tests.browser.conftest import DESKTOP, PHONE, overflow_of
from tests.intake.conftest import plan, received
from tests.intake.papers import PLAN, plan_docx

__all__ = ["plan", "received"]
pytestmark = pytest.mark.django_db(transaction=True)
SIZES = [pytest.param(DESKTOP, id="desktop"), pytest.param(PHONE, id="phone")]


def _card(page, item):
    return page.locator(f"#the-n{item.pk}")


def _open(page_for, world, plan, **options):
    page = page_for(world.posting("An"), **options)
    page.goto(plan.address)
    return page


@pytest.mark.parametrize("viewport", SIZES)
def test_the_pages_of_a_paper_have_no_axe_violation_and_no_overflow(
    world, plan, page_for, no_axe_violations, no_csp_reports, screenshot, viewport
):
    page = page_for(world.posting("An"), viewport=viewport)
    pages = {
        "tiep-nhan": "/van-ban-den/tiep-nhan/",
        "van-ban-den": "/van-ban-den/",
        "de-xuat": plan.address,
        "sua-noi-dung": plan.verb("sua"),
        "tach-noi-dung": plan.verb("tach"),
        "sua-dau-van-ban": f"{plan.address}dau-van-ban/",
        "khong-tiep-nhan": f"{plan.address}khong-tiep-nhan/",
    }
    for name, address in pages.items():
        assert page.goto(address).status == 200
        no_axe_violations(page)
        no_csp_reports(page)
        assert overflow_of(page) <= 0, name
        screenshot(page, f"{name}-{viewport['width']}")


def test_a_file_is_uploaded_and_its_proposal_opens(world, page_for):
    page = page_for(world.posting("An"))
    page.goto("/van-ban-den/tiep-nhan/")
    page.locator("input[type=file]").set_input_files(
        {"name": "ke-hoach.docx", "mimeType": "application/octet-stream", "buffer": plan_docx()}
    )
    page.get_by_role("button", name="Tải lên và đọc").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch 86/KH-CAT")


def test_pointing_at_a_card_lights_its_words_and_the_reverse(world, plan, page_for):
    page = _open(page_for, world, plan)
    item = plan.item(2)
    words = page.locator(f"#doan-n{item.pk}")
    _card(page, item).hover()
    expect(words).to_have_class("m m-item-proposed lit")
    expect(words).to_have_text(item.action)
    page.locator("#doan-so").hover()
    expect(page.locator("#the-so")).to_have_class("head-card head-so lit")
    expect(words).to_have_class("m m-item-proposed")
    _card(page, item).focus()
    expect(words).to_have_class("m m-item-proposed lit")


def test_clicking_words_leads_to_their_card(world, plan, page_for):
    page = _open(page_for, world, plan)
    item = plan.item(3)
    page.locator(f"#doan-n{item.pk}").click()
    expect(_card(page, item)).to_be_focused()
    expect(_card(page, item)).to_be_in_viewport()


def test_enter_keeps_the_card_and_goes_on_to_the_next(world, plan, page_for):
    page = _open(page_for, world, plan)
    total = plan.draft.items.count()
    _card(page, plan.item(1)).focus()
    page.keyboard.press("Enter")
    expect(_card(page, plan.item(2))).to_be_focused()
    expect(page.locator("#thanh-tien-do")).to_contain_text(f"Còn {total - 1} trong {total}")
    expect(page.locator(f"#doan-n{plan.item(1).pk}")).to_have_class("m m-item-kept")
    assert plan.item(1).state == ItemState.KEPT
    page.keyboard.press("Enter")
    expect(_card(page, plan.item(3))).to_be_focused()
    assert plan.item(2).state == ItemState.KEPT


def test_x_drops_and_x_again_brings_back(world, plan, page_for):
    page = _open(page_for, world, plan)
    card = _card(page, plan.item(1))
    card.focus()
    page.keyboard.press("x")
    expect(card).to_have_attribute("data-state", "dropped")
    expect(card).to_be_focused()
    page.keyboard.press("x")
    expect(card).to_have_attribute("data-state", "kept")
    assert plan.item(1).state == ItemState.KEPT


def test_e_opens_the_form_in_the_card_and_letters_are_letters_there(world, plan, page_for):
    page = _open(page_for, world, plan)
    card = _card(page, plan.item(1))
    card.focus()
    page.keyboard.press("e")
    box = card.locator("textarea")
    expect(box).to_be_focused()
    box.fill("")
    page.keyboard.type("xen en s")
    expect(box).to_have_value("xen en s")
    card.get_by_label("Thêm cơ quan chủ trì").fill("cong an xa ba to")
    card.get_by_label("Công an xã Ba Tơ").check()
    card.get_by_role("button", name="Lưu").click()
    expect(card).to_have_attribute("data-state", "edited")
    expect(card).to_contain_text("Công an xã Ba Tơ")
    expect(card).to_contain_text("Đề xuất ban đầu")
    assert plan.item(1).action == "xen en s"
    assert world.body("ca", "ba-to").pk in [row["body_id"] for row in plan.item(1).leads]


def test_a_composing_keyboard_never_acts(world, plan, page_for):
    page = _open(page_for, world, plan)
    _card(page, plan.item(1)).focus()
    page.evaluate(
        """() => {
          for (const key of ["x", "Enter", "e", "s"]) {
            const sent = { key, bubbles: true, cancelable: true };
            const node = document.activeElement;
            node.dispatchEvent(new KeyboardEvent("keydown", { ...sent, isComposing: true }));
            node.dispatchEvent(new KeyboardEvent("keydown", { ...sent, ctrlKey: true }));
            node.dispatchEvent(new KeyboardEvent("keydown", { ...sent, keyCode: 229 }));
          }
        }"""
    )
    page.wait_for_timeout(300)
    assert set(plan.draft.items.values_list("row_version", flat=True)) == {1}
    assert page.url.endswith(plan.address)


def test_s_leads_to_the_split_page_and_a_cut_makes_two(world, plan, page_for):
    page = _open(page_for, world, plan)
    total = plan.draft.items.count()
    _card(page, plan.item(1)).focus()
    page.keyboard.press("s")
    page.get_by_role("button", name="Tách ở đây").last.click()
    expect(page.locator(".item-card")).to_have_count(total + 1)


def test_n_adds_exactly_the_selected_words(world, received, page_for):
    # Letters outside the basic plane and hidden marks must not shift the offsets.
    paper = received(PLAN.replace("1. Tạo", "\U0001f4cc\u202e\u202c 1. Tạo"))
    page = _open(page_for, world, paper)
    page.evaluate(
        """() => {
          const paper = document.querySelector("[data-paper]");
          const walk = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const at = walk.currentNode.data.indexOf("rõ nét về nhận thức");
            if (at < 0) continue;
            paper.focus();
            getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + 19);
          }
        }"""
    )
    page.keyboard.press("n")
    page.wait_for_url("**#the-n*")
    added = paper.draft.items.get(state=ItemState.ADDED)
    assert added.action == "rõ nét về nhận thức"
    assert paper.draft.text[added.start : added.end] == "rõ nét về nhận thức"


def test_n_without_a_selection_opens_the_box_to_paste_into(world, plan, page_for):
    page = _open(page_for, world, plan)
    _card(page, plan.item(1)).focus()
    page.keyboard.press("n")
    expect(page.get_by_label("Đoạn văn bản")).to_be_focused()


def test_a_card_saved_by_somebody_else_shows_both_sides_on_a_whole_page(world, plan, page_for):
    page = _open(page_for, world, plan)
    plan.draft.items.filter(pk=plan.item(1).pk).update(row_version=5, action="Bản khác")
    _card(page, plan.item(1)).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Có hai bản khác nhau")
    expect(page.locator("main")).to_contain_text("Bản khác")


def test_without_script_a_card_is_kept_and_corrected_by_forms(world, plan, page_for):
    page = _open(page_for, world, plan, java_script_enabled=False)
    _card(page, plan.item(1)).get_by_role("button", name="Giữ").click()
    expect(_card(page, plan.item(1))).to_have_attribute("data-state", "kept")
    _card(page, plan.item(2)).get_by_role("link", name="Sửa").click()
    page.get_by_label("Cách tính hạn").select_option("ONGOING")
    page.get_by_role("button", name="Lưu").click()
    expect(_card(page, plan.item(2))).to_contain_text("thường xuyên")
    _card(page, plan.item(2)).get_by_role("button", name="Bỏ").click()
    expect(_card(page, plan.item(2))).to_have_attribute("data-state", "dropped")
