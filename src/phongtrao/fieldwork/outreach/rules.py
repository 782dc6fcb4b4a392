"""The closed lists of communication, with their source. Pure."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from phongtrao.core.errors import N_

# The forms are the closed list of the indicators (reporting: "hình thức"), so that a session
# answers a cell broken down by form.
FORMS = (
    ("truc_tiep", N_("Trực tiếp")),
    ("truc_tuyen", N_("Trực tuyến")),
    ("loa", N_("Truyền thanh")),
    ("long_ghep", N_("Lồng ghép")),
)
MOST_SESSIONS = 500  # in one line of the register
MOST_ATTENDANCES = 1_000_000


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a closed list."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed lists with where they come from and whether that was checked."""

    topics: tuple[Term, ...]
    audiences: tuple[Term, ...]
    source: str
    is_verified: bool


@cache
def vocabulary() -> Vocabulary:
    """The lists as the package holds them."""
    path = resources.files("phongtrao.fieldwork.outreach").joinpath("data/vocabulary.json")
    raw = json.loads(path.read_text("utf-8"))
    return Vocabulary(
        tuple(Term(**each) for each in raw["topics"]),
        tuple(Term(**each) for each in raw["audiences"]),
        raw["source"],
        raw["is_verified"],
    )


def topic_name(code: str) -> str:
    """What a topic is called; its code where it is not known any more."""
    return _name_in(vocabulary().topics, code)


def audience_name(code: str) -> str:
    """What a group of attendants is called; its code where it is not known any more."""
    return _name_in(vocabulary().audiences, code)


def _name_in(terms: tuple[Term, ...], code: str) -> str:
    return next((term.name for term in terms if term.code == code), code)
