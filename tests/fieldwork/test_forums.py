"""Forums and remarks: who answers by when, what counts, what changes hands, what is public."""

import io
import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from openpyxl import Workbook

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused, TransitionRefused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.fieldwork.forums import actions, queries
from phongtrao.fieldwork.forums.models import Forum, Remark
from phongtrao.fieldwork.register.actions import strike_out
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.actions import open_work
from phongtrao.planning.models import Programme
from tests.fieldwork.forum_cases import TEXT, assigned, forum, remark, terms
from tests.world import World

pytestmark = pytest.mark.database
CELLS = ("TT19", "TT19.cap.tinh", "TT19.cap.xa", "TT20", "TT21", "TT21.linh_vuc.trat_tu",
         "TT21.linh_vuc.mang")  # fmt: skip


def _counts(world: World, kind: str = "ca") -> dict[str, Count]:
    day = clock.today()
    body, area = world.body(kind, "quang-ngai").pk, world.area("quang-ngai").pk
    asked = Asked(body, area, day - timedelta(days=30), day, frozenset(CELLS))
    return {found.cell: found for found in queries.counts(asked)}


def test_a_forum_is_planned_held_and_concluded_by_its_notice(
    world: World, programme: Programme
) -> None:
    an, today = world.actor("An"), clock.today()
    planned = forum(world, attendances=None, held_on=today - timedelta(days=2))
    with pytest.raises(Refused):
        remark(world, planned)
    with pytest.raises(TransitionRefused):
        actions.conclude_forum(planned, notice_paper="Số 1/TB", concluded_on=today, by=an)
    actions.hold_forum(planned, held_on=today - timedelta(days=1), attendances=90, by=an)
    early = today - timedelta(days=5)
    for paper, day in (("", today), ("Số 1/TB", early), ("Số 1/TB", today + timedelta(days=1))):
        with pytest.raises(InvalidInput):
            actions.conclude_forum(planned, notice_paper=paper, concluded_on=day, by=an)
    done = actions.conclude_forum(planned, notice_paper="Số 1/TB", concluded_on=today, by=an)
    assert (done.state, done.attendances) == ("concluded", 90)


def test_the_indicators_count_what_their_names_say_and_lead_to_the_rows(
    world: World, programme: Programme, desk: Any
) -> None:
    front = world.body("mttq", "quang-ngai")
    held = forum(world, partners=[front])
    forum(world, kind="mat_tran", theme="Mặt trận lắng nghe", attendances=60)
    forum(world, attendances=None, theme="Chưa tổ chức")
    forum(world, level="xa", theme="Ở một xã", attendances=50)
    remark(world, held)
    remark(world, held, matter="mang", text="Đề nghị hướng dẫn cách nhận biết trang giả mạo.")
    found = _counts(world)
    assert {cell: each.figure for cell, each in found.items()} == {
        "TT19": 2, "TT19.cap.tinh": 1, "TT19.cap.xa": 1, "TT20": 190,
        "TT21": 2, "TT21.linh_vuc.trat_tu": 1, "TT21.linh_vuc.mang": 1,
    }  # fmt: skip
    assert not _counts(world, "mttq")
    html = desk("An").get(found["TT19"].address).content.decode()
    assert "2 dòng" in html
    assert "Mặt trận lắng nghe<" not in html
    assert "1 dòng" in desk("An").get(found["TT19.cap.xa"].address).content.decode()
    assert "1 dòng" in desk("An").get(found["TT21.linh_vuc.mang"].address).content.decode()


