"""How long what a paper asks for has been waiting, in the bands by which it is followed. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from phongtrao.core.errors import N_


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Whole days since the paper, both ends included; `last` None = and more.

    `waiting` is what is said of something that has waited so long.
    """

    code: str
    label: str
    waiting: str
    first: int
    last: int | None

    def days(self, today: date) -> tuple[date | None, date]:
        """The papers' days that fall into it today: the earliest (None = any) and the latest."""
        earliest = None if self.last is None else today - timedelta(days=self.last)
        return earliest, today - timedelta(days=self.first)


AGE_BANDS = (
    AgeBand("0-7", N_("0–7 ngày"), N_("Chờ 0–7 ngày"), 0, 7),
    AgeBand("8-30", N_("8–30 ngày"), N_("Chờ 8–30 ngày"), 8, 30),
    AgeBand("31-90", N_("31–90 ngày"), N_("Chờ 31–90 ngày"), 31, 90),
    AgeBand("91", N_("trên 90 ngày"), N_("Chờ trên 90 ngày"), 91, None),
)


def band_called(code: str) -> AgeBand:
    """The band of a code; raises KeyError."""
    return {band.code: band for band in AGE_BANDS}[code]
