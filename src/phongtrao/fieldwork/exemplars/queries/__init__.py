"""Models that an actor may see, what they count, who took them from whom."""

from phongtrao.fieldwork.exemplars.queries.counts import (
    chosen_ids,
    counts,
    level_of,
    official_count,
    stale_rows,
)
from phongtrao.fieldwork.exemplars.queries.models import (
    OPEN_WORK,
    activity_for,
    model_for,
    model_rows,
    origin_numbered,
    public_model,
    public_rows,
)
from phongtrao.fieldwork.exemplars.queries.search import FINDABLE

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "activity_for",
    "chosen_ids",
    "counts",
    "level_of",
    "model_for",
    "model_rows",
    "official_count",
    "origin_numbered",
    "public_model",
    "public_rows",
    "stale_rows",
]