def test_a_remark_is_given_to_the_body_whose_competence_it_is_answered_and_published(
    world: World, programme: Programme
) -> None:
    an, chi, today = world.actor("An"), world.actor("Chi"), clock.today()
    given = assigned(world, forum(world))
    world.add_posting("Lan", "ca", "dak-ha", "leader")
    for name, verb in (("Chi", "Trả lời"), ("Lan", "Xem")):
        items = lines_of(queries.inbox_sources(world.actor(name), today))
        assert [(item.title, str(item.verb)) for item in items] == [(TEXT, verb)]
    with pytest.raises(Forbidden):
        actions.publish_answer(given, published_on=today, published_at="Bảng tin", by=chi)
    with pytest.raises(InvalidInput):
        actions.answer_remark(
            given, answer_text="Đã lắp.", answer_paper=" ", answered_on=today, by=chi
        )
    actions.reply_first(given, replied_on=today, note="Đang khảo sát.", by=chi)
    answered = actions.answer_remark(
        given, answer_text="Đã lắp 12 đèn.", answer_paper="Số 5/CAX", answered_on=today, by=chi
    )
    assert not lines_of(queries.inbox_sources(chi, today))
    assert answered.answered_on <= answered.due_on
    closed = actions.publish_answer(answered, published_on=today, published_at="Bảng tin", by=an)
    assert closed.state == "published"
    with pytest.raises(TransitionRefused):
        actions.correct_answer(closed, note="Ghi nhầm", by=an)


def test_the_days_run_from_the_forum_and_stay_when_a_remark_is_passed_on(
    world: World, programme: Programme
) -> None:
    with clock.set_to(datetime(2026, 11, 10, 9, tzinfo=clock.VIETNAM)):
        given = assigned(world, forum(world, held_on=date(2026, 11, 2)))
        chi, other = world.actor("Chi"), world.body("ubnd", "dak-ha")
        assert (given.first_due_on, given.due_on) == (date(2026, 11, 16), date(2026, 12, 2))
        with pytest.raises(InvalidInput):
            actions.pass_on_remark(given, other, note="", by=chi)
        passed = actions.pass_on_remark(given, other, note="Thuộc Ủy ban nhân dân xã", by=chi)
        assert (passed.assigned_to, passed.due_on) == (other, date(2026, 12, 2))
        with pytest.raises(Forbidden):
            actions.reply_first(passed, replied_on=clock.today(), note="Đã nhận", by=chi)
        with pytest.raises(InvalidInput):
            actions.pass_on_remark(
                passed, world.body("ca", "chu-se"), note="Ở tỉnh khác", by=world.actor("An")
            )
    assert [step.verb for step in passed.steps.all()] == ["assign", "pass_on"]


def test_a_wrong_answer_is_taken_back_with_its_reason_before_it_is_public(
    world: World, programme: Programme
) -> None:
    an = world.actor("An")
    spoken = remark(world, forum(world), answer_text="Đã ghi nhận, làm ngay trong tuần.")
    assert (spoken.state, spoken.answered_on) == ("on_spot", spoken.forum.held_on)
    back = actions.correct_answer(spoken, note="Ghi nhầm ý kiến", by=an)
    assert (back.state, back.answer_text, back.answered_on) == ("noted", "", None)
    assert back.steps.last().note == "Ghi nhầm ý kiến"


