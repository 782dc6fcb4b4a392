"""What waits for a body, of every stage: the sources of *Việc cần xử lý*, read in one query.

How a stage joins. It offers a provider, `inbox_sources(actor, day)`, that `config/wiring.py` names
among the others. The provider asks what the actor may do and yields a `Source` for each kind of
thing that may wait: an ordinary queryset, in its order and not cut, and the function that makes a
line of one of its rows. `select_related`, `defer`, `only` and `annotate` mean what they always
mean; binary and decimal fields have to be deferred, which JSON does not carry exactly. A provider
runs no query itself, so that the page costs the same however many stages there are and however
much waits. What cannot be said in one queryset asks in `rows` whether there may be anything, and
reads it in `ready`. Lines that need no reading are yielded as they are.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BinaryField, DecimalField, JSONField, QuerySet
from django.utils.timezone import is_naive

from phongtrao.core.inbox import InboxItem

_AT_ONCE = 100  # arguments of one function, in PostgreSQL
# The rows of a query as one text: of each row arrays of at most so many values.
_ROWS = {
    "sqlite": ("JSON_ARRAY", "(SELECT JSON_GROUP_ARRAY({row}) FROM ({sql}) AS s)"),
    "postgresql": ("JSON_BUILD_ARRAY", "(SELECT JSON_AGG({row})::text FROM ({sql}) AS s)"),
}
_COUNT = "(SELECT COUNT(*) FROM ({sql}) AS s)"
_NOTHING = ("NULL", ())
_Column = tuple[str, Sequence[Any]]  # SQL of one value, and its parameters


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of thing that may wait: the rows, and the line that each of them makes.

    Of `rows` the first `most` are read. `line` says None of what waits for somebody else.
    """

    rows: QuerySet[Any]
    line: Callable[[Any], InboxItem | None]
    most: int = 200
    rest: Callable[[int], InboxItem] | None = None
    """The one line for how many rows there are beyond `most`."""
    ready: Callable[[list[Any]], Iterable[Any]] | None = None
    """What becomes of all rows at once before the lines are made; asked only where there are any.
    It may ask a few queries of its own, as many for one row as for all."""


def one_line(rows: QuerySet[Any], line: Callable[[int], InboxItem]) -> Source:
    """One line for all rows, that says how many there are."""
    return Source(rows, _no_line, most=0, rest=line)


def lines_of(offered: Iterable[Source | InboxItem]) -> list[InboxItem]:
    """The lines of all that is offered, in its order; all rows come in one query."""
    asked = list(offered)
    found = iter(_found([each for each in asked if isinstance(each, Source)]))
    lines: list[InboxItem] = []
    for each in asked:
        lines += [each] if isinstance(each, InboxItem) else _lines(each, *next(found))
    return lines


def counts_of(*asked: QuerySet[Any]) -> list[int]:
    """How many rows each queryset has, in one query: the figures beside the lines."""
    return [count or 0 for count in _answers([_counted(rows) for rows in asked])]


def _no_line(_row: Any) -> None:
    return None


def _lines(source: Source, rows: list[Any], count: int) -> Iterator[InboxItem]:
    for row in source.ready(rows) if source.ready is not None and rows else rows:
        line = source.line(row)
        if line is not None:
            yield line
    if source.rest is not None and count > source.most:
        yield source.rest(count - source.most)


def _found(sources: Sequence[Source]) -> list[tuple[list[Any], int]]:
    """For each source its first rows, and where it asks for that how many there are."""
    readers = [_Reader(source.rows[: source.most]) for source in sources]
    counts = [_counted(source.rows) if source.rest is not None else _NOTHING for source in sources]
    answers = _answers([*(reader.column for reader in readers), *counts])
    texts, numbers = answers[: len(sources)], answers[len(sources) :]
    return [
        (reader.objects(text), number or 0)
        for reader, text, number in zip(readers, texts, numbers, strict=True)
    ]


def _counted(rows: QuerySet[Any]) -> _Column:
    try:
        sql, params = rows.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return _NOTHING
    return _COUNT.format(sql=sql), params


def _answers(columns: Sequence[_Column]) -> Sequence[Any]:
    """One value for each column, in one query; none where there is nothing to ask."""
    if all(column == _NOTHING for column in columns):
        return [None] * len(columns)
    asked = ", ".join(sql for sql, _params in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}", [each for _sql, params in columns for each in params])
        return list(cursor.fetchone())


class _Reader:
    """Asks for the rows of a queryset as one value, and makes its objects again.

    The columns are those that Django would ask for, and so are the objects: what Django's
    `ModelIterable` does with rows of a cursor, done with rows of JSON.
    """

    def __init__(self, rows: QuerySet[Any]) -> None:
        self._compiler: Any = rows.query.get_compiler(connection.alias)
        try:
            sql, params = self._compiler.as_sql(with_col_aliases=True)
        except EmptyResultSet:
            self.column: _Column = _NOTHING
            return
        self._select = self._compiler.select
        self._kinds = [expression.output_field for expression, _sql, _alias in self._select]
        function, template = _ROWS[connection.vendor]
        names = [self._name(place) for place in range(len(self._kinds))]
        parts = [
            f"{function}({', '.join(names[start : start + _AT_ONCE])})"
            for start in range(0, len(names), _AT_ONCE)
        ]
        row = f"{function}({', '.join(parts)})"
        self.column = (template.format(row=row, sql=sql), params)

    def objects(self, text: str | None) -> list[Any]:
        """The objects of a text of rows."""
        if not text:
            return []
        return [self._row([each for part in row for each in part]) for row in json.loads(text)]

    def _row(self, told: list[Any]) -> Any:
        values = list(map(_read, self._kinds, told))
        found = self._object(self._compiler.klass_info, values)
        for name, place in self._compiler.annotation_col_map.items():
            setattr(found, name, values[place])
        return found

    def _object(self, info: dict[str, Any], values: list[Any]) -> Any:
        """One object of a row with those it is related to; None where there is none."""
        fields = [self._select[place][0].target.attname for place in info["select_fields"]]
        own = [values[place] for place in info["select_fields"]]
        if own[fields.index(info["model"]._meta.pk.attname)] is None:
            return None
        found = info["model"].from_db(connection.alias, fields, own)
        for each in info.get("related_klass_infos", ()):
            other = self._object(each, values)
            each["local_setter"](found, other)
            if other is not None:
                each["remote_setter"](other, found)
        return found

    def _name(self, place: int) -> str:
        """A column by its alias; JSON that SQLite keeps as a text stays JSON."""
        name, kind = f"s.{connection.ops.quote_name(self._select[place][2])}", self._kinds[place]
        if isinstance(kind, (BinaryField, DecimalField)):
            raise TypeError(f"A source defers {kind}: JSON does not carry it exactly.")
        is_text = isinstance(kind, JSONField) and connection.vendor == "sqlite"
        return f"JSON({name})" if is_text else name


def _read(kind: Any, value: Any) -> Any:
    """A value of JSON as its field has it; SQLite keeps moments without their zone, in UTC."""
    found = kind.to_python(value) if value is not None else None
    if isinstance(found, datetime) and is_naive(found):
        return found.replace(tzinfo=UTC)
    return found
