"""Every page of planning: it renders, acts once, keeps what was typed, and is closed to others."""

import io
import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import files
from phongtrao.org.models import Account
from phongtrao.planning import actions
from phongtrao.planning.actions import PartSpec
from phongtrao.planning.models import (
    ClauseComment,
    ExtensionRequest,
    ProgrammeDocument,
    ProgressEntry,
    RequirementAddressee,
    Task,
)
from phongtrao.planning.urls import urlpatterns
from tests.planning import exchanges, following, inside, register
from tests.planning.conftest import FIRST

pytestmark = pytest.mark.database


def _text(page):
    return re.sub(r"\s+", " ", page.content.decode())


@pytest.fixture
def full(plan):
    """One of everything, with the address of each page."""
    registered = register.one_of_each(plan)
    document = plan.document()
    addressee = plan.addressee()
    spec = plan.spec(parts=(PartSpec(plan.world.body("mttq", "dak-ha"), "vận động hội viên"),))
    [task] = actions.make_concrete(addressee, tasks=[spec], by=plan.actor("Chi"))
    stored = files.store(b"ok", name="ket-qua.txt", kind="txt", by=plan.actor("Chi"))
    entry = actions.report_progress(task, "Đã dự thảo.", by=plan.actor("Chi"), file=stored)
    asked = actions.ask_extension(
        task, asked_due_on=plan.day(20), reason="Chờ ý kiến", by=plan.actor("Chi")
    )
    draft = plan.draft(number="130/KH-CAT")
    proposal, scheme, round_ = (
        exchanges.proposal(plan), exchanges.scheme(plan), exchanges.commented(plan)
    )  # fmt: skip
    return registered | {
        "proposal": proposal.pk,
        "proposaladdressee": proposal.addressees.get().pk,
        "scheme": scheme.pk,
        "schemestage": scheme.stages.get(position=1).pk,
        "commentround": round_.pk,
        "commentrequest": exchanges.asked(round_, plan).pk,
        "clausecomment": ClauseComment.objects.get().pk,
        "internal": inside.given(plan, by="Bình", lead=inside.part(plan), draft=draft).pk,
        "part": inside.part(plan, "Đội Tổng hợp").pk,
        "document": document.pk,
        "draft": draft.pk,
        "requirement": addressee.requirement_id,
        "addressee": plan.addressee(3, area="ly-son").pk,
        "task": task.pk,
        "progress": entry.pk,
        "extension": asked.pk,
        "series": following.series(plan).pk,
        "urging": following.urging(plan).pk,
    }


def _addresses(full):
    for pattern in urlpatterns:
        name = pattern.name
        kind = name.split("-")[0]
        if name == "extension-ask":
            kind = "task"
        if name == "calendarfeed-file":
            continue  # read by whoever has the secret address; see test_following_pages
        if "<int" in str(pattern.pattern):
            yield name, reverse(f"planning:{name}", args=[full[kind]])
        else:
            yield name, reverse(f"planning:{name}")


LISTS = {
    "programme-list", "document-list", "document-excel", "task-list", "task-excel", "task-assign",
    "proposal-list", "proposal-excel", "proposal-make", "scheme-list", "scheme-excel",
    "scheme-start", "commentround-list", "commentround-excel", "commentround-make",
    "programme-excel", "joint-list", "joint-excel", "joint-record", "target-list", "target-excel",
    "target-set", "target-import", "target-template",
    "task-board", "task-week", "task-gantt", "calendarfeed-detail", "urging-list", "urging-excel",
    "internal-list", "internal-excel", "internal-give", "part-list",
    "urging-draft", "load-list", "load-excel", "forecast-list", "forecast-excel",
    "coverage-list", "coverage-excel", "requirement-list", "requirement-excel",
    "addressees-decide", "part-open",
}  # fmt: skip
# New objects are made by officers and leaders; the lists are read by clerks too.
MADE = {
    "task-assign", "proposal-make", "scheme-start", "commentround-make", "joint-record",
    "target-set", "target-import", "target-template", "urging-draft", "forecast-list",
    "forecast-excel", "addressees-decide", "part-open",
}  # fmt: skip


