"""From upload to concrete tasks with real clicks: the five papers of the programme, and our own.

The five are not part of this repository; where they are missing the tests skip by name.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import fold
from phongtrao.intake.models import Draft
from phongtrao.org.models import Body, BodyKind
from phongtrao.org.roles import Role
from phongtrao.planning.models import (
    ProgrammeDocument,
    Proposal,
    RequirementAddressee,
    Task,
)
from phongtrao.planning.workflow import AddresseeState, Part
from tests.browser.office import Office, button, link, office
from tests.journeys.story import ROOT, SEEDS
from tests.world import HORIZON

__all__ = ["office"]
pytestmark = pytest.mark.django_db(transaction=True)
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
DEPARTMENT = "Cục Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"
ASKED_OF_THE_MINISTRY = "những đề xuất, kiến nghị xin ý kiến lãnh đạo Bộ"
CONCLUSION = "làm rõ những kết quả đạt được cũng như những hạn chế, khó khăn, vướng mắc"
needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="../shared is not here: the five papers cannot be walked through"
)


def _seed(number: str) -> Path:
    [path] = SEEDS.glob(f"{number}_*.txt")
    return path


def _uploaded(office: Office, name: str, *papers: Path) -> Page:
    page = office.desk(name)
    page.goto("/van-ban-den/tiep-nhan/")
    page.locator("input[type=file]").set_input_files(papers)
    button(page, "Tải lên và đọc").click()
    return page


def _head_is_written(page: Page, **fields: str) -> None:
    link(page, "Sửa phần đầu văn bản").click()
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(value)
    button(page, "Lưu").click()
    expect(page.locator("main")).to_contain_text("Đã lưu phần đầu văn bản.")


def _added(page: Page, quote: str) -> None:
    page.locator("#them summary").click()
    page.get_by_label("Đoạn văn bản").fill(quote)
    button(page, "Thêm nội dung").click()
    expect(page.locator("main")).to_contain_text("Đã thêm nội dung.")


def _led_by(page: Page, words: str, body: str) -> None:
    """A card gets its lead by a name that is searched for."""
    card = page.locator(".item-card", has_text=words)
    key = card.get_attribute("id")
    card.get_by_role("link", name="Sửa", exact=True).click()
    card = page.locator(f"#{key}")
    # The form takes the focus when it has settled; what is typed before goes astray.
    expect(card.locator("form :focus")).to_have_count(1)
    card.get_by_label("Thêm cơ quan chủ trì").fill(body)
    card.get_by_label(body, exact=True).check()
    save = card.get_by_role("button", name="Lưu")
    save.click()
    expect(save).to_have_count(0)  # the bar is written anew with this answer
    expect(card).to_have_attribute("data-state", "edited" if "n" not in key else "added")


def _confirmed(page: Page, *proposals: str) -> ProgrammeDocument:
    page.locator(".draft-bar summary", has_text="Xác nhận").click()
    page.get_by_role("link", name="Chọn chương trình và xác nhận").click()
    for words in proposals:
        page.get_by_role("row", name=words).get_by_role("checkbox").check()
    button(page, "Xác nhận").click()
    expect(page.locator("main")).to_contain_text("Đã ghi văn bản vào sổ của chương trình.")
    return ProgrammeDocument.objects.order_by("-pk")[0]


def _figures(page: Page, document: ProgrammeDocument) -> dict[str, int]:
    """What the page of coverage says of one paper."""
    page.goto(f"/chuong-trinh/van-ban/cu-the-hoa/?van_ban={document.pk}")
    tiles = page.locator(".four > li").all()
    return {
        tile.locator(".four-name").inner_text(): int(tile.locator(".four-figure").inner_text())
        for tile in tiles
    }


def _counted(document: ProgrammeDocument) -> dict[str, int]:
    """The same, counted requirement by requirement."""
    names = {
        AddresseeState.MADE_CONCRETE: "Đã cụ thể hóa",
        AddresseeState.STANDING: "Thường xuyên",
        AddresseeState.SEPARATE_REGIME: "Chế độ riêng",
        AddresseeState.OPEN: "Chưa cụ thể hóa",
    }
    found = dict.fromkeys([*names.values(), "Chưa giao cơ quan chủ trì"], 0)
    for requirement in document.requirements.all():
        leads = requirement.addressees.filter(part=Part.LEAD)
        states = set(leads.values_list("state", flat=True))
        for state in states:
            found[names[AddresseeState(state)]] += 1
        found["Chưa giao cơ quan chủ trì"] += not states
    return found


@pytest.fixture
def department(office: Office) -> Body:
    """The department of the ministry that the third paper speaks to, with an officer of its own."""
    world = office.world
    kind = BodyKind.objects.create(code="pv05", name="Cục XDPT", names={"country": DEPARTMENT})
    world.bodies["pv05", "vn"] = Body.objects.create(
        kind=kind,
        area=world.area("vn"),
        name=DEPARTMENT,
        name_folded=fold(DEPARTMENT),
        valid_from=HORIZON,
    )
    posting = world.add_posting("Vũ", "pv05", "vn", Role.OFFICER)
    posting.account.is_demo = True
    posting.account.save()
    return world.bodies["pv05", "vn"]


@needs_seeds
def test_the_review_of_the_ministry_ends_in_tasks_with_its_dates_events_and_proposals(
    office: Office, department: Body
) -> None:
    page = _uploaded(office, "Vũ", _seed("003"))
    this_week = page.locator(".item-card", has_text="ngay trong tuần này")
    expect(this_week).to_contain_text("tạm tính")
    _head_is_written(page, Ngày_ban_hành="25/05/2023", Cơ_quan_ban_hành=DEPARTMENT)
    expect(this_week).to_contain_text("28/05/2023")
    expect(this_week).not_to_contain_text("tạm tính")
    fifteenth = page.locator(".item-card", has_text="đúng ngày 15/6 phải hoàn thành")
    expect(fifteenth).to_contain_text("15/06/2023")
    expect(fifteenth).to_contain_text(DEPARTMENT)
    events = page.locator("details.references", has_text="Sự kiện nêu trong văn bản")
    for day in ("06/03/2023", "03/03/2023", "30/03/2023", "31/03/2023"):
        expect(events).to_contain_text(day)
    for caption in page.locator(".item-card", has_text="Toàn cảnh buổi làm việc").all():
        caption.focus()  # the words under a picture ask for nothing
        page.keyboard.press("x")
        expect(caption).to_have_attribute("data-state", "dropped")
    _added(page, ASKED_OF_THE_MINISTRY)
    _led_by(page, ASKED_OF_THE_MINISTRY, "Bộ Công an")
    office.looks("Vũ", "the third paper")
    document = _confirmed(page, ASKED_OF_THE_MINISTRY)
    expect(page.locator("#kien-nghi")).to_contain_text(f"{DEPARTMENT} → Bộ Công an")
    expect(page.locator("#su-kien")).to_contain_text("Tỉnh ủy Hưng Yên")
    assert Proposal.objects.get().asker == department
    due = set(document.requirements.values_list("due_on", flat=True))
    assert {clock.today().replace(2023, 6, 15), clock.today().replace(2023, 5, 28)} <= due
    _third_is_made_concrete(office, page, document, department)


def _third_is_made_concrete(
    office: Office, page: Page, document: ProgrammeDocument, department: Body
) -> None:
    page.get_by_role("link", name="Cụ thể hóa nhiều nội dung của cơ quan tôi").click()
    mine = RequirementAddressee.objects.filter(body=department, part=Part.LEAD)
    dated = ("đúng ngày 15/6", "ngay trong tuần này")
    page.get_by_label("Sản phẩm chung").fill("Báo cáo kết quả")
    page.get_by_label("Hạn chung").fill(date_vn(clock.today() + timedelta(days=20)))
    for row in mine.select_related("requirement"):
        is_task = row.requirement.action.startswith(dated)
        way = "Thành nhiệm vụ" if is_task else "Thường xuyên"
        page.locator(f"#dong-{row.pk}").get_by_label(way).check()
    office.looks("Vũ", "several at once")
    button(page, "Ghi các quyết định").click()
    expect(page.locator("main")).to_contain_text(f"Đã quyết định {mine.count()} nội dung.")
    assert Task.objects.filter(requirement__document=document).count() == len(dated)
    found = _figures(page, document)
    assert found == _counted(document)
    assert found["Đã cụ thể hóa"] == len(dated)
    assert not office.faults, "\n".join(office.faults)


@needs_seeds
def test_four_papers_of_one_upload_end_as_requirements_with_their_coverage(
    office: Office,
) -> None:
    page = _uploaded(office, "An", *(_seed(number) for number in ("000", "001", "002", "004")))
    expect(page.locator("main")).to_contain_text("Lần tiếp nhận này có 4 văn bản")
    office.looks("An", "papers of one upload")
    link(page, "Xem lần lượt từng văn bản").click()
    for position in range(1, 5):
        expect(page.locator(".draft-queue")).to_contain_text(f"Văn bản {position} trong 4")
        if position < 4:
            page.keyboard.press("ArrowRight")
            page.wait_for_url(f"**/{Draft.objects.order_by('pk')[position].pk}/")
    for draft in Draft.objects.order_by("pk"):
        page.goto(f"/van-ban-den/{draft.pk}/")
        if draft.file.name.startswith("001"):
            _added(page, CONCLUSION)
        asked = draft.items.exclude(state="dropped").count()
        assert asked, draft.file.name
        document = _confirmed(page)
        assert document.requirements.count() == asked
        found = _figures(page, document)
        assert found == _counted(document)
        address = f"/chuong-trinh/van-ban/cu-the-hoa/noi-dung/?van_ban={document.pk}"
        page.goto(f"{address}&tinh_trang=neither")
        expect(page.locator("main tbody tr")).to_have_count(asked)  # nothing is decided yet
        office.looks("An", f"requirements of {draft.file.name[:3]}")
    assert not office.faults, "\n".join(office.faults)


def test_our_examples_go_from_one_upload_to_concrete_tasks(office: Office) -> None:
    page = _uploaded(office, "An", *EXAMPLES)
    total = len(EXAMPLES)
    expect(page.locator("main")).to_contain_text(f"Lần tiếp nhận này có {total} văn bản")
    for draft in Draft.objects.order_by("pk"):
        page.goto(f"/van-ban-den/{draft.pk}/")
        assert draft.number, draft.file.name
        if draft.items.filter(certainty="certain").exists():
            button(page, "Giữ các mục chắc chắn").click()
        _confirmed(page)
    page.goto("/van-ban-den/?lan=" + str(Draft.objects.order_by("pk")[0].pk))
    expect(page.locator("main")).to_contain_text(f"Đã xử lý hết {total} văn bản")
    page.goto("/chuong-trinh/van-ban/cu-the-hoa/nhieu/")
    rows = page.locator("section.decision")
    made = min(rows.count(), 3)
    assert made
    page.get_by_label("Sản phẩm chung").fill("Báo cáo kết quả")
    page.get_by_label("Hạn chung").fill(date_vn(clock.today() + timedelta(days=2)))
    for number in range(made):
        rows.nth(number).get_by_label("Thành nhiệm vụ").check()
        rows.nth(number).get_by_label("Hạn hoàn thành").fill("")
    button(page, "Ghi các quyết định").click()
    expect(page.locator("main")).to_contain_text(f"Đã quyết định {made} nội dung.")
    assert (
        Task.objects.filter(requirement__document__home_body__name__contains="Công an").count()
        == made
    )
    page.goto("/chuong-trinh/nhiem-vu/")
    expect(page.locator("main tbody tr")).to_have_count(made)


def test_several_are_decided_without_script(office: Office, page_for) -> None:
    page = _uploaded(office, "An", EXAMPLES[0])
    _confirmed(page)
    plain = page_for(office.world.posting("An"), java_script_enabled=False)
    plain.goto("/chuong-trinh/van-ban/cu-the-hoa/nhieu/")
    rows = plain.locator("section.decision")
    waiting = rows.count()
    assert waiting
    rows.first.get_by_label("Thường xuyên").check()
    button(plain, "Ghi các quyết định").click()
    expect(plain.locator("main")).to_contain_text("Đã quyết định 1 nội dung.")
    assert rows.count() == waiting - 1
