"""Sessions of communication: entered once, corrected, struck out, counted into reports."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import Workbook, load_workbook

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.outreach import actions, queries
from phongtrao.fieldwork.outreach.models import Session
from phongtrao.fieldwork.register.actions import strike_out
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.planning.models import Programme
from tests.fieldwork.outreach_cases import campaign, session, session_terms
from tests.world import World

pytestmark = pytest.mark.database


def _once(client: Client, address: str) -> str:
    html = client.get(address).content.decode()
    return html.split('name="_once" value="', 1)[1].split('"', 1)[0]


def _counts(world: World, *keys: str, body: str = "dak-ha") -> dict[str, int]:
    today = clock.today()
    asked = Asked(
        world.body("ca", body).pk,
        world.area(body).pk,
        today - timedelta(days=30),
        today,
        frozenset(keys),
    )
    return {found.cell: found.figure for found in queries.counts(asked)}


def test_a_session_counts_into_the_cells_of_a_report_by_form(
    world: World, programme: Programme
) -> None:
    session(world, attendances=120, sessions=2)
    session(world, attendances=30, form="loa")
    assert _counts(world, "TT01", "TT02", "TT01.hinh_thuc.loa") == {
        "TT01": 3,
        "TT02": 150,
        "TT01.hinh_thuc.loa": 1,
    }


def test_a_joint_session_counts_once_where_it_was_led(world: World, programme: Programme) -> None:
    session(world, partners=[world.body("mttq", "dak-ha"), world.body("ca", "ba-to")])
    assert _counts(world, "TT01", "PH02") == {"TT01": 1, "PH02": 1}
    assert _counts(world, "TT01", "PH02", body="ba-to") == {}


def test_what_is_struck_out_counts_nowhere_and_stays_readable(
    world: World, programme: Programme
) -> None:
    held = session(world)
    strike_out(held, reason="Ghi trùng", by=world.actor("Chi"))
    assert _counts(world, "TT01") == {}
    assert queries.session_for(world.actor("Chi"), held.pk).struck_reason == "Ghi trùng"


def test_a_strike_needs_a_reason_and_is_final(world: World, programme: Programme) -> None:
    held = session(world)
    with pytest.raises(InvalidInput):
        strike_out(held, reason="  ", by=world.actor("Chi"))
    strike_out(held, reason="Ghi nhầm", by=world.actor("Chi"))
    with pytest.raises(Forbidden):
        actions.change_session(held, session_terms(world), by=world.actor("Chi"))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"held_on": clock.today() + timedelta(days=1)}, "held_on"),
        ({"sessions": 0}, "sessions"),
        ({"attendances": -1}, "attendances"),
        ({"topic": "khong_co"}, "topic"),
        ({"form": "thu"}, "form"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    world: World, programme: Programme, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        session(world, **facts)
    assert field in refused.value.fields
    assert not Session.objects.exists()


def test_nobody_records_for_another_area(world: World, programme: Programme) -> None:
    with pytest.raises(InvalidInput) as refused:
        session(world, by="Chi", area="ba-to")
    assert "area" in refused.value.fields


def test_two_who_correct_at_once_do_not_overwrite_each_other(
    world: World, programme: Programme
) -> None:
    held, chi = session(world), world.actor("Chi")
    actions.change_session(held, session_terms(world, attendances=90), by=chi, expected_version=1)
    with pytest.raises(StaleVersion):
        actions.change_session(
            held, session_terms(world, attendances=80), by=chi, expected_version=1
        )


def test_superiors_and_partners_see_a_session_and_other_provinces_do_not(
    world: World, programme: Programme
) -> None:
    held = session(world, partners=[world.body("ca", "ba-to")])
    for name in ("An", "Chi", "Ba", "Dũng"):
        assert queries.session_for(world.actor(name), held.pk).pk == held.pk
    with pytest.raises(NotFound):
        queries.session_for(world.actor("Giang"), held.pk)


def test_a_session_of_a_campaign_adds_to_it(world: World, programme: Programme) -> None:
    planned = campaign(world)
    session(world, campaign=planned, attendances=70)
    found = queries.campaign_for(world.actor("An"), planned.pk)
    assert (found.session_count, found.attendance_count) == (1, 70)


def test_the_next_session_begins_as_the_last_one(world: World, desk: Any) -> None:
    session(world, topic="giao_thong", audience="hoc_sinh", venue="Trường THCS")
    html = desk("Chi").get("/tuyen-truyen/ghi/").content.decode()
    assert '<option value="giao_thong" selected>' in html
    assert '<option value="hoc_sinh" selected>' in html
    assert 'value="Trường THCS"' in html


def test_a_list_of_persons_is_refused_in_words(
    world: World, programme: Programme, desk: Any
) -> None:
    client = desk("Chi")
    sent = {
        "_once": _once(client, "/tuyen-truyen/ghi/"),
        "programme": programme.pk,
        "held_on": date_vn(clock.today()),
        "form": "truc_tiep",
        "topic": "phap_luat",
        "audience": "khu_dan_cu",
        "attendances": "3",
        "note": "Nguyễn Văn Bình, sinh năm 1980, CCCD 001080012345; Trần Thị Cúc 1975",
    }
    answer = client.post("/tuyen-truyen/ghi/", sent)
    assert answer.status_code == 422
    assert not Session.objects.exists()


def test_a_sheet_is_read_with_the_rules_of_the_screen(world: World, desk: Any) -> None:
    client = desk("Chi")
    book = load_workbook(BytesIO(b"".join(client.get("/tuyen-truyen/tep-mau/").streaming_content)))
    titles = [str(cell.value).removesuffix(" *") for cell in book.worksheets[0][1]]
    good = {
        "Ngày tổ chức": date_vn(clock.today()),
        "Hình thức": "Trực tiếp",
        "Chủ đề": "Phòng, chống ma túy, tệ nạn xã hội",
        "Nhóm người dự": "Học sinh, sinh viên",
        "Số lượt người dự": 1200,
    }
    refused = _sheet_sent(client, titles, [good, good | {"Số lượt người dự": "nhiều"}])
    assert "Số lượt người dự" in refused.content.decode()
    assert not Session.objects.exists()
    taken = _sheet_sent(client, titles, [good, good | {"Số buổi": 2}])
    assert taken.status_code == 302
    assert [row.sessions for row in Session.objects.order_by("pk")] == [1, 2]
    assert {row.attendances for row in Session.objects.all()} == {1200}


def _sheet_sent(client: Client, titles: list[str], rows: list[dict[str, Any]]) -> Any:
    book = Workbook()
    book.active.append(titles)
    for row in rows:
        book.active.append([row.get(title) for title in titles])
    file = BytesIO()
    book.save(file)
    file.seek(0)
    file.name = "buoi.xlsx"
    once = _once(client, "/tuyen-truyen/nhap-excel/")
    return client.post("/tuyen-truyen/nhap-excel/", {"_once": once, "file": file})


def test_the_page_of_a_session_leads_to_its_campaign_where_the_reader_may_open_it(
    world: World, programme: Programme, desk: Any
) -> None:
    planned = campaign(world)
    held = session(world, campaign=planned)
    link = f'href="/tuyen-truyen/dot/{planned.pk}/"'
    for name, leads in (("An", True), ("Chi", False)):
        page = desk(name).get(f"/tuyen-truyen/{held.pk}/").content.decode()
        assert planned.title in page
        assert (link in page) is leads, name
