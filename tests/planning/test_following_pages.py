"""The pages around following tasks up: views, stars, the calendar, load, letters, forecast."""

import io
from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org import scope
from phongtrao.org.models import AreaLineage, AreaVersion, Body
from phongtrao.planning import actions, queries
from phongtrao.planning.actions import PartSpec
from phongtrao.planning.deadlines.rhythm import Rhythm
from phongtrao.planning.models import CalendarFeed, Task
from tests.world import MERGER

VIEWS = ("task-board", "task-week", "task-gantt")


def _url(name, *args):
    return reverse(f"planning:{name}", args=args)


def _text(answer):
    return answer.content.decode()


@pytest.fixture
def an(plan, client_for):
    """The officer of the province, signed in."""
    return client_for(plan.world.posting("An"))


@pytest.fixture
def chi(plan, client_for):
    """The officer of the commune, signed in."""
    return client_for(plan.world.posting("Chi"))


@pytest.fixture
def late(plan):
    """A late task of Đăk Hà, given twenty days ago."""
    with clock.set_to(clock.now() - timedelta(days=20)):
        return plan.task(due_on=plan.day(5), title="Rà soát mô hình tự quản")


def _communes(plan, count):
    """So many more communes in Quảng Ngãi, each with its police; only for counting queries."""
    parent, police = plan.world.area("quang-ngai"), plan.world.body("ca", "dak-ha").kind
    top = AreaVersion.objects.get(lineage=parent, valid_to=None)
    ids = range(10_000, 10_000 + count)
    AreaLineage.objects.bulk_create(AreaLineage(id=pk) for pk in ids)
    AreaVersion.objects.bulk_create(
        AreaVersion(
            lineage_id=pk, code=str(pk), name=f"Xã {pk}", type="xã", level="commune",
            parent=parent, path=f"{top.path}{pk:06d}/", name_folded=fold(f"xã {pk}"),
            sort_key=sort_key(f"xã {pk}"), valid_from=MERGER,
        )
        for pk in ids
    )  # fmt: skip
    Body.objects.bulk_create(
        Body(kind=police, area_id=pk, name=f"Công an xã {pk}", name_folded=str(pk),
             valid_from=MERGER)
        for pk in ids
    )  # fmt: skip
    scope.forget()


@pytest.mark.parametrize("name", VIEWS)
def test_each_view_shows_the_tasks_and_keeps_the_filters_of_the_list(an, plan, name):
    plan.task(title="Xây dựng kế hoạch", due_on=plan.day(0))
    plan.task(title="Tuyên truyền ngày hội", due_on=plan.day(0))
    whole, part = an.get(_url(name)), an.get(_url(name), {"tu_khoa": "ngay hoi"})
    assert "Xây dựng kế hoạch" in _text(whole)
    assert "Tuyên truyền ngày hội" in _text(part)
    assert "Xây dựng kế hoạch" not in _text(part)
    assert f'{_url("task-list")}?tu_khoa=ngay+hoi"' in _text(part).replace("%20", "+")


@pytest.mark.parametrize("name", VIEWS)
def test_another_province_sees_nothing_in_any_view(plan, client_for, name):
    plan.task(due_on=plan.day(0))
    page = client_for(plan.world.posting("Giang")).get(_url(name))
    assert "Xây dựng kế hoạch" not in _text(page)


def test_the_week_can_be_turned_and_shows_hours(an, plan):
    monday = date(2027, 3, 1)
    plan.task(title="Báo cáo nhanh", due_on=date(2027, 3, 4), due_time=time(16, 30))
    page = _text(an.get(_url("task-week"), {"tuan": "2027-W09"}))
    assert monday == date.fromisocalendar(2027, 9, 1)
    assert "Báo cáo nhanh" in page
    assert "16:30" in page
    assert "tuan=2027-W10" in page
    assert "Báo cáo nhanh" not in _text(an.get(_url("task-week"), {"tuan": "2027-W10"}))
    assert an.get(_url("task-week"), {"tuan": "vô lý"}).status_code == 200


def test_the_head_of_the_list_gives_the_four_classes_and_the_rate(an, plan, late):
    done = plan.reported()
    actions.confirm_completion(done, by=plan.actor("An"))
    page = _text(an.get(_url("task-list")))
    for words in ("Chưa hoàn thành – quá hạn", "Hoàn thành – đúng hạn", "50,0%", "1/2 nhiệm vụ"):
        assert words in page


