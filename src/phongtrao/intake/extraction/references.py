"""Numbered papers that a text names: whole numbers, short forms, runs that share one date."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.dates import DAY, day_of, days_in
from phongtrao.intake.extraction.numbers import PaperNumber, numbers_in, type_of_symbol
from phongtrao.intake.extraction.records import BodyMention, Made, Reference
from phongtrao.intake.extraction.types import TYPE_PATTERN, type_of_words

_TYPE_BEFORE = re.compile(rf"\b(?P<t>{TYPE_PATTERN})(?:\s+(?:so|lien tich))?\s*:?\s*$")
_SO_BEFORE = re.compile(r"\bso\s*:?\s*$")
_DAY_AFTER = re.compile(
    rf"(?:\s*,?\s*(?:khoa\s+\w{{1,6}}|ky hop thu \w+)){{0,2}}\s*[,;(]?\s*(?:(?:ky|ban "
    rf"hanh)\s+)?(?:ngay\s+)?{DAY}\s*\)?"
)
_MONTH_AFTER = re.compile(r"\s*,?\s*thang\s+(\d{1,2})(?:/|\s+nam\s+)(\d{4})")
_SHORT = re.compile(
    rf"\b(?P<t>{TYPE_PATTERN})(?P<so>\s+so)?\s+(?P<n>\d{{1,4}}[a-z]?)(?![\w/%]|[-–.,]\d|"
    rf"\s*[-–/]\s*[a-z]{{2}})"
)
_NOT_SHORT = re.compile(
    r"\s*(?:nam|thang|ngay|quy|tuan|phut|gio|noi dung|nhiem vu|vu|ty|trieu|%|nguoi|diem|muc|xa|"
    r"lan|buoc|muc|giai doan|chi tieu|mo hinh)\b"
)
_NAME_AFTER = re.compile(r"\s*,?\s*(?:ve(?: viec)?\s+)?(?=[“\"])")
_ABOUT = re.compile(r"\s*,?\s*ve(?: viec)?\s+(?P<name>[^;.\n“”,]{4,160})")
_OF = re.compile(r"\s*,?\s*(?:cua|do)\s+")
_BETWEEN = re.compile(r"\s*,?\s*giua\s+")
_ISSUED_BEFORE = re.compile(r"\b(?:ban hanh|ky ket|ky|xay dung)\s+(?:[a-z]+\s){0,3}$")
_SHORT_TYPES = frozenset(
    [
        "ctr_phoi_hop",
        "ctr_hanh_dong",
        "chuong_trinh",
        "ket_luan",
        "chi_thi",
        "nghi_quyet",
        "ke_hoach",
        "quyet_dinh",
        "thong_tu",
        "nghi_dinh",
        "huong_dan",
        "quy_dinh",
        "thong_bao",
        "cong_van",
        "quy_che",
        "cong_dien",
    ]
)


# No paper names more; a hostile one does not get more work out of us.
_MOST = 5_000


@dataclass(frozen=True)
class _Found:
    number: PaperNumber | None
    short: str | None
    doc_type: str | None
    span: Span
    made: Made


def references_of(
    paper: Paper, own: str | None, own_span: Span | None, bodies: list[BodyMention], head_end: int
) -> list[Reference]:
    """Every numbered paper named in the text except the paper itself."""
    found = [
        *_whole(paper, own, own_span),
    ]
    found += [s for s in _short(paper, own) if not any(s.span.overlaps(w.span) for w in found)]
    found.sort(key=lambda f: f.span.start)
    completed = [_completed(paper, f, bodies) for f in found if f.span.start >= 0]
    shared = _with_shared_dates(paper, completed)
    return _with_full_numbers(shared, own)


def _same(a: str, b: str) -> bool:
    def plain(text: str) -> str:
        return re.sub(r"^0+(?=\d)", "", text.lower())

    return plain(a) == plain(b)


def _whole(paper: Paper, own: str | None, own_span: Span | None) -> list[_Found]:
    found = []
    for number in numbers_in(paper)[:_MOST]:
        if (own and _same(number.value, own)) or (own_span and number.span.overlaps(own_span)):
            continue
        before = paper.key[max(0, number.span.start - 60) : number.span.start]
        named = _TYPE_BEFORE.search(before)
        so = _SO_BEFORE.search(before)
        if not named and not so and not _stands_alone(number):
            continue
        start = number.span.start
        if named:
            start -= len(before) - named.start()
        elif so:
            start -= len(before) - so.start()
        doc_type = type_of_words(named["t"]) if named else None
        if doc_type in (None, "chuong_trinh") or (named and named["t"] == "van ban"):
            doc_type = type_of_symbol(number.symbol) or doc_type
        rule = "R02" if number.damaged else "R01"
        made = Made(rule, "check" if number.damaged else "certain")
        found.append(_Found(number, None, doc_type, Span(start, number.span.end), made))
    return found


def _stands_alone(number: PaperNumber) -> bool:
    """Without "số" or a kind before it, only a symbol with a dash or a slash is a number."""
    return bool(re.search(r"[-/]", number.symbol))


def _short(paper: Paper, own: str | None) -> list[_Found]:
    found = []
    for match in _SHORT.finditer(paper.key):
        doc_type = type_of_words(match["t"])
        if doc_type not in _SHORT_TYPES or _NOT_SHORT.match(paper.key, match.end()):
            continue
        if not match["so"] and (len(match["n"]) < 2 or not paper.text[match.start()].isupper()):
            continue
        if own and doc_type and _same(match["n"], own.split("/")[0].split("-")[0]):
            continue
        made = Made("R03", "check")
        found.append(_Found(None, match["n"], doc_type, Span(*match.span()), made))
    return found


def _completed(paper: Paper, found: _Found, bodies: list[BodyMention]) -> Reference:
    end, iso = _day_after(paper, found.span.end)
    issuers, end = _issuers_after(paper, end, bodies)
    if not iso:
        end, iso = _day_after(paper, end, strict=True)
    if not iso and not issuers:
        iso, issuers = _issue_before(paper, found.span.start, bodies)
    name, end = _name_after(paper, end)
    value = found.number.value if found.number else found.short or ""
    span = Span(found.span.start, end)
    return Reference(span, found.doc_type, value, iso, tuple(issuers), name, found.made)


def _day_after(paper: Paper, at: int, *, strict: bool = False) -> tuple[int, str | None]:
    match = _DAY_AFTER.match(paper.key, at, min(at + 70, len(paper.key)))
    if match and (not strict or "ngay" in match[0]):
        day = day_of(match)
        iso = day.iso() if day else None
        if iso:
            return match.end(), iso
    month = _MONTH_AFTER.match(paper.key, at, at + 40)
    if month and 1 <= int(month[1]) <= 12:
        return month.end(), f"{month[2]}-{int(month[1]):02d}"
    return at, None


def _issuers_after(paper: Paper, at: int, bodies: list[BodyMention]) -> tuple[list[str], int]:
    between, of = _BETWEEN.match(paper.key, at), _OF.match(paper.key, at)
    lead_in = between or of
    begin = lead_in.end() if lead_in else at
    first = bisect_left(bodies, begin, key=lambda b: b.span.start)
    following = [b for b in bodies[first : first + 12] if b.span.start < begin + 400]
    ids: list[str] = []
    end = at
    for body in following:
        gap = paper.key[end if ids else begin : body.span.start]
        if not _joins(gap, first=not ids, led=bool(lead_in)):
            break
        if not ids and not lead_in and gap.strip():
            break
        end = body.span.end
        if not body.org_id.startswith("grp:"):
            ids.append(body.org_id)
        if not between and not re.match(r"\s*va\s", paper.key[end : end + 5]):
            break
    if ids and not lead_in and not paper.key[at : at + 1].isspace():
        return [], at
    return ids, end if ids else at


def _joins(gap: str, *, first: bool, led: bool) -> bool:
    if first:
        return bool(
            re.fullmatch(r"\s*(?:(?:ban thuong vu|ban thuong truc|chu tich|lanh dao)\s+)?", gap)
        ) and (led or "\n" not in gap)
    return bool(re.fullmatch(r"\s*(?:,|va|voi|voi cac|cung|-|\s)*\s*(?:cac\s)?", gap))


def _issue_before(paper: Paper, at: int, bodies: list[BodyMention]) -> tuple[str | None, list[str]]:
    """ "Ngày 10/01/2024, Công an tỉnh … ban hành Chương trình số …": the date and issuer before."""
    begin = max(0, at - 220)
    before = paper.key[begin:at]
    if not _ISSUED_BEFORE.search(before) or re.search(r"\bda\s+(?:ky|ban hanh)\s*$", before):
        return None, []
    days = [d for d in days_in(paper, begin, at) if d.iso()]
    after = days[-1].span.end if days else begin + max(before.rfind("\n"), before.rfind("; "), 0)
    first = bisect_left(bodies, after, key=lambda b: b.span.start)
    last = bisect_left(bodies, at, key=lambda b: b.span.start)
    ids = [b.org_id for b in bodies[first:last] if not b.org_id.startswith("grp:")]
    if re.search(r"\bso\s+\S+\s*$", paper.key[max(0, after - 60) : after]):
        return None, []
    return (days[-1].iso() if days else None), ids


def _name_after(paper: Paper, at: int) -> tuple[Span | None, int]:
    quoted = _NAME_AFTER.match(paper.key, at)
    if quoted:
        close = re.compile(r"[”\"]").search(paper.text, quoted.end() + 1, quoted.end() + 400)
        if close:
            return Span(quoted.end() + 1, close.start()), close.end()
    about = _ABOUT.match(paper.key, at)
    if about:
        return paper.trimmed(Span(*about.span("name"))), about.end()
    return None, at


def _with_shared_dates(paper: Paper, references: list[Reference]) -> list[Reference]:
    """A run "số 217-QĐ/TW và số 218-QĐ/TW ngày …" shares the date of its last member."""
    done = list(references)
    for n in range(len(done) - 2, -1, -1):
        here, following = done[n], done[n + 1]
        gap = paper.key[here.span.end : following.span.start]
        if not _one_run(here, following):
            continue
        if (
            here.date is None
            and following.date
            and re.fullmatch(r"\s*(?:,|;|va|so|\s){1,4}\s*", gap)
        ):
            kind = following.doc_type if here.doc_type is None else here.doc_type
            issuers = here.issuers or following.issuers
            done[n] = replace(here, date=following.date, doc_type=kind, issuers=issuers)
    return done


def _one_run(here: Reference, following: Reference) -> bool:
    """Whether two neighbours are of one run: both whole, of one kind or the second untyped."""
    both = all(re.search(r"[/-]", r.number) for r in (here, following))
    return both and (here.doc_type == following.doc_type or here.doc_type is None)


def _with_full_numbers(references: list[Reference], own: str | None) -> list[Reference]:
    """A short form carries the whole number when that stands in the same paper."""
    whole = [r for r in references if re.search(r"[/-]", r.number)]
    done = []
    for r in references:
        if re.search(r"[/-]", r.number):
            done.append(r)
            continue
        full = next((w for w in whole if _short_of(r, w)), None)
        done.append(replace(r, number=full.number, made=Made("R04")) if full else r)
    return done


def _short_of(short: Reference, whole: Reference) -> bool:
    first = re.match(r"0*(\d+[a-z]?)", whole.number)
    mine = re.match(r"0*(\d+[a-z]?)", short.number)
    if not first or not mine or first[1] != mine[1]:
        return False
    families = {"ctr_phoi_hop": "c", "chuong_trinh": "c", "ctr_hanh_dong": "c"}
    a, b = short.doc_type or "", whole.doc_type or ""
    return a == b or (a in families and b in families) or not b
