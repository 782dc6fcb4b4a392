"""The calendar file: lines, escapes, times and identities as RFC 5545 asks."""

from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from phongtrao.planning.deadlines.icalendar import DueEvent, calendar_file, escaped, folded

NOW = datetime(2026, 11, 26, 3, 4, 5, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300)


def _event(**changes):
    values = {
        "uid": "7b1c",
        "summary": "Hạn: Báo cáo",
        "description": "Sản phẩm: Báo cáo\nChủ trì: Công an xã Đăk Hà",
        "url": "https://example.vn/nhiem-vu/1/",
        "day": date(2026, 12, 31),
        "hour": None,
        "changes": 0,
    }
    return DueEvent(**(values | changes))


def _lines(data):
    """The file as a reader takes it: unfolded lines."""
    assert data.endswith(b"\r\n")
    assert all(len(raw) <= 75 for raw in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    return data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def _unescaped(text):
    out, position = [], 0
    while position < len(text):
        sign = text[position]
        if sign == "\\":
            position += 1
            sign = "\n" if text[position] in "nN" else text[position]
        out.append(sign)
        position += 1
    return "".join(out)


@given(TEXTS)
def test_any_line_folds_within_75_octets_and_comes_back_whole(text):
    assert _lines(folded(f"SUMMARY:{text}")) == [f"SUMMARY:{text}"]


@given(TEXTS, TEXTS)
def test_any_text_comes_back_from_its_escapes(first, second):
    text = f"{first};,\\{second}\nx"
    assert "\n" not in escaped(text)
    assert _unescaped(escaped(text)) == text


def test_a_due_day_is_a_whole_day_that_ends_the_day_after():
    lines = _lines(calendar_file("Lịch", [_event()], written_at=NOW))
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "DTSTAMP:20261126T030405Z" in lines
    assert "DESCRIPTION:Sản phẩm: Báo cáo\\nChủ trì: Công an xã Đăk Hà" in lines


def test_an_hour_is_written_in_the_time_of_viet_nam_which_the_file_explains():
    lines = _lines(calendar_file("Lịch", [_event(hour=time(16, 30))], written_at=NOW))
    assert "DTEND;TZID=Asia/Ho_Chi_Minh:20261231T163000" in lines
    assert lines.index("TZID:Asia/Ho_Chi_Minh") < lines.index("BEGIN:VEVENT")
    assert "TZOFFSETTO:+0700" in lines


def test_every_component_is_closed_and_an_empty_calendar_still_has_one():
    for events in ([], [_event(), _event(uid="2")]):
        lines = _lines(calendar_file("Lịch", events, written_at=NOW))
        opened = [line[6:] for line in lines if line.startswith("BEGIN:")]
        closed = [line[4:] for line in lines if line.startswith("END:")]
        assert sorted(opened) == sorted(closed)
        assert opened[0] == closed[-1] == "VCALENDAR"
        assert len(opened) > 1
        assert opened.count("VEVENT") == len(events)


def test_control_signs_cannot_break_out_of_their_line():
    lines = _lines(calendar_file("Lịch", [_event(summary="a\r\nATTENDEE:x\x07b")], written_at=NOW))
    assert "SUMMARY:a\\nATTENDEE:xb" in lines
