"""What a stage declares of the records that search may find, and the list of all of them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from phongtrao.core.search.words import Entry


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found, as its reader sees it; `text` is where an excerpt is taken from."""

    pk: int
    title: str
    url: str
    body: str = ""
    day: date | None = None
    state: Any = ""
    tone: str = "secondary"
    text: str = ""
    # Whether `day` is a deadline and not the date of the record.
    is_due: bool = False


@dataclass(frozen=True, slots=True)
class Findable:
    """A kind of record: its words, who may see which, how it shows, what is found of it.

    `kind` is the label of its model; `slug` stands in addresses. `visible` is the stage's one
    scope door; `hits` shows rows of it; `entries` reads what the index keeps, of some records or
    of all.
    """

    kind: str
    slug: str
    label: Any
    icon: str
    capability: str
    visible: Callable[[Any], QuerySet[Any]]
    hits: Callable[[QuerySet[Any]], list[Hit]]
    entries: Callable[[Collection[int] | None], Iterator[Entry]]
    # Models whose rows are named in the words: label → the fields that lead to them.
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_kinds: list[Findable] = []


def offer(kinds: Sequence[Findable]) -> None:
    """Hand in what the stages let be found; called once by the wiring."""
    _kinds[:] = kinds


def offered() -> tuple[Findable, ...]:
    """Every kind that was handed in, in the order of the tabs."""
    return tuple(_kinds)
