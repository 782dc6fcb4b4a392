"""Rules about models: closed lists, the official count, which entries are alike. Pure."""

from phongtrao.fieldwork.exemplars.rules.counting import (
    ALIVE,
    MOST_SITES,
    SMALLEST_SHOWN,
    ModelFacts,
    answers,
    chosen,
    figure,
    year_before,
)
from phongtrao.fieldwork.exemplars.rules.likeness import Described, Likeness, likeness, places_of
from phongtrao.fieldwork.exemplars.rules.vocabulary import (
    field_name,
    group_of,
    kind_name,
    rank_name,
    vocabulary,
)

__all__ = [
    "ALIVE",
    "MOST_SITES",
    "SMALLEST_SHOWN",
    "Described",
    "Likeness",
    "ModelFacts",
    "answers",
    "chosen",
    "field_name",
    "figure",
    "group_of",
    "kind_name",
    "likeness",
    "places_of",
    "rank_name",
    "vocabulary",
    "year_before",
]
