"""``python -m bench.rollups.build [YEARS [MINUTES]]``: the figures and the rival, once."""

import argparse
import json
import os
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import psycopg

from bench.figures import Impossible
from bench.rollups import rival_tables
from bench.rollups.cluster import running
from bench.rollups.dataset import RECIPE, Shape, made, years_of
from bench.servers import ROOT

WORKERS = 2
MOST_SECONDS, MOST_BYTES = 15 * 60, 16 * 10**9
_BYTES_A_FIGURE, _LEFT_FREE = 560, 4 * 10**9
_CUT_YEARS = 3


class TooSlow(Exception):  # noqa: N818 - a reason to build less, not a fault
    """The whole would take longer than may be waited for."""


def bench_folder() -> Path:
    """Where what takes long to build is kept between runs; `BENCH_DIR` names another place."""
    return Path(os.environ.get("BENCH_DIR") or ROOT / "var" / "bench").resolve()


def folder_of(shape: Shape) -> Path:
    """Where the figures, the rival and our record of this size lie."""
    return bench_folder() / shape.name


def rival_told(shape: Shape) -> dict[str, Any] | None:
    """What was noted when the rival of this size was built; None while there is none."""
    mark = folder_of(shape) / "rival.json"
    told = json.loads(mark.read_text()) if mark.is_file() else None
    return told if told and told["shape"] == asdict(shape) | {"recipe": RECIPE} else None


def built_shapes() -> list[Shape]:
    """The sizes in which the rival is there, the largest first."""
    return [shape for years in range(10, 0, -1) if rival_told(shape := Shape(years=years))]


def build(shape: Shape, *, most_seconds: float = MOST_SECONDS) -> dict[str, Any]:
    """Make the figures and the rival; raises ``TooSlow`` once that is foreseen."""
    folder = folder_of(shape)
    folder.mkdir(parents=True, exist_ok=True)
    begin = time.monotonic()
    figures = made(shape, folder)
    _say(f"{figures:,} figures ({shape.title}) in {time.monotonic() - begin:.0f} s")
    _require_room(folder, figures)
    (folder / "rival.json").unlink(missing_ok=True)
    shutil.rmtree(folder / "postgres", ignore_errors=True)
    begin = time.monotonic()
    with running(folder / "postgres") as address:
        _fill(shape, address, most_seconds)
        seconds = time.monotonic() - begin
        told = _told(shape, address) | {"figures": figures, "seconds": seconds}
    (folder / "rival.json").write_text(json.dumps(told))
    _say(
        f"DHIS2-style PostgreSQL: {seconds:.0f} s, {told['bytes'] / 1e9:.2f} GB,"
        f" {told['bytes'] / figures:.0f} bytes a value, in {folder}"
    )
    return told


def _require_room(folder: Path, figures: int) -> None:
    need, free = figures * _BYTES_A_FIGURE, shutil.disk_usage(folder).free
    if need > MOST_BYTES or need + _LEFT_FREE > free:
        raise Impossible(
            f"cần khoảng {need / 1e9:.1f} GB đĩa tại {folder}, còn {free / 1e9:.1f} GB."
            " Hãy dọn đĩa hoặc đặt BENCH_DIR tới nơi rộng hơn."
        )


def _fill(shape: Shape, address: str, most_seconds: float) -> None:
    years = years_of(shape)
    with psycopg.connect(address, autocommit=True) as db:
        rival_tables.make_dimensions(db, shape)
    begin = time.monotonic()
    with ThreadPoolExecutor(WORKERS) as pool:
        waiting = {pool.submit(_one_year, shape, address, year): year for year in years}
        for done, future in enumerate(as_completed(waiting), start=1):
            _say(f"  {waiting[future]}: {future.result()}")
            taken = time.monotonic() - begin
            foreseen = taken / done * shape.years
            if done >= min(WORKERS, shape.years) and foreseen > most_seconds:
                pool.shutdown(cancel_futures=True)
                raise TooSlow(f"the whole would take {foreseen:.0f} s, more than {most_seconds} s")
    with psycopg.connect(address, autocommit=True) as db:
        for year in years:
            rival_tables.attach_year(db, year)
        db.execute("ANALYZE analytics")
        db.execute("CHECKPOINT")


def _one_year(shape: Shape, address: str, year: int) -> str:
    moments = [time.monotonic()]
    with psycopg.connect(address, autocommit=True) as db:
        db.execute("SET max_parallel_maintenance_workers = 0")
        for step in (_load(shape), rival_tables.fill_year, rival_tables.index_year):
            step(db, year)
            moments.append(time.monotonic())
    parts = [f"{after - before:.0f} s" for before, after in pairwise(moments)]
    return f"{parts[0]} copied, {parts[1]} filled, {parts[2]} indexed"


def _load(shape: Shape) -> Any:
    return lambda db, year: rival_tables.load_year(db, folder_of(shape), year)


def _told(shape: Shape, address: str) -> dict[str, Any]:
    relations = [f"analytics_{year}" for year in years_of(shape)]
    with psycopg.connect(address, autocommit=True) as db:
        sizes = db.execute(
            "SELECT sum(pg_total_relation_size(r::regclass)), sum(pg_relation_size(r::regclass))"
            " FROM unnest(%s::text[]) r",
            [relations],
        ).fetchone()
        version = db.execute("SHOW server_version").fetchone()
    assert sizes is not None
    assert version is not None
    return {
        "shape": asdict(shape) | {"recipe": RECIPE},
        "bytes": int(sizes[0]),
        "heap": int(sizes[1]),
        "indexes": len(rival_tables.INDEXES),
        "server": version[0],
    }


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def main() -> int:
    """Build the size asked for, else the whole; a cut where the whole is too much here."""
    parser = argparse.ArgumentParser(prog="python -m bench.rollups.build", description=__doc__)
    parser.add_argument("years", type=int, nargs="?", default=10, choices=range(1, 11))
    parser.add_argument("minutes", type=float, nargs="?", default=MOST_SECONDS / 60)
    parser.add_argument("--anew", action="store_true", help="also where it is there already")
    options = parser.parse_args()
    shape = Shape(years=options.years)
    if rival_told(shape) and not options.anew:
        _say(f"It is there already, in {folder_of(shape)}; --anew makes it again.")
        return 0
    try:
        build(shape, most_seconds=options.minutes * 60)
    except (TooSlow, Impossible) as reason:
        if shape.years <= _CUT_YEARS:
            _say(str(reason))
            return 1
        _say(f"{reason}\nOnly a cut of {_CUT_YEARS} years is built.")
        shutil.rmtree(folder_of(shape) / "postgres", ignore_errors=True)
        build(Shape(years=_CUT_YEARS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
