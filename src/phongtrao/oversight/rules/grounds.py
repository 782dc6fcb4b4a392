"""Grounds for proposing an inspection (căn cứ đề xuất kiểm tra), and a draw anyone can repeat.

Plain figures beside thresholds: nothing is weighed or summed into one figure, and the figures are
of the work that bodies owe alone (design §3).
"""

import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from phongtrao.core.errors import N_
from phongtrao.fieldwork.register.rules import shipped

# The grounds in the order of the page: code → what is counted.
GROUNDS = {
    "bao_cao": N_("Báo cáo muộn hoặc thiếu"),
    "kien_nghi": N_("Kiến nghị chưa khắc phục xong"),
    "lap_lai": N_("Nội dung có tồn tại lặp lại"),
    "lan_truoc": N_("Số tháng từ lần kiểm tra gần nhất"),
    "nhiem_vu": N_("Nhiệm vụ quá hạn"),
}
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which figure on something is a ground; in force since a day, with its source."""

    since: date
    source: str
    is_verified: bool
    months_of_reports: int
    late_reports: int
    open_recommendations: int
    recurrences: int
    months_without_visit: int
    overdue_tasks: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of one body; `last_visit` None: no inspection of it was recorded."""

    late_reports: int = 0
    open_recommendations: int = 0
    late_recommendations: int = 0
    recurrences: int = 0
    overdue_tasks: int = 0
    last_visit: date | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground: its code, the figure, the threshold that it reached."""

    code: str
    figure: int
    threshold: int


def thresholds(day: date) -> Thresholds:
    """The thresholds in force on a day; before the first version, the first."""
    known = _versions()
    return next((each for each in reversed(known) if each.since <= day), known[0])


def grounds_of(known: Figures, limits: Thresholds, day: date) -> tuple[Ground, ...]:
    """The figures that reached their thresholds.

    Where no visit was recorded, the time since the last one is unknown and is no ground.
    """
    months = None if known.last_visit is None else months_between(known.last_visit, day)
    measured = {
        "bao_cao": (known.late_reports, limits.late_reports),
        "kien_nghi": (known.open_recommendations, limits.open_recommendations),
        "lap_lai": (known.recurrences, limits.recurrences),
        "lan_truoc": (months or 0, limits.months_without_visit),
        "nhiem_vu": (known.overdue_tasks, limits.overdue_tasks),
    }
    return tuple(
        Ground(code, figure, limit) for code, (figure, limit) in measured.items() if figure >= limit
    )


def months_between(first: date, last: date) -> int:
    """Whole months from a day to a later one."""
    months = (last.year - first.year) * _MONTHS + last.month - first.month
    return max(0, months - (last.day < first.day))


def share_of(asked: str, total: int) -> int:
    """How many "10" or "10%" of so many are, rounded up; 0 where it says neither."""
    text = asked.strip().replace(" ", "")
    digits = text.removesuffix("%")
    if not digits.isdecimal() or len(digits) > 5:
        return 0
    wanted = math.ceil(total * int(digits) / 100) if text.endswith("%") else int(digits)
    return min(wanted, total)


def draw(keys: Iterable[int], *, year: int, by_body: int, number: int, count: int) -> Sequence[int]:
    """So many of the keys by the order of their SHA-256; the same for whoever repeats it.

    What is hashed is "year|key of the drawing body|number on the page|key of the candidate".
    """
    return sorted(keys, key=lambda key: (_mark(f"{year}|{by_body}|{number}|{key}"), key))[:count]


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _versions() -> tuple[Thresholds, ...]:
    raw: Any = shipped("phongtrao.oversight", "grounds.json")["versions"]
    made = [Thresholds(**each | {"since": date.fromisoformat(each["since"])}) for each in raw]
    return tuple(sorted(made, key=lambda each: each.since))
