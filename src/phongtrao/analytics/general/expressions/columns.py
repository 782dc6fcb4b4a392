"""The unbound tables and the small words that every step uses."""

from typing import Any

import ibis
from ibis.expr.types import Table

from phongtrao.analytics.general import tables
from phongtrao.reporting.cells import CellState

NONE, NOT_APPLICABLE, WITHHELD = (
    int(CellState.NONE),
    int(CellState.NOT_APPLICABLE),
    int(CellState.WITHHELD),
)
GIVEN = [int(CellState.VALUE), int(CellState.ZERO)]
VALUE = int(CellState.VALUE)
_LIKE = {"stored": tables.CELLS, "fresh": tables.CELLS, "fresh_reports": tables.REPORTS}
REPORT = ["round", "area", "body"]


class Steps:
    """The expressions of one answer in their order.

    A result that several later steps read is kept under a name: an engine that does not see by
    itself that it is the same would make it again each time, and what reads it in turn too.
    """

    def __init__(self) -> None:
        self.kept: list[tuple[str, Table]] = []

    def keep(self, name: str, rows: Table) -> Table:
        """The rows as a table of that name, which every later step may read."""
        self.kept.append((name, rows))
        return ibis.table(rows.schema(), name=name)


def table(name: str) -> Table:
    """One of the tables of `tables`, by its name."""
    columns = _LIKE.get(name) or getattr(tables, name.upper())
    return ibis.table(dict(columns), name=name)


def flag(condition: Any) -> Any:
    """A condition as 1 or 0, which every backend can add and compare."""
    return condition.ifelse(ibis.literal(1, "int8"), ibis.literal(0, "int8"))


def is_given(rows: Table) -> Any:
    """Whether a figure was given: a value or a declared zero."""
    return rows.state.isin(GIVEN)


def joined_state(given: Any, withheld: Any) -> Any:
    """The state of several answers that are all known: none of them hides, some give."""
    return ibis.cases(
        (withheld == 1, ibis.literal(WITHHELD, "int8")),
        (given > 0, ibis.literal(VALUE, "int8")),
        else_=ibis.literal(NOT_APPLICABLE, "int8"),
    )
