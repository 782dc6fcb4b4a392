"""The pages of bút phê: a line is read and asked about, nothing is made before it is confirmed."""

import io
import re

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core.formats import date_vn
from phongtrao.planning.models import InternalAssignment
from tests.planning import inside

pytestmark = pytest.mark.database


def _text(page):
    return re.sub(r"\s+", " ", page.content.decode())


@pytest.fixture
def units(plan):
    return inside.part(plan), inside.part(plan, "Đội Tổng hợp")


@pytest.fixture
def address(plan):
    return f"{reverse('planning:internal-give')}?van_ban={plan.draft().pk}"


def test_a_line_fills_the_form_with_its_reasons_and_makes_nothing(
    plan, units, address, client_for, send
):
    officer = inside.officer(plan)
    page = send(client_for(plan.world.posting("Bình")), address, doc="1", instruction=inside.LINE)
    text = _text(page)
    assert f'<option value="{units[0].pk}" selected>Đội An ninh</option>' in text
    assert f'<option value="{officer.pk}" selected>Cán bộ phụ trách (Giáp)</option>' in text
    assert re.search(rf'name="parts" value="{units[1].pk}"[^>]* checked', text)
    assert 'value="25/12/2026"' in text
    assert "“Đội An ninh” – Đội, tổ đứng trước chữ “chủ trì”" in text
    assert not InternalAssignment.objects.exists()


def test_what_is_unsure_is_asked_in_words(plan, units, address, client_for, send):
    line = "Giao Đội Hình sự chủ trì; đ/c Trưởng phòng theo dõi; xong trước tết"
    page = send(client_for(plan.world.posting("Bình")), address, doc="1", instruction=line)
    text = _text(page)
    for words in ("“Đội Hình sự”", "không có chức vụ “Trưởng phòng”", "“xong trước tết”"):
        assert words in text
    assert line in text


def test_confirming_makes_the_work_once_and_leads_to_its_page(
    plan, units, address, client_for, send
):
    client = client_for(plan.world.posting("Bình"))
    sent = {
        "instruction": inside.LINE,
        "content": "Tham mưu kế hoạch",
        "lead": units[0].pk,
        "parts": units[1].pk,
        "officer": inside.officer(plan).pk,
        "due": "17 giờ 25/12/2026",
    }
    answer = send(client, address, **sent)
    given = InternalAssignment.objects.get()
    assert answer["Location"] == reverse("planning:internal-detail", args=[given.pk])
    assert (given.lead, given.officer, str(given.due_time)) == (
        units[0],
        inside.officer(plan),
        "17:00:00",
    )
    assert given.draft is not None
    text = _text(client.get(answer["Location"]))
    for words in (inside.LINE, "Tham mưu kế hoạch", "Đội Tổng hợp", "17:00", given.source_text):
        assert words in text


def test_a_refused_form_keeps_what_was_typed(plan, units, address, client_for, send):
    page = send(
        client_for(plan.world.posting("Bình")),
        address,
        instruction="Đ/c Nguyễn Văn Mẫu soạn",
        content="Soạn kế hoạch",
        lead=units[0].pk,
    )
    assert page.status_code == 422
    assert "ghi chức vụ thay cho họ tên" in _text(page)
    assert "Đ/c Nguyễn Văn Mẫu soạn" in _text(page)
    assert not InternalAssignment.objects.exists()


def test_the_clerk_names_whose_word_it_was_and_when(plan, units, address, client_for, send):
    client = client_for(plan.world.posting("Vân"))
    assert "Ghi nhận bút phê từ bản giấy" in _text(client.get(address))
    sent = {
        "instruction": inside.LINE,
        "content": "Tham mưu kế hoạch",
        "lead": units[0].pk,
        "leader": plan.world.posting("Bình").pk,
        "written_on": date_vn(plan.day(-1)),
    }
    page = client.get(send(client, address, **sent)["Location"])
    assert "Ghi nhận từ bản giấy" in _text(page)
    assert InternalAssignment.objects.get().written_on == plan.day(-1)


def test_papers_tasks_and_requirements_of_others_take_no_line(plan, client_for):
    task = plan.task(lead=plan.world.body("ca", "dak-ha"))
    client = client_for(plan.world.posting("Dương"))
    give = reverse("planning:internal-give")
    for asked in (f"van_ban={plan.draft().pk}", f"nhiem_vu={task.pk}", "van_ban=x", "noi_dung=9"):
        assert client.get(f"{give}?{asked}").status_code == 404


@pytest.mark.parametrize("name", ["document", "task", "requirement"])
def test_the_line_stands_at_the_paper_the_task_and_the_requirement(plan, client_for, name):
    document = plan.document()
    lead = plan.world.body("ca", "quang-ngai")
    pk = {
        "document": document.pk,
        "requirement": document.requirements.first().pk,
        "task": plan.task(lead=lead).pk,
    }[name]
    page = reverse(f"planning:{name}-detail", args=[pk])
    assert 'name="instruction"' in _text(client_for(plan.world.posting("Bình")).get(page))
    # The commune that leads nothing here sees the page, but gives nothing from it.
    other = _text(client_for(plan.world.posting("Trung")).get(page))
    assert 'name="instruction"' not in other


