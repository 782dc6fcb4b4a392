"""The reports of one round as columns, the form in which the record is read in bulk. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from phongtrao.analytics.general import tables
from phongtrao.analytics.general.index import Entry
from phongtrao.core.periods import Period
from phongtrao.reporting.cells import CellState


@dataclass(frozen=True)
class Column:
    """Where an indicator stands in the form, and with how many decimals."""

    place: int
    indicator: int
    decimals: int


@dataclass(frozen=True)
class Block:
    """Reports of one round: one row a report, one column a cell of its form.

    Scheme, level, indicators and kinds of bodies are numbers; `submitted` counts microseconds.
    """

    round: int
    scheme: int
    period: Period
    level: int
    columns: Sequence[Column]
    areas: NDArray[np.int32]
    bodies: NDArray[np.int32]
    body_kinds: NDArray[np.int16]
    versions: NDArray[np.int64]
    submitted: NDArray[np.int64]
    scaled: NDArray[np.int64]
    states: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.areas)

    def by_area(self) -> "Block":
        """The same reports in the order of their areas."""
        order = np.argsort(self.areas, kind="stable")
        if np.array_equal(order, np.arange(len(order))):
            return self
        return self.taken(order)

    def taken(self, rows: NDArray[Any]) -> "Block":
        """Some of the reports."""
        return Block(
            self.round, self.scheme, self.period, self.level, self.columns,
            self.areas[rows], self.bodies[rows], self.body_kinds[rows], self.versions[rows],
            self.submitted[rows], self.scaled[rows], self.states[rows],
        )  # fmt: skip

    def cells(self, column: Column) -> Any:
        """The rows of one indicator as `tables.CELLS`."""
        size = len(self)
        alike = {
            "indicator": column.indicator,
            "scheme": self.scheme,
            "first": self.period.first,
            "months": self.period.months,
            "level": self.level,
            "decimals": column.decimals,
            "round": self.round,
        }
        found = {
            "area": self.areas,
            "body": self.bodies,
            "body_kind": self.body_kinds,
            "state": self.states[:, column.place].astype(np.int8),
            "scaled": self.scaled[:, column.place],
        }
        schema = tables.arrow_schema(tables.CELLS)
        arrays = [
            pa.repeat(pa.scalar(alike[f.name], f.type), size)
            if f.name in alike
            else pa.array(np.ascontiguousarray(found[f.name]), f.type)
            for f in schema
        ]
        return pa.Table.from_arrays(arrays, schema=schema)

    @property
    def reports(self) -> Any:
        """The reports themselves as `tables.REPORTS`."""
        schema = tables.arrow_schema(tables.REPORTS)
        number = pa.repeat(pa.scalar(self.round, pa.int32()), len(self))
        columns = (self.areas, self.bodies, self.versions, self.submitted)
        return pa.Table.from_arrays([number, *map(pa.array, columns)], schema=schema)

    def entries(self) -> Iterator[Entry]:
        """What the index says of these reports."""
        is_joint = len(np.unique(self.areas)) < len(self)
        for kind in np.unique(self.body_kinds):
            rows = self.body_kinds == kind
            for column in self.columns:
                scaled = self.scaled[rows, column.place]
                said = self.states[rows, column.place] != CellState.NONE
                yield Entry(
                    self.round, int(kind), column.indicator, self.scheme, self.period, self.level,
                    column.decimals, is_joint, int(rows.sum()), int(said.sum()), _largest(scaled),
                )  # fmt: skip


def _largest(scaled: NDArray[np.int64]) -> int:
    return max(int(scaled.max(initial=0)), -int(scaled.min(initial=0)))


def cells_of(blocks: Sequence[Block]) -> Any:
    """The rows of a few reports as one Arrow table of `tables.CELLS`."""
    found = [block.cells(column) for block in blocks for column in block.columns]
    empty = tables.arrow_schema(tables.CELLS).empty_table()
    return pa.concat_tables([empty, *found])


def reports_of(blocks: Sequence[Block]) -> Any:
    """The reports of some rounds as one Arrow table of `tables.REPORTS`."""
    empty = tables.arrow_schema(tables.REPORTS).empty_table()
    return pa.concat_tables([empty, *(block.reports for block in blocks)])