# What each of the cast gets from the pages of one object; redirects lead to the object's page.
OPEN = {"document-detail": 200, "document-file": 200, "requirement-detail": 200}
TASK_OPEN = {"task-detail": 200, "progress-file": 200}
TABLE = {
    "An": OPEN
    | TASK_OPEN
    | {"draft-accept": 200, "task-report": 403, "task-confirm": 200, "extension-ask": 403}
    | {"requirement-address": 302, "addressee-concretise": 403, "addressee-standing": 302}
    | {"task-suspend": 403, "extension-decide": 200},
    "Vân": OPEN
    | TASK_OPEN
    | {"draft-accept": 403, "task-report": 403, "task-confirm": 403, "extension-ask": 403}
    | {"requirement-address": 403, "addressee-concretise": 403, "task-suspend": 403},
    "Chi": OPEN
    | TASK_OPEN
    | {"draft-accept": 404, "task-report": 200, "task-confirm": 200, "extension-ask": 200}
    | {"addressee-concretise": 404, "addressee-standing": 404, "task-suspend": 200},
    "Cường": OPEN
    | TASK_OPEN
    | {"draft-accept": 403, "task-report": 403, "task-confirm": 200, "extension-decide": 200},
    "Lý": OPEN
    | {"task-detail": 404, "progress-file": 404, "task-report": 404, "extension-ask": 404}
    | {"draft-accept": 404, "addressee-concretise": 200, "extension-decide": 404},
    "Dũng": OPEN | TASK_OPEN | {"draft-accept": 404, "task-report": 403, "task-confirm": 200},
    "Trung": OPEN | TASK_OPEN | {"draft-accept": 404, "task-report": 403},
}


@pytest.mark.parametrize("name", TABLE)
def test_every_page_answers_each_of_the_cast_as_it_should(full, plan, client_for, name):
    client = client_for(plan.world.posting(name))
    addresses = dict(_addresses(full))
    found = {page: client.get(addresses[page]).status_code for page in TABLE[name]}
    assert found == TABLE[name]
    lists = LISTS - MADE
    assert {client.get(addresses[page]).status_code for page in lists} == {200}


@pytest.mark.parametrize("name", ["Giang", "Gấm"])
def test_another_province_gets_404_everywhere(full, plan, client_for, name):
    client = client_for(plan.world.posting(name))
    needs = {pattern.name: pattern.callback.requires for pattern in urlpatterns}
    for page, address in _addresses(full):
        if page in LISTS:
            continue
        sent = client.post(address, {"_once": uuid.uuid4().hex, "text": "x", "paper": "x"})
        closed = {404} if plan.actor(name).can(needs[page]) else {403}
        # An address that is only written to says so, whether or not there is anything.
        assert client.get(address).status_code in closed | {405}, page
        # A page that only reads refuses to be written to, whether or not there is anything.
        assert sent.status_code in closed | {405}, page
    for page in ("document-list", "task-list"):
        text = _text(client.get(reverse(f"planning:{page}")))
        assert "0 dòng" in text
        assert "KH-CAT" not in text


def test_auditors_and_administrators_read_no_plans(full, plan, client_for):
    for name in ("Kiểm", "Quản"):
        client = client_for(plan.world.posting(name))
        for page, address in _addresses(full):
            assert client.get(address).status_code == 403, page


def test_the_papers_page_marks_each_requirement_in_the_text(full, plan, client_for):
    page = client_for(plan.world.posting("An")).get(
        reverse("planning:document-detail", args=[full["document"]])
    )
    text = _text(page)
    start = plan.document(number="9/KH").text.find(FIRST)
    assert f'id="doan-{start}"' in text
    assert f'href="#doan-{start}"' in text
    assert "Công an cấp xã" in text
    assert "chưa đối chiếu với quy định" in text


