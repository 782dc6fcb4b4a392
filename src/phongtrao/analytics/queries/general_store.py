"""The files of the general path of the current generation, and what came after they were written.

Kept open by each process until there is a newer generation; the log says which reports count
otherwise since, and these are read anew from the record.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import Any

from django.conf import settings

from phongtrao.analytics import generations
from phongtrao.analytics.general import files, tables
from phongtrao.analytics.general.backends import (
    Backend,
    DuckDBBackend,
    SparkBackend,
    spark_session,
)
from phongtrao.analytics.general.blocks import Block, cells_of, reports_of
from phongtrao.analytics.general.index import Entry, RecordIndex
from phongtrao.analytics.general.refusals import Reason, Refusal
from phongtrao.analytics.models import FigureChange, Generation
from phongtrao.analytics.queries.general_record import (
    Numbers,
    blocks,
    indicator_numbers,
    replaced,
)
from phongtrao.analytics.queries.record_columns import RoundForm, round_forms
from phongtrao.reporting.models import Report
from phongtrao.reporting.rules.levels import LEVELS

GENERAL_FOLDER = "general"
_NUMBERS_FILE = "numbers.parquet"
# Beyond this many reports a new generation is due and the specification as fast.
_MOST_REPORTS = 50_000


@dataclass(frozen=True)
class Record:
    """The record as it counts now: the files, and the rows that replace some of theirs."""

    backend: Backend
    index: RecordIndex
    numbers: Numbers
    delta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def has_delta(self) -> bool:
        """Whether rows came after the files."""
        return bool(self.delta)


@dataclass
class _Opened:
    """The files of a generation, and the delta up to an entry of the log."""

    generation: str  # its name: numbers are given again after a restored backup
    files: files.RecordFiles
    record: Record
    entries: list[Entry]
    up_to: tuple[int, int]
    current: Record


_lock = Lock()
_opened: list[_Opened] = []


def current_record() -> Record:
    """The record as it counts now; raises `Refusal` without files or where they are far behind."""
    with _lock:
        generation = generations.current()
        if generation is None or not generations.in_log(generation):
            raise Refusal(Reason.NO_FILES)
        if not _opened or _opened[0].generation != generation.name:
            forget()
            _opened.append(_open(generation))
        opened = _opened[0]
        newest = generations.newest_change()
        if newest != opened.up_to:
            opened.current = _with_delta(opened, generation)
            opened.up_to = newest
        return opened.current


def forget() -> None:
    """Let go of the files."""
    while _opened:
        _opened.pop().record.backend.close()


def _open(generation: Generation) -> _Opened:
    folder = generations.folder_of(generation) / GENERAL_FOLDER
    if not (folder / files.INDEX_FILE).is_file():
        raise Refusal(Reason.NO_FILES)
    numbers = read_numbers(folder)
    entries = files.read_index(folder)
    found = files.record_files(folder)
    record = Record(_backend(found), RecordIndex(entries), numbers)
    held = generation.up_to, generation.mark
    return _Opened(generation.name, found, record, entries, held, record)


def _backend(found: files.RecordFiles) -> Backend:
    if settings.SPARK_MASTER:
        return SparkBackend(found, spark_session(settings.SPARK_MASTER))
    return DuckDBBackend(found)


def _with_delta(opened: _Opened, generation: Generation) -> Record:
    """The record with the reports that the log names, as they count now."""
    touched = _touched(generation)
    if sum(map(len, touched.values())) > _MOST_REPORTS:
        raise Refusal(Reason.BEHIND)
    numbers = opened.record.numbers.copy()
    numbers.indicators = indicator_numbers()
    fresh: list[Block] = []
    entries = list(opened.entries)
    versions = files.versions_in(opened.files, touched.keys())
    for form in _forms(touched):
        areas = touched[form.pk]
        before = [v for area in areas for v in versions.get(form.pk, {}).get(area, ())]
        retired = replaced(form, before, numbers)
        entries += _less(retired) if retired is not None else []
        fresh += blocks([form], numbers, areas=areas)
    entries += [entry for block in fresh for entry in block.entries()]
    delta = {
        "fresh": cells_of(fresh),
        "fresh_reports": reports_of(fresh),
        "retired": _retired(touched),
    }
    return Record(opened.record.backend, RecordIndex(entries), numbers, delta)


def _touched(generation: Generation) -> Mapping[int, set[int]]:
    """Round → areas whose reports may count otherwise than in the files."""
    changes = FigureChange.objects.filter(pk__gt=generation.up_to).order_by()
    whole = set(changes.filter(report=None).values_list("round_id", flat=True))
    reports = Report.objects.filter(round__in=whole).values_list("round_id", "area_id")
    single = changes.exclude(report=None).values_list("round_id", "report__area_id")
    found: dict[int, set[int]] = defaultdict(set)
    for round_id, area_id in (*reports.order_by(), *single):
        found[round_id].add(area_id)
    return found


def _forms(touched: Mapping[int, set[int]]) -> list[RoundForm]:
    return [form for form in round_forms(after=min(touched, default=1) - 1) if form.pk in touched]


def _less(block: Block) -> list[Entry]:
    """What the index says less of without these reports."""
    return [
        replace(entry, rows=0, said=-entry.said, largest=0, is_joint=False)
        for entry in block.entries()
    ]


def _retired(touched: Mapping[int, set[int]]) -> Any:
    import pyarrow as pa  # late: pages never need it

    rows = [(round_, area) for round_, areas in touched.items() for area in areas]
    lists = list(zip(*rows, strict=True)) or [(), ()]
    return pa.table(lists, schema=tables.arrow_schema(tables.RETIRED))


def read_numbers(folder: Path) -> Numbers:
    """What the numbers in the files mean."""
    found = Numbers(indicators=indicator_numbers())
    for row in files.read_rows(folder / _NUMBERS_FILE):
        if row["what"] == "scheme":
            found.schemes[row["code"]] = row["number"]
        elif row["what"] == "body_kind":
            found.body_kinds[row["code"]] = row["number"]
    return found


def write_numbers(folder: Path, numbers: Numbers) -> None:
    """Write what the numbers in the files mean."""
    rows = [("scheme", number, code) for code, number in numbers.schemes.items()]
    rows += [("body_kind", number, code) for code, number in numbers.body_kinds.items()]
    rows += [("indicator", number, code) for code, number in numbers.indicators.items()]
    rows += [("level", number, code) for number, code in enumerate(LEVELS)]
    files.write_rows(folder / _NUMBERS_FILE, tables.NUMBERS, rows)
