"""Real processes for tests: a server of our own, and commands that are expected to refuse."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 240.0


def environment(data: Path | str, **extra: str) -> dict[str, str]:
    """The environment of a plain installation: nothing of the test run's own settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PHONGTRAO_") and name != "DJANGO_SETTINGS_MODULE"
    }
    ours = {"PHONGTRAO_DATA_DIR": str(data), "PHONGTRAO_DEMO": "0", "PYTHONPATH": str(ROOT / "src")}
    return kept | ours | extra


def run(*arguments: str, data: Path | str, **extra: str) -> subprocess.CompletedProcess[str]:
    """A command run to its end."""
    return subprocess.run(
        [sys.executable, "-m", "phongtrao", *arguments],
        env=environment(data, **extra),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Whether something comes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.1)
    return False


def descendants(pid: int) -> dict[int, str]:
    """Process → command line, of everything a process has started and that still runs."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if state[0] != "Z":
                children.setdefault(int(state[1]), []).append(int(folder.name))
    found: dict[int, str] = {}
    waiting = list(children.get(pid, []))
    while waiting:
        one = waiting.pop()
        found[one] = command_line(one)
        waiting += children.get(one, [])
    return found


def command_line(pid: int) -> str:
    """How a process was started; empty when it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


class Site:
    """A server in a data folder of its own."""

    def __init__(self, data: Path, out: Path) -> None:
        self.data, self.out = data, out
        self.port = free_port()
        self.process = self._started()

    def up(self) -> None:
        """See to it that it runs, whatever the tests before did to it."""
        if self.process.poll() is not None:
            self.process = self._started()
        assert within(PATIENCE_SECONDS, lambda: "Ctrl+C" in self.said()), self.said()

    def _started(self) -> subprocess.Popen[bytes]:
        with self.out.open("wb") as stream:
            return subprocess.Popen(
                [sys.executable, "-m", "phongtrao", "serve", "--port", str(self.port)],
                env=environment(self.data),
                cwd=ROOT,
                stdout=stream,
                stderr=subprocess.STDOUT,
            )

    def fetch(self, address: str) -> tuple[int, str]:
        """Status and text of a page; (0, "") while nobody answers."""
        try:
            with urllib.request.urlopen(self.address + address, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        """Everything printed so far."""
        return self.out.read_text(encoding="utf-8")

    def child(self, word: str) -> int:
        """The process directly under the server whose command line holds a word; 0 if none."""
        for pid, line in descendants(self.process.pid).items():
            if word in line and _parent(pid) == self.process.pid:
                return pid
        return 0

    def end(self) -> None:
        """Stop what is left, whatever the tests did."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0
