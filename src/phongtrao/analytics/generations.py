"""Folders of files made of the record: which one is current, and how the next one is made.

A generation is written under a name of its own by one builder at a time, and becomes current by
one row of the database, last of all: a half-written one is never read, and a crash leaves only a
folder that the next build removes. Readers keep files open that have been removed; whoever comes
later finds the newer generation.
"""

import fcntl
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import transaction

from phongtrao.analytics.models import FigureChange, Generation
from phongtrao.core import clock


@dataclass
class Building:
    """A generation that is being written: writers put files into `folder` and count here."""

    name: str
    folder: Path
    # The last entry of the log when the build began: whatever came later may be in or not.
    up_to: int
    mark: int
    previous: "Generation | None" = None
    figures: int = 0
    notes: dict[str, object] = field(default_factory=dict)


Writer = Callable[[Building], None]
_writers: list[Writer] = []


def also_write(writer: Writer) -> None:
    """Let a further writer put its files into every new generation; once each."""
    if writer not in _writers:
        _writers.append(writer)


def writers() -> list[Writer]:
    """Everything that writes into a generation, in order."""
    return list(_writers)


def home() -> Path:
    """The folder of all generations."""
    return Path(settings.DATA_DIR) / "analytics"


def folder_of(generation: Generation) -> Path:
    """The files of a generation; they may be gone where it is no longer current."""
    return home() / generation.name


def current() -> Generation | None:
    """The generation to be read; None before the first build, or where its files are lost."""
    found = Generation.objects.filter(is_current=True).first()
    return found if found is not None and folder_of(found).is_dir() else None


def newest_change() -> tuple[int, int]:
    """Number and mark of the last entry of the log; zeros while it is empty."""
    row = FigureChange.objects.order_by("-pk").values_list("pk", "mark").first()
    return row or (0, 0)


def in_log(generation: Generation) -> bool:
    """Whether the log goes on from what the generation holds; not so behind a restored backup."""
    held = FigureChange.objects.filter(pk=generation.up_to, mark=generation.mark)
    return generation.up_to == 0 or held.exists()


@contextmanager
def builder_lock(*, wait: bool = True) -> Iterator[bool]:
    """Held by the one builder; says whether it was got (always, if it may wait)."""
    home().mkdir(exist_ok=True, mode=0o700)
    with (home() / "builder.lock").open("a") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


def begin() -> Building:
    """A new folder to write into; call while holding the lock.

    The log is read before the record: what is read of both later is told twice, never lost.
    """
    up_to, mark = newest_change()
    name = f"{clock.now():%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
    folder = home() / f"building-{name}"
    folder.mkdir(parents=True, mode=0o700)
    return Building(name, folder, up_to, mark, current())


def publish(building: Building, *, seconds: float) -> Generation:
    """Make a written generation the current one; its files are on the disk before its row is."""
    final = home() / building.name
    size = sum(_synced(path) for path in building.folder.rglob("*") if path.is_file())
    building.folder.rename(final)
    _sync_folder(home())
    with transaction.atomic():
        Generation.objects.filter(is_current=True).update(is_current=False)
        return Generation.objects.create(
            name=building.name,
            built_at=clock.now(),
            seconds=seconds,
            up_to=building.up_to,
            mark=building.mark,
            figures=building.figures,
            size=size,
            is_current=True,
        )


def remove_old(*, keep: int = 2) -> None:
    """Remove folders that no row names and all but the newest generations; log they hold.

    Call while holding the lock. The one before the current stays for those who are reading it.
    """
    kept = list(Generation.objects.order_by("-is_current", "-pk")[:keep])
    names = {generation.name for generation in kept}
    Generation.objects.exclude(name__in=names).delete()
    for folder in home().iterdir():
        if folder.is_dir() and folder.name not in names:
            shutil.rmtree(folder, ignore_errors=True)
    if kept:
        FigureChange.objects.filter(pk__lt=min(each.up_to for each in kept)).delete()


def _synced(path: Path) -> int:
    """Bring a file to the disk; its size."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
        return os.fstat(stream.fileno()).st_size


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
