"""Keeps the web server, a job worker and the scheduler running; stops them within ten seconds."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

STOP_WITHIN_SECONDS = 8.0
_POLL_SECONDS = 0.25
_LONGEST_PAUSE_SECONDS = 30.0


@dataclass
class Child:
    """One process: its command, and how often it has died in a row."""

    name: str
    command: Sequence[str]
    log: Path | None
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started_at: float = 0.0
    restart_at: float = field(default=0.0)

    def start(self) -> None:
        """Start the process in a group of its own, its output to its log or to ours."""
        stream = self.log.open("ab") if self.log else None
        try:
            self.process = subprocess.Popen(
                self.command, stdout=stream, stderr=stream, start_new_session=True
            )
        finally:
            if stream:
                stream.close()
        self.started_at = time.monotonic()

    def tend(self, now: float) -> None:
        """Restart a dead process after a pause that grows with each death in a row."""
        if self.process is not None and self.process.poll() is None:
            if now - self.started_at > 60:
                self.deaths = 0
            return
        if self.process is not None:
            self.process = None
            self.deaths += 1
            self.restart_at = now + min(2.0 ** (self.deaths - 1) / 2, _LONGEST_PAUSE_SECONDS)
        if now >= self.restart_at:
            self.start()

    def signal(self, number: int) -> None:
        """Send a signal to the process and everything it started."""
        if self.process is not None and self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)


class Supervisor:
    """Runs children until it is told to stop."""

    def __init__(self, children: Sequence[Child]) -> None:
        self.children = children
        self.stopping = False

    def run(self) -> None:
        """Start all, tend them, and stop all on SIGTERM or SIGINT."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        for child in self.children:
            child.start()
        while not self.stopping:
            time.sleep(_POLL_SECONDS)
            for child in self.children:
                if not self.stopping:
                    child.tend(time.monotonic())
        self._end_all()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _end_all(self) -> None:
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + STOP_WITHIN_SECONDS
        while time.monotonic() < deadline and any(map(_lives, self.children)):
            time.sleep(0.05)
        for child in self.children:
            child.signal(signal.SIGKILL)


def python_command(*arguments: str) -> list[str]:
    """A command of ours, run by this very interpreter."""
    return [sys.executable, "-m", "phongtrao", *arguments]


def _lives(child: Child) -> bool:
    return child.process is not None and child.process.poll() is None
