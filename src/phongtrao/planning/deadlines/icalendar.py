"""A calendar file (RFC 5545) of due days and engagements: folded lines, escaped text, stable
identities.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from phongtrao.planning.deadlines.engagements import ASSUMED_LENGTH

_LONGEST_LINE = 75  # octets, RFC 5545 §3.1
_PRODUCT = "-//Phong trao//Nhiem vu//VI"
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Viet Nam has kept UTC+7 without summer time since 13/6/1975.
_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_LENGTH = timedelta(minutes=30)
_HELD_LENGTH = timedelta(minutes=ASSUMED_LENGTH)


@dataclass(frozen=True, slots=True)
class DueEvent:
    """A due day, or an hour of it; `changes` counts the versions of the task."""

    uid: str
    summary: str
    description: str
    url: str
    day: date
    hour: time | None
    changes: int
    is_tentative: bool = False


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """Something that takes place: on a whole day, or between two hours of it."""

    uid: str
    summary: str
    description: str
    url: str
    day: date
    starts: time | None
    ends: time | None
    place: str
    changes: int
    is_cancelled: bool = False
    is_tentative: bool = False


def calendar_file(
    name: str, events: Iterable[DueEvent | HeldEvent], *, written_at: datetime
) -> bytes:
    """The file as bytes: UTF-8, lines of at most 75 octets that end in CRLF.

    The time zone is always in it, so that a calendar without events is still a valid one.
    """
    stamp = written_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        *_ZONE,
    ]
    for event in events:
        lines += _held(event, stamp) if isinstance(event, HeldEvent) else _event(event, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line ends (RFC 5545 §3.3.11)."""
    plain = _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A content line, cut where it would exceed 75 octets, never inside a character."""
    pieces: list[bytes] = []
    piece, room = b"", _LONGEST_LINE
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece, room = b"", _LONGEST_LINE - 1  # the space that continues a line counts
        piece += octets
    pieces.append(piece)
    return b"\r\n ".join(pieces) + b"\r\n"


def _event(event: DueEvent, stamp: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp}",
        f"SEQUENCE:{event.changes}",
        *_when(event.day, event.hour),
        f"SUMMARY:{escaped(event.summary)}",
        f"DESCRIPTION:{escaped(event.description)}",
        f"URL:{event.url}",
        f"STATUS:{'TENTATIVE' if event.is_tentative else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _held(event: HeldEvent, stamp: str) -> list[str]:
    status = "TENTATIVE" if event.is_tentative else "CONFIRMED"
    place = [f"LOCATION:{escaped(event.place)}"] if event.place else []
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp}",
        f"SEQUENCE:{event.changes}",
        *_between(event),
        f"SUMMARY:{escaped(event.summary)}",
        f"DESCRIPTION:{escaped(event.description)}",
        *place,
        f"URL:{event.url}",
        f"STATUS:{'CANCELLED' if event.is_cancelled else status}",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]


def _between(event: HeldEvent) -> list[str]:
    """A whole day, or from an hour to another of the same day (to midnight at the latest)."""
    if event.starts is None:
        return _when(event.day, None)
    start = datetime.combine(event.day, event.starts)
    midnight = datetime.combine(event.day + timedelta(days=1), time())
    end = datetime.combine(event.day, event.ends) if event.ends else start + _HELD_LENGTH
    return [
        f"DT{name};TZID=Asia/Ho_Chi_Minh:{at:%Y%m%dT%H%M%S}"
        for name, at in (("START", start), ("END", min(end, midnight)))
    ]


def _when(day: date, hour: time | None) -> list[str]:
    """A whole day (its end is the day after), or the half hour that ends at the hour."""
    if hour is None:
        after = day + timedelta(days=1)
        return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    end = datetime.combine(day, hour)
    start = end - _LENGTH
    return [
        f"DT{name};TZID=Asia/Ho_Chi_Minh:{at:%Y%m%dT%H%M%S}"
        for name, at in (("START", start), ("END", end))
    ]
