"""Papers to try a checker of layout on, written without sight of the checker.

Run as a module with a folder's name to write every file there. README.md tells what could not be
planted and which faults bring others with them.
"""

from collections.abc import Iterator

from . import faults_foot, faults_head, faults_page, faults_text, faults_title
from .bases import BASES
from .build import read_lines, saved, typed
from .entailed import ENTAILED
from .harmless import HARMLESS
from .model import Change, Plant

__all__ = ["ENTAILED", "PLANTS", "faultless", "planted", "spoiled"]

PLANTS: list[Plant] = [
    *faults_page.PLANTS,
    *faults_head.PLANTS,
    *faults_title.PLANTS,
    *faults_text.PLANTS,
    *faults_foot.PLANTS,
]


def faultless() -> Iterator[tuple[str, bytes]]:
    """Papers without a fault: (name, Word file)."""
    for name in BASES:
        yield name, spoiled(name, Change("as-typed"))
    for number, (name, change) in enumerate(HARMLESS, 1):
        yield f"{name}-{number:02}-{change.name}", spoiled(name, change)


def planted() -> Iterator[tuple[str, str, bytes]]:
    """Papers with exactly one fault: (kind, name, Word file)."""
    for number, plant in enumerate(PLANTS, 1):
        name = f"{number:03}-{plant.base}-{plant.change.name}"[:80]
        yield plant.kind, name, spoiled(plant.base, plant.change)


def spoiled(base: str, change: Change) -> bytes:
    """The Word file of a base after a change."""
    lines = read_lines(base)
    if change.lines:
        lines = change.lines(lines)
    habit = BASES[base]
    sheet = typed(lines, change.habit(habit) if change.habit else habit)
    if change.sheet:
        change.sheet(sheet)
    return saved(sheet)
