"""One written paper before its slots are filled, and the verdict judged for it."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "hold", "refuse"]


@dataclass(frozen=True)
class Layout:
    """A paper as written: its genre, the forms it comes in, the right answer of the door.

    ``also`` is a second answer that the design allows as well (see the README).
    """

    key: str
    genre: str
    forms: tuple[str, ...]
    text: str
    expected: Verdict = "accept"
    why: str = "honest state paper"
    also: Verdict | None = None
