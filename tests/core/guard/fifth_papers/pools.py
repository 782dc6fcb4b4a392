"""Invented names of persons and places, apart from those of the earlier sets.

``pools.txt`` holds one pool a line: its name, a colon, its values between semicolons.
"""

from pathlib import Path


def _read() -> dict[str, tuple[str, ...]]:
    pools: dict[str, tuple[str, ...]] = {}
    for line in Path(__file__).with_name("pools.txt").read_text(encoding="utf-8").splitlines():
        name, _, values = line.partition(": ")
        pools[name] = tuple(values.split("; "))
    return pools


POOLS = _read()
