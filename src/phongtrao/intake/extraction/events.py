"""Meetings, inspections, festivals: the anchor noun with its day and place."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.dates import DAY, Clock, day_of
from phongtrao.intake.extraction.event_days import Sentences, clause_at, day_in, place_in
from phongtrao.intake.extraction.records import Event, Made

_KINDS: tuple[tuple[str, str], ...] = (
    ("le_ky_ket", r"le ky ket|ky ket chuong trinh phoi hop"),
    ("ngay_hoi", (r"ngay hoi(?: toan dan bao ve (?:antq|an ninh to quoc)| dai doan ket(?: toan "
                 r"dan toc)?)?(?! (?:cong nhan|van hoa|thanh nien|doan vien|the thao|phu nu|gia "
                 r"dinh|hien mau|tu van|viec lam|tuoi tre|hoc sinh|thieu nhi|an toan|khoi nghiep|"
                 r"chuyen doi|doc sach))")),
    ("lam_viec", r"buoi lam viec"),
    ("hoi_nghi", r"hoi nghi(?: truc tuyen| toan quoc)?"),
    ("kiem_tra", (r"doan kiem tra|buoi kiem tra|dot kiem tra|(?<=da\s)kiem tra(?= (?:viec|"
                 r"thuc te|tinh hinh|cong tac))|(?:doan|to cong tac)(?: so \d)?(?: se|"
                 r" da)?(?: tiep tuc"
                 r"| tien hanh| truc tiep)? kiem tra|kiem tra")),
    ("dien_tap", r"(?:cuoc |buoi )?dien tap"),
    ("tap_huan", r"lop tap huan|hoi nghi tap huan|tap huan"),
    ("hop", r"(?:cuoc|phien|buoi) hop|(?<!tong\s)hop bao(?! cao)"),
    ("tuyen_truyen", r"(?:buoi|dot|lop) tuyen truyen|dot cao diem tuyen truyen"),
    ("khac", (r"le (?:phat dong|ra mat|ra quan|tong ket|cong bo|ky niem|trao|don nhan|bieu duong|"
             r"tuyen duong|khai mac|be mac|mit tinh|phat thuong|tiep nhan|gap mat)|dot cao diem|"
             r"(?:cao diem)(?! nang| kho| mua| han)|dot thi dua|hoi thi|hoi thao|hoi dien|hoi trai|"
             r"cuoc thi|(?:buoi )?toa dam|dien dan|mit tinh|dot [1-9]\b|dai hoi|"
             r"(?:buoi|chuong trinh|hoi nghi|dem)?\s?(?:giao luu|gap mat|doi thoai|nghe thuat)|"
             r"ngay (?:chay|di bo|hoi (?:cong nhan|van hoa|thanh nien|doan vien|the thao|"
             r"phu nu|gia "
             r"dinh|hien mau|tu van|viec lam|tuoi tre|hoc sinh|thieu nhi|an toan))|"
             r"phien toa (?:luu "
             r"dong|gia dinh)|sinh hoat chuyen de|ra quan")),
)  # fmt: skip
_ANCHORS = tuple((kind, wrapped(rf"\b(?:{said})\b")) for kind, said in _KINDS)
_FIRST_WORD = re.compile(
    r"\b(?:le|ky|ngay|buoi|hoi|doan|to|dot|kiem|cuoc|dien|lop|tap|phien|hop|cao|toa|mit|dai|chuong|"
    r"dem|giao|gap|doi|nghe|sinh|ra)\b"
)
_TAIL = re.compile(
    r"(?:[ \t](?!ngay\b|vao\b|tai\b|do\b|cua\b|nham\b|de\b|duoc\b|da\b|voi\b|va\b|ve\b|co\b|"
    r"se\b)[^\s,.;:()]{1,14}){0,9}"
)
_YEARLY = wrapped(r"[”\"]?(?:\s*\((\d{1,2})\s?/\s?(\d{1,2})\)|\s(\d{1,2})/(\d{1,2})(?![/\d]))")
_IS_YEARLY = wrapped(r"\bngay (\d{1,2})\s?/\s?(\d{1,2}) (?:hang|moi) nam(?: la| duoc)[^.;]{0,20}$")
_YEAR = wrapped(r"\s+(?:nam\s+)?(20\d\d)\b")
_IN_BRACKETS = wrapped(rf"\s*\(ngay\s+{DAY}\)")
_NAMED = wrapped(
    r"(?:so ket|tong ket|bieu duong|tuyen truyen|trao doi|trien khai|truc tuyen|tap huan|giao ban|"
    r"quan triet|phat dong|ky ket)\b"
)


# No paper tells of more events of one kind; a hostile one does not get more work out of us.
_MOST_ANCHORS = 300
_REACH = 600


def events_of(
    paper: Paper,
    clock: Clock,
    numbers: list[Span],
    bodies: list[Span],
    said: Sentences,
    rows: list[tuple[Span, str]],
) -> tuple[Event, ...]:
    """The events of a paper; repeats of one event are given once, at its most telling mention.

    ``rows``: the contents of rows of tables with the day in another cell of theirs.
    """
    found: list[Event] = []
    told = 0
    for kind, span in _anchors(paper):
        if span.start < told or _only_spoken_of(paper, kind, span):
            continue
        event = _event(paper, kind, span, clock, numbers, said)
        if event is None or event.date is None:
            event = _in_row(paper, kind, span, rows) or event
        if event:
            found.append(event)
            told = event.span.end
    found += _visits(paper, clock, bodies)
    return tuple(sorted(_once(paper, found), key=lambda e: e.span.start))


_HELD = wrapped(r"[\W\d]*(?:(?:to chuc|phat dong|mo|khai mac|tham gia|du|dang cai)\b[\W]*)*")


def _anchors(paper: Paper) -> Iterator[tuple[str, Span]]:
    """The nouns of events in the order of the text; of two at one place the first kind listed."""
    met: Counter[str] = Counter()
    for word in _FIRST_WORD.finditer(paper.key):
        at = word.start()
        for kind, said in _ANCHORS:
            match = said.match(paper.key, at) if met[kind] < _MOST_ANCHORS else None
            if match:
                met[kind] += 1
                yield kind, Span(*match.span())
                break


def _in_row(paper: Paper, kind: str, anchor: Span, rows: list[tuple[Span, str]]) -> Event | None:
    """ "| Hội thi … | Sở … | 26/3/2026 |": the day stands in the row's own cell."""
    n = bisect_right([span.start for span, _ in rows], anchor.start) - 1
    if n < 0 or kind == "kiem_tra" or not rows[n][0].holds(anchor):
        return None
    if not _HELD.fullmatch(paper.key, rows[n][0].start, anchor.start):
        return None
    return Event(anchor, kind, rows[n][1], None, Made("E01", "check"))


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


