"""Reads the packaged country file; its format is described in `org/data/README.md`."""

import gzip
import json
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

from phongtrao.org.gazetteer.records import LEVELS, Act, AreaVersion, Lineage, Succession

FORMAT: Final = "phongtrao-country/1"
FILE_NAME: Final = "country.json.gz"
_DATA: Final = Path(__file__).resolve().parents[1] / "data"
_GZIP: Final = b"\x1f\x8b"
_version: Callable[..., AreaVersion] = AreaVersion  # from rows, whose values are of the file

Columns = dict[str, Any]


class CountryFileError(ValueError):
    """The packaged country file is missing, damaged or of another format."""


def read_columns(content: bytes | None = None) -> Columns:
    """The columns of the packaged file, or of `content`, which may be plain JSON too.

    Raises CountryFileError.
    """
    try:
        packed = content or (_DATA / FILE_NAME).read_bytes()
        columns: Columns = json.loads(gzip.decompress(packed) if packed[:2] == _GZIP else packed)
    except (OSError, EOFError, ValueError) as fault:
        raise CountryFileError(
            "Không đọc được tệp địa bàn đi kèm chương trình; hãy cài đặt lại bản phát hành."
        ) from fault
    if not isinstance(columns, dict) or columns.get("format") != FORMAT:
        raise CountryFileError(
            "Tệp địa bàn không đúng định dạng của bản này; hãy cài đặt lại bản phát hành."
        )
    return columns


def read_acts(columns: Columns) -> tuple[Act, ...]:
    """The acts of the file in the order of the file."""
    return tuple(
        Act(number, date.fromisoformat(signed), date.fromisoformat(applies), bool(verified))
        for number, signed, applies, verified in columns["acts"]
    )


def read_lineages(columns: Columns) -> Iterator[Lineage]:
    """The lineages, ordered by id."""
    slugs = columns["slugs"]
    for lineage_id, level in zip(*_table(columns, "lineages", "id", "level"), strict=True):
        yield Lineage(lineage_id, LEVELS[level], slugs.get(str(lineage_id), ""))


def read_versions(columns: Columns, acts: tuple[Act, ...]) -> Iterator[AreaVersion]:
    """The versions, parents before children, with their path; refuses one without a parent."""
    paths: dict[int, list[tuple[date, date | None, str]]] = {}
    for row in _version_rows(columns, acts):
        lineage_id, parent, valid_from, valid_to = row[0], row[5], row[6], row[7]
        path = f"{_path_on(paths, parent, valid_from)}{lineage_id:06d}/"
        paths.setdefault(lineage_id, []).append((valid_from, valid_to, path))
        yield _version(*row, path)


def read_unchecked(columns: Columns) -> tuple[list[AreaVersion], list[Succession]]:
    """Versions without paths, in any order, and successions: what a check of a file begins with."""
    try:
        acts = read_acts(columns)
        versions = [_version(*row, "") for row in _version_rows(columns, acts)]
        return versions, list(read_successions(columns, acts))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as fault:
        raise CountryFileError(
            "Tệp địa bàn hỏng: có bảng thiếu cột, cột lệch số dòng hoặc giá trị không đọc được."
        ) from fault


def _version_rows(columns: Columns, acts: tuple[Act, ...]) -> Iterator[tuple[Any, ...]]:
    days = [date.fromisoformat(day) for day in columns["days"]]
    types = columns["types"]
    # −1 stands for "none", which is the last of each of these lists.
    ends = [*days, None]
    bases = [*(act.number for act in acts), ""]
    checked = [*(act.verified for act in acts), True]
    names = ("lineage", "code", "name", "type", "level", "parent", "from", "to", "act")
    for row in zip(*_table(columns, "versions", *names), strict=True):
        lineage_id, code, name, kind, level, parent, start, end, act = row
        yield (
            lineage_id, code, name, types[kind], LEVELS[level], parent or None,
            days[start], ends[end], bases[act], checked[act],
        )  # fmt: skip


def read_successions(columns: Columns, acts: tuple[Act, ...]) -> Iterator[Succession]:
    """The successions, ordered by predecessor and successor."""
    kinds, sources = columns["kinds"], columns["sources"]
    fraction = cache(Fraction)
    names = ("from", "to", "num", "den", "kind", "act", "source", "estimated")
    for row in zip(*_table(columns, "successions", *names), strict=True):
        from_id, to_id, numerator, denominator, kind, act, source, estimated = row
        yield Succession(
            from_id,
            to_id,
            fraction(numerator, denominator),
            kinds[kind],
            acts[act].number,
            acts[act].applies_from,
            sources[source],
            bool(estimated),
        )


def _table(columns: Columns, table: str, *names: str) -> list[list[Any]]:
    return [columns[table][name] for name in names]


def _path_on(
    paths: dict[int, list[tuple[date, date | None, str]]], parent: int | None, day: date
) -> str:
    if not parent:
        return ""
    for valid_from, valid_to, path in paths.get(parent, ()):
        if valid_from <= day and (valid_to is None or day < valid_to):
            return path
    raise CountryFileError(
        "Tệp địa bàn có đơn vị không có cấp trên; hãy cài đặt lại bản phát hành."
    )