def test_the_database_itself_refuses_a_remark_closed_without_an_answer(
    world: World, programme: Programme
) -> None:
    noted = remark(world, forum(world))
    for state in ("on_spot", "answered", "published", "assigned"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Remark.objects.filter(pk=noted.pk).update(state=state)


def test_answers_are_seen_by_those_who_take_part_and_by_nobody_elsewhere(
    world: World, programme: Programme
) -> None:
    held = forum(world, partners=[world.body("mttq", "quang-ngai")])
    given = assigned(world, held)
    for name in ("An", "Chi", "Dũng"):
        assert queries.remark_for(world.actor(name), given.pk) == given
        assert queries.forum_for(world.actor(name), held.pk) == held
    for found in (queries.remark_for, queries.forum_for):
        with pytest.raises(NotFound):
            found(world.actor("Giang"), held.pk)


def test_the_public_list_holds_published_answers_alone(
    world: World, programme: Programme, desk: Any
) -> None:
    an, today = world.actor("An"), clock.today()
    held = forum(world)
    remark(world, held, answer_text="Sẽ tuần tra từ 22 giờ.")
    remark(world, held, text="Đề nghị thông báo lịch cấp điện.")
    assert actions.publish_all(held, published_on=today, published_at="Loa xã", by=an) == 1
    with pytest.raises(InvalidInput):
        actions.publish_all(held, published_on=today, published_at="Loa xã", by=an)
    html = desk("Chi").get(f"/dien-dan/{held.pk}/tra-loi/")
    assert html.status_code == 404
    page = desk("An").get(f"/dien-dan/{held.pk}/tra-loi/").content.decode()
    assert "Sẽ tuần tra từ 22 giờ." in page
    assert "lịch cấp điện" not in page
    assert "Còn 1 ý kiến" in page
    assert desk("An").get(f"/dien-dan/{held.pk}/tra-loi/xuat-excel/").status_code == 200


def test_a_struck_remark_counts_nowhere_and_a_forum_with_remarks_stays(
    world: World, programme: Programme
) -> None:
    an, held = world.actor("An"), forum(world)
    noted = remark(world, held)
    with pytest.raises(Refused):
        actions.strike_forum(held, reason="Ghi trùng", by=an)
    strike_out(noted, reason="Ghi trùng", by=an)
    assert "TT21" not in _counts(world)
    assert actions.strike_forum(held, reason="Ghi trùng", by=an).is_struck
    assert not _counts(world)


def test_people_shown_another_way_are_a_number_that_small_only_the_forums_body_reads(
    world: World, programme: Programme, desk: Any
) -> None:
    held = forum(world, partners=[world.body("mttq", "quang-ngai")])
    an, dung = world.actor("An"), world.actor("Dũng")
    actions.note_guided(held, {"to_cao": 4, "khieu_nai": 12, "tin_bao": 0}, by=an)
    assert [(each.way.code, each.people) for each in queries.guided_of(an, held)] == [
        ("khieu_nai", 12), ("to_cao", 4)]  # fmt: skip
    assert [each.people for each in queries.guided_of(dung, held)] == [12, None]
    with pytest.raises(Forbidden):
        actions.note_guided(held, {"to_cao": 5}, by=dung)


def test_open_remarks_change_hands_with_the_bodies_that_hold_them(
    world: World, programme: Programme
) -> None:
    given = assigned(world, forum(world))
    closed = assigned(world, given.forum)
    today = clock.today()
    actions.answer_remark(
        closed, answer_text="Xong.", answer_paper="Số 1", answered_on=today, by=world.actor("Chi")
    )
    police, heir = world.body("ca", "dak-ha").pk, world.body("ca", "ba-to").pk
    open_work.hand_over({police: heir}, {})
    given.refresh_from_db()
    closed.refresh_from_db()
    assert (given.assigned_to_id, closed.assigned_to_id) == (heir, police)


def test_an_edit_keeps_the_state_and_does_not_outrun_the_notice(
    world: World, programme: Programme
) -> None:
    an, today = world.actor("An"), clock.today()
    held = forum(world)
    with pytest.raises(InvalidInput):
        actions.change_forum(held, terms(world, attendances=None), by=an)
    actions.conclude_forum(
        held, notice_paper="Số 3/TB", concluded_on=today - timedelta(days=2), by=an
    )
    with pytest.raises(InvalidInput):
        actions.change_forum(held, terms(world, held_on=today), by=an)
    with pytest.raises(InvalidInput):
        forum(world, held_on=today + timedelta(days=1))
    with pytest.raises(InvalidInput):
        forum(world, by="Chi", area="dak-ha", level="tinh")
    assert Forum.objects.count() == 1


def test_the_terms_of_what_was_said_follow_a_corrected_day(
    world: World, programme: Programme
) -> None:
    an, today = world.actor("An"), clock.today()
    held = forum(world, held_on=today - timedelta(days=9))
    spoken, given = remark(world, held, answer_text="Làm ngay."), assigned(world, held)
    before = held.held_on - timedelta(days=1)
    actions.change_forum(held, terms(world, held_on=before), by=an)
    spoken.refresh_from_db()
    given.refresh_from_db()
    assert spoken.answered_on == before
    assert given.due_on == before + timedelta(days=30)
    replied = today - timedelta(days=5)
    actions.reply_first(given, replied_on=replied, note="Đã nhận.", by=world.actor("Chi"))
    with pytest.raises(InvalidInput):
        actions.change_forum(held, terms(world, held_on=today), by=an)


def test_a_list_costs_the_same_at_any_size(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    held = forum(world)
    for at in range(30):
        forum(world, theme=f"Diễn đàn {at}")
        assigned(world, held)
    client = desk("An")
    for place in ("", "y-kien/", f"{held.pk}/", f"{held.pk}/tra-loi/"):
        with django_assert_max_num_queries(20):
            assert client.get(f"/dien-dan/{place}").status_code == 200
    with django_assert_max_num_queries(20):
        assert client.get("/dien-dan/y-kien/xuat-excel/").status_code == 200
    lines_of(queries.inbox_sources(world.actor("An"), clock.today()))
    with django_assert_max_num_queries(6):
        lines_of(queries.inbox_sources(world.actor("Chi"), clock.today()))


def _sheet(head: list[str], *rows: list[Any]) -> SimpleUploadedFile:
    book = Workbook()
    for row in (head, *rows):
        book.worksheets[0].append(row)
    data = io.BytesIO()
    book.save(data)
    return SimpleUploadedFile("so.xlsx", data.getvalue())


def test_forums_and_what_was_said_are_entered_from_sheets(
    world: World, programme: Programme, desk: Any
) -> None:
    client, day = desk("An"), clock.today() - timedelta(days=2)
    head = ["Chủ đề", "Loại diễn đàn", "Cấp tổ chức", "Ngày tổ chức", "Số lượt người dự"]
    held = ["Trật tự ở chợ", "Công an lắng nghe ý kiến Nhân dân", "Cấp tỉnh", day, 120]
    to_come = ["Đường liên xã", "mat tran lang nghe y kien nhan dan", "Cấp xã", "31/12/2099", None]
    sent = {"_once": uuid.uuid4().hex, "file": _sheet(head, held, to_come)}
    assert client.post("/dien-dan/nhap-excel/", sent).status_code == 302
    found = {each.theme: (each.kind, each.state) for each in Forum.objects.all()}
    assert found == {
        "Trật tự ở chợ": ("cong_an", "held"),
        "Đường liên xã": ("mat_tran", "planned"),
    }
    place = f"/dien-dan/{Forum.objects.get(state='held').pk}/nhap-y-kien/"
    head = ["Lĩnh vực", "Ý kiến (tóm tắt)", "Trả lời tại chỗ"]
    good = [["Giao thông", "Đề nghị kẻ vạch sang đường.", ""], ["Lĩnh vực khác", TEXT, "Làm ngay."]]
    bad = ["Giao thông", "Đêm qua nhà tôi bị trộm xe.", ""]
    wrong = {"_once": uuid.uuid4().hex, "file": _sheet(head, *good, bad)}
    refused = client.post(place, wrong)
    assert refused.status_code == 422
    assert "Nội dung giống" in refused.content.decode()
    assert not Remark.objects.exists()
    right = {"_once": uuid.uuid4().hex, "file": _sheet(head, *good)}
    assert client.post(place, right).status_code == 302
    assert [(each.number, each.state) for each in Remark.objects.all()] == [
        (1, "noted"), (2, "on_spot")]  # fmt: skip


def _sent(**fields: str) -> dict[str, str]:
    return {"_once": uuid.uuid4().hex, **fields}


def test_the_steps_are_taken_on_the_screen(world: World, programme: Programme, desk: Any) -> None:
    held = forum(world)
    an, chi = desk("An"), desk("Chi")
    an.post(f"/dien-dan/{held.pk}/ghi-y-kien/",
            _sent(nature="y_kien", matter="trat_tu", text=TEXT))  # fmt: skip
    noted = Remark.objects.get()
    place = f"/dien-dan/y-kien/{noted.pk}/"
    assert chi.get(place).status_code == 404
    answer = an.post(f"{place}buoc/phan-cong/", _sent(body="Công an xã Đăk Hà"))
    assert answer.status_code == 302
    assert "Ghi văn bản trả lời" in chi.get(place).content.decode()
    assert chi.get(f"{place}buoc/phan-cong/").status_code == 403
    assert chi.get(f"{place}buoc/khong-co/").status_code == 404
    day = f"{clock.today():%d/%m/%Y}"
    wrong = _sent(answer_text="Đã lắp đèn.", answer_paper="", answered_on=day)
    assert chi.post(f"{place}buoc/van-ban/", wrong).status_code == 422
    right = _sent(answer_text="Đã lắp đèn.", answer_paper="Số 5/CAX", answered_on=day)
    assert chi.post(f"{place}buoc/van-ban/", right).status_code == 302
    noted.refresh_from_db()
    assert noted.state == "answered"
