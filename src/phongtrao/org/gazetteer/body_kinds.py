"""The packaged kinds of bodies: what each is called at each level, and which paper id means which.

Pure: read once from ``org/data/body_kinds.json``. Codes are those of ``bodies.json``
("ca", "mttq"); `central` maps its ids of bodies of the centre ("bca") to a kind.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class LevelName:
    """How bodies of a kind are called at one level."""

    name: str
    """With ``{area}`` for the full name of the place; without it for the one of the centre."""
    short_name: str = ""
    symbol: str = ""
    """What stands after the number of its papers ("PV05")."""
    until: date | None = None
    """First day without such bodies; None while there are."""
    made_when_named: bool = False
    """Not every area has one: no row before a record names it."""


@dataclass(frozen=True, slots=True)
class PackagedKind:
    """A kind of body; `part_of` is the kind whose body of the same area it belongs to."""

    code: str
    name: str
    levels: Mapping[str, LevelName]
    part_of: str | None = None
    is_collegial: bool = False
    """Made up of seats by a decision (a steering committee), renewed from time to time."""


@dataclass(frozen=True, slots=True)
class PackagedKinds:
    """All kinds in the order of lists; `standing` coordinates the programme in an area."""

    standing: str
    kinds: Mapping[str, PackagedKind]
    central: Mapping[str, str]

    @property
    def collegial(self) -> frozenset[str]:
        """The kinds whose bodies are made up of seats by a decision."""
        return frozenset(code for code, kind in self.kinds.items() if kind.is_collegial)

    @property
    def standing_and_parts(self) -> frozenset[str]:
        """The standing kind with the kinds that are parts of it (PV05 of Công an tỉnh)."""
        parts = {code for code, kind in self.kinds.items() if kind.part_of == self.standing}
        return frozenset(parts | {self.standing})


@cache
def load_kinds() -> PackagedKinds:
    """The kinds of the packaged file, read once."""
    source = resources.files("phongtrao.org").joinpath("data", "body_kinds.json")
    data: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    kinds = [_kind(entry) for entry in data["kinds"]]
    return PackagedKinds(data["standing"], {kind.code: kind for kind in kinds}, data["central"])


def _kind(entry: dict[str, Any]) -> PackagedKind:
    levels = {level: _level(named) for level, named in entry["levels"].items()}
    return PackagedKind(
        entry["code"],
        entry["name"],
        levels,
        entry.get("part_of"),
        entry.get("collegial", False),
    )


def _level(named: dict[str, Any]) -> LevelName:
    until = named.get("until")
    return LevelName(
        named["name"],
        named.get("short_name", ""),
        named.get("symbol", ""),
        date.fromisoformat(until) if until else None,
        named.get("made_when_named", False),
    )