def test_views_take_few_queries_whatever_the_number_of_tasks(
    an, plan, django_assert_max_num_queries
):
    for place in range(40):
        plan.task(title=f"Việc {place}", due_on=plan.day(place % 3))
    for name in (*VIEWS, "task-list"):
        with django_assert_max_num_queries(20):
            assert an.get(_url(name)).status_code == 200


def test_a_star_is_the_postings_own_and_filters_the_list(an, chi, plan, send):
    task = plan.task(title="Việc gắn sao")
    plan.task(title="Việc khác")
    for _twice in range(2):
        assert send(an, _url("task-star", task.pk), sao="1").status_code == 302
    starred = _text(an.get(_url("task-list"), {"sao": "co"}))
    assert "★ Việc gắn sao" in starred
    assert "Việc khác" not in starred
    assert "★ Việc" not in _text(chi.get(_url("task-list")))
    send(an, _url("task-star", task.pk), sao="0")
    assert "★ Việc" not in _text(an.get(_url("task-list")))


def test_a_calendar_address_is_shown_once_and_only_its_hash_is_kept(an, plan, send):
    task = plan.task(title="Việc trong lịch", due_on=plan.day(9))
    shown = _text(send(an, _url("calendarfeed-detail"), viec="tao"))
    address = shown.split("readonly>")[1].split("<")[0]
    token = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert token not in _text(an.get(_url("calendarfeed-detail")))
    assert CalendarFeed.objects.get().token_hash == queries.hash_of(token)
    read = Client().get(_url("calendarfeed-file", token))
    assert read["Content-Type"] == "text/calendar; charset=utf-8"
    text = read.content.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:Hạn: Việc trong lịch" in text
    assert f"DTSTART;VALUE=DATE:{task.due_on:%Y%m%d}" in text
    assert plan.world.posting("An").account.full_name not in text.replace("Công an", "")


def test_an_address_ends_when_it_is_revoked_replaced_or_the_posting_ends(plan):
    an = plan.actor("An")
    first = actions.make_feed(by=an)
    second = actions.make_feed(by=an)
    assert Client().get(_url("calendarfeed-file", first)).status_code == 404
    assert Client().get(_url("calendarfeed-file", second)).status_code == 200
    posting = plan.world.posting("An")
    posting.valid_to = clock.today()
    posting.save()
    assert Client().get(_url("calendarfeed-file", second)).status_code == 404
    third = actions.make_feed(by=plan.actor("Chi"))
    actions.revoke_feed(by=plan.actor("Chi"))
    assert Client().get(_url("calendarfeed-file", third)).status_code == 404
    assert Client().get(_url("calendarfeed-file", "doan-bua")).status_code == 404


def test_an_event_keeps_its_identity_when_its_day_moves(plan):
    task = plan.task()
    words = {"summary": "x", "description": "y", "url": "z"}
    before = queries.due_event(task, **words)
    asked = actions.ask_extension(
        task, asked_due_on=plan.day(20), reason="Mưa lũ", by=plan.actor("Chi")
    )
    actions.decide_extension(asked, grant=True, reason="", by=plan.actor("An"))
    after = queries.due_event(Task.objects.get(), **words)
    assert before.uid == after.uid
    assert after.changes > before.changes
    assert after.day == plan.day(20)


def test_a_typed_term_stands_on_the_task_with_its_rule(an, plan, send):
    answer = send(
        an,
        _url("task-assign"),
        programme=plan.programme.pk,
        title="Góp ý dự thảo",
        product="Văn bản góp ý",
        lead="Công an xã Đăk Hà",
        due_on=f"90 ngày làm việc kể từ ngày {plan.day(0):%d/%m/%Y}",
    )
    page = _text(an.get(answer["Location"]))
    assert "90 ngày làm việc" in page
    assert "Không tính" in page
    assert Task.objects.get().term.count == 90


