"""The designer in a browser: the form in use is uploaded, confirmed, issued, asked and filled."""

from pathlib import Path

from playwright.sync_api import expect

from phongtrao.core import clock
from phongtrao.reporting.cells import unpack
from phongtrao.reporting.models import Report, Round, TemplateVersion, WorkingCopy
from tests.browser.conftest import PHONE, overflow_of
from tests.browser.office import Office, button, office
from tests.cli.processes import within
from tests.reporting.sheets_in_use import SHEETS

__all__ = ["office"]


def test_the_sheet_in_use_becomes_a_form_that_a_commune_fills_on_a_phone(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(SHEETS["half year"].data)
    page = office.menu("An", "Biểu mẫu, chỉ tiêu")
    page.get_by_role("link", name="Lập từ tệp Excel").click()
    page.get_by_label("Tệp Excel của biểu đang dùng").set_input_files(path)
    button(page, "Đọc tệp").click()
    expect(page.get_by_text("chắc chắn").first).to_be_visible()
    office.looks("An", "proposal")
    button(page, "Xác nhận, lập bản thiết kế").click()
    office.looks("An", "draft")
    page.get_by_role("button", name="Đưa dòng xuống").first.click()
    page.get_by_role("link", name="Ban hành").click()
    button(page, "Ban hành phiên bản 1").click()
    expect(page.get_by_text("nội dung không sửa được nữa")).to_be_visible()
    office.looks("An", "issued form")
    version = TemplateVersion.objects.get(template__owner__isnull=False)
    assert [cell["indicator"] for cell in version.cells][:2] == ["TT02", "TT01"]
    _asked(office, version)
    _filled_on_a_phone(office)
    assert not office.faults, office.faults


def _asked(office: Office, version: TemplateVersion) -> None:
    page = office.desk("An")
    page.goto("/bao-cao/dot/mo/")
    page.get_by_label("Biểu mẫu").select_option(str(version.pk))
    page.get_by_label("Kỳ báo cáo").select_option(f"{clock.today().year + 1}-H1")
    page.get_by_label("Hạn gửi, ngày").fill(f"30/06/{clock.today().year + 1}")
    button(page, "Xem trước").click()
    expect(page.get_by_role("cell", name="3", exact=True)).to_be_visible()
    assert not Round.objects.exists()
    button(page, "Mở đợt báo cáo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("6 tháng")


def _filled_on_a_phone(office: Office) -> None:
    report = Report.objects.get(body=office.world.body("ca", "dak-ha"))
    page = office.page_for(office.world.posting("Chi"), viewport=PHONE)
    page.goto(f"/bao-cao/{report.pk}/nhap/")
    expect(page.get_by_role("heading", name="I. CÔNG TÁC TUYÊN TRUYỀN")).to_be_visible()
    assert overflow_of(page) == 0
    for place in range(5):
        page.locator(f"#o-{place}").fill(str(40 - place))
    button(page, "Lưu bản nháp").click()
    expect(page.get_by_text("Đã lưu lúc").first).to_be_visible()
    assert within(30, lambda: _kept(report) == [40, 39, 38, 37, 36])


def _kept(report: Report) -> list[int]:
    """The first five figures as the server keeps them."""
    copy = WorkingCopy.objects.get(report=report)
    cells = unpack(bytes(copy.cells), len(report.round.template_version.cells))
    return [cell.scaled for cell in cells[:5]]
