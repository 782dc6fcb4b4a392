"""What the planner is given and what it gives back. Days are ordinals of the calendar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Site:
    """A candidate: where it lies, the days it can be held on, how much it is wanted.

    `province` bounds the sites of a day, `region` how guests travel, `sets` are the preferred sets
    of areas it lies in. A fixed site must be chosen, a barred one must not.
    """

    key: int
    name: str
    province: int
    region: int
    days: tuple[int, ...]
    score: int
    sets: frozenset[int] = frozenset()
    held_last_year: bool = False
    is_fixed: bool = False
    is_barred: bool = False


@dataclass(frozen=True, slots=True)
class Guest:
    """A post whose holder can come on some days, to at most so many sites."""

    key: int
    name: str
    days: frozenset[int]
    most: int = 1


@dataclass(frozen=True, slots=True)
class Quota:
    """At least so many of the chosen sites lie in a set of areas."""

    set_key: int
    name: str
    least: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What every plan keeps.

    `a_day_a_province` 0 sets no bound; `guests_each` 0 sends nobody. A guest is at one site a day;
    with `near_next_day` on the day after a visit he stays in the same region.
    """

    number: int
    guests_each: int = 1
    a_day_a_province: int = 1
    not_as_last_year: bool = True
    near_next_day: bool = True
    quotas: tuple[Quota, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Candidates, guests and rules."""

    sites: tuple[Site, ...]
    guests: tuple[Guest, ...]
    rules: Rules


@dataclass(frozen=True, slots=True)
class Visit:
    """A line of a plan: a site, its day, and who comes."""

    site: int
    day: int
    guests: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A plan with its proof; no visits where no plan keeps every rule.

    `objective` is the sum of scores, `bound` what no plan can exceed, `gap` their distance as a
    share of the objective (0: proven best). `changes` counts the lines that differ from the plan
    before, without what was cancelled.
    """

    visits: tuple[Visit, ...]
    objective: int
    bound: float
    gap: float
    seconds: float
    is_possible: bool
    changes: int = 0
    sizes: Mapping[str, int] = field(default_factory=dict)


def chosen(visits: Sequence[Visit]) -> dict[int, Visit]:
    """Site → its line."""
    return {visit.site: visit for visit in visits}
