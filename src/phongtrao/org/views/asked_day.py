"""The day that a page of areas is asked for (`?ngay=`)."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import parse_date_vn
from phongtrao.org import queries


def asked_day(request: HttpRequest) -> dict[str, Any]:
    """The day, a sentence where it cannot be read, the horizon, and the query that keeps it."""
    text = request.GET.get("ngay", "").strip()
    day, fault = clock.today(), ""
    if text:
        try:
            day = parse_date_vn(text)
        except InvalidInput as error:
            fault = error.shown(_)
    horizon = queries.horizon()
    return {
        "day": day,
        "day_text": text,
        "day_fault": fault,
        "horizon": horizon,
        "is_before_horizon": day < horizon,
        "query": f"?ngay={day.isoformat()}" if day != clock.today() else "",
    }
