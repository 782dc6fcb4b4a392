"""The upload wall: files a second through its child processes, and the memory of one child."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import openpyxl
from PIL import Image

from bench.figures import Figure
from bench.servers import ROOT
from phongtrao.core.gate import admit

RUNS = 5
EACH = 6  # times every file is sent in one run
ROWS = 3_321  # one for each commune
_JUDGE = "phongtrao.core.guard.package:judge"


def measure() -> tuple[list[Figure], list[str]]:
    """Files a second with one and with all processors, the cost of starting, the peak of memory."""
    with tempfile.TemporaryDirectory() as name:
        files = _files(Path(name))
        small = [path for path in files if not path.stem.startswith("large")]
        large = [path for path in files if path not in small]
        workers = os.cpu_count() or 1
        alone = [_rate(small, 1, None) for _ in range(RUNS)]
        together = [_rate(small, workers, None) for _ in range(RUNS)]
        guarded = [_rate(small, workers, _JUDGE) for _ in range(RUNS)]
        found = [
            Figure("wall, one worker", "files/s", tuple(alone)),
            Figure(f"wall, {workers} workers", "files/s", tuple(together)),
            Figure(f"wall and guard, {workers} workers", "files/s", tuple(guarded)),
            Figure("a child that judges an empty text", "ms", tuple(_starts(Path(name)))),
            Figure("bare Python", "ms", tuple(_bare_starts())),
            Figure("largest child", "MB", (_peak([*small, *large]),)),
        ]
        sizes = sum(path.stat().st_size for path in small) / 1000 / len(small)
    note = (
        f"{len(small)} files of {sizes:,.0f} kB in the middle (docx, xlsx, pdf, csv, png), sent "
        f"{EACH} times a run; the largest child is taken over these and {len(large)} large ones."
    )
    return found, [note]


def _files(folder: Path) -> list[Path]:
    """Papers of usual size, and two large ones."""
    paper = docx.Document()
    for number in range(60):
        paper.add_paragraph(f"Điều {number}. Ủy ban nhân dân xã tổ chức thực hiện nhiệm vụ.")
    paper.save(str(folder / "paper.docx"))
    _sheet(folder / "sheet.xlsx", 200, 8)
    _sheet(folder / "large.xlsx", ROWS, 40)
    rows = "".join(f"Xã {number},{number % 7},{number % 11}\n" for number in range(400))
    (folder / "table.csv").write_text(rows, encoding="utf-8")
    picture = Image.linear_gradient("L").resize((1_200, 900)).convert("RGB")
    picture.save(folder / "photo.png")
    picture.save(folder / "scan.pdf")
    Image.effect_noise((6_000, 4_000), 60).save(folder / "large.jpg", quality=95)
    return sorted(folder.iterdir())


def _sheet(path: Path, rows: int, columns: int) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Số liệu")
    for number in range(rows):
        sheet.append([f"Xã {number}", *range(number, number + columns - 1)])
    book.save(path)


def _rate(files: list[Path], workers: int, reader: str | None) -> float:
    """Files a second when so many are judged at once."""
    orders = files * EACH
    begin = time.perf_counter()
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(lambda path: admit(path, path.name, reader=reader), orders))
    return len(orders) / (time.perf_counter() - begin)


def _starts(folder: Path) -> list[float]:
    path = folder / "empty.txt"
    path.write_text("Kế hoạch", encoding="utf-8")
    return [_milliseconds(lambda: admit(path, path.name)) for _ in range(2 * RUNS)]


def _bare_starts() -> list[float]:
    command = [sys.executable, "-I", "-B", "-c", "pass"]
    run = subprocess.run
    return [_milliseconds(lambda: run(command, check=True)) for _ in range(2 * RUNS)]


def _milliseconds(work: object) -> float:
    begin = time.perf_counter()
    work()  # type: ignore[operator]
    return (time.perf_counter() - begin) * 1_000


def _peak(files: list[Path]) -> float:
    """The largest resident memory of any child; a process of its own, so that only those count."""
    program = (
        f"import sys; sys.path[:0] = [{str(ROOT / 'src')!r}]\n"
        "import resource\n"
        "from phongtrao.core.gate import admit, spawning\n"
        "spawning._from_nursery = lambda start, call: None\n"  # so that children are its own
        f"for path in {[str(path) for path in files]!r}:\n"
        f"    admit(path, path, reader={_JUDGE!r})\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    return int(done.stdout) * 1_024 / 1_000_000
