"""The shapes of the material: what is planted, where it stands, what the right answer is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict


@dataclass(frozen=True)
class PlantedLine:
    """A text that holds one thing the platform may not keep.

    ``text[start:end]`` is the thing as written: for a list of persons its header, for an
    accusation the name. ``habit`` starts with ``dodge-`` when the writing is a deliberate
    disguise beyond what ``security.md`` §4.2 promises.
    """

    text: str
    kind: str
    habit: str
    start: int
    end: int
    act: Literal["block", "ask"]


@dataclass(frozen=True)
class Paper:
    """A state paper in the shape of its genre, and what the door must answer."""

    paper_id: str
    genre: str
    expected: Literal["accept", "hold", "refuse"]
    why: str
    file_name: str
    make: Callable[[], bytes]

    def write(self, folder: Path) -> Path:
        """Write the paper under its own file name into ``folder``; return its path."""
        path = folder / self.file_name
        path.write_bytes(self.make())
        return path


@dataclass(frozen=True)
class HiddenFile:
    """A file with one value in one place of its package, and every right verdict."""

    place: str
    name: str
    make: Callable[[], bytes]
    expected: frozenset[str]

    def build(self) -> bytes:
        """Return the bytes of the file."""
        return self.make()


class IndicatorCase(TypedDict):
    """An indicator as an author of a template would propose it."""

    name: str
    breakdowns: list[str]
    unit: str
    is_scored: bool
    is_wrong: bool
    rule: str
