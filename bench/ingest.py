"""Figures by file: 3,321 communes × 100 indicators × 12 months, validated and committed.

Seconds run from reading the file to the end of the transaction; each run takes another year into
the same database. `phongtrao rollup` is asked of what was taken in.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from bench.figures import Figure, Impossible
from bench.servers import ROOT, environment

RUNS, INDICATORS, MONTHS = 3, 100, 12
DAY = date(2026, 1, 5)
_CATALOGUE = ROOT / "src" / "phongtrao" / "reporting" / "data" / "indicators.csv"
_BUSY = "processor time"
_NEVER_BELOW = {"HG07", "HG08", "HG09", "HG10"}  # one total a province


def measure() -> tuple[list[Figure], list[str]]:
    """Values a second from Parquet and CSV, bytes a value, the roll-up of a year."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ended = subprocess.run(
            [sys.executable, "-m", "bench.ingest", folder],
            env=environment(Path(folder)) | {"DJANGO_SETTINGS_MODULE": "phongtrao.config.settings"},
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
    if ended.returncode:
        raise Impossible(f"không đo được: {ended.stderr.strip()[-400:]}")
    told: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    found = [Figure(name, unit, tuple(values)) for name, unit, values in told["figures"]]
    note = (
        f"{told['values']:,} values a run: {told['communes']:,} communes, {INDICATORS} indicators, "
        f"{MONTHS} months; SQLite, synchronous=FULL, one processor. Goal: ≥ 1,000,000 values/s."
    )
    return found, [note]


def _run(folder: Path) -> None:
    import django

    django.setup()
    from phongtrao.cli import prepare

    prepare.ensure_ready()
    codes, indicators = _communes(), _indicators()
    figures: list[tuple[str, str, list[float]]] = []
    count = len(codes) * len(indicators) * MONTHS
    kinds: dict[str, dict[str, list[float]]] = {}
    size = os.path.getsize
    base = folder / "phongtrao.sqlite3"
    grown = []
    for run in range(2 * RUNS):
        kind = ("parquet", "csv")[run % 2]
        path = folder / f"{run}.{kind}"
        _write(path, codes, indicators, 2015 + run)
        before = size(base)
        for name, seconds in _take(path).items():
            kinds.setdefault(kind, {}).setdefault(name, []).append(seconds)
        grown.append((size(base) - before) / count)
        path.unlink()
    for kind, steps in kinds.items():
        busy = [count / seconds for seconds in steps.pop(_BUSY)]
        whole = [sum(parts) for parts in zip(*steps.values(), strict=True)]
        figures.append((f"{kind}, validated and committed", "values/s", [count / s for s in whole]))
        figures.append((f"{kind}, the same of processor time", "values/s", busy))
        figures += [(f"{kind}: {name}", "s", seconds) for name, seconds in steps.items()]
    figures.append(("database, growth", "bytes/value", grown))
    figures.append(("roll-up: country, 3 indicators, 12 months", "s", _roll_up(indicators)))
    told = {"figures": figures, "values": count, "communes": len(codes)}
    sys.stdout.write(json.dumps(told) + "\n")


def _take(path: Path) -> dict[str, float]:
    from django.db import connection

    from phongtrao.core.audit import Service
    from phongtrao.reporting.actions.value_imports import import_values
    from phongtrao.reporting.imports.value_checks import check_values
    from phongtrao.reporting.imports.value_files import read_values

    moments, busy = [time.perf_counter()], time.process_time()
    file = read_values(path)
    moments.append(time.perf_counter())
    table = check_values(file)
    moments.append(time.perf_counter())
    import_values(table, by=Service("cli:bench"))
    moments.append(time.perf_counter())
    busy = time.process_time() - busy
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # so that the file has grown
    names = ("reading", "checking", "recording and commit")
    steps = zip(names, moments[:-1], moments[1:], strict=True)
    return {name: end - begin for name, begin, end in steps} | {_BUSY: busy}


def _roll_up(indicators: list[str]) -> list[float]:
    from phongtrao.core.periods import split_into_months, whole_year
    from phongtrao.reporting.queries import FiguresAsked, figure_rows

    asked = FiguresAsked(indicators[:3], split_into_months(whole_year(2016)), "country")
    found = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        figure_rows(asked)
        found.append(time.perf_counter() - begin)
    return found


def _communes() -> list[str]:
    from phongtrao.org.gazetteer.country import load_country

    return [v.code for v in load_country().tree_on(DAY).versions if v.level == "commune"]


def _indicators() -> list[str]:
    with _CATALOGUE.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["kind"] in ("flow", "stock")]
    codes = [row["code"] for row in rows if row["enabled"] == "yes"]
    return [code for code in codes if code not in _NEVER_BELOW][:INDICATORS]


def _write(path: Path, codes: list[str], indicators: list[str], year: int) -> None:
    import numpy as np
    import pyarrow as pa
    import pyarrow.csv
    import pyarrow.parquet

    shape = (MONTHS, len(codes), len(indicators))
    months, areas, asked = (axis.ravel().astype("int32") for axis in np.indices(shape))
    labels = [f"{year}-{month:02d}" for month in range(1, MONTHS + 1)]
    table = pa.table(
        {
            "area_code": pa.DictionaryArray.from_arrays(areas, codes),
            "on": pa.DictionaryArray.from_arrays(np.zeros_like(areas), [DAY.isoformat()]),
            "period": pa.DictionaryArray.from_arrays(months, labels),
            "indicator": pa.DictionaryArray.from_arrays(asked, indicators),
            "value": np.random.default_rng(year).poisson(30, len(areas)),
        }
    )
    if path.suffix == ".parquet":
        pa.parquet.write_table(table, path)
    else:
        plain = [c.cast(pa.string()) if pa.types.is_dictionary(c.type) else c for c in table]
        pa.csv.write_csv(pa.table(plain, names=table.column_names), path)


if __name__ == "__main__":
    _run(Path(sys.argv[1]))
