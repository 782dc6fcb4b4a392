"""Which models an indicator counts, and what it adds up. Pure; one place for figure and list.

Official count: the name, its *điểm* and its *tổ* are measures of their own; kinds are counted
distinct and never added up over areas.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from phongtrao.fieldwork.exemplars.rules.vocabulary import group_of

MOST_SITES = 100_000
# Members of a model are an aggregate; a smaller one is shown to the body in charge alone.
SMALLEST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What stood on the last day of a period, and what happened in it."""

    pk: int
    field: str
    kind: str
    state: str
    sites: int
    teams: int
    is_launched_within: bool
    is_adopted: bool
    is_strengthened: bool
    is_stopped: bool
    is_reviewed: bool
    rank: str
    is_stale: bool


ALIVE = frozenset({"running", "exemplary", "strengthening"})
Counted = Callable[[ModelFacts], bool]
Measure = Callable[[ModelFacts], int]


def _alive(facts: ModelFacts) -> bool:
    return facts.state in ALIVE


def _new(facts: ModelFacts) -> bool:
    return facts.is_launched_within


def _replicated(facts: ModelFacts) -> bool:
    return facts.is_launched_within and facts.is_adopted


def _one(_facts: ModelFacts) -> int:
    return 1


def _sites(facts: ModelFacts) -> int:
    return facts.sites


def _teams(facts: ModelFacts) -> int:
    return facts.teams


INDICATORS: dict[str, tuple[Counted, Measure]] = {
    "MH02": (_alive, _one),
    "MH03": (_alive, _sites),
    "MH04": (_alive, _teams),
    "MH06": (_new, _one),
    "MH07": (_replicated, _one),
    "MH08": (_replicated, _sites),
    "MH09": (lambda facts: facts.is_strengthened, _one),
    "MH10": (lambda facts: facts.is_reviewed, _one),
    "MH11": (lambda facts: facts.is_stopped, _one),
    "MH12": (lambda facts: bool(facts.rank), _one),
    "MH15": (lambda facts: facts.state == "exemplary", _one),
    "MH20": (lambda facts: _alive(facts) and facts.kind == "lien_gia", _teams),
    "MH21": (lambda facts: _alive(facts) and facts.kind == "chua_chay", _sites),
    "MH24": (lambda facts: facts.is_stale, _one),
}
# Breakdowns a model answers: axis of the catalogue → the code of a model's place on it.
_AXES: dict[str, Callable[[ModelFacts], str]] = {
    "linh_vuc": lambda facts: group_of(facts.field),
    "xep_loai": lambda facts: facts.rank,
}
_BROKEN_DOWN = {
    "MH02": ("linh_vuc", "cap"),
    "MH06": ("linh_vuc",),
    "MH09": ("linh_vuc",),
    "MH10": ("cap",),
    "MH12": ("xep_loai",),
}
LEVEL_CODES = {"country": "tw", "province": "tinh", "commune": "xa"}


def answers(cell: str) -> bool:
    """Whether the register of models has a figure for the cell of a report."""
    code, axis, _value = _parts(cell)
    return code in INDICATORS and (not axis or axis in _BROKEN_DOWN.get(code, ()))


def chosen(cell: str, rows: Iterable[ModelFacts], *, level: str) -> list[ModelFacts]:
    """The models that a cell counts; `level` is that of the body in charge."""
    code, axis, value = _parts(cell)
    if not answers(cell) or (axis == "cap" and LEVEL_CODES.get(level) != value):
        return []
    counted = INDICATORS[code][0]
    place = _AXES.get(axis)
    return [row for row in rows if counted(row) and (place is None or place(row) == value)]


def figure(cell: str, rows: Iterable[ModelFacts], *, level: str) -> int:
    """What a cell counts: models, *điểm* or *tổ*."""
    code, _axis, _value = _parts(cell)
    return sum(INDICATORS[code][1](row) for row in chosen(cell, rows, level=level))


def year_before(day: date) -> date:
    """The same day a year before: evidence older than this makes a model stale."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def _parts(cell: str) -> tuple[str, str, str]:
    code, _dot, rest = cell.partition(".")
    axis, _dot, value = rest.partition(".")
    return code, axis, value
