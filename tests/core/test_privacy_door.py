"""The guard stands at every form: nothing personal gets through, and honest words do."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.test import Client

from phongtrao.core.models import AuditEntry, IdempotencyRecord, Notice
from tests.world import World

pytestmark = pytest.mark.django_db
ADDRESS = "/thong-bao/da-doc/"
NUMBER = "051199000123"  # made up: the shape of a citizen number, of nobody


@pytest.fixture
def client(world: World, client_for: Callable[..., Client]) -> Client:
    """An, signed in, in the middle of a form."""
    return client_for(world.posting("An"))


def _sent(client: Client, **fields: Any) -> Any:
    return client.post(ADDRESS, {"_once": uuid.uuid4().hex, **fields})


def test_a_citizen_number_is_refused_with_the_covered_text_ready_to_send(client: Client) -> None:
    answer = _sent(client, text=f"Đề nghị xác minh CCCD {NUMBER} tại xã.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "chưa lưu gì" in page
    assert "Đề nghị xác minh CCCD" in page
    assert NUMBER not in page
    assert "Giữ nguyên và gửi" not in page


def test_the_covered_text_is_accepted(client: Client) -> None:
    page = _sent(client, text=f"Xác minh CCCD {NUMBER}.").content.decode()
    covered = re.search(r"<textarea[^>]*name=\"text\"[^>]*>\n(.*?)</textarea>", page, re.S)
    assert covered is not None
    assert _sent(client, text=covered[1]).status_code == 302


def test_nothing_of_a_refused_text_is_kept_anywhere(client: Client) -> None:
    before = AuditEntry.objects.count()
    _sent(client, text=f"CCCD {NUMBER}")
    assert AuditEntry.objects.count() == before
    assert not IdempotencyRecord.objects.exists()
    assert not Notice.objects.filter(text__contains=NUMBER).exists()


def test_an_office_telephone_goes_through_when_the_writer_says_so(client: Client) -> None:
    text = "Liên hệ đồng chí trực ban, điện thoại 0255 3822 123."
    page = _sent(client, text=text).content.decode()
    consent = re.search(r'name="_da_xem" value="([^"]+)"', page)
    assert consent is not None
    assert _sent(client, text=text, _da_xem=consent[1]).status_code == 302


def test_a_consent_does_not_serve_for_another_text(client: Client) -> None:
    page = _sent(client, text="Điện thoại 0255 3822 123.").content.decode()
    consent = re.search(r'name="_da_xem" value="([^"]+)"', page)
    assert consent is not None
    assert _sent(client, text="Điện thoại 0255 3999 888.", _da_xem=consent[1]).status_code == 422


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 41/KH-BCĐ ngày 27/9/2026, kinh phí 1.250.000.000 đồng.",
        "Tổng số 3.321 đơn vị hành chính cấp xã; mã 21484, 23500; tỷ lệ 81,05%.",
        "Căn cứ Nghị định 30/2020/NĐ-CP và Quyết định số 19/2025/QĐ-TTg.",
    ],
)
def test_honest_words_pass(client: Client, text: str) -> None:
    assert _sent(client, text=text).status_code == 302


def test_a_program_that_saves_in_the_background_gets_the_sentence(client: Client) -> None:
    answer = client.post(
        ADDRESS,
        {"_once": uuid.uuid4().hex, "text": f"CCCD {NUMBER}"},
        headers={"accept": "application/json"},
    )
    assert answer.status_code == 422
    assert answer.json()["code"] == "personal_data"
    assert NUMBER not in answer.content.decode()


def test_a_number_in_the_address_of_a_form_is_not_taken_either(client: Client) -> None:
    answer = client.post(f"{ADDRESS}?tim=CCCD {NUMBER}", {"_once": uuid.uuid4().hex})
    assert answer.status_code == 422
    assert not IdempotencyRecord.objects.exists()


def test_what_is_no_form_is_refused_since_nobody_could_read_it(client: Client) -> None:
    body = f'{{"text": "CCCD {NUMBER}"}}'
    answer = client.post(ADDRESS, body, content_type="application/json")
    assert answer.status_code == 415
    assert "biểu mẫu" in answer.content.decode()


def test_the_page_of_sign_in_keeps_no_number_of_a_failed_attempt(
    world: World, settings: Any
) -> None:
    settings.AXES_ENABLED = True
    answer = Client().post("/tai-khoan/login/", {"login": NUMBER, "password": "mat-khau-dai-12"})
    assert answer.status_code == 422
    assert not AccessAttempt.objects.exists()
