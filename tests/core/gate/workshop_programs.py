"""Programs that misbehave in the workshop: each is one Python file run by the system's Python."""

import shutil
from pathlib import Path

PYTHON = shutil.which("python3", path="/usr/bin:/bin")

CALL_HOME = """
import socket, sys
heard = []
for family, kind, address in (
    (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", {port})),
    (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", {port})),
    (socket.AF_UNIX, socket.SOCK_STREAM, "{unix}"),
    (socket.AF_UNIX, socket.SOCK_DGRAM, "{unix}"),
):
    try:
        with socket.socket(family, kind) as door:
            door.connect(address)
            door.send(b"x")
        heard.append("passed")
    except OSError as error:
        heard.append(type(error).__name__)
open("told", "w").write(" ".join(heard))
"""
LOOK_ROUND = """
import os
told = []
for path in {paths!r}:
    try:
        told.append(open(path, "rb").read(1) and "read")
    except OSError as error:
        told.append(type(error).__name__)
for change in (
    lambda: open({outside!r}, "w"),
    lambda: os.unlink({victim!r}),
    lambda: os.rename({victim!r}, "mine"),
    lambda: os.symlink("/etc", "way") or open("way/passwd-x", "w"),
    lambda: os.kill({pid}, 0),
    os.fork,
    lambda: os.posix_spawn("/bin/true", ["true"], {{}}),
):
    try:
        change()
        told.append("passed")
    except OSError as error:
        told.append(type(error).__name__)
open("told", "w").write(" ".join(told))
"""
ENVIRONMENT = """
import os
open("told", "w").write(" ".join(sorted(os.environ)))
"""
SLEEP = "import time; time.sleep(600)"
FLOOD = """
number = 0
while True:
    open(f"more{number}", "wb").write(bytes(1_000_000))
    number += 1
"""
ONE_LARGE_FILE = """
try:
    open("large", "wb").write(bytes(4_000_000))
except OSError as error:
    open("told", "w").write(type(error).__name__)
"""
GROW = """
held = []
try:
    while True:
        held.append(bytearray(16_000_000))
except MemoryError:
    held.clear()
    open("told", "w").write("MemoryError")
"""


def command(folder: Path, program: str) -> list[str]:
    """The command that runs ``program`` in ``folder``."""
    path = folder / "program.py"
    path.write_text(program, encoding="utf-8")
    return [str(PYTHON), "-I", "-S", "-B", str(path)]
