"""Finding: one question to the index for all kinds of records; places, bodies, pages beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Case, Exists, OuterRef, Value, When
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
# So many finds are ranked and counted; where there are more, the page says so.
MOST = 1_000
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
    """A kind in the row of tabs, with how many of it there are; None where that was not counted."""

    slug: str
    label: Any
    count: int | None
    is_more: bool = False


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
    records: Tab

    @property
    def total(self) -> int:
        """All that was found, of every kind; no more of the records than are counted."""
        return self.tabs[0].count or 0

    @property
    def most(self) -> int:
        """The number beyond which records are neither ranked nor counted; 0 where all were."""
        shown = next(tab for tab in self.tabs if tab.slug == self.chosen)
        return MOST if shown.is_more else 0


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
    return finds + _records(actor, _best(actor, query, _kinds(actor), _IN_PALETTE), query)


def results(request: HttpRequest, actor: Actor, typed: str, slug: str, number: str) -> Results:
    """One page of finds: of all kinds, or of the kind whose slug is chosen."""
    query, kinds = search.parse(typed), _kinds(actor)
    rows, tabs, records = _of_records(actor, query, kinds, slug)
    start = (_number(number) - 1) * PAGE_SIZE
    asked = [
        (each, each.find(*((start, start + PAGE_SIZE) if each.slug == slug else (0, _BESIDE))))
        for each in _directs(request, actor, query)
    ]
    beside = [Tab(each.slug, each.label, found.total) for each, found in asked]
    total = sum(tab.count or 0 for tab in (records, *beside))
    every = Tab("", _("Tất cả"), total, records.is_more)
    tabs = [tab for tab in (every, *tabs, *beside) if tab.count != 0 or tab.slug in ("", slug)]
    chosen = next((tab for tab in tabs if tab.slug == slug), every)
    shown = [
        Section(tab, _shown(each.label, each.icon, found.hits, query))
        for (each, found), tab in zip(asked, beside, strict=True)
    ]
    direct = next((section.finds for section in shown if section.tab is chosen), None)
    length = len(rows) if direct is None else chosen.count or 0
    page = Paginator(range(length), PAGE_SIZE).get_page(number)
    finds = (
        _records(actor, [rows[n] for n in page.object_list], query) if direct is None else direct
    )
    above = [section for section in shown if section.finds and not slug and page.number == 1]
    return Results(query, chosen.slug, tabs, page, finds, above, records)


def _of_records(
    actor: Actor, query: Query, kinds: Sequence[Findable], slug: str
) -> tuple[list[SearchEntry], list[Tab], Tab]:
    """The finds of the chosen kind, else of all; a tab for each kind; and one for all together.

    Where there are too many to be counted, only the chosen kind is counted by itself.
    """
    rows, is_more = _bounded(actor, query, kinds)
    together = Tab("", _("Văn bản, công việc, báo cáo"), len(rows), is_more)
    tabs = []
    chosen = rows
    for kind in kinds:
        mine, more = [row for row in rows if row.kind == kind.kind], False
        if is_more and kind.slug == slug:
            mine, more = _bounded(actor, query, [kind])
        known = not is_more or kind.slug == slug
        tabs.append(Tab(kind.slug, kind.label, len(mine) if known else None, more))
        if kind.slug == slug:
            chosen = mine
    return chosen, tabs, together


def _bounded(
    actor: Actor, query: Query, kinds: Sequence[Findable]
) -> tuple[list[SearchEntry], bool]:
    rows = _best(actor, query, kinds, MOST + 1)
    return rows[:MOST], len(rows) > MOST


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


def _best(actor: Actor, query: Query, kinds: Sequence[Findable], most: int) -> list[SearchEntry]:
    """The best entries of these kinds that the actor may open: found and seen in one statement."""
    # One case a kind: a record is looked for only in the table of its own kind.
    whens = [
        When(
            kind=kind.kind,
            then=Exists(kind.visible(actor).filter(pk=OuterRef("object_id")).order_by()),
        )
        for kind in kinds
    ]
    no = Value(value=False)
    seen = Case(*whens, default=no, output_field=BooleanField())
    return search.best(query, seen, most) if whens else []


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