_OPENS_WITH_DAY = wrapped(
    r"[\s“\"(]*(?:tu ngay|trong (?:hai|ba|\d+|cac) ngay|"
    r"sang|chieu|toi|vua qua|cuoi tuan|ngay)\b[^.;]{0,12}\d"
)
_COUNTED = re.compile(r"\d\s*$")
_TO_COME = wrapped(r"\b(?:tham muu|xay dung|de nghi|tien toi|chuan bi|viec)\s*,?\s*$")
_SPOKEN_OF = wrapped(
    r"\b(?:huong dan(?: moi)? ve|danh gia viec|danh gia ket qua|kinh nghiem|ket qua) to chuc\s*$"
)


def _only_spoken_of(paper: Paper, kind: str, anchor: Span) -> bool:
    """ "3.412 hội nghị", "tham mưu ký kết chương trình", "hướng dẫn về tổ chức Ngày hội"."""
    before = paper.key[max(0, anchor.start - 40) : anchor.start]
    if _COUNTED.search(before) or _SPOKEN_OF.search(before):
        return True
    return kind == "le_ky_ket" and bool(_TO_COME.search(before))


def _event(
    paper: Paper, kind: str, anchor: Span, clock: Clock, numbers: list[Span], said: Sentences
) -> Event | None:
    yearly = _every_year(paper, kind, anchor)
    if yearly:
        return yearly
    sentence, before = said.around(anchor.start)
    clause = clause_at(paper, sentence, anchor)
    day = day_in(paper, clause, anchor, clock, numbers)
    if day is None and clause.start > sentence.start:
        opening = Span(max(sentence.start, anchor.start - _REACH), anchor.end)
        day = day_in(paper, opening, anchor, clock, numbers)
    if day is None and kind in {"lam_viec", "hop"} and before is not None:
        opening = Span(before.start, min(before.end, before.start + _REACH))
        day = day_in(paper, opening, Span(before.end, before.end), clock, numbers)
    year = _YEAR.match(paper.key, anchor.end)
    if day is None and year and kind == "ngay_hoi":
        return Event(Span(anchor.start, year.end(1)), kind, year[1], None, Made("E03", "check"))
    tail = _TAIL.match(paper.key, anchor.end)
    end = tail.end() if tail and kind == "hoi_nghi" else anchor.end
    name = paper.key[anchor.end : end].strip()
    if kind == "kiem_tra" and not _dated_inspection(paper, sentence, anchor, day):
        return None
    if day is None and kind != "lam_viec" and not (kind == "hoi_nghi" and _NAMED.match(name)):
        return None
    where = place_in(paper, clause)
    made = Made("E01", "certain" if day else "guess")
    return Event(Span(anchor.start, end), kind, day, where, made)


