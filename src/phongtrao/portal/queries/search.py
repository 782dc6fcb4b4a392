"""Finding: one question to the index for all kinds of records; places, bodies, pages beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from phongtrao.core import search
from phongtrao.core.models import SearchEntry
from phongtrao.core.search import Findable, Hit, Query
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.search import Found, found_areas, found_bodies
from phongtrao.portal.queries.commands import pages_found

PAGE_SIZE = 20
_BESIDE = 4
_IN_PALETTE = 8
# One letter is the beginning of everything; whoever means it asks the page of results.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Find:
    """One find as it is listed: of which kind, and how it shows to this reader."""

    label: Any
    icon: str
    hit: Hit
    title: Sequence[tuple[str, bool]]
    excerpt: Sequence[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Tab:
    """A kind in the row of tabs, with how many of it there are."""

    slug: str
    label: Any
    count: int


@dataclass(frozen=True, slots=True)
class Section:
    """The best finds of places, bodies or pages, shown above the records."""

    tab: Tab
    finds: Sequence[Find]


@dataclass(frozen=True, slots=True)
class Results:
    """What the page of results shows; `page` counts the finds of the chosen tab."""

    query: Query
    chosen: str
    tabs: Sequence[Tab]
    page: Page[Any]
    finds: Sequence[Find]
    sections: Sequence[Section]
    records: int

    @property
    def total(self) -> int:
        """All that was found, of every kind."""
        return self.tabs[0].count


@dataclass(frozen=True, slots=True)
class _Direct:
    """What is asked directly and not through the index: `find(start, end)` answers a stretch."""

    slug: str
    label: Any
    icon: str
    find: Callable[[int, int], Found]


def palette(request: HttpRequest, actor: Actor, typed: str) -> list[Find]:
    """The best finds of all kinds while somebody types: pages, places and bodies, records."""
    query = search.parse(typed)
    if len("".join(query.words)) < _SHORTEST:
        return []
    finds: list[Find] = []
    for direct in _directs(request, actor, query):
        finds += _shown(direct.label, direct.icon, direct.find(0, 2).hits, query)
    rows = _entries(actor, query, _kinds(actor))[:_IN_PALETTE]
    return finds + _records(actor, list(rows), query)


def results(request: HttpRequest, actor: Actor, typed: str, slug: str, number: str) -> Results:
    """One page of finds: of all kinds, or of the kind whose slug is chosen."""
    query, kinds = search.parse(typed), _kinds(actor)
    counts = _counts(actor, query, kinds)
    start = (_number(number) - 1) * PAGE_SIZE
    asked = [
        (each, each.find(*((start, start + PAGE_SIZE) if each.slug == slug else (0, _BESIDE))))
        for each in _directs(request, actor, query)
    ]
    tabs = [Tab(kind.slug, kind.label, counts.get(kind.kind, 0)) for kind in kinds]
    beside = [Tab(each.slug, each.label, found.total) for each, found in asked]
    every = Tab("", _("Tất cả"), sum(tab.count for tab in (*tabs, *beside)))
    tabs = [tab for tab in (every, *tabs, *beside) if tab.count or tab.slug in ("", slug)]
    chosen = next((tab for tab in tabs if tab.slug == slug), every)
    records = sum(counts.values())
    page = Paginator(range(chosen.count if chosen.slug else records), PAGE_SIZE).get_page(number)
    shown = [
        Section(tab, _shown(each.label, each.icon, found.hits, query))
        for (each, found), tab in zip(asked, beside, strict=True)
        if found.hits
    ]
    direct = [section.finds for section in shown if section.tab.slug == chosen.slug]
    wanted = [kind for kind in kinds if chosen.slug in ("", kind.slug)]
    finds = direct[0] if direct else _page_of_records(actor, query, wanted, page)
    sections = shown if not chosen.slug and page.number == 1 else []
    return Results(query, chosen.slug, tabs, page, finds, sections, records)


def _directs(request: HttpRequest, actor: Actor, query: Query) -> list[_Direct]:
    pages = pages_found(request, actor, query) if query.words else []
    hits = [Hit(0, str(entry.label), entry.url) for entry in pages]
    found = [
        _Direct(
            "trang",
            _("Trang, thao tác"),
            "arrow-right",
            lambda start, end: Found(hits[start:end], len(hits)),
        )
    ]
    if actor.can("area.read") and query.words:
        areas = lambda start, end: found_areas(actor, query, start, end)  # noqa: E731
        bodies = lambda start, end: found_bodies(actor, query, start, end)  # noqa: E731
        found.append(_Direct("dia-ban", _("Địa bàn"), "map-pin", areas))
        found.append(_Direct("co-quan", _("Cơ quan"), "building", bodies))
    return found


def _kinds(actor: Actor) -> list[Findable]:
    return [kind for kind in search.offered() if actor.can(kind.capability)]


def _entries(actor: Actor, query: Query, kinds: Sequence[Findable]) -> QuerySet[SearchEntry]:
    """The entries of these kinds that the actor may open: one statement finds, sees and sorts."""
    seen = Q(pk__in=[])
    for kind in kinds:
        visible = kind.visible(actor).filter(pk=OuterRef("object_id")).order_by()
        # The kind stands first: SQLite looks for the record only in the table of its own kind.
        seen |= Q(kind=kind.kind) & Q(Exists(visible))
    return search.matching(query).filter(seen)


def _counts(actor: Actor, query: Query, kinds: Sequence[Findable]) -> dict[str, int]:
    rows = _entries(actor, query, kinds).order_by().values_list("kind")
    return dict(rows.annotate(Count("pk")))


def _page_of_records(
    actor: Actor, query: Query, kinds: Sequence[Findable], page: Page[Any]
) -> list[Find]:
    first = (page.number - 1) * PAGE_SIZE
    rows = _entries(actor, query, kinds)[first : first + PAGE_SIZE] if kinds else []
    return _records(actor, list(rows), query)


def _records(actor: Actor, rows: Sequence[SearchEntry], query: Query) -> list[Find]:
    """The finds of these entries in their order; each kind is read at once, through its door."""
    finds: dict[tuple[str, int], Find] = {}
    for kind in search.offered():
        pks = [row.object_id for row in rows if row.kind == kind.kind]
        hits = kind.hits(kind.visible(actor).filter(pk__in=pks)) if pks else []
        for find in _shown(kind.label, kind.icon, hits, query):
            finds[kind.kind, find.hit.pk] = find
    keys = [(row.kind, row.object_id) for row in rows]
    return [finds[key] for key in keys if key in finds]


def _shown(label: Any, icon: str, hits: Sequence[Hit], query: Query) -> list[Find]:
    return [
        Find(
            label,
            icon,
            hit,
            search.highlighted(_cut(hit.title), query),
            search.excerpt(hit.text, query),
        )
        for hit in hits
    ]


def _cut(title: str) -> str:
    return title if len(title) <= 220 else title[:219].rstrip() + "…"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 6 else 1
