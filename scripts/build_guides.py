"""Builds the user guides of docs/guide as Word and PDF in guide/, with the pictures of the tests.

Run: make guide (the browser tests take the pictures first), or python scripts/build_guides.py.
"""

import argparse
import os
import sys
import tomllib
from pathlib import Path
from shutil import copyfile

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from guide_build.pdf import guide_pdf, heading_pages  # noqa: E402
from guide_build.word import PRODUCT, guide_word  # noqa: E402

from phongtrao.portal.readers import read_guide  # noqa: E402

RESULTS = Path(os.environ.get("PHONGTRAO_TEST_RESULTS", ROOT / "test-results"))


def main() -> int:
    """Build every guide; 1 with a sentence when a picture is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, default=RESULTS / "guide")
    parser.add_argument("--out", type=Path, default=ROOT / "guide")
    options = parser.parse_args()
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    version = settings["project"]["version"]
    shown = options.out / "hinh"  # the pages of the help show them from there
    shown.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "docs" / "guide").glob("*.md")):
        guide = read_guide(path.read_text(encoding="utf-8"))
        missing = [
            p.key for p in guide.pictures if not (options.pictures / f"{p.key}.png").exists()
        ]
        if missing:
            print(f"Thiếu hình: {', '.join(missing)}. Hãy chạy: make guide", file=sys.stderr)
            return 1
        pdf = guide_pdf(guide, options.pictures, product=PRODUCT, version=version)
        word = guide_word(guide, options.pictures, heading_pages(pdf), version=version)
        (options.out / f"{path.stem}.docx").write_bytes(word)
        (options.out / f"{path.stem}.pdf").write_bytes(pdf)
        for picture in guide.pictures:
            copyfile(options.pictures / f"{picture.key}.png", shown / f"{picture.key}.png")
        print(f"{options.out.name}/{path.stem}.docx, .pdf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
