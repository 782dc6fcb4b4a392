"""``python -m bench [NAME] [--json]``: measure, and print a table of medians."""

import argparse
import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from bench.figures import Impossible, head, plain, table

NAMES = (
    "start", "list", "screen", "intake", "word", "areas", "search", "ingest", "gate", "guard",
    "bombs", "rollups", "freshness", "workbooks", "entry", "statements", "drafts",
    "festivals", "sessions", "diffusion", "inspections",
)  # fmt: skip
_MODULES = {"list": "lists"}


def main() -> int:
    """Run one benchmark or all; 1 when one could not be run."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=NAMES)
    parser.add_argument("--json", action="store_true", help="one JSON value a line")
    parser.add_argument("--set", type=Path, help="statements: the hand-labelled set to measure on")
    options = parser.parse_args()
    if not options.json:
        sys.stdout.write(f"{head()}\n\n")
    status = 0
    for name in [options.name] if options.name else NAMES:
        measure: Callable[..., tuple[list, list]] = import_module(
            f"bench.{_MODULES.get(name, name)}"
        ).measure
        try:
            found, notes = measure(options.set) if name == "statements" else measure()
        except Impossible as reason:
            sys.stderr.write(f"{name}: {reason}\n")
            status = 1
            continue
        shown = plain(name, found, notes) if options.json else table(name, found, notes)
        sys.stdout.write((json.dumps(shown, ensure_ascii=False) if options.json else shown) + "\n")
        sys.stdout.flush()
    return status


if __name__ == "__main__":
    sys.exit(main())
