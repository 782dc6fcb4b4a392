"""The index in the database: FTS5 on SQLite, a text vector on PostgreSQL; no extension needed.

Actions call `refresh` in the transaction of their change: what is stored can be found at once.
Both databases hold the same rows and answer alike: words are folded here, not by them.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Case, F, IntegerField, Model, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from phongtrao.core.models import SearchEntry
from phongtrao.core.search.kinds import Findable, offered
from phongtrao.core.search.words import Entry, Query, indexed

T = TypeVar("T")
_AT_ONCE = 500
# So many entries are ranked in one statement; where more match, class by class.
MOST_RANKED = 2_000
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
_NEWEST = (F("day").desc(nulls_last=True), "-pk")
_AND = {"sqlite": "AND", "postgresql": "&"}
_OR = {"sqlite": " OR ", "postgresql": " | "}
_NOT = {"sqlite": "NOT", "postgresql": "& !"}


def ensure_tables(**_signal: Any) -> None:
    """Make what Django has no model for, where it is missing; runs after every migration."""
    with connection.cursor() as cursor:
        for statement in _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL:
            cursor.execute(statement)


def refresh(model: type[Model], pks: Collection[int]) -> None:
    """Write anew what is found of these records, and of all whose words name one of them.

    Call inside the transaction of their change, after the last write; what is gone or may not be
    found any more is forgotten. Models that nobody lets be
    found, and that are named nowhere, are no matter.
    """
    label = model._meta.label_lower
    for kind in offered() if pks else ():
        if kind.kind == label:
            entries = list(kind.entries(pks))
            keep(kind.kind, entries)
            _forget(kind.kind, set(pks) - {entry.object_id for entry in entries})
        fields = kind.names.get(label, ())
        if fields:
            named = Q(*((f"{field}__in", pks) for field in fields), _connector=Q.OR)
            rows = apps.get_model(kind.kind)._default_manager.filter(named)  # noqa: SLF001 - public
            keep(kind.kind, kind.entries(set(rows.values_list("pk", flat=True))))


def keep(kind: str, entries: Iterable[Entry]) -> int:
    """Write what is found of these records; returns how many."""
    return sum(_write([_row(kind, entry) for entry in stretch]) for stretch in _stretches(entries))


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


def best(query: Query, seen: Case, most: int) -> list[SearchEntry]:
    """At most so many of the entries that hold every word of a query and are `seen`, best first.

    First come those with the marks as typed, among these the words side by side in the title, in
    the title, side by side in the text; then the newest. Empty where nothing was typed.
    """
    if not query.words:
        return []
    rows = SearchEntry.objects.only("kind", "object_id").filter(seen)
    every, classes = _all(query.words), _classes(query)
    if _sizes([every])[0] > MOST_RANKED:
        return _class_by_class(rows, classes, most)
    whens = [When(pk__in=_found(each), then=Value(n)) for n, each in enumerate(classes)]
    rank = Case(*whens, default=Value(len(whens)), output_field=IntegerField())
    return list(rows.filter(pk__in=_found(every)).order_by(rank, *_NEWEST)[:most])


def _class_by_class(
    rows: QuerySet[SearchEntry], classes: Sequence[str], most: int
) -> list[SearchEntry]:
    """The best of broad words: a large class is read along the newest, until there are enough."""
    alone = [_but_not(each, classes[:n]) for n, each in enumerate(classes)]
    found: list[SearchEntry] = []
    for each, size in zip(alone, _sizes(alone), strict=True):
        # A number that is no key: the database goes along the newest and looks up who matches.
        in_order = rows.annotate(row=F("pk") + 0).order_by(*_NEWEST)
        of_class = {"pk__in" if size <= MOST_RANKED else "row__in": _found(each)}
        found += in_order.filter(**of_class)[: most - len(found)] if size else []
        if len(found) == most:
            break
    return found


def _sizes(classes: Sequence[str]) -> tuple[int, ...]:
    """How many entries hold the words of each, counted no further than one may rank."""
    bounded = f"(SELECT count(*) FROM ({_FOUND[connection.vendor]} LIMIT {MOST_RANKED + 1}) AS n)"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([bounded] * len(classes))}", classes)
        sizes: tuple[int, ...] = cursor.fetchone()
    return sizes


def _classes(query: Query) -> list[str]:
    """What entries of each class hold, the best class first; an entry is of its first class."""
    words = query.words
    every = _all(words)
    classes = [_side_by_side(words, title=True), _all(words, title=True)]
    if len(words) > 1:
        classes.append(_side_by_side(words))
    if query.marked:
        exact = _and(every, _all(query.marked, prefix=False))
        classes = [*(_and(exact, each) for each in classes), exact]
    return [*classes, every]


def _and(words: str, others: str) -> str:
    return f"({words}) {_AND[connection.vendor]} ({others})"


def _but_not(words: str, others: Sequence[str]) -> str:
    if not others:
        return words
    either = _OR[connection.vendor].join(f"({each})" for each in others)
    return f"({words}) {_NOT[connection.vendor]} ({either})"


@transaction.atomic
def _renew(kind: Findable, pks: list[int]) -> int:
    rows = SearchEntry.objects.filter(kind=kind.kind, object_id__in=pks)
    known = {row.object_id: _said(row) for row in rows}
    said = [_row(kind.kind, entry) for entry in kind.entries(pks)]
    return _write([row for row in said if _said(row) != known.get(row.object_id)])


def _write(rows: list[SearchEntry]) -> int:
    SearchEntry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=["title", "text", "marked", "day"],
    )
    return len(rows)


def _forget(kind: str, gone: set[int]) -> None:
    if gone:
        SearchEntry.objects.filter(kind=kind, object_id__in=gone).delete()


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
