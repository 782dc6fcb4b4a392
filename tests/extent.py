"""How much a run tries: a third of each property's cases; of a table's rows some.

`make test-properties` tries all cases of a property, `make test-rows` all rows of every table on
SQLite, `make test-postgresql` all on PostgreSQL. In CI the run on SQLite takes a third of the rows
of a long table with its last one, the run on PostgreSQL the first and the last of every table, the
run of access every second address; `make test-access` takes all addresses.
"""

import os
from collections.abc import Iterable

IS_FULL = os.environ.get("PHONGTRAO_PROPERTIES") == "full"
# "ends", "thirds", "halves" or, for all rows, nothing.
ROWS = os.environ.get("PHONGTRAO_CASES", "")
_SHARE = 3
_STEPS = {"thirds": 3, "halves": 2}
_LONG = 6  # rows of a table of which a share is enough


def drawn(full: int) -> int:
    """The cases of one property in this run, of `full` in the campaign."""
    return full if IS_FULL else max(3, full // _SHARE)


def kept_rows(names: Iterable[str], rows: str = ROWS) -> set[str]:
    """What runs of tests that differ in their row alone ("test_x[1]", "test_x[2]").

    A test without rows always runs, and so does at least the first and the last row of each.
    """
    tables: dict[str, list[str]] = {}
    for name in names:
        tables.setdefault(name.partition("[")[0], []).append(name)
    return {name for cases in tables.values() for name in _some(cases, rows)}


def _some(cases: list[str], rows: str) -> list[str]:
    if rows == "ends":
        return [cases[0], cases[-1]]
    if rows in _STEPS and len(cases) >= _LONG:
        return [*cases[:: _STEPS[rows]], cases[-1]]
    return cases
