"""One line of *Việc cần xử lý*, as every stage offers its own. Pure: no Django."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Tab = Literal["waiting", "soon", "late", "returned", "done"]
SOON_DAYS = 7  # a deadline this near is *sắp đến hạn*


@dataclass(frozen=True, slots=True)
class InboxItem:
    """Something one body is asked to do, or has done: what, by when, and the verb that does it.

    `kind` is the kind of object in words ("Nhiệm vụ"), `body` who it comes from or is about,
    `tone` the tone of the state's chip, `verb` the words of the link to `url`.
    """

    kind: Any
    title: str
    body: str
    due_on: date | None
    state_label: Any
    tone: str
    url: str
    verb: Any
    tab: Tab


def tab_of(due_on: date | None, day: date) -> Tab:
    """The tab of an open item on a day: late after its date, soon within a week of it."""
    if due_on is None:
        return "waiting"
    if due_on < day:
        return "late"
    return "soon" if (due_on - day).days <= SOON_DAYS else "waiting"
