"""The shapes of the second set of independent test material."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict

Act = Literal["block", "ask"]
Verdict = Literal["accept", "hold", "refuse"]


@dataclass(frozen=True)
class PlantedLine:
    """One text with one thing the guard must find.

    ``text[start:end]`` is the planted thing as written (of a list of persons: its header; of an
    accusation: the name). ``habit`` starts with ``dodge-`` when the writing is a deliberate
    disguise beyond what security.md 4.2 promises.
    """

    text: str
    kind: str
    habit: str
    start: int
    end: int
    act: Act


@dataclass(frozen=True)
class Paper:
    """One whole docx paper and the verdict DESIGN 3 and 9 give it."""

    paper_id: str
    genre: str
    expected: Verdict
    why: str
    file_name: str
    make: Callable[[], bytes]

    def write(self, folder: Path) -> Path:
        """Write the paper into ``folder`` under its own file name and return the path."""
        path = folder / self.file_name
        path.write_bytes(self.make())
        return path


@dataclass(frozen=True)
class HiddenFile:
    """One file with one number in one place; ``expected`` holds every right verdict."""

    place: str
    name: str
    make: Callable[[], bytes]
    expected: frozenset[str]

    def build(self) -> bytes:
        """Return the bytes of the file, the same on every call but for library time stamps."""
        return self.make()


class IndicatorCase(TypedDict):
    """One indicator as an author of a template would enter it, and whether it is outside."""

    name: str
    breakdowns: list[str]
    unit: str
    is_scored: bool
    is_wrong: bool
    rule: str
