"""What an act can do to areas; a merger, a split and a cut are one shape: parts of old in new."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

LARGEST_DENOMINATOR = 10_000


@dataclass(frozen=True, slots=True)
class NewArea:
    """An area that an act opens; a new territory is a new lineage even under an old code."""

    code: str
    name: str
    """Without the type word."""
    type: str
    level: str
    parent_id: int | None


@dataclass(frozen=True, slots=True)
class Open:
    """A place that nothing came before in the list."""

    area: NewArea


@dataclass(frozen=True, slots=True)
class Amend:
    """Rename, retype, recode or move: the lineage stays. None leaves a value as it is."""

    lineage_id: int
    name: str | None = None
    type: str | None = None
    code: str | None = None
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The share of one old area that goes into the new area at `to` (its place in the list)."""

    from_id: int
    to: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class Reorganise:
    """Old areas end, new ones begin: merger (n → 1), split (1 → n), cut areas (n → m)."""

    areas: tuple[NewArea, ...]
    parts: tuple[Part, ...]
    source: str = "default"
    """Where the shares come from: exact, default (1/k), or what an administrator names."""
    children: Mapping[int, int] = field(default_factory=dict)
    """Child lineage → place of its new parent; where one new area alone begins, all go there."""

    @property
    def predecessors(self) -> tuple[int, ...]:
        """The lineages that end, each once, in order."""
        return tuple(dict.fromkeys(part.from_id for part in self.parts))

    def parts_of(self, lineage_id: int) -> tuple[Part, ...]:
        """What becomes of one old area."""
        return tuple(part for part in self.parts if part.from_id == lineage_id)


@dataclass(frozen=True, slots=True)
class Close:
    """An area ends and nothing takes over its territory."""

    lineage_id: int


Operation = Open | Amend | Reorganise | Close


@dataclass(frozen=True, slots=True)
class Order:
    """One act: what it does, from which day, by which paper."""

    operation: Operation
    on: date
    basis: str
    """Number, date and issuer of the act."""
    verified: bool = True


def default_parts(predecessors: Mapping[int, tuple[int, ...]]) -> tuple[Part, ...]:
    """Equal shares: one over the number of successors (DESIGN.md §5), old → places of new."""
    return tuple(
        Part(old, to, Fraction(1, len(places)))
        for old, places in predecessors.items()
        for to in places
    )
