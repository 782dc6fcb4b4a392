"""Builds the user guides of docs/guide as Word and PDF in guide/, with the pictures of the tests.

Run: make guide (the browser tests take the pictures first), or python scripts/build_guides.py.
"""

import argparse
import os
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from guide_build.printing import heading_pages, printed  # noqa: E402
from guide_build.word import guide_word  # noqa: E402

from phongtrao.portal.readers import Guide, read_guide  # noqa: E402

RESULTS = Path(os.environ.get("PHONGTRAO_TEST_RESULTS", ROOT / "test-results"))


def build(guide: Guide, pictures: Path, *, version: str) -> tuple[bytes, bytes]:
    """The Word file and the PDF.

    Printed twice: the first time tells on which page each task begins. Raises RuntimeError when
    the second time says otherwise.
    """
    count = len(guide.tasks)
    pages = heading_pages(printed(guide_word(guide, pictures, [], version=version)))[-count:]
    word = guide_word(guide, pictures, pages, version=version)
    pdf = printed(word)
    if heading_pages(pdf)[-count:] != pages:
        raise RuntimeError(f"{guide.title}: the table of contents does not agree with the pages")
    return word, pdf


def main() -> int:
    """Build every guide; 1 with a sentence when a picture or a program is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, default=RESULTS / "guide")
    parser.add_argument("--out", type=Path, default=ROOT / "guide")
    options = parser.parse_args()
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    version = settings["project"]["version"]
    options.out.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "docs" / "guide").glob("*.md")):
        guide = read_guide(path.read_text(encoding="utf-8"))
        missing = [
            p.key for p in guide.pictures if not (options.pictures / f"{p.key}.png").exists()
        ]
        if missing:
            print(f"Thiếu hình: {', '.join(missing)}. Hãy chạy: make guide", file=sys.stderr)
            return 1
        word, pdf = build(guide, options.pictures, version=version)
        (options.out / f"{path.stem}.docx").write_bytes(word)
        (options.out / f"{path.stem}.pdf").write_bytes(pdf)
        print(f"{options.out.name}/{path.stem}.docx, .pdf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
