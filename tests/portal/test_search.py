"""*Tìm kiếm*: everything one may open is found, and nothing else is found, counted or suggested."""

import re
from html import unescape
from io import StringIO
from unittest import mock

import pytest
from django.core.management import call_command
from django.urls import resolve, reverse

from phongtrao.core.models import SearchEntry
from phongtrao.planning.actions import drop_target
from phongtrao.planning.models import ProgrammeDocument
from phongtrao.portal.queries.commands import COMMANDS
from phongtrao.publishing.actions import draft_paper, edit_line
from phongtrao.publishing.models import PaperLine
from tests.core.search.test_words import HOSTILE
from tests.packs import load_pack
from tests.planning import exchanges, register
from tests.planning.conftest import Plan
from tests.reporting import cases

pytestmark = pytest.mark.database
QUERY_LIMIT = 20


@pytest.fixture
def plan(world, settings, tmp_path):
    """The programme, the world, and a folder for its files."""
    settings.FILES_DIR = tmp_path
    return Plan(world, load_pack())


@pytest.fixture
def work(plan):
    """One of everything in Quảng Ngãi: a paper, a task, a proposal, a draft under comment."""
    plan.document()
    plan.task()
    exchanges.proposal(plan)
    exchanges.sent(plan)
    exchanges.scheme(plan)
    return plan


def _paper():
    return reverse("planning:document-detail", args=[ProgrammeDocument.objects.get().pk])


def _page(client, **asked):
    answer = client.get("/tim-kiem/", asked)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def _plain(page):
    """The words of a page's main part, the marks over what was asked for taken out."""
    return re.sub("</?mark>", "", page.partition("<main")[2] or page)


def _links(page):
    main = page.partition("<main")[2]
    return set(re.findall(r'<p class="find-title"><a href="([^"]+)"', main))


def _counts(page):
    row = page.partition('aria-label="Loại kết quả"')[2].partition("</nav>")[0]
    found = re.findall(r'>([^<>]+) <span class="tab-count">([\d.]+)</span>', row)
    return {label.strip(): int(number.replace(".", "")) for label, number in found}


def test_a_paper_is_found_with_or_without_tone_marks_and_by_its_number(work, client_for):
    client = client_for(work.world.posting("An"))
    for typed in ("phong trào toàn dân", "toan dan phong trao", "125/KH-CAT-PV05", "kh 125"):
        assert _paper() in _links(_page(client, q=typed)), typed


def test_a_paper_is_found_by_the_words_of_its_clauses(work, client_for):
    page = _page(client_for(work.world.posting("An")), q="cung co luc luong nong cot")
    assert _paper() in _links(page)
    assert "<mark>củng</mark>" in page


def test_every_find_says_its_kind_body_date_and_state(work, client_for):
    page = _page(client_for(work.world.posting("An")), q="125/KH", loai="van-ban")
    row = page.partition('<li class="find">')[2].partition("</li>")[0]
    assert "Văn bản" in row
    assert "Công an tỉnh Quảng Ngãi" in row
    assert re.search(r"\d\d/\d\d/\d{4}", row)
    assert "Đã ghi sổ" in row


def test_a_place_is_found_by_its_name_of_today_and_of_before(world, client_for):
    client = client_for(world.posting("An"))
    assert reverse("org:area-detail", args=[7]) in _links(_page(client, q="xa ba to"))
    page = _page(client, q="kon tum", loai="dia-ban")
    assert reverse("org:area-detail", args=[2]) in _links(page)
    assert "Đến 01/07/2025" in page


def test_a_body_is_found_by_its_abbreviation(world, client_for):
    client = client_for(world.posting("An"))
    for typed in ("mttq dak ha", "ubnd đăk hà", "ủy ban nhân dân đăk hà", "ca xã đăk hà"):
        assert "Đăk Hà" in _plain(_page(client, q=typed, loai="co-quan")), typed


def test_pages_and_verbs_are_found_as_far_as_one_may_use_them(world, client_for):
    assert reverse("planning:task-assign") in _links(
        _page(client_for(world.posting("An")), q="giao nhiem vu")
    )
    assert reverse("planning:task-assign") not in _links(
        _page(client_for(world.posting("Vân")), q="giao nhiem vu")
    )


def test_every_verb_of_the_palette_leads_to_a_page_that_asks_for_its_capability():
    for each in COMMANDS:
        view = resolve(reverse(each.address)).func
        assert view.requires in (each.capability, "public"), each.address


def test_targets_and_joint_papers_are_found_by_those_who_may_open_them(work, client_for):
    paper = register.joint_paper(work)
    target = register.with_catalogue(lambda: register.target(work))
    asked = {
        "quy che van dong nhan dan": reverse("planning:joint-detail", args=[paper.pk]),
        "cd01 dak ha 2027": reverse("planning:target-detail", args=[target.pk]),
    }
    for typed, address in asked.items():
        assert address in _links(_page(client_for(work.world.posting("An")), q=typed)), typed
        assert address not in _links(_page(client_for(work.world.posting("Giang")), q=typed)), typed
    drop_target(target, by=work.actor("An"))
    assert not SearchEntry.objects.filter(kind="planning.target").exists()


