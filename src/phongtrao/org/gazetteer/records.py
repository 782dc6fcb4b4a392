"""The records of the packaged country file: acts, lineages, versions, successions."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

Level = Literal["country", "province", "district", "commune"]
LEVELS: Final[tuple[Level, ...]] = ("country", "province", "district", "commune")

SuccessionKind = Literal["whole", "part", "derived"]
"""whole: one successor takes all; part: several share; derived: a district, from its communes."""

LOCAL_IDS_FROM: Final = 900_000
"""Lineages made on an installation take ids from here up; the packaged file stays below."""


@dataclass(frozen=True, slots=True)
class Act:
    """A paper that changed areas. Only facts: number, dates, and whether they were checked."""

    number: str
    signed_on: date
    applies_from: date
    verified: bool
    """False: taken from open data sets, not yet compared with the paper itself."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The identity of an area: it survives a new name or type, not a new territory.

    The id is stable across builds: it is made of the level, the code at the opening and the
    day of the opening, never of a row number.
    """

    id: int
    level: Level
    slug: str
    """Of provinces only ("quang-ngai"); a merged province has the slug of its name."""


@dataclass(frozen=True, slots=True)
class AreaVersion:
    """What a lineage was called and where it belonged from `valid_from` up to `valid_to`."""

    lineage_id: int
    code: str
    name: str
    """Without the type word: "Quảng Ngãi"; a numbered ward is just "4"."""
    type: str
    """The official word in lower case: "tỉnh", "phường", "đặc khu"; empty for the country."""
    level: Level
    parent_id: int | None
    valid_from: date
    valid_to: date | None
    """Half-open: the first day that is no longer covered; None while in force."""
    basis: str
    """Number of the act that opened this version; empty at the horizon."""
    verified: bool
    path: str
    """Lineage ids from the root down, "000001/002051/"; constant while the version lasts."""

    @property
    def full_name(self) -> str:
        """The name with its type, as in a paper: "Phường 4", "Tỉnh Quảng Ngãi"."""
        return f"{self.type[:1].upper()}{self.type[1:]} {self.name}".strip()

    def covers(self, day: date) -> bool:
        """Whether the version is in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class Succession:
    """The part of a closed lineage that another one took over on `on`."""

    from_id: int
    to_id: int
    share: Fraction
    """Shares of one predecessor sum to exactly 1, over one denominator of at most 10,000."""
    kind: SuccessionKind
    basis: str
    on: date
    source: str
    """exact: nothing to estimate; default: 1/k over k successors; derived: from communes."""
    estimated: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """All areas in force on a day, parents first."""

    day: date
    """The day that is answered; the horizon when an earlier day was asked for."""
    before_horizon: bool
    versions: tuple[AreaVersion, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """An area that holds a part of another one on another day."""

    version: AreaVersion
    share: Fraction
    """Forwards: the part of the asked area. Backwards: the part of this one that went into it."""
    estimated: bool
