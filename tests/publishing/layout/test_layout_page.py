"""The page: a file is checked, its faults are told once, and nothing of it stays."""

import io
import re
import uuid
from base64 import b64decode
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core.models import AuditEntry, IdempotencyRecord, StoredFile
from phongtrao.org.models import Posting
from tests.publishing.layout.papers import letter, report
from tests.publishing.layout.sheets import Source
from tests.world import World

pytestmark = pytest.mark.django_db
ADDRESS = "publishing:layout-check"
MOST = 20


@pytest.fixture
def client(world: World, client_for: Callable[[Posting], Client]) -> Client:
    """An officer."""
    return client_for(world.posting("An"))


def _sent(client: Client, data: bytes, name: str = "van-ban.docx", **more: Any) -> Any:
    file = SimpleUploadedFile(name, data)
    fields = {"file": file, "_once": uuid.uuid4().hex, **more}
    return client.post(reverse(ADDRESS), fields)


def _wrong() -> Source:
    return letter().changed(motto={"size": 11}, number={"text": "Số: 5/CAT-PV05"})


def test_the_faults_stand_in_groups_with_place_article_and_remedy(client: Client) -> None:
    answer = _sent(client, _wrong().docx())
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "có 2 chỗ chưa đúng thể thức" in text
    for words in (
        "Quốc hiệu, Tiêu ngữ",
        "Cỡ chữ Tiêu ngữ không phải 13–14.",
        "cỡ chữ 11",
        "Phụ lục I, Phần I, Mục II.1b",
        "Thêm số 0 phía trước, ví dụ 05.",
        "Số: 5/CAT-PV05",
        "data-print",
    ):
        assert words in text


def test_a_right_paper_is_told_so(client: Client) -> None:
    text = _sent(client, letter().docx()).content.decode()
    assert "đúng thể thức theo các quy tắc đã đối chiếu" in text


def test_a_doubtful_rule_is_shown_and_not_counted(client: Client) -> None:
    text = _sent(client, report().changed(plain={"size": 13}).docx()).content.decode()
    assert "đúng thể thức theo các quy tắc đã đối chiếu" in text
    assert "Chưa đối chiếu" in text
    assert "chỉ để tham khảo" in text


def test_the_workbook_holds_a_row_a_place_and_no_formula(client: Client) -> None:
    wrong = _wrong().changed(last={"text": "=1+1 thực hiện./.", "size": 11})
    text = _sent(client, wrong.docx()).content.decode()
    found = re.search(r"href=\"data:[^;]+;base64,([^\"]+)\"", text)
    assert found
    sheet = load_workbook(io.BytesIO(b64decode(found[1]))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[0] for row in rows] == ["B10", "D03", "I01"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_nothing_of_the_file_is_kept(client: Client) -> None:
    before = (StoredFile.objects.count(), AuditEntry.objects.count())
    _sent(client, _wrong().docx())
    assert (StoredFile.objects.count(), AuditEntry.objects.count()) == before
    assert not IdempotencyRecord.objects.exclude(body="").exists()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"MZ\x90\x00 program", "Chưa lưu gì"),
        ("a.docx", b"", ""),
        ("a.txt", "Kế hoạch năm 2026".encode(), "Chỉ kiểm tra được thể thức của tệp Word"),
    ],
)
def test_another_file_gets_a_clear_sentence(
    client: Client, name: str, data: bytes, words: str
) -> None:
    answer = _sent(client, data, name)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_without_a_file_the_form_asks_for_one(client: Client) -> None:
    answer = client.post(reverse(ADDRESS), {"_once": uuid.uuid4().hex})
    assert answer.status_code == 422


def test_a_paper_marked_secret_is_refused_whole(client: Client) -> None:
    secret = letter().changed(about={"text": "MẬT"})
    text = _sent(client, secret.docx()).content.decode()
    assert "Văn bản có dấu chỉ độ mật nên không được đưa lên" in text
    assert "Kính gửi" not in text


def test_the_page_asks_few_queries(client: Client) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(reverse(ADDRESS))
    assert len(asked) <= MOST
