"""The thin path with real clicks: five officials, from a directive to the Word report.

Every page that is met is checked with axe and against the content policy. The pictures of the
tutorial are taken here (`python scripts/pictures.py` copies them to docs/images).
"""

import io
from datetime import timedelta
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from phongtrao.core import audit, clock
from phongtrao.core.formats import date_vn
from phongtrao.planning.models import Task
from phongtrao.publishing.actions import draft_paper
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.workflow import ReportState
from tests.browser.conftest import PHONE, overflow_of
from tests.browser.office import Office, button, downloaded, link, office, picture
from tests.journeys.story import AREAS, FIGURES, PAPER, PLACES, PNG
from tests.packs import load_pack
from tests.planning.conftest import Plan
from tests.publishing.docx_text import rows_of, text_of
from tests.reporting import cases

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)
ASKED = "hướng dẫn các xã, phường, đặc khu"
TASK = "Tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc"
SIGNED = {"name": "ban-ky.png", "mimeType": "image/png", "buffer": PNG}


def _in_days(days: int) -> str:
    return date_vn(clock.today() + timedelta(days=days))


def _directive_goes_in(office: Office) -> None:
    page = office.menu("An", "Tiếp nhận văn bản")
    office.looks("An", "papers that arrived")
    link(page, "Tiếp nhận văn bản").click()
    office.looks("An", "upload")
    page.locator("input[type=file]").set_input_files(PAPER)
    button(page, "Tải lên và đọc").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch 86/KH-UBND")
    card = page.locator(".item-card", has_text=ASKED)
    expect(card).to_contain_text("15/05/2026")
    card.hover()
    expect(page.locator(".paper-text .lit").first).to_contain_text(ASKED)
    office.looks("An", "proposal")
    picture(page, "de-xuat-tu-van-ban")
    _deadline_is_corrected(page)
    button(page, "Giữ các mục chắc chắn").click()
    page.locator(".draft-bar summary", has_text="Xác nhận").click()
    page.get_by_role("link", name="Chọn chương trình và xác nhận").click()
    office.looks("An", "accept")
    button(page, "Xác nhận").click()
    expect(page.locator("main")).to_contain_text("Đã ghi văn bản vào sổ của chương trình.")
    office.looks("An", "document")


def _deadline_is_corrected(page: Page) -> None:
    card = page.locator(".item-card", has_text=ASKED)
    key = card.get_attribute("data-card")
    card.get_by_role("link", name="Sửa", exact=True).click()
    card = page.locator(f"#the-{key}")
    card.get_by_label("Cách tính hạn").select_option("ngay")
    card.get_by_label("Hạn", exact=True).fill(_in_days(40))
    card.get_by_role("button", name="Lưu").click()
    expect(card).to_contain_text(_in_days(40))


def _requirements_are_decided(office: Office) -> None:
    page = office.desk("An")
    document = page.url
    page.locator("#noi-dung").get_by_role("link", name=ASKED).click()
    office.looks("An", "requirement")
    page.get_by_role("link", name="Cụ thể hóa thành nhiệm vụ").click()
    page.locator("#id_viec-0-title").fill(TASK)
    page.locator("#id_viec-0-product").fill("Ngày hội được tổ chức, có báo cáo kết quả")
    page.locator("#id_viec-0-lead").fill("Công an xã Đăk Hà")
    page.locator("#id_viec-0-parts").fill("Ủy ban Mặt trận Tổ quốc Việt Nam xã Đăk Hà: vận động")
    page.locator("#id_viec-0-due_on").fill(_in_days(10))
    office.looks("An", "make concrete")
    button(page, "Giao nhiệm vụ").click()
    expect(page.locator("main")).to_contain_text("Đã giao 1 nhiệm vụ.")
    page.goto(document)
    page.locator("#noi-dung").get_by_role("link", name="tổng hợp kết quả, báo cáo Bộ").click()
    button(page, "Thực hiện thường xuyên").click()
    expect(page.locator("#co-quan-toi")).to_contain_text("nêu kết quả trong báo cáo định kỳ")


