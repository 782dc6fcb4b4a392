"""The steps of the guides about a paper on its way, templates, linked numbers and training."""

from pathlib import Path

from playwright.sync_api import expect

from phongtrao.org.roles import Role
from phongtrao.publishing.models import Paper
from phongtrao.reporting.models import Report, Round
from tests.browser.guide_walk import GuideWalk
from tests.browser.office import button, link
from tests.journeys.story import PNG
from tests.reporting import cases

COMMUNE, PROVINCE, CLERK = "can-bo-xa", "can-bo-tinh", "van-thu"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SLIP = {"name": "phieu-giao.png", "mimeType": "image/png", "buffer": PNG}


def numbers_of_a_report_are_linked(walk: GuideWalk, report: Report) -> None:
    """A commune that has said a number in words links it to its cell; the two then differ."""
    said = (("result", "Tổ chức 15 buổi tuyên truyền tại các thôn"),)
    cases.saved(walk.world, report, "Ba", {3: "15"}, told=said)
    at = walk.task(COMMUNE, "Gắn số trong lời văn với ô số liệu")
    page = walk.desk("Ba", f"/bao-cao/{report.pk}/nhap/")
    at.step(page)
    link(page, "Gắn số trong lời văn với ô số liệu").click()
    at.step(page)
    button(page, "Lưu các số đã gắn").click()
    page.locator("#o-3").fill("16")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        button(page, "Lưu bản nháp").click()
    page = walk.desk("Ba", f"/bao-cao/{report.pk}/nhap/")
    expect(page.locator(".topics .cell-fault")).to_contain_text("lời văn ghi 15")
    at.step(page)


def numbers_of_a_paper_are_linked(walk: GuideWalk, paper: Paper) -> None:
    """The author of a paper links the number of a sentence of his own to a figure."""
    page = walk.desk("An", f"/an-pham/{paper.pk}/")
    section = page.locator(".paper-section", has_text="Ra mắt hai mô hình mới")
    section.locator("summary", has_text="Thêm câu của người soạn").click()
    figure = page.locator(".paper-figures tr", has_text="Số buổi tuyên truyền").first
    shown = figure.get_by_role("link").inner_text()
    section.get_by_label("Nội dung").fill(f"Toàn tỉnh tổ chức {shown} buổi tuyên truyền.")
    button(section, "Thêm câu").click()
    own = page.locator(".paper-line", has_text="Toàn tỉnh tổ chức")
    at = walk.task(PROVINCE, "Gắn số trong câu với số liệu")
    at.step(page)
    own.get_by_role("link", name="Sửa câu").click()
    at.step(page)
    button(page, "Lưu các số đã gắn").click()
    at.step(page)


def paper_is_sent(walk: GuideWalk, paper: Paper) -> None:
    """From the issued paper to its receipts: by the receiving clerk and officer, by a slip."""
    at = walk.task(CLERK, "Gửi văn bản và theo dõi xác nhận")
    page = walk.desk("Vân", f"/an-pham/{paper.pk}/")
    at.step(page)
    page.locator("#noi-nhan").get_by_role("link", name="Gửi văn bản").click()
    page.locator("input[name=groups][value=ca]").check()
    at.step(page)
    button(page, "Gửi văn bản").click()
    expect(page.locator("main")).to_contain_text("Đã gửi văn bản đến")
    _paper_is_received(walk)
    page = walk.desk("Vân", f"/an-pham/{paper.pk}/noi-nhan/")
    at.step(page)
    link(page, "Công an xã Ba Tơ").click()
    at.step(page)
    link(page, "Ghi nhận phiếu giao đã ký").click()
    at.step(page)
    page.get_by_label("Người nhận đã ký").fill("Phạm Thị Sáu")
    page.get_by_label("Phiếu giao đã ký").set_input_files(SLIP)
    button(page, "Ghi nhận").click()
    expect(page.locator("#xac-nhan")).to_contain_text("ghi nhận theo bản giấy đã ký")
    at.step(walk.desk("Vân", f"/an-pham/{paper.pk}/"))


def _paper_is_received(walk: GuideWalk) -> None:
    walk.world.add_posting("Thu", "ca", "dak-ha", Role.CLERK)
    for name, guide in (("Thu", CLERK), ("Chi", COMMUNE)):
        at = walk.task(guide, "Nhận văn bản được gửi")
        page = walk.desk(name, "/")
        at.step(page)
        page.locator("main").get_by_role("link", name="Xác nhận đã nhận").click()
        page.get_by_label("Số đến").fill("45")
        at.step(page)
    button(page, "Xác nhận đã nhận").click()
    expect(page.locator("main")).to_contain_text("Đã xác nhận nhận văn bản.")


def template_is_kept(walk: GuideWalk) -> None:
    """The shipped template comes back as the body's own."""
    at = walk.task(PROVINCE, "Dùng mẫu Word của cơ quan")
    page = walk.desk("An", "/an-pham/")
    at.step(page)
    link(page, "Mẫu Word của cơ quan").click()
    with page.expect_download() as waiting:
        link(page, "Tải mẫu có sẵn để sửa (Word)").click()
    page.get_by_label("Tệp mẫu").set_input_files(
        {"name": "mau.docx", "mimeType": DOCX, "buffer": Path(waiting.value.path()).read_bytes()}
    )
    at.step(page)
    button(page, "Kiểm tra và lưu mẫu").click()
    expect(page.locator("main")).to_contain_text("Đã lưu mẫu")
    at.step(page)


def training_is_held(walk: GuideWalk, deadline: str) -> None:
    """Opened, filled by a commune, erased; the official round stays."""
    official = Round.objects.count()
    at = walk.task(PROVINCE, "Tổ chức đợt tập làm")
    page = walk.desk("An", "/bao-cao/dot/mo/")
    page.get_by_label("Kỳ báo cáo").select_option("2026-H1")
    page.get_by_label("Hạn gửi, ngày").fill(deadline)
    page.get_by_label("Đợt tập làm").check()
    at.step(page)
    button(page, "Mở đợt báo cáo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("TẬP LÀM")
    round_page = page.url
    at.step(page)
    commune = walk.task(COMMUNE, "Làm thử ở đợt tập làm")
    page = walk.desk("Chi", "/")
    commune.step(page)
    practice = page.locator("main tr", has_text="TẬP LÀM").first
    practice.get_by_role("link", name="Nhập báo cáo").click()
    commune.step(page)
    page = walk.desk("An", f"{round_page}xoa-tap-lam/")
    page.get_by_label("Lý do xóa").fill("Tập làm xong")
    at.step(page)
    button(page, "Xóa đợt tập làm").click()
    expect(page.locator("main")).to_contain_text("Đã xóa đợt tập làm")
    assert Round.objects.count() == official
