"""A PostgreSQL of the benchmark's own: it stays on disk between runs and listens to nobody."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from tests.postgresql import OLDEST, binaries

from bench.figures import Impossible

# Tuned for reading much: no fsync, no compilation of plans, warm caches, two workers a query.
OPTIONS = (
    "listen_addresses=", "shared_buffers=2GB", "effective_cache_size=12GB", "work_mem=128MB",
    "maintenance_work_mem=512MB", "random_page_cost=1.1", "jit=off", "fsync=off",
    "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0",
    "max_wal_size=8GB", "autovacuum=off", "max_parallel_workers_per_gather=2",
)  # fmt: skip
_PATIENCE_SECONDS = 120.0


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Serve the cluster in the folder (made when it is not there); yields its address."""
    bin_ = binaries()
    if bin_ is None:
        raise Impossible(f"thiếu PostgreSQL ≥ {OLDEST}. Hãy chạy: apt-get install postgresql")
    owner = _owner()
    if not (folder / "PG_VERSION").is_file():
        _initialise(folder, bin_, owner)
    sockets = tempfile.mkdtemp(prefix="pg-")  # the path of a socket must be short
    if owner:
        shutil.chown(sockets, "postgres", "postgres")
    flags = [part for option in OPTIONS for part in ("-c", option)]
    process = subprocess.Popen(
        [bin_ / "postgres", "-D", folder, "-k", sockets, *flags],
        cwd=sockets, stderr=subprocess.DEVNULL, **owner,
    )  # fmt: skip
    address = f"host={sockets} user=postgres dbname=postgres"
    try:
        _wait(process, address)
        yield address
    finally:
        process.send_signal(signal.SIGINT)  # an unclean end would empty unlogged tables
        process.wait(timeout=_PATIENCE_SECONDS)
        shutil.rmtree(sockets, ignore_errors=True)


def _owner() -> dict[str, Any]:
    """The server refuses to run as root."""
    if os.geteuid():
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _initialise(folder: Path, bin_: Path, owner: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if owner:
        entry = pwd.getpwnam("postgres")
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    subprocess.run(
        [bin_ / "initdb", "-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8",
         "--locale=C", "-N"],
        check=True, stdout=subprocess.DEVNULL, cwd=folder, **owner,
    )  # fmt: skip


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(address, connect_timeout=5).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise Impossible("PostgreSQL của phép đo không khởi động được. Hãy chạy: make bench-rival")
