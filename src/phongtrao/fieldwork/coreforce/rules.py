"""Closed lists of the core force, what a small count shows, who joined and left. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from phongtrao.core.errors import N_
from phongtrao.fieldwork.register.rules import Term, shipped

SECURITY = "bao_ve"
KINDS = (
    (SECURITY, N_("Tổ bảo vệ an ninh, trật tự")),
    ("an_ninh", N_("Tổ an ninh nhân dân")),
    ("tu_quan", N_("Tổ tự quản")),
    ("thanh_nien", N_("Đội thanh niên xung kích")),
)
# Which kinds each indicator counts: teams, then their members (movement.md §9).
TEAMS_OF = {"LL01": (SECURITY,), "LL07": ("an_ninh", "tu_quan"), "LL09": ("thanh_nien",)}
MEMBERS_OF = {"LL02": (SECURITY,), "LL08": ("an_ninh", "tu_quan")}
# The closed list `cap` of the indicators, by the level of a body's area.
LEVEL_CODES = {"country": "tw", "province": "tinh", "commune": "xa"}
# The closed list `xep_loai` of the indicators, so that a rating answers the cell of its level.
EXCELLENT, GOOD = "xuat_sac", "kha"
LEVELS = (
    (EXCELLENT, N_("Xuất sắc")),
    (GOOD, N_("Khá")),
    ("trung_binh", N_("Trung bình")),
    ("yeu", N_("Yếu")),
)
OFFICERS = ("can_bo_chuyen_trach", "can_bo_kiem_nhiem")
MEDIATION_TEAMS, MEDIATORS = "to_hoa_giai", "hoa_giai_vien"
HEADCOUNTS = (
    (OFFICERS[0], N_("Cán bộ xây dựng phong trào, chuyên trách")),
    (OFFICERS[1], N_("Cán bộ xây dựng phong trào, kiêm nhiệm")),
    (MEDIATION_TEAMS, N_("Tổ hòa giải")),
    (MEDIATORS, N_("Hòa giải viên")),
)
MOST_MEMBERS = 1_000
MOST_ACTIVITIES = 10_000  # in one line of the register
MOST_COUNTED = 1_000_000
MOST_PIECES = 10_000
MOST_ALLOWANCE = 100_000_000  # đồng a month
SMALLEST_SHOWN = 10  # DESIGN §3: outside the body in charge, a smaller count of people is not shown
FRESH_DAYS = 365  # a team without a head-count for longer waits in the inbox
RATING_MONTH = 11  # the year of a Tổ bảo vệ ANTT ends on 14/11


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists as data, with where they come from and whether that was checked."""

    equipment: tuple[Term, ...]
    roles: tuple[Term, ...]
    deeds: tuple[Term, ...]
    source: str
    is_verified: bool
    cap_percent: int
    cap_source: str
    is_cap_verified: bool


@cache
def vocabulary() -> Vocabulary:
    """The lists as the package holds them."""
    raw = shipped("phongtrao.fieldwork.coreforce")
    rating = raw["rating"]
    return Vocabulary(
        raw["equipment"],
        raw["roles"],
        raw["deeds"],
        raw["source"],
        raw["is_verified"],
        rating["cap_percent"],
        rating["source"],
        rating["is_verified"],
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A head-count of a team on a day, as far as the movement of members needs it."""

    on: date
    total: int
    joined: int | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Members:
    """A head-count as a reader may see it; None where nothing may be shown."""

    total: int | None
    male: int | None
    female: int | None


def shown(total: int | None, male: int | None, female: int | None, *, is_keeper: bool) -> Members:
    """What a reader sees of a head-count: under ten only the body in charge (DESIGN §3, k = 10).

    A sex under ten hides the other one too: it would follow from the total.
    """
    if is_keeper or total is None:
        return Members(total, male, female)
    if total < SMALLEST_SHOWN:
        return Members(None, None, None)
    if male is None or female is None or min(male, female) < SMALLEST_SHOWN:
        return Members(total, None, None)
    return Members(total, male, female)


def turnover(readings: Sequence[Reading], first_day: date, last_day: date) -> int:
    """How many joined and left in the days, added up: as noted, or else the net of two readings.

    `readings` are those of one team by day. The first one has nothing to compare with.
    """
    changes, before = 0, None
    for each in readings:
        if first_day <= each.on <= last_day:
            if each.joined is not None and each.left is not None:
                changes += each.joined + each.left
            elif before is not None:
                changes += abs(each.total - before.total)
        before = each
    return changes


def excess_of_excellent(levels: Iterable[str], cap_percent: int) -> int:
    """How many teams are rated excellent beyond the share of the good ones that is allowed."""
    found = list(levels)
    allowed = found.count(GOOD) * cap_percent // 100
    return max(0, found.count(EXCELLENT) - allowed)


def mean_allowance(teams: Iterable[tuple[int, int]]) -> int | None:
    """The mean of (amount, members) weighted by members, to the đồng; None without members."""
    pairs = list(teams)
    weight = sum(members for _amount, members in pairs)
    if not weight:
        return None
    return (2 * sum(amount * members for amount, members in pairs) + weight) // (2 * weight)
