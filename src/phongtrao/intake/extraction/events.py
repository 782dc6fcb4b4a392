"""Meetings, inspections, festivals: the anchor noun with its day and place."""

import re

from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.dates import DAY, Clock, PrintedDay, day_of, days_in
from phongtrao.intake.extraction.letters import LOWER, UPPER
from phongtrao.intake.extraction.records import Event, Made

_KINDS: tuple[tuple[str, str], ...] = (
    ("le_ky_ket", r"le ky ket|ky ket chuong trinh phoi hop"),
    ("ngay_hoi", (r"ngay hoi(?: toan dan bao ve (?:antq|an ninh to quoc)| dai doan ket(?: toan "
                 r"dan toc)?)?")),
    ("lam_viec", r"buoi lam viec"),
    ("hoi_nghi", r"hoi nghi(?: truc tuyen)?"),
    ("kiem_tra", r"doan kiem tra|buoi kiem tra|dot kiem tra"),
    ("dien_tap", r"(?:cuoc |buoi )?dien tap"),
    ("tap_huan", r"lop tap huan|hoi nghi tap huan|tap huan"),
    ("hop", r"(?:cuoc|phien|buoi) hop|hop bao"),
    ("tuyen_truyen", r"(?:buoi|dot|hoi thi|lop) tuyen truyen|dot cao diem tuyen truyen"),
    ("khac", r"le phat dong|le ra mat|hoi thi|hoi thao|toa dam|le ra quan|le tong ket|dot [1-9]\b"),
)  # fmt: skip
_ANCHORS = tuple((kind, wrapped(rf"\b(?:{said})\b")) for kind, said in _KINDS)
_TAIL = re.compile(
    r"(?:[ \t](?!ngay\b|vao\b|tai\b|do\b|cua\b|nham\b|de\b|duoc\b|da\b|voi\b|va\b|ve\b|co\b|"
    r"se\b)[^\s,.;:()]{1,14}){0,9}"
)
_DATED = wrapped(r"\b(?:sang|chieu|toi|trua|ngay|hom)\b[^.;\n]{0,12}$")
_YEARLY = wrapped(r"[”\"]?\s*\((\d{1,2})\s?/\s?(\d{1,2})\)")
_YEAR = wrapped(r"\s+(?:nam\s+)?(20\d\d)\b")
_IN_BRACKETS = wrapped(rf"\s*\(ngay\s+{DAY}\)")
_STOP = re.compile(r"(?<!TP)(?<!Tp)(?<!TX)\.\s")
_NAMED = wrapped(
    r"(?:so ket|tong ket|bieu duong|tuyen truyen|trao doi|trien khai|truc tuyen|tap huan|giao ban|"
    r"quan triet|phat dong|ky ket)\b"
)
_PLACE = re.compile(rf"\s*(?:tại|ở)\s+((?:[{UPPER}][{UPPER}{LOWER}]*\.?\s?){{1,7}})")


def events_of(
    paper: Paper, clock: Clock, numbers: list[Span], bodies: list[Span]
) -> tuple[Event, ...]:
    """The events of a paper; repeats of one event are given once, at its most telling mention."""
    found: list[Event] = []
    for kind, anchor in _ANCHORS:
        for match in anchor.finditer(paper.key):
            span = Span(*match.span())
            if any(span.overlaps(e.span) for e in found):
                continue
            event = _event(paper, kind, span, clock, numbers)
            if event:
                found.append(event)
    found += _visits(paper, clock, bodies)
    return tuple(sorted(_once(paper, found), key=lambda e: e.span.start))


def _visits(paper: Paper, clock: Clock, bodies: list[Span]) -> list[Event]:
    """ "kiểm tra … tại Tỉnh ủy Hưng Yên (ngày 03/03/2023)": one inspection a body."""
    visits = []
    for body in bodies:
        said = _IN_BRACKETS.match(paper.key, body.end)
        day = day_of(said) if said else None
        around = paper.key[max(0, body.start - 600) : body.start].rsplit("\n", 1)[-1]
        if said and day and "kiem tra" in around:
            iso = day.iso(clock.year)
            span = Span(body.start, said.end())
            visits.append(Event(span, "kiem_tra", iso, paper.quote(body), Made("E04")))
    return visits


