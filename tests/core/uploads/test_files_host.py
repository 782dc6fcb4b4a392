"""What is served back is inert; where files have a host of their own, the pages serve none."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from phongtrao.config import environment
from phongtrao.config.environment import BadSetting
from phongtrao.core.models import StoredFile
from phongtrao.intake.models import Draft
from tests.core.uploads.doors import Door

pytestmark = pytest.mark.django_db
HOST = "tep.testserver"
Open = Callable[[str], Door]


@pytest.fixture
def at(door: Open) -> Door:
    """An, who has received a plan."""
    at = door("intake")
    assert at.send(at.paper()).status_code == 302
    return at


@pytest.fixture
def address(at: Door) -> str:
    """Where An downloads the plan."""
    return reverse("intake:draft-file", args=[Draft.objects.get().pk])


@pytest.fixture
def own_host(settings: Any) -> Iterator[Client]:
    """A browser at the host of files: it has no session there."""
    settings.FILES_HOST = HOST
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, HOST]
    return Client(headers={"host": HOST})


def _content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def _assert_inert(answer: Any) -> None:
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in answer["Cache-Control"]


def test_without_a_host_of_their_own_files_come_inert_from_the_pages(
    at: Door, address: str
) -> None:
    answer = at.client.get(address)
    _assert_inert(answer)
    assert "KẾ HOẠCH".encode() in _content(answer)


def test_the_pages_lead_to_the_files_host_and_serve_no_byte(
    at: Door, address: str, own_host: Client
) -> None:
    answer = at.client.get(address)
    assert answer.status_code == 302
    assert _content(answer) == b""
    assert urlsplit(answer["Location"]).netloc == HOST
    assert at.client.get(urlsplit(answer["Location"]).path).status_code == 404


def test_the_files_host_gives_the_file_inert_without_any_cookie(
    at: Door, address: str, own_host: Client
) -> None:
    path = urlsplit(at.client.get(address)["Location"]).path
    answer = own_host.get(path)
    _assert_inert(answer)
    assert "KẾ HOẠCH".encode() in _content(answer)
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/", "/tai-khoan/login/", "/static/core/site.js", "/tep/", "/x"])
def test_the_files_host_serves_nothing_else(at: Door, own_host: Client, path: str) -> None:
    for answer in (own_host.get(path), own_host.post(path, {"a": "b"})):
        assert answer.status_code == 404
        assert answer["Content-Type"].startswith("text/plain")
        assert not answer.cookies


def test_an_address_holds_for_a_minute_and_for_one_file(
    at: Door, address: str, own_host: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = urlsplit(at.client.get(address)["Location"]).path
    assert own_host.get(path + "x").status_code == 404
    signed_at = signing.time.time()  # type: ignore[attr-defined]
    monkeypatch.setattr(signing.time, "time", lambda: signed_at + 61)  # type: ignore[attr-defined]
    answer = own_host.get(path)
    assert answer.status_code == 404
    assert "hết hạn" in answer.content.decode()


def test_a_damaged_file_is_told_in_words(at: Door, address: str, own_host: Client) -> None:
    path = urlsplit(at.client.get(address)["Location"]).path
    StoredFile.objects.update(sha256="0" * 64)
    assert own_host.get(path).status_code == 404


@pytest.mark.parametrize("host", ["https://tep.vn", "tep.vn/x", "tep vn", "-tep", "localhost:9000"])
def test_a_host_that_cannot_be_one_stops_the_start(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PHONGTRAO_FILES_HOST", host)
    with pytest.raises(BadSetting):
        environment.files_host("PHONGTRAO_FILES_HOST", taken=["localhost"])


def test_a_host_may_have_a_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHONGTRAO_FILES_HOST", "Tep.Vn:8443")
    assert environment.files_host("PHONGTRAO_FILES_HOST", taken=["vn"]) == "tep.vn:8443"