def test_a_report_that_is_drawn_up_is_found_by_its_lines_in_its_own_body_alone(world, client_for):
    round_ = cases.open_round(world)
    cases.submitted(world, round_, told=(("result", "Ra mắt hai mô hình tự quản."),))
    paper = draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))
    address = reverse("publishing:paper-detail", args=[paper.pk])
    mine = client_for(world.posting("An"))
    assert address in _links(_page(mine, q="ra mat hai mo hinh"))
    for name in ("Dũng", "Chi", "Giang"):
        assert address not in _links(_page(client_for(world.posting(name)), q="ra mat hai"))
    line = PaperLine.objects.get(section__paper=paper, section__topic="result")
    edit_line(line, "Nhân rộng bốn tổ.", expected_version=line.row_version, by=world.actor("An"))
    assert address in _links(_page(mine, q="nhan rong bon to"))
    assert address not in _links(_page(mine, q="ra mat hai mo hinh"))


def test_of_more_than_are_counted_the_page_says_more_than(plan, client_for, monkeypatch):
    for n in range(5):
        plan.document(number=f"{n + 300}/KH-CAT")
    plan.task(title="Kế hoạch tuyên truyền")
    monkeypatch.setattr("phongtrao.portal.queries.search.MOST", 4)
    client = client_for(plan.world.posting("An"))
    page = _page(client, q="ke hoach")
    assert "Có hơn 4 kết quả" in page
    assert '<span class="tab-count">hơn 4</span>' in page
    # What was not counted has a tab without a number, and its own page counts it.
    assert "Nhiệm vụ</a>" in page
    tasks = _page(client, q="ke hoach", loai="nhiem-vu")
    assert _counts(tasks)["Nhiệm vụ"] == 1
    assert "Có hơn" not in tasks
    assert "Có hơn 4 kết quả" in _page(client, q="ke hoach", loai="van-ban")


def test_another_province_finds_counts_and_is_offered_nothing(work, client_for):
    client = client_for(work.world.posting("Giang"))
    for typed in ("phong trào", "kh 125", "tuyên truyền", "quang ngai", "ba to", "mo hinh"):
        page = _page(client, q=typed)
        assert not [link for link in _links(page) if "/chuong-trinh/van-ban/" in link]
        offered = client.get("/tim-kiem/goi-y/", {"q": typed}).content.decode()
        for words in (_plain(page), _plain(unescape(offered))):
            assert "Ba Tơ" not in words
            assert "Quảng Ngãi" not in words
        assert _counts(page).get("Văn bản", 0) == 0


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_queries_are_answered(work, client_for, typed):
    client = client_for(work.world.posting("An"))
    page = _page(client, q=typed.replace("\ud800", ""), trang="99999999")
    assert "<script>" not in page.partition("<main")[2]
    assert client.get("/tim-kiem/goi-y/", {"q": typed.replace("\ud800", "")}).status_code == 200


def test_what_was_typed_and_what_was_found_are_escaped(plan, client_for):
    plan.document(title="<b>đậm</b> & <script>alert(1)</script>")
    answer = client_for(plan.world.posting("An")).get("/tim-kiem/", {"q": "<script> dam"})
    page = answer.content.decode().partition("<main")[2]
    assert "&lt;b&gt;" in page
    assert "<script>" not in page
    assert "<mark>đậm</mark>" in page


def test_the_page_asks_few_questions_and_the_palette_fewer(
    work, client_for, django_assert_max_num_queries
):
    client = client_for(work.world.posting("An"))
    client.get("/tim-kiem/", {"q": "a"})
    with django_assert_max_num_queries(QUERY_LIMIT):
        _page(client, q="co")
    with django_assert_max_num_queries(QUERY_LIMIT - 2):
        client.get("/tim-kiem/goi-y/", {"q": "co"})


def test_pages_of_results_keep_the_words_and_the_kind(plan, client_for):
    for n in range(25):
        plan.document(number=f"{n + 300}/KH-CAT")
    client = client_for(plan.world.posting("An"))
    first = _page(client, q="ke hoach cat", loai="van-ban")
    second = _page(client, q="ke hoach cat", loai="van-ban", trang="2")
    assert len(_links(first)) == 20
    assert len(_links(second)) == 5
    assert not _links(first) & _links(second)
    assert "q=ke+hoach+cat&loai=van-ban&trang=2" in first


def test_the_index_is_mended_by_hand_with_one_line_a_kind(work, client_for):
    SearchEntry.objects.filter(kind="planning.task").delete()
    SearchEntry.objects.filter(kind="planning.proposal").update(title="x", text="", marked="")
    out = StringIO()
    with mock.patch("phongtrao.cli.prepare.ensure_ready"):
        call_command("search", "rebuild", stdout=out)
    assert "Nhiệm vụ: 1 mục, sửa 1" in out.getvalue()
    assert "Kiến nghị: 1 mục, sửa 1" in out.getvalue()
    assert "Văn bản: 1 mục, sửa 0" in out.getvalue()
    page = _page(client_for(work.world.posting("An")), q="ke hoach tuyen truyen 2027")
    assert _counts(page)["Nhiệm vụ"] == 1
