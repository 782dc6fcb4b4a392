"""What answers must know of indicators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from phongtrao.reporting.models import Indicator
from phongtrao.reporting.queries import rules_of
from phongtrao.reporting.rules.figures import IndicatorRule


@dataclass(frozen=True)
class Catalogue:
    """The rules of all indicators, and the levels the catalogue names."""

    rules: Mapping[str, IndicatorRule]
    levels: Mapping[str, Sequence[str]]


def read_catalogue() -> Catalogue:
    """The catalogue as it stands now."""
    _none, rules = rules_of(())
    return Catalogue(rules, dict(Indicator.objects.values_list("code", "levels")))
