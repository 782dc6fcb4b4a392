"""The demo's weekly calendar: last week, this week with an approved change, next week in draft."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from phongtrao.cli.demo.cast import Cast, acting
from phongtrao.core import clock
from phongtrao.fieldwork.weeks import actions
from phongtrao.fieldwork.weeks.models import Week, WeekItem
from phongtrao.fieldwork.weeks.rules import Line, monday_before, read_hours
from phongtrao.org.models import Posting

# Day from Monday, hours, what, where, who presides, who prepares.
_LINES = (
    (0, "7h30 - 8h30", "Giao ban đầu tuần", "Phòng họp số 1", "Phó Giám đốc", "Văn phòng"),
    (1, "8h00 - 11h00", "Họp Tổ giúp việc Ban Chỉ đạo về số liệu quý", "Phòng họp số 2",
     "Tổ trưởng Tổ giúp việc", "Cán bộ cơ quan thường trực"),
    (2, "Cả ngày", "Làm việc với xã Ba Tơ về mô hình tự quản", "Xã Ba Tơ", "Phó Giám đốc",
     "Phòng nghiệp vụ"),
    (3, "14h00", "Nghe báo cáo chuẩn bị Ngày hội", "Phòng họp số 1", "Phó Giám đốc",
     "Ủy ban Mặt trận Tổ quốc tỉnh"),
    (4, "Chiều", "Tổng hợp báo cáo tuần", "Tại cơ quan", "", "Cán bộ cơ quan thường trực"),
)  # fmt: skip


def tell(players: Cast) -> None:
    """The calendar of the police of the province over three weeks."""
    officer, leader = players.postings["canbo.tinh"], players.postings["lanhdao.tinh"]
    this = monday_before(clock.today())
    for monday in (this - timedelta(days=7), this):
        week = _drafted(officer, monday, _LINES)
        with clock.set_to(_at(monday - timedelta(days=3))):
            actions.submit(week, by=acting(officer))
            actions.approve(week, shown_below=True, by=acting(leader))
    _changed(officer, leader, this)
    _drafted(officer, this + timedelta(days=7), _LINES[:3])


def _drafted(officer: Posting, monday: date, lines: Sequence[tuple[int, str, str, str, str, str]]
             ) -> Week:  # fmt: skip
    with clock.set_to(_at(monday - timedelta(days=4))):
        by = acting(officer)
        week = actions.open_week(monday, by=by)
        for day, hours, content, place, chair, preparer in lines:
            line = Line(
                monday + timedelta(days=day), read_hours(hours), content, place=place,
                chair=chair, preparer=preparer,
            )  # fmt: skip
            actions.add_item(week, line, by=by)
    return Week.objects.get(pk=week.pk)


def _changed(officer: Posting, leader: Posting, monday: date) -> None:
    """On Monday one line moves to the afternoon: change no. 1."""
    with clock.set_to(_at(monday)):
        found = WeekItem.objects.get(week__monday=monday, week__body=officer.body, part="gio",
                                     content__startswith="Họp Tổ giúp việc")  # fmt: skip
        _day, _hours, content, place, chair, preparer = _LINES[1]
        line = Line(found.day, read_hours("14h00 - 16h30"), content, place=place, chair=chair,
                    preparer=preparer)  # fmt: skip
        actions.change_item(found, line, by=acting(officer))
        actions.approve_changes(Week.objects.get(pk=found.week_id), by=acting(leader))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(7), clock.VIETNAM)
