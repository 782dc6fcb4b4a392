"""Models with real clicks: from a proposal to a neighbour who takes it over and asks to learn."""

import pytest
from playwright.sync_api import expect

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.exemplars.models import PracticeModel
from tests.browser.conftest import PHONE, overflow_of
from tests.browser.office import Office, button, link, office

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)
NAME = "Cổng trường bình yên"


def _model_is_entered_and_launched(office: Office) -> None:
    page = office.menu("Chi", "Mô hình, điển hình")
    link(page, "Ghi mô hình").click()
    office.looks("Chi", "enter a model")
    page.get_by_label("Tên mô hình").fill(NAME)
    page.get_by_label("Lĩnh vực").select_option(label="Trường học")
    page.get_by_label("Loại").select_option(label="Cổng trường an toàn")
    button(page, "Lưu").click()
    for step in ("Ghi đã khảo sát", "Ghi phê duyệt", "Ra mắt"):
        link(page, step).click()
        if step == "Ghi phê duyệt":
            page.get_by_label("Văn bản (số, ngày").fill("15/QĐ-UBND ngày 01/11/2026")
        button(page, step).click()
    expect(page.locator("main")).to_contain_text("Đang hoạt động")
    office.looks("Chi", "model")


def _activity_is_told_on_a_phone(office: Office) -> None:
    model = PracticeModel.objects.get()
    page = office.page_for(office.world.posting("Chi"), viewport=PHONE)
    page.goto(f"/mo-hinh/{model.pk}/")
    link(page, "Ghi hoạt động").click()
    page.get_by_role("textbox", name="Hoạt động").fill("Trực cổng trường 5 buổi")
    assert overflow_of(page) <= 0
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Trực cổng trường 5 buổi")
    assert overflow_of(page) <= 0


def _neighbour_learns_and_takes_it_over(office: Office) -> None:
    page = office.menu("Giang", "Mô hình, điển hình")
    link(page, "Kho mô hình").click()
    office.looks("Giang", "catalogue")
    link(page, NAME).click()
    link(page, "Đề nghị học tập").click()
    page.get_by_label("Nội dung muốn học").fill("Cách phân giờ đón")
    button(page, "Gửi đề nghị").click()
    page.goto("/mo-hinh/kho/")
    link(page, NAME).click()
    link(page, "Nhân rộng ở địa bàn tôi").click()
    today = date_vn(clock.today())
    page.get_by_label("Văn bản phê duyệt").fill("3/QĐ-UBND")
    page.get_by_label("Ngày phê duyệt").fill(today)
    page.get_by_label("Ngày ra mắt").fill(today)
    page.get_by_label("Điểm vận dụng").fill("Thêm làn cho xe đạp")
    button(page, "Lưu").click()
    page.goto(f"/mo-hinh/{PracticeModel.objects.earliest('pk').pk}/nhan-rong/")
    expect(page.locator(".diffusion-tree")).to_contain_text("Thêm làn cho xe đạp")
    office.looks("Giang", "diffusion")


def _owner_answers_from_the_inbox(office: Office) -> None:
    page = office.desk("Chi")
    page.goto("/")
    page.locator("main").get_by_role("link", name="Trả lời").first.click()
    link(page, "Hẹn ngày").click()
    page.get_by_label("Ngày hẹn").fill(date_vn(clock.today()))
    button(page, "Hẹn ngày").click()
    expect(page.locator("main")).to_contain_text("Đã hẹn ngày")


def test_a_model_lives_and_a_neighbour_learns_from_it(office: Office) -> None:
    _model_is_entered_and_launched(office)
    _activity_is_told_on_a_phone(office)
    _neighbour_learns_and_takes_it_over(office)
    _owner_answers_from_the_inbox(office)
    office.desk("Chi").goto("/mo-hinh/nghi-trung/")
    office.looks("Chi", "pairs")
    assert not office.faults, "\n".join(office.faults)
