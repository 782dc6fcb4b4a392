"""Indicators a template author might propose, wrong ones with the rule they break."""

from collections.abc import Iterator

from .model import IndicatorCase
from .pools import load


def _case(line: str, rule: str) -> IndicatorCase:
    name, breakdowns, unit, scored = line.split("|")
    return {
        "name": name,
        "breakdowns": [part.strip() for part in breakdowns.split(";") if part.strip(" –")],
        "unit": unit,
        "is_scored": scored == "y",
        "is_wrong": bool(rule),
        "rule": rule or "none",
    }


def indicators() -> Iterator[IndicatorCase]:
    """Wrong indicators first, each with its rule; then the honest ones (rule ``none``)."""
    material = load("indicators")
    for rule, lines in material["wrong"].items():
        for line in lines:
            yield _case(line, rule)
    for line in material["honest"]:
        yield _case(line, "")
