"""Indicator definitions for the lint of CR-19 and CR-4: wrong, honest and on the line."""

from typing import TypedDict

import yaml

from .marks import DATA


class Indicator(TypedDict, total=False):
    """One definition; ``rule`` and ``wording`` only for wrong ones, ``reading`` for edge ones."""

    name: str
    unit: str
    breakdown: list[str]
    scored: bool
    rule: str
    wording: str
    reading: str


def _loaded(name: str) -> list[Indicator]:
    text = DATA.joinpath("indicators", f"{name}.yaml").read_text(encoding="utf-8")
    return list(yaml.safe_load(text))


def wrong_indicators() -> list[Indicator]:
    """Return definitions that must be refused."""
    return _loaded("wrong")


def honest_indicators() -> list[Indicator]:
    """Return definitions that must pass."""
    return _loaded("honest")


def edge_indicators() -> list[Indicator]:
    """Return definitions on which the rule leaves room; no verdict is expected."""
    return _loaded("edge")
