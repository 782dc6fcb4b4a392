"""The privacy guard: megabytes of ordinary text a second, seconds for a megabyte of hostile one."""

import time
from pathlib import Path

from bench.figures import Figure, Impossible
from phongtrao.core.guard import read_text

RUNS, MEGABYTE = 3, 1_000_000
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
HOSTILE = {
    "lone digits": "0 ",
    "numbers of phones": "0912345678 ",
    "pairs": "01 ",
    "digits on lines": "0\n",
    "invisible signs": "0\u200b",
    "words for digits": "không ",
    "signs of mail": "a@",
    "people and offences": "ma túy Nguyễn Văn An, ",
    "piled marks": "a\u0301",
    "named numbers": "STK 1|2 3|4 5|6 ",
}


def measure() -> tuple[list[Figure], list[str]]:
    """Megabytes a second of the example papers; seconds and doubling ratio of each family."""
    papers = "\n".join(path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    if not papers:
        raise Impossible("no papers under examples/")
    ordinary = _long(papers + "\n", MEGABYTE)
    rates = tuple(1 / _seconds(ordinary) for _ in range(RUNS))
    figures = [Figure("ordinary papers", "MB/s", rates)]
    for name, unit in HOSTILE.items():
        halves = [_seconds(_long(unit, MEGABYTE // 2)) for _ in range(RUNS)]
        wholes = [_seconds(_long(unit, MEGABYTE)) for _ in range(RUNS)]
        figures.append(Figure(name, "s/MB", tuple(wholes)))
        ratios = tuple(whole / half for whole, half in zip(wholes, halves, strict=True))
        figures.append(Figure(f"{name}, twice as long", "times", ratios))
    return figures, ["Seconds of the processor, so that neighbours count for little."]


def _long(unit: str, size: int) -> str:
    """``unit`` again and again, ``size`` bytes in UTF-8."""
    times = size // len(unit.encode()) + 1
    return (unit * times).encode()[:size].decode("utf-8", "ignore")


def _seconds(text: str) -> float:
    began = time.process_time()
    read_text(text)
    return time.process_time() - began
