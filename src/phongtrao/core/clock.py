"""The only place where the product reads the time."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """The present moment, aware, in Vietnam's time zone."""
    return datetime.now(VIETNAM)


def today() -> date:
    """Today's date in Viet Nam, wherever the server stands."""
    return now().date()
