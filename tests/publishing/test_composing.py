"""The page *Soạn văn bản*: any kind of paper, taken along as Word and PDF, kept nowhere."""

import io
import re
import uuid
from base64 import b64decode
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from phongtrao.core.models import IdempotencyRecord, StoredFile
from phongtrao.org.models import Posting
from phongtrao.publishing.layout_check.check import check
from phongtrao.publishing.models import Paper
from tests.publishing.word.docx_facts import text_of
from tests.world import World

pytestmark = pytest.mark.django_db
MOST = 20
TYPED = {
    "parent_body": "",
    "issuer": "Ủy ban nhân dân xã Ba Tơ",
    "symbol": "QĐ-UBND",
    "place": "Ba Tơ",
    "issued_on": "09/01/2026",
    "abstract": "Về việc phân công nhiệm vụ",
    "decider": "Chủ tịch Ủy ban nhân dân xã Ba Tơ",
    "legal_bases": "Căn cứ Luật Tổ chức chính quyền địa phương",
    "content": (
        "Điều 1. Giao Công an xã chủ trì:\na) Tuyên truyền;\nb) Vận động.\nĐiều 2. Thi hành."
    ),
    "recipients": "Như Điều 2",
    "authority": "FOR_HEAD",
    "behalf": "Chủ tịch",
    "office": "Phó Chủ tịch",
    "name": "Trần Văn Bình",
}


@pytest.fixture
def client(world: World, client_for: Callable[[Posting], Client]) -> Client:
    """An officer."""
    return client_for(world.posting("An"))


def _sent(client: Client, kind: str = "quyet-dinh", query: str = "", **changes: Any) -> Any:
    address = f"{reverse('publishing:paper-compose')}?loai={kind}{query}"
    return client.post(address, {**TYPED, **changes, "_once": uuid.uuid4().hex})


def _files(answer: Any) -> list[bytes]:
    text = answer.content.decode()
    return [b64decode(each) for each in re.findall(r"href=\"data:[^;]+;base64,([^\"]+)\"", text)]


def test_every_kind_is_offered_and_opens(client: Client) -> None:
    choice = client.get(reverse("publishing:paper-compose")).content.decode()
    links = re.findall(r"href=\"([^\"]*\?loai=[^\"]+)\"", choice)
    assert len(links) == 29 + 14
    for link in (links[0], links[17], links[22], links[-1]):
        assert client.get(link.replace("&amp;", "&")).status_code == 200


def test_an_official_takes_the_paper_along_as_word_and_as_pdf(client: Client) -> None:
    answer = _sent(client)
    assert answer.status_code == 200
    word, pdf = _files(answer)
    assert check(word) == []
    text = text_of(word)
    assert "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in text
    assert "Điều 2. Thi hành./." in text
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "PHÓ CHỦ TỊCH" in printed
    assert "đúng thể thức theo các quy tắc đã đối chiếu" in answer.content.decode()


def test_what_was_typed_stays_on_the_page_and_nowhere_else(client: Client) -> None:
    answer = _sent(client)
    assert "Giao Công an xã chủ trì:" in answer.content.decode()
    assert not Paper.objects.exists()
    assert not StoredFile.objects.exists()
    assert not any("Giao Công an xã" in row.body for row in IdempotencyRecord.objects.all())


def test_a_joint_paper_needs_the_signer_of_the_other_body(client: Client) -> None:
    joint = {
        "partners": "Mặt trận Tổ quốc xã",
        "symbol": "CTr-UBND-MTTQ",
        "authority": "COLLECTIVE",
        "behalf": "Ủy ban nhân dân",
        "deputy_for": "Chủ tịch",
        "second_authority": "COLLECTIVE",
        "second_behalf": "Ban Thường trực",
    }
    alone = _sent(client, "chuong-trinh", **joint)
    assert alone.status_code == 422
    assert "cần người ký của cơ quan cùng ban hành" in alone.content.decode()
    word, _ = _files(_sent(client, "chuong-trinh", **joint, second_office="Chủ tịch"))
    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in text_of(word)
    assert "ỦY BAN NHÂN DÂN XÃ BA TƠ -\nMẶT TRẬN TỔ QUỐC XÃ" in text_of(word)
    assert check(word) == []


def test_a_party_paper_has_the_partys_layout(client: Client) -> None:
    party = {"issuer": "Đảng ủy xã Ba Tơ", "symbol": "CTr/ĐU", "content": "I. Mục đích\nVững."}
    word, _ = _files(_sent(client, "chuong-trinh", "&he=dang", **party))
    assert "Số " in text_of(word)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text_of(word)
    assert "K/T CHỦ TỊCH" in text_of(word)


def test_faults_of_what_was_typed_are_told_beside_the_paper(client: Client) -> None:
    answer = _sent(client, content="Điều 1. Phục vụ nhân dân.")
    assert "“Nhân dân” không viết hoa." in answer.content.decode()
    assert len(_files(answer)) == 2


@pytest.mark.parametrize("kind", ["thu-tinh", "ket-luan", "", "../x"])
def test_a_kind_that_is_not_there_is_not_found(client: Client, kind: str) -> None:
    assert client.get(f"{reverse('publishing:paper-compose')}?loai={kind}").status_code == 404


def test_marks_of_direction_and_controls_are_taken_out_and_told(client: Client) -> None:
    answer = _sent(client, abstract="Về\u202e việc\x07 giao\x00 nhiệm vụ")
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Đã bỏ 3 ký tự ẩn" in text
    assert "Về việc giao nhiệm vụ" in text
    assert "\u202e" not in text


def test_a_paragraph_beyond_reading_is_named_by_its_place(client: Client) -> None:
    answer = _sent(client, content="Một.\n" + "x" * 30_000)
    assert answer.status_code == 422
    assert "Đoạn thứ 2 dài 30.000 ký tự" in answer.content.decode()
    assert "x" * 30_000 in answer.content.decode()


def test_ten_megabytes_in_a_paragraph_are_refused_with_a_sentence(client: Client) -> None:
    answer = _sent(client, content="x" * 10_000_000)
    assert answer.status_code == 413
    assert "quá lớn nên không đọc được và không có gì được lưu" in answer.content.decode()


def test_a_mark_of_secrecy_is_refused_and_the_text_kept(client: Client) -> None:
    answer = _sent(client, opening="Tối mật")
    assert answer.status_code == 422
    assert "dấu chỉ độ mật" in answer.content.decode()
    assert "Vận động." in answer.content.decode()


def test_signing_for_somebody_names_him(client: Client) -> None:
    answer = _sent(client, behalf="")
    assert answer.status_code == 422
    assert "ký thay, thay mặt hoặc thừa lệnh ai" in answer.content.decode()


def test_the_page_asks_little_of_the_database(client: Client) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(f"{reverse('publishing:paper-compose')}?loai=ke-hoach")
    assert len(queries) <= MOST
