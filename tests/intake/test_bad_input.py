"""Papers as they should not be: what is certain is proposed, what is not is marked on the page."""

import io
import re
import uuid

import pytest
from docx import Document

from phongtrao.core.models import StoredFile
from phongtrao.intake.models import Draft
from tests.core.gate.compounds import compound
from tests.core.gate.old_encodings import tcvn3, vni
from tests.intake.papers import PLAN, UPLOAD, plan_docx, sent, upload
from tests.intake.test_readers import locked

pytestmark = pytest.mark.database
TABLE = [
    ("Công an xã Đăk Hà", "Tổ chức Ngày hội", "trước ngày 15/5/2026"),
    ("Công an xã Ba Tơ", "Rà soát các mô hình tự quản", "trước ngày 20/5/2026"),
    ("Công an đặc khu Lý Sơn", "Tuyên truyền trên tàu cá", "trước ngày 25/5/2026"),
]
REFUSED = {
    "empty": ("trong.docx", b"", "Tệp không có nội dung"),
    "cut Word file": ("cut.docx", plan_docx()[:-900], "Chưa lưu gì"),
    "cut PDF": ("cut.pdf", locked("", "AES-128")[:300], "Chưa lưu gì"),
    "locked PDF": ("khoa.pdf", locked("mat-khau", "AES-256"), "mật khẩu"),
    "locked Word file": (
        "khoa.docx",
        compound({"EncryptionInfo": b"x" * 64, "EncryptedPackage": b"x" * 64}),
        "mật khẩu",
    ),
}


def _page(client_for, world, text, name="van-ban.txt"):
    """The page of the paper that a text becomes."""
    client = client_for(world.posting("An"))
    answer = sent(client, upload(name, text if isinstance(text, bytes) else text.encode()))
    assert answer.status_code == 302, re.sub(r"<[^>]+>", " ", answer.content.decode())[-1500:]
    return client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(world, client_for, kind):
    name, content, sentence = REFUSED[kind]
    answer = sent(client_for(world.posting("An")), upload(name, content))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("encoded", [tcvn3, vni], ids=["TCVN3", "VNI"])
def test_a_paper_in_an_old_encoding_is_offered_in_unicode_and_then_read(world, client_for, encoded):
    client = client_for(world.posting("An"))
    answer = sent(client, upload("cu.txt", encoded(PLAN)))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Giữ bản Unicode" in page
    token = re.search(r'name="_ban_che" value="([^"]+)"', page)[1]
    answer = client.post(UPLOAD, {"_once": uuid.uuid4().hex, "_ban_che": token})
    assert answer.status_code == 302
    draft = Draft.objects.get()
    assert draft.number.casefold() == "86/kh-cat"
    assert draft.items.filter(due_on__isnull=False).count() >= 2


def test_a_paper_without_a_head_is_proposed_without_number_and_says_so(world, client_for):
    page = _page(client_for, world, PLAN[PLAN.index("II. PHÂN CÔNG") :])
    draft = Draft.objects.get()
    assert (draft.number, draft.issued_on) == ("", None)
    assert draft.items.count() >= 2
    assert "Không thấy đầu văn bản" in page
    assert "Chưa có số hoặc ngày ban hành" in page
    assert "không thấy" in page  # the certainty of the empty fields, in words


def test_of_two_papers_in_one_file_the_second_head_is_marked(world, client_for):
    second = PLAN.replace("86/KH-CAT", "87/KH-CAT")
    page = _page(client_for, world, f"{PLAN}\n\n{second}")
    assert Draft.objects.get().number == "86/KH-CAT"
    assert "Tệp có thể gồm hai văn bản" in page
    [key] = re.findall(r'href="#doan-(d\d+)"', page)
    place = page.index(f'id="doan-{key}"')
    assert page.index("86/KH-CAT</") < place


def test_a_paper_that_was_cut_before_its_signature_says_so(world, client_for):
    page = _page(client_for, world, PLAN[: PLAN.index("2. Công an xã Ba Tơ")])
    assert "Không thấy chữ ký: văn bản có thể bị cắt" in page
    assert Draft.objects.get().items.count() >= 1


def test_a_table_that_goes_on_over_pages_gives_each_row_once(world, client_for):
    document = Document()
    for line in PLAN[: PLAN.index("II. PHÂN CÔNG")].splitlines():
        document.add_paragraph(line)
    document.add_paragraph("II. PHÂN CÔNG NHIỆM VỤ")
    for rows in (TABLE[:2], TABLE[2:]):  # Word cuts a table by hand: the head is written again
        table = document.add_table(rows=1, cols=3)
        heads = ("Đơn vị thực hiện", "Nội dung công việc", "Thời gian hoàn thành")
        for cell, words in zip(table.rows[0].cells, heads, strict=True):
            cell.text = words
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        document.add_page_break()
    buffer = io.BytesIO()
    document.save(buffer)
    _page(client_for, world, buffer.getvalue(), name="bang.docx")
    items = list(Draft.objects.get().items.all())
    for _body, words, until in TABLE:
        found = [item for item in items if words in item.action]
        assert len(found) == 1, [item.action for item in items]
        assert f"{found[0].due_on:%d/%m/%Y}".replace("/0", "/") == until.split()[-1]
    assert not [item for item in items if "Nội dung công việc" in item.action]


def test_a_deadline_before_the_day_of_issue_is_marked_where_it_stands(world, client_for):
    page = _page(client_for, world, PLAN.replace("trước ngày 15/5/2026", "trước ngày 15/5/2025"))
    assert "Thời hạn trước ngày ban hành" in page
    assert re.search(r'class="m m-doubt"[^>]*>[^<]*15/5/2025', page)
    assert "15/05/2025" in page  # shown as it is printed, for the official to correct


def test_a_span_that_ends_before_it_begins_is_marked(world, client_for):
    page = _page(
        client_for, world, PLAN.replace("trong quý II/2026", "từ ngày 20/8/2026 đến ngày 10/8/2026")
    )
    assert "Khoảng thời gian có ngày cuối trước ngày đầu" in page


def test_a_count_that_does_not_fit_the_names_behind_it_is_marked_and_the_names_stay(
    world, client_for
):
    told = (
        "Đã kiểm tra tại 8 địa phương gồm: tỉnh Hưng Yên, tỉnh Tiền Giang, tỉnh Lạng Sơn, "
        "tỉnh Hải Dương, tỉnh Kon Tum, Bộ Giáo dục và Đào tạo."
    )
    page = _page(client_for, world, PLAN.replace("II. PHÂN CÔNG", f"{told}\nII. PHÂN CÔNG"))
    assert "Số lượng nêu ra không khớp với số nơi được kể tên" in page
    assert re.search(r'class="m m-doubt"[^>]*>[^<]*8 địa phương', page)
    assert Draft.objects.get().items.count() >= 3


def test_a_sound_paper_bears_no_mark_of_doubt(world, client_for):
    signed = f"{PLAN}\nNơi nhận:\n- Như trên.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nNguyễn Văn Mẫu\n"
    page = _page(client_for, world, signed)
    assert "Phần đọc được cần xem lại" not in page
    assert 'class="m m-doubt' not in page.split("data-paper>")[1]
