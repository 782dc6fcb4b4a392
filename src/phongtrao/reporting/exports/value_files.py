"""A file of figures (Parquet or CSV) that `import-values` takes in again as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet
from numpy.typing import NDArray

from phongtrao.reporting.cells import CellState
from phongtrao.reporting.queries.recorded_values import RecordedValues, ValueBlock, ValuesAsked
from phongtrao.reporting.rules.value_table import STATE_NAMES

COLUMNS = ("area_code", "on", "period", "indicator", "value", "scheme", "body", "state")
_WORDS = pa.dictionary(pa.int32(), pa.string())
_DIGITS = 18
_GIVEN = (CellState.VALUE, CellState.ZERO)
_STATES = [next((n for n, s in STATE_NAMES.items() if s == state), "") for state in CellState]


@dataclass(frozen=True, slots=True)
class ExportedValues:
    """What stands in a file; `left_out` are reports that no row could name."""

    rows: int
    left_out: int


def write_values(asked: ValuesAsked, path: Path) -> ExportedValues:
    """Write the figures to a file, block by block; Parquet by its ending, else CSV.

    The file appears when it is whole. Raises ``OSError``.
    """
    values = RecordedValues(asked)
    is_parquet = path.suffix.lower() == ".parquet"
    schema = _schema(pa.decimal128(_DIGITS, values.decimals) if is_parquet else pa.string())
    waiting = path.with_name(f".{path.name}.{uuid4().hex}")
    rows = left_out = 0
    try:
        with waiting.open("xb") as sink, _writer(sink, schema, is_parquet=is_parquet) as writer:
            for block in values.blocks():
                writer.write_batch(_batch(block, schema))
                rows, left_out = rows + len(block.scaled), left_out + block.left_out
        waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)
    return ExportedValues(rows, left_out)


def _schema(value: pa.DataType) -> pa.Schema:
    return pa.schema([(name, value if name == "value" else _WORDS) for name in COLUMNS])


def _writer(sink: Any, schema: pa.Schema, *, is_parquet: bool) -> Any:
    if is_parquet:
        return pa.parquet.ParquetWriter(sink, schema, compression="zstd")
    sink.write(f"{','.join(COLUMNS)}\n".encode())
    # No word of ours holds a comma or a quote; the writer refuses one that does.
    options = pa.csv.WriteOptions(include_header=False, quoting_style="none")
    return pa.csv.CSVWriter(sink, schema, write_options=options)


def _batch(block: ValueBlock, schema: pa.Schema) -> pa.RecordBatch:
    count, owners = len(block.scaled), block.owners
    once = np.zeros(count, np.int32)
    columns = [
        _words(block.owner, [owner.area_code for owner in owners]),
        _words(block.owner, [owner.on.isoformat() for owner in owners]),
        _words(once, [block.period.label]),
        _words(block.indicator, block.indicators),
        _figures(block, schema.field("value").type),
        _words(once, [block.scheme]),
        _words(block.owner, [owner.body for owner in owners]),
        _words(block.states.astype(np.int32), _STATES),
    ]
    return pa.record_batch(columns, schema=schema)


def _words(places: NDArray[np.int32], texts: Sequence[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array(texts, pa.string()))


def _figures(block: ValueBlock, kind: pa.DataType) -> pa.Array:
    """The figures, null where the state has none."""
    empty = ~np.isin(block.states, _GIVEN)
    if pa.types.is_decimal(kind):
        factor = np.int64(10) ** (kind.scale - block.decimals)
        low = block.scaled * factor
        words = np.stack([low, np.where(low < 0, -1, 0)], axis=1)
        mask = pa.array(~empty)
        buffers = [mask.buffers()[1], pa.py_buffer(np.ascontiguousarray(words))]
        return pa.Array.from_buffers(kind, len(low), buffers)
    return pc.if_else(pa.array(empty), pa.scalar(None, pa.string()), _texts(block))


def _texts(block: ValueBlock) -> pa.Array:
    """Digits, with a point only where something stands behind it: 1234.5."""
    whole = pa.array(block.scaled).cast(pa.string())
    for count in np.unique(block.decimals[block.decimals > 0]).tolist():
        size = np.abs(block.scaled)
        part = pc.utf8_lpad(pa.array(size % 10**count).cast(pa.string()), count, padding="0")
        above = pa.array(size // 10**count).cast(pa.string())
        shown = pc.binary_join_element_wise(above, part, ".")
        shown = pc.utf8_rtrim(pc.utf8_rtrim(shown, characters="0"), characters=".")
        sign = pc.if_else(pa.array(block.scaled < 0), "-", "")
        signed = pc.binary_join_element_wise(sign, shown, "")
        whole = pc.if_else(pa.array(block.decimals == count), signed, whole)
    return whole
