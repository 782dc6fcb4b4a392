"""Supervision by the Front, and what was made public: from the plan to the answer, in time."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from phongtrao.core import clock
from phongtrao.core.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    StaleVersion,
    TransitionRefused,
)
from phongtrao.core.formats import date_vn
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.working_days import work_calendar
from phongtrao.fieldwork.grassroots import actions, queries
from phongtrao.fieldwork.grassroots.models import Disclosure, Supervision
from phongtrao.fieldwork.grassroots.rules import Publicity, publicity, shortfalls, vocabulary
from phongtrao.fieldwork.grassroots.workflow import SUPERVISION, SupervisionState
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.planning.models import Programme
from tests.fieldwork.grassroots_cases import advised, answer, disclosure, supervision
from tests.world import World

pytestmark = pytest.mark.database


def _counts(world: World, *keys: str, kind: str = "mttq", body: str = "quang-ngai") -> Any:
    today = clock.today()
    asked = Asked(
        world.body(kind, body).pk,
        world.area(body).pk,
        today - timedelta(days=30),
        today,
        frozenset(keys),
    )
    return {found.cell: found.figure for found in queries.counts(asked)}


def test_a_supervision_counts_once_its_advice_is_out_and_at_its_own_level(
    world: World, programme: Programme
) -> None:
    supervision(world)
    assert _counts(world, "PH09") == {}
    advised(world)
    assert _counts(world, "PH09", "PH09.cap.tinh", "PH09.cap.xa") == {
        "PH09": 1,
        "PH09.cap.tinh": 1,
    }


def test_advice_on_its_own_is_no_supervision_of_the_indicator(
    world: World, programme: Programme
) -> None:
    found = supervision(world, kind="gop_y", method="gop_y_van_ban")
    sent = actions.Advice("", clock.today(), "Sửa mẫu báo cáo")
    actions.send_advice(found, sent, by=world.actor("Dũng"))
    assert _counts(world, "PH09") == {}


def test_only_the_front_supervises(world: World, programme: Programme) -> None:
    with pytest.raises(Forbidden):
        supervision(world, by="An", asked=world.body("ca", "dak-ha"))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"method": "hoi_nghi"}, "method"),
        ({"subject": "  "}, "subject"),
        ({"kind": "kiem_tra"}, "kind"),
        ({"ends_on": date(2020, 1, 1)}, "ends_on"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_at_its_field(
    world: World, programme: Programme, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        supervision(world, **facts)
    assert field in refusal.value.fields


def test_nobody_asks_himself(world: World, programme: Programme) -> None:
    with pytest.raises(InvalidInput):
        supervision(world, asked=world.body("mttq", "quang-ngai"))


def test_the_asked_body_sees_it_and_answers_and_others_do_not(
    world: World, programme: Programme
) -> None:
    found = advised(world)
    assert queries.supervision_for(world.actor("Chi"), found.pk)
    for stranger in ("Ba", "Giang"):
        with pytest.raises(NotFound):
            queries.supervision_for(world.actor(stranger), found.pk)
    with pytest.raises(Forbidden):
        actions.note_answer(found, answer(), by=world.actor("Ba"))
    done = actions.note_answer(found, answer(), by=world.actor("Chi"))
    assert done.state == SupervisionState.ANSWERED


def test_two_answers_at_once_do_not_overwrite_each_other(
    world: World, programme: Programme
) -> None:
    found = advised(world)
    before = Supervision.objects.get(pk=found.pk)
    actions.note_answer(found, answer(), by=world.actor("Chi"))
    with pytest.raises(StaleVersion):
        actions.note_answer(before, answer(), by=world.actor("Dũng"))


def test_an_answer_is_due_after_the_days_of_the_list_and_never_on_a_day_off(
    world: World, programme: Programme
) -> None:
    found = advised(world)
    assert found.advice_on is not None
    assert found.answer_by is not None
    least = found.advice_on + timedelta(days=vocabulary().answer_days)
    assert least <= found.answer_by <= least + timedelta(days=12)
    assert work_calendar().is_working_day(found.answer_by)


def test_a_wrong_answer_is_taken_back_with_a_reason(world: World, programme: Programme) -> None:
    found = actions.note_answer(advised(world), answer(), by=world.actor("Dũng"))
    with pytest.raises(InvalidInput):
        actions.take_answer_back(found, reason=" ", by=world.actor("Dũng"))
    again = actions.take_answer_back(found, reason="ghi nhầm văn bản", by=world.actor("Dũng"))
    assert (again.state, again.answered_on) == (SupervisionState.ADVICE_SENT, None)


def test_every_step_of_the_table_and_no_other_is_possible(
    world: World, programme: Programme
) -> None:
    by = world.actor("Dũng")
    acts: dict[str, Any] = {
        "begin": lambda row: actions.begin(row, by=by),
        "send_advice": lambda row: actions.send_advice(
            row, actions.Advice("", clock.today(), "Một điểm"), by=by
        ),
        "note_answer": lambda row: actions.note_answer(
            row, answer(answered_on=clock.today()), by=by
        ),
        "take_answer_back": lambda row: actions.take_answer_back(row, reason="nhầm", by=by),
        "call_off": lambda row: actions.call_off(row, reason="trùng kế hoạch", by=by),
    }
    assert set(acts) == {step.verb for step in SUPERVISION.transitions}
    ways = {
        "planned": (),
        "under_way": ("begin",),
        "advice_sent": ("send_advice",),
        "answered": ("send_advice", "note_answer"),
        "called_off": ("call_off",),
    }
    assert set(ways) == set(SUPERVISION.states)
    for state, way in ways.items():
        for verb, act in acts.items():
            row = supervision(world)
            for step in way:
                row = acts[step](row)
            if verb in SUPERVISION.verbs(state):
                assert act(row).state == SUPERVISION.target(verb, state)
            else:
                with pytest.raises(TransitionRefused):
                    act(row)


def test_the_database_holds_no_answer_without_advice(world: World, programme: Programme) -> None:
    found = supervision(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Supervision.objects.filter(pk=found.pk).update(state="answered")


def test_a_matter_is_due_five_working_days_after_its_decision_also_across_tet(
    world: World, programme: Programme
) -> None:
    found = disclosure(world, decided_on=date(2026, 2, 11))
    calendar = work_calendar()
    assert calendar.working_days_between(found.decided_on, found.due_on) == 5
    assert found.due_on > date(2026, 2, 20)


def test_what_is_late_or_posted_too_short_is_told(world: World, programme: Programme) -> None:
    today = clock.today()
    found = disclosure(
        world,
        published_on=today,
        ways=["niem_yet", "loa"],
        posted_until=today + timedelta(days=9),
        item=7,
        loudspeaker_days=1,
        decided_on=today - timedelta(days=30),
    )
    assert len(queries.shortfalls_of(found, today)) == 3
    lawful = disclosure(world, item=13, published_on=today, ways=["niem_yet"], decided_on=today)
    assert queries.shortfalls_of(lawful, today) == []


@given(
    posted=st.integers(0, 60),
    wait=st.integers(-5, 20),
    item=st.sampled_from([item.number for item in publicity().items]),
    loud=st.integers(0, 6),
)
def test_lawful_publications_have_no_shortfall_and_unlawful_ones_do(
    posted: int, wait: int, item: int, loud: int
) -> None:
    due = date(2026, 6, 10)
    published = due + timedelta(days=wait)
    done = Publicity(
        item, due, published, ("niem_yet", "loa"), published + timedelta(days=posted), loud
    )
    clause = publicity().item(item)
    assert clause is not None
    wrong = (wait > 0) + (posted < 29 and not clause.is_permanent)
    wrong += clause.on_loudspeaker and loud < 3
    assert len(shortfalls(done, published)) == wrong


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"item": 40}, "item"),
        ({"title": ""}, "title"),
        ({"ways": ["niem_yet"]}, "published_on"),
        ({"published_on": date(2026, 1, 1), "ways": ["loa"]}, "published_on"),
        ({"published_on": clock.today()}, "ways"),
        ({"published_on": clock.today(), "ways": ["truyen_mieng"]}, "ways"),
    ],
)
def test_a_publication_that_cannot_be_is_refused_at_its_field(
    world: World, programme: Programme, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        disclosure(world, **facts)
    assert field in refusal.value.fields


def test_the_list_by_clause_names_every_clause_and_counts_what_is_late(
    world: World, programme: Programme, desk: Any
) -> None:
    disclosure(world)
    lines = queries.item_lines(queries.disclosure_rows(world.actor("An")), clock.today())
    assert [line.item.number for line in lines] == list(range(1, 14))
    assert sum(line.entries for line in lines) == 1
    late = sum(line.late for line in lines)
    assert late == Disclosure.objects.filter(due_on__lt=clock.today()).count()
    page = desk("Chi").get("/dan-chu-co-so/cong-khai/danh-muc/").content.decode()
    assert "Khoản 13" in page


def test_what_waits_stands_in_the_inbox_of_whoever_has_to_act(
    world: World, programme: Programme
) -> None:
    advised(world)
    disclosure(world)
    titles = {
        who: [
            str(item.verb)
            for item in lines_of(queries.inbox_sources(world.actor(who), clock.today()))
        ]
        for who in ("Chi", "Dũng", "Ba")
    }
    assert titles == {"Chi": ["Trả lời", "Ghi việc công khai"], "Dũng": [], "Ba": []}


def _once(client: Client, address: str) -> str:
    html = client.get(address).content.decode()
    return html.split('name="_once" value="', 1)[1].split('"', 1)[0]


def test_a_sheet_of_matters_is_read_with_the_rules_of_the_screen(
    world: World, programme: Programme, desk: Any
) -> None:
    client, address = desk("Chi"), "/dan-chu-co-so/cong-khai/nhap-excel/"
    blank = b"".join(client.get("/dan-chu-co-so/cong-khai/tep-mau/").streaming_content)
    head = [cell.value for cell in load_workbook(BytesIO(blank)).active[1]]
    book = Workbook()
    day = date_vn(clock.today() - timedelta(days=1))
    item = "Khoản 2: Dự toán, tình hình thực hiện và quyết toán ngân sách"
    ways = "Hệ thống truyền thanh; Cổng, trang thông tin điện tử"
    row = [item, "Dự toán 2027", "QĐ 5", day, day, ways, "Trụ sở", "", "3", ""]
    for line in (head, row):
        book.active.append(line)
    kept = BytesIO()
    book.save(kept)
    kept.seek(0)
    kept.name = "cong-khai.xlsx"
    sent = client.post(address, {"file": kept, "_once": _once(client, address)})
    assert sent.status_code == 302, sent.content.decode()[:2000]
    made = Disclosure.objects.get()
    assert (made.item, made.ways, made.loudspeaker_days) == (2, ["cong_thong_tin", "loa"], 3)


def test_lists_and_pages_take_few_queries(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    found, public = advised(world), disclosure(world)
    addresses = ["", f"{found.pk}/", "cong-khai/", f"cong-khai/{public.pk}/", "cong-khai/danh-muc/"]
    for who in ("An", "Dũng"):
        client = desk(who)
        for address in addresses:
            with django_assert_max_num_queries(20):
                assert client.get(f"/dan-chu-co-so/{address}").status_code == 200


def test_every_kind_has_its_ways() -> None:
    kinds = {term.code for term in vocabulary().kinds}
    assert {term.group for term in vocabulary().methods} == kinds
