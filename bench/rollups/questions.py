"""What both sides are asked: five questions, from a broad sum to a page of one province."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from bench.rollups.dataset import Shape

WORDS = {
    "q1": "one indicator, every province, 12 months",
    "q2": "every indicator, the country, 12 months",
    "q3": "the communes of a province, 20 indicators, one month",
    "q4": "one indicator, the country, all months, on the boundaries of today",
    "q5": "units that reported of units expected, by province, one month",
}
RUNS = 7
_SLOW_SECONDS, _FEWER_RUNS = 3.0, 3


@dataclass(frozen=True, slots=True)
class Questions:
    """The year, month (202405), province, indicator and indicators that are asked about."""

    year: int
    month: int
    province: int
    indicator: int
    indicators: range


def questions_of(shape: Shape) -> Questions:
    """The questions that fit the size."""
    some = range(shape.indicators // 10, 3 * shape.indicators // 10)
    return Questions(
        shape.asked_year,
        shape.asked_year * 100 + 5,
        min(5, shape.provinces - 1),
        min(17, shape.indicators - 1),
        some,
    )


def timed(ask: Callable[[], Any], *, runs: int = RUNS) -> tuple[tuple[float, ...], Any]:
    """Milliseconds of each run after one to warm up, and the answer; fewer runs where it is slow.

    What takes seconds is asked less often.
    """
    begin = perf_counter()
    found = ask()
    if perf_counter() - begin > _SLOW_SECONDS:
        runs = _FEWER_RUNS
    taken = []
    for _ in range(runs):
        begin = perf_counter()
        found = ask()
        taken.append((perf_counter() - begin) * 1_000)
    return tuple(taken), found


def checked(name: str, rows: Sequence[tuple[Any, ...]]) -> tuple[int, float]:
    """What all engines must agree on: how many rows there are, and the sum of their figures."""
    last = 2 if name == "q5" else 1  # expected and received
    return len(rows), round(sum(float(each) for row in rows for each in row[-last:]), 2)
