"""How much a run tries: a third of each property's cases; of a table's rows the first and last.

`make test-properties` tries all cases of a property; every run but that on PostgreSQL in CI, which
`make test-postgresql` does in full, all rows of a table.
"""

import os
from collections.abc import Iterable

IS_FULL = os.environ.get("PHONGTRAO_PROPERTIES") == "full"
# The second database is asked what the first has answered for every row.
ENDS_ONLY = os.environ.get("PHONGTRAO_CASES") == "ends"
_SHARE = 3


def drawn(full: int) -> int:
    """The cases of one property in this run, of `full` in the campaign."""
    return full if IS_FULL else max(3, full // _SHARE)


def ends_of(names: Iterable[str]) -> set[str]:
    """Of the tests that differ in their row alone ("test_x[1]", "test_x[2]") the first and last."""
    rows: dict[str, list[str]] = {}
    for name in names:
        rows.setdefault(name.partition("[")[0], []).append(name)
    return {end for cases in rows.values() for end in (cases[0], cases[-1])}
