"""Servers of a benchmark: on this machine only, on a free port, ended by whoever started them."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.figures import Impossible

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 240.0


def environment(data: Path, **extra: str) -> dict[str, str]:
    """The demo on a folder of its own, whatever the caller's settings are."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PHONGTRAO_")}
    for name in ("DJANGO_SETTINGS_MODULE", "PYTHONDONTWRITEBYTECODE"):
        kept.pop(name, None)  # a server that compiles every module at each start is nobody's
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return (
        kept | {"PHONGTRAO_DATA_DIR": str(data), "PHONGTRAO_DEMO": "1", "PYTHONPATH": path} | extra
    )


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def server(command: Sequence[str], port: int, env: dict[str, str]) -> Iterator[float]:
    """A running server; yields the seconds from its start to its first page."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=env,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_for_page(process, f"http://127.0.0.1:{port}/")
        yield time.perf_counter() - begin
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def ours(port: int) -> list[str]:
    """The product as it is served: granian with two workers, job worker and scheduler beside."""
    return [sys.executable, "-m", "phongtrao", "serve", "--port", str(port)]


def rival(port: int) -> list[str]:
    """Gunicorn with three synchronous workers, the usual advice for two processors."""
    return [
        *(sys.executable, "-m", "gunicorn", "--workers", "3", "--worker-class", "sync"),
        *("--bind", f"127.0.0.1:{port}", "--log-level", "error", "bench.rival.wsgi:application"),
    ]


def _wait_for_page(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                answer.read()
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.02)
    raise Impossible("máy chủ đo không khởi động được. Hãy chạy: phongtrao serve để xem lý do.")
