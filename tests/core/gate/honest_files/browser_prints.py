"""Pages printed to PDF by Chromium, as officials print from web programs."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.core.gate.honest_files.office_sources import web_page
from tests.core.gate.honest_files.prose import Prose
from tests.core.gate.honest_files.sample import Sample

PROGRAM = shutil.which("chromium")


def _long(seed: int) -> bytes:
    prose = Prose(seed, "web-long")
    parts = "".join(f"<h2>Phần {n}</h2><p>{prose.paragraph(20)}</p>" for n in range(120))
    return f'<html lang="vi"><meta charset="utf-8"><body>{parts}</body></html>'.encode()


def _drawn(seed: int) -> bytes:
    bars = "".join(
        f'<rect x="{20 * n}" y="{n * 3}" width="16" height="{30 + seed + n}" fill="navy"/>'
        for n in range(20)
    )
    drawing = f'<svg width="600" height="200">{bars}<text y="180">Biểu đồ</text></svg>'
    style = "<style>h1{text-shadow:2px 2px 4px gray;opacity:.7}</style>"
    head = f'<html lang="vi"><meta charset="utf-8">{style}'
    return f"{head}<body><h1>BIỂU ĐỒ</h1>{drawing}</body></html>".encode()


def _form(seed: int) -> bytes:
    rows = "".join(f'<p><label>Mục {n} <input value="{n + seed}"></label>' for n in range(9))
    return f'<html lang="vi"><meta charset="utf-8"><form>{rows}<select><option>Đạt'.encode()


_PAGES = (("paper", web_page), ("long", _long), ("drawing", _drawn), ("form", _form))


def made(folder: Path, *, seeds: Iterable[int] = (0,)) -> list[Sample]:
    """Every page printed once a seed."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for name, build in _PAGES:
        for seed in seeds:
            page, target = folder / f"{name}-{seed}.html", folder / f"{name}-{seed}.pdf"
            page.write_bytes(build(seed))
            subprocess.run(
                [str(PROGRAM), "--headless", "--no-sandbox", "--disable-gpu",
                 f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}",
                 page.as_uri()],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip
            found.append(Sample(f"pdf-chromium-{name}", "Chromium print to PDF", target))
    return found
