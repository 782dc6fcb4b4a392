"""Foreign programs at work: found, started in the workshop, watched, and taken one at a time."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from phongtrao.core.gate.limits import WorkshopLimits
from phongtrao.core.gate.workshop import UNCAGED

_SOURCE = str(Path(__file__).resolve().parents[3])
_START = (
    "import sys; sys.path.insert(0, {source!r}); "
    "from phongtrao.core.gate.workshop import main; main()"
)
_GLANCE = 0.05  # seconds between two looks at the program and its folder


class WorkshopError(Exception):
    """The program did not do its work: ``missing``, ``busy``, ``time`` or ``failed``."""

    def __init__(self, code: str) -> None:
        """Keep the code; callers turn it into a sentence."""
        super().__init__(code)
        self.code = code


def office_program() -> Path | None:
    """LibreOffice itself, not the script that starts it; None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        return None
    program = Path(found).resolve().with_name("soffice.bin")
    return program if program.is_file() else None


def reading_program() -> Path | None:
    """Tesseract; None where it is not installed."""
    found = shutil.which("tesseract")
    return Path(found).resolve() if found else None


def knows_language(program: Path, language: str) -> bool:
    """Whether Tesseract has the data of a language; asked without any file of a user."""
    try:
        told = subprocess.run(
            [str(program), "--list-langs"], capture_output=True, check=False, timeout=10, text=True
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return language in told.stdout.split()


@contextmanager
def turn(name: str, limits: WorkshopLimits) -> Iterator[None]:
    """One at a time on this machine for each ``name``; raises WorkshopError ``busy`` after a wait.

    The lock belongs to the process and falls with it.
    """
    import fcntl

    path = Path(tempfile.gettempdir()) / f"phongtrao-{name}-{os.getuid()}.lock"
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    deadline = time.monotonic() + limits.queue_seconds
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= deadline:
                    raise WorkshopError("busy") from error
                time.sleep(_GLANCE)
        yield
    finally:
        os.close(handle)


def run(command: list[str], folder: Path, limits: WorkshopLimits) -> int:
    """Run ``command`` in the workshop with ``folder`` as its world; returns its exit code.

    Raises WorkshopError: ``time`` when it was ended, ``missing`` when the workshop can not be
    closed on this machine.
    """
    program = Path(command[0])
    order = {
        "command": command,
        "folder": str(folder),
        "programs": [str(program.parent.parent)],
        "limits": asdict(limits),
        "environment": {
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "LC_ALL": "C.UTF-8",
            "OMP_THREAD_LIMIT": "1",
        },
    }
    child = subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START.format(source=_SOURCE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"LC_ALL": "C.UTF-8"},
        close_fds=True,
        start_new_session=True,
    )
    try:
        status = _watched(child, json.dumps(order).encode(), folder, limits)
    finally:
        _end(child)
    if status == UNCAGED:
        raise WorkshopError("missing")
    return status


def _watched(
    child: "subprocess.Popen[bytes]", order: bytes, folder: Path, limits: WorkshopLimits
) -> int:
    """Wait for the end; time and the size of the folder are watched meanwhile."""
    deadline = time.monotonic() + limits.wall_seconds
    if child.stdin is not None:
        try:
            with child.stdin as pipe:
                pipe.write(order)
        except BrokenPipeError:
            pass  # it died at once; its status says so
    while child.poll() is None:
        if time.monotonic() >= deadline or _size(folder) > limits.folder_bytes:
            raise WorkshopError("time")
        time.sleep(_GLANCE)
    return child.returncode


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End the whole group of a program that still runs."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _size(folder: Path) -> int:
    """Bytes of all files in a folder; files may vanish while they are counted."""
    total = 0
    for below, _folders, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(below, name)).st_size  # noqa: PTH118
            except FileNotFoundError:
                continue
    return total
