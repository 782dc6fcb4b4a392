"""Who took a model from whom: the way up to its origin, the tree below it, and where it came to.

An entry merged into another one stands for it on the way: whoever took it over took over that one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from phongtrao.fieldwork.exemplars.workflow import PUBLIC
from phongtrao.org.queries.areas import area_labels, area_versions_on

_ABOVE = """
WITH RECURSIVE above(id) AS (
    SELECT COALESCE(s.merged_into_id, s.id) FROM exemplars_practicemodel m
    JOIN exemplars_practicemodel s ON s.id = m.adopted_from_id WHERE m.id = %s
    UNION
    SELECT COALESCE(s.merged_into_id, s.id) FROM above
    JOIN exemplars_practicemodel m ON m.id = above.id
    JOIN exemplars_practicemodel s ON s.id = m.adopted_from_id
) SELECT id FROM above
"""
# A merged entry is walked through as well; it stands for the one it was merged into. One join with
# an index on either side: asking for merged entries by a second join took seconds at 10,000 models.
_BELOW = """
WITH RECURSIVE below(id, stands, source_id) AS (
    SELECT CAST(%s AS bigint), CAST(%s AS bigint), CAST(NULL AS bigint)
    UNION
    SELECT m.id, CASE WHEN m.merged_into_id IS NULL THEN m.id ELSE below.stands END,
        CASE WHEN m.merged_into_id IS NULL THEN below.stands END
    FROM below JOIN exemplars_practicemodel m
    ON (m.adopted_from_id = below.id AND m.merged_into_id IS NULL) OR m.merged_into_id = below.id
) SELECT m.id, below.source_id, m.name, m.area_id, m.adopted_on, m.adapted, m.state, m.sites,
    b.name FROM below JOIN exemplars_practicemodel m ON m.id = below.id
JOIN org_body b ON b.id = m.body_id
WHERE below.source_id IS NOT NULL AND m.struck_on IS NULL ORDER BY m.adopted_on, m.id
"""
CHILDREN_SHOWN = 12
NODES_SHOWN = 240


@dataclass(slots=True)
class Adopter:
    """A model that was taken over from another one, and those that took it from there."""

    pk: int
    source_id: int
    name: str
    area_id: int
    adopted_on: date
    adapted: str
    state: str
    sites: int
    body: str
    area: str = ""
    below: int = 0
    # The children the page shows, and how many it leaves to the page of this one.
    shown: list["Adopter"] = field(default_factory=list)
    left_out: int = 0

    @property
    def is_public(self) -> bool:
        """Whether its own page may be opened by everybody."""
        return self.state in PUBLIC


@dataclass(frozen=True, slots=True)
class ProvinceShare:
    """How often a model was taken over in a province; shade 0 to 4, for the eye alone."""

    name: str
    adopters: int
    sites: int
    first_on: date | None
    shade: int


@dataclass(frozen=True, slots=True)
class Diffusion:
    """The tree below a model, as much as a page shows, and the whole of it by province."""

    total: int
    depth: int
    sites: int
    shown: list[Adopter]
    left_out: int
    provinces: list[ProvinceShare]


def origins_of(model_id: int) -> frozenset[int]:
    """Every model that this one came from, at any distance."""
    return frozenset(row[0] for row in _rows(_ABOVE, [model_id]))


def diffusion_of(model_id: int, day: date) -> Diffusion:
    """Who took a model over, from whom, when and adapted how; areas are those of the day."""
    adopters = [Adopter(*row) for row in _rows(_BELOW, [model_id, model_id])]
    children: dict[int, list[Adopter]] = defaultdict(list)
    for each in adopters:
        children[each.source_id].append(each)
    depth = _count_below(model_id, children)
    places = _places(day)
    former = {each.area_id for each in adopters} - places.names.keys()
    places.names.update(area_labels(former, day) if former else {})
    for each in adopters:
        each.area = places.names.get(each.area_id, "")
    return Diffusion(
        total=len(adopters),
        depth=depth,
        sites=sum(each.sites for each in adopters),
        shown=_pruned(model_id, children),
        left_out=max(len(children[model_id]) - CHILDREN_SHOWN, 0),
        provinces=_by_province(adopters, places),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    names: dict[int, str]
    province_of: dict[int, int]
    provinces: dict[int, str]


def _places(day: date) -> _Places:
    """Names of the areas of a day, and the province each lies in, in one query."""
    rows = (
        area_versions_on(day)
        .order_by("code")
        .values_list("lineage_id", "type", "name", "level", "path")
    )
    found = _Places({}, {}, {})
    for pk, type_, name, level, path in rows:
        found.names[pk] = f"{type_} {name}" if type_ else name
        if level == "province":
            found.provinces[pk] = name
        steps = path.split("/", 2)
        if len(steps) > 2:
            found.province_of[pk] = int(steps[1] or 0)
    return found


def _count_below(root: int, children: dict[int, list[Adopter]]) -> int:
    """Write how many stand below each adopter; the depth of the tree."""
    order: list[tuple[Adopter, int]] = []
    rows = [(each, 1) for each in children.get(root, [])]
    while rows:
        each, depth = rows.pop()
        order.append((each, depth))
        rows += [(child, depth + 1) for child in children.get(each.pk, [])]
    for each, _depth in reversed(order):
        each.below = sum(child.below + 1 for child in children.get(each.pk, []))
    return max((depth for _each, depth in order), default=0)


def _pruned(root: int, children: dict[int, list[Adopter]]) -> list[Adopter]:
    """As much of the tree as a page shows, breadth first; the rest is counted where it hangs."""
    top = children.get(root, [])[:CHILDREN_SHOWN]
    rows, left = list(top), NODES_SHOWN - len(top)
    for each in rows:
        own = children.get(each.pk, [])
        each.shown = own[: max(min(CHILDREN_SHOWN, left), 0)]
        each.left_out = len(own) - len(each.shown)
        left -= len(each.shown)
        rows += each.shown
    return top


def _by_province(adopters: list[Adopter], places: _Places) -> list[ProvinceShare]:
    """Every province in the order of codes, also those that nobody took it to."""
    counts: Counter[int] = Counter()
    sites: Counter[int] = Counter()
    first: dict[int, date] = {}
    for each in adopters:
        province = places.province_of.get(each.area_id, 0)
        counts[province] += 1
        sites[province] += each.sites
        first.setdefault(province, each.adopted_on)
    most = max(counts.values(), default=0)
    return [
        ProvinceShare(name, counts[pk], sites[pk], first.get(pk), _shade(counts[pk], most))
        for pk, name in places.provinces.items()
    ]


def _shade(count: int, most: int) -> int:
    return 0 if not count else 1 + (3 * count) // most if most > 1 else 4


def _rows(sql: str, values: list[int]) -> Iterator[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        yield from map(_with_dates, cursor.fetchall())


def _with_dates(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """SQLite gives days as text."""
    if len(row) > 1 and isinstance(row[4], str):
        return (*row[:4], date.fromisoformat(row[4]), *row[5:])
    return row
