"""The measurement as one command: our record, its rebuild, then both sides question by question."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import geometric_mean, median
from typing import Any

from bench.figures import Figure, Impossible
from bench.rollups.build import built_shapes, folder_of, rival_told
from bench.rollups.dataset import RECIPE, Shape, made
from bench.rollups.over_http import over_http, p95
from bench.rollups.questions import WORDS
from bench.servers import ROOT, environment

REBUILDS = 3
LEAST, LEAST_ON_A_PAGE, LEAST_MEAN, AIM = 10, 5, 100, 1_000
_BASE = "phongtrao.sqlite3"
_REST = {"DJANGO_SETTINGS_MODULE": "phongtrao.config.settings", "PHONGTRAO_DEMO": ""}
_NATIONAL = "do.trunguong"
_SEEN_BY = {_NATIONAL: "the country", "do.tinh": "one province"}


@dataclass(frozen=True)
class Run:
    """What one run found; without a rival there are submissions only."""

    shape: Shape
    record: dict[str, Any]
    rebuilds: list[dict[str, float]]
    both: dict[str, Any]
    rival: dict[str, Any] = field(default_factory=dict)
    http: dict[str, list[float]] = field(default_factory=dict)
    odd: str = ""  # why the server could not be asked


def measured(shape: Shape | None = None, *, rebuilds: int = REBUILDS) -> Run:
    """Run everything on one rival, by default the largest; raises ``Impossible`` without one."""
    shape = shape or next(iter(built_shapes()), None)
    if shape is None:
        raise Impossible("chưa có PostgreSQL để so. Hãy chạy một lần: make bench-rival")
    record = _record(shape)
    with _data(shape) as data:
        built = [_rebuilt(data) for _ in range(rebuilds)]
        both = json.loads(_child("bench.rollups.side_by_side", shape, data))
        http, odd = _http(shape, data)
    return Run(shape, record, built, both, rival_told(shape) or {}, http, odd)


def fresh() -> Run:
    """The same without PostgreSQL: on the largest figures that are there, else on one year."""
    shape = next(iter(built_shapes()), Shape(years=1))
    made(shape, folder_of(shape))
    record = _record(shape)
    with _data(shape) as data:
        rebuilds = [_rebuilt(data) for _ in range(REBUILDS)]
        both = json.loads(_child("bench.rollups.side_by_side", shape, data, "alone"))
    return Run(shape, record, rebuilds, both)


def _http(shape: Shape, data: Path) -> tuple[dict[str, list[float]], str]:
    """The requests over HTTP; what was measured before is not lost where the server refuses."""
    try:
        return over_http(shape, environment(data) | _REST, _NATIONAL), ""
    except Impossible as reason:
        return {}, f"Over HTTP nothing could be asked: {reason}"


@contextmanager
def _data(shape: Shape) -> Iterator[Path]:
    """A copy of the record, thrown away in the end."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(folder_of(shape) / "record", data)
        yield data


def _record(shape: Shape) -> dict[str, Any]:
    """The record of this very code: made anew whenever a line of the product has changed."""
    folder, mark = folder_of(shape) / "record", folder_of(shape) / "record.json"
    digest = _digest()
    told: dict[str, Any] = json.loads(mark.read_text()) if mark.is_file() else {}
    if told.get("digest") == digest and (folder / _BASE).is_file():
        return told
    mark.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sys.stderr.write("the figures go into our record…\n")
    told = json.loads(_child("bench.rollups.record", shape, folder)) | {"digest": digest}
    mark.write_text(json.dumps(told))
    return told


def _digest() -> str:
    """What the record rests on: the product's code and data, and how the figures are made."""
    found = hashlib.sha256(str(RECIPE).encode())
    for folder in (ROOT / "src" / "phongtrao", ROOT / "bench" / "rollups"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".gz", ".json", ".csv", ".yaml"} and path.is_file():
                found.update(path.read_bytes())
    return found.hexdigest()


def _child(module: str, shape: Shape, data: Path, *more: str) -> str:
    """The last line that a module of ours prints, in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-m", module, shape.name, *more],
        env=environment(data) | _REST, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if ended.returncode:
        raise Impossible(f"không đo được ({module}): {ended.stderr.strip()[-1500:]}")
    return ended.stdout.splitlines()[-1]


def _rebuilt(data: Path) -> dict[str, float]:
    """One rebuild by the product's command: seconds, the peak of its memory, bytes a figure."""
    begin = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "phongtrao", "rebuild"],
        env=environment(data) | _REST, cwd=ROOT, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Impossible("không đo được: phongtrao rebuild báo lỗi.")
    with _base(data) as db:
        row = db.execute("SELECT size, figures, seconds FROM analytics_generation WHERE is_current")
        size, figures, building = row.fetchone()
    return {
        "seconds": seconds, "building": building, "peak_mb": usage.ru_maxrss / 1024,
        "bytes": size / figures, "figures": figures,
        "processor": usage.ru_utime + usage.ru_stime,
    }  # fmt: skip


