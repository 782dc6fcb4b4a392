"""The head of a news page: headline lines, then a line that only says when it was put up."""

import re

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.dates import days_in
from phongtrao.intake.extraction.records import Made, Value
from phongtrao.intake.extraction.segment import lines_of

_SCRAPED = re.compile(r"\s*date\s+((?:19|20)\d\d-\d\d(?:-\d\d)?)\b")
_DATELINE = re.compile(r"\(|(?:sang|chieu|toi|ngay)\s+(?:ngay\s+)?\d")
_PAGE_WORDS = re.compile(
    r"(?:[\s\d.,:;|/()+\-–]|cap nhat|luc|dang|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|ngay|luot|xem|"
    r"gmt|am|pm|viet bao|gio|phut|doc|so)*"
)
_LONGEST_HEADLINE = 260


def scraped_day(paper: Paper) -> Value | None:
    """The day that a collector put before the text ("date 2024-10 …")."""
    said = _SCRAPED.match(paper.text[:60])
    return Value(said[1], Span(*said.span(1)), Made("D07", "check")) if said else None


def put_up(paper: Paper) -> tuple[Value, Span] | None:
    """The day a page was put up and the line that says so, below the headline."""
    for line in lines_of(paper)[1:5]:
        for day in days_in(paper, line.start, line.end):
            iso = day.iso()
            before = paper.key[line.start : day.span.start]
            after = paper.key[day.span.end : line.end]
            if iso and _PAGE_WORDS.fullmatch(before) and _PAGE_WORDS.fullmatch(after):
                return Value(iso, day.span, Made("D13", "check")), line
    return None


def headline(paper: Paper) -> Value | None:
    """The headline: the lines over the day, else a first line that stands alone."""
    lines = lines_of(paper)
    scraped = bool(lines) and bool(_SCRAPED.fullmatch(paper.key, lines[0].start, lines[0].end))
    lines = lines[1:] if scraped else lines
    shown = put_up(paper)
    if shown and lines and shown[1].start > lines[0].start:
        span = paper.trimmed(Span(lines[0].start, shown[1].start))
        if span.end - span.start <= _LONGEST_HEADLINE:
            return Value(paper.quote(span), span, Made("D10", "check"))
    if len(lines) < 2 + (not scraped):
        return None
    first = lines[0]
    words = paper.quote(first)
    alone = paper.text.count("\n", first.end, lines[1].start) > 1
    alone = alone or bool(_DATELINE.match(paper.key, lines[1].start))
    if len(words) > 220 or words[-1] in ".:;…,!" or not words[0].isupper() or not alone:
        return None
    return Value(words, first, Made("D10", "check"))
