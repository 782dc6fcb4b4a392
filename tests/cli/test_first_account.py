"""The first account: made on the server, once, with a password that must be replaced."""

import io

import pytest
from django.core.management import CommandError, call_command

from phongtrao.cli import prepare
from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput, Refused
from phongtrao.core.models import AuditEntry
from phongtrao.org.models import Account, Posting
from phongtrao.org.permissions import actor_for
from phongtrao.org.roles import Role
from tests.world import World

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def _world_instead_of_the_country(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small world stands for the packaged country, and has no administrator yet."""
    monkeypatch.setattr(prepare, "ensure_ready", lambda: None)


@pytest.fixture
def empty(world: World) -> World:
    """The world before anybody administers it."""
    Posting.objects.filter(role=Role.ADMINISTRATOR).update(valid_to=clock.today())
    return world


def _open(username: str, **options: str) -> str:
    out = io.StringIO()
    call_command("first_account", username, name="Lê Thị Mẫu", stdout=out, **options)
    return out.getvalue()


def test_it_makes_an_administrator_of_the_country_who_must_replace_the_password(
    empty: World,
) -> None:
    said = _open("Quan.Tri")
    account = Account.objects.get(username="quan.tri")
    posting = account.postings.get()
    password = said.split("một lần: ")[1].split()[0]
    assert account.check_password(password)
    assert account.must_change_password
    assert not account.is_demo
    assert (posting.role, posting.body.kind_id) == (Role.ADMINISTRATOR, "ca")
    assert posting.body.area_id == 1
    assert actor_for(account, clock.today()).posting is None
    verbs = set(AuditEntry.objects.filter(actor__startswith="cli:").values_list("verb", flat=True))
    assert verbs == {"account.opened", "posting.made"}


def test_it_makes_an_administrator_of_a_named_province(empty: World) -> None:
    assert "Quảng Ngãi" in _open("quan.tri", province="Quảng Ngãi", body="mttq")
    posting = Posting.objects.get(account__username="quan.tri")
    assert posting.body == empty.body("mttq", "quang-ngai")


def test_where_an_administrator_is_already_none_is_added(empty: World) -> None:
    _open("quan.tri")
    with pytest.raises(Refused, match=r"Đã có quản trị hệ thống \(quan.tri\)"):
        _open("nguoi.khac", province="Gia Lai")
    assert not Account.objects.filter(username="nguoi.khac").exists()


def test_an_unknown_or_former_province_opens_nothing(empty: World) -> None:
    for name in ("Không Có", "Kon Tum"):
        with pytest.raises(CommandError, match="Không rõ"):
            _open("quan.tri", province=name)
    assert not Account.objects.filter(username="quan.tri").exists()


def test_a_taken_user_name_is_refused(empty: World) -> None:
    taken = Account.objects.first()
    assert taken is not None
    with pytest.raises(InvalidInput, match="đã có người dùng"):
        _open(taken.username)


def test_the_demo_opens_no_real_account(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.conf.settings.DEMO", True)
    with pytest.raises(CommandError, match="trình diễn"):
        _open("quan.tri")