def test_the_task_page_shows_source_parts_both_clocks_and_the_thread(full, plan, client_for):
    client = client_for(plan.world.posting("Chi"))
    text = _text(client.get(reverse("planning:task-detail", args=[full["task"]])))
    start = ProgrammeDocument.objects.get(pk=full["document"]).text.find(FIRST)
    assert f"#doan-{start}" in text
    assert "vận động hội viên" in text
    assert "Hạn ban đầu" in text
    assert "Đã dự thảo." in text
    assert "ket-qua.txt" in text
    assert "Báo cáo tiến độ" in text


def test_the_big_button_is_the_deciders_when_a_decision_waits(full, plan, client_for):
    client = client_for(plan.world.posting("Cường"))
    text = _text(client.get(reverse("planning:task-detail", args=[full["task"]])))
    assert reverse("planning:extension-decide", args=[full["extension"]]) in text


def test_a_progress_file_comes_as_an_attachment(full, plan, client_for):
    address = reverse("planning:progress-file", args=[full["progress"]])
    answer = client_for(plan.world.posting("An")).get(address)
    assert b"".join(answer.streaming_content) == b"ok"
    assert answer["Content-Disposition"].startswith("attachment")


def test_accepting_a_draft_twice_with_one_key_makes_one_paper(plan, client_for):
    draft = plan.draft()
    client = client_for(plan.world.posting("An"))
    address = reverse("planning:draft-accept", args=[draft.pk])
    form = _text(client.get(address))
    assert "Công an xã Đăk Hà" in form
    assert "chưa gắn với cơ quan" in form
    sent = {"_once": uuid.uuid4().hex, "programme": plan.programme.pk}
    first, second = client.post(address, sent), client.post(address, sent)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert ProgrammeDocument.objects.count() == 1
    assert client.get(address)["Location"] == first["Location"]


def test_a_known_number_is_told_at_acceptance_and_nothing_is_made(plan, client_for, send):
    plan.document()
    draft = plan.draft()
    address = reverse("planning:draft-accept", args=[draft.pk])
    page = send(client_for(plan.world.posting("An")), address, programme=plan.programme.pk)
    assert page.status_code == 422
    assert "đã có trong sổ" in _text(page)
    assert ProgrammeDocument.objects.count() == 1


def _rows(*rows):
    sent = {"viec-TOTAL_FORMS": str(max(3, len(rows))), "viec-INITIAL_FORMS": "3"}
    for number in range(max(3, len(rows))):
        row = rows[number] if number < len(rows) else {"lead": "Công an xã Đăk Hà"}
        sent |= {f"viec-{number}-{name}": value for name, value in row.items()}
    return sent


def test_several_tasks_are_made_at_once_and_empty_rows_are_none(plan, client_for, send):
    addressee = plan.addressee()
    client = client_for(plan.world.posting("Chi"))
    address = reverse("planning:addressee-concretise", args=[addressee.pk])
    assert "Công an xã Đăk Hà" in _text(client.get(address))
    day = f"{plan.day(10):%d/%m/%Y}"
    rows = _rows(
        {
            "title": "Xây dựng kế hoạch",
            "product": "Kế hoạch",
            "lead": "cong an xa dak ha",
            "parts": "Ủy ban Mặt trận Tổ quốc Việt Nam xã Đăk Hà: vận động hội viên",
            "due_on": day,
        },
        {
            "title": "Tổ chức hội nghị",
            "product": "Hội nghị",
            "lead": "Công an xã Đăk Hà",
            "due_on": day,
        },
    )
    page = send(client, address, **rows)
    assert page.status_code == 302
    assert Task.objects.count() == 2
    assert Task.objects.order_by("pk")[0].parts.get().text == "vận động hội viên"


