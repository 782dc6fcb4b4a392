"""What the registers count for the cells of a report, as reporting asks for known figures."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose figures of which days: the body in charge, the area, the keys of the cells."""

    body_id: int
    area_id: int
    first_day: date
    last_day: date
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a cell: how many, by which name of a register, and the list that shows it.

    `key` names the source ("outreach.sessions"); `address` leads to the rows that were counted.
    """

    cell: str
    figure: int
    key: str
    label: Any
    address: str
