"""The index in the database: FTS5 on SQLite, a text vector on PostgreSQL; no extension needed.

Actions call `refresh` in the transaction of their change: what is stored can be found at once.
Both databases hold the same rows and answer alike: words are folded here, not by them.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection, transaction
from django.db.models import BooleanField, Case, Model, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from phongtrao.core.models import SearchEntry
from phongtrao.core.search.kinds import Findable, offered
from phongtrao.core.search.words import Entry, Query, indexed

T = TypeVar("T")
_AT_ONCE = 500
_SQLITE = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS core_searchindex USING fts5(
        title, text, marked, content='core_searchentry', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0", prefix='2 3')""",
    """CREATE TRIGGER IF NOT EXISTS core_searchentry_added AFTER INSERT ON core_searchentry BEGIN
        INSERT INTO core_searchindex(rowid, title, text, marked)
        VALUES (new.id, new.title, new.text, new.marked); END""",
    """CREATE TRIGGER IF NOT EXISTS core_searchentry_gone AFTER DELETE ON core_searchentry BEGIN
        INSERT INTO core_searchindex(core_searchindex, rowid, title, text, marked)
        VALUES ('delete', old.id, old.title, old.text, old.marked); END""",
    """CREATE TRIGGER IF NOT EXISTS core_searchentry_changed AFTER UPDATE ON core_searchentry BEGIN
        INSERT INTO core_searchindex(core_searchindex, rowid, title, text, marked)
        VALUES ('delete', old.id, old.title, old.text, old.marked);
        INSERT INTO core_searchindex(rowid, title, text, marked)
        VALUES (new.id, new.title, new.text, new.marked); END""",
)
_POSTGRESQL = (
    """ALTER TABLE core_searchentry ADD COLUMN IF NOT EXISTS words tsvector
        GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A')
            || setweight(to_tsvector('simple', text), 'B')
            || setweight(to_tsvector('simple', marked), 'C')) STORED""",
    "CREATE INDEX IF NOT EXISTS core_searchentry_words ON core_searchentry USING gin (words)",
)
_FOUND = {
    "sqlite": "SELECT rowid FROM core_searchindex WHERE core_searchindex MATCH %s",
    "postgresql": "SELECT id FROM core_searchentry WHERE words @@ %s::tsquery",
}


def ensure_tables(**_signal: Any) -> None:
    """Make what Django has no model for, where it is missing; runs after every migration."""
    with connection.cursor() as cursor:
        for statement in _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL:
            cursor.execute(statement)


def refresh(model: type[Model], pks: Collection[int]) -> None:
    """Write anew what is found of these records, and of all whose words name one of them.

    Call inside the transaction of their change, after the last write. Models that nobody lets be
    found, and that are named nowhere, are no matter.
    """
    label = model._meta.label_lower
    for kind in offered() if pks else ():
        if kind.kind == label:
            keep(kind.kind, kind.entries(pks))
        fields = kind.names.get(label, ())
        if fields:
            named = Q(*((f"{field}__in", pks) for field in fields), _connector=Q.OR)
            rows = apps.get_model(kind.kind)._default_manager.filter(named)  # noqa: SLF001 - public
            keep(kind.kind, kind.entries(set(rows.values_list("pk", flat=True))))


def keep(kind: str, entries: Iterable[Entry]) -> int:
    """Write what is found of these records; returns how many."""
    count = 0
    for stretch in _stretches(entries):
        rows = [_row(kind, entry) for entry in stretch]
        SearchEntry.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["kind", "object_id"],
            update_fields=["title", "text", "marked", "day"],
        )
        count += len(rows)
    return count


def rebuild(kind: Findable) -> int:
    """Bring the index of a kind to what its records say; returns how many rows that changed.

    Each stretch is a transaction of its own, so that nobody waits long for another's work.
    """
    records = apps.get_model(kind.kind)._default_manager.order_by("pk")  # noqa: SLF001 - as above
    changed = sum(
        _renew(kind, stretch) for stretch in _stretches(records.values_list("pk", flat=True))
    )
    gone = SearchEntry.objects.filter(kind=kind.kind).exclude(object_id__in=records.values("pk"))
    return changed + gone.delete()[0]


def count(kind: Findable) -> int:
    """How many entries the index holds of a kind."""
    return SearchEntry.objects.filter(kind=kind.kind).count()


def matching(query: Query) -> QuerySet[SearchEntry]:
    """The entries that hold every word of a query, best first.

    First come those with the marks as typed, then words side by side in the title, in the title,
    side by side in the text; then the newest. Empty where nothing was typed.
    """
    rows = SearchEntry.objects.defer("title", "text", "marked")
    if not query.words:
        return rows.none()
    tiers: dict[str, Any] = {
        "exact": _tier(_all(query.marked, prefix=False)) if query.marked else _no(),
        "named_so": _tier(_side_by_side(query.words, title=True)),
        "named": _tier(_all(query.words, title=True)),
        "said_so": _tier(_side_by_side(query.words)) if len(query.words) > 1 else _no(),
    }
    found = rows.filter(pk__in=_found(_all(query.words))).annotate(**tiers)
    return found.order_by(*(f"-{name}" for name in tiers), "-day", "-pk")


@transaction.atomic
def _renew(kind: Findable, pks: list[int]) -> int:
    rows = SearchEntry.objects.filter(kind=kind.kind, object_id__in=pks)
    known = {row.object_id: _said(row) for row in rows}
    entries = list(kind.entries(pks))
    changed = [e for e in entries if _said(_row(kind.kind, e)) != known.get(e.object_id)]
    return keep(kind.kind, changed)


def _said(row: SearchEntry) -> tuple[Any, ...]:
    return row.title, row.text, row.marked, row.day


def _stretches(items: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(items)
    while stretch := list(islice(waiting, _AT_ONCE)):
        yield stretch


def _row(kind: str, entry: Entry) -> SearchEntry:
    words = indexed(entry)
    return SearchEntry(
        kind=kind,
        object_id=entry.object_id,
        title=words.title,
        text=words.text,
        marked=words.marked,
        day=entry.day,
    )


def _no() -> Value:
    return Value(value=False, output_field=BooleanField())


def _tier(words: str) -> Case:
    yes = When(pk__in=_found(words), then=Value(value=True))
    return Case(yes, default=_no(), output_field=BooleanField())


def _found(words: str) -> RawSQL:
    return RawSQL(_FOUND[connection.vendor], [words])


def _all(words: tuple[str, ...], *, title: bool = False, prefix: bool = True) -> str:
    """Every word, the last one also as a beginning; words hold letters and digits only."""
    if connection.vendor == "sqlite":
        terms = [f'"{word}"' for word in words]
        joined = " AND ".join([*terms[:-1], terms[-1] + ("*" if prefix else "")])
        return f"title : ({joined})" if title else joined
    where = "A" if title else ""
    last = ("*" if prefix else "") + where
    terms = [f"'{word}'" + (f":{where}" if where else "") for word in words[:-1]]
    return " & ".join([*terms, f"'{words[-1]}'" + (f":{last}" if last else "")])


def _side_by_side(words: tuple[str, ...], *, title: bool = False) -> str:
    if connection.vendor == "sqlite":
        phrase = f'"{" ".join(words)}"*'
        return f"title : {phrase}" if title else phrase
    return _all(words, title=title).replace(" & ", " <-> ")
