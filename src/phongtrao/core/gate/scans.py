"""Scans and photos read: pages drawn in the cage, read by Tesseract in the workshop.

What comes back is a reading, never the paper itself: it is marked so, the guard judges it, and the
door still asks its sender to confirm that no personal data are in the file (rule PI-4).
"""

import csv
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from phongtrao.core.gate import programs
from phongtrao.core.gate.admission import admit
from phongtrao.core.gate.limits import MIB, GateLimits, WorkshopLimits

LANGUAGE = "vie"
_DRAWER = "phongtrao.core.gate.page_pictures:grey_pages"
_DRAWN_BYTES = 384 * MIB  # thirty pages of the largest size allowed
_MOST_TEXT_BYTES = 8 * MIB
_SECONDS_A_PAGE = 10
_LONGEST_ANSWER = 1 * MIB
# Columns of Tesseract's table: level, page, block, paragraph, line, word, four of the place.
_PAGE, _LINE, _CONFIDENCE, _TEXT = 1, slice(1, 5), 10, 11
# code: why a scan could not be read
UNREAD: dict[str, str] = {
    "missing": "Máy chủ này chưa có bộ nhận dạng chữ tiếng Việt cho ảnh quét.",
    "busy": "Máy chủ đang bận nhận dạng tệp khác; hãy tải lên lại sau vài phút.",
    "time": "Nhận dạng chữ mất quá nhiều thời gian nên đã dừng.",
    "pages": "Tệp quét có quá nhiều trang để nhận dạng chữ (nhiều nhất 30 trang).",
    "failed": "Không nhận dạng được chữ trong tệp này.",
}


class ScanUnreadError(Exception):
    """A scan was not read; ``code`` is a key of ``UNREAD``."""

    def __init__(self, code: str) -> None:
        """Keep the code and its sentence."""
        super().__init__(code)
        self.code = code
        self.sentence = UNREAD[code]


@dataclass(frozen=True)
class ScannedText:
    """What was read on each page; ``mean_confidence`` from 0 to 100, 0 where there is no word."""

    pages: tuple[str, ...]
    mean_confidence: float
    ocr: bool = True

    @property
    def text(self) -> str:
        """All pages; a form feed stands between two."""
        return "\f".join(self.pages)


@lru_cache
def can_read() -> bool:
    """Whether this machine has the reading program with Vietnamese."""
    program = programs.reading_program()
    return program is not None and programs.knows_language(program, LANGUAGE)


def read_scan(
    path: Path | str,
    kind: str,
    *,
    limits: GateLimits | None = None,
    workshop: WorkshopLimits | None = None,
) -> ScannedText:
    """Read a scanned pdf, or a png or jpg, that the wall has accepted or held as a scan.

    Raises ScanUnreadError.  Nothing of the file stays on the machine.
    """
    program = programs.reading_program()
    if program is None or not can_read():
        raise ScanUnreadError("missing")
    with tempfile.TemporaryDirectory(prefix="phongtrao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            with programs.turn("reading", workshop or WorkshopLimits()):
                count = _drawn(Path(path), kind, folder, limits or GateLimits())
                return _read(program, folder, count, workshop)
        except programs.WorkshopError as error:
            raise ScanUnreadError(error.code) from error


def _drawn(path: Path, kind: str, folder: Path, limits: GateLimits) -> int:
    """Draw the pages into ``folder`` as plain grey pictures; returns how many.

    Drawing many pages takes longer than judging one file.
    """
    narrow = replace(
        limits,
        written_bytes=_DRAWN_BYTES,
        cpu_seconds=2 * limits.cpu_seconds,
        wall_seconds=2 * limits.wall_seconds,
        answer_bytes=_LONGEST_ANSWER,
    )
    with tempfile.TemporaryFile(dir=folder) as pixels:
        admitted = admit(path, f"scan.{kind}", reader=_DRAWER, limits=narrow, output=pixels)
        if admitted.verdict.verdict == "refuse":
            raise ScanUnreadError("time" if "cage-time" in admitted.verdict.codes else "failed")
        if admitted.result is None:
            raise ScanUnreadError("pages")
        pixels.seek(0)
        return _spread(pixels, admitted.result, folder)


def _spread(pixels: BinaryIO, sizes: Any, folder: Path) -> int:
    """Cut the pixels into one picture a page; sizes that do not fit the bytes are a failure."""
    if not _are_sizes(sizes):
        raise ScanUnreadError("failed")
    for number, (width, height) in enumerate(sizes, 1):
        grey = pixels.read(width * height)
        if len(grey) != width * height:
            raise ScanUnreadError("failed")
        page = folder / f"{number}.pgm"
        page.write_bytes(f"P5\n{width} {height}\n255\n".encode() + grey)
    names = "".join(f"{folder / str(number)}.pgm\n" for number in range(1, len(sizes) + 1))
    (folder / "pages.txt").write_text(names, encoding="utf-8")
    return len(sizes)


def _are_sizes(sizes: Any) -> bool:
    """Whether the child's answer is a list of sizes; it is trusted for nothing else."""
    return isinstance(sizes, list) and all(
        isinstance(size, list)
        and len(size) == 2
        and all(isinstance(side, int) and 0 < side < 100_000 for side in size)
        for size in sizes
    )


def _read(program: Path, folder: Path, count: int, workshop: WorkshopLimits | None) -> ScannedText:
    """Let the program read the pages; its table of words becomes lines of text."""
    seconds = count * _SECONDS_A_PAGE
    limits = workshop or WorkshopLimits(
        cpu_seconds=seconds, wall_seconds=2.0 * seconds, folder_bytes=2 * _DRAWN_BYTES
    )
    found, source = folder / "found", str(folder / "pages.txt")
    command = [str(program), source, str(found), "-l", LANGUAGE, "--dpi", "200", "tsv"]
    if programs.run(command, folder, limits):
        raise ScanUnreadError("failed")
    table = found.with_suffix(".tsv")
    if table.is_symlink() or not table.is_file() or table.stat().st_size > _MOST_TEXT_BYTES:
        raise ScanUnreadError("failed")
    return _text_of(table.read_text(encoding="utf-8", errors="replace"), count)


def _text_of(table: str, count: int) -> ScannedText:
    """Lines and confidence of a table of words."""
    pages: list[list[str]] = [[] for _ in range(count)]
    confidences: list[float] = []
    words = sorted(_words(table), key=lambda row: row[0])
    for (page, *_place), rows in groupby(words, key=lambda row: row[0]):
        line = list(rows)
        if 1 <= page <= count:
            pages[page - 1].append(" ".join(text for _, _, text in line))
            confidences += [confidence for _, confidence, _ in line]
    mean = sum(confidences) / len(confidences) if confidences else 0.0
    return ScannedText(tuple("\n".join(lines) for lines in pages), round(mean, 1))


def _words(table: str) -> Iterator[tuple[tuple[int, ...], float, str]]:
    """The words with their line and confidence; rows of blocks and lines have none."""
    rows = csv.reader(table.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        if len(row) <= _TEXT or not row[_TEXT].strip():
            continue
        try:
            place = tuple(int(number) for number in row[_LINE])
            confidence = float(row[_CONFIDENCE])
        except ValueError:
            continue
        if confidence >= 0:
            yield place, confidence, row[_TEXT]
