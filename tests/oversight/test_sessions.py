"""Sessions of an inspection: their days, who attended, who sees them, their minutes."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    Refused,
    StaleVersion,
    TransitionRefused,
)
from phongtrao.core.inbox_sources import lines_of
from phongtrao.org.actions import open_work
from phongtrao.oversight import actions, queries
from phongtrao.oversight.models import InspectionSession
from phongtrao.oversight.workflow import SESSION
from phongtrao.planning.models import Programme
from phongtrao.publishing.layout_check.check import check
from tests.oversight import inspection_cases, session_cases
from tests.publishing.docx_text import docx_of, text_of
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
DAY = timedelta(days=1)


def _sees(world: World, name: str, session: InspectionSession) -> bool:
    try:
        queries.session_for(world.actor(name), session.pk)
    except NotFound:
        return False
    return True


def test_a_session_moved_twice_keeps_both_moves_with_their_reasons(
    world: World, programme: Programme
) -> None:
    made, by = session_cases.session(world), world.actor("An")
    first = made.held_on
    made = actions.move_session(made, day=first + DAY, starts_at=made.starts_at, reason="Mưa",
                                by=by)  # fmt: skip
    made = actions.move_session(made, day=first + DAY, starts_at=time(14), reason="Trùng", by=by)
    assert [(row.from_day, row.to_day, row.reason) for row in made.moves.all()] == [
        (first, first + DAY, "Mưa"),
        (first + DAY, first + DAY, "Trùng"),
    ]
    for wrong in ({"reason": " "}, {"day": made.held_on, "starts_at": time(14)}):
        asked: dict[str, Any] = {"day": first, "reason": "-", "starts_at": None} | wrong
        with pytest.raises(InvalidInput):
            actions.move_session(made, by=by, **asked)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"held_on": clock.today() - timedelta(days=4)}, "held_on"),
        ({"bodies": []}, "bodies"),
        ({"title": " "}, "title"),
        ({"presider_post": ""}, "presider_post"),
    ],
)
def test_a_session_before_the_decision_or_with_nobody_is_refused_at_its_field(
    world: World, programme: Programme, facts: dict[str, Any], field: str
) -> None:
    inspection = inspection_cases.under_way(world)
    with pytest.raises(InvalidInput) as refused:
        session_cases.session(world, inspection, **facts)
    assert field in refused.value.fields
    with pytest.raises(InvalidInput):
        session_cases.session(world, inspection, bodies=[world.body("ca", "ba-to")])


def test_without_a_decision_there_is_no_session(world: World, programme: Programme) -> None:
    with pytest.raises(Forbidden):
        session_cases.session(world, inspection_cases.planned(world))


def test_nothing_is_held_before_its_day_or_with_nobody_there(
    world: World, programme: Programme
) -> None:
    by, later = world.actor("An"), session_cases.session(world, held_on=clock.today() + DAY)
    with pytest.raises(Refused):
        actions.hold_session(later, session_cases.what_was(world), by=by)
    made = session_cases.session(world, later.entry)
    own, other = world.body("mttq", "quang-ngai"), world.body("ca", "dak-ha")
    there = actions.Attended("doan", own, "Phó Chủ tịch")
    for lines in (
        [],
        [there],
        [there, actions.Attended("duoc_kiem_tra", other, "Trưởng Công an xã", 0)],
        [there, actions.Attended("duoc_kiem_tra", other, " ")],
    ):
        with pytest.raises(InvalidInput) as refused:
            actions.hold_session(made, session_cases.what_was(world, attendances=lines), by=by)
        assert set(refused.value.fields) <= {"delegation", "inspected"}
    made.refresh_from_db()
    assert made.state == "planned"


def test_every_step_of_the_table_and_no_other_is_possible(
    world: World, programme: Programme
) -> None:
    by, inspection = world.actor("An"), inspection_cases.under_way(world)
    acts: dict[str, Any] = {
        "move": lambda row: actions.move_session(row, day=row.held_on + DAY, reason="Mưa", by=by),
        "hold": lambda row: actions.hold_session(row, session_cases.what_was(world), by=by),
        "call_off": lambda row: actions.call_off_session(row, reason="Bão", by=by),
    }
    assert set(acts) == {step.verb for step in SESSION.transitions}
    for state, way in {"planned": (), "held": ("hold",), "called_off": ("call_off",)}.items():
        for verb, act in acts.items():
            row = session_cases.session(world, inspection)
            for step in way:
                row = acts[step](row)
            if verb in SESSION.verbs(state):
                assert act(row).state == SESSION.target(verb, state)
            else:
                with pytest.raises(TransitionRefused):
                    act(row)


def test_the_inspected_see_their_own_sessions_and_the_delegation_all_of_them(
    world: World, programme: Programme
) -> None:
    second = world.body("ca", "ly-son")
    inspection = inspection_cases.under_way(world, inspected=[world.body("ca", "dak-ha"), second])
    ours = session_cases.session(world, inspection)
    theirs = session_cases.session(world, inspection, bodies=[second])
    assert [_sees(world, "Chi", each) for each in (ours, theirs)] == [True, False]
    assert [_sees(world, "Ba", each) for each in (ours, theirs)] == [True, True]
    assert not _sees(world, "Giang", ours)
    with pytest.raises(Forbidden):
        actions.call_off_session(ours, reason="-", by=world.actor("Chi"))


def test_a_successor_reads_the_sessions_and_documents_of_the_body_it_took_over(
    world: World, programme: Programme
) -> None:
    made = session_cases.held(world)
    document = session_cases.document(world, made.entry)
    line = session_cases.checked(world, made.entry)
    old, new = world.body("ca", "dak-ha"), world.body("ca", "ly-son")
    assert not _sees(world, "Lý", made)
    open_work.hand_over({old.pk: new.pk}, {})
    assert _sees(world, "Lý", made)
    assert queries.document_for(world.actor("Lý"), document.pk)
    line.refresh_from_db()
    assert line.body_id == new.pk
    assert made.attendances.filter(body=old).exists()


def test_a_body_that_was_met_stays_inspected(world: World, programme: Programme) -> None:
    second = world.body("ca", "ly-son")
    made = session_cases.session(
        world,
        inspection_cases.under_way(world, inspected=[world.body("ca", "dak-ha"), second]),
    )
    only = inspection_cases.terms(world, inspected=[second])
    with pytest.raises(InvalidInput) as refused:
        actions.change_inspection(made.entry, only, by=world.actor("An"))
    assert "inspected" in refused.value.fields
    kept = inspection_cases.terms(world)
    actions.change_inspection(made.entry, kept, by=world.actor("An"))


def test_minutes_are_drafted_from_what_was_recorded(world: World, programme: Programme) -> None:
    made = session_cases.held(world)
    session_cases.document(world, made.entry)
    session_cases.document(
        world, made.entry, state="refused", reason="Đang kiểm kê", subject="Sổ họp"
    )
    session_cases.checked(world, made.entry)
    text = queries.drafted_minutes(made)
    for told in (
        "Đoàn kiểm tra: 3 người",
        "Trưởng Công an xã (5)",
        "Làm rõ việc ký kết",
        "01/CTrPH; Công an xã Đăk Hà; Chương trình phối hợp cấp xã",
        "Sổ họp (từ chối cung cấp: Đang kiểm kê)",
        "còn tồn tại, hạn chế.",
        "+ Tồn tại, hạn chế: Chưa ký kết với đủ tổ chức thành viên",
        "- Chưa kiểm tra: Lãnh đạo, chỉ đạo công tác phối hợp; ",
    ):
        assert told in text


def test_minutes_keep_every_version_until_they_are_approved_and_two_writers_lose_nothing(
    world: World, programme: Programme
) -> None:
    made, by = session_cases.held(world), world.actor("An")
    version = made.row_version
    one = actions.save_session_minutes(made, text="Bản một", by=by, expected_version=version)
    with pytest.raises(StaleVersion) as stale:
        actions.save_session_minutes(made, text="Bản khác", by=by, expected_version=version)
    assert (stale.value.mine, stale.value.theirs) == (
        {"Biên bản": "Bản khác"},
        {"Biên bản": "Bản một"},
    )
    two = actions.save_session_minutes(one, text="Bản hai", by=by)
    assert [row.text for row in two.versions.all()] == ["Bản hai", "Bản một"]
    closed = actions.approve_session_minutes(two, by=by)
    for late in (
        lambda: actions.save_session_minutes(closed, text="Bản ba", by=by),
        lambda: actions.hold_session(closed, session_cases.what_was(world), by=by),
        lambda: actions.change_session(closed, session_cases.terms(world), by=by),
    ):
        with pytest.raises(Refused):
            late()
    with pytest.raises(IntegrityError), transaction.atomic():
        InspectionSession.objects.filter(pk=made.pk).update(minutes="")


def test_the_inspected_read_the_minutes_once_approved_as_word_laid_out_by_the_rules(
    world: World, programme: Programme, desk: Any
) -> None:
    made = session_cases.held(world)
    session_cases.checked(world, made.entry)
    text = queries.drafted_minutes(made)
    made = actions.save_session_minutes(made, text=text, by=world.actor("An"))
    address = reverse("publishing:session-minutes-word", args=[made.pk])
    page = f"/kiem-tra/buoi-lam-viec/{made.pk}/"
    assert desk("Chi").get(address).status_code == 409
    assert "Làm rõ việc ký kết" in desk("Chi").get(page).content.decode()
    assert "đọc lại" not in desk("Chi").get(page).content.decode()
    actions.approve_session_minutes(made, by=world.actor("An"))
    word = docx_of(desk("Chi").get(address))
    assert "Trưởng Công an xã (5)" in text_of(word)
    assert "Quyết định 12/QĐ-BCĐ" in text_of(word)
    assert check(word) == []
    assert desk("Giang").get(address).status_code == 404


def test_sessions_of_the_week_wait_for_both_sides_and_missing_minutes_for_those_in_charge(
    world: World, programme: Programme
) -> None:
    inspection = inspection_cases.under_way(world)
    session_cases.session(world, inspection, held_on=clock.today() + timedelta(days=7))
    session_cases.session(world, inspection, held_on=clock.today() + timedelta(days=8))
    session_cases.held(world, inspection)
    found = {
        name: [
            str(item.verb)
            for item in lines_of(queries.inbox_sources(world.actor(name), clock.today()))
        ]
        for name in ("An", "Chi", "Giang")
    }
    assert found == {"An": ["Chuẩn bị", "Ghi, duyệt biên bản"], "Chi": ["Chuẩn bị"], "Giang": []}


def _once(client: Any, address: str) -> str:
    html: str = client.get(address).content.decode()
    return html.split('name="_once" value="', 1)[1].split('"', 1)[0]


def test_the_pages_lead_from_the_plan_of_a_session_to_its_approved_minutes(
    world: World, programme: Programme, desk: Any
) -> None:
    inspection, client = inspection_cases.under_way(world), desk("An")
    address = f"/kiem-tra/{inspection.pk}/buoi-lam-viec/ghi/"
    front, commune = world.body("mttq", "quang-ngai"), world.body("ca", "dak-ha")
    sent = {
        "_once": _once(client, address),
        "title": "Làm việc với xã",
        "held_on": clock.today().strftime("%d/%m/%Y"),
        "starts_at": "8h30",
        "bodies": [commune.pk],
        "presider_body": front.name,
        "presider_post": "Phó Chủ tịch",
    }
    page = client.post(address, sent)["Location"]
    assert "08:30" in client.get(page).content.decode()
    was = {
        "_once": _once(client, f"{page}da-lam-viec/"),
        "row_version": 1,
        "delegation": f"{front.name}: Phó Chủ tịch",
        "inspected": f"{commune.name}: Trưởng Công an xã: 5\nBCĐ 138 huyện Tư Nghĩa: Phó ban",
    }
    assert client.post(f"{page}da-lam-viec/", was | {"inspected": "Ai: "}).status_code == 422
    was["_once"] = _once(client, f"{page}da-lam-viec/")
    assert client.post(f"{page}da-lam-viec/", was).status_code == 302
    html = client.get(f"{page}bien-ban/").content.decode()
    assert "Cơ quan được kiểm tra: 6 người" in html
    assert "- BCĐ 138 huyện Tư Nghĩa: Phó ban (1)" in html
    saved = {"_once": _once(client, f"{page}bien-ban/"), "row_version": 2, "text": "Biên bản"}
    assert client.post(f"{page}bien-ban/", saved).status_code == 302
    approved = {"_once": _once(client, page), "row_version": 3}
    assert client.post(f"{page}duyet/", approved).status_code == 302
    assert "Đã duyệt ngày" in client.get(page).content.decode()
    assert "Đã có biên bản" in client.get(f"/kiem-tra/{inspection.pk}/").content.decode()


def test_pages_take_few_queries_at_any_number_of_sessions_documents_and_lines(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    inspection = inspection_cases.under_way(world)
    made = session_cases.held(world, inspection)
    for place in range(12):
        session_cases.session(world, inspection, title=f"Buổi {place}")
        session_cases.document(world, inspection, subject=f"Tài liệu {place}", session=made)
    for code in ("ky_ket", "chi_dao", "mo_hinh"):
        session_cases.checked(world, inspection, criterion=code, session=made)
    client = desk("An")
    client.get("/thong-bao/")  # a session is written once, whichever page is first
    pages = (f"{inspection.pk}/", f"{inspection.pk}/tai-lieu/", f"{inspection.pk}/bang-kiem/",
             f"buoi-lam-viec/{made.pk}/", f"buoi-lam-viec/{made.pk}/bien-ban/")  # fmt: skip
    for address in pages:
        with django_assert_max_num_queries(20):
            assert client.get(f"/kiem-tra/{address}").status_code == 200
