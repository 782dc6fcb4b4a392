"""Approving on screen needs a second factor, outside the demo."""

import pytest
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import RequestFactory

from phongtrao.core import http
from phongtrao.core.errors import Forbidden
from phongtrao.org import sign_in
from phongtrao.org.roles import APPROVING, Role


def _request(actor, method="post"):
    request = getattr(RequestFactory(), method)("/", {"_once": "a" * 32})
    request.user = actor.account
    request.actor = actor
    return request


def _totp(actor):
    Authenticator.objects.create(user=actor.account, type="totp", data={"secret": "x"})


@pytest.mark.parametrize("capability", sorted(APPROVING))
def test_an_approval_without_a_second_factor_is_refused_with_the_way_out(world, capability):
    view = http.requires(capability)(lambda request: HttpResponse("duyệt rồi"))
    with pytest.raises(Forbidden) as refused:
        view(_request(world.actor("Bình")))
    assert "xác thực hai lớp" in str(refused.value)
    assert refused.value.data["remedy_url"].startswith("/tai-khoan/")


def test_with_a_second_factor_the_approval_passes(world):
    actor = world.actor("Bình")
    _totp(actor)
    view = http.requires("report.approve")(lambda request: HttpResponse("duyệt rồi"))
    assert view(_request(actor)).content.decode() == "duyệt rồi"


def test_recovery_codes_alone_are_no_second_factor(world):
    actor = world.actor("Bình")
    Authenticator.objects.create(user=actor.account, type="recovery_codes", data={})
    assert sign_in.needs_second_factor(actor)


def test_looking_and_other_work_need_no_second_factor(world):
    actor = world.actor("Bình")
    approve = http.requires("report.approve")(lambda request: HttpResponse("trang"))
    submit = http.requires("report.submit")(lambda request: HttpResponse("gửi"))
    assert approve(_request(actor, "get")).status_code == 200
    assert submit(_request(actor)).status_code == 200


def test_a_demo_account_needs_none(world):
    actor = world.actor("Bình")
    actor.account.is_demo = True
    sign_in.require_second_factor(actor)


def test_only_those_who_approve_are_led_to_set_it_up(world, client_for):
    assert sign_in.must_set_up_second_factor(world.actor("Bình"))
    assert not sign_in.must_set_up_second_factor(world.actor("Vân"))
    assert sign_in.approves(world.posting("Bình").account)
    assert world.posting("Kiểm").role == Role.AUDITOR
    assert not sign_in.approves(world.posting("Kiểm").account)
    page = client_for(world.posting("Bình")).get("/").content.decode()
    assert "Thiết lập ngay" in page
    _totp(world.actor("Bình"))
    assert "Thiết lập ngay" not in client_for(world.posting("Bình")).get("/").content.decode()
