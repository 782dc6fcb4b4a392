"""The closed lists of models, with their source. Pure."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a closed list; `group` is the wider word that indicators break down by."""

    code: str
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed lists with where they come from and whether that was checked."""

    fields: tuple[Term, ...]
    kinds: tuple[Term, ...]
    ranks: tuple[Term, ...]
    source: str
    ranks_source: str
    is_verified: bool


@cache
def vocabulary() -> Vocabulary:
    """The lists as the package holds them."""
    path = resources.files("phongtrao.fieldwork.exemplars").joinpath("data/vocabulary.json")
    raw = json.loads(path.read_text("utf-8"))
    fields, kinds, ranks = (
        tuple(Term(**each) for each in raw[name]) for name in ("fields", "kinds", "ranks")
    )
    return Vocabulary(fields, kinds, ranks, raw["source"], raw["ranks_source"], raw["is_verified"])


def field_name(code: str) -> str:
    """What a field of work is called; its code where it is not known any more."""
    return _name_in(vocabulary().fields, code)


def kind_name(code: str) -> str:
    """What a kind of model is called; its code where it is not known any more."""
    return _name_in(vocabulary().kinds, code)


def rank_name(code: str) -> str:
    """What a rank is called; its code where it is not known any more."""
    return _name_in(vocabulary().ranks, code)


def group_of(field: str) -> str:
    """The wider field that the indicators break down by."""
    return next((term.group for term in vocabulary().fields if term.code == field), "khac")


def _name_in(terms: tuple[Term, ...], code: str) -> str:
    return next((term.name for term in terms if term.code == code), code)
