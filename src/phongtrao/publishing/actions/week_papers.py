"""From the calendar of a week, as its reader sees it, to its Word file. Stores nothing."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.weeks.queries import lines_of
from phongtrao.fieldwork.weeks.rules import shown_hours, week_number
from phongtrao.org.permissions import Actor
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.week_table import WeekPaper, WeekRow, render_week_table

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def week_bytes(week: Any, actor: Actor) -> bytes:
    """The calendar as .docx, in Vietnamese whatever the language of the page."""
    with translation.override("vi"):
        paper = week_paper(week, actor)
    return render_week_table(paper, profile=profile_on(clock.today()), demo_mark=settings.DEMO)


def week_paper(week: Any, actor: Actor) -> WeekPaper:
    """The typed content: what holds, what was dropped and by which change, who approved."""
    sunday = week.monday + timedelta(days=6)
    days = _("Tuần %(number)s, từ ngày %(first)s đến ngày %(last)s") % {
        "number": week_number(week.monday),
        "first": date_vn(week.monday),
        "last": date_vn(sunday),
    }
    draft = "" if week.approved_on else f" ({week.get_state_display().lower()})"
    return WeekPaper(
        body=week.body.name,
        days=f"{days}{draft}",
        rows=tuple(_row(line) for line in lines_of(week, actor)),
        note=week.note,
        approvals=tuple(_approvals(week, week.approved_changes.select_related("approved_by"))),
    )


def _row(line: Any) -> WeekRow:
    item = line.item
    who = f" ({_('Thành phần: %(who)s') % {'who': item.participants}})" if item.participants else ""
    return WeekRow(
        day=f"{_WEEKDAYS[item.day.weekday()]}, {date_vn(item.day)}",
        when=shown_hours(item.part, item.starts_at, item.ends_at),
        content=f"{item.content}{who}",
        place=item.place,
        chair=item.chair,
        preparer=item.preparer,
        mark=line.mark,
        is_struck=line.is_struck,
    )


def _approvals(week: Any, changes: Sequence[Any]) -> list[str]:
    if week.approved_on is None:
        return []
    name = week.body.name
    said = [
        _("Duyệt ngày %(day)s: %(post)s.")
        % {"day": date_vn(week.approved_on), "post": week.approved_by.capacity or name}
    ]
    return said + [
        _("Lịch bổ sung, thay đổi lần %(number)s, duyệt ngày %(day)s: %(post)s.")
        % {
            "number": each.number,
            "day": date_vn(each.approved_on),
            "post": each.approved_by.capacity or name,
        }
        for each in changes
    ]
