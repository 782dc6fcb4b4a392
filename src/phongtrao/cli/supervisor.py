"""Keeps the web server, a job worker and the scheduler running; stops them within ten seconds."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import structlog

STOP_WITHIN_SECONDS = 8.0
# A child that dies this often before the site has answered once will not come up by itself.
HOPELESS_DEATHS = 4
_POLL_SECONDS = 0.25
_POLL_UNTIL_READY_SECONDS = 0.05
_LONGEST_PAUSE_SECONDS = 30.0
_STEADY_AFTER_SECONDS = 60.0
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None

log = structlog.get_logger(__name__)


class NeverReady(Exception):  # noqa: N818 - a refusal for the operator; `name` is the child's
    """A child died again and again before the site had answered once."""

    def __init__(self, child: "Child") -> None:
        """Keep the child, whose log says why."""
        super().__init__(child.name)
        self.child = child


@dataclass
class Child:
    """One process: its command, and how often it has died in a row.

    ``wait`` is how many seconds after the first child it first starts: on two processors the site
    answers sooner when the others do not load beside it.
    """

    name: str
    command: Sequence[str]
    log: Path | None
    wait: float = 0.0
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started_at: float = 0.0
    restart_at: float = field(default=0.0)

    def start(self) -> None:
        """Start the process in a group of its own, its output to its log or to ours."""
        stream = self.log.open("ab") if self.log else None
        try:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # noqa: PLW1509 - we run no threads
            )
        finally:
            if stream:
                stream.close()
        self.started_at = time.monotonic()

    def tend(self, now: float) -> None:
        """Restart a dead process after a pause that grows with each death in a row."""
        if self.lives():
            if now - self.started_at > _STEADY_AFTER_SECONDS:
                self.deaths = 0
            return
        if self.process is not None:
            log.warning("child_died", child=self.name, status=self.process.returncode)
            # What the dead process had started would hold its port or its jobs.
            self.signal(signal.SIGKILL)
            self.process = None
            self.deaths += 1
            self.restart_at = now + min(2.0 ** (self.deaths - 1) / 2, _LONGEST_PAUSE_SECONDS)
        if now >= self.restart_at:
            self.start()

    def lives(self) -> bool:
        """Whether the process runs."""
        return self.process is not None and self.process.poll() is None

    def signal(self, number: int) -> None:
        """Send a signal to the process and everything it started."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)


class Supervisor:
    """Runs children until told to stop; ``announce`` is called once, when ``ready`` is true."""

    def __init__(
        self,
        children: Sequence[Child],
        *,
        ready: Callable[[], bool] = lambda: True,
        announce: Callable[[], None] = lambda: None,
    ) -> None:
        self.children = children
        self.stopping = False
        self._ready, self._announce = ready, announce
        self._announced = False

    def run(self) -> None:
        """Start all, tend them, and stop all on SIGTERM, SIGINT or the end of the terminal.

        Raises NeverReady, with nothing left running, when a child can not come up.
        """
        self._listen()
        begin = time.monotonic()
        for child in self.children:
            child.restart_at = begin + child.wait
        try:
            while not self.stopping:
                for child in self.children:
                    if not self.stopping:
                        child.tend(time.monotonic())
                self._greet()
                time.sleep(_POLL_SECONDS if self._announced else _POLL_UNTIL_READY_SECONDS)
        finally:
            self._end_all()

    def _listen(self) -> None:
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup asks for that
            signal.signal(signal.SIGHUP, self._stop)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _greet(self) -> None:
        if self._announced or self.stopping:
            return
        for child in self.children:
            if child.deaths >= HOPELESS_DEATHS:
                raise NeverReady(child)
        if self._ready():
            self._announced = True
            self._announce()

    def _end_all(self) -> None:
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + STOP_WITHIN_SECONDS
        while time.monotonic() < deadline and any(child.lives() for child in self.children):
            time.sleep(0.05)
        for child in self.children:
            child.signal(signal.SIGKILL)
            if child.process is not None:
                child.process.wait()


def python_command(*arguments: str) -> list[str]:
    """A command of ours, run by this very interpreter."""
    return [sys.executable, "-m", "phongtrao", *arguments]


def _end_with_parent() -> None:
    # A supervisor that is killed without a chance to stop its children must not leave them.
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
