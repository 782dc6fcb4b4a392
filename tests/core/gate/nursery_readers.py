"""Readers for the tests of the nursery, run inside the cage."""

import os
from pathlib import Path


def family(_path: Path, _kind: str) -> dict[str, int]:
    """Who runs this reader, and whose child it is."""
    return {"child": os.getpid(), "watcher": os.getppid()}


def echo(path: Path, _kind: str) -> str:
    """What the file says."""
    return path.read_text(encoding="utf-8")


def handles(_path: Path, _kind: str) -> list[str]:
    """The handles this child holds open, as the kernel names them."""
    folder = Path("/proc/self/fd")
    return sorted(str(each.readlink()) for each in folder.iterdir() if each.is_symlink())
