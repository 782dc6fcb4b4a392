"""Papers to try a checker of layout on, written without sight of the checker.

Run as a module with a folder's name to write every file there.
"""

from collections.abc import Iterator

from .bases import BASES, base
from .build import saved


def faultless() -> Iterator[tuple[str, bytes]]:
    """Papers without a fault: (name, Word file)."""
    for name in BASES:
        yield name, saved(base(name))
