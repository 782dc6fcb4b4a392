"""Writing the log of what counts otherwise than before."""

from collections.abc import Collection

from phongtrao.analytics.models import FigureChange
from phongtrao.core import clock

# More reports of one round than this are read anew as a whole round.
_ONE_BY_ONE = 200


def note_change(round_id: int, report_ids: Collection[int] | None) -> None:
    """Log reports of a round whose figures began or ceased to count; None: any of the round.

    Call within the transaction of the change, behind its audit entry (see ``FigureChange``).
    """
    at = clock.now()
    reports: Collection[int | None] = [None]
    if report_ids is not None and len(report_ids) <= _ONE_BY_ONE:
        reports = sorted(report_ids)
    FigureChange.objects.bulk_create(
        FigureChange(round_id=round_id, report_id=report, at=at) for report in reports
    )
