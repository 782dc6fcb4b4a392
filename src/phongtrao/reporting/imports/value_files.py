"""Reads a file of figures (Parquet or CSV) into columns; nothing of it is judged here yet."""

import hashlib
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet
from numpy.typing import NDArray

from phongtrao.core.errors import N_, DomainError, InvalidInput, Sentence
from phongtrao.core.vietnamese import tidy_line

REQUIRED = ("area_code", "on", "period", "indicator", "value")
OPTIONAL = ("scheme", "body", "state")
_WORDS = (*REQUIRED[:-1], *OPTIONAL)
_TEXT = pa.dictionary(pa.int32(), pa.string())
_PARQUET_MAGIC = b"PAR1"
_BLOCK = 1 << 22
# Longer figures are told from others by their text.
_MOST_PLAIN = 10**18


class ValuesRefused(DomainError):  # noqa: N818 - named for what it says
    """The file was refused as a whole; `faults` names every row with what is wrong with it."""

    code = "values_refused"
    status = 422

    def __init__(self, faults: Sequence[tuple[int, Sentence]]) -> None:
        self.faults = sorted(faults, key=lambda fault: fault[0])
        rows = len({number for number, _sentence in faults})
        super().__init__(
            N_(
                "Tệp có %(rows)s dòng lỗi nên chưa nhập gì. Hãy sửa các dòng được nêu rồi nhập lại."
            ),
            rows=rows,
        )


@dataclass(frozen=True)
class TextColumn:
    """One column of words: for each row the place of its text, -1 where it says nothing."""

    places: NDArray[np.int32]
    texts: Sequence[str]


@dataclass(frozen=True)
class ValueFile:
    """A file of figures as it was read. `numbers` are the row numbers as its owner counts them."""

    name: str
    sha256: str
    numbers: NDArray[np.int64]
    columns: dict[str, TextColumn]
    values: pa.Array
    faults: list[tuple[int, Sentence]] = field(default_factory=list)


