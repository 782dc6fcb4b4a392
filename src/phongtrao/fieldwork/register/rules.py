"""Closed lists of the registers, and what they count for the cells of a report. Pure."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a closed list; `group` is the wider word that indicators break down by."""

    code: str
    name: str
    group: str = ""


def shipped(package: str, file: str = "vocabulary.json") -> dict[str, Any]:
    """The closed lists of a slice as its package holds them, each list as terms."""
    path = resources.files(package).joinpath("data", file)
    raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return {key: _terms(value) for key, value in raw.items()}


def _terms(value: Any) -> Any:
    if isinstance(value, list) and value and isinstance(value[0], dict) and "code" in value[0]:
        return tuple(Term(**each) for each in value)
    return value


def name_in(terms: Iterable[Term], code: str) -> str:
    """What a code is called; the code where it is not known any more."""
    return next((term.name for term in terms if term.code == code), code)


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
