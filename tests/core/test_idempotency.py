"""A form sent twice acts once."""

import threading
from collections.abc import Callable

import pytest
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from phongtrao.core import idempotency
from phongtrao.core.errors import InvalidInput, Refused
from phongtrao.core.models import IdempotencyRecord, Notice
from phongtrao.core.notify import notify
from tests.world import World

pytestmark = pytest.mark.database


def _request(world: World, key: str, text: str = "một") -> HttpRequest:
    request = HttpRequest()
    request.method, request.path = "POST", "/thu/"
    request.user = world.posting("An").account
    request.POST = QueryDict(mutable=True)
    request.POST.update({"_once": key, "text": text})
    return request


def _tells(world: World) -> Callable[[], HttpResponse]:
    account = world.posting("An").account_id

    def act() -> HttpResponse:
        notify([account], kind="thử", text="việc", address="/")
        return HttpResponseRedirect("/ket-qua/")

    return act


def test_the_same_form_sent_again_gets_the_same_answer_and_acts_once(world: World) -> None:
    first = idempotency.once(_request(world, "k1"), _tells(world))
    second = idempotency.once(_request(world, "k1"), _tells(world))
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert Notice.objects.count() == 1


def test_the_same_key_with_another_content_is_refused(world: World) -> None:
    idempotency.once(_request(world, "k1"), _tells(world))
    with pytest.raises(InvalidInput, match="đã được gửi"):
        idempotency.once(_request(world, "k1", "hai"), _tells(world))
    assert Notice.objects.count() == 1


def test_a_form_without_a_key_is_refused_and_nothing_is_done(world: World) -> None:
    with pytest.raises(InvalidInput, match="chưa lưu gì"):
        idempotency.once(_request(world, ""), _tells(world))
    assert not Notice.objects.exists()


def test_an_invalid_form_leaves_nothing_so_its_key_can_be_used_again(world: World) -> None:
    def invalid() -> HttpResponse:
        _tells(world)()
        return HttpResponse("sai", status=422)

    assert idempotency.once(_request(world, "k1"), invalid).status_code == 422
    assert not Notice.objects.exists()
    assert not IdempotencyRecord.objects.exists()
    assert idempotency.once(_request(world, "k1", "sửa"), _tells(world)).status_code == 302


def test_a_refusal_undoes_what_was_done_before_it(world: World) -> None:
    def refused() -> HttpResponse:
        _tells(world)()
        raise Refused("không được")

    with pytest.raises(Refused):
        idempotency.once(_request(world, "k1"), refused)
    assert not Notice.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_ten_equal_forms_at_once_act_once(world: World) -> None:
    answers: list[str] = []

    def send() -> None:
        try:
            answers.append(idempotency.once(_request(world, "k1"), _tells(world))["Location"])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["/ket-qua/"] * 10
    assert Notice.objects.count() == 1
