"""The only place where the product reads the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_set_to: ContextVar[datetime | None] = ContextVar("clock_set_to", default=None)


def now() -> datetime:
    """The present moment, aware, in Vietnam's time zone."""
    return _set_to.get() or datetime.now(VIETNAM)


def today() -> date:
    """Today's date in Viet Nam, wherever the server stands."""
    return now().date()


def real_today() -> date:
    """The machine's day, also inside `set_to`."""
    return datetime.now(VIETNAM).date()


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Let the inside live at another moment: the demo tells its past so, tests their edges."""
    token = _set_to.set(moment.astimezone(VIETNAM))
    try:
        yield
    finally:
        _set_to.reset(token)
