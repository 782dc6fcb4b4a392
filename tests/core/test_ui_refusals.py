"""The pages that tell a refusal: what happened, what was kept, what to do; never a traceback."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from phongtrao.core import http
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused, StaleVersion


class _Nobody:
    posting_id = None


def _without_token(answer):
    return re.sub(r'name="(csrfmiddlewaretoken|_once)" value="[^"]*"', "", answer.content.decode())


@pytest.fixture
def request_of():
    """A visitor's request."""

    def made(method="get", data=None, **headers):
        request = getattr(RequestFactory(), method)("/x/", data or {}, **headers)
        request.user = AnonymousUser()
        request.actor = _Nobody()
        request.id = "abc123"
        return request

    return made


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Không được."),
        Refused("Chưa được."),
        InvalidInput("Sai.", fields={"a": "Ô a <b>sai</b>."}),
    ],
)
def test_a_refusal_is_a_page_with_its_sentence(request_of, error):
    answer = http.refusal(request_of(), error)
    page = answer.content.decode()
    assert answer.status_code == error.status
    assert str(error) in page
    assert "<h1" in page
    assert "<b>sai" not in page


def test_what_is_not_there_or_not_for_him_looks_the_same(request_of):
    answer = http.refusal(request_of(), NotFound())
    assert answer.status_code == 404
    assert _without_token(answer) == _without_token(http.not_found(request_of()))


def test_a_fragment_gets_the_sentence_alone(request_of):
    answer = http.refusal(request_of(HTTP_HX_REQUEST="true"), Refused("Chưa được."))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Chưa được." in page
    assert "<html" not in page


def test_a_remedy_is_offered_as_a_link(request_of):
    error = Forbidden("Cần thêm.", remedy_url="/tai-khoan/2fa/", remedy_label="Thiết lập")
    page = http.refusal(request_of(), error).content.decode()
    assert 'href="/tai-khoan/2fa/"' in page


def test_a_conflict_shows_both_sides_and_keeps_what_was_typed(request_of):
    error = StaleVersion(
        mine={"Trích yếu": "của tôi", "Hạn": "01/02/2026"},
        theirs={"Trích yếu": "của người khác", "Hạn": "01/02/2026"},
        version=9,
    )
    typed = {"title": "của tôi <i>", "row_version": "8", "_once": "k" * 32}
    answer = http.refusal(request_of("post", typed), error)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "của người khác" in page
    assert "của tôi &lt;i&gt;</textarea>" in page
    assert 'name="row_version" value="9"' in page
    assert 'value="8"' not in page
    assert page.count("khác</span>") == 1


def test_without_a_known_version_the_text_can_only_be_copied(request_of):
    error = StaleVersion(mine={"a": "1"}, theirs={"a": "2"})
    page = http.refusal(request_of("post", {"title": "giữ lại"}), error).content.decode()
    assert "giữ lại" in page
    assert "thay bản đang lưu</button>" not in page


def test_an_unknown_address_has_a_page(client, db):
    answer = client.get("/khong-co-trang-nay/")
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()


def test_a_fault_of_ours_names_the_request(request_of):
    answer = http.server_error(request_of())
    assert answer.status_code == 500
    assert "abc123" in answer.content.decode()


def test_a_stale_token_says_what_to_do(request_of):
    answer = http.csrf_failure(request_of("post"))
    assert answer.status_code == 403
    assert "Chưa có gì được lưu" in answer.content.decode()
