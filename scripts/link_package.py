"""Puts src/ on the path of the virtual environment and makes its `phongtrao` command.

The same as an editable install, without a build step that would ask a package index.
"""

import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = """#!{python}
import sys

from phongtrao.__main__ import main

sys.exit(main())
"""


def link() -> None:
    """Write the path file and the command."""
    site = Path(sysconfig.get_path("purelib"))
    (site / "phongtrao.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    command = Path(sysconfig.get_path("scripts")) / "phongtrao"
    command.unlink(missing_ok=True)
    command.write_text(COMMAND.format(python=sys.executable), encoding="utf-8")
    command.chmod(0o755)


if __name__ == "__main__":
    link()