def test_a_further_row_keeps_what_was_typed_and_judges_nothing(plan, client_for, send):
    client = client_for(plan.world.posting("Chi"))
    address = reverse("planning:addressee-concretise", args=[plan.addressee().pk])
    page = send(client, address, them_dong="1", **_rows({"title": "Viết dở", "due_on": "32/13"}))
    text = _text(page)
    assert "Viết dở" in text
    assert 'name="viec-3-title"' in text
    assert "error-summary" not in text
    assert not Task.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"due_on": "31/02/2027"}, "Không có ngày"),
        ({"due_on": "12/25/2026"}, "ngày trước, tháng sau"),
        ({"lead": "Công an xã Chư Sê"}, "Không thấy cơ quan"),
        ({"product": ""}, "Sản phẩm"),
        ({"due_on": "01/01/2020"}, "đã qua"),
    ],
)
def test_a_wrong_row_says_why_and_keeps_the_rest(plan, client_for, send, change, said):
    row = {
        "title": "Xây dựng kế hoạch tuyên truyền",
        "product": "Kế hoạch",
        "lead": "Công an xã Đăk Hà",
        "due_on": f"{plan.day(10):%d/%m/%Y}",
    }
    client = client_for(plan.world.posting("Chi"))
    address = reverse("planning:addressee-concretise", args=[plan.addressee().pk])
    page = send(client, address, **_rows(row | change))
    assert page.status_code == 422
    assert said in _text(page)
    assert "Xây dựng kế hoạch tuyên truyền" in _text(page)
    assert not Task.objects.exists()


@pytest.mark.parametrize("total", ["0", "-1", "999999", "abc", ""])
def test_a_forged_number_of_rows_gives_no_error_page(plan, client_for, send, total):
    client = client_for(plan.world.posting("Chi"))
    address = reverse("planning:addressee-concretise", args=[plan.addressee().pk])
    for extra in ({}, {"them_dong": "1"}):
        sent = _rows({"title": "Việc"}) | {"viec-TOTAL_FORMS": total} | extra
        assert send(client, address, **sent).status_code == 422


def test_no_task_at_all_is_told(plan, client_for, send):
    client = client_for(plan.world.posting("Chi"))
    address = reverse("planning:addressee-concretise", args=[plan.addressee().pk])
    assert "ít nhất một nhiệm vụ" in _text(send(client, address, **_rows()))


def test_a_requirement_is_decided_by_one_button(plan, client_for, send):
    addressee = plan.addressee()
    client = client_for(plan.world.posting("Chi"))
    page = reverse("planning:requirement-detail", args=[addressee.requirement_id])
    assert "Thực hiện thường xuyên" in _text(client.get(page))
    assert (
        send(client, reverse("planning:addressee-standing", args=[addressee.pk]))["Location"]
        == page
    )
    assert "Xem lại cách thực hiện" in _text(client.get(page))
    again = send(client, reverse("planning:addressee-separate", args=[addressee.pk]))
    assert again.status_code == 409
    assert "Thực hiện thường xuyên" in _text(again)
    send(client, reverse("planning:addressee-reopen", args=[addressee.pk]))
    send(client, reverse("planning:addressee-separate", args=[addressee.pk]))
    done = reverse("planning:addressee-done", args=[addressee.pk])
    wrong = send(client, done, done_on=f"{plan.day(3):%d/%m/%Y}")
    assert wrong.status_code == 422
    assert "đến hôm nay" in _text(wrong)
    assert send(client, done, done_on=f"{plan.day(0):%d/%m/%Y}").status_code == 302
    assert RequirementAddressee.objects.get(pk=addressee.pk).done_on == plan.day(0)


