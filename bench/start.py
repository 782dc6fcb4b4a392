"""Start-up: an empty folder with the demo (cold), and the same folder again (warm)."""

import tempfile
from pathlib import Path

from bench.figures import Figure
from bench.servers import environment, free_port, ours, server

RUNS = 3


def measure() -> tuple[list[Figure], list[str]]:
    """Seconds from the command to the first page, after set-up."""
    cold, warm = [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            env = environment(Path(folder))
            for found in (cold, warm):
                port = free_port()
                with server(ours(port), port, env) as seconds:
                    found.append(seconds)
    return [
        Figure("cold: empty folder, demo loaded, first page", "s", tuple(cold)),
        Figure("warm: same folder again, first page", "s", tuple(warm)),
    ], ["Goals: cold ≤ 45 s, warm ≤ 5 s on two processors with nothing else running."]
