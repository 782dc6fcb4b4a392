"""*Việc cần xử lý*: tabs, rows with their verb, the frame around it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from phongtrao.core import clock
from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source, lines_of
from phongtrao.org.models import Account, Delegation
from phongtrao.planning.models import Target
from phongtrao.portal import queries, rules
from tests.packs import load_pack
from tests.planning.conftest import Plan
from tests.portal.waiting_cases import much_waits
from tests.reporting import cases, test_one_off


def _item(**changes):
    values = {
        "kind": "Nhiệm vụ",
        "title": "Xây dựng kế hoạch",
        "body": "Công an xã Đăk Hà",
        "due_on": clock.today(),
        "state_label": "Chưa hoàn thành",
        "tone": "warning",
        "url": "/chuong-trinh/nhiem-vu/1/",
        "verb": "Báo cáo tiến độ",
        "tab": "waiting",
    }
    return InboxItem(**(values | changes))


@pytest.fixture
def offered():
    """Put items into the inbox; what the stages offered comes back afterwards."""
    before = list(queries._inbox_providers)
    yield lambda *items: queries.offer_inbox([lambda actor, day: list(items)])
    queries.offer_inbox(before)


def test_an_empty_day_says_so(world, client_for, offered):
    offered()
    page = client_for(world.posting("An")).get("/")
    assert page.status_code == 200
    assert "Hôm nay không có việc nào chờ xử lý." in page.content.decode()


def test_each_item_stands_in_its_tab_with_its_verb(world, client_for, offered):
    offered(_item(title="Việc chờ"), _item(title="Việc trễ", tab="late", verb="Làm ngay"))
    client = client_for(world.posting("An"))
    waiting, late = client.get("/").content.decode(), client.get("/?muc=qua-han").content.decode()
    assert "Việc chờ" in waiting
    assert "Việc trễ" not in waiting
    assert "Việc trễ" in late
    assert "Làm ngay" in late


def test_an_unknown_tab_shows_the_first(world, client_for, offered):
    offered(_item(title="Việc chờ"))
    page = client_for(world.posting("An")).get("/?muc=<script>")
    assert page.status_code == 200
    assert "Việc chờ" in page.content.decode()


def test_hostile_titles_are_escaped(world, client_for, offered):
    offered(_item(title="<script>alert(1)</script>"))
    page = client_for(world.posting("An")).get("/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_nearest_deadline_comes_first(world, offered):
    offered(
        _item(title="không hạn", due_on=None),
        _item(title="sau", due_on=date(2026, 12, 2)),
        _item(title="trước", due_on=date(2026, 12, 1)),
    )
    titles = [item.title for item in queries.inbox(world.actor("An"), clock.today())]
    assert titles == ["trước", "sau", "không hạn"]


@pytest.mark.parametrize(
    ("due_on", "tab"),
    [
        (None, "waiting"),
        (date(2026, 6, 30), "soon"),
        (date(2026, 7, 7), "soon"),
        (date(2026, 7, 8), "waiting"),
        (date(2026, 6, 29), "late"),
    ],
)
def test_a_deadline_decides_the_tab(due_on, tab):
    assert tab_of(due_on, date(2026, 6, 30)) == tab


def test_the_frame_says_whom_one_acts_for(world, client_for):
    page = client_for(world.posting("Chi")).get("/").content.decode()
    assert "Công an xã Đăk Hà" in page


def test_a_commune_officer_does_not_see_the_audit_entry(world, client_for):
    page = client_for(world.posting("Chi")).get("/").content.decode()
    assert "/nhat-ky/" not in page
    assert "/nhat-ky/" in client_for(world.posting("Kiểm")).get("/").content.decode()


def test_a_switch_of_posting_changes_whom_one_acts_for(world, client_for, once):
    first = world.posting("An")
    second = world.add_posting("An hai", "mttq", "ba-to", "officer")
    second.account = first.account
    second.save()
    client = client_for(first)
    key = client.session.session_key
    answer = client.post("/chuc-trach/", {"chuc_trach": second.pk, "_once": once()})
    assert answer.status_code == 302
    assert client.session.session_key != key
    page = client.get("/").content.decode()
    assert '<span class="acting-body">Ủy ban Mặt trận Tổ quốc Việt Nam xã Ba Tơ</span>' in page


@pytest.mark.parametrize("key", ["999999", "", "abc", "1; DROP TABLE"])
def test_a_capacity_of_somebody_else_cannot_be_chosen(world, client_for, once, key):
    client = client_for(world.posting("An"))
    answer = client.post("/chuc-trach/", {"chuc_trach": key, "_once": once()})
    assert answer.status_code == 404


def test_another_officials_posting_cannot_be_chosen(world, client_for, once):
    client = client_for(world.posting("Chi"))
    answer = client.post("/chuc-trach/", {"chuc_trach": world.posting("Gấm").pk, "_once": once()})
    assert answer.status_code == 404
    assert "Công an xã Đăk Hà" in client.get("/").content.decode()


def test_a_delegation_is_shown_as_by_authority(world, client_for, once):
    lent = world.posting("Bình")
    Delegation.objects.create(
        from_posting=lent,
        to_account=world.posting("An").account,
        paper_number="12/GUQ-CAT",
        paper_date=date(2026, 1, 5),
        valid_from=date(2026, 1, 5),
    )
    client = client_for(world.posting("An"))
    assert "12/GUQ-CAT" in client.get("/").content.decode()
    client.post("/chuc-trach/", {"chuc_trach": lent.pk, "_once": once()})
    page = client.get("/").content.decode()
    assert "TUQ." in page


def test_an_ended_posting_sees_nothing_and_says_why(world, client_for):
    posting = world.posting("Chi")
    posting.valid_to = date(2026, 1, 1)
    posting.save()
    page = client_for(posting).get("/")
    assert page.status_code == 403
    assert "không có chức trách nào đang có hiệu lực" in page.content.decode()


def test_the_inbox_asks_few_queries(world, client_for, offered, django_assert_max_num_queries):
    client = client_for(world.posting("An"))
    for many in (3, 60):
        offered(*[_item(title=f"Việc {n}") for n in range(many)])
        with django_assert_max_num_queries(20):
            assert client.get("/").status_code == 200


def test_the_menu_marks_where_one_is_and_nothing_elsewhere(world, client_for):
    client = client_for(world.posting("Kiểm"))
    marked = re.compile(r'<a href="([^"]*)" class="menu-link" aria-current="page"')
    assert marked.findall(client.get("/").content.decode()) == ["/"]
    assert marked.findall(client.get("/nhat-ky/kiem-tra/").content.decode()) == ["/nhat-ky/"]
    assert marked.findall(client.get("/khong-co/").content.decode()) == []


@pytest.mark.parametrize(
    ("address", "section"),
    [
        ("/", "viec-can-xu-ly"),
        ("/bao-cao/12/nhap/", "bao-cao"),
        ("/chuong-trinh/nhiem-vu/4/", "nhiem-vu"),
        ("/khong-co/", "viec-can-xu-ly"),
    ],
)
def test_each_page_has_its_help(address, section):
    assert rules.help_section(address) == section


def test_every_help_section_is_on_the_help_page(world, client_for):
    page = client_for(world.posting("Chi")).get("/tro-giup/").content.decode()
    assert all(f'id="{section}"' in page for section in rules.HELP.values())


def test_my_area_is_told_in_figures(world, client_for, offered):
    offered()
    page = client_for(world.posting("An")).get("/").content.decode()
    assert '<div class="four-figure">3</div>' in page  # the three communes of Quảng Ngãi
    assert "nhiệm vụ trên địa bàn" in page
    centre = client_for(world.posting("Trung")).get("/").content.decode()
    assert '<div class="four-figure">4</div>' in centre


def test_the_round_told_is_that_of_the_latest_period_whatever_was_opened_last(world, client_for):
    cases.open_round(world, period="2026-H2", deadline_at=datetime(2026, 12, 18, 17, tzinfo=UTC))
    cases.open_round(world, period="2026-H1")
    page = client_for(world.posting("An")).get("/").content.decode()
    assert "6 tháng cuối năm 2026" in page
    assert "6 tháng đầu năm 2026" not in page


def test_what_is_asked_beside_the_periods_is_not_the_round_told(world, client_for):
    cases.open_round(world, period="2026-H1")
    test_one_off.ask(world)
    page = client_for(world.posting("An")).get("/").content.decode()
    assert "6 tháng đầu năm 2026" in page
    assert "Tháng 11/2026" not in page


def test_every_menu_entry_leads_somewhere_for_whoever_sees_it(world, client_for):
    links = re.compile(r'<a href="([^"]*)" class="menu-link"')
    for name in ("An", "Bình", "Vân", "Kiểm", "Quản"):
        client = client_for(world.posting(name))
        addresses = links.findall(client.get("/").content.decode())
        assert addresses[0] == "/"
        for address in addresses:
            assert client.get(address).status_code == 200, (name, address)


@pytest.fixture
def plan(world, settings, tmp_path):
    settings.FILES_DIR = tmp_path
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    return Plan(world, load_pack())


@pytest.mark.database
def test_the_page_asks_few_queries_however_many_kinds_of_work_wait(
    plan, client_for, django_assert_max_num_queries
):
    much_waits(plan)
    for name, least in (("An", 17), ("Chi", 17), ("Bình", 5), ("Trung", 0), ("Quản", 0)):
        found = queries.inbox(plan.actor(name), clock.today())
        assert len({(str(item.kind), str(item.verb)) for item in found}) >= least, name
        client = client_for(plan.world.posting(name))
        with django_assert_max_num_queries(20):
            assert client.get("/").status_code == 200


@pytest.mark.database
def test_every_provider_offers_sources_and_runs_no_query_itself(plan, django_assert_num_queries):
    much_waits(plan)
    # The calendar of days off, which an administrator is reminded of, is a query everywhere.
    for name in ("An", "Bình", "Vân", "Chi", "Cường", "Trung"):
        actor = plan.actor(name)
        assert actor.scope is not None  # its areas are known before anything is asked
        for offer in queries._inbox_providers:
            with django_assert_num_queries(0):
                found = list(offer(actor, clock.today()))
            assert all(isinstance(each, Source | InboxItem) for each in found)


@pytest.mark.database
def test_what_is_read_in_one_query_is_what_the_querysets_say(plan):
    much_waits(plan)
    for name in ("An", "Bình", "Chi"):
        offered = [
            replace(each, line=_told, ready=None, rest=None)
            for offer in queries._inbox_providers
            for each in offer(plan.actor(name), clock.today())
            if isinstance(each, Source)
        ]
        one_by_one = [_told(row) for each in offered for row in each.rows[: each.most]]
        assert lines_of(offered) == one_by_one
        assert len(one_by_one) > 5


def _told(row):
    """Every value of a row and of the objects that were read with it."""
    values = {name: value for name, value in vars(row).items() if name != "_state"}
    related = row._state.fields_cache
    return values | {name: other and _told(other) for name, other in related.items()}


def test_a_desk_where_nothing_waits_asks_at_most_ten_queries(
    world, client_for, django_assert_max_num_queries
):
    client = client_for(world.posting("Giang"))
    client.get("/")  # what is remembered between pages is read once
    with django_assert_max_num_queries(10):
        assert "Hôm nay không có việc nào chờ xử lý." in client.get("/").content.decode()


def test_a_source_that_json_would_not_carry_exactly_is_refused():
    with pytest.raises(TypeError):
        lines_of([Source(Target.objects.all(), lambda row: None)])
