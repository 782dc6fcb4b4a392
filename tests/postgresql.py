"""`python -m tests.postgresql ARGS`: runs pytest on a throw-away PostgreSQL of its own.

The server runs as an unprivileged user on a Unix socket in a temporary folder, without fsync: it
is gone when the tests end.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

OLDEST = 15


def binaries() -> Path | None:
    """The folder of the newest installed server, if any is new enough."""
    found = [p for p in Path("/usr/lib/postgresql").glob("*/bin") if (p / "initdb").exists()]
    usable = sorted((p for p in found if int(p.parent.name) >= OLDEST), key=lambda p: p.parent.name)
    return usable[-1] if usable else None


@contextmanager
def server(folder: Path, bin_: Path) -> Iterator[str]:
    """A running server; yields the address for PHONGTRAO_DATABASE_URL."""
    user: dict[str, Any] = {}
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        user = {"user": "postgres", "group": "postgres", "extra_groups": []}
    data = folder / "data"
    initdb = [bin_ / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    subprocess.run(
        [*initdb, "--locale=C.UTF-8", "-N"],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=folder,
        **user,
    )
    options = ["listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off"]
    # Tables of tests are never analysed: plans would look dear and be compiled for nothing.
    options += ["jit=off", "autovacuum=off", "wal_level=minimal", "max_wal_senders=0"]
    flags = [part for option in options for part in ("-c", option)]
    process = subprocess.Popen(
        [bin_ / "postgres", "-D", data, "-k", folder, *flags],
        cwd=folder,
        stderr=subprocess.DEVNULL,
        **user,
    )
    try:
        for _ in range(200):
            if not subprocess.run(
                [bin_ / "pg_isready", "-q", "-h", folder], check=False
            ).returncode:
                break
            time.sleep(0.05)
        yield f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
    finally:
        process.terminate()
        process.wait(timeout=20)


def main(arguments: list[str]) -> int:
    """Run pytest with the arguments on a fresh server; 1 in CI when there is none."""
    bin_ = binaries()
    if bin_ is None:
        print(f"Bỏ qua nhóm PostgreSQL: chưa cài postgresql ≥ {OLDEST}.")  # noqa: T201 - a command
        return 1 if os.environ.get("CI") == "true" else 0
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        with server(folder, bin_) as address:
            environment = os.environ | {"PHONGTRAO_DATABASE_URL": address}
            command = [sys.executable, "-m", "pytest", *arguments]
            return subprocess.run(command, env=environment, check=False).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