def _every_year(paper: Paper, kind: str, anchor: Span) -> Event | None:
    """ "Ngày hội (19/8)", "ngày 19/8 hằng năm là Ngày hội"."""
    said = _YEARLY.match(paper.key, anchor.end) if kind in {"ngay_hoi", "khac"} else None
    begin, end = anchor.start, said.end() if said else anchor.end
    if said is None and kind == "ngay_hoi":
        said = _IS_YEARLY.search(paper.key, max(0, anchor.start - 60), anchor.start)
    if said is None:
        return None
    day, month = [int(g) for g in said.groups() if g]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Event(Span(begin, end), kind, f"--{month:02d}-{day:02d}", None, Made("E02"))


def _dated_inspection(paper: Paper, sentence: Span, anchor: Span, day: str | None) -> bool:
    """An inspection tells its day; the bare verb needs it at the front of its sentence."""
    bare = paper.key.startswith("kiem", anchor.start)
    if day is None:
        return False
    if bare and not _OPENS_WITH_DAY.match(paper.key, sentence.start):
        return False
    return len(day) >= len("2026-03-10") or (not bare and "Q" not in day and "-" in day)


def _told_better(event: Event, events: list[Event]) -> bool:
    """Whether another mention gives the day where this one gives only the year."""
    return event.date is not None and any(
        e.kind == event.kind and e.date and e.date != event.date and e.date.startswith(event.date)
        for e in events
    )


def _once(paper: Paper, events: list[Event]) -> list[Event]:
    kept: dict[tuple[str, str], Event] = {}
    met = {e.date for e in events if e.kind == "lam_viec"}
    # A delegation and its working session on one day are one event.
    events = [
        e for e in events if e.kind != "kiem_tra" or e.made.rule == "E04" or e.date not in met
    ]
    visited = {e.date for e in events if e.made.rule == "E04"}
    events = [
        e for e in events if e.kind != "kiem_tra" or e.made.rule == "E04" or e.date not in visited
    ]
    dated = {e.kind for e in events if e.date}
    if any(e.made.rule == "E04" for e in events):
        dated -= {"kiem_tra"}  # visits to several bodies are not the session the paper tells of
    events = [e for e in events if not _told_better(e, events)]
    for event in sorted(events, key=lambda e: (e.date is None, e.span.start)):
        if event.date is None and event.kind == "lam_viec" and dated & {"lam_viec", "kiem_tra"}:
            continue
        name = event.date or (
            "" if event.kind == "lam_viec" else paper.key[event.span.start : event.span.end]
        )
        kept.setdefault((event.kind, name), event)
    return list(kept.values())
