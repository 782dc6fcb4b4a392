"""What many tests begin with: made once in a process, afterwards its rows are written again.

The first call runs the real code and reads back every row that it wrote. Each later call, in the
transaction of its own test, inserts the same rows with the same keys in one statement a table and
hands out a fresh copy of what the first call returned. A moment at which a row was made becomes
the present moment of the clock, so that a test which has set it sees its own.

It is for beginnings that come out alike whenever they are asked for. Where one of their tables
already has rows, the real code runs. Sequences of PostgreSQL never go back, and SQLite counts on
from the highest key: the rows that a test adds never meet the keys of these.
"""

import pickle
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.db import connection
from django.db.models import DateTimeField, Field, Model

from phongtrao.core import clock
from phongtrao.core.models import AuditEntry

T = TypeVar("T")
_WRITES = re.compile(r'(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM) "(\w+)"')
_OTHERS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
_PARAMETERS = 20_000  # of one statement; both databases take more


class _Now:
    """Stands in a row for the moment at which it is written."""


@dataclass(frozen=True)
class _Table:
    """The rows of one table, as the database takes them."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def write(self) -> None:
        """Insert the rows."""
        now = connection.ops.adapt_datetimefield_value(clock.now())
        quote = connection.ops.quote_name
        head = f"INSERT INTO {quote(self.name)} ({', '.join(map(quote, self.columns))}) VALUES "
        row_marks = f"({', '.join(['%s'] * len(self.columns))})"
        with connection.cursor() as cursor:
            for rows in self._stretches():
                values = [now if each is _Now else each for row in rows for each in row]
                cursor.execute(head + ", ".join([row_marks] * len(rows)), values)

    def _stretches(self) -> Iterator[tuple[tuple[Any, ...], ...]]:
        step = _PARAMETERS // len(self.columns)
        for start in range(0, len(self.rows), step):
            yield self.rows[start : start + step]


@dataclass(frozen=True)
class _Recording:
    """What one run of the real code has written and returned."""

    tables: tuple[_Table, ...]
    returned: bytes

    def play(self) -> Any:
        """Write the rows; returns a copy of what the run returned."""
        for table in self.tables:
            table.write()
        return pickle.loads(self.returned)


class Replayed(Generic[T]):
    """A beginning of tests; call it as the function that makes it."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._recording: _Recording | None = None

    def __call__(self) -> T:
        """Make it, or write what was made before; what it returns is the caller's own."""
        if self._recording is None:
            return self._recorded()
        if _filled(table.name for table in self._recording.tables):
            return self._make()
        played: T = self._recording.play()
        return played

    def _recorded(self) -> T:
        filled = _filled(model._meta.db_table for model in _models().values())
        since = clock.now()
        with _written() as names:
            made = self._make()
        assert AuditEntry._meta.db_table not in names, "a chain cannot be written twice"
        if not filled.intersection(names):
            tables = tuple(_read(_models()[name], since) for name in names)
            self._recording = _Recording(tables, pickle.dumps(made))
        return made


@contextmanager
def _written() -> Iterator[dict[str, None]]:
    """The tables that are written to inside, in their order."""
    names: dict[str, None] = {}

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := _WRITES.match(sql):
            names[found[1]] = None
        else:
            assert sql.startswith(_OTHERS), sql
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield names


def _models() -> dict[str, type[Model]]:
    every = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: model for model in every if model._meta.managed}


def _filled(names: Iterable[str]) -> set[str]:
    """Those of the tables that have a row."""
    asked = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {connection.ops.quote_name(name)})"
        for name in names
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {row[0] for row in cursor.fetchall()}


def _read(model: type[Model], since: datetime) -> _Table:
    """All rows of a table; moments from `since` on are those at which they are written."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    rows = model._base_manager.order_by("pk").values_list(*(field.attname for field in fields))
    return _Table(
        model._meta.db_table,
        tuple(field.column for field in fields),
        tuple(
            tuple(_value(field, each, since) for field, each in zip(fields, row, strict=True))
            for row in rows
        ),
    )


def _value(field: "Field[Any, Any]", value: Any, since: datetime) -> Any:
    if isinstance(field, DateTimeField) and value is not None and since <= value <= clock.now():
        return _Now
    return field.get_db_prep_save(value, connection)
