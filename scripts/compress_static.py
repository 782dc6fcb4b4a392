"""Puts a gzip beside each front-end file that we serve from node_modules.

The server hands it to browsers that take it, so a slow line need not wait for a collectstatic.
"""

import gzip
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
WORTH_IT = {".css", ".js"}


def compress() -> None:
    """One .gz a file, the same bytes at every run."""
    from phongtrao.config.finders import NPM_FILES  # late: src/ is put on the path above

    for source in NPM_FILES.values():
        path = ROOT / "node_modules" / source
        if path.suffix in WORTH_IT and path.exists():
            packed = gzip.compress(path.read_bytes(), mtime=0)
            path.with_name(f"{path.name}.gz").write_bytes(packed)


if __name__ == "__main__":
    compress()
