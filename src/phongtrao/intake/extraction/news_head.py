"""The head of a news page: headline lines, then a line that only says when it was put up."""

import re

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.dates import days_in
from phongtrao.intake.extraction.records import Made, Value
from phongtrao.intake.extraction.segment import lines_of

_SCRAPED = re.compile(r"\s*date:?\s+((?:19|20)\d\d-\d\d(?:-\d\d)?)\b")
_ISO_DAY = re.compile(r"(?<![\d-])20\d\d-\d\d-\d\d(?![\d-])")
_LONGEST_DAY_LINE = 90
_SHORT_LINE = 60
_DATELINE = re.compile(r"\(|(?:sang|chieu|toi|ngay)\s+(?:ngay\s+)?\d")
_PAGE_WORD = re.compile(
    r"\b(?:cap nhat|luc|dang(?: tai)?|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|ngay|luot|xem|"
    r"gmt|am|pm|viet bao|gio|phut|doc|so|date|xuat ban|theo|bai|anh|tin|va|luot xem)\b"
)
_LONGEST_HEADLINE = 260


def scraped_day(paper: Paper) -> Value | None:
    """The day that a collector put before the text ("date 2024-10 …")."""
    for line in lines_of(paper)[:4]:
        said = _SCRAPED.match(paper.key, line.start, line.end)
        if said:
            return Value(said[1], Span(*said.span(1)), Made("D07", "check"))
    return None


def put_up(paper: Paper) -> tuple[Value, Span] | None:
    """The day a page was put up and the line that says so, below the headline."""
    for line in lines_of(paper)[1:5]:
        if line.end - line.start > _LONGEST_DAY_LINE:
            continue
        printed = [(day.iso(), day.span) for day in days_in(paper, line.start, line.end)]
        numeric = _ISO_DAY.search(paper.text, line.start, line.end)
        if numeric:
            printed.append((numeric[0], Span(*numeric.span())))
        for iso, span in printed:
            if iso and _after_a_mark(paper, line, span):
                return Value(iso, span, Made("D13", "check")), line
            around = (Span(line.start, span.start), Span(span.end, line.end))
            if iso and all(_only_a_source(paper, part) for part in around):
                return Value(iso, span, Made("D13", "check")), line
    return None


def _after_a_mark(paper: Paper, line: Span, day: Span) -> bool:
    """ "Báo Đắk Lắk điện tử - 05/03/2026": a short line that a mark and a day end."""
    short = line.end - line.start <= _SHORT_LINE and day.end == line.end
    return short and paper.quote(Span(line.start, day.start)).rstrip().endswith(
        ("-", "–", "|", "·", "(", "•", ":")
    )


def _only_a_source(paper: Paper, part: Span) -> bool:
    """Words of a page ("Cập nhật lúc …") and names in capitals ("BÌNH ĐỊNH ONLINE,")."""
    rest = _PAGE_WORD.sub(" ", paper.key[part.start : part.end])
    names = {
        paper.key[part.start + m.start() : part.start + m.end()]: m[0]
        for m in re.finditer(r"[^\W\d_]+", paper.quote(part))
    }
    return all(names.get(w, w)[:1].isupper() for w in re.findall(r"[^\W\d_]+", rest))


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
    alone = alone or bool(_SCRAPED.match(paper.key, lines[1].start, lines[1].end))
    if len(words) > 220 or words[-1] in ".:;…,!" or not words[0].isupper() or not alone:
        return None
    return Value(words, first, Made("D10", "check"))
