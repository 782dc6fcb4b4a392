"""Appendices and tables of *Soạn văn bản*: typed, pasted from a spreadsheet, or sent as a file."""

import io
import re
import uuid
from base64 import b64decode
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from openpyxl import Workbook
from pypdf import PdfReader

from phongtrao.core.models import StoredFile
from phongtrao.org.models import Posting
from phongtrao.publishing.layout_check.check import check
from tests.core.uploads.doors import CONTACT
from tests.publishing.test_composing import TYPED
from tests.publishing.word.docx_facts import text_of
from tests.world import World

pytestmark = pytest.mark.django_db
TABLE = "STT\tTên xã\tSố hội nghị\n1\tBa Tơ\t12\n2\tĐăk Hà\t1.204\n"
PLAN = {
    **TYPED,
    "issuer": "Công an xã Ba Tơ",
    "symbol": "KH-CAX",
    "decider": "",
    "authority": "OWN",
    "office": "Trưởng Công an xã",
    "content": "I. Mục đích\nNâng cao ý thức.",
    "recipients": "Như trên",
}


@pytest.fixture
def client(world: World, client_for: Callable[[Posting], Client]) -> Client:
    """An officer."""
    return client_for(world.posting("An"))


def _sent(client: Client, **changes: Any) -> Any:
    address = f"{reverse('publishing:paper-compose')}?loai=ke-hoach"
    return client.post(address, {**PLAN, **changes, "_once": uuid.uuid4().hex})


