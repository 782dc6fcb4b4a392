"""When a reminder falls: so many days before and after a due day, each once."""

from collections.abc import Sequence
from datetime import date, timedelta

LONGEST_LATE = 60  # days; older delays are the matter of a paper, not of a notice


def threshold_on(
    due_on: date, today: date, *, before: Sequence[int], after: Sequence[int], since: date
) -> int | None:
    """The newest threshold reached on a day, in days to the due day (negative = after it).

    None where none is reached, where the newest one was reached on or before `since` (the day on
    which the body was told of the task or of this due day anyway), or where the delay is older
    than `LONGEST_LATE`. A day on which nothing ran is made up by the newest threshold alone.
    """
    left = (due_on - today).days
    if -left > LONGEST_LATE:
        return None
    reached = [n for n in (*before, *(-days for days in after)) if n >= left]
    if not reached:
        return None
    newest = min(reached)
    return newest if due_on - timedelta(days=newest) > since else None
