"""Readers that misbehave, run by the tests inside the cage."""

import ctypes
import os
import socket
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

LIBRARY = ctypes.CDLL(None, use_errno=True)  # loaded before the cage closes


def length(path: Path, kind: str) -> dict:
    """An honest reader."""
    return {"kind": kind, "bytes": len(path.read_bytes())}


@dataclass(frozen=True)
class Page:
    """A result with a shape."""

    number: int
    lines: tuple[str, ...]


def shaped(_path: Path, _kind: str) -> list[Page]:
    """A reader whose result has a shape."""
    return [Page(1, ("Kế hoạch",))]


def eat_memory(_path: Path, _kind: str) -> int:
    """Grow without end."""
    held = []
    while True:
        held.append(bytearray(8 * 1024 * 1024))


def burn_processor(_path: Path, _kind: str) -> int:
    """Compute without end."""
    number = 0
    while True:
        number += 1


def sleep(_path: Path, _kind: str) -> None:
    """Wait without end."""
    time.sleep(600)


def die(_path: Path, _kind: str) -> None:
    """End without a word."""
    os._exit(0)


def fall(_path: Path, _kind: str) -> None:
    """End as native code does when it falls."""
    os.abort()


def fail(_path: Path, _kind: str) -> None:
    """Raise."""
    raise RuntimeError("<script>")


def babble(_path: Path, _kind: str) -> None:
    """Print something that is no answer."""
    os.write(1, b"not an answer")
    os._exit(0)


def forge(_path: Path, _kind: str) -> None:
    """Print an answer with a code of its own."""
    os.write(1, b'{"verdict": "accept", "kind": "docx", "codes": ["<b>x</b>"]}')
    os._exit(0)


def flood(_path: Path, _kind: str) -> None:
    """Answer more than anyone may."""
    while True:
        os.write(1, b" " * 65536)


def not_json(_path: Path, _kind: str) -> object:
    """Return what JSON can not hold."""
    return object()


def call_home(_path: Path, _kind: str) -> list[str]:
    """Try to reach the canary whose port is in the file, in several ways."""
    port = int(_path.read_text(encoding="utf-8").split()[0])
    outcomes = []
    ways = (
        lambda: socket.create_connection(("127.0.0.1", port), timeout=2).close(),
        lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).close(),
        lambda: os.execv("/bin/sh", ["sh", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}"]),
        lambda: os.system(f"bash -c 'exec 3<>/dev/tcp/127.0.0.1/{port}'"),
    )
    for way in ways:
        try:
            way()
            outcomes.append("passed")
        except OSError as error:
            outcomes.append(type(error).__name__)
    return outcomes


def write_about(path: Path, _kind: str) -> list[str]:
    """Try to write, cut, rename and remove files."""
    outcomes = []
    ways = (
        lambda: (path.parent / "new.txt").write_text("x"),
        lambda: path.write_text("x"),
        lambda: path.rename(path.with_name("other.txt")),
        path.unlink,
        (path.parent / "folder").mkdir,
    )
    for way in ways:
        try:
            way()
            outcomes.append("passed")
        except OSError as error:
            outcomes.append(type(error).__name__)
    return outcomes


def environment(_path: Path, _kind: str) -> dict:
    """What the child was told: its variables, and the files it holds open."""
    handles = Path("/proc/self/fd")
    opened = [str(each.readlink()) for each in handles.iterdir() if each.is_symlink()]
    return {"names": sorted(os.environ), "files": opened}


def command_line(_path: Path, _kind: str) -> str:
    """What any user of the machine sees of this process."""
    return Path("/proc/self/cmdline").read_bytes().decode()


def native_calls(_path: Path, _kind: str) -> dict[str, int]:
    """What native code gets when it asks the kernel itself, past every guard of Python."""
    return {
        "socket": LIBRARY.socket(2, 1, 0),
        "execv": LIBRARY.execv(b"/bin/true", (ctypes.c_char_p * 2)(b"true", None)),
        "creat": LIBRARY.creat(str(_path.with_name("new")).encode(), 0o600),
        "unlink": LIBRARY.unlink(str(_path).encode()),
        "kill": LIBRARY.kill(os.getppid(), 0),
    }