def _task_is_done(office: Office) -> None:
    page = office.menu("Chi", "Nhiệm vụ")
    office.looks("Chi", "tasks")
    link(page, TASK).click()
    office.looks("Chi", "task")
    link(page, "Báo cáo tiến độ").first.click()
    office.looks("Chi", "progress")
    page.get_by_label("Nội dung").fill("Đã xây dựng kịch bản Ngày hội.")
    page.get_by_label("Tài liệu kèm theo").set_input_files(SIGNED | {"name": "kich-ban.png"})
    button(page, "Gửi báo cáo").click()
    expect(page.locator("#tien-do")).to_contain_text("kich-ban.png")
    link(page, "Xin gia hạn").click()
    office.looks("Chi", "ask for more time")
    page.get_by_label("Xin gia hạn đến ngày").fill(_in_days(20))
    page.get_by_label("Lý do").fill("Mưa lũ chia cắt địa bàn.")
    button(page, "Gửi đề nghị").click()
    _decided(office, "Quyết định gia hạn", "Đồng ý gia hạn", "Đã đồng ý gia hạn.")
    page.reload()
    expect(page.locator("main")).to_contain_text(_in_days(20))
    link(page, "Báo cáo tiến độ").first.click()
    page.get_by_label("Nội dung").fill("Đã tổ chức xong Ngày hội.")
    page.get_by_label("Báo cáo hoàn thành nhiệm vụ").check()
    button(page, "Gửi báo cáo").click()
    expect(page.get_by_role("link", name="Xác nhận hoàn thành")).to_have_count(0)
    _decided(office, "Xác nhận hoàn thành", "Xác nhận hoàn thành", "Đã xác nhận hoàn thành.")


def _decided(office: Office, step: str, verb: str, said: str) -> None:
    page = office.menu("An", "Nhiệm vụ")
    link(page, TASK).click()
    link(page, step).click()
    office.looks("An", step)
    button(page, verb).click()
    expect(page.locator("main")).to_contain_text(said)


