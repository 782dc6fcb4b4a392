"""One kind of the hostile corpus."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A file of a kind: how it is built, its name, the verdict that is due, and its code."""

    id: str
    filename: str
    build: Callable[[], bytes]
    verdict: str = "refuse"
    code: str = ""
