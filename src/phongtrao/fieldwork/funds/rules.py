"""Kinds of lines of funds, contents of spending and sources, with their origin. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from phongtrao.core.errors import N_
from phongtrao.fieldwork.register.rules import Term, name_in, shipped

ESTIMATE, ALLOCATION, SPENDING, CONTRIBUTION = "du_toan", "phan_bo", "da_chi", "huy_dong"
KINDS = (
    (ESTIMATE, N_("Dự toán được giao")),
    (ALLOCATION, N_("Phân bổ")),
    (SPENDING, N_("Đã chi")),
    (CONTRIBUTION, N_("Huy động xã hội hóa")),
)
BUDGET, SOCIAL, INTEGRATED = "ngan_sach", "xa_hoi_hoa", "long_ghep"
# The closed list of the indicators (reporting: "nguồn").
SOURCES = (
    (BUDGET, N_("Ngân sách nhà nước")),
    (SOCIAL, N_("Xã hội hóa")),
    (INTEGRATED, N_("Lồng ghép chương trình khác")),
)
MODELS = "mo_hinh"  # the content that KP06 counts
MOST_AMOUNT = 100_000_000_000_000  # đồng


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents with where it comes from and whether that was checked."""

    contents: tuple[Term, ...]
    source: str
    is_verified: bool


@cache
def contents() -> Contents:
    """The list as the package holds it."""
    raw = shipped("phongtrao.fieldwork.funds", "contents.json")
    return Contents(raw["contents"], raw["source"], raw["is_verified"])


def content_name(code: str) -> str:
    """What a content is called; its code where it is not known any more."""
    return name_in(contents().contents, code)


@dataclass(frozen=True, slots=True)
class Sum:
    """What one kind of lines adds up to for one content and source, in đồng."""

    kind: str
    content: str
    source: str
    amount: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the public table; amounts in đồng."""

    content: str
    estimate: int
    allocated: int
    spent_budget: int
    spent_other: int

    @property
    def spent(self) -> int:
        """All that was spent on the content."""
        return self.spent_budget + self.spent_other

    @property
    def percent(self) -> int | None:
        """How much of the estimate the budget's spending is, in whole percent; None without one.

        Half a percent is rounded up.
        """
        if not self.estimate:
            return None
        return (200 * self.spent_budget + self.estimate) // (2 * self.estimate)


def public_table(sums: Iterable[Sum]) -> list[TableRow]:
    """The rows of the table, in the order of the contents; empty contents are left out."""
    by_place: dict[tuple[str, str, bool], int] = {}
    for each in sums:
        place = (each.content, each.kind, each.source == BUDGET)
        by_place[place] = by_place.get(place, 0) + each.amount
    codes = [each.code for each in contents().contents]
    codes += sorted({content for content, _k, _b in by_place} - set(codes))
    rows = [_row(code, by_place) for code in codes]
    return [row for row in rows if row.estimate or row.allocated or row.spent]


def _row(code: str, by_place: dict[tuple[str, str, bool], int]) -> TableRow:
    def of(kind: str, *, budget: bool) -> int:
        return by_place.get((code, kind, budget), 0)

    return TableRow(
        code,
        of(ESTIMATE, budget=True) + of(ESTIMATE, budget=False),
        of(ALLOCATION, budget=True) + of(ALLOCATION, budget=False),
        of(SPENDING, budget=True),
        of(SPENDING, budget=False),
    )


def overspent(estimate: int, spent: int, amount: int) -> int:
    """By how much a further `amount` would exceed the estimate; 0 where it fits."""
    return max(0, spent + amount - estimate)
