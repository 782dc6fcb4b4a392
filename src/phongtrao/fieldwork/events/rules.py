"""The closed lists of festivals, and when the figures of a result add up. Pure."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import date_vn, number, parse_date_vn

# The two days: that of the movement (Quyết định 521/QĐ-TTg ngày 13/6/2005) and that of the Front,
# of which only sites with contents of the movement stand in this register.
KINDS = (
    ("ngay_hoi", N_("Ngày hội Toàn dân bảo vệ an ninh Tổ quốc (19/8)")),
    ("dai_doan_ket", N_("Ngày hội Đại đoàn kết có nội dung an ninh, trật tự (18/11)")),
)
SHORT_KINDS = {"ngay_hoi": N_("Ngày hội 19/8"), "dai_doan_ket": N_("Ngày hội 18/11")}
# The usual window, as day and month; each year's plan sets its own.
USUAL_WINDOWS = {"ngay_hoi": ((1, 7), (19, 8)), "dai_doan_ket": ((1, 11), (18, 11))}
# The closed list of the indicators (reporting: "cấp tổ chức Ngày hội").
LEVELS = (
    ("tw", N_("Điểm do Trung ương chọn")),
    ("tinh", N_("Điểm cấp tỉnh")),
    ("xa", N_("Điểm cấp xã")),
    ("kdc", N_("Điểm khu dân cư")),
    ("co_quan", N_("Điểm cơ quan, doanh nghiệp, nhà trường")),
)
# Levels whose sites are chosen by the body of the plan; the others choose for themselves.
CHOSEN_ABOVE = frozenset({"tw", "tinh"})
# The closed list of the indicators (reporting: "nguồn").
SOURCES = (
    ("ngan_sach", N_("Ngân sách nhà nước")),
    ("xa_hoi_hoa", N_("Xã hội hóa")),
    ("long_ghep", N_("Lồng ghép chương trình khác")),
)
PARTS = (("le", N_("Phần lễ")), ("hoi", N_("Phần hội")))
MOST_MONEY = 10**13  # đồng
MOST_PEOPLE = 10_000_000
LONGEST_WINDOW = 120  # days

# A total and the parts it must equal, as they stand in a result.
TOTALS = (
    ("leaders", ("leaders_central", "leaders_province", "leaders_commune"),
     N_("Số lượt lãnh đạo dự")),
    ("gift_value", ("gift_budget", "gift_social", "gift_merged"), N_("Trị giá quà, an sinh")),
    ("cost", ("cost_budget", "cost_social", "cost_merged"), N_("Kinh phí tổ chức")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The usual programme and check-list, with where they come from and whether that was checked.

    `programme` maps a part ("le", "hoi") to its items in their order.
    """

    programme: Mapping[str, tuple[str, ...]]
    checks: tuple[str, ...]
    source: str
    is_verified: bool


@cache
def vocabulary() -> Vocabulary:
    """The lists as the package holds them."""
    path = resources.files("phongtrao.fieldwork.events").joinpath("data/vocabulary.json")
    raw = json.loads(path.read_text("utf-8"))
    programme = {part: tuple(items) for part, items in raw["programme"].items()}
    return Vocabulary(programme, tuple(raw["checks"]), raw["source"], raw["is_verified"])


def faults_of_totals(figures: Mapping[str, int]) -> dict[str, Sentence]:
    """The totals of a result that are not the sum of their parts, each in words at its field."""
    found = {}
    for total, parts, label in TOTALS:
        added = sum(figures[part] for part in parts)
        if figures[total] != added:
            found[total] = Sentence(
                N_("%(label)s ghi %(total)s nhưng các phần cộng lại là %(added)s."),
                {
                    "label": Sentence(label),
                    "total": number(figures[total], 0),
                    "added": number(added, 0),
                },
            )
    if figures["leaders"] > figures["attendances"]:
        found.setdefault(
            "leaders", Sentence(N_("Số lượt lãnh đạo dự không lớn hơn tổng số lượt người dự."))
        )
    return found


def fault_of_day(day: date, first: date, last: date) -> Sentence | None:
    """Why a site cannot be held on a day: it lies outside the window of its plan."""
    if first <= day <= last:
        return None
    return Sentence(
        N_(
            "Ngày %(day)s nằm ngoài thời gian tổ chức của kế hoạch: từ %(first)s đến %(last)s. "
            "Hãy chọn ngày khác hoặc đề nghị cơ quan lập kế hoạch sửa thời gian."
        ),
        {"day": date_vn(day), "first": date_vn(first), "last": date_vn(last)},
    )


def level_name(code: str) -> str:
    """What a level of sites is called."""
    return dict(LEVELS).get(code, code)


def kind_name(code: str) -> str:
    """What a kind of festival is called, short."""
    return SHORT_KINDS.get(code, code)


def read_days(text: str, first: date, last: date) -> list[date]:
    """The days of a window that are meant: "1/8-5/8; 10/8", years left out; nothing typed: all.

    Raises InvalidInput with the piece that cannot be read or lies outside the window.
    """
    pieces = [piece.strip() for piece in re.split(r"[,;\n]", text) if piece.strip()]
    if not pieces:
        return _stretch(first, last)
    found: set[date] = set()
    for piece in pieces:
        ends = [_day(end, first.year) for end in re.split(r"\s*[-–]\s*", piece)]
        if len(ends) > 2 or ends[0] > ends[-1] or ends[0] < first or ends[-1] > last:
            raise InvalidInput(
                N_("“%(piece)s” không nằm trong thời gian tổ chức từ %(first)s đến %(last)s."),
                piece=piece[:40],
                first=date_vn(first),
                last=date_vn(last),
            )
        found |= set(_stretch(ends[0], ends[-1]))
    return sorted(found)


def days_in_words(days: list[date]) -> str:
    """Days of one year as they may be typed again: stretches with a dash, without the year."""
    stretches: list[list[date]] = []
    for day in sorted(days):
        if stretches and day - stretches[-1][-1] == timedelta(days=1):
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return "; ".join(
        _short(each[0]) if len(each) == 1 else f"{_short(each[0])}-{_short(each[-1])}"
        for each in stretches
    )


def packed(said: Sentence) -> dict[str, Any]:
    """A sentence as JSON, so that it can be shown in the reader's language later."""
    data = {
        key: packed(value) if isinstance(value, Sentence) else value
        for key, value in said.data.items()
    }
    return {"said": said.template, "data": data}


def unpacked(record: Mapping[str, Any]) -> Sentence:
    """A sentence that was kept as JSON."""
    data = {
        key: unpacked(value) if isinstance(value, dict) else value
        for key, value in record["data"].items()
    }
    return Sentence(record["said"], data)


def _short(day: date) -> str:
    return f"{day.day}/{day.month}"


def _day(text: str, year: int) -> date:
    return parse_date_vn(text if text.count("/") > 1 else f"{text}/{year}")


def _stretch(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
