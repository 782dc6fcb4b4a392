"""What waits for a body, of every stage: the sources of *Việc cần xử lý*, read in one query.

How a stage joins. It offers a provider, `inbox_sources(actor, day)`, that `config/wiring.py` names
among the others. The provider asks what the actor may do and yields a `Source` for each kind of
thing that may wait: an ordinary queryset, in its order and not cut, and the function that makes a
line of one of its rows. `select_related`, `defer`, `only` and `annotate` mean what they always
mean; binary and decimal fields stay unread until somebody asks for them. A provider runs no query
itself, so that the page costs the same however many stages there are and however much waits. What
cannot be said in one queryset asks in `rows` whether there may be anything, and reads it in
`ready`. Lines that need no reading are yielded as they are.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BinaryField, DecimalField, F, Func, JSONField, Model, QuerySet
from django.db.models.functions import JSONObject
from django.utils.timezone import is_naive

from phongtrao.core.inbox import InboxItem

_UNREAD = (BinaryField, DecimalField)  # JSON has no bytes, and only the numbers of machines
_ALSO = "also"  # what a row has beside its fields: its annotations
_ROWS = {
    "sqlite": "(SELECT JSON_GROUP_ARRAY(JSON(inbox_row)) FROM ({sql}) AS s)",
    "postgresql": "(SELECT JSON_AGG(inbox_row)::text FROM ({sql}) AS s)",
}
_COUNT = "(SELECT COUNT(*) FROM ({sql}) AS s)"


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
    shapes = [_shape_of(source.rows) for source in sources]
    columns: list[tuple[str, Sequence[Any]]] = []
    for source, shape in zip(sources, shapes, strict=True):
        packed = source.rows.annotate(inbox_row=shape.packed()).values("inbox_row")
        columns.append(_column(_ROWS[connection.vendor], packed[: source.most]))
        counted = source.rows if source.rest is not None else source.rows.none()
        columns.append(_column(_COUNT, counted.order_by().values("pk")))
    answers = iter(_answers(columns))
    return [
        ([shape.row(each) for each in json.loads(next(answers) or "[]")], next(answers) or 0)
        for shape in shapes
    ]


def _column(template: str, rows: QuerySet[Any, Any]) -> tuple[str, Sequence[Any]]:
    """SQL of one value and what stands in it; nothing is asked about what cannot be."""
    try:
        sql, params = rows.query.sql_with_params()
    except EmptyResultSet:
        return "NULL", ()
    return template.format(sql=sql), params


def _answers(columns: Sequence[tuple[str, Sequence[Any]]]) -> Sequence[Any]:
    if all(sql == "NULL" for sql, _params in columns):
        return [None] * len(columns)
    asked = ", ".join(sql for sql, _params in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}", [each for _sql, params in columns for each in params])
        return list(cursor.fetchone())


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a row has: its fields, the objects it is related to, what was annotated."""

    model: type[Model]
    path: str
    names: list[str]
    related: dict[str, "_Shape"]
    also: dict[str, Any] = field(default_factory=dict)

    def packed(self) -> JSONObject:
        """The expression that makes one value of a row: {"body": {"id": 1, …}, "title": …}."""
        values = {name: self._value(name) for name in self.names}
        nested = {f"{name}.": shape.packed() for name, shape in self.related.items()}
        also = {_ALSO: JSONObject(**{name: F(name) for name in self.also})} if self.also else {}
        return JSONObject(**values, **nested, **also)

    def row(self, value: dict[str, Any]) -> Any:
        """The object again, with those it is related to; None where there is none."""
        if value[self.model._meta.pk.attname] is None:
            return None
        fields = [each for each in self.model._meta.concrete_fields if each.attname in self.names]
        values = [_read(each, value[each.attname]) for each in fields]
        row = self.model.from_db(connection.alias, self.names, values)
        for name, shape in self.related.items():
            relation: Any = self.model._meta.get_field(name)
            relation.set_cached_value(row, shape.row(value[f"{name}."]))
        for name, kind in self.also.items():
            setattr(row, name, _read(kind, value[_ALSO][name]))
        return row

    def _value(self, name: str) -> F | Func:
        value = F(f"{self.path}{name}")
        is_nested = isinstance(self.model._meta.get_field(name), JSONField)
        return _Nested(value) if is_nested else value


class _Nested(Func):
    """JSON inside JSON: SQLite keeps it as a text that it has to be told of."""

    function = "JSON"

    def as_postgresql(self, compiler: Any, database: Any, **_context: Any) -> Any:
        """PostgreSQL knows."""
        return compiler.compile(self.get_source_expressions()[0])


def _shape_of(rows: QuerySet[Any]) -> _Shape:
    query = rows.query
    related: Any = query.select_related or {}
    also = {name: each.output_field for name, each in query.annotation_select.items()}
    shape = _shape(rows.model, related, query.get_select_mask(), "")
    return replace(shape, also=also)


def _shape(model: type[Model], related: dict[str, Any], mask: dict[Any, Any], path: str) -> _Shape:
    fields = [each for each in model._meta.concrete_fields if not mask or each in mask]
    relations: dict[str, Any] = {name: model._meta.get_field(name) for name in related}
    return _Shape(
        model,
        path,
        [each.attname for each in fields if not isinstance(each, _UNREAD)],
        {
            name: _shape(each.related_model, related[name], mask.get(each) or {}, f"{path}{name}__")
            for name, each in relations.items()
        },
    )


def _read(kind: Any, value: Any) -> Any:
    """A value of JSON as its field has it; SQLite keeps moments without their zone, in UTC."""
    found = kind.to_python(value) if value is not None else None
    if isinstance(found, datetime) and is_naive(found):
        return found.replace(tzinfo=UTC)
    return found
