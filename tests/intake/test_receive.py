"""Papers arrive: each type is read, what may not come in is refused with its sentence."""

import uuid

import pytest

from phongtrao.core.models import AuditEntry, StoredFile
from phongtrao.core.uploads import Upload
from phongtrao.intake.actions import receive_file
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.workflow import DraftState
from tests.core.gate import papers
from tests.core.gate.packages import docx_parts, packed
from tests.intake.papers import PLAN, plan_docx, plan_txt, sent, upload

pytestmark = pytest.mark.database


def test_a_text_file_becomes_a_draft_with_its_requirements(world, client_for):
    answer = sent(client_for(world.posting("An")), plan_txt())
    draft = Draft.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"/van-ban-den/{draft.pk}/"
    assert (draft.number, draft.document_type) == ("86/KH-CAT", "Kế hoạch")
    assert f"{draft.issued_on:%d/%m/%Y}" == "24/03/2026"
    assert draft.body == world.body("ca", "quang-ngai")
    assert draft.text == PLAN
    items = list(draft.items.all())
    assert len(items) >= 3
    assert all(draft.text[item.start : item.end] for item in items)
    assert AuditEntry.objects.filter(verb="draft.received").count() == 1


def test_bodies_named_in_the_paper_are_found_in_the_register(world, client_for):
    sent(client_for(world.posting("An")), plan_txt())
    first = DraftRequirement.objects.order_by("position").first()
    assert [row["body_id"] for row in first.leads] == [world.body("ca", "dak-ha").pk]
    assert world.body("mttq", "quang-ngai").pk in [row["body_id"] for row in first.coordinators]
    assert f"{first.due_on:%d/%m/%Y}" == "15/05/2026"


def test_a_word_file_is_read_too(world, client_for):
    answer = sent(client_for(world.posting("Vân")), upload("ke-hoach.docx", plan_docx()))
    assert answer.status_code == 302, answer.content.decode()[:500]
    assert Draft.objects.get().number == "86/KH-CAT"


def test_a_pdf_with_text_is_read_too(world, client_for):
    answer = sent(client_for(world.posting("An")), upload("ke-hoach.pdf", papers.pdf()))
    assert answer.status_code == 302, answer.content.decode()[:500]
    assert "Ke hoach phoi hop" in Draft.objects.get().text


def test_a_file_of_two_is_refused_and_the_other_is_kept(world, client_for):
    client = client_for(world.posting("An"))
    answer = sent(client, upload("a.docx", b"not a word file"), plan_txt())
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert Draft.objects.count() == 1
    assert "Không nhận" in page
    assert "86/KH-CAT" in page
    assert "Chưa lưu gì từ tệp này" in page


REFUSED = [
    ("anh.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40, "Chưa lưu gì từ tệp này"),
    ("bang.csv", "tên,số\nA,1\n".encode(), "Chỉ đọc được văn bản docx, pdf, txt"),
    ("trong.txt", b"", "Tệp không có nội dung"),
    ("macro.docx", packed(docx_parts("x") | {"word/vbaProject.bin": b"x"}), "Chưa lưu gì"),
    ("trang.txt", b"   \n\n   \n", "Chưa lưu gì từ tệp này"),
    ("quet.pdf", papers.scan(), "ảnh quét"),
    ("ma.exe", b"MZ" + b"\x00" * 200, "Tệp này là chương trình chạy được"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED, ids=[r[0] for r in REFUSED])
def test_what_may_not_come_in_is_refused_with_its_sentence(
    world, client_for, name, content, sentence
):
    answer = sent(client_for(world.posting("An")), upload(name, content))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Draft.objects.exists()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Tối mật", "M Ậ T"])
def test_a_paper_marked_secret_is_refused_and_nothing_of_it_is_stored(world, client_for, mark):
    answer = sent(client_for(world.posting("An")), plan_txt(text=f"{mark}\n{PLAN}"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "dấu chỉ độ mật" in page
    assert "86/KH-CAT" not in page
    assert not Draft.objects.exists()
    assert not StoredFile.objects.exists()


def test_the_same_bytes_again_lead_to_the_paper_that_is_there(world, client_for):
    client = client_for(world.posting("An"))
    sent(client, plan_txt())
    answer = sent(client_for(world.posting("Vân")), plan_txt("ban-sao.txt"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "đã được tiếp nhận trước đó (86/KH-CAT)" in page
    assert f'href="/van-ban-den/{Draft.objects.get().pk}/"' in page
    assert StoredFile.objects.count() == 1


def test_the_same_file_twice_in_one_upload_is_received_once(world, client_for):
    answer = sent(client_for(world.posting("An")), plan_txt("a.txt"), plan_txt("b.txt"))
    assert answer.status_code == 302
    assert Draft.objects.count() == 1


def test_places_outside_the_text_are_not_believed(world):
    action = {"quote": "Tổ chức hội nghị", "start": 5, "end": 10**6}
    task = {"action": action, "lead": [], "coord": [], "deadline": None, "rule": "T01"}
    reference = {"number": "1/KH", "start": "x", "end": None}
    paper = {"text": PLAN, "extraction": {"tasks": [task], "references": [reference]}}
    upload = Upload("a.txt", "txt", PLAN.encode(), "", paper)
    draft = receive_file(upload, by=world.actor("An"))
    assert draft.items.get().start is None
    assert draft.references[0]["start"] is None


def test_another_body_may_receive_the_same_bytes(world, client_for):
    sent(client_for(world.posting("An")), plan_txt())
    sent(client_for(world.posting("Dũng")), plan_txt())
    assert Draft.objects.count() == 2


def test_a_paper_that_was_not_taken_in_may_come_again(world, client_for):
    client = client_for(world.posting("An"))
    sent(client, plan_txt())
    draft = Draft.objects.get()
    draft.state, draft.decided_at = DraftState.REJECTED, draft.received_at
    draft.save()
    assert sent(client, plan_txt()).status_code == 302
    assert Draft.objects.count() == 2


def test_a_double_click_receives_once_and_answers_the_same(world, client_for):
    client, key = client_for(world.posting("An")), uuid.uuid4().hex
    first = sent(client, plan_txt(), once=key)
    second = sent(client, plan_txt(), once=key)
    assert first["Location"] == second["Location"]
    assert Draft.objects.count() == 1


def test_too_many_files_at_once_are_refused_together(world, client_for):
    files = [plan_txt(f"{n}.txt", f"{PLAN}\n{n}") for n in range(11)]
    answer = sent(client_for(world.posting("An")), *files)
    assert answer.status_code == 422
    assert "nhiều nhất 10 tệp" in answer.content.decode()
    assert not Draft.objects.exists()


def test_no_file_at_all_is_said_in_words(world, client_for):
    answer = sent(client_for(world.posting("An")))
    assert answer.status_code == 422
    assert "Chưa chọn tệp nào" in answer.content.decode()


def test_a_leader_and_an_auditor_may_not_upload(world, client_for):
    for name in ("Bình", "Kiểm"):
        assert sent(client_for(world.posting(name)), plan_txt()).status_code == 403
    assert not Draft.objects.exists()
