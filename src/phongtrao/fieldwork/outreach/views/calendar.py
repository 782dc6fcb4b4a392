"""The calendar of communication: a month as a list of days."""

from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core.http import page, requires
from phongtrao.fieldwork.outreach import exports
from phongtrao.fieldwork.outreach.queries.calendar import month_of
from phongtrao.fieldwork.outreach.rules import topic_name
from phongtrao.org.middleware import ActingRequest


@requires("movement.read")
@require_safe
def outreach_calendar(request: ActingRequest) -> HttpResponse:
    """The month asked for (`thang`, as 2026-11); today's where none is."""
    month = month_of(request.actor, _asked(request.GET.get("thang", ""), request.actor.day))
    names = {"topic_name": lambda code: _(topic_name(code)), "form_name": exports.form_name}
    return page(request, "outreach/calendar.html", {"month": month, **names})


def _asked(text: str, today: date) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return today
