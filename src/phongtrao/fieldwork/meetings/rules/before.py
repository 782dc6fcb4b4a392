"""What is reckoned before a meeting: days to answer, quorum, the order of seats. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

REPLY_DAYS = 3  # an answer is asked for so many days before the meeting
MOST_INVITED, MOST_BRIDGES, MOST_PAPERS, MOST_SEATS = 500, 200, 100, 99
MOST_PER_ROW = 40


def reply_day(held_on: date, today: date) -> date:
    """By when an answer is usual; never a day that has passed, never after the meeting."""
    return min(held_on, max(today, held_on - timedelta(days=REPLY_DAYS)))


def quorum_need(invited: int, bodies: int | None, percent: int | None) -> int:
    """How many of the invited bodies must take part; a share is rounded up."""
    if percent is not None:
        return -(-invited * percent // 100)
    return bodies or 0


@dataclass(frozen=True, slots=True)
class Rank:
    """Where a body stands: the one in charge, those holding it too, the others by level.

    `party` is the place of its kind among those that signed the programme; `code` and `name` put
    areas into their official order.
    """

    is_leading: bool
    is_partner: bool
    level: int
    party: int
    code: str

    @property
    def key(self) -> tuple[int, int, int, str]:
        """Lower sits in front."""
        group = 0 if self.is_leading else 1 if self.is_partner else 2
        if group < 2:
            return (group, 0, self.party, self.code)
        # A province's bodies sit together, in the order in which their kinds have signed.
        return (group, self.level, 0, f"{self.code} {self.party:03d}")


@dataclass(frozen=True, slots=True)
class Seat:
    """A numbered chair: who sits there, and in which row and column."""

    number: int
    row: int
    column: int
    body: str
    post: str


def seats_of(people: Iterable[tuple[str, str]], per_row: int) -> list[list[Seat]]:
    """Body and post of each chair in their order, laid into rows from the front."""
    rows: list[list[Seat]] = []
    for number, (body, post) in enumerate(people, start=1):
        row, column = divmod(number - 1, per_row)
        if column == 0:
            rows.append([])
        rows[-1].append(Seat(number, row + 1, column + 1, body, post))
    return rows
