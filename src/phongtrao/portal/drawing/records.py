"""Papers and the ties between them, as they are drawn and listed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Key = tuple[str, ...]
"""What makes two mentions one paper: its programme, else number and day, else its own row."""


class Relation(StrEnum):
    """What a paper does to one that it names, the strongest first."""

    REPLACES = "replaces"
    AMENDS = "amends"
    EXTENDS = "extends"
    BASIS = "basis"
    CARRIES_OUT = "carries_out"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Node:
    """A paper; without `url` the reader knows of it only what another paper says."""

    key: Key
    label: str
    day: date | None
    title: str = ""
    issuer: str = ""
    url: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` names `target` and does to it what the relation says."""

    source: Key
    target: Key
    relation: Relation
