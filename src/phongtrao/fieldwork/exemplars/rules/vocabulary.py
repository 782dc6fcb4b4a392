"""The closed lists of models, with their source. Pure."""

from dataclasses import dataclass
from functools import cache

from phongtrao.fieldwork.register.rules import Term, name_in, shipped


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
    raw = shipped("phongtrao.fieldwork.exemplars")
    return Vocabulary(
        raw["fields"],
        raw["kinds"],
        raw["ranks"],
        raw["source"],
        raw["ranks_source"],
        raw["is_verified"],
    )


def field_name(code: str) -> str:
    """What a field of work is called; its code where it is not known any more."""
    return name_in(vocabulary().fields, code)


def kind_name(code: str) -> str:
    """What a kind of model is called; its code where it is not known any more."""
    return name_in(vocabulary().kinds, code)


def rank_name(code: str) -> str:
    """What a rank is called; its code where it is not known any more."""
    return name_in(vocabulary().ranks, code)


def group_of(field: str) -> str:
    """The wider field that the indicators break down by."""
    return next((term.group for term in vocabulary().fields if term.code == field), "khac")
