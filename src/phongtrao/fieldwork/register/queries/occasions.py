"""What another slice tells of an area and a day: slices do not know each other, the wiring does.

A festival shows the models launched on its day in its area; a model shows its festival.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from phongtrao.org.permissions import Actor


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something of that area and day: its name and its page."""

    name: str
    url: str


Finder = Callable[[Actor, int, date], Sequence[Occasion]]
LAUNCHES, FESTIVALS = "launches", "festivals"
_finders: dict[str, Finder] = {}


def find_with(finders: Mapping[str, Finder]) -> None:
    """Who tells of launches and of festivals; called once by the wiring."""
    _finders.clear()
    _finders.update(finders)


def occasions(kind: str, actor: Actor, area_id: int, day: date | None) -> Sequence[Occasion]:
    """The occasions of a kind as far as the actor may see them; none without a day."""
    finder = _finders.get(kind)
    return finder(actor, area_id, day) if finder is not None and day is not None else ()
