"""Coverage: what became of what papers ask for, by body and age, and several decided at once."""

import io
import re
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.planning import actions
from phongtrao.planning.models import ProgrammeDocument, RequirementAddressee, Task
from phongtrao.planning.queries import coverage
from phongtrao.planning.rules.ages import AGE_BANDS
from tests.planning.conftest import FIRST, SECOND, THIRD

pytestmark = pytest.mark.database
BODIES = "/chuong-trinh/van-ban/cu-the-hoa/"
ONE_BY_ONE = "/chuong-trinh/van-ban/cu-the-hoa/noi-dung/"
MANY = "/chuong-trinh/van-ban/cu-the-hoa/nhieu/"
FIGURES = ("chu_tri", "cu_the", "thuong_xuyen", "rieng", "chua")


def _rows(page):
    """Each line of the list as the texts of its cells."""
    if "<tbody>" not in page:
        return []
    body = page[page.index("<tbody>") : page.index("</tbody>")]
    return [
        [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", row, re.S)]
        for row in re.findall(r"<tr>.*?</tr>", body, re.S)
    ]


@pytest.fixture
def document(plan):
    """A paper with three requirements: Đăk Hà leads one, nobody the second, Lý Sơn the third."""
    return plan.document()


@pytest.mark.parametrize(
    ("days", "band"),
    [(0, "0-7"), (7, "0-7"), (8, "8-30"), (30, "8-30"), (31, "31-90"), (90, "31-90"), (91, "91")],
)
def test_what_waits_is_counted_in_the_band_of_its_days_since_the_paper(plan, days, band):
    plan.document(issued_on=plan.day(-days))
    led = coverage.led_rows(plan.actor("An"))
    [counts, _other] = coverage.counts_by_body(led, clock.today()).values()
    assert {code.code: counts[code.code] for code in AGE_BANDS} == {
        code.code: int(code.code == band) for code in AGE_BANDS
    }


def test_a_paper_without_a_date_is_as_old_as_its_entry_in_the_register(plan):
    document = plan.document(issued_on=None)
    ProgrammeDocument.objects.filter(pk=document.pk).update(registered_on=plan.day(-40))
    led = coverage.led_rows(plan.actor("An"))
    assert coverage.aged(led, "31-90", clock.today()).count() == 2


def test_each_body_stands_with_what_it_made_of_the_papers(plan, document, client_for):
    actions.make_concrete(plan.addressee(), tasks=[plan.spec()], by=plan.actor("Chi"))
    page = client_for(plan.world.posting("An")).get(BODIES).content.decode()
    found = {row[0]: row[1:6] for row in _rows(page)}
    assert found == {
        "Công an xã Đăk Hà": ["1", "1", "0", "0", "0"],
        "Công an đặc khu Lý Sơn": ["1", "0", "0", "0", "1"],
    }
    assert "Chưa giao cơ quan chủ trì" in page


def test_a_figure_leads_to_exactly_what_it_counts(plan, document, client_for):
    plan.document(number="9/KH-CAT", issued_on=plan.day(-50))
    actions.declare_standing(plan.addressee(), by=plan.actor("Chi"))
    client = client_for(plan.world.posting("An"))
    page = client.get(BODIES).content.decode()
    links = re.findall(r'<td data-label="[^"]+" class="numeric"><a href="([^"]+)">(\d+)</a>', page)
    assert links
    tiles = re.findall(r'four-figure"><a href="([^"]+)">(\d+)</a>', page)
    assert [int(figure) for _address, figure in tiles] == [0, 1, 0, 3, 2]
    for address, figure in [*links, *tiles]:
        opened = client.get(address.replace("&amp;", "&")).content.decode()
        assert len(_rows(opened)) == int(figure), address


def test_what_is_neither_task_nor_standing_nor_separate_is_found_with_what_nobody_leads(
    plan, document, client_for
):
    actions.set_separate_regime(plan.addressee(), by=plan.actor("Chi"))
    address = f"{ONE_BY_ONE}?van_ban={document.pk}&tinh_trang=neither"
    for name in ("An", "Bình"):  # the leader whose paper it is sees the same
        page = client_for(plan.world.posting(name)).get(address).content.decode()
        said = " ".join(cell for row in _rows(page) for cell in row)
        assert FIRST[1:] not in said
        assert SECOND[1:] in said
        assert THIRD[1:] in said
        assert "Chưa giao cơ quan chủ trì" in said
    page = client_for(plan.world.posting("An")).get(f"{ONE_BY_ONE}?tinh_trang=unaddressed")
    assert len(_rows(page.content.decode())) == 1


def test_what_is_late_is_found(plan, document, client_for):
    RequirementAddressee.objects.filter(pk=plan.addressee().pk).update(concretise_by=plan.day(-1))
    page = client_for(plan.world.posting("An")).get(f"{ONE_BY_ONE}?tinh_trang=late")
    assert [row[0][1:] for row in _rows(page.content.decode())] == [FIRST[1:]]


def test_a_commune_follows_its_own_part_only(plan, document, client_for):
    page = client_for(plan.world.posting("Chi")).get(BODIES).content.decode()
    assert [row[0] for row in _rows(page)] == ["Công an xã Đăk Hà"]
    page = client_for(plan.world.posting("Chi")).get(ONE_BY_ONE).content.decode()
    assert len(_rows(page)) == 1
    page = client_for(plan.world.posting("Giang")).get(BODIES).content.decode()
    assert "Chưa có cơ quan nào" in page
    for name in ("Giang", "Chi"):
        other = client_for(plan.world.posting(name))
        page = other.get(f"{ONE_BY_ONE}?cua={plan.world.body('ca', 'ly-son').pk}")
        assert "Không có nội dung nào" in page.content.decode()


@pytest.mark.parametrize(
    "query",
    ["van_ban=x", "tuoi=9", "tinh_trang=x", "cua=x", "cua=-1", f"cua={10**30}", "trang=-1",
     "chuong_trinh=x", "sap_xep=-qua", "tu_khoa=ke+hoach", "tuoi=8-30&tinh_trang=standing"],
)  # fmt: skip
def test_any_filter_is_answered(plan, document, client_for, query):
    client = client_for(plan.world.posting("An"))
    for address in (BODIES, ONE_BY_ONE):
        assert client.get(f"{address}?{query}").status_code == 200, address


def test_a_paper_that_one_may_not_see_is_not_found(plan, document, client_for):
    client = client_for(plan.world.posting("Giang"))
    for address in (BODIES, ONE_BY_ONE, MANY):
        assert client.get(f"{address}?van_ban={document.pk}").status_code == 404


@pytest.mark.parametrize("count", [1, 12])
def test_the_pages_take_the_same_few_queries_at_any_length(
    plan, client_for, count, django_assert_max_num_queries
):
    for number in range(count):
        plan.document(number=f"{number + 1}/KH-CAT")
    client = client_for(plan.world.posting("An"))
    client.get(BODIES)
    pages = [BODIES, ONE_BY_ONE, f"{BODIES}xuat-excel/", f"{ONE_BY_ONE}xuat-excel/"]
    for address in pages:
        with django_assert_max_num_queries(20):
            assert client.get(address).status_code == 200
    mine = client_for(plan.world.posting("Chi"))
    mine.get(MANY)
    with django_assert_max_num_queries(20):
        assert mine.get(MANY).status_code == 200


def test_both_lists_come_as_workbooks(plan, document, client_for):
    client = client_for(plan.world.posting("An"))
    for address, said in ((BODIES, "Công an xã Đăk Hà"), (ONE_BY_ONE, "Chưa giao cơ quan chủ trì")):
        answer = client.get(f"{address}xuat-excel/?van_ban={document.pk}")
        book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
        cells = [str(cell) for row in book.active.iter_rows(values_only=True) for cell in row]
        assert said in cells


# -- several at once -------------------------------------------------------------------------------


@pytest.fixture
def waiting(plan):
    """Three papers that each ask the same of Đăk Hà: its addressees, oldest first."""
    for number in range(3):
        plan.document(number=f"{number + 1}/KH-CAT")
    return list(coverage.open_for(plan.actor("Chi")))


def _sent(rows, **values):
    sent = {"noi_dung": [row.pk for row in rows]}
    return sent | {f"nd-{rows[int(key[0])].pk}-{key[2:]}": value for key, value in values.items()}


def _decide(plan, client_for, send, rows, **fields):
    common = {key: fields.pop(key) for key in ("product", "due_on") if key in fields}
    return send(client_for(plan.world.posting("Chi")), MANY, **common, **_sent(rows, **fields))


def test_several_requirements_become_tasks_standing_work_and_separate_regime_in_one_act(
    plan, waiting, client_for, send
):
    due = f"{plan.day(30):%d/%m/%Y}"
    answer = _decide(
        plan, client_for, send, waiting,
        **{"0_way": "task", "0_title": "Xây dựng kế hoạch", "0_lead": "Công an xã Đăk Hà",
           "1_way": "standing", "2_way": "separate"},
        product="Kế hoạch", due_on=due,
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()
    states = [RequirementAddressee.objects.get(pk=row.pk).state for row in waiting]
    assert states == ["made_concrete", "standing", "separate_regime"]
    task = Task.objects.get()
    assert (task.title, task.product, task.due_on) == (
        "Xây dựng kế hoạch",
        "Kế hoạch",
        plan.day(30),
    )


def test_a_row_left_for_later_stays_open_whatever_stands_in_it(plan, waiting, client_for, send):
    answer = _decide(
        plan, client_for, send, waiting,
        **{"0_way": "standing", "1_way": "", "1_lead": "không có cơ quan nào", "1_due_on": "x"},
    )  # fmt: skip
    assert answer.status_code == 302
    assert coverage.open_for(plan.actor("Chi")).count() == 2


def test_one_row_that_cannot_be_keeps_every_row_open_and_what_was_typed(
    plan, waiting, client_for, send
):
    past = f"{plan.day(-1):%d/%m/%Y}"
    for wrong in ({"1_due_on": past}, {"1_due_on": ""}, {"1_lead": "Công an xã Chư Sê"}):
        values = {
            "0_way": "standing", "1_way": "task", "1_title": "Nhiệm vụ đã gõ",
            "1_product": "Báo cáo", "1_lead": "Công an xã Đăk Hà",
            "1_due_on": f"{plan.day(9):%d/%m/%Y}",
        } | wrong  # fmt: skip
        answer = _decide(plan, client_for, send, waiting, **values)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Nhiệm vụ đã gõ" in page
        assert "Chưa lưu gì" in page
        assert coverage.open_for(plan.actor("Chi")).count() == 3
        assert not Task.objects.exists()


def test_nothing_chosen_is_said(plan, waiting, client_for, send):
    answer = _decide(plan, client_for, send, waiting)
    assert answer.status_code == 422
    assert "Chưa chọn cách thực hiện" in answer.content.decode()


def test_what_is_asked_of_others_cannot_be_slipped_in(plan, waiting, client_for, send):
    theirs = RequirementAddressee.objects.filter(body=plan.world.body("ca", "ly-son"))
    answer = _decide(plan, client_for, send, list(theirs), **{"0_way": "standing"})
    assert answer.status_code == 422
    assert not theirs.exclude(state="open").exists()


def test_the_page_of_one_paper_offers_that_paper_only(plan, waiting, client_for):
    document = waiting[0].requirement.document
    client = client_for(plan.world.posting("Chi"))
    page = client.get(f"{MANY}?van_ban={document.pk}").content.decode()
    assert page.count('name="noi_dung"') == 1
    page = client.get(f"{BODIES}?van_ban={document.pk}").content.decode()
    assert f'href="{MANY}?van_ban={document.pk}"' in page


def test_a_requirement_dated_by_its_paper_begins_with_that_date(plan, document, client_for):
    page = client_for(plan.world.posting("Lý")).get(MANY).content.decode()
    assert f'value="{clock.today() + timedelta(days=20):%d/%m/%Y}"' in page


def test_a_clerk_reads_and_decides_nothing(plan, document, client_for):
    client = client_for(plan.world.posting("Vân"))
    assert client.get(BODIES).status_code == 200
    assert client.get(MANY).status_code == 403
