"""Which engagements of a body stand in each other's way, and how they reach a calendar program."""

from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.calendar import shipped_calendar
from phongtrao.planning.deadlines.engagements import (
    AT_ONCE,
    BY_CLOCK,
    INSPECTED,
    INSPECTION,
    MEETING,
    PARTS,
    SAME_PLACE,
    WEEK_ITEM,
    WHOLE_DAY,
    Engagement,
    clashes_among,
    day_off,
    minutes_of,
    reason_of,
)
from phongtrao.planning.deadlines.icalendar import HeldEvent, calendar_file

DAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 28, 3, 4, 5, tzinfo=UTC)
CLOCK = st.times(min_value=time(0), max_value=time(23, 59)).map(
    lambda found: found.replace(second=0, microsecond=0)
)


@st.composite
def engagements(draw: st.DrawFn) -> Engagement:
    """Anything on one of two days."""
    part = draw(st.sampled_from([code for code, _name in PARTS]))
    hours = sorted([draw(CLOCK), draw(CLOCK)]) if part == BY_CLOCK else [None, None]
    ends = hours[1] if hours[0] != hours[1] else None
    return Engagement(
        key=draw(st.sampled_from("abcdef")),
        kind=draw(st.sampled_from([WEEK_ITEM, MEETING, INSPECTION])),
        title="Việc",
        day=draw(st.sampled_from([DAY, date(2026, 12, 1)])),
        part=part,
        starts=hours[0],
        ends=ends,
        place=draw(st.sampled_from(["", "Phòng họp 1", "PHÒNG  HỌP 1", "Hội trường"])),
        chair=draw(st.sampled_from(["", "Giám đốc", "Phó Giám đốc"])),
    )


def _at(key: str, hours: str, **facts: object) -> Engagement:
    first, last = (time(*map(int, each.split(":"))) for each in hours.split("-"))
    return Engagement(key, MEETING, key, DAY, BY_CLOCK, first, last, **facts)  # type: ignore[arg-type]


@given(engagements(), engagements())
def test_a_clash_is_mutual(one: Engagement, other: Engagement) -> None:
    assert reason_of(one, other) == reason_of(other, one)


@given(engagements(), engagements())
def test_nothing_clashes_with_itself_or_with_another_day(
    one: Engagement, other: Engagement
) -> None:
    assert reason_of(one, one) == ""
    if one.day != other.day or one.key == other.key:
        assert reason_of(one, other) == ""


@given(engagements(), engagements())
def test_what_takes_the_whole_day_clashes_with_everything_of_that_day_that_the_same_post_leads(
    one: Engagement, other: Engagement
) -> None:
    whole = Engagement("g", WEEK_ITEM, "Việc", one.day, WHOLE_DAY, chair=one.chair)
    assert reason_of(whole, one)
    assert bool(clashes_among([whole, one, other])) is True


@given(engagements(), engagements())
def test_two_clash_by_the_clock_only_where_they_share_a_minute(
    one: Engagement, other: Engagement
) -> None:
    (start, end), (first, last) = minutes_of(one), minutes_of(other)
    shared = set(range(start, end)) & set(range(first, last))
    if reason_of(one, other) in (AT_ONCE, SAME_PLACE):
        assert shared


def test_touching_ends_two_chairs_and_one_room() -> None:
    one = _at("a", "8:00-9:00", place="Phòng họp số 1", chair="Giám đốc")
    assert reason_of(one, _at("b", "9:00-10:00", place="Phòng họp số 1")) == ""
    assert reason_of(one, _at("b", "8:59-10:00")) == AT_ONCE
    assert reason_of(one, _at("b", "8:30-9:30", chair="Phó Giám đốc", place="Nhà hát")) == ""
    assert reason_of(one, _at("b", "8:30-9:30", chair="Phó Giám đốc", place="PHÒNG HỌP SỐ 1")) == (
        SAME_PLACE
    )
    visit = Engagement("c", INSPECTION, "Kiểm tra", DAY, BY_CLOCK, time(14), time(17))
    assert reason_of(one, visit) == INSPECTED
    assert reason_of(one, _at("d", "8:00-9:00", same_as="a")) == ""


def test_a_day_off_is_told_with_the_name_of_the_holiday() -> None:
    calendar = shipped_calendar()
    holiday = Engagement("a", MEETING, "Họp", date(2026, 9, 2))
    assert [clash.name for clash in day_off(holiday, calendar)] != [""]
    assert day_off(Engagement("a", MEETING, "Họp", date(2026, 11, 29)), calendar)[0].name == ""
    assert day_off(Engagement("a", MEETING, "Họp", DAY), calendar) == []


def test_an_event_in_a_calendar_file_has_hours_a_place_and_is_cancelled_in_words() -> None:
    facts = {
        "uid": "u-1", "summary": "Họp; giao ban", "description": "Chủ trì: Giám đốc",
        "url": "https://example.vn/1/", "day": DAY, "place": "Phòng 1, nhà A", "changes": 2,
    }  # fmt: skip
    held = HeldEvent(starts=time(23), ends=None, **facts)  # type: ignore[arg-type]
    dropped = HeldEvent(starts=None, ends=None, is_cancelled=True, **facts)  # type: ignore[arg-type]
    data = calendar_file("Lịch", [held, dropped], written_at=NOW)
    assert all(len(raw) <= 75 for raw in data.split(b"\r\n"))
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20261130T230000" in lines
    assert "DTEND;TZID=Asia/Ho_Chi_Minh:20261201T000000" in lines
    assert "DTSTART;VALUE=DATE:20261130" in lines
    assert "LOCATION:Phòng 1\\, nhà A" in lines
    assert [line for line in lines if line.startswith("STATUS")] == [
        "STATUS:CONFIRMED",
        "STATUS:CANCELLED",
    ]
    assert lines.count("SEQUENCE:2") == 2
