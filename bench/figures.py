"""Figures of a run: medians with their spread, and the machine they come from."""

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version

PACKAGES = ("django", "granian", "gunicorn", "jinja2", "pypdf")


class Impossible(Exception):  # noqa: N818 - a sentence for whoever runs it
    """A tool is missing; the sentence names the one command that brings it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a table: what was measured, its unit, and every run's value."""

    name: str
    unit: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of the runs."""
        return statistics.median(self.values)

    def shown(self) -> str:
        """Median [least–most], with as many digits as say something."""
        least, most = min(self.values), max(self.values)
        return f"{_short(self.median)} [{_short(least)}–{_short(most)}]"


def head() -> str:
    """The machine and the versions, as the first line of every table."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} CPU ({platform.machine()}), Python {platform.python_version()}, "
        f"{packages}; load at the start {load:.1f}"
    )


def table(name: str, found: Sequence[Figure], notes: Sequence[str]) -> str:
    """A small Markdown table of one benchmark."""
    lines = [
        f"### {name}",
        "",
        "| measured | unit | median [least–most] | runs |",
        "|---|---|---|---|",
    ]
    lines += [f"| {f.name} | {f.unit} | {f.shown()} | {len(f.values)} |" for f in found]
    lines += ["", *notes] if notes else []
    return "\n".join(lines) + "\n"


def plain(name: str, found: Sequence[Figure], notes: Sequence[str]) -> dict[str, object]:
    """The same as plain values for ``--json``."""
    rows = [asdict(figure) | {"median": figure.median} for figure in found]
    return {"bench": name, "figures": rows, "notes": list(notes)}


def _short(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
