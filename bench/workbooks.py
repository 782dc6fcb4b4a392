"""Filled workbooks of every commune: read, judged cell by cell, and committed as submitted reports.

The workbook of the shipped half-year form is made once by the product and filled for each commune
in its own parts, as a spreadsheet saves it; one in a hundred holds a figure that cannot be one.
"""

import json
import multiprocessing
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.figures import Figure, Impossible
from bench.servers import ROOT, environment

if TYPE_CHECKING:
    from phongtrao.reporting.imports import FilledForm
    from phongtrao.reporting.models import Report, Round

RUNS, WORKERS, CAGED, FAULTY_EVERY = 3, 2, 60, 100
GOAL_SECONDS = 10
_FORM, _PERIOD = "bao-cao-6-thang", "2026-H1"
_FIGURE = re.compile(r'<c r="G(\d+)"([^>]*?)(?: t="n")?\s*(?:/>|>.*?</c>)')
_SHEETS = "xl/worksheets/sheet{}.xml"


def measure() -> tuple[list[Figure], list[str]]:
    """Seconds for all communes with one and with two processes, and behind the wall's cage."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ended = subprocess.run(
            [sys.executable, "-m", "bench.workbooks", folder],
            env=environment(Path(folder)) | {"DJANGO_SETTINGS_MODULE": "phongtrao.config.settings"},
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
    if ended.returncode:
        raise Impossible(f"không đo được: {ended.stderr.strip()[-900:]}")
    told: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    found = [Figure(name, unit, tuple(values)) for name, unit, values in told["figures"]]
    note = (
        f"{told['workbooks']:,} workbooks of {_FORM}, {told['bytes'] / 1000:.1f} kB each,"
        f" {told['faulty']} of them with a faulty cell: named, and not committed. SQLite,"
        f" synchronous=FULL. Goal: ≤ {GOAL_SECONDS} s. The cage is what a file of an unknown sender"
        f" goes through (a process of its own, wall and guard); here {CAGED} files."
    )
    return found, [note]


def _run(folder: Path) -> None:
    import django

    django.setup()
    from phongtrao.cli import prepare

    prepare.ensure_ready()
    round_ = _open_round()
    reports = _reports(round_)
    paths = _written(reports, folder)
    figures: list[tuple[str, str, list[float]]] = []
    for workers in (1, WORKERS):
        steps = [_take(round_, reports, paths, workers) for _ in range(RUNS)]
        title = f"{len(paths):,} workbooks, {workers} process{'es' if workers > 1 else ''}"
        figures.append((f"{title}: read, judged, committed", "s", [sum(each) for each in steps]))
        figures.append((f"{title}: read and judged", "s", [each[0] for each in steps]))
        figures.append((f"{title}: committed", "s", [each[1] for each in steps]))
    figures.append(("one file through wall, guard and reader in a cage", "ms", _caged(paths)))
    told = {
        "figures": figures,
        "workbooks": len(paths),
        "bytes": sum(path.stat().st_size for path in paths) / len(paths),
        "faulty": len(range(0, len(paths), FAULTY_EVERY)),
    }
    sys.stdout.write(json.dumps(told) + "\n")


def _open_round() -> "Round":
    from bench.filled import official
    from phongtrao.core import clock
    from phongtrao.org.gazetteer.country import ROOT_ID
    from phongtrao.reporting.actions.rounds import open_round
    from phongtrao.reporting.models import TemplateVersion

    form = TemplateVersion.objects.filter(template__code=_FORM).order_by("-n")[0]
    opened = open_round(
        form, period=_PERIOD, scheme="ADMIN_15_14", area_id=ROOT_ID, level="commune",
        deadline_at=clock.now() + timedelta(days=30), by=official("ca", ROOT_ID, "do.trunguong"),
    )  # fmt: skip
    return opened.round


def _reports(round_: "Round") -> list["Report"]:
    """Every report of the round, with somebody at its body who sends it."""
    from phongtrao.org.models import Account, Posting

    reports = list(
        round_.reports.select_related("body", "round__template_version__template").order_by("pk")
    )
    accounts = Account.objects.bulk_create(
        [Account(username=f"do.{each.pk}", full_name=f"Đo {each.pk}") for each in reports], 1_000
    )
    Posting.objects.bulk_create(
        [
            Posting(
                account=account, body=report.body, role="officer", capacity="Cán bộ",
                valid_from=date(2025, 7, 1),
            )
            for account, report in zip(accounts, reports, strict=True)
        ],
        1_000,
    )  # fmt: skip
    return reports


def _written(reports: Sequence["Report"], folder: Path) -> list[Path]:
    """The workbook of each report, filled."""
    from phongtrao.reporting import exports, queries
    from phongtrao.reporting.imports.form_marks import mark_cells, mark_for

    answer = exports.form_workbook(queries.entry_grid(reports[0]))
    blank = folder / "blank.xlsx"
    blank.write_bytes(b"".join(answer.streaming_content))  # type: ignore[arg-type]  # not async
    with zipfile.ZipFile(blank) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    old = [_in_xml(each) for each in mark_cells(mark_for(reports[0], 0))]
    rand, paths = random.Random(6), []
    for place, report in enumerate(reports):
        mark = parts[_SHEETS.format(3)]
        new = [_in_xml(each) for each in mark_cells(mark_for(report, 0))]
        for before, after in zip(old, new, strict=True):
            if before not in mark:
                raise SystemExit("the workbook carries another mark than its report")
            mark = mark.replace(before, after)
        figures = parts[_SHEETS.format(1)].decode()
        filled = _filled(figures, rand, is_faulty=place % FAULTY_EVERY == 0)
        changed = {_SHEETS.format(1): filled.encode(), _SHEETS.format(3): mark}
        paths.append(folder / f"bieu-{report.pk}.xlsx")
        with zipfile.ZipFile(paths[-1], "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in (parts | changed).items():
                archive.writestr(name, content)
    return paths


def _in_xml(text: str) -> bytes:
    """A text as the writer of workbooks puts it: letters beyond ASCII by their numbers."""
    return escape(text, quote=False).encode("ascii", "xmlcharrefreplace")


def _filled(sheet: str, rand: random.Random, *, is_faulty: bool) -> str:
    """A figure in every cell that is typed in; figures that are compared stay equal."""
    value, first = rand.randrange(1, 900), iter([is_faulty])

    def typed(cell: re.Match[str]) -> str:
        row, style = cell[1], cell[2]
        if 's="' not in style or int(row) <= _head_row():
            return cell[0]
        if next(first, False):
            return f'<c r="G{row}"{style} t="inlineStr"><is><t>mười hai</t></is></c>'
        return f'<c r="G{row}"{style} t="n"><v>{value}</v></c>'

    return _FIGURE.sub(typed, sheet)


def _head_row() -> int:
    from phongtrao.reporting.grid import form_layout

    return form_layout.HEAD_ROW


def _take(
    round_: "Round", reports: Sequence["Report"], paths: Sequence[Path], workers: int
) -> tuple[float, float]:
    """Seconds of reading and judging, and of committing what has no fault."""
    begin = time.perf_counter()
    judged = _judged(reports, paths, workers)
    middle = time.perf_counter()
    pairs = zip(reports, judged, strict=True)
    sound = [(report, filled) for report, filled in pairs if filled is not None]
    expected = len(paths) - len(range(0, len(paths), FAULTY_EVERY))
    if len(sound) != expected:
        raise SystemExit(f"{len(sound)} sound workbooks instead of {expected}")
    committed = _committed(round_, sound)
    return middle - begin, committed


def _judged(
    reports: Sequence["Report"], paths: Sequence[Path], workers: int
) -> list["FilledForm | None"]:
    """What each workbook says; None for those with faults, each of which is named at its cell."""
    from django.db import connections

    from phongtrao.reporting.grid.content import specs_of

    judge = partial(_judge, specs_of(reports[0].round.template_version.cells))
    pairs = list(zip(reports, paths, strict=True))
    if workers == 1:
        return list(map(judge, pairs))
    connections.close_all()  # children may not inherit an open database
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        return pool.map(judge, pairs, chunksize=64)


def _judge(specs: list[Any], pair: tuple["Report", Path]) -> "FilledForm | None":
    from phongtrao.reporting.grid.form_reader import KIND, read_form
    from phongtrao.reporting.imports import filled_form

    report, path = pair
    read = read_form(path, KIND)
    assert read is not None
    filled = filled_form(report, specs, read)
    return None if filled.faults else filled


def _committed(round_: "Round", sound: Sequence[tuple["Report", "FilledForm"]]) -> float:
    """Seconds to record all as sent; the database is then put back as it was."""
    from django.conf import settings

    from phongtrao.core import clock
    from phongtrao.core.audit import Service
    from phongtrao.org.models import Posting
    from phongtrao.reporting.actions.recorded_rounds import RecordedReport, record_versions

    now = clock.now()
    by_body = {posting.body_id: posting for posting in Posting.objects.select_related("body")}
    entries = [
        RecordedReport(
            report, replace(filled.content, reason="Số liệu đo"), by_body[report.body_id], now
        )
        for report, filled in sound
    ]
    with _put_back(Path(settings.DATABASES["default"]["NAME"])):
        begin = time.perf_counter()
        record_versions(round_, entries, by=Service("cli:bench"))
        return time.perf_counter() - begin


@contextmanager
def _put_back(base: Path) -> Iterator[None]:
    """Whatever is written meanwhile is taken back with the file of the database."""
    from django.db import connection, connections

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = base.with_suffix(".kept")
    shutil.copy(base, kept)
    try:
        yield
    finally:
        connections.close_all()
        for left in base.parent.glob(f"{base.name}-*"):
            left.unlink()
        shutil.move(kept, base)


def _caged(paths: Sequence[Path]) -> list[float]:
    """Milliseconds of single files through the door of uploads, with the wall's cage."""
    from phongtrao.core.uploads import judge_file
    from phongtrao.reporting.grid.form_reader import READER

    found = []
    for path in paths[1 : CAGED + 1]:
        begin = time.perf_counter()
        upload = judge_file(path, path.name, reader=READER)
        found.append((time.perf_counter() - begin) * 1_000)
        if not upload.accepted:
            raise SystemExit(upload.refusal)
    return found


if __name__ == "__main__":
    _run(Path(sys.argv[1]))