def read_values(path: Path) -> ValueFile:
    """The columns of a file; its kind is told by its first bytes.

    Rows of a CSV file are counted as lines of a sheet are: the heading is row 1. Raises
    ``InvalidInput`` with one sentence where the file cannot be read at all, ``OSError``.
    """
    look = _looked_through(path)
    table, numbers, faults = _read_parquet(path) if look.is_parquet else _read_csv(path, look)
    if not table.num_rows and not faults:
        raise _unreadable(N_("Tệp không có dòng số liệu nào nên chưa nhập gì."))
    columns = {name: _text_column(table[name]) for name in _WORDS if name in table.column_names}
    values = table["value"].combine_chunks()
    if isinstance(values, pa.ChunkedArray):
        values = pa.concat_arrays(values.chunks)
    return ValueFile(path.name, look.sha256, numbers, columns, values, faults)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the bytes of a file tell before it is parsed."""

    sha256: str
    is_parquet: bool
    # Whether an x stands anywhere: the parser of whole numbers would take 0x1F for a figure.
    has_x: bool


def _looked_through(path: Path) -> _Look:
    """The SHA-256 of a file, and whether it is Parquet; any other is a text in UTF-8."""
    digest, decoder = hashlib.sha256(), getincrementaldecoder("utf-8")()
    has_x = False
    with path.open("rb") as stream:
        is_parquet = stream.read(len(_PARQUET_MAGIC)) == _PARQUET_MAGIC
        stream.seek(0)
        while block := stream.read(_BLOCK):
            digest.update(block)
            if not is_parquet:
                has_x = has_x or b"x" in block or b"X" in block
                if decoder.getstate()[0] or not block.isascii():  # plain signs need no look
                    _decoded(decoder, block)
    if not is_parquet:
        _decoded(decoder, b"", final=True)
    return _Look(digest.hexdigest(), is_parquet, has_x)


def _decoded(decoder: IncrementalDecoder, block: bytes, *, final: bool = False) -> None:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError as error:
        raise _broken() from error


_Read = tuple[pa.Table, NDArray[np.int64], list[tuple[int, Sentence]]]


def _read_parquet(path: Path) -> _Read:
    try:
        file = pa.parquet.ParquetFile(path, memory_map=True)
        _require_columns(file.schema_arrow.names)
        table = pa.parquet.read_table(
            path, columns=file.schema_arrow.names, read_dictionary=list(_WORDS), memory_map=True
        )
    except (pa.ArrowException, OSError) as error:
        raise _broken() from error
    return table, np.arange(1, table.num_rows + 1), []


def _read_csv(path: Path, look: _Look) -> _Read:
    bad: list[Any] = []

    def noted(row: Any) -> str:
        bad.append(row)
        return "skip"

    table = None if look.has_x else _whole_numbers(path, noted)
    if bad or table is None:
        bad.clear()
        table = _parsed_csv(path, noted, pa.string())
    if bad:
        bad.clear()
        # Only so each row knows its number.
        table = _parsed_csv(path, noted, pa.string(), threads=False)
    wrong = [row.number for row in bad]
    faults = [
        (
            int(row.number),
            Sentence(
                N_("Dòng có %(found)s cột, cần %(wanted)s cột."),
                {"found": row.actual_columns, "wanted": row.expected_columns},
            ),
        )
        for row in bad
    ]
    every = np.arange(2, table.num_rows + len(wrong) + 2)
    return table, every[~np.isin(every, wrong)] if wrong else every, faults


def _whole_numbers(path: Path, noted: Callable[[Any], str]) -> pa.Table | None:
    """The table where every value is a plain whole number: the quick way; None where one is not."""
    try:
        table = _table_of(path, noted, pa.int64())
    except (pa.ArrowException, OSError):
        return None
    _require_columns(table.column_names)
    ends = pc.min_max(table["value"]).as_py()
    is_short = all(abs(end or 0) < _MOST_PLAIN for end in ends.values())
    return table if is_short else None


def _table_of(
    path: Path, noted: Callable[[Any], str], values: pa.DataType, *, threads: bool = True
) -> pa.Table:
    types = dict.fromkeys(_WORDS, _TEXT) | {"value": values}
    return pa.csv.read_csv(
        path,
        read_options=pa.csv.ReadOptions(use_threads=threads, block_size=1 << 23),
        parse_options=pa.csv.ParseOptions(invalid_row_handler=noted),
        convert_options=pa.csv.ConvertOptions(
            column_types=types, null_values=[""], strings_can_be_null=True
        ),
    )


def _parsed_csv(
    path: Path, noted: Callable[[Any], str], values: pa.DataType, *, threads: bool = True
) -> pa.Table:
    try:
        table = _table_of(path, noted, values, threads=threads)
    except (pa.ArrowException, OSError) as error:
        if "Empty CSV" in str(error):
            raise _unreadable(N_("Tệp rỗng nên chưa nhập gì.")) from error
        raise _broken() from error
    _require_columns(table.column_names)
    return table


def _require_columns(names: Sequence[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise _unreadable(
            N_(
                "Tệp thiếu cột %(columns)s nên chưa nhập gì. Dòng đầu phải ghi tên các cột:"
                " area_code, on, period, indicator, value (có thể thêm scheme, body, state),"
                " cách nhau bằng dấu phẩy, mã UTF-8."
            ),
            columns=", ".join(missing),
        )
    strange = [str(name)[:40] for name in names if name not in (*REQUIRED, *OPTIONAL)]
    twice = [name for name in dict.fromkeys(names) if list(names).count(name) > 1]
    if strange or twice:
        raise _unreadable(
            N_("Tệp có cột thừa hoặc lặp lại (%(columns)s) nên chưa nhập gì. Hãy bỏ các cột đó."),
            columns=", ".join([*strange, *twice]),
        )


def _text_column(column: pa.ChunkedArray) -> TextColumn:
    """Words as places in a short list; what is blank says nothing."""
    if not pa.types.is_dictionary(column.type):
        try:
            column = pc.dictionary_encode(column.cast(pa.string()))
        except pa.ArrowException as error:
            raise _broken() from error
    whole = column.unify_dictionaries().combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0) if whole.num_chunks else pa.array([], type=_TEXT)
    texts = ["" if text is None else tidy_line(str(text)) for text in whole.dictionary.to_pylist()]
    said = np.array([*(bool(text) for text in texts), False])
    places = whole.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    return TextColumn(np.where(said[places], places, np.int32(-1)), texts)


def _broken() -> InvalidInput:
    return _unreadable(
        N_(
            "Không đọc được tệp nên chưa nhập gì: tệp hỏng, bị cắt giữa chừng hoặc không phải CSV"
            " (UTF-8) hay Parquet. Hãy xuất lại tệp rồi nhập lại."
        )
    )


def _unreadable(sentence: str, *, columns: str = "") -> InvalidInput:
    return InvalidInput(sentence, "values.file", columns=columns)
