"""What is looked at, as a dated version of criteria, and how urgent a finding is. Pure."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from phongtrao.core.errors import N_
from phongtrao.fieldwork.register.rules import Term, name_in, shipped

URGENCIES = (
    ("ngay", N_("Khắc phục ngay")),
    ("co_thoi_han", N_("Khắc phục có thời hạn")),
    ("lau_dai", N_("Khắc phục lâu dài")),
)


@dataclass(frozen=True, slots=True)
class Criteria:
    """One version of the points of an inspection: in force since a day, with its source."""

    version: str
    since: date
    source: str
    is_verified: bool
    points: tuple[Term, ...]


@cache
def criteria() -> Criteria:
    """The points that the package ships."""
    raw = shipped("phongtrao.oversight", "criteria.json")
    return Criteria(
        raw["version"],
        date.fromisoformat(raw["since"]),
        raw["source"],
        raw["is_verified"],
        raw["points"],
    )


def criterion_name(code: str) -> str:
    """What a point is called; the code where it is not known any more."""
    return name_in(criteria().points, code)


def urgency_name(code: str) -> str:
    """How urgent a finding is, in words."""
    return dict(URGENCIES).get(code, code)
