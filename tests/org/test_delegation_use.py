"""Ủy quyền in time and on its pages: an act is possible iff loan and posting cover the day."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, Refused
from phongtrao.core.formats import date_vn
from phongtrao.core.models import AuditEntry
from phongtrao.core.uploads import Upload
from phongtrao.intake.actions import receive_file
from phongtrao.intake.imports import read_paper
from phongtrao.org import actions
from phongtrao.org.actions import area_changes, area_undo
from phongtrao.org.actions.compositions import start_composition
from phongtrao.org.models import Delegation, Posting
from phongtrao.org.permissions import actor_for
from phongtrao.org.reshaping.operations import Amend, Order
from phongtrao.org.roles import Role
from phongtrao.planning import actions as planning
from phongtrao.planning.queries import thread_of
from phongtrao.publishing import actions as publishing
from tests.extent import drawn
from tests.intake.papers import PLAN
from tests.org.committees import KIND, committee
from tests.reporting import cases

pytestmark = pytest.mark.django_db
TODAY = clock.today()
NEXT_WEEK = TODAY + timedelta(days=7)
MOST_QUERIES = 20
# Days round today, so that beginnings and ends often fall on it.
FIRST = st.integers(min_value=-3, max_value=2)
LENGTH = st.integers(min_value=1, max_value=4)
SPANS = st.tuples(FIRST, LENGTH)
LIST = "org:delegation-list"


def _span(span):
    start = TODAY + timedelta(days=span[0])
    return start, start + timedelta(days=span[1])


def _lend(world, giver="An", receiver="Vân", **changes):
    terms = {
        "from_posting": world.posting(giver),
        "to_account": world.posting(receiver).account,
        "valid_from": TODAY,
        "valid_to": NEXT_WEEK,
        "paper_number": "05/GUQ-CAT",
        "paper_date": TODAY,
    }
    return Delegation.objects.create(**(terms | changes))


def _acting(world, lent):
    return actor_for(lent.to_account, TODAY, posting_id=lent.from_posting_id)


@given(lent=SPANS, held=SPANS)
@settings(
    max_examples=drawn(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_an_act_is_possible_iff_loan_and_posting_cover_the_day(world, plan, lent, held):
    Delegation.objects.all().delete()
    giver = world.posting("An").pk
    (start, end), (held_from, held_to) = _span(lent), _span(held)
    Posting.objects.filter(pk=giver).update(valid_from=held_from, valid_to=held_to)
    loan = _lend(world, valid_from=start, valid_to=end)
    covered = start <= TODAY < end and held_from <= TODAY < held_to
    if covered:
        assert _give_task(plan, _acting(world, loan)).created_by_id == giver
    else:
        with pytest.raises(Forbidden):
            _give_task(plan, _acting(world, loan))


def _give_task(plan, by):
    """What Vân, a clerk, cannot do in his own posting."""
    return planning.assign_task(plan.spec(), programme=plan.programme, by=by)


def test_what_is_done_by_delegation_says_so_in_the_audit_and_in_the_thread(world, plan):
    task = plan.task()
    by = _acting(world, _lend(world, giver="Chi", receiver="Cường"))
    planning.report_progress(task, "Đã dự thảo kế hoạch.", by=by)
    assert "(TUQ.)" in AuditEntry.objects.latest("sequence").actor
    [line] = [line for line in thread_of(task) if "dự thảo" in line.text]
    assert line.author == "Công an xã Đăk Hà – Cường (TUQ.)"


def _cells(answer):
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    return {str(cell.value) for row in sheet.iter_rows() for cell in row}


def _lists_say(client, names, said):
    """The named list (optional columns shown) and its workbook say who did it, in few queries."""
    shown, workbook, columns = names
    with CaptureQueriesContext(connection) as asked:
        page = client.get(reverse(shown), {"cot": columns}).content.decode()
    assert len(asked) <= MOST_QUERIES
    assert said in page
    assert said in _cells(client.get(reverse(workbook), {"cot": columns}))


def test_lists_of_papers_name_the_borrower_with_the_capacity_that_was_lent(
    world, client_for, tmp_path
):
    lent = _lend(world)
    acting, client = _acting(world, lent), client_for(world.posting("An"))
    said = "Vân (TUQ. Cán bộ)"
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    receive_file(
        Upload(path.name, "txt", path.read_bytes(), "", read_paper(path, "txt")), by=acting
    )
    columns = ["so", "nguoi", "trang_thai"]
    _lists_say(client, ("intake:draft-list", "intake:draft-excel", columns), said)
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    publishing.draft_paper(round_, world.area("quang-ngai").pk, by=acting)
    columns = ["trich_yeu", "nguoi"]
    _lists_say(client, ("publishing:paper-list", "publishing:paper-excel", columns), said)


def test_acts_on_areas_and_decisions_name_the_borrower_and_own_acts_only_the_holder(
    world, client_for
):
    quy = world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR)
    acting = _acting(world, _lend(world, giver="Quý"))
    said = "Vân (TUQ. Cán bộ)"
    order = Order(Amend(world.area("ba-to").pk, name="Ba Tơ Mới"), NEXT_WEEK, "9/NQ-HĐND")
    made = area_changes.carry_out(order, by=acting)
    client = client_for(quy)
    names = ("org:change-list", "org:change-excel", ["viec", "nguoi_ghi"])
    _lists_say(client, names, said)
    area_undo.undo(made, by=world.actor("Quý"))
    page = client.get(reverse("org:change-detail", args=[made.pk])).content.decode()
    assert f"<dd>{said}</dd>" in page
    assert "<dd>Quý</dd>" in page
    committee(world, "dak-ha")
    decision = start_composition(KIND, world.area("dak-ha").pk, by=acting)
    shown = client.get(reverse("org:composition-detail", args=[decision.pk])).content.decode()
    assert said in shown


def test_an_ended_posting_lends_nothing(world):
    by = world.actor("An")
    Posting.objects.filter(pk=world.posting("An").pk).update(valid_to=NEXT_WEEK)
    with pytest.raises(Refused) as refusal:
        actions.delegate(
            world.posting("An"),
            world.posting("Vân").account,
            valid_from=NEXT_WEEK,
            valid_to=NEXT_WEEK + timedelta(days=2),
            paper_number="05/GUQ",
            paper_date=TODAY,
            by=by,
        )
    assert refusal.value.code == "posting_ended"


def test_the_list_is_searched_by_name_paper_day_and_state(world, client_for):
    _lend(world)
    _lend(
        world,
        valid_from=NEXT_WEEK,
        valid_to=NEXT_WEEK + timedelta(days=3),
        paper_number="06/GUQ-CAT",
    )
    _lend(world, valid_from=TODAY - timedelta(days=9), valid_to=TODAY, paper_number="04/GUQ-CAT")
    client = client_for(world.posting("An"))
    for asked, expected in (
        ({}, {"04", "05", "06"}),
        ({"tim": "van"}, {"04", "05", "06"}),
        ({"tim": "06/guq"}, {"06"}),
        ({"tim": "khac"}, set()),
        ({"trang_thai": "dang-hieu-luc"}, {"05"}),
        ({"trang_thai": "chua-bat-dau"}, {"06"}),
        ({"trang_thai": "da-het"}, {"04"}),
        ({"ngay": date_vn(TODAY - timedelta(days=1))}, {"04"}),
        ({"ngay": date_vn(NEXT_WEEK)}, {"06"}),
        ({"co_quan": "quang ngai"}, {"04", "05", "06"}),
    ):
        text = client.get(reverse(LIST), asked).content.decode()
        found = {number for number in ("04", "05", "06") if f"{number}/GUQ-CAT ngày" in text}
        assert found == expected, asked


def test_one_sees_only_delegations_of_ones_own_or_of_the_area_one_administers(world, client_for):
    lent = _lend(world)
    detail = reverse("org:delegation-detail", args=[lent.pk])
    admin = world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR)
    stranger = world.add_posting("Gia", "ca", "gia-lai", Role.ADMINISTRATOR)
    for posting, sees in (
        (world.posting("An"), True),
        (world.posting("Vân"), True),
        (admin, True),
        (world.posting("Bình"), False),
        (world.posting("Giang"), False),
        (stranger, False),
    ):
        client = client_for(posting)
        assert client.get(detail).status_code == (200 if sees else 404)
        assert ("05/GUQ-CAT" in client.get(reverse(LIST)).content.decode()) == sees


def test_the_list_as_a_workbook_holds_the_filtered_rows(world, client_for):
    _lend(world)
    _lend(world, valid_from=NEXT_WEEK, valid_to=NEXT_WEEK + timedelta(days=3), paper_number="06/X")
    answer = client_for(world.posting("An")).get(
        reverse("org:delegation-excel"), {"trang_thai": "dang-hieu-luc"}
    )
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert f"05/GUQ-CAT ngày {date_vn(TODAY)}" in cells
    assert not [cell for cell in cells if cell.startswith("06/X")]


def test_a_long_list_takes_few_queries(world, client_for):
    for number in range(60):
        start = TODAY + timedelta(days=10 * number)
        _lend(world, valid_from=start, valid_to=start + timedelta(days=3))
    client = client_for(world.posting("An"))
    with CaptureQueriesContext(connection) as asked:
        assert "60 dòng" in client.get(reverse(LIST)).content.decode()
    assert len(asked) <= MOST_QUERIES
