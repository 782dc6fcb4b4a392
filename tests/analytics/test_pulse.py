"""Nothing that has changed goes unnoticed, whoever changed it."""

import sqlite3
from contextlib import suppress

import pytest
from django.db import connection, transaction

from phongtrao.analytics.models import FigureChange
from phongtrao.analytics.queries import pulse
from phongtrao.core import clock
from phongtrao.core.models import LoadedPack

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite has such marks"),
]


def load(name: str) -> LoadedPack:
    return LoadedPack.objects.create(name=name, version="1", loaded_at=clock.now())


def test_a_change_of_this_connection_is_felt() -> None:
    before = pulse.feel_pulse()
    assert pulse.feel_pulse() is before
    load("a")
    assert pulse.feel_pulse() != before


def test_a_change_by_another_connection_is_felt() -> None:
    load("a")
    before = pulse.feel_pulse()
    name = connection.settings_dict["NAME"]
    with sqlite3.connect(name, uri=True) as other:
        other.execute("DELETE FROM core_loadedpack")
    other.close()
    assert pulse.feel_pulse() != before


def test_what_was_taken_back_is_not_felt_any_more() -> None:
    before = pulse.feel_pulse()
    with suppress(RuntimeError), transaction.atomic():
        load("a")
        within = pulse.feel_pulse()
        raise RuntimeError
    assert within != before
    assert pulse.feel_pulse() == before
    assert FigureChange.objects.count() == 0
