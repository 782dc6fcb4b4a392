"""Reads the packaged country file; its format is described in `org/data/README.md`."""

import gzip
import json
from collections import deque
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Any, Final, TypeVar

from phongtrao.org.gazetteer.records import LEVELS, Act, AreaVersion, Lineage, Succession

FORMAT: Final = "phongtrao-country/1"
FILE_NAME: Final = "country.json.gz"
_DATA: Final = Path(__file__).resolve().parents[1] / "data"
_GZIP: Final = b"\x1f\x8b"

Row = TypeVar("Row")
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


def read_lineages(columns: Columns) -> list[Lineage]:
    """The lineages, ordered by id."""
    slugs = columns["slugs"]
    ids, levels = _table(columns, "lineages", "id", "level")
    return _rows(
        Lineage,
        id=ids,
        level=[LEVELS[level] for level in levels],
        slug=[slugs.get(str(each), "") for each in ids],
    )


def read_versions(columns: Columns, acts: tuple[Act, ...]) -> list[AreaVersion]:
    """The versions, parents before children, with their path; refuses one without a parent."""
    fields = _version_fields(columns, acts)
    names = ("lineage_id", "parent_id", "valid_from", "valid_to")
    return _rows(AreaVersion, **fields, path=_paths(*(fields[name] for name in names)))


def read_unchecked(columns: Columns) -> tuple[list[AreaVersion], list[Succession]]:
    """Versions without paths, in any order, and successions: what a check of a file begins with."""
    try:
        acts = read_acts(columns)
        fields = _version_fields(columns, acts)
        versions = _rows(AreaVersion, **fields, path=[""] * len(fields["code"]))
        return versions, read_successions(columns, acts)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as fault:
        raise CountryFileError(
            "Tệp địa bàn hỏng: có bảng thiếu cột, cột lệch số dòng hoặc giá trị không đọc được."
        ) from fault


def _version_fields(columns: Columns, acts: tuple[Act, ...]) -> dict[str, list[Any]]:
    """The columns of the versions, without their path, as fields of AreaVersion."""
    days = [date.fromisoformat(day) for day in columns["days"]]
    types = columns["types"]
    # −1 stands for "none", which is the last of each of these lists.
    ends = [*days, None]
    bases = [*(act.number for act in acts), ""]
    checked = [*(act.verified for act in acts), True]
    names = ("lineage", "code", "name", "type", "level", "parent", "from", "to", "act")
    ids, codes, called, kinds, levels, parents, begun, ended, by = _table(
        columns, "versions", *names
    )
    return {
        "lineage_id": ids,
        "code": codes,
        "name": called,
        "type": [types[each] for each in kinds],
        "level": [LEVELS[each] for each in levels],
        "parent_id": [each or None for each in parents],
        "valid_from": [days[each] for each in begun],
        "valid_to": [ends[each] for each in ended],
        "basis": [bases[each] for each in by],
        "verified": [checked[each] for each in by],
    }


def read_successions(columns: Columns, acts: tuple[Act, ...]) -> list[Succession]:
    """The successions, ordered by predecessor and successor."""
    kinds, sources = columns["kinds"], columns["sources"]
    names = ("from", "to", "num", "den", "kind", "act", "source", "estimated")
    from_ids, to_ids, numerators, denominators, of_kind, by, origins, estimated = _table(
        columns, "successions", *names
    )
    numbers, days = [act.number for act in acts], [act.applies_from for act in acts]
    return _rows(
        Succession,
        from_id=from_ids,
        to_id=to_ids,
        share=list(map(cache(Fraction), numerators, denominators)),
        kind=[kinds[each] for each in of_kind],
        basis=[numbers[each] for each in by],
        on=[days[each] for each in by],
        source=[sources[each] for each in origins],
        estimated=[bool(each) for each in estimated],
    )


def _table(columns: Columns, table: str, *names: str) -> list[list[Any]]:
    """Columns of a table; raises ValueError when they are of different lengths."""
    found = [columns[table][name] for name in names]
    if len({len(each) for each in found}) > 1:
        message = f"columns of “{table}” of different lengths"
        raise ValueError(message)
    return found


def _rows(record: type[Row], /, **fields: list[Any]) -> list[Row]:
    """Records of a frozen class with slots, filled column by column.

    Calling the class for each row takes ten times as long, and every command waits for it.
    """
    count = len(next(iter(fields.values())))
    rows = list(map(object.__new__, repeat(record, count)))
    for name, values in fields.items():
        deque(map(vars(record)[name].__set__, rows, values), maxlen=0)
    return rows


def _paths(
    lineage_ids: list[int],
    parents: list[int | None],
    begun: list[date],
    ended: list[date | None],
) -> list[str]:
    """The path of every row; the thousands below one parent and of one day look it up once."""
    paths: list[str] = []
    is_parent = set(parents)
    known: dict[int | None, list[tuple[date, date, str]]] = {}
    above: dict[tuple[int | None, date], str] = {}
    names = map("{:06d}/".format, lineage_ids)
    for lineage_id, name, place, end in zip(
        lineage_ids, names, zip(parents, begun, strict=True), ended, strict=True
    ):
        begins = above.get(place)
        if begins is None:
            begins = above[place] = _path_on(known, *place)
        paths.append(begins + name)
        if lineage_id in is_parent:
            row = (place[1], end or date.max, paths[-1])
            known.setdefault(lineage_id, []).append(row)
    return paths


def _path_on(
    known: dict[int | None, list[tuple[date, date, str]]], parent: int | None, day: date
) -> str:
    if parent is None:
        return ""
    for begin, end, path in known.get(parent, ()):
        if begin <= day < end:
            return path
    raise CountryFileError(
        "Tệp địa bàn có đơn vị không có cấp trên; hãy cài đặt lại bản phát hành."
    )
