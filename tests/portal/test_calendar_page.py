"""*Lịch nghỉ, làm bù*: read by all, corrected by administrators from a file, step by step."""

import re
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.calendar import CalendarRow, DayKind
from phongtrao.core.errors import Forbidden, Refused
from phongtrao.core.inbox import InboxItem
from phongtrao.core.models import AuditEntry, CalendarDay
from phongtrao.core.working_days import work_calendar
from phongtrao.planning.rules import concretise_by
from phongtrao.portal import actions, queries, rules

pytestmark = pytest.mark.database

YEAR, IMPORT, PREVIEW = "/lich-nghi/", "/lich-nghi/nhap/", "/lich-nghi/nhap/xem-truoc/"
HEAD = "Ngày;Loại;Tên;Căn cứ\n"
GOOD = HEAD + (
    "11/02/2027;nghỉ;Tết Nguyên đán;123/TB-BNV\n"
    "04/02/2027;bình thường;;123/TB-BNV\n"
    "13/02/2027;làm bù;Làm bù Tết;123/TB-BNV\n"
    "01/01/2027;xác nhận năm;;123/TB-BNV\n"
)
AUTUMN = datetime(2026, 10, 1, 8, tzinfo=clock.VIETNAM)
SUMMER = datetime(2026, 9, 30, 8, tzinfo=clock.VIETNAM)
ROW = CalendarRow(date(2026, 12, 1), DayKind.OFF, "Nghỉ", "5/TB")


@pytest.fixture
def admin(world, client_for):
    """The browser of the administrator."""
    return client_for(world.posting("Quản"))


@pytest.fixture(autouse=True)
def _a_known_day():
    """The packaged table ends with 2027, which is not confirmed."""
    with clock.set_to(datetime(2026, 11, 26, 8, tzinfo=clock.VIETNAM)):
        yield


