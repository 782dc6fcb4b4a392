"""Where the entries of a register lie: each counted for the area of today that it is about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import area_versions_on
from phongtrao.org.queries.kinship import heirs_on
from phongtrao.org.queries.tiles import TilePlace, tile_places

SHADES = 5


@dataclass(frozen=True, slots=True)
class SpreadTile:
    """An area with its entries; `shade` is 0 without any, else 1 the lightest to 5."""

    area: AreaVersion
    count: int
    shade: int
    place: TilePlace | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """The tiles of an area's parts; `own` are entries about the area itself, no part of it.

    `bounds` are the least and the greatest count of each shade that occurs.
    """

    around: AreaVersion | None
    tiles: Sequence[SpreadTile]
    own: int
    bounds: Sequence[tuple[int, int, int]]

    @property
    def is_map(self) -> bool:
        """Whether the tiles stand as the provinces lie."""
        return any(tile.place for tile in self.tiles)


def spread_of(actor: Actor, rows: QuerySet[Any], asked: str = "") -> Spread:
    """The entries by province, or by commune of the reader's province or of the one asked for.

    What was entered about a former area is counted for the one that took over most of it.
    """
    standing = {each.lineage_id: each for each in area_versions_on(actor.day)}
    around = _around(actor, standing, asked)
    if around is None:
        return Spread(None, (), 0, ())
    counts, own = _by_part(actor, rows, standing, around)
    level = "province" if around.level == "country" else "commune"
    parts = [
        each
        for each in standing.values()
        if each.level == level and each.path.startswith(around.path)
    ]
    parts.sort(key=lambda each: each.code if level == "province" else each.sort_key)
    places = {each.code: each for each in tile_places(actor.day)} if level == "province" else {}
    islands = [each for each in standing.values() if each.code in places and each not in parts]
    tiles = _tiles([*parts, *islands], counts, places)
    return Spread(around, tiles, own, _bounds(tiles))


def _around(actor: Actor, standing: Mapping[int, AreaVersion], asked: str) -> AreaVersion | None:
    """The country or a province: the reader's own, or the one whose name was typed."""
    scope = actor.scope
    home = next((each for each in standing.values() if each.level == "country"), None)
    if not scope.everything:
        home = standing.get(scope.area_id or 0)
    wanted = fold(tidy_line(asked))
    for each in standing.values():
        named = wanted in (fold(each.full_name), fold(each.name)) if wanted else False
        if named and each.level == "province" and scope.covers(each.lineage_id):
            return each
    return home if home is not None and home.level in ("country", "province") else None


def _by_part(
    actor: Actor,
    rows: QuerySet[Any],
    standing: Mapping[int, AreaVersion],
    around: AreaVersion,
) -> tuple[Counter[int], int]:
    """Entries by the part of `around` that they lie in, and those of `around` itself."""
    found = dict(
        rows.order_by()
        .values_list("area_id")
        .annotate(Count("pk", distinct=True))
        .values_list("area_id", "pk__count")
    )
    former = [area_id for area_id in found if area_id not in standing]
    heirs = heirs_on(former, actor.day) if former else {}
    counts: Counter[int] = Counter()
    own = 0
    for area_id, count in found.items():
        today = standing.get(area_id) or next((k.version for k in heirs.get(area_id, [])), None)
        if today is None or not today.path.startswith(around.path):
            continue
        below = today.path[len(around.path) :].strip("/").split("/")[0]
        if below:
            counts[int(below)] += count
        else:
            own += count
    return counts, own


def _tiles(
    parts: Sequence[AreaVersion], counts: Mapping[int, int], places: Mapping[str, TilePlace]
) -> list[SpreadTile]:
    most = max((counts.get(each.lineage_id, 0) for each in parts), default=0)
    tiles = []
    for each in parts:
        count = counts.get(each.lineage_id, 0)
        tiles.append(SpreadTile(each, count, _shade(count, most), places.get(each.code)))
    return tiles


def _shade(count: int, most: int) -> int:
    """Equal steps up to the greatest count."""
    return 0 if not count else max(1, -(-count * SHADES // most))


def _bounds(tiles: Sequence[SpreadTile]) -> list[tuple[int, int, int]]:
    of_shade: dict[int, list[int]] = {}
    for tile in tiles:
        if tile.shade:
            of_shade.setdefault(tile.shade, []).append(tile.count)
    return [(shade, min(found), max(found)) for shade, found in sorted(of_shade.items())]
