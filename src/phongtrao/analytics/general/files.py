"""The record as Parquet: one file a year, sorted by indicator, period and area. Pure.

The files are meant for any engine that reads Parquet; `tables` names their columns. Where a file
is written nothing is read: a generation's folder is built once and then only read.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from phongtrao.analytics.general import tables
from phongtrao.analytics.general.blocks import Block, Column, reports_of
from phongtrao.analytics.general.index import Entry
from phongtrao.core.periods import Period

_ROWS = 122_880
_LEVEL = 3
# Few different values in a row of rows: a dictionary; running numbers: their differences.
_NAMED = ["scaled", "state", "body_kind", "scheme", "months", "level", "decimals"]
_RUNNING = ("area", "body", "indicator", "first", "round")
INDEX_FILE = "index.parquet"


def year_file(folder: Path, year: int) -> Path:
    """The file of the periods that end in a year."""
    return folder / f"{year}.parquet"


def reports_file(folder: Path, year: int) -> Path:
    """The file of the reports in which they stand."""
    return folder / f"reports-{year}.parquet"


@dataclass(frozen=True)
class RecordFiles:
    """The record of a folder: the cells of all years, and the reports they stand in."""

    cells: tuple[Path, ...]
    reports: tuple[Path, ...]


def record_files(folder: Path) -> RecordFiles:
    """The files of all years, the earliest first."""
    years = "[0-9][0-9][0-9][0-9]"
    return RecordFiles(
        tuple(sorted(folder.glob(f"{years}.parquet"))),
        tuple(sorted(folder.glob(f"reports-{years}.parquet"))),
    )


def write_year(folder: Path, year: int, blocks: Iterable[Block]) -> list[Entry]:
    """Write the reports whose periods end in a year; gives what the index says of them."""
    sorted_blocks = sorted((b.by_area() for b in blocks), key=lambda b: (b.period, b.round))
    schema = tables.arrow_schema(tables.CELLS)
    with pq.ParquetWriter(
        year_file(folder, year),
        schema,
        compression="zstd",
        compression_level=_LEVEL,
        use_dictionary=_NAMED,
        column_encoding=dict.fromkeys(_RUNNING, "DELTA_BINARY_PACKED"),
        write_statistics=True,
    ) as writer:
        for table in _row_groups(sorted_blocks):
            writer.write_table(table, row_group_size=_ROWS)
    pq.write_table(
        reports_of(sorted_blocks),
        reports_file(folder, year),
        compression="zstd",
        use_dictionary=False,
        column_encoding=dict.fromkeys(tables.REPORTS, "DELTA_BINARY_PACKED"),
    )
    return [entry for block in sorted_blocks for entry in block.entries()]


def _row_groups(blocks: Sequence[Block]) -> Iterator[Any]:
    """All rows in order, some row groups at a time."""
    waiting: list[Any] = []
    for table in _in_order(blocks):
        waiting.append(table)
        if sum(map(len, waiting)) >= 4 * _ROWS:
            whole = pa.concat_tables(waiting)
            keep = len(whole) // _ROWS * _ROWS
            yield whole.slice(0, keep)
            waiting = [whole.slice(keep)]
    if waiting:
        yield pa.concat_tables(waiting)


def _in_order(blocks: Sequence[Block]) -> Iterator[Any]:
    holding: dict[int, list[tuple[Block, Column]]] = defaultdict(list)
    for block in blocks:
        for column in block.columns:
            holding[column.indicator].append((block, column))
    for indicator in sorted(holding):
        for block, column in holding[indicator]:
            yield block.cells(column)


def write_index(folder: Path, entries: Iterable[Entry]) -> None:
    """Write what the record holds, in short."""
    rows = []
    for entry in entries:
        found = list(astuple(entry))
        found[4:5] = [entry.period.first, entry.period.months]
        rows.append(found)
    schema = tables.arrow_schema(tables.INDEX)
    lists = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(map(int, each), f.type) for each, f in zip(lists, schema, strict=True)]
    pq.write_table(
        pa.Table.from_arrays(arrays, schema=schema), folder / INDEX_FILE, compression="zstd"
    )


def read_index(folder: Path) -> list[Entry]:
    """What the record holds, in short."""
    columns = pq.read_table(folder / INDEX_FILE).to_pydict()
    periods = [
        Period(first, first + months - 1)
        for first, months in zip(columns.pop("first"), columns.pop("months"), strict=True)
    ]
    columns["period"] = periods
    columns["is_joint"] = map(bool, columns["is_joint"])
    names = list(columns)
    return [
        Entry(**dict(zip(names, row, strict=True))) for row in zip(*columns.values(), strict=True)
    ]


def write_rows(path: Path, columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> None:
    """A small table as a file."""
    kinds = {name: pa.type_for_alias(kind) for name, kind in columns.items()}
    lists = list(zip(*rows, strict=True)) or [()] * len(kinds)
    arrays = [pa.array(each, kind) for each, kind in zip(lists, kinds.values(), strict=True)]
    table = pa.Table.from_arrays(arrays, names=list(kinds))
    pq.write_table(table, path, compression="zstd")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a small table."""
    found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return found


def versions_in(
    files: RecordFiles, rounds: Collection[int]
) -> Mapping[int, Mapping[int, list[int]]]:
    """Round → area → the versions that stand in the files, for a few rounds."""
    found: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for path in files.reports:
        table = pq.read_table(path, filters=[("round", "in", list(rounds))])
        columns = (table[name].to_pylist() for name in ("round", "area", "version"))
        for round_, area, version in zip(*columns, strict=True):
            found[round_][area].append(version)
    return found
