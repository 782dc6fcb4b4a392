"""Turns at the cages: hostile files may keep the cages busy, never the pages.

All processes of a server share lock files in the data folder; a lock of a process that dies is
free at once. A request that finds every seat taken is answered at once, so that waiting uploads
never fill the threads that serve the pages.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings

from phongtrao.core.errors import N_, Refused


def seats_for(cages: int) -> int:
    """How many requests may be in the house: those in a cage, as many again, and one."""
    return 2 * cages + 1


# As many cages as processors.
CAGES = max(1, os.cpu_count() or 1)
SEATS = seats_for(CAGES)
# The longest that the files before may take: a cage ends after 30 seconds.
PATIENCE_SECONDS = 60.0
_POLL_SECONDS = 0.05


class Busy(Refused):
    """Too many files are being read at this moment."""

    status = 503

    def __init__(self) -> None:
        """Say that nothing was stored and when to try again."""
        super().__init__(
            N_(
                "Máy đang bận kiểm tra tệp của nhiều người nên chưa nhận được tệp này. Chưa lưu gì;"
                " hãy gửi lại sau ít phút."
            ),
            code="uploads_busy",
        )


def seat() -> AbstractContextManager[None]:
    """A place in the waiting room, for as long as a request has files to be read.

    Raises Busy at once when none is free.
    """
    return _one_of("seat", SEATS, patience=0)


def cage(*, patience: float = PATIENCE_SECONDS) -> AbstractContextManager[None]:
    """One of the cages, for one file. Raises Busy when the turn does not come."""
    return _one_of("cage", CAGES, patience=patience)


@contextmanager
def _one_of(name: str, count: int, *, patience: float) -> Iterator[None]:
    folder = Path(settings.DATA_DIR) / "locks"
    folder.mkdir(exist_ok=True)
    deadline = time.monotonic() + patience
    while True:
        for number in range(count):
            stream = _locked(folder / f"{name}-{number}")
            if stream is not None:
                with stream:
                    yield
                return
        if time.monotonic() >= deadline:
            raise Busy
        time.sleep(_POLL_SECONDS)


def _locked(path: Path) -> IO[bytes] | None:
    """The open file with its lock, which ends with it; None when somebody else has the lock."""
    stream = path.open("ab")
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        stream.close()
        return None
    return stream