def test_the_page_of_an_arrived_paper_leads_to_the_line(plan, client_for):
    page = reverse("intake:draft-detail", args=[plan.draft().pk])
    leader = _text(client_for(plan.world.posting("Bình")).get(page))
    assert 'name="instruction"' in leader
    assert "Ghi nhận bút phê" not in leader
    clerk = _text(client_for(plan.world.posting("Vân")).get(page))
    assert "Ghi nhận bút phê" in clerk
    assert 'name="instruction"' not in clerk


def test_the_work_is_shown_at_its_source_inside_the_body_alone(plan, client_for):
    task = plan.task()
    inside.given(plan, task=task, content="Việc riêng của tỉnh")
    page = reverse("planning:task-detail", args=[task.pk])
    assert "Việc riêng của tỉnh" in _text(client_for(plan.world.posting("An")).get(page))
    for name in ("Chi", "Trung"):
        assert "Việc riêng của tỉnh" not in _text(client_for(plan.world.posting(name)).get(page))


def test_the_list_filters_and_exports_within_the_body(plan, units, client_for):
    mine = inside.given(plan, content="Việc của Giáp", lead=units[0])
    other = inside.given(plan, content="Việc của An", officer=plan.world.posting("An"))
    address = reverse("planning:internal-list")
    client = client_for(plan.world.posting("An"))
    assert "2 dòng" in _text(client.get(address))
    own = _text(client.get(address, {"pham_vi": "toi"}))
    assert other.content in own
    only = _text(client.get(address, {"doi": units[0].pk}))
    assert mine.content in only
    assert other.content not in only
    book = client.get(reverse("planning:internal-excel"), {"tu_khoa": "giap"})
    sheet = load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert mine.content in cells
    assert other.content not in cells
    above = client_for(plan.world.posting("Trung"))
    assert "0 dòng" in _text(above.get(address))


def test_the_list_and_the_page_ask_few_questions(
    plan, units, client_for, django_assert_max_num_queries
):
    for number in range(12):
        given = inside.given(plan, content=f"Việc {number}", lead=units[0], parts=[units[1]])
    client = client_for(plan.world.posting("An"))
    client.get("/")
    with django_assert_max_num_queries(20):
        client.get(reverse("planning:internal-list"))
    with django_assert_max_num_queries(26):
        client.get(reverse("planning:internal-detail", args=[given.pk]))


def test_the_steps_are_walked_with_buttons(plan, client_for, send):
    given = inside.given(plan)
    giap, binh = (client_for(plan.world.posting(name)) for name in ("Giáp", "Bình"))
    page = reverse("planning:internal-detail", args=[given.pk])
    send(giap, reverse("planning:internal-start", args=[given.pk]))
    assert "Báo xong" in _text(giap.get(page))
    send(giap, reverse("planning:internal-note", args=[given.pk]), text="Đang xin số liệu.")
    send(giap, reverse("planning:internal-report", args=[given.pk]), text="Đã trình.")
    accept = reverse("planning:internal-accept", args=[given.pk])
    empty = send(binh, accept, tra_lai="1")
    assert empty.status_code == 422
    send(binh, accept, tra_lai="1", text="Bổ sung phụ lục.")
    assert "bị trả lại" in _text(giap.get(page))
    send(giap, reverse("planning:internal-report", args=[given.pk]), text="Đã bổ sung.")
    send(binh, accept, text="")
    given.refresh_from_db()
    assert given.state == "done"
    thread = _text(binh.get(page))
    for words in ("Đang xin số liệu.", "Bổ sung phụ lục.", "Đã bổ sung."):
        assert words in thread


def test_work_is_given_again_and_taken_back_on_its_pages(plan, units, client_for, send):
    given = inside.given(plan)
    client = client_for(plan.world.posting("Bình"))
    change = reverse("planning:internal-change", args=[given.pk])
    assert given.content in _text(client.get(change))
    sent = {"content": "Việc sửa", "lead": units[0].pk, "row_version": given.row_version}
    send(client, change, **sent)
    given.refresh_from_db()
    assert (given.content, given.lead, given.officer) == ("Việc sửa", units[0], None)
    stale = send(client, change, **sent | {"content": "Việc khác"})
    assert stale.status_code == 409
    send(client, reverse("planning:internal-withdraw", args=[given.pk]), text="Thôi.")
    given.refresh_from_db()
    assert given.state == "withdrawn"


def test_the_paper_is_read_through_the_work(plan, units, client_for):
    inside.post(plan, "Hạnh", "Đội trưởng", body=units[0])
    given = inside.given(plan, lead=units[0], draft=plan.draft())
    client = client_for(plan.world.posting("Hạnh"))
    paper = reverse("planning:internal-paper", args=[given.pk])
    assert client.get(paper).status_code == 200
    bare = inside.given(plan, lead=units[0])
    nothing = reverse("planning:internal-paper", args=[bare.pk])
    assert client.get(nothing).status_code == 404


def test_sub_bodies_are_made_and_merged_on_their_page(plan, units, client_for, send):
    client = client_for(plan.world.posting("An"))
    page = reverse("planning:part-list")
    send(client, reverse("planning:part-open"), name="Đội 3")
    assert "Đội 3" in _text(client.get(page))
    twice = send(client, reverse("planning:part-open"), name="Đội 3")
    assert twice.status_code == 422
    given = inside.given(plan, lead=units[0])
    close = reverse("planning:part-close", args=[units[0].pk])
    refused = send(client, close, xac_nhan="1")
    assert "còn việc chưa xong" in _text(refused)
    send(client, close, xac_nhan="1", into=units[1].pk)
    given.refresh_from_db()
    assert given.lead == units[1]