def _event(
    paper: Paper, kind: str, anchor: Span, clock: Clock, numbers: list[Span]
) -> Event | None:
    yearly = _YEARLY.match(paper.key, anchor.end)
    if yearly:
        date = f"--{int(yearly[2]):02d}-{int(yearly[1]):02d}"
        return Event(Span(anchor.start, yearly.end()), kind, date, None, Made("E02"))
    day = _day_beside(paper, anchor, clock, numbers)
    year = _YEAR.match(paper.key, anchor.end)
    if day is None and year and kind == "ngay_hoi":
        return Event(Span(anchor.start, year.end(1)), kind, year[1], None, Made("E03", "check"))
    tail = _TAIL.match(paper.key, anchor.end)
    end = tail.end() if tail and kind == "hoi_nghi" else anchor.end
    name = paper.key[anchor.end : end].strip()
    if day is None and kind != "lam_viec" and not (kind == "hoi_nghi" and _NAMED.match(name)):
        return None
    place = _PLACE.match(paper.text, end)
    where = place[1].strip() if place else None
    made = Made("E01", "certain" if day else "guess")
    return Event(Span(anchor.start, end), kind, day, where, made)


def _day_beside(paper: Paper, anchor: Span, clock: Clock, numbers: list[Span]) -> str | None:
    """The day in the same sentence: before ("Sáng 16/10, …"), after, or in brackets."""
    begin = max(paper.text.rfind("\n", 0, anchor.start) + 1, anchor.start - 320)
    stops = [m.end() for m in _STOP.finditer(paper.text, begin, anchor.start)]
    start = stops[-1] if stops else begin
    stop = paper.text.find("\n", anchor.end)
    end = min(len(paper.text) if stop == -1 else stop, anchor.end + 170)
    full_stop = paper.text.find(". ", anchor.end, end)
    end = full_stop if full_stop != -1 else end
    before = [d for d in days_in(paper, start, anchor.start) if _told(paper, d, numbers)]
    after = [d for d in days_in(paper, anchor.end, end) if _told(paper, d, numbers)]
    near = [d for d in before if d.span.start - start < 40] or after[:1]
    for day in near:
        iso = day.iso(clock.issued.year if clock.issued else clock.year)
        if iso:
            return iso
    return None


def _told(paper: Paper, day: PrintedDay, numbers: list[Span]) -> bool:
    """Whether a day tells when something happens: not a deadline, not the date of a paper."""
    before = paper.key[max(0, day.span.start - 26) : day.span.start]
    if not _DATED.search(before) or re.search(
        r"\b(?:truoc|cham nhat|het|tu)\s+(?:ngay\s*)?$", before
    ):
        return False
    return not any(
        day.span.start - 45 < n.end <= day.span.start or n.overlaps(day.span) for n in numbers
    )


def _once(paper: Paper, events: list[Event]) -> list[Event]:
    kept: dict[tuple[str, str], Event] = {}
    met = {e.date for e in events if e.kind == "lam_viec"}
    # A delegation and its working session on one day are one event.
    events = [
        e for e in events if e.kind != "kiem_tra" or e.made.rule == "E04" or e.date not in met
    ]
    dated = {e.kind for e in events if e.date}
    for event in sorted(events, key=lambda e: (e.date is None, e.span.start)):
        if event.date is None and event.kind == "lam_viec" and event.kind in dated:
            continue
        name = event.date or (
            "" if event.kind == "lam_viec" else paper.key[event.span.start : event.span.end]
        )
        kept.setdefault((event.kind, name), event)
    return list(kept.values())
