"""How much a site is wanted, in whole points, and what they are made of."""

from collections.abc import Iterable
from dataclasses import dataclass

_MOST_MODELS = 3
_MOST_YEARS = 5


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for a model that will be launched (three at most) and for a year without a festival of
    this level (five at most).
    """

    model: int = 10
    year: int = 4


def score_parts(
    set_weights: Iterable[int], models: int, years_since: int, weights: Weights
) -> tuple[int, int, int]:
    """Points for the preferred sets, for models to launch, for the years since the last time."""
    return (
        sum(set_weights),
        weights.model * min(models, _MOST_MODELS),
        weights.year * min(years_since, _MOST_YEARS),
    )
