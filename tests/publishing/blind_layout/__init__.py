"""Papers to try a checker of layout on, written without sight of the checker.

Run as a module with a folder's name to write every file there. README.md tells what could not be
planted and which faults bring others with them.
"""

from collections.abc import Iterable, Iterator, Sequence

from . import (
    faults_foot,
    faults_head,
    faults_page,
    faults_text,
    faults_title,
    second_foot,
    second_head,
    second_page,
    second_text,
    second_title,
)
from .bases import BASES
from .build import read_lines, saved, typed
from .entailed import ENTAILED
from .harmless import HARMLESS
from .model import Change, Plant
from .second_bases import OFFICES, Office
from .second_harmless import SECOND_HARMLESS

__all__ = [
    "ENTAILED",
    "PLANTS",
    "SECOND",
    "faultless",
    "planted",
    "second_faultless",
    "spoiled",
]

PLANTS: list[Plant] = [
    *faults_page.PLANTS,
    *faults_head.PLANTS,
    *faults_title.PLANTS,
    *faults_text.PLANTS,
    *faults_foot.PLANTS,
]

SECOND: list[Plant] = [
    *second_page.PLANTS,
    *second_head.PLANTS,
    *second_title.PLANTS,
    *second_text.PLANTS,
    *second_foot.PLANTS,
]
"""A second set, of other papers spoiled in other ways."""


def faultless(every: int = 1) -> Iterator[tuple[str, bytes]]:
    """Papers without a fault: (name, Word file); every so-manieth of them is made."""
    return _every(every, BASES, HARMLESS)


def second_faultless(every: int = 1) -> Iterator[tuple[str, bytes]]:
    """Papers of the second set without a fault: (name, Word file)."""
    return _every(every, OFFICES, SECOND_HARMLESS)


def _every(
    every: int, bases: Iterable[str], harmless: Sequence[tuple[str, Change]]
) -> Iterator[tuple[str, bytes]]:
    named = [(name, name, Change("as-typed")) for name in bases]
    for number, (base, change) in enumerate(harmless, 1):
        named.append((f"{base}-{number:02}-{change.name}"[:80], base, change))
    for name, base, change in named[::every]:
        yield name, spoiled(base, change)


def planted(plants: list[Plant] = PLANTS) -> Iterator[tuple[str, str, bytes]]:
    """Papers with exactly one fault: (kind, name, Word file)."""
    for number, plant in enumerate(plants, 1):
        name = f"{number:03}-{plant.base}-{plant.change.name}"[:80]
        yield plant.kind, name, spoiled(plant.base, plant.change)


def spoiled(base: str, change: Change) -> bytes:
    """The Word file of a base of either set after a change."""
    lines = read_lines(base)
    if change.lines:
        lines = change.lines(lines)
    office = OFFICES.get(base) or Office(BASES[base])
    sheet = typed(lines, change.habit(office.habit) if change.habit else office.habit)
    if change.sheet:
        change.sheet(sheet)
    for touch in office.touches:
        touch(sheet)
    return saved(sheet)
