"""One honest kind: a structure that some program writes, in as many files as there are seeds."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Builder = Callable[[int], bytes]


@dataclass(frozen=True)
class Kind:
    """How a file of the kind is built from a seed, who writes such files, and what is due.

    ``due`` is ``accept``, or ``hold`` for pictures of text, which a person must settle.
    ``heavy`` kinds take seconds and are built in full runs only.
    """

    id: str
    producer: str
    ending: str
    build: Builder
    due: str = "accept"
    heavy: bool = False

    def filename(self, seed: int) -> str:
        """A name of the sort that offices give."""
        return f"{seed + 1:02d}. Bao cao {self.id}.{self.ending}"


def kinds(
    producer: str, ending: str, builders: Iterable[tuple[str, Builder]], *, heavy: bool = False
) -> list[Kind]:
    """The kinds of one producer; ids carry the ending, so that they stay apart."""
    return [
        Kind(f"{ending}-{name}", producer, ending, build, heavy=heavy) for name, build in builders
    ]


def chance(seed: int, salt: str) -> random.Random:
    """The source of chance of one file: the same for the same seed on every machine."""
    return random.Random(f"{salt}/{seed}")
