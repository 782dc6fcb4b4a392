"""Indicator names inside and outside the boundary (DESIGN 3; CR-4, CR-9, CR-15, CR-19)."""

from __future__ import annotations

from collections.abc import Iterator

from .material import load
from .model import IndicatorCase


def indicators() -> Iterator[IndicatorCase]:
    """Yield every case: first the wrong, then the honest."""
    for group in ("wrong", "honest"):
        for name, breakdowns, unit, scored, rule in load("indicators")[group]:
            yield IndicatorCase(
                name=name,
                breakdowns=list(breakdowns),
                unit=unit,
                is_scored=scored,
                is_wrong=group == "wrong",
                rule=rule,
            )