def test_the_home_body_adds_bodies_and_maps_the_content(plan, client_for, send):
    requirement = plan.requirement(2)
    client = client_for(plan.world.posting("An"))
    address = reverse("planning:requirement-address", args=[requirement.pk])
    wrong = send(client, address, bodies="Công an xã Đăk Hà\nCông an xã Không Có", part="lead")
    assert wrong.status_code == 422
    assert "Không Có" in _text(wrong)
    assert send(client, address, bodies="", part="lead").status_code == 422
    assert send(client, address, bodies="Công an xã Đăk Hà", part="lead").status_code == 302
    assert "Công an cấp xã (3)" in _text(
        client.get(reverse("planning:requirement-detail", args=[requirement.pk]))
    )
    assert send(client, address, group="ca", bodies="", part="lead").status_code == 302
    assert requirement.addressees.count() == 3
    content = plan.programme.contents.get(code="C5")
    send(client, reverse("planning:requirement-content", args=[requirement.pk]), content=content.pk)
    requirement.refresh_from_db()
    assert requirement.content == content


def test_a_task_of_ones_own_is_given(plan, client_for, send):
    client = client_for(plan.world.posting("An"))
    page = send(
        client,
        reverse("planning:task-assign"),
        programme=plan.programme.pk,
        title="Kiểm tra cơ sở",
        product="Báo cáo kiểm tra",
        lead="Công an xã Ba Tơ",
        due_on=f"{plan.day(9):%d/%m/%Y}",
    )
    assert page["Location"] == reverse("planning:task-detail", args=[Task.objects.get().pk])


def test_progress_goes_through_the_wall_with_its_file(plan, client_for, send):
    task = plan.task()
    client = client_for(plan.world.posting("Chi"))
    address = reverse("planning:task-report", args=[task.pk])
    upload = SimpleUploadedFile("ket-qua.txt", "Kết quả: đạt.".encode())
    page = send(client, address, text="Đã làm.", file=upload, row_version=task.row_version)
    assert page.status_code == 302
    assert ProgressEntry.objects.get().file.name == "ket-qua.txt"


def test_a_refused_file_leaves_the_typed_text_and_stores_nothing(plan, client_for, send):
    task = plan.task()
    client = client_for(plan.world.posting("Chi"))
    upload = SimpleUploadedFile("ket-qua.docx", b"MZ\x90\x00 not a paper")
    page = send(
        client, reverse("planning:task-report", args=[task.pk]), text="Đã làm xong.", file=upload
    )
    assert page.status_code == 422
    assert "Đã làm xong." in _text(page)
    assert "Chưa lưu gì từ tệp này" in _text(page)
    assert not ProgressEntry.objects.exists()


def test_a_stale_form_shows_both_sides_and_can_be_sent_again(plan, client_for, send):
    task = plan.task()
    actions.report_progress(task, "Bắt đầu.", by=plan.actor("Chi"))
    client = client_for(plan.world.posting("Chi"))
    address = reverse("planning:task-report", args=[task.pk])
    page = send(client, address, text="Nội dung của tôi", row_version=1)
    assert page.status_code == 409
    text = _text(page)
    assert "Nội dung của tôi" in text
    assert "Bắt đầu." in text
    assert 'name="row_version" value="2"' in text
    assert send(client, address, text="Nội dung của tôi", row_version=2).status_code == 302


def test_a_task_is_returned_and_confirmed_on_screen(plan, client_for, send):
    task = plan.reported()
    client = client_for(plan.world.posting("An"))
    address = reverse("planning:task-confirm", args=[task.pk])
    assert "Đã ban hành kế hoạch." in _text(client.get(address))
    bare = send(client, address, tra_lai="1", row_version=task.row_version)
    assert bare.status_code == 422
    assert send(client, address, tra_lai="1", text="Thiếu phụ lục").status_code == 302
    actions.report_progress(task, "Đã bổ sung.", done=True, by=plan.actor("Chi"))
    assert send(client, address).status_code == 302
    task.refresh_from_db()
    assert task.state == "completed"
    assert "Đã hoàn thành" in _text(send(client, address))


