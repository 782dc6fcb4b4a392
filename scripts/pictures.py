"""Copies the pictures that the browser tests have made to docs/images, if they are small enough."""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHOSEN = ("viec-can-xu-ly", "de-xuat-tu-van-ban", "nhap-bao-cao", "tong-hop-so-lieu")
LARGEST = 200_000


def copy() -> int:
    """Copy each chosen picture; 1 when one is missing or larger than a page should carry."""
    results = Path(os.environ.get("PHONGTRAO_TEST_RESULTS", ROOT / "test-results"))
    target = ROOT / "docs" / "images"
    target.mkdir(parents=True, exist_ok=True)
    wrong = []
    for name in CHOSEN:
        picture = results / f"{name}.png"
        if not picture.exists() or picture.stat().st_size > LARGEST:
            wrong.append(name)
        else:
            shutil.copyfile(picture, target / picture.name)
    if wrong:
        print(f"Not copied (missing or larger than 200 kB): {', '.join(wrong)}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(copy())
