"""Pages speak Vietnamese until somebody chooses English."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_an_english_browser_still_gets_vietnamese(client: Client) -> None:
    answer = client.get("/tai-khoan/login/", headers={"accept-language": "en-US,en;q=0.9"})
    assert answer["Content-Language"] == "vi"
    assert "Đăng nhập" in answer.content.decode()


def test_the_choice_of_english_holds(client: Client) -> None:
    client.cookies["django_language"] = "en"
    answer = client.get("/tai-khoan/login/")
    assert answer["Content-Language"] == "en"
    assert "Sign in" in answer.content.decode()


def test_a_language_that_we_do_not_have_is_ignored(client: Client) -> None:
    client.cookies["django_language"] = "../../etc"
    assert client.get("/tai-khoan/login/")["Content-Language"] == "vi"


def test_pages_are_compressed_for_slow_lines(client: Client) -> None:
    answer = client.get("/tai-khoan/login/", headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert len(answer.content) < 8_000