def test_a_decision_on_screen_needs_the_second_factor(plan, client_for, send):
    task = plan.reported()
    Account.objects.update(is_demo=False)
    client = client_for(plan.world.posting("An"))
    assert send(client, reverse("planning:task-confirm", args=[task.pk])).status_code == 403
    task.refresh_from_db()
    assert task.state == "reported_done"


def test_the_doer_sees_no_confirming_form_and_is_refused(plan, client_for, send):
    task = plan.reported()
    client = client_for(plan.world.posting("Cường"))
    address = reverse("planning:task-confirm", args=[task.pk])
    assert "không phải người báo cáo" in _text(client.get(address))
    assert send(client, address).status_code == 403


def test_more_time_is_asked_and_granted_on_screen(plan, client_for, send):
    task = plan.task()
    lead, assigner = client_for(plan.world.posting("Chi")), client_for(plan.world.posting("Bình"))
    address = reverse("planning:extension-ask", args=[task.pk])
    early = send(lead, address, due_on=f"{plan.day(2):%d/%m/%Y}", reason="Chờ ý kiến cấp ủy")
    assert early.status_code == 422
    assert "Chờ ý kiến cấp ủy" in _text(early)
    send(lead, address, due_on=f"{plan.day(20):%d/%m/%Y}", reason="Chờ ý kiến cấp ủy")
    asked = ExtensionRequest.objects.get()
    decide = reverse("planning:extension-decide", args=[asked.pk])
    assert "Chờ ý kiến cấp ủy" in _text(assigner.get(decide))
    assert send(assigner, decide, khong_dong_y="1").status_code == 422
    assert send(assigner, decide).status_code == 302
    task.refresh_from_db()
    assert task.due_on == plan.day(20)
    assert f"{plan.day(10):%d/%m/%Y}" in _text(
        lead.get(reverse("planning:task-detail", args=[task.pk]))
    )


def test_a_task_is_suspended_resumed_and_withdrawn_on_screen(plan, client_for, send):
    task = plan.task()
    client = client_for(plan.world.posting("An"))
    paper = {"paper": "Công văn 12/CAT ngày 20/11/2026"}
    for verb, fields in (
        ("task-suspend", paper),
        ("task-resume", {}),
        ("task-withdraw", paper),
    ):
        address = reverse(f"planning:{verb}", args=[task.pk])
        assert client.get(address).status_code == 200
        assert send(client, address, **fields).status_code == 302, verb
    task.refresh_from_db()
    assert task.state == "withdrawn"


def test_hostile_words_are_shown_as_words(plan, client_for, send):
    task = plan.task(title="<script>alert(1)</script> {{ 7*7 }}")
    client = client_for(plan.world.posting("An"))
    for page in (
        reverse("planning:task-detail", args=[task.pk]),
        reverse("planning:task-list") + "?tu_khoa=%3Cscript%3E",
    ):
        text = _text(client.get(page))
        assert "<script>alert" not in text
        assert "{{ 7*7 }}" in text or "0 dòng" in text


@pytest.mark.parametrize(
    "query",
    [
        "?tu_khoa=ke+hoach",
        "?tu_khoa=PHONG+TRÀO",
        "?loai=K%E1%BA%BF+ho%E1%BA%A1ch",
        "?co_quan=cong+an+tinh",
        "?tu_ngay=01/01/2020&den_ngay=31/12/2199",
        "?sap_xep=-noi_dung",
    ],
)
def test_the_register_finds_papers_with_and_without_marks(plan, client_for, query):
    plan.document()
    client = client_for(plan.world.posting("An"))
    assert "125/KH-CAT-PV05" in _text(client.get(reverse("planning:document-list") + query))


@pytest.mark.parametrize("query", ["?tu_khoa=xyz", "?tu_ngay=01/01/2199", "?co_quan=gia+lai"])
def test_the_register_leaves_out_what_does_not_match(plan, client_for, query):
    plan.document()
    client = client_for(plan.world.posting("An"))
    assert "0 dòng" in _text(client.get(reverse("planning:document-list") + query))


