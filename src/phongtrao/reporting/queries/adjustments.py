"""Signed lines that count: approved ones at the newest version of a report that counts itself."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import F, QuerySet

from phongtrao.reporting.models import Adjustment
from phongtrao.reporting.rules.figures import SignedLine
from phongtrao.reporting.workflow import COUNTING, AdjustmentState

# (version, key of the cell) → its lines, each with its scaled difference
ScaledLines = dict[tuple[int, str], list[SignedLine]]


def counting_adjustments() -> QuerySet[Adjustment]:
    """The lines that enter figures; one at an older version of a report enters none."""
    return Adjustment.objects.filter(
        state=AdjustmentState.IN_FORCE,
        version__n=F("version__report__version_count"),
        version__report__state__in=COUNTING,
    )


def scaled_lines(rounds: Collection[int]) -> ScaledLines:
    """The counting lines of some rounds, in one query."""
    found: ScaledLines = defaultdict(list)
    rows = counting_adjustments().filter(version__report__round__in=list(rounds))
    fields = ("version_id", "cell_key", "level", "difference")
    for version_id, key, level, difference in rows.order_by("pk").values_list(*fields):
        found[version_id, key].append(SignedLine(level, difference))
    return found
