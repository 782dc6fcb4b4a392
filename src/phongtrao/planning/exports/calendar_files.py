"""Calendar files as answers: due days and engagements, with the words of the page's language."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from phongtrao.core import clock
from phongtrao.planning.deadlines.engagements import BY_CLOCK, INSPECTION, PARTS, Engagement
from phongtrao.planning.deadlines.icalendar import DueEvent, HeldEvent, calendar_file

_PARTS = dict(PARTS)


def as_calendar(name: str, events: Iterable[DueEvent | HeldEvent], file_name: str) -> HttpResponse:
    """A calendar file that no cache keeps."""
    data = calendar_file(name, events, written_at=clock.now())
    answer = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{file_name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def one_engagement(request: HttpRequest, each: Engagement, file_name: str) -> HttpResponse:
    """One engagement as a calendar file."""
    return as_calendar(each.title, [held_event(request, each)], file_name)


def held_event(request: HttpRequest, each: Engagement) -> HeldEvent:
    """An engagement as an event; a half day has no hours and stands in words on its whole day."""
    prefix = ""
    if each.starts is None and each.part != BY_CLOCK:
        prefix = f"{_(_PARTS[each.part])}: "
    if each.kind == INSPECTION:
        prefix += f"{_('Kiểm tra')}: "
    told = {_("Chủ trì"): each.chair or each.body, _("Cơ quan"): each.body}
    lines = [f"{label}: {value}" for label, value in told.items() if value]
    return HeldEvent(
        uid=each.uid,
        summary=f"{prefix}{each.title}",
        description="\n".join(lines),
        url=request.build_absolute_uri(each.url),
        day=each.day,
        starts=each.starts,
        ends=each.ends,
        place=each.place,
        changes=each.changes,
        is_cancelled=each.is_dropped,
        is_tentative=not each.is_certain,
    )
