"""``python -m bench.rollups.side_by_side SHAPE [alone]``: one run over both, question by question.

Run with ``PHONGTRAO_DATA_DIR`` set to the record that has been rebuilt. First the late communes
send their reports through the real action; then every engine is asked, with these undigested.
"""

import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np
import psycopg

from bench.rollups import ours, stand_in
from bench.rollups.build import folder_of
from bench.rollups.cluster import running
from bench.rollups.dataset import Shape
from bench.rollups.questions import WORDS, Questions, checked, questions_of, timed
from bench.rollups.record import (
    FORM,
    NATIONAL,
    PROVINCIAL,
    actor_named,
    late_cells,
    late_units,
    officer_name,
)
from bench.rollups.rival_questions import rival_questions

if TYPE_CHECKING:
    from phongtrao.reporting.models import Report

# The specification answers what is signed, not what is browsed: it may take this long here.
SPECIFICATION_SECONDS = 120
SECONDS_VARIABLE = "BENCH_SPECIFICATION_SECONDS"  # another number of them
_PROBED = 1 << 25


class OutOfTime(Exception):  # noqa: N818 - a bound of the measurement
    """An engine was given up."""


def run(shape: Shape, address: str | None) -> dict[str, Any]:
    """Everything measured in this run, as plain values; the submissions alone without a rival."""
    asked = questions_of(shape)
    told: dict[str, Any] = {"probe": memory_speed(), "load": os.getloadavg()[0]}
    told["submissions"] = _submit_late(shape, asked)
    if address:
        with psycopg.connect(address, autocommit=True) as db:
            _require_rows(db)
            for name in (NATIONAL, PROVINCIAL):
                told[name] = _as(name, shape, asked, db)
    # Of what answers pages; the specification reads the record itself, and is asked after that.
    told["memory"] = _memory()
    for name in (NATIONAL, PROVINCIAL) if address else ():
        _specify(told[name], name, shape, asked)
    told["memory_with_specification"] = _memory()
    return told


def _require_rows(db: psycopg.Connection) -> None:
    """Unlogged tables are empty after a server that did not end well."""
    row = db.execute("SELECT EXISTS (SELECT FROM analytics)").fetchone()
    if row != (True,):
        raise SystemExit("PostgreSQL đã mất số liệu. Hãy chạy: make bench-rival ANEW=--anew")


def memory_speed() -> list[float]:
    """Gigabytes a second that one thread reads: least, median, most. It tells a busy machine."""
    block, found = np.ones(_PROBED), []
    for _ in range(7):
        begin = time.perf_counter()
        block.sum()
        found.append(block.nbytes / (time.perf_counter() - begin) / 1e9)
    return [round(each, 1) for each in (min(found), median(found), max(found))]


def _submit_late(shape: Shape, asked: Questions) -> list[dict[str, float]]:
    """Each late commune fills and sends its report; until the five questions show it."""
    units, door = late_units(shape), ours.OurQuestions(shape, asked, within=False)
    national = actor_named(NATIONAL)
    asks = [ours.by_door(national, door, name) for name in WORDS]
    for ask in asks:
        ask()
    reports = _reports_of(asked)
    return [
        _send(reports[stand_in.unit_id(unit)], cells, unit, asks)
        for unit, cells in late_cells(shape, units)
    ]


def _reports_of(asked: Questions) -> dict[int, "Report"]:
    from phongtrao.reporting.models import Report

    period = f"{asked.month // 100}-{asked.month % 100:02d}"
    rows = Report.objects.filter(
        round__period=period, round__template_version__template__code=FORM
    ).select_related("round__template_version__template", "body")
    return {report.area_id: report for report in rows}


def _send(
    report: "Report", said: list[int | None], unit: int, asks: list[Callable[[], Any]]
) -> dict[str, float]:
    from phongtrao.reporting.actions import save_working_copy, submit_report
    from phongtrao.reporting.cells import NONE, ZERO, Cell, CellState
    from phongtrao.reporting.grid.content import Content

    cells = tuple(
        NONE if value is None else Cell(CellState.VALUE, value) if value else ZERO for value in said
    )
    by = actor_named(officer_name(unit))
    save_working_copy(report, Content(cells, reason="Số liệu đo"), expected_version=0, by=by)
    begin = time.perf_counter()
    submit_report(report, by=by)
    sent = time.perf_counter()
    for ask in asks:
        ask()
    seen = time.perf_counter()
    return {"submit_ms": (sent - begin) * 1_000, "seen_ms": (seen - sent) * 1_000}


def _as(name: str, shape: Shape, asked: Questions, db: psycopg.Connection) -> dict[str, Any]:
    """The five questions as one official sees them: each engine in turn, its answer checked."""
    actor, within = actor_named(name), name == PROVINCIAL
    door, found = ours.OurQuestions(shape, asked, within=within), {}
    theirs = rival_questions(db, shape, asked, within=within)
    for question in WORDS:
        engines = {
            "rival": theirs[question],
            "door": ours.by_door(actor, door, question),
            "duckdb": ours.by_duckdb(actor, door, question),
        }
        found[question] = {
            engine: _timed(question, ask, engine) for engine, ask in engines.items() if ask
        }
    return found


def _specify(found: dict[str, Any], name: str, shape: Shape, asked: Questions) -> None:
    """Beside those answers that of the specification, as the same official is told it."""
    actor, door = actor_named(name), ours.OurQuestions(shape, asked, within=name == PROVINCIAL)
    for question in WORDS:
        found[question]["specification"] = _specified(
            question, ours.by_specification(actor, door, question)
        )


def _timed(question: str, ask: Callable[[], Any], engine: str) -> dict[str, Any]:
    taken, answer = timed(ask)
    rows = answer if engine == "rival" else _rows(question, answer)
    source = getattr(answer, "source", "")
    return {"ms": taken, "answer": checked(question, rows), "source": source}


def _specified(question: str, ask: Callable[[], Any] | None) -> dict[str, Any]:
    with (
        suppress(OutOfTime),
        _bounded(int(os.environ.get(SECONDS_VARIABLE) or SPECIFICATION_SECONDS)),
    ):
        if ask is not None:
            begin = time.perf_counter()
            answer = ask()
            taken = (time.perf_counter() - begin) * 1_000
            return {"ms": [taken], "answer": checked(question, _rows(question, answer))}
    return {"ms": [], "answer": None}


def _rows(question: str, answer: Any) -> list[ours.Row]:
    return ours.received(answer) if question == "q5" else ours.rows_of(answer)


@contextmanager
def _bounded(seconds: int) -> Iterator[None]:
    def stop(_signal: int, _frame: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _memory() -> dict[str, float]:
    """Megabytes of this process: all of it, and what is not a file of the analytics."""
    lines = Path("/proc/self/status").read_text().splitlines()
    sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Rss")}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"peak_mb": peak / 1024, "own_mb": int(sizes["RssAnon"]) / 1024}


def main(arguments: list[str]) -> int:
    """Serve the rival of that size, and ask both; `alone` leaves it out."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phongtrao.config.settings")
    django.setup()
    shape = Shape.named(arguments[0])
    is_alone = "alone" in arguments
    postgres = nullcontext() if is_alone else running(folder_of(shape) / "postgres")
    with postgres as address:
        told = run(shape, address)
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