@pytest.mark.parametrize(
    "query", ["?tu_ngay=99/99", "?chuong_trinh=abc", "?phan_loai=x", "?trang=x"]
)
def test_a_wrong_filter_is_no_error_page(plan, client_for, query):
    plan.task()
    client = client_for(plan.world.posting("An"))
    for page in ("task-list", "task-excel", "document-list", "document-excel"):
        assert client.get(reverse(f"planning:{page}") + query).status_code == 200


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?phan_loai=running_in_time", True),
        ("?phan_loai=running_late", False),
        ("?phan_loai=soon", False),
        ("?co_quan=dak+ha", True),
        ("?co_quan=ba+to", False),
        ("?trang_thai=assigned", True),
    ],
)
def test_tasks_are_filtered_by_class_and_lead(plan, client_for, query, shown):
    plan.task(title="Việc tìm")
    page = client_for(plan.world.posting("An")).get(reverse("planning:task-list") + query)
    assert ("Việc tìm" in _text(page)) is shown


def test_the_excel_holds_the_filtered_rows_as_text(plan, client_for):
    plan.task(title="=1+1")
    plan.task(title="Việc khác", lead=plan.world.body("ca", "ba-to"))
    client = client_for(plan.world.posting("An"))
    answer = client.get(reverse("planning:task-excel") + "?co_quan=dak+ha")
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "=1+1" and cell.data_type == "s" for cell in cells)
    assert not any(cell.value == "Việc khác" for cell in cells)
    assert any("dak ha" in str(cell.value) for cell in cells)


@pytest.mark.parametrize("count", [3, 60])
def test_lists_and_pages_cost_the_same_however_long(
    plan, client_for, django_assert_max_num_queries, count
):
    document = plan.document()
    for number in range(count):
        plan.task(title=f"Việc {number}", parts=(PartSpec(plan.world.body("ca", "ba-to")),))
        plan.document(number=f"{number}/KH")
    task = Task.objects.first()
    for number in range(count):
        actions.report_progress(task, f"Lần {number}", by=plan.actor("Chi"))
    client = client_for(plan.world.posting("An"))
    every = "&".join(f"cot={key}" for key in ("nhiem_vu", "phoi_hop", "nguon", "giao", "so_cua"))
    for address in (
        reverse("planning:document-list") + "?cot=so&cot=so_cua&cot=chuong_trinh&cot=chua",
        reverse("planning:task-list") + "?" + every,
        reverse("planning:document-detail", args=[document.pk]),
        reverse("planning:task-detail", args=[task.pk]),
        reverse("planning:programme-list"),
    ):
        with django_assert_max_num_queries(20):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize("number", ["0", "99999999999999999999999"])
def test_an_impossible_number_in_an_address_is_not_found(full, plan, client_for, number):
    client = client_for(plan.world.posting("An"))
    for pattern in urlpatterns:
        if "<int" not in str(pattern.pattern) or not plan.actor("An").can(
            pattern.callback.requires
        ):
            continue
        address = reverse(f"planning:{pattern.name}", args=[number])
        # An address that is only written to says so, whatever the number.
        assert client.get(address).status_code in {404, 405}, pattern.name
    for query in (f"?chuong_trinh={number}", "?tu_khoa=%00", "?trang=" + number):
        assert client.get(reverse("planning:task-list") + query).status_code == 200


@pytest.mark.parametrize("version", ["abc", "-1", "9" * 30, "%00"])
def test_a_forged_version_is_no_error_page(plan, client_for, send, version):
    task = plan.task()
    client = client_for(plan.world.posting("Chi"))
    address = reverse("planning:task-report", args=[task.pk])
    page = send(client, address, text="Nội dung của tôi", row_version=version)
    assert page.status_code in {409, 422}
    assert "Nội dung của tôi" in _text(page)