def _file(text, name="lich.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    return SimpleUploadedFile(name, data)


def _mark(client):
    return re.search(r'name="mark" value="(\w+)"', client.get(PREVIEW).content.decode())[1]


def _bring(client, once, text=GOOD):
    answer = client.post(IMPORT, {"_once": once(), "file": _file(text)})
    assert answer.status_code == 302, answer.content.decode()
    return _mark(client)


def _import(client, once, text=GOOD):
    mark = _bring(client, once, text)
    answer = client.post(PREVIEW, {"_once": once(), "mark": mark})
    assert answer.status_code == 302
    return answer


def _correct(world, *rows):
    with transaction.atomic():
        actions.correct_calendar(rows, seen=queries.proposal(rows).mark, by=world.actor("Quản"))


@pytest.mark.parametrize("name", ["An", "Bình", "Vân", "Chi", "Giang", "Kiểm", "Quản"])
def test_everybody_reads_the_year_with_its_papers(world, client_for, name):
    page = client_for(world.posting(name)).get(YEAR).content.decode()
    assert "24/11/2026" in page
    assert "Làm việc bù" in page
    assert "9441/TB-BNV" in page
    assert "Đã xác nhận" in page
    assert "Lịch nghỉ lễ, Tết năm 2027 chưa được xác nhận" in page
    assert ("/lich-nghi/nhap/" in page) == (name == "Quản")


def test_another_year_is_chosen_and_marked_as_unconfirmed(world, client_for):
    page = client_for(world.posting("An")).get(f"{YEAR}?nam=2027").content.decode()
    assert "06/02/2027" in page
    assert "Chưa xác nhận" in page
    assert "Đã xác nhận" not in page


@pytest.mark.parametrize("asked", ["abc", "99999", "-1", "%00", "2027'--", ""])
def test_a_year_that_is_not_there_shows_this_one(world, client_for, asked):
    answer = client_for(world.posting("An")).get(f"{YEAR}?nam={asked}")
    assert answer.status_code == 200
    assert "năm 2026" in answer.content.decode()


@pytest.mark.parametrize("name", ["An", "Bình", "Vân", "Chi", "Giang", "Kiểm"])
def test_other_roles_change_nothing(world, client_for, once, name):
    _correct(world, ROW)
    row = CalendarDay.objects.get()
    client = client_for(world.posting(name))
    assert client.get(IMPORT).status_code == 403
    assert client.get(PREVIEW).status_code == 403
    sent = {"_once": once(), "file": _file(GOOD)}
    assert client.post(IMPORT, sent).status_code == 403
    assert client.post(PREVIEW, {"_once": once(), "mark": "x"}).status_code == 403
    withdraw = f"/lich-nghi/dieu-chinh/{row.pk}/bo/"
    assert client.post(withdraw, {"_once": once()}).status_code == 403
    actor = world.actor(name)
    with pytest.raises(Forbidden):
        actions.correct_calendar([ROW], seen="", by=actor)
    with pytest.raises(Forbidden):
        actions.withdraw_correction(row, by=actor)
    assert list(CalendarDay.objects.all()) == [row]


def test_a_file_changes_nothing_before_its_preview_is_confirmed(admin, once):
    _bring(admin, once)
    page = admin.get(PREVIEW).content.decode()
    assert "11/02/2027" in page
    assert "Ngày nghỉ: Tết Nguyên đán (123/TB-BNV)" in page
    assert "Ngày nghỉ: Tết Nguyên đán (Dự kiến, chưa có thông báo chính thức)" in page
    assert "Đã xác nhận theo 123/TB-BNV" in page
    assert not CalendarDay.objects.exists()


def test_a_preview_names_the_guessed_days_that_a_confirmed_year_would_keep(admin, once):
    _bring(admin, once)
    page = admin.get(PREVIEW).content.decode()
    kept = page[page.index("Ngày không có trong tệp") :]
    assert "05/02/2027" in kept
    assert "04/02/2027" not in kept


def test_a_confirmed_file_holds_and_stands_in_the_chain(world, admin, once):
    answer = _import(admin, once)
    assert answer["Location"] == f"{YEAR}?nam=2027"
    page = admin.get(answer["Location"]).content.decode()
    assert "Đã ghi 4 điều chỉnh lịch làm việc." in page
    assert "Chưa xác nhận" not in page
    assert "chưa được xác nhận" not in page
    assert not work_calendar().is_working_day(date(2027, 2, 11))
    assert work_calendar().is_working_day(date(2027, 2, 4))
    entries = AuditEntry.objects.filter(verb="calendar.corrected")
    assert entries.count() == 4
    assert all(entry.actor == world.actor("Quản").label for entry in entries)
    assert not list(audit.faults())


def test_a_correction_changes_a_deadline_counted_afterwards_and_its_removal_takes_it_back(
    admin, once
):
    given_on = date(2026, 11, 30)
    before = concretise_by(given_on, work_calendar())
    _import(admin, once, HEAD + "01/12/2026;nghỉ;Nghỉ đột xuất;7/TB\n")
    assert concretise_by(given_on, work_calendar()) > before
    row = CalendarDay.objects.get()
    answer = admin.post(f"/lich-nghi/dieu-chinh/{row.pk}/bo/", {"_once": once()})
    assert answer["Location"] == f"{YEAR}?nam=2026"
    assert concretise_by(given_on, work_calendar()) == before
    (entry,) = AuditEntry.objects.filter(verb="calendar.correction_withdrawn")
    assert entry.auditpayload.payload["source"] == "7/TB"


def test_a_bad_file_keeps_nothing_and_names_every_row(admin, once):
    bad = HEAD + (
        "31/02/2027;nghỉ;A;1/TB\n"
        "01/03/2027;nghỉ;B;1/TB\n"
        "02/03/2027;lễ;C;1/TB\n"
        "03/03/2027;nghỉ;D;\n"
        "01/03/2027;nghỉ;E;1/TB\n"
    )
    answer = admin.post(IMPORT, {"_once": once(), "file": _file(bad)})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "dòng 2, 4, 5, 6" in page
    assert re.findall(r'class="numeric">(\d+)</td>', page) == ["2", "4", "5", "6"]
    assert "chưa nhập dòng nào" in page
    assert not CalendarDay.objects.exists()
    assert admin.get(PREVIEW)["Location"] == IMPORT


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "lich.csv"),
        (b"\x00\x01\x02", "lich.csv"),
        ("ngày;loại\n1/1/2027;nghỉ\n", "lich.csv"),
        (HEAD, "lich.csv"),
        ("ngày;loại;tên;căn cứ\n1/1/2027;nghỉ;\"mở;1\n", "lich.csv"),
        (GOOD.encode("cp1258", "replace"), "lich.csv"),
        ("x" * 300_000, "lich.txt"),
        (b"%PDF-1.4 garbage", "lich.pdf"),
        (b"MZ\x90\x00", "lich.exe"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_correction_is_refused_in_words(admin, once, content, name):
    answer = admin.post(IMPORT, {"_once": once(), "file": _file(content, name)})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not CalendarDay.objects.exists()


@pytest.mark.parametrize("name", ["../../lich.csv", "lich\x00.csv", "<b>.csv", "a" * 300 + ".csv"])
def test_a_hostile_file_name_does_no_harm(admin, once, name):
    answer = admin.post(IMPORT, {"_once": once(), "file": _file(GOOD, name)})
    assert answer.status_code in {302, 422}
    assert not CalendarDay.objects.exists()


def test_a_form_without_a_file_says_so(admin, once):
    answer = admin.post(IMPORT, {"_once": once()})
    assert answer.status_code == 422
    assert "Chưa chọn tệp nào" in answer.content.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_of_excel_are_read(admin, once, encoding):
    _import(admin, once, GOOD.encode(encoding))
    assert CalendarDay.objects.count() == 4


def test_a_double_click_writes_once(admin, once):
    mark = _bring(admin, once)
    sent = {"_once": once(), "mark": mark}
    first, second = admin.post(PREVIEW, sent), admin.post(PREVIEW, sent)
    assert first["Location"] == second["Location"]
    assert CalendarDay.objects.count() == 4
    assert AuditEntry.objects.filter(verb="calendar.corrected").count() == 4


def test_a_double_click_removes_once(world, admin, once):
    _correct(world, ROW)
    address = f"/lich-nghi/dieu-chinh/{CalendarDay.objects.get().pk}/bo/"
    sent = {"_once": once()}
    first, second = admin.post(address, sent), admin.post(address, sent)
    assert first["Location"] == second["Location"]
    assert AuditEntry.objects.filter(verb="calendar.correction_withdrawn").count() == 1


def test_the_same_file_again_has_nothing_to_change(admin, once):
    _import(admin, once)
    answer = admin.post(IMPORT, {"_once": once(), "file": _file(GOOD)})
    assert answer.status_code == 422
    assert "không có gì để thay đổi" in answer.content.decode()


def test_a_newer_correction_takes_the_place_of_the_older_one(world):
    _correct(world, ROW)
    newer = CalendarRow(ROW.day, DayKind.ORDINARY, "", "6/TB")
    _correct(world, newer)
    assert CalendarDay.objects.get().source == "6/TB"
    last = AuditEntry.objects.filter(verb="calendar.corrected").last()
    assert last.auditpayload.payload["replaced"]["source"] == "5/TB"


def test_a_preview_that_is_out_of_date_is_shown_again_and_nothing_is_written(world, admin, once):
    mark = _bring(admin, once)
    _correct(world, ROW)
    answer = admin.post(PREVIEW, {"_once": once(), "mark": mark})
    assert answer.status_code == 409
    assert "vừa thay đổi sau khi bạn xem trước" in answer.content.decode()
    assert CalendarDay.objects.count() == 1
    answer = admin.post(PREVIEW, {"_once": once(), "mark": _mark(admin)})
    assert answer.status_code == 302
    assert CalendarDay.objects.count() == 5


def test_a_wrong_mark_writes_nothing(world):
    with pytest.raises(Refused):
        actions.correct_calendar([ROW], seen="0" * 64, by=world.actor("Quản"))
    assert not CalendarDay.objects.exists()


@pytest.mark.parametrize("pk", ["1", "999999", "9" * 30])
def test_a_correction_that_is_not_there_is_not_found(admin, once, pk):
    assert admin.post(f"/lich-nghi/dieu-chinh/{pk}/bo/", {"_once": once()}).status_code == 404


def test_an_address_is_read_by_its_own_method_only(world, admin, once):
    _correct(world, ROW)
    assert admin.get(f"/lich-nghi/dieu-chinh/{CalendarDay.objects.get().pk}/bo/").status_code == 405
    assert admin.post(YEAR, {"_once": once()}).status_code == 405


def test_hostile_names_are_escaped(admin, once):
    _import(admin, once, HEAD + "01/12/2026;nghỉ;<script>alert(1)</script> %(x)s;=1+1\n")
    page = admin.get(f"{YEAR}?nam=2026").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; %(x)s" in page


def test_the_page_asks_few_queries_at_any_size(world, admin, django_assert_max_num_queries):
    asked = set()
    admin.get(YEAR)  # what is read once a session
    for days in (range(1, 4), range(4, 29)):
        _correct(
            world, *[CalendarRow(date(2026, 12, day), DayKind.OFF, "Nghỉ", "5/TB") for day in days]
        )
        with django_assert_max_num_queries(20) as counted:
            assert admin.get(f"{YEAR}?nam=2026").status_code == 200
        asked.add(len(counted))
    assert len(asked) == 1


def _reminders(world, name="Quản") -> list[InboxItem]:
    return queries.calendar_items(world.actor(name), clock.today())


def test_from_october_an_administrator_finds_the_missing_paper_in_his_inbox(world, admin):
    with clock.set_to(SUMMER):
        assert _reminders(world) == []
    with clock.set_to(AUTUMN):
        (item,) = _reminders(world)
        assert item.due_on == date(2026, 12, 31)
        assert item.tab == "waiting"
        assert "2027" in item.title
        page = admin.get("/").content.decode()
        assert "Lịch nghỉ lễ, Tết năm 2027 chưa được xác nhận" in page
        assert f"{YEAR}?nam=2027" in page


def test_a_year_that_began_unconfirmed_is_late_and_a_confirmed_one_is_silent(world, admin, once):
    with clock.set_to(datetime(2027, 1, 4, 8, tzinfo=clock.VIETNAM)):
        assert [item.tab for item in _reminders(world)] == ["late"]
    _import(admin, once)
    assert _reminders(world) == []


@pytest.mark.parametrize("name", ["An", "Bình", "Vân", "Kiểm"])
def test_nobody_else_is_reminded(world, name):
    assert _reminders(world, name) == []


def test_the_menu_leads_administrators_there_and_the_help_everybody(world, client_for, admin):
    entry = '<a href="/lich-nghi/" class="menu-link"'
    assert entry in admin.get("/").content.decode()
    client = client_for(world.posting("Chi"))
    assert entry not in client.get("/").content.decode()
    assert '<a href="/lich-nghi/">' in client.get("/tro-giup/").content.decode()
    assert rules.help_section(PREVIEW) == "lich-nghi"