def _round_opens(office: Office) -> Round:
    page = office.menu("An", "Báo cáo")
    office.looks("An", "rounds")
    link(page, "Mở đợt báo cáo").click()
    page.get_by_label("Kỳ báo cáo").select_option("2026-H1")
    page.get_by_label("Hạn gửi, ngày").fill(_in_days(15))
    office.looks("An", "open a round")
    button(page, "Mở đợt báo cáo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("6 tháng đầu năm 2026")
    return Round.objects.get()


def _communes_report(office: Office, round_: Round) -> None:
    """One by clicks, the others at the same time."""
    for name in ("Ba", "Lý"):
        figures = dict(enumerate(FIGURES[name]))
        told = (("result", f"Ra mắt hai mô hình mới tại {PLACES[name]}"),)
        cases.submitted(office.world, round_, AREAS[name], name, figures, told=told)
    _commune_reports(office, "Chi")


def _commune_reports(office: Office, name: str) -> None:
    page = office.desk(name)
    page.goto("/")
    page.locator("main").get_by_role("link", name="Nhập báo cáo").first.click()
    page.locator("#o-0").click()
    for figure in FIGURES[name]:
        page.keyboard.type(figure)
        page.keyboard.press("Enter")
    page.get_by_role("textbox", name="Kết quả nổi bật").fill(
        f"Ra mắt hai mô hình mới tại {PLACES[name]}"
    )
    office.looks(name, "entry grid")
    page.locator("#phan-I").scroll_into_view_if_needed()
    picture(page, "nhap-bao-cao")
    button(page, "Gửi báo cáo").click()
    expect(page.locator("main")).to_contain_text("Đã gửi báo cáo lên cấp trên.")
    office.looks(name, "report")


def _desk_is_pictured(office: Office) -> None:
    page = office.menu("An", "Việc cần xử lý")
    expect(page.locator("main tbody tr")).to_have_count(4)  # three reports, one requirement
    office.looks("An", "desk")
    picture(page, "viec-can-xu-ly")


def _report(office: Office, area: str) -> Report:
    return cases.report_of(Round.objects.get(), office.world, area)


def _review(office: Office, name: str, area: str) -> Page:
    page = office.desk(name)
    page.goto(f"/bao-cao/{_report(office, area).pk}/")
    link(page, "Xem xét, duyệt").click()
    return page


def _one_is_returned_and_corrected(office: Office) -> None:
    page = _review(office, "An", "ba-to")
    page.get_by_label("Ý kiến tại mục 2.1", exact=True).fill("Xem lại số buổi tuyên truyền")
    page.get_by_label("Lý do trả lại").fill("Chưa khớp sổ trực")
    office.looks("An", "review")
    button(page, "Trả lại").click()
    expect(page.locator("main")).to_contain_text("Đã trả lại báo cáo kèm lý do.")
    page = office.desk("Ba")
    page.goto("/?muc=bi-tra-lai")
    page.locator("main").get_by_role("link", name="Nhập báo cáo").click()
    expect(page.locator("form.entry")).to_contain_text("Xem lại số buổi tuyên truyền")
    office.looks("Ba", "entry grid with a word at a cell")
    page.locator("#o-3").fill("16")
    button(page, "Gửi báo cáo").click()
    expect(page.locator("main")).to_contain_text("Đã gửi báo cáo lên cấp trên.")


def _all_are_approved(office: Office) -> None:
    """One on the screen by both, one by a signed paper of the Front, one without clicks."""
    page = _review(office, "Bình", "dak-ha")
    button(page, "Duyệt").click()
    page = _review(office, "Dương", "dak-ha")
    button(page, "Thống nhất").click()
    expect(page.locator("main")).to_contain_text("Đã ghi nhận thống nhất.")
    cases.agreed(office.world, _report(office, "ba-to"))
    cases.agreed(office.world, _report(office, "ly-son"), "approve")
    page = _review(office, "Vân", "ly-son")
    link(page, "Ghi nhận theo văn bản đã ký").click()
    page.get_by_label("Nội dung văn bản").select_option("concur")
    page.get_by_label("Số, ký hiệu").fill("45/MTTQ-BTT")
    page.get_by_label("Ngày ký").fill(date_vn(clock.today()))
    page.get_by_label("Người ký").fill("Phó Chủ tịch Dương")
    page.get_by_label("Bản đã ký").set_input_files(SIGNED)
    office.looks("Vân", "signed paper")
    button(page, "Ghi nhận").click()
    expect(page.locator("main")).to_contain_text("Ghi nhận theo văn bản đã ký số 45/MTTQ-BTT")
    assert set(Report.objects.values_list("state", flat=True)) == {ReportState.APPROVED}


def _paper_comes_out(office: Office, round_: Round) -> tuple[bytes, bytes]:
    page = office.desk("An")
    page.goto(f"/bao-cao/dot/{round_.pk}/")
    office.looks("An", "round")
    link(page, "Tổng hợp số liệu").click()
    office.looks("An", "roll-up")
    picture(page, "tong-hop-so-lieu")
    page.locator("tr", has_text="TT01").get_by_role("link").click()
    expect(page.locator("main")).to_contain_text("từ 3 trên 3 địa bàn")
    office.looks("An", "sources")
    page.get_by_role("link", name="Công an xã Ba Tơ, lần gửi 2").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Công an xã Ba Tơ")
    page.go_back()
    page.go_back()
    link(page, "Soạn báo cáo").click()
    office.looks("An", "draw up")
    button(page, "Soạn báo cáo").click()
    expect(page.locator("main")).to_contain_text("Ra mắt hai mô hình mới tại Ba Tơ")
    office.looks("An", "paper")
    link(page, "Sửa thể thức, nơi nhận, phiếu trình").click()
    page.get_by_label("Chức vụ người ký").fill("Giám đốc")
    office.looks("An", "head of the paper")
    button(page, "Lưu thể thức").click()
    report = downloaded(page, "Tải báo cáo (Word)")
    memo = downloaded(page, "Tải phiếu trình (Word)")
    return report, memo


def test_a_directive_becomes_an_official_report_by_clicks(office: Office) -> None:
    _directive_goes_in(office)
    _requirements_are_decided(office)
    _task_is_done(office)
    round_ = _round_opens(office)
    _communes_report(office, round_)
    _desk_is_pictured(office)
    _one_is_returned_and_corrected(office)
    _all_are_approved(office)
    report, memo = _paper_comes_out(office, round_)
    text = text_of(report)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    for place in PLACES.values():
        assert f"Ra mắt hai mô hình mới tại {place}" in text
    [figures] = [cells for cells in rows_of(report).values() if cells[0] == "2.1"]
    assert figures[3:] == ["46", "3/3"]  # 20 + 16 + 10: the corrected figure, not the returned 15
    assert "PHIẾU TRÌNH" in "\n".join(p.text for p in Document(io.BytesIO(memo)).paragraphs)
    assert Task.objects.get().completed_at is not None
    assert list(audit.faults()) == []
    assert not office.faults, "\n".join(office.faults)
    stranger = office.desk("Giang")
    for desk in list(office.desks.values()):
        if desk is not stranger:
            assert stranger.goto(desk.url).status == 404, desk.url  # type: ignore[union-attr]


@pytest.fixture
def work(office: Office) -> dict[str, str]:
    """Work in every stage: the address of each main page, and whose it is."""
    plan = Plan(office.world, load_pack())
    draft, document = plan.draft(number="130/KH-CAT"), plan.document()
    task = plan.task()
    round_ = cases.open_round(office.world)
    sent = cases.submitted(office.world, round_)
    open_report = cases.report_of(round_, office.world, "ba-to")
    paper = draft_paper(round_, office.world.area("quang-ngai").pk, by=office.world.actor("An"))
    return {
        "An /": "",
        "An /van-ban-den/": "Tiếp nhận văn bản",
        f"An /van-ban-den/{draft.pk}/": "Xác nhận",
        f"An /chuong-trinh/van-ban/{document.pk}/": "Tải tệp gốc",
        "An /chuong-trinh/nhiem-vu/": "Giao nhiệm vụ",
        f"Chi /chuong-trinh/nhiem-vu/{task.pk}/": "Báo cáo tiến độ",
        "An /bao-cao/": "Mở đợt báo cáo",
        f"An /bao-cao/dot/{round_.pk}/": "Tổng hợp số liệu",
        f"An /bao-cao/dot/{round_.pk}/tong-hop/": "Soạn báo cáo",
        f"Ba /bao-cao/{open_report.pk}/nhap/": "Gửi báo cáo",
        f"An /bao-cao/{sent.pk}/duyet/": "Duyệt",
        f"An /an-pham/{paper.pk}/": "Trình ký",
    }


def test_the_main_pages_are_usable_on_a_phone(
    office: Office, work: dict[str, str], page_for: Any
) -> None:
    pages, faults = {}, []
    for place, verb in work.items():
        name, _space, address = place.partition(" ")
        if name not in pages:
            pages[name] = page_for(office.world.posting(name), viewport=PHONE)
        page = pages[name]
        assert page.goto(address).status == 200, address
        if overflow_of(page) > 0:
            faults.append(f"{address} is {overflow_of(page)} px too wide")
        if verb and not _is_within_reach(page, verb):
            faults.append(f"{address}: {verb} is out of reach")
    assert not faults, "\n".join(faults)


def _is_within_reach(page: Page, verb: str) -> bool:
    """Whether a verb lies within the width of the page and can be clicked."""
    found = page.locator("main .btn", has_text=verb).locator("visible=true").first
    found.scroll_into_view_if_needed()
    box = found.bounding_box()
    assert box is not None, verb
    found.click(trial=True)
    return bool(box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"])


def test_a_report_is_filled_and_sent_without_script(office: Office, page_for: Any) -> None:
    round_ = cases.open_round(office.world)
    report = cases.report_of(round_, office.world)
    page = page_for(office.world.posting("Chi"), java_script_enabled=False)
    page.goto("/")
    page.get_by_role("link", name="Nhập báo cáo").first.click()
    for index, figure in enumerate(FIGURES["Chi"]):
        page.locator(f"#o-{index}").fill("12" if index == 7 else figure)
    page.get_by_role("textbox", name="Kết quả nổi bật").fill("Ra mắt hai mô hình mới")
    button(page, "Gửi báo cáo").click()
    expect(page.locator("main")).to_contain_text("Lớn hơn số vụ mâu thuẫn tiếp nhận ở mục 2.4")
    expect(page.locator("#o-4")).to_have_value("1.200")
    page.locator("#o-7").fill("8")
    button(page, "Gửi báo cáo").click()
    expect(page.locator("main")).to_contain_text("Đã gửi báo cáo lên cấp trên.")
    report.refresh_from_db()
    assert report.state == ReportState.SUBMITTED
