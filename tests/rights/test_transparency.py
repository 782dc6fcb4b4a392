"""The public page: everything that can be stored, for anybody, made from the running code."""

import html
import re
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.core.management import call_command
from django.test import Client

from phongtrao.core import idempotency
from phongtrao.core.boundary import disclosure, schema
from phongtrao.core.boundary.indicators import Definition
from phongtrao.org import sign_in
from phongtrao.org.roles import Role
from phongtrao.reporting.models import Indicator
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.django_db
ADDRESS = "/minh-bach"


@pytest.fixture
def told(world: World) -> str:
    """The page as a visitor reads it; one official has a name that no word resembles."""
    world.add_posting("Nguyễn Thị Hư Cấu", "ca", "ba-to", Role.LEADER)
    cases.load_form(world)
    return html.unescape(Client().get(ADDRESS).content.decode())


def test_every_stored_field_is_on_the_page_with_a_vietnamese_name(told: str) -> None:
    assert disclosure.unnamed_fields() == []
    for label, fields in schema.listed_fields().items():
        assert f"<code>{label}</code>" in told
        assert all(f"<code>{field}</code>" in told for field in fields), label


def test_accounts_are_counted_by_role_and_nobody_is_named(told: str) -> None:
    assert re.search(r"Lãnh đạo cơ quan</td><td[^>]*>5<", told)
    assert "Hư Cấu" not in told


def test_a_visitor_and_an_official_get_the_same_page_to_keep(
    world: World, client_for: Callable[..., Client]
) -> None:
    visit, official = Client().get(ADDRESS), client_for(world.posting("An")).get(ADDRESS)
    assert visit.content == official.content
    assert "csrf" not in visit.content.decode()
    assert not visit.cookies
    assert visit["Cache-Control"] == "public, max-age=300"
    assert official["Cache-Control"] == "private, max-age=300"
    assert "Cookie" in visit["Vary"]


def test_every_page_leads_there(world: World, client_for: Callable[..., Client]) -> None:
    link = 'href="/minh-bach"'
    assert link in Client().get("/tai-khoan/login/").content.decode()
    assert link in client_for(world.posting("An")).get("/tro-giup/").content.decode()


def test_the_stated_times_are_those_of_the_code(told: str) -> None:
    assert "hết sau 30 phút không thao tác, muộn nhất sau 12 giờ" in told
    assert timedelta(minutes=30) == sign_in.IDLE_LIMIT
    assert timedelta(hours=12) == sign_in.SESSION_LIMIT
    assert "xóa sau 7 ngày" in told
    assert timedelta(days=7) == idempotency.KEPT_FOR


def _checked(out: StringIO) -> None:
    """The command on the database of the test, which has no need of being made ready."""
    with mock.patch("phongtrao.cli.prepare.ensure_ready"):
        call_command("rights", "check", stdout=out)


def test_the_page_says_what_the_command_says(told: str, world: World) -> None:
    out = StringIO()
    _checked(out)
    code = re.search(r"Mã cấu trúc: ([0-9a-f]{64})", out.getvalue())
    assert code is not None
    assert code[1] in told
    assert "Ranh giới được giữ" in out.getvalue()


def test_the_command_finds_a_wrong_row_however_it_came_in(world: World) -> None:
    cases.load_form(world)
    Indicator.objects.filter(code="HG07").update(is_scored=True)
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        _checked(out)
    assert ended.value.code == 1
    assert out.getvalue().startswith("HG07: ")


def test_the_hash_follows_what_may_be_counted() -> None:
    plain = Definition("CD01", "Số văn bản", unit="văn bản", disaggregation=("cấp",))
    split = Definition("CD01", "Số văn bản", unit="văn bản", disaggregation=("cấp", "loại"))
    assert disclosure.structure_hash([plain], []) == disclosure.structure_hash([plain], [])
    assert disclosure.structure_hash([plain], []) != disclosure.structure_hash([split], [])
    assert disclosure.structure_hash([plain], []) != disclosure.structure_hash([plain], [{"n": 1}])


def test_the_hash_follows_the_class_of_a_field(monkeypatch: pytest.MonkeyPatch) -> None:
    before = disclosure.structure_hash([], [])
    listed = {label: dict(fields) for label, fields in schema.listed_fields().items()}
    listed["core.Notice"]["text"] = "system"
    monkeypatch.setattr(disclosure, "listed_fields", lambda: listed)
    assert disclosure.structure_hash([], []) != before


def test_the_page_prints_without_menu_or_buttons(told: str) -> None:
    sheet = Path(sign_in.__file__).parents[1] / "core" / "static" / "core" / "print.css"
    assert "A4" in sheet.read_text(encoding="utf-8")
    assert "<form" not in told
    assert "sidebar" not in told
