"""Models that an actor may see, what they count, who took them from whom."""

from phongtrao.fieldwork.exemplars.queries.counts import (
    chosen_ids,
    counts,
    level_of,
    official_count,
    stale_rows,
)
from phongtrao.fieldwork.exemplars.queries.diffusion import diffusion_of, origins_of
from phongtrao.fieldwork.exemplars.queries.launches import launched_on
from phongtrao.fieldwork.exemplars.queries.learning import (
    inbox_sources,
    practice_for,
    practice_rows,
    request_for,
    request_rows,
)
from phongtrao.fieldwork.exemplars.queries.models import (
    OPEN_WORK,
    activities_of,
    activity_for,
    model_for,
    model_rows,
    origin_numbered,
    public_model,
    public_rows,
    review_for,
    reviews_of,
)
from phongtrao.fieldwork.exemplars.queries.pairs import decided_pairs, pair_for, proposed_pairs
from phongtrao.fieldwork.exemplars.queries.search import FINDABLE
from phongtrao.fieldwork.exemplars.queries.similar import similar_areas, similar_models

__all__ = [
    "FINDABLE",
    "OPEN_WORK",
    "activities_of",
    "activity_for",
    "chosen_ids",
    "counts",
    "decided_pairs",
    "diffusion_of",
    "inbox_sources",
    "launched_on",
    "level_of",
    "model_for",
    "model_rows",
    "official_count",
    "origin_numbered",
    "origins_of",
    "pair_for",
    "practice_for",
    "practice_rows",
    "proposed_pairs",
    "public_model",
    "public_rows",
    "request_for",
    "request_rows",
    "review_for",
    "reviews_of",
    "similar_areas",
    "similar_models",
    "stale_rows",
]
