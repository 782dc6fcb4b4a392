"""The user guides are walked step by step: no button that they name can vanish unnoticed.

The pictures of the guides are taken on the way (`make guide` puts them into Word and PDF).
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.org.models import Account, Posting
from phongtrao.publishing import actions as publishing
from phongtrao.publishing.models import Paper, PaperStep
from phongtrao.publishing.workflow import StepKind
from phongtrao.reporting.models import Report, Round
from tests.browser import guide_papers
from tests.browser.guide_walk import SIZE, GuideWalk, guides
from tests.browser.office import button, link
from tests.journeys.story import FIGURES
from tests.packs import load_pack
from tests.planning.conftest import Plan
from tests.publishing import signing
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
TASK = "Xây dựng kế hoạch tuyên truyền năm 2027"
PAST = datetime(2026, 7, 15, 17, tzinfo=clock.VIETNAM)
# All figures at once, as if they were typed: one by one they cost a second.
_TYPE = """(figures) => figures.forEach((figure, index) => {
  const cell = document.getElementById(`o-${index}`);
  cell.value = figure;
  cell.dispatchEvent(new Event('input', { bubbles: true }));
})"""
COMMUNE, LEADER, PROVINCE = "can-bo-xa", "lanh-dao", "can-bo-tinh"
CLERK, FRONT, ADMINISTRATOR = "van-thu", "mat-tran", "quan-tri"


@pytest.fixture
def walk(
    world: World,
    open_page: Callable[..., Page],
    client_for: Callable[[Posting], Client],
    live_server: Any,
    settings: Any,
    tmp_path: Path,
) -> GuideWalk:
    """The demo, with a task given."""
    settings.DEMO = True
    settings.FILES_DIR = tmp_path
    Plan(world, load_pack()).task()
    cases.load_form(world)
    Account.objects.update(is_demo=True)  # the second factor has its own tests

    def session_of(name: str) -> str:
        return client_for(world.posting(name)).cookies[settings.SESSION_COOKIE_NAME].value

    return GuideWalk(world, open_page(viewport=SIZE), session_of, live_server.url)


def _round_is_opened(walk: GuideWalk) -> Round:
    at = walk.task(PROVINCE, "Mở một đợt báo cáo")
    page = walk.desk("An", "/bao-cao/")
    at.step(page)
    link(page, "Mở đợt báo cáo").click()
    page.get_by_label("Kỳ báo cáo").select_option("2026-H1")
    page.get_by_label("Hạn gửi, ngày").fill(date_vn(clock.today() + timedelta(days=15)))
    button(page, "Xem trước").click()
    expect(page.locator("#xem-truoc")).to_be_visible()
    at.step(page)
    button(page, "Mở đợt báo cáo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("6 tháng đầu năm 2026")
    return Round.objects.get()


def _commune_reports(walk: GuideWalk) -> None:
    at = walk.task(COMMUNE, "Nhập và gửi báo cáo")
    page = walk.desk("Chi", "/")
    at.step(page)
    page.locator("main").get_by_role("link", name="Nhập báo cáo").click()
    page.locator("#o-0").click()
    page.evaluate(_TYPE, [*FIGURES["Chi"][:7], "12", *FIGURES["Chi"][8:]])
    page.evaluate("scrollTo(0, 0)")
    at.step(page)
    page.get_by_role("textbox", name="Kết quả nổi bật").fill("Ra mắt hai mô hình mới")
    at.step(page)
    at.step(page)
    walk.task(COMMUNE, "Nhập bằng tệp Excel").step(page)
    button(page, "Gửi báo cáo").click()
    expect(page.locator(".error-summary")).to_contain_text("Lớn hơn số vụ mâu thuẫn tiếp nhận")
    at.step(page)
    page.locator("#o-7").fill("8")
    button(page, "Gửi báo cáo").click()
    expect(page.locator("main")).to_contain_text("Đã gửi báo cáo lên cấp trên.")
    at.step(page)


def _other_pages_of_a_commune(walk: GuideWalk, round_: Round) -> None:
    waiting = cases.report_of(round_, walk.world, "ba-to")
    page = walk.desk("Ba", f"/bao-cao/{waiting.pk}/nhap-excel/")
    walk.task(COMMUNE, "Nhập bằng tệp Excel").step(page)
    at = walk.task(COMMUNE, "Xin thêm thời gian gửi báo cáo")
    at.step(walk.desk("Ba", f"/bao-cao/{waiting.pk}/"))
    link(page, "Gia hạn gửi báo cáo").click()
    at.step(page)
    at = walk.task(COMMUNE, "Nhận và báo cáo nhiệm vụ")
    page = walk.desk("Chi", "/chuong-trinh/nhiem-vu/")
    at.step(page)
    link(page, TASK).click()
    at.step(page)
    link(page, "Báo cáo tiến độ").first.click()
    at.step(page)


def _leader_reads_the_queue(walk: GuideWalk, round_: Round) -> None:
    at = walk.task(LEADER, "Duyệt nhiều báo cáo một lượt")
    at.step(walk.desk("Bình", "/bao-cao/"))
    page = walk.desk("Bình", f"/bao-cao/dot/{round_.pk}/")
    at.step(page)
    page.get_by_role("link", name="báo cáo chờ tôi duyệt").click()
    page.get_by_role("checkbox", name="Chọn Công an xã Đăk Hà").check()
    at.step(page)
    button(page, "Xem trước việc duyệt").click()
    at.step(page)


def _one_is_returned(walk: GuideWalk, report: Report) -> None:
    for name, guide, title in (
        ("Dương", FRONT, "Đề nghị sửa trước khi thống nhất"),
        ("Bình", LEADER, "Trả lại một báo cáo"),
    ):
        page = walk.desk(name, f"/bao-cao/{report.pk}/duyet/")
        page.get_by_label("Ý kiến tại mục 2.1", exact=True).fill("Xem lại số buổi tuyên truyền")
        page.get_by_label("Lý do trả lại").fill("Chưa khớp sổ trực")
        walk.task(guide, title).step(page)
    button(page, "Trả lại").click()
    expect(page.locator("main")).to_contain_text("Đã trả lại báo cáo kèm lý do.")
    at = walk.task(COMMUNE, "Khi báo cáo bị trả lại")
    page = walk.desk("Chi", "/?muc=bi-tra-lai")
    at.step(page)
    page.locator("main").get_by_role("link", name="Nhập báo cáo").click()
    page.locator("#o-3").fill("16")
    page.locator("#o-1").scroll_into_view_if_needed()
    at.step(page)
    button(page, "Gửi báo cáo").click()
    expect(page.locator("main")).to_contain_text("Đã gửi báo cáo lên cấp trên.")


def _reports_are_agreed(walk: GuideWalk, report: Report) -> None:
    at = walk.task(LEADER, "Duyệt một báo cáo")
    at.step(walk.desk("Bình", "/"))
    at.step(walk.desk("Bình", f"/bao-cao/{report.pk}/duyet/"))
    at = walk.task(FRONT, "Thống nhất một báo cáo")
    at.step(walk.desk("Dương", "/"))
    at.step(walk.desk("Dương", f"/bao-cao/{report.pk}/duyet/"))
    at = walk.task(CLERK, "Ghi nhận duyệt, thống nhất theo văn bản đã ký")
    at.step(walk.desk("Vân", "/"))
    page = walk.desk("Vân", f"/bao-cao/{report.pk}/duyet/")
    at.step(page)
    link(page, "Ghi nhận theo văn bản đã ký").click()
    page.get_by_label("Số, ký hiệu").fill("45/MTTQ-BTT")
    page.get_by_label("Người ký").fill("Phó Chủ tịch Nguyễn Văn Mẫu")
    at.step(page)
    for each in Report.objects.filter(state="submitted"):
        cases.agreed(walk.world, each)


def _province_follows(walk: GuideWalk, round_: Round) -> None:
    address = f"/bao-cao/dot/{round_.pk}/"
    at = walk.task(PROVINCE, "Tổng hợp số liệu")
    at.step(walk.desk("An", address))
    at.step(walk.desk("An", f"{address}tong-hop/"))
    at = walk.task(PROVINCE, "Chốt số liệu")
    at.step(walk.desk("An", address))
    at.step(walk.desk("An", f"{address}chot/xem/"))
    Round.objects.update(deadline_at=PAST)
    at = walk.task(PROVINCE, "Theo dõi và đôn đốc")
    at.step(walk.desk("An", address))
    at.step(walk.desk("An", f"{address}don-doc/"))


def _paper_is_drawn_up(walk: GuideWalk) -> Paper:
    at = walk.task(PROVINCE, "Soạn báo cáo tổng hợp")
    page = walk.desk("An", "/an-pham/")
    at.step(page)
    link(page, "Soạn báo cáo").click()
    at.step(page)
    button(page, "Soạn báo cáo").click()
    expect(page.locator("main")).to_contain_text("Ra mắt hai mô hình mới")
    page.locator(".paper-desk").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('.paper-outline').scrollIntoView()")
    at.step(page)
    at.step(page)
    link(page, "Sửa thể thức, nơi nhận, phiếu trình").click()
    page.get_by_label("Chức vụ người ký").fill("Giám đốc")
    at.step(page)
    button(page, "Lưu thể thức").click()
    at.step(page)
    walk.task(PROVINCE, "Xin ý kiến và trình ký").step(page)
    return Paper.objects.get()


def _front_gives_its_word(walk: GuideWalk, paper: Paper) -> None:
    front, by = walk.world.body("mttq", "quang-ngai"), walk.world.actor("An")
    publishing.ask_word(paper, "Đề nghị góp ý phần phối hợp", body=front, by=by)
    at = walk.task(FRONT, "Góp ý dự thảo báo cáo")
    at.step(walk.desk("Dương", "/"))
    asked = PaperStep.objects.get(kind=StepKind.ASKED)
    page = walk.desk("Dương", f"/an-pham/{paper.pk}/y-kien/{asked.pk}/")
    page.locator("#id_text").fill("Nhất trí dự thảo")
    at.step(page)
    button(page, "Gửi ý kiến").click()
    paper.refresh_from_db()


def _paper_goes_its_way(walk: GuideWalk, paper: Paper) -> None:
    address = f"/an-pham/{paper.pk}/"
    paper = signing.initialled(walk.world, signing.handed_in(walk.world, paper), StepKind.CONTENT)
    walk.task(PROVINCE, "Xin ý kiến và trình ký").step(walk.desk("An", address))
    at = walk.task(CLERK, "Ký nháy thể thức")
    at.step(walk.desk("Vân", "/"))
    at.step(walk.desk("Vân", address))
    paper = signing.initialled(walk.world, paper, StepKind.LAYOUT)
    at = walk.task(CLERK, "Ghi nhận văn bản ký trên giấy")
    at.step(walk.desk("Vân", address))
    at.step(walk.desk("Vân", f"{address}ghi-nhan-ban-giay/"))
    at = walk.task(LEADER, "Ký nháy, bút phê, ký ban hành")
    at.step(walk.desk("Bình", "/"))
    at.step(walk.desk("Bình", address))
    by = walk.world.actor("Bình")
    publishing.sign_paper(paper, expected_version=paper.row_version, by=by)
    at = walk.task(CLERK, "Ghi số, ngày ban hành")
    at.step(walk.desk("Vân", address))
    page = walk.desk("Vân", f"{address}ban-hanh/")
    page.locator("#id_number").fill("125")
    page.get_by_label("Ngày ban hành").fill(date_vn(clock.today()))
    at.step(page)
    button(page, "Ghi số, ngày ban hành").click()
    expect(page.locator("main")).to_contain_text("Báo cáo đã ban hành")
    at.step(page)


def _clerk_takes_papers_in(walk: GuideWalk) -> None:
    at = walk.task(CLERK, "Đưa văn bản đến vào hệ thống")
    at.step(walk.desk("Vân", "/van-ban-den/"))
    at.step(walk.desk("Vân", "/van-ban-den/tiep-nhan/"))


def _accounts_are_kept(walk: GuideWalk) -> None:
    at = walk.task(ADMINISTRATOR, "Mở tài khoản cho cán bộ")
    page = walk.desk("Quản", "/dia-ban/can-bo/")
    at.step(page)
    walk.task(ADMINISTRATOR, "Cấp lại mật khẩu, cho thôi giữ chức vụ").step(page)
    link(page, "Mở tài khoản").click()
    for name, value in {
        "full_name": "Nguyễn Văn Mẫu",
        "username": "mau.nguyen",
        "body": "Công an xã Ba Tơ",
        "capacity": "Cán bộ",
        "basis": "Quyết định 15/QĐ-CAT",
    }.items():
        page.locator(f"#id_{name}").fill(value)
    at.step(page)
    button(page, "Mở tài khoản").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Phiếu giao tài khoản")
    at.step(page)
    at = walk.task(ADMINISTRATOR, "Cấp lại mật khẩu, cho thôi giữ chức vụ")
    posting = Posting.objects.get(account__username="mau.nguyen")
    at.step(walk.desk("Quản", f"/dia-ban/can-bo/{posting.account_id}/"))
    at.step(walk.desk("Quản", f"/dia-ban/can-bo/chuc-vu/{posting.pk}/thoi/"))


def _calendar_and_audit(walk: GuideWalk) -> None:
    at = walk.task(ADMINISTRATOR, "Điều chỉnh lịch nghỉ, làm bù")
    at.step(walk.desk("Quản", "/lich-nghi/"))
    at.step(walk.desk("Quản", "/lich-nghi/nhap/"))
    at = walk.task(ADMINISTRATOR, "Kiểm tra nhật ký")
    at.step(walk.desk("Kiểm", "/nhat-ky/"))
    at.step(walk.desk("Kiểm", "/nhat-ky/kiem-tra/"))


def test_every_step_of_the_guides_stands_on_its_page_and_every_picture_is_taken(
    walk: GuideWalk,
) -> None:
    _accounts_are_kept(walk)
    _calendar_and_audit(walk)
    _clerk_takes_papers_in(walk)
    round_ = _round_is_opened(walk)
    _commune_reports(walk)
    _other_pages_of_a_commune(walk, round_)
    guide_papers.numbers_of_a_report_are_linked(walk, cases.report_of(round_, walk.world, "ba-to"))
    cases.submitted(walk.world, round_, "ly-son", "Lý")
    report = cases.report_of(round_, walk.world)
    _leader_reads_the_queue(walk, round_)
    _one_is_returned(walk, report)
    _reports_are_agreed(walk, report)
    _province_follows(walk, round_)
    paper = _paper_is_drawn_up(walk)
    guide_papers.numbers_of_a_paper_are_linked(walk, paper)
    _front_gives_its_word(walk, paper)
    _paper_goes_its_way(walk, paper)
    guide_papers.paper_is_sent(walk, paper)
    guide_papers.template_is_kept(walk)
    guide_papers.training_is_held(walk, date_vn(clock.today() + timedelta(days=15)))
    assert not walk.faults, "\n".join(walk.faults)
    assert not walk.unwalked(), "\n".join(walk.unwalked())
    named = {picture.key for guide in guides().values() for picture in guide.pictures}
    assert set(walk.taken) == named