def test_a_typed_rhythm_opens_a_series_whose_page_offers_to_stop_it(an, chi, plan, send):
    send(
        an,
        _url("task-assign"),
        programme=plan.programme.pk,
        title="Báo cáo tháng",
        product="Báo cáo",
        lead="Công an xã Đăk Hà",
        due_on="17 giờ, hằng tháng trước ngày 15",
    )
    task = Task.objects.get()
    assert task.due_time == time(17)
    assert task.due_on == Rhythm(1, 1, 15).next_on(clock.today())
    page = _url("series-detail", task.series_id)
    assert "Dừng lặp lại" in _text(an.get(page))
    assert "series-stop" not in _text(chi.get(page))
    send(an, _url("series-stop", task.series_id), paper="Công văn 9/CAT ngày 1/12/2026")
    assert "Đã dừng lặp lại" in _text(an.get(page))


def test_a_deadline_that_is_not_understood_says_how_to_write_it(an, plan, send):
    answer = send(an, _url("task-assign"), title="x", due_on="sớm nhất có thể")
    assert answer.status_code == 422
    assert "Chưa hiểu thời hạn này" in _text(answer)


def test_the_load_of_a_commune_counts_every_asker_and_every_part(an, plan, late):
    part = PartSpec(plan.world.body("mttq", "dak-ha"))
    far = {"due_on": plan.day(60)}
    plan.task(by="Dũng", lead=plan.world.body("ca", "ba-to"), parts=(part,), **far)
    plan.task(by="Trung", **far)
    rows = {row.name: row for row in queries.load_rows(plan.actor("An"))}
    queries.prepare_load(list(rows.values()), actor=plan.actor("An"))
    dak_ha = rows["Đăk Hà"]
    assert (dak_ha.open, dak_ha.led, dak_ha.shared) == (3, 2, 1)
    assert len(dak_ha.load.askers) == 3
    assert (dak_ha.load.late, dak_ha.load.later) == (1, 2)
    assert (rows["Ba Tơ"].open, rows["Lý Sơn"].open) == (1, 0)
    assert "Chư Sê" not in rows
    assert "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ngãi" in _text(an.get(_url("load-list")))


def test_the_load_of_3321_communes_takes_few_queries(
    plan, client_for, late, django_assert_max_num_queries
):
    _communes(plan, 3_321 - 4)
    trung = client_for(plan.world.posting("Trung"))
    with django_assert_max_num_queries(20):
        page = trung.get(_url("load-list"))
    assert "3.321 dòng" in _text(page)
    assert "xã Đăk Hà" in _text(page)
    book = trung.get(_url("load-excel"), {"chi_co_viec": "co"})
    sheet = load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
    assert [row[0].value for row in sheet.iter_rows(min_row=6)] == ["xã Đăk Hà"]


def test_a_letter_goes_from_the_form_to_its_number(an, chi, plan, late, send):
    assert "Rà soát mô hình tự quản" in _text(an.get(_url("urging-draft")))
    answer = send(an, _url("urging-draft"), tasks=[late.pk])
    page = answer["Location"]
    assert "Sao chép tin nhắn" in _text(an.get(page))
    assert chi.get(page).status_code == 404
    pk = int(page.rstrip("/").rsplit("/", 1)[1])
    word = an.get(reverse("publishing:urging-word", args=[pk]))
    assert b"".join(word.streaming_content)[:2] == b"PK"
    wrong = send(an, _url("urging-issue", pk), paper="", issued_on="x")
    assert wrong.status_code == 422
    send(an, _url("urging-issue", pk), paper="1250/CAT", issued_on=f"{plan.day(0):%d/%m/%Y}")
    assert "1250/CAT" in _text(an.get(_url("urging-list")))
    assert "Đôn đốc lần 1 theo 1250/CAT" in _text(chi.get(_url("task-detail", late.pk)))


def test_nothing_ticked_makes_no_letter_and_says_so(an, plan, late, send):
    answer = send(an, _url("urging-draft"))
    assert answer.status_code == 422
    assert "Hãy chọn ít nhất một nhiệm vụ" in _text(answer)


def test_the_forecast_is_for_standing_bodies_and_speaks_with_its_numbers(an, plan, client_for):
    with clock.set_to(clock.now() - timedelta(days=20)):
        for place in range(5):
            plan.task(due_on=plan.day(5), title=f"Việc cũ {place}")
    plan.task(title="Việc mới")
    page = _text(an.get(_url("forecast-list")))
    assert "5 trong 5 nhiệm vụ đã đến hạn bị quá hạn" in page
    assert "100%" in page
    front = client_for(plan.world.posting("Dũng"))
    assert front.get(_url("forecast-list")).status_code == 403
    assert "du-bao" not in _text(front.get(_url("load-list")))
