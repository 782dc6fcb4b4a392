"""Building a generation of files from the record."""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from django.db import connections

from phongtrao.analytics import generations
from phongtrao.analytics.cube.files import file_name, write_slab
from phongtrao.analytics.cube.slabs import BLANK, SlabKey
from phongtrao.analytics.generations import Building
from phongtrao.analytics.models import FigureChange, Generation
from phongtrao.analytics.queries.record_columns import round_forms
from phongtrao.analytics.queries.slab_making import by_slab, read_slab, slab_key
from phongtrao.analytics.queries.unit_order import UnitOrder

Progress = Callable[[int, int], None]
MANIFEST = "cube.json"


def rebuild(
    *, whole: bool = True, apart: bool = False, progress: Progress | None = None
) -> Generation:
    """Make a new generation and let it be read; waits for a build that is going on.

    Unless `whole`, slabs of which nothing has changed are taken over as they are. `apart`: the
    further files are written by a process of their own beside the cube; not within a transaction,
    whose rows another process would not see. Raises ``RuntimeError`` where that process failed.
    """
    with generations.builder_lock():
        started = time.monotonic()
        building = generations.begin()
        if whole:
            building.previous = None
        with _further_files(building, apart=apart):
            write_cube(building, progress)
        made = generations.publish(building, seconds=time.monotonic() - started)
        generations.remove_old()
    return made


@contextmanager
def _further_files(building: Building, *, apart: bool) -> Iterator[None]:
    """Let the other writers work behind what is done inside, or beside it."""
    if not apart:
        yield
        _write_further(building)
        return
    connections.close_all()  # a connection must not be shared by two processes
    beside = get_context("fork").Process(target=_write_further, args=(building,))
    beside.start()
    try:
        yield
    except BaseException:
        beside.terminate()
        raise
    finally:
        beside.join()
    if beside.exitcode:
        message = f"the further files of {building.name} were not written"
        raise RuntimeError(message)


def _write_further(building: Building) -> None:
    for writer in generations.writers():
        writer(building)


def write_cube(building: Building, progress: Progress | None = None) -> None:
    """Write every slab into the folder of a generation."""
    forms = round_forms()
    slabs = by_slab(forms)
    kept = _kept(building)
    order = UnitOrder()
    counts: dict[str, int] = {}
    for number, (key, rounds) in enumerate(slabs.items()):
        name = file_name(key)
        if key in kept:
            os.link(kept[key], building.folder / name)
            counts[name] = _counts(kept[key].parent)[name]
        else:
            slab = read_slab(key, rounds, order)
            write_slab(building.folder / name, slab)
            counts[name] = int(((slab.states != 0) & (slab.states != BLANK)).sum())
        if progress is not None:
            progress(number + 1, len(slabs))
    building.figures = sum(counts.values())
    told = {"max_round": max((form.pk for form in forms), default=0), "slabs": counts}
    (building.folder / MANIFEST).write_text(json.dumps(told), encoding="utf-8")


def _kept(building: Building) -> dict[SlabKey, Path]:
    """The slabs of the generation before of which nothing has changed since."""
    before = building.previous
    if before is None or not generations.in_log(before):
        return {}
    folder = generations.folder_of(before)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    changed = FigureChange.objects.filter(pk__gt=before.up_to).values_list("round_id", flat=True)
    moved = set(changed.distinct().order_by())
    forms = round_forms()
    touched = {slab_key(f) for f in forms if f.pk in moved or f.pk > manifest["max_round"]}
    return {
        key: folder / file_name(key)
        for key in by_slab(forms)
        if key not in touched and (folder / file_name(key)).is_file()
    }


def _counts(folder: Path) -> dict[str, int]:
    told: dict[str, int] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["slabs"]
    return told