@contextmanager
def _base(data: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(f"file:{data / _BASE}?mode=ro", uri=True)
    try:
        yield db
    finally:
        db.close()


def tables(run: Run) -> tuple[list[Figure], list[str]]:
    """The lines of the table and the notes below it."""
    found, notes = [], [_dataset(run), f"{_questions()}."]
    for name, whom in _SEEN_BY.items():
        found += _answers(run.both[name], whom)
        notes += _ratios(run.both[name], whom)
    found += _record_lines(run)
    found += [
        Figure(f"q4 by year over HTTP, one user: {name}, p95", "ms", (p95(run.http[key]),))
        for key, name in (("page", "page of the trend"), ("rest", "REST"))
        if run.http
    ]
    notes += [run.odd] if run.odd else []
    notes.append(_agreement(run))
    return found, notes


def fresh_table(run: Run) -> tuple[list[Figure], list[str]]:
    """The lines about the record alone."""
    figures = int(run.rebuilds[0]["figures"])
    note = (
        f"{run.shape.title}, {figures:,} values in the analytics; {len(run.both['submissions'])}"
        " submissions, each by the real action, then the five questions of `rollups`. Goals:"
        " submission until visible ≤ 50 ms, rebuild ≤ 15 s, ≤ 17 bytes/value, memory ≤ 2 GB."
    )
    return _record_lines(run), [note]


def _questions() -> str:
    return "; ".join(f"{name}: {words}" for name, words in WORDS.items())


def _answers(by_question: dict[str, Any], whom: str) -> list[Figure]:
    names = {
        "rival": "DHIS2-style PostgreSQL", "door": "ours, the way of the pages",
        "duckdb": "ours, DuckDB", "specification": "ours, specification",
    }  # fmt: skip
    return [
        Figure(
            f"{question} ({WORDS[question]}) by {whom}: {names[engine]}", "ms", tuple(told["ms"])
        )
        for question, engines in by_question.items()
        for engine, told in engines.items()
        if told["ms"]
    ]


def _ratios(by_question: dict[str, Any], whom: str) -> list[str]:
    """Times faster than the rival, by each engine, and which goals are met."""
    lines = []
    for engine in ("door", "duckdb", "specification"):
        times = {
            question: median(engines["rival"]["ms"]) / median(engines[engine]["ms"])
            for question, engines in by_question.items()
            if engines.get(engine, {}).get("ms")
        }
        if not times:
            continue
        shown = ", ".join(f"{question} {each:,.3g}×" for question, each in times.items())
        mean = geometric_mean(times.values())
        line = f"{whom}, {engine}: {shown}; geometric mean {mean:,.3g}×"
        lines.append(f"{line} ({_verdict(times, mean)})." if engine == "door" else f"{line}.")
    odd = [name for name, told in by_question.items() if told["door"].get("source") == "record"]
    return (
        [*lines, f"{whom}: {', '.join(odd)} came from the record, not the cube."] if odd else lines
    )


def _verdict(times: dict[str, float], mean: float) -> str:
    least = {question: LEAST_ON_A_PAGE if question == "q3" else LEAST for question in times}
    missed = [question for question, each in times.items() if each < least[question]]
    if mean < LEAST_MEAN:
        missed.append("geometric mean")
    met = f"missed: {', '.join(missed)}" if missed else "every goal met"
    return f"goals ≥ {LEAST_MEAN}×, q3 ≥ {LEAST_ON_A_PAGE}×, others ≥ {LEAST}×: {met}; aim {AIM:,}×"


def _record_lines(run: Run) -> list[Figure]:
    years = [count / seconds for count, seconds in run.record["years"]]
    sent = run.both["submissions"]
    whole = tuple(each["submit_ms"] + each["seen_ms"] for each in sent)
    rebuilds = run.rebuilds
    of = lambda name: tuple(each[name] for each in rebuilds)  # noqa: E731 - four columns
    return [
        Figure("import of a year, validated and committed", "values/s", tuple(years)),
        Figure("rebuild: the whole command", "s", of("seconds")),
        Figure("rebuild: processor time", "s", of("processor")),
        Figure("rebuild: peak of memory", "MB", of("peak_mb")),
        Figure("analytics", "bytes/value", of("bytes")),
        Figure("a submission: the action, committed", "ms", _column(sent, "submit_ms")),
        Figure("… then until all five questions show it", "ms", _column(sent, "seen_ms")),
        Figure("… both", "ms", whole),
        Figure("asking process: peak of memory", "MB", (run.both["memory"]["peak_mb"],)),
        Figure(
            "asking process: peak once the specification was asked as well", "MB",
            (run.both["memory_with_specification"]["peak_mb"],),
        ),
    ]  # fmt: skip


def _column(rows: list[dict[str, float]], name: str) -> tuple[float, ...]:
    return tuple(row[name] for row in rows)


def _dataset(run: Run) -> str:
    rival, probe = run.rival, run.both["probe"]
    return (
        f"{run.shape.title}, {rival['figures']:,} values. DHIS2-style PostgreSQL"
        f" {rival['server']}: 35 columns, {run.shape.years} partitions, {rival['indexes']} btrees"
        f" each, {rival['bytes'] / 1e9:.2f} GB = {rival['bytes'] / rival['figures']:.0f} bytes a"
        f" value, built in {rival['seconds']:.0f} s; SQL only, warm, best case. Ours with"
        f" {len(run.both['submissions'])} undigested submissions. Memory read"
        f" {probe[0]}/{probe[1]}/{probe[2]} GB/s, load {run.both['load']:.1f}."
    )


def _agreement(run: Run) -> str:
    """Whether all engines gave the same number of rows and the same sum."""
    odd = [
        f"{question} by {whom}: {answers}"
        for name, whom in _SEEN_BY.items()
        for question, engines in run.both[name].items()
        if len(answers := _different(engines)) > 1
    ]
    if odd:
        raise Impossible(f"các bên trả lời khác nhau: {'; '.join(odd)}")
    return "All engines gave the same number of rows and the same sum for every question."


def _different(engines: dict[str, Any]) -> set[tuple[int, float]]:
    return {tuple(told["answer"]) for told in engines.values() if told["answer"]}
