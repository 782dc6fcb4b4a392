"""Tokens: made by their holder with his password, shown once, ended by time, hand or posting."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from phongtrao.core import audit, clock
from phongtrao.core.errors import Forbidden, NotFound, Refused
from phongtrao.org import actions, queries
from phongtrao.org.models import AccessToken, Account, Posting
from phongtrao.org.roles import APPROVING, BY_TOKEN, CAPABILITIES
from tests.api.conftest import Program
from tests.world import PASSWORD, World

pytestmark = pytest.mark.django_db
Make = Callable[..., Program]
SignIn = Callable[[Posting], Client]
PAGE = "/dia-ban/ma-truy-cap/"


def _form(**changes: Any) -> dict[str, Any]:
    typed = {"name": "Phần mềm số liệu", "capabilities": ["report.read"], "days": "30",
             "password": PASSWORD, "_once": "mot-lan-thoi"}  # fmt: skip
    return typed | changes


def test_a_token_is_shown_once_and_kept_as_a_hash(world: World, client_for: SignIn) -> None:
    Account.objects.update(is_demo=True)  # no second factor is asked of them
    client = client_for(world.posting("Chi"))
    answer = client.post(PAGE, _form())
    [text] = re.findall(r"ptr_[\w-]{43}", answer.content.decode())
    token = AccessToken.objects.get()
    assert text not in repr(vars(token))
    assert text[:8] == token.hint
    again = client.post(PAGE, _form())
    assert text not in client.get(PAGE).content.decode() + again.content.decode()
    assert AccessToken.objects.count() == 1
    assert Program(text).get("/me").status_code == 200
    entry = audit.entries_of(token).get()
    assert entry.verb == "token.made"
    assert text not in str(entry.auditpayload.payload)


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "sai-mat-khau-1"},
        {"days": "365"},
        {"name": ""},
        {"capabilities": ["report.approve"]},
        {"capabilities": []},
    ],
)
def test_a_form_that_does_not_fit_makes_no_token(
    world: World, client_for: SignIn, wrong: dict[str, Any]
) -> None:
    Account.objects.update(is_demo=True)
    assert client_for(world.posting("Chi")).post(PAGE, _form(**wrong)).status_code == 422
    assert not AccessToken.objects.exists()


def test_whoever_approves_on_screen_needs_his_second_factor_first(
    world: World, client_for: SignIn
) -> None:
    refused = client_for(world.posting("Bình")).post(PAGE, _form())
    assert refused.status_code == 403
    assert "hai lớp" in refused.content.decode()
    Account.objects.update(is_demo=True)
    assert client_for(world.posting("Bình")).post(PAGE, _form()).status_code == 200


def test_nothing_that_approves_can_be_given_to_a_program(world: World) -> None:
    assert not APPROVING & set(BY_TOKEN)
    assert set(BY_TOKEN) <= {each for held in CAPABILITIES.values() for each in held}
    with pytest.raises(Forbidden):
        actions.make_token(
            name="x", capabilities=["report.approve"], days=1, by=world.actor("Bình")
        )
    with pytest.raises(Forbidden):
        actions.make_token(name="x", capabilities=["report.fill"], days=1, by=world.actor("Bình"))


def test_a_token_ends_by_time_by_hand_and_with_posting_account_and_password(
    world: World, program: Make
) -> None:
    caller, chi = program("Chi"), world.posting("Chi")

    def status() -> int:
        code: int = caller.get("/me").status_code
        return code

    assert status() == 200
    assert AccessToken.objects.get().last_used_on == clock.today()
    with clock.set_to(clock.now() + timedelta(days=30)):
        assert status() == 401
    for holder, field, value in (
        (chi, "valid_to", clock.today()),
        (chi.account, "is_active", False),
        (chi.account, "must_change_password", True),
    ):
        before = getattr(holder, field)
        type(holder).objects.filter(pk=holder.pk).update(**{field: value})
        assert status() == 401, field
        type(holder).objects.filter(pk=holder.pk).update(**{field: before})
    assert status() == 200
    token = AccessToken.objects.get()
    with pytest.raises(NotFound):
        queries.token_for(world.actor("An"), token.pk)
    with pytest.raises(Forbidden):
        actions.revoke_token(token, by=world.actor("An"))
    actions.revoke_token(token, by=world.actor("Chi"))
    assert status() == 401
    with pytest.raises(Refused):
        actions.revoke_token(token, by=world.actor("Chi"))


def test_no_other_way_opens_the_door(world: World, client_for: SignIn, program: Make) -> None:
    caller = program("Chi")
    browser = client_for(world.posting("Chi"))
    for refused in (
        browser.get("/api/v1/me"),
        Client().get("/api/v1/me", {"token": caller.token, "access_token": caller.token}),
        Client().get("/api/v1/me", headers={"authorization": f"Basic {caller.token}"}),
        Program("ptr_" + "x" * 43).get("/me"),
        Program("x" * 5000).get("/me"),
    ):
        assert refused.status_code == 401
        assert refused["WWW-Authenticate"] == "Bearer"
        assert refused["Content-Type"] == "application/problem+json"


def test_a_demo_account_opens_on_this_machine_only(program: Make) -> None:
    caller = program("Chi")
    Account.objects.update(is_demo=True)
    assert caller.get("/me").status_code == 200
    assert caller.get("/me", **{"x-forwarded-for": "10.1.1.1"}).status_code == 401


def test_too_many_calls_are_told_to_wait(program: Make, settings: Any) -> None:
    settings.API_CALLS_A_MINUTE = 3
    caller, other = program("Chi"), program("An")
    codes = [caller.get("/me").status_code for _call in range(4)]
    assert codes == [200, 200, 200, 429]
    told = caller.get("/me")
    assert int(told["Retry-After"]) > 0
    assert told.json()["code"] == "rate"
    assert other.get("/me").status_code == 200


def test_refusals_speak_the_language_that_is_asked_for(program: Make) -> None:
    caller = program("Chi")
    told = caller.get("/areas", {"limit": "nhieu"})
    assert told["Content-Language"] == "vi"
    assert told.json()["errors"] == [{"place": "query.limit", "message": "Phải là số nguyên."}]
    english = caller.get("/reports/5", **{"accept-language": "en-GB,en;q=0.9,vi;q=0.5"})
    assert (english.status_code, english["Content-Language"]) == (404, "en")
    assert english.json()["title"] == "Not Found"
