"""Write every paper to a folder: faultless ones in one, planted by kind; the second set apart."""

import sys
from pathlib import Path

from . import SECOND, faultless, planted, second_faultless


def main(folder: Path) -> None:
    """Write the files."""
    for name, content in faultless():
        _write(folder / "faultless" / f"{name}.docx", content)
    for kind, name, content in planted():
        _write(folder / kind / f"{name}.docx", content)
    for name, content in second_faultless():
        _write(folder / "second" / "faultless" / f"{name}.docx", content)
    for kind, name, content in planted(SECOND):
        _write(folder / "second" / kind / f"{name}.docx", content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
