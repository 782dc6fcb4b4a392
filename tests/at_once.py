"""Two officials in one moment: each act in a thread with a connection of its own."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.db.models import QuerySet

needs_rows_held = pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="SQLite holds the whole database for each writer",
)
_PATIENCE = 20.0  # seconds


class Act:
    """One act under way in its thread; `result` is what it gave or the error that it raised."""

    def __init__(self, act: Callable[[], Any]) -> None:
        self.result: Any = None
        self._act = act
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def ended(self) -> Any:
        """Wait for its end."""
        self._thread.join(_PATIENCE)
        assert not self._thread.is_alive(), "it waits for ever"
        return self.result

    def _run(self) -> None:
        try:
            self.result = self._act()
        except Exception as error:  # an error is an outcome here
            self.result = error
        finally:
            connections.close_all()


def both(rows: QuerySet[Any], *acts: Callable[[], Any]) -> list[Any]:
    """What each act came to, when all wait for the same row before any goes on."""
    with _held(rows):
        going = []
        for place, act in enumerate(acts, start=1):
            going.append(Act(act))
            _wait_for(place)
    return [each.ended() for each in going]


@contextmanager
def _held(rows: QuerySet[Any]) -> Iterator[None]:
    with transaction.atomic():
        assert list(rows.order_by("pk").select_for_update(of=("self",)))
        yield


def _wait_for(count: int) -> None:
    """Until this many other connections wait for a lock."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(DISTINCT pid) FROM pg_locks"
                " WHERE NOT granted AND pid <> pg_backend_pid()"
            )
            if cursor.fetchone()[0] >= count:
                return
        time.sleep(0.02)
    raise AssertionError("nobody waits for the row")