def _files(answer: Any) -> tuple[bytes, list[str]]:
    """The Word file, and the text of each page of the PDF."""
    text = answer.content.decode()
    word, pdf = map(b64decode, re.findall(r"href=\"data:[^;]+;base64,([^\"]+)\"", text))
    return word, [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def _rows(word: bytes) -> list[list[str]]:
    """The cells of the table that was typed."""
    for table in Document(io.BytesIO(word)).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if "TT" in rows[0][0]:
            return rows
    raise AssertionError("no table")


def _workbook(*rows: list[Any], name: str = "bang.xlsx") -> SimpleUploadedFile:
    book, data = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(data)
    return SimpleUploadedFile(name, data.getvalue())


def test_each_appendix_has_sheets_of_its_own_with_number_title_and_reference(
    client: Client,
) -> None:
    answer = _sent(
        client,
        appendix_1_title="Danh sách xã",
        appendix_1_text=f"Số liệu đến ngày 30/6.\n{TABLE}Số liệu do Công an xã báo cáo.",
        appendix_3_title="Phân công",
        appendix_3_text="Công an xã chủ trì.",
    )
    word, pages = _files(answer)
    assert check(word) == []
    assert "Nội dung chi tiết tại 2 Phụ lục kèm theo kế hoạch này" in text_of(word)
    assert len(pages) == 3
    for page, words in ((pages[1], "Phụ lục I\nDANH SÁCH"), (pages[2], "Phụ lục II\nPHÂN CÔNG")):
        assert words in page
        assert "(Kèm theo Kế hoạch số" in page
    assert _rows(word)[2] == ["2", "Đăk Hà", "1.204"]
    assert "Đăk Hà" in pages[1]


def test_a_table_that_is_pasted_into_the_text_stands_there(client: Client) -> None:
    content = f"I. Kết quả\nCụ thể:\n{TABLE}II. Kiến nghị\nHỗ trợ."
    word, pages = _files(_sent(client, content=content))
    assert check(word) == []
    assert _rows(word)[2] == ["2", "Đăk Hà", "1.204"]
    text = "".join(pages)
    assert 0 < text.index("Cụ thể") < text.index("Đăk Hà") < text.index("Hỗ trợ"), text


def test_empty_last_cells_of_a_pasted_table_are_cells(client: Client) -> None:
    text = "TT\tViệc\tGhi chú\n1\tTuyên truyền\t\n2\tVận động\t"
    word, _ = _files(_sent(client, appendix_1_title="Việc", appendix_1_text=text))
    assert _rows(word)[1:] == [["1", "Tuyên truyền", ""], ["2", "Vận động", ""]]


def test_who_names_the_appendix_himself_is_not_repeated(client: Client) -> None:
    content = "I. Danh sách\nDanh sách tại Phụ lục kèm theo."
    word, _ = _files(_sent(client, content=content, appendix_1_title="Xã", appendix_1_text=TABLE))
    assert "chi tiết tại" not in text_of(word)


def test_a_table_too_wide_for_a_sheet_upright_lies_across(client: Client) -> None:
    wide = "\n".join("\t".join(["TT", *["Nghiêngnghiêng"] * 12]) for _row in range(2))
    for text, wish, is_across in ((wide, "", True), (TABLE, "", False), (TABLE, "on", True)):
        sent = {"appendix_1_title": "Bảng", "appendix_1_text": text, "appendix_1_across": wish}
        word, _ = _files(_sent(client, **{name: each for name, each in sent.items() if each}))
        sheet = Document(io.BytesIO(word)).sections[-1]
        assert (sheet.page_width > sheet.page_height) is is_across
        assert check(word) == []


def test_a_table_comes_from_the_first_sheet_of_a_workbook(client: Client) -> None:
    book = _workbook(["TT", "Xã", "Tỷ lệ", "Ngày"], [1, "Ba Tơ", 12.5, date(2026, 1, 9)])
    answer = _sent(client, appendix_2_title="Xã", appendix_2_text="Gồm:", appendix_2_file=book)
    word, _ = _files(answer)
    assert _rows(word)[1] == ["1", "Ba Tơ", "12,5", "09/01/2026"]
    assert "1\tBa Tơ\t12,5\t09/01/2026" in answer.content.decode()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đầu\nA\tB\n1\t2\t3", "Bảng bắt đầu ở dòng 2: dòng 3 có 3 ô, hàng đầu có 2 ô"),
        ("\n".join(["A\tB"] * 301), "có 301 hàng, quá 300"),
        ("\n".join(["\t".join("ABCDEFGHIJKLMNOP")] * 2), "có 16 cột, quá 15"),
        (f"A\tB\n1\t{'x' * 501}", "dòng 2 có ô dài 501 ký tự, quá 500"),
        ("Một.\nA\tB\n1\t2\n" + "x" * 30_000, "Đoạn thứ 4 dài 30.000 ký tự"),
        ("A\tB\u202e\n1\t2", "Đã bỏ 1 ký tự ẩn"),
        ("A\tB\n1\tTối mật", "dấu chỉ độ mật"),
    ],
)
@pytest.mark.parametrize("field", ["appendix_1_text", "content"])
def test_what_is_wrong_with_a_table_is_told_and_the_text_kept(
    client: Client, field: str, text: str, words: str
) -> None:
    answer = _sent(client, **{"appendix_1_title": "Bảng", "appendix_1_text": "Chữ.", field: text})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert text.splitlines()[0].replace("\u202e", "") in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"appendix_1_text": "Chỉ có nội dung."}, "Hãy ghi tên phụ lục"),
        ({"appendix_1_title": "Chỉ có tên"}, "Phụ lục chưa có nội dung"),
    ],
)
def test_an_appendix_needs_title_and_text(
    client: Client, changes: dict[str, str], words: str
) -> None:
    answer = _sent(client, **changes)
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (SimpleUploadedFile("a.xlsx", b"MZ\x90\x00"), "Nâng cao ý thức."),
        (SimpleUploadedFile("a.txt", "Chỉ là chữ".encode()), "Tệp không có bảng nào đọc được."),
        (_workbook(*[["A", "B"]] * 301), "quá 300 hàng hoặc 15 cột"),
    ],
)
def test_a_file_without_a_table_that_fits_is_told_and_nothing_is_kept(
    client: Client, file: SimpleUploadedFile, words: str
) -> None:
    file.seek(0)
    answer = _sent(client, appendix_1_title="B", appendix_1_text="Chữ.", appendix_1_file=file)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_a_workbook_with_personal_data_is_held(client: Client) -> None:
    book = _workbook(["A", "B"], [CONTACT, ""])
    answer = _sent(client, appendix_1_title="B", appendix_1_file=book)
    assert answer.status_code == 422
    assert "Tệp cần xem lại" in answer.content.decode()
