"""The rival of the list benchmark shows the same page: same rows, same frame, same filters."""

import re
from collections.abc import Callable

import pytest
from bench.rival import settings as rival_settings
from django.test import Client, override_settings

from phongtrao.org.models import Posting
from tests.reporting.cases import open_round
from tests.world import World

pytestmark = pytest.mark.django_db
ADDRESS = "/bao-cao/danh-sach/"


def _words(page: str) -> list[str]:
    """What a reader sees, without the request's own number."""
    text = re.sub(r"<(script|style|svg).*?</\1>", " ", page, flags=re.S)
    text = re.sub(r"Mã yêu cầu \w+", " ", text)
    return re.sub(r"<[^>]+>", " ", text).split()


def test_both_pages_say_the_same(world: World, client_for: Callable[[Posting], Client]) -> None:
    open_round(world)
    client = client_for(world.posting("An"))
    ours = client.get(ADDRESS).content.decode()
    with override_settings(
        ROOT_URLCONF=rival_settings.ROOT_URLCONF, TEMPLATES=rival_settings.TEMPLATES
    ):
        theirs = client.get(ADDRESS).content.decode()
    assert "list-table" in theirs
    assert _words(theirs) == _words(ours)
