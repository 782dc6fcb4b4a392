"""The map of tiles: where each province stands on the day that is asked for. Dated data, pure."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent.parent / "data" / "tile_grid.json"


@dataclass(frozen=True, slots=True)
class TilePlace:
    """Where the tile of an area stands; rows and columns count from 0."""

    code: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class _Layout:
    valid_from: date
    valid_to: date | None
    tiles: tuple[TilePlace, ...]


def tile_places(day: date) -> Sequence[TilePlace]:
    """The tiles in force on a day; none for a day for which no layout was drawn."""
    for layout in _layouts():
        if layout.valid_from <= day and (layout.valid_to is None or day < layout.valid_to):
            return layout.tiles
    return ()


@cache
def _layouts() -> tuple[_Layout, ...]:
    read = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        _Layout(
            valid_from=date.fromisoformat(each["valid_from"]),
            valid_to=date.fromisoformat(each["valid_to"]) if each["valid_to"] else None,
            tiles=tuple(TilePlace(t["code"], t["row"], t["column"]) for t in each["tiles"]),
        )
        for each in read["layouts"]
    )
