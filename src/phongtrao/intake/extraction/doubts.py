"""What a reader must look at: a paper that is empty, cut, double or at odds with itself.

Pure. The extraction stays as it is: what is certain is proposed, a doubt marks what is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phongtrao.core.errors import N_
from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.numbers import numbers_in
from phongtrao.intake.extraction.records import Extraction
from phongtrao.intake.extraction.segment import MOST_BLOCKS, MOST_LETTERS

SENTENCES = {
    "empty": N_("Không đọc được chữ nào có nội dung."),
    "no-head": N_("Không thấy đầu văn bản: số, ngày và nơi ban hành cần nhập tay."),
    "no-signature": N_("Không thấy chữ ký: văn bản có thể bị cắt."),
    "two-papers": N_("Tệp có thể gồm hai văn bản: từ chỗ này có đầu văn bản khác."),
    "long": N_("Văn bản quá dài: phần cuối chưa được đọc."),
    "count": N_("Số lượng nêu ra không khớp với số nơi được kể tên."),
    "before-issue": N_("Thời hạn trước ngày ban hành: cần kiểm tra lại."),
    "reversed": N_("Khoảng thời gian có ngày cuối trước ngày đầu."),
}
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam")
_OWN = re.compile(r"(?m)^\s*so\s*:\s*(?=\d)")
_COUNT = wrapped(
    r"\b(?P<n>\d{1,3}) (?:dia phuong|don vi|tinh|co quan|xa|so|phuong)\b[^.:;\n]{0,30}(?::|gom)"
)
_LISTED = wrapped(r"\(\d{1,2}\)|,\s|;\s|\bva\b")


@dataclass(frozen=True)
class Doubt:
    """A mark: its code, its sentence for the officer, and the place; None = the whole paper."""

    code: str
    span: Span | None

    @property
    def sentence(self) -> str:
        """The Vietnamese sentence (a message to translate)."""
        return SENTENCES[self.code]


def doubts_of(extraction: Extraction) -> tuple[Doubt, ...]:
    """Every doubt about a paper, in the order of the paper; () for a whole and sound one."""
    if not any(c.isalpha() for c in extraction.text):
        return (Doubt("empty", None),)
    paper = Paper(extraction.text)
    found = [
        *_about_the_head(extraction),
        *_second_head(paper, extraction),
        *_too_long(extraction),
        *_counts(paper, extraction),
        *_days(extraction),
    ]
    return tuple(sorted(found, key=lambda d: d.span.start if d.span else -1))


def _about_the_head(x: Extraction) -> Iterator[Doubt]:
    official = x.kind != "news"
    if x.metadata.number is None and x.metadata.title is None:
        yield Doubt("no-head", None)
    elif official and not x.metadata.signers:
        yield Doubt("no-signature", None)


def _second_head(paper: Paper, x: Extraction) -> Iterator[Doubt]:
    """A second motto, or a second "Số:" with a whole number, opens another paper."""
    own = x.metadata.number.span if x.metadata.number else None
    mottoes = [m.start() for m in _MOTTO.finditer(paper.key)]
    again = [
        found.start()
        for found in _OWN.finditer(paper.key)
        if own and found.end() > own.end and numbers_in(paper, found.end(), found.end() + 40)
    ]
    places = sorted([*mottoes[1:2], *again[:1]])
    if places:
        yield Doubt("two-papers", Span(places[0], len(paper.text)))


def _too_long(x: Extraction) -> Iterator[Doubt]:
    if x.text.count("\n") >= MOST_BLOCKS or len(x.text) > MOST_LETTERS:
        yield Doubt("long", None)


def _counts(paper: Paper, x: Extraction) -> Iterator[Doubt]:
    """ "8 địa phương gồm:" before six names."""
    for said in _COUNT.finditer(paper.key):
        stop = re.compile(r"[.;](?=\s|$)|\n\s*\n").search(paper.key, said.end())
        end = stop.start() if stop else len(paper.key)
        listed = paper.key[said.end() : end]
        names = [n for n in _LISTED.split(listed) if re.search(r"[a-z]{2}", n)]
        told = int(said["n"])
        if len(names) > 1 and len(names) != told and end - said.end() < 1500:
            yield Doubt("count", Span(said.start(), end))


def _days(x: Extraction) -> Iterator[Doubt]:
    issued = x.metadata.date.value if x.metadata.date else None
    for requirement in x.requirements:
        deadline = requirement.deadline
        for norm in deadline.norm.split(";") if deadline else ():
            kind, _, value = norm.partition(":")
            first, slash, last = value.partition("/")
            place = deadline.span if deadline else None
            if kind == "FROM" and slash and last < first[: len(last)]:
                yield Doubt("reversed", place)
            if kind == "BY" and issued and _before(value, issued):
                yield Doubt("before-issue", place)


def _before(value: str, issued: str) -> bool:
    """Whether a day (or the month, the year of a partial one) is past when the paper is issued."""
    plain = re.match(r"\d{4}(?:-\d\d){0,2}", value)
    return bool(plain) and "Q" not in value and "H" not in value and value < issued[: len(value)]
