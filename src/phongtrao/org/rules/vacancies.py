"""When a committee is due to be renewed (*cần kiện toàn*), and why. Pure: no Django.

A seat is vacant from the day on which the body of its holder has ended or the holder has left his
post. A committee is due while a seat is vacant, or after it took over from another one by a merger
without a decision since. Nothing of this is stored: it follows from the facts of a day.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from phongtrao.core.errors import N_, Sentence


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A seat: its title and post in words, and when its holder's body and posting end."""

    title: Any
    post: str
    body_name: str = ""
    body_ends: date | None = None
    posting_ends: date | None = None


@dataclass(frozen=True, slots=True)
class Takeover:
    """From a day on the committee does the work of another one."""

    predecessor: str
    on: date


@dataclass(frozen=True, slots=True)
class CommitteeFacts:
    """What is known of a committee on a day.

    `since` is the first day of the composition in force, None where there is none; `ends` the
    first day without the committee itself.
    """

    since: date | None
    seats: tuple[SeatFacts, ...] = ()
    takeovers: tuple[Takeover, ...] = ()
    ends: date | None = None


def vacated_on(seat: SeatFacts, day: date) -> date | None:
    """The first day on which the seat stood empty; None while it is held on that day."""
    passed = [end for end in (seat.body_ends, seat.posting_ends) if end is not None and end <= day]
    return min(passed, default=None)


def reasons_to_renew(facts: CommitteeFacts, day: date) -> tuple[Sentence, ...]:
    """Why the committee is due to be renewed on a day; empty where it is not, or has ended."""
    if facts.ends is not None and facts.ends <= day:
        return ()
    taken = [each for each in facts.takeovers if is_open(each.on, facts.since, day)]
    vacant = [seat for seat in facts.seats if vacated_on(seat, day) is not None]
    return (*map(_of_takeover, taken), *(_of_seat(seat, day) for seat in vacant))


def is_open(taken_on: date, since: date | None, day: date) -> bool:
    """Whether a takeover has happened by the day and no composition answers it yet."""
    return taken_on <= day and (since is None or taken_on > since)


def vacancy(seat: SeatFacts, day: date) -> Sentence | None:
    """Why the seat is vacant on a day; None while it is held. Speaks of posts, not of persons."""
    since = vacated_on(seat, day)
    if since is None:
        return None
    if seat.body_ends == since:
        said = N_("%(body)s đã kết thúc từ ngày %(day)s.")
    else:
        said = N_("người giữ đã thôi chức vụ từ ngày %(day)s.")
    return Sentence(said, {"body": seat.body_name, "day": f"{since:%d/%m/%Y}"})


def _of_seat(seat: SeatFacts, day: date) -> Sentence:
    data = {"title": seat.title, "post": seat.post, "why": vacancy(seat, day)}
    return Sentence(N_("Khuyết %(title)s (%(post)s): %(why)s"), data)


def _of_takeover(taken: Takeover) -> Sentence:
    return Sentence(
        N_("Nhận nhiệm vụ của %(body)s từ ngày %(day)s, từ đó chưa có quyết định kiện toàn."),
        {"body": taken.predecessor, "day": f"{taken.on:%d/%m/%Y}"},
    )
