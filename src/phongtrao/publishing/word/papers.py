"""The content of a state paper, typed and free of layout: what `render` turns into Word.

Everything is frozen. A figure that is not there is never 0: it is `None` ("–", the column does
not apply) or an `Absent` reason that is printed in words.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from phongtrao.publishing.word.kinds import PaperKind


class Absent(Enum):
    """Why a figure is not there; the value is what the paper prints."""

    NO_REPORT = "chưa có báo cáo"
    NOT_APPLICABLE = "không áp dụng"
    WITHHELD = "không công bố"


Figure = int | Decimal | Fraction | Absent | None


class RowKind(Enum):
    """Rank of a table row: I, 1, 1.1, a, "Trong đó", "Tổng cộng"."""

    SECTION = "section"
    ITEM = "item"
    SUB_ITEM = "sub_item"
    DETAIL = "detail"
    OF_WHICH = "of_which"
    TOTAL = "total"


class SectionLevel(Enum):
    """Rank of a heading in the text: Chương I, I., 1., a)."""

    CHAPTER = "chapter"
    SECTION = "section"
    CLAUSE = "clause"
    POINT = "point"


class Authority(Enum):
    """By what authority somebody signs (Decree 30/2020, Article 13)."""

    COLLECTIVE = "TM."
    ACTING_HEAD = "Q."
    FOR_HEAD = "KT."
    BY_ORDER = "TL."
    BY_AUTHORISATION = "TUQ."
    OWN = ""


class Urgency(Enum):
    """Mark of urgency (box 10b) as printed, with the width of its box in millimetres."""

    URGENT = ("Khẩn", 20)
    VERY_URGENT = ("Thượng khẩn", 40)
    EXPRESS = ("Hỏa tốc", 30)

    @property
    def mark(self) -> str:
        """The words in the box, in ordinary letters."""
        return self.value[0]

    @property
    def width(self) -> float:
        """The width of the box in millimetres (Appendix I, V.10)."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Boxes 1–4, 10b, names in ordinary letters; `number`, `issued_on` are None until registered.

    `partners` issue a joint paper with the issuer, who keeps the register of its number.
    """

    parent_body: str
    issuer: str
    number: str | int | None
    symbol: str
    place: str
    issued_on: date | None
    partners: tuple[str, ...] = ()
    urgency: Urgency | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One paragraph of narrative; line breaks in `text` make further paragraphs."""

    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """Rise or fall against the same period of the year before: in units and in per cent."""

    amount: Figure
    percent: Figure


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One line of a table; `n` of `of` reporting units have the figure; percentages are 0–100."""

    tt: str
    name: str
    unit: str = ""
    this_period: Figure = None
    cumulative: Figure = None
    same_period_last_year: Figure = None
    change: Change | None = None
    target: Figure = None
    achieved_pct: Figure = None
    n: int | None = None
    of: int | None = None
    kind: RowKind = RowKind.ITEM
    decimals: int = 0

    @property
    def is_heading(self) -> bool:
        """True for a row that only groups the rows below and carries no figure."""
        figures = (self.this_period, self.cumulative, self.same_period_last_year, self.target)
        return self.kind is RowKind.SECTION and all(figure is None for figure in figures)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures; columns nobody fills are left out."""

    caption: str
    rows: tuple[FigureRow, ...]
    name_heading: str = "Nội dung"
    this_period_heading: str = "Kỳ này"
    cumulative_heading: str = "Lũy kế từ đầu năm"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table of words as somebody typed it: rows of equal length, the first is the head."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One *khoản* of an article, numbered by its place, with its *điểm* in alphabetical order."""

    text: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One *Điều*, numbered by its place in the paper: a title, the first sentence, its clauses."""

    text: str
    clauses: tuple[Clause, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled line of a kind's form; without text it leaves room for the pen."""

    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A heading with what stands under it, in order; `number` without its mark ("I", "1", "a").

    A section without number and title only holds its content.
    """

    level: SectionLevel
    number: str
    title: str
    content: tuple[Statement | FigureTable | TypedTable | Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many units a paper rests on: `n` of `of` reported, `not_approved` of those n.

    `waiting` further units have reported, but their reports are not approved and are left out.
    """

    n: int
    of: int
    not_approved: int = 0
    noun: str = "địa bàn"
    missing: tuple[str, ...] = ()
    waiting: int = 0

    def __post_init__(self) -> None:
        """Refuse counts that contradict each other: a paper must not state them."""
        if not 0 <= self.not_approved <= self.n <= self.of - self.waiting <= self.of:
            raise ValueError("Số địa bàn có báo cáo, chưa phê duyệt và tổng số mâu thuẫn nhau.")


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """One line over the signature: prefix and the body or office it stands for."""

    authority: Authority
    office: str


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs: lines of authority from the top, then the other office and the name, if known."""

    lines: tuple[AuthorityLine, ...]
    name: str | None = None
    other_office: str = ""


@dataclass(frozen=True, slots=True)
class Recipients:
    """The list *Nơi nhận*; `archive` is what follows "Lưu: "."""

    names: tuple[str, ...]
    archive: str = "VT"


@dataclass(frozen=True, slots=True)
class Appendix:
    """Tables or text on sheets of their own, numbered apart; wide tables lie across."""

    title: str
    content: tuple[Statement | FigureTable | TypedTable, ...]
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class OfficialPaper:
    """A paper of any kind, to be signed.

    `decider` is who decides ("Chủ tịch Ủy ban nhân dân xã …"), above the bases. Several signatures
    stand beside each other: of joint issuers in the order of protocol, of two sides of a contract.
    """

    kind: PaperKind
    letterhead: Letterhead
    abstract: str
    recipients: Recipients
    signatures: tuple[SignatureBlock, ...]
    addressees: tuple[str, ...] = ()
    decider: str = ""
    legal_bases: tuple[str, ...] = ()
    opening: str = ""
    completeness: Completeness | None = None
    entries: tuple[Entry, ...] = ()
    sections: tuple[PaperSection, ...] = ()
    closing: str = ""
    appendices: tuple[Appendix, ...] = ()


@dataclass(frozen=True, slots=True)
class OpinionRequest:
    """Somebody asked for an opinion or initials on the memo, with `lines` empty lines for it."""

    office: str
    matter: str
    lines: int = 2


INITIALS: tuple[OpinionRequest, ...] = (
    OpinionRequest("Lãnh đạo đơn vị soạn thảo", "Ký nháy về nội dung"),
    OpinionRequest("Người kiểm tra thể thức", "Ký nháy về thể thức"),
)


@dataclass(frozen=True, slots=True)
class SubmissionMemo:
    """The *phiếu trình* that carries a draft paper to the person who decides."""

    letterhead: Letterhead
    addressee: str
    from_body: str
    from_unit: str
    matter: str
    summary: tuple[str, ...]
    documents: tuple[str, ...]
    completeness: Completeness | None
    proposals: tuple[str, ...]
    signature: SignatureBlock
    opinions: tuple[OpinionRequest, ...] = INITIALS
    decision_lines: int = 3
    # What others have said who were asked: who, when, in what words.
    words_of_others: tuple[str, ...] = ()


def side(label: str, office: str, name: str) -> SignatureBlock:
    """Who signs as one of two sides: what he is here ("Bên giao"), his office, his name."""
    lines = (AuthorityLine(Authority.OWN, text) for text in (label, office) if text)
    return SignatureBlock(tuple(lines), name)


def change_between(now: Figure, before: Figure) -> Change | None:
    """Rise or fall from `before` to `now`; no per cent when `before` is 0, nothing if unknown."""
    if not isinstance(now, int | Decimal | Fraction):
        return None
    if not isinstance(before, int | Decimal | Fraction):
        return None
    amount = Fraction(now) - Fraction(before)
    return Change(amount, amount * 100 / abs(Fraction(before)) if before else None)


def percent_of(value: Figure, target: Figure) -> Figure:
    """`value` as per cent of `target`; None when either is unknown or the target is 0."""
    if not isinstance(value, int | Decimal | Fraction):
        return None
    if not isinstance(target, int | Decimal | Fraction) or not target:
        return None
    return Fraction(value) * 100 / Fraction(target)
