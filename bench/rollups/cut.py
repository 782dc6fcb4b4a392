"""``python -m bench.rollups.cut``: one year of all communes beside the rival, as CI measures it.

Everything is built in a temporary folder and thrown away. It fails where an answer differs; the
ratios are printed, never judged: other work may be running. Where no PostgreSQL is installed it is
left out by name, and fails where ``CI`` is set.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.postgresql import binaries

from bench.figures import head, table
from bench.rollups import build, run, side_by_side
from bench.rollups.dataset import Shape

YEAR = Shape(years=1)
# The specification of the whole country takes a minute for one question: here it is given up.
SPECIFICATION_SECONDS = 3


def main() -> int:
    """Build, ask, compare, print."""
    if binaries() is None:
        sys.stdout.write("Bỏ qua bản cắt một năm: chưa cài PostgreSQL.\n")
        return int(os.environ.get("CI") == "true")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # the server does not run as root
        os.environ["BENCH_DIR"] = folder
        os.environ[side_by_side.SECONDS_VARIABLE] = str(SPECIFICATION_SECONDS)
        build.build(YEAR)
        sys.stdout.write(f"{head()}\n\n")
        sys.stdout.write(table("rollups", *run.tables(run.measured(YEAR, rebuilds=1))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
