"""Every view says what it needs, and every route is known."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from phongtrao.org.roles import CAPABILITIES

ROOT = Path(__file__).resolve().parents[2]
ROUTES = ROOT / "docs" / "reference" / "routes.txt"
KNOWN = {"public", "signed-in"} | {name for names in CAPABILITIES.values() for name in names}
# allauth's views carry their own sign-in rules; only these of its pages are open to visitors.
THIRD_PARTY = ("allauth.", "django.contrib.")


def _walk(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, address)
        else:
            yield address, entry


def _ours() -> list[tuple[str, URLPattern]]:
    return [
        (address, entry)
        for address, entry in _walk(get_resolver().url_patterns)
        if not entry.callback.__module__.startswith(THIRD_PARTY)
    ]


def test_every_view_declares_its_permission() -> None:
    bare = [address for address, entry in _ours() if not hasattr(entry.callback, "requires")]
    assert not bare


def test_every_declared_permission_is_held_by_some_role() -> None:
    unknown = {
        (address, entry.callback.requires)
        for address, entry in _ours()
        if entry.callback.requires not in KNOWN
    }
    assert not unknown


def test_no_route_appears_or_vanishes_unseen() -> None:
    """Refresh with `python scripts/routes.py` and say in the CHANGELOG what moved."""
    found = sorted(f"{address}\t{entry.callback.requires}" for address, entry in _ours())
    listed = ROUTES.read_text(encoding="utf-8").splitlines()
    assert found == listed


@pytest.mark.django_db
def test_a_visitor_is_led_to_sign_in_everywhere(client: Any) -> None:
    for address, entry in _ours():
        if entry.callback.requires == "public":
            continue
        answer = client.get("/" + _filled(address))
        if address.startswith("api/"):  # a program is told, not led
            assert answer.status_code in (401, 405), address
            continue
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/tai-khoan/"), address


def _filled(address: str) -> str:
    return re.sub(r"<(?:\w+:)?\w+>", "1", address)
