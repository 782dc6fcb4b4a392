"""Write every paper to a folder: faultless ones in one, planted ones by kind."""

import sys
from pathlib import Path

from . import faultless, planted


def main(folder: Path) -> None:
    """Write the files."""
    for name, content in faultless():
        _write(folder / "faultless" / f"{name}.docx", content)
    for kind, name, content in planted():
        _write(folder / kind / f"{name}.docx", content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
