"""The text of a paper (box 6) as pieces in order, before they become paragraphs.

Pieces, because the end mark belongs to whatever comes last and the last words must stay on the
page of the signature, so that nobody signs a bare page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from phongtrao.core.vietnamese import point_letter
from phongtrao.publishing.word.figures import table_block
from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.markup import line, paragraph, run
from phongtrao.publishing.word.papers import (
    Article,
    Entry,
    FigureTable,
    OfficialPaper,
    PaperSection,
    SectionLevel,
    Statement,
    TypedTable,
)
from phongtrao.publishing.word.typed_table import typed_table_block
from phongtrao.publishing.word.wording import (
    clean,
    closed_list,
    completeness_sentences,
    paragraphs_of,
    with_end,
)

_HEADINGS = {
    SectionLevel.SECTION: (Part.SECTION, "."),
    SectionLevel.CLAUSE: (Part.CLAUSE, "."),
    SectionLevel.POINT: (Part.POINT, ")"),
}
_CHAPTER = "Chương"
_KEEP = "<w:keepNext/>"
_SPACED = '<w:spacing w:before="120" w:after="120"/>'
_ROOM = "…" * 24  # for the pen, where a form has a line that is not filled in


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph: `lead` stands in bold before its text; or a table instead."""

    part: Part
    text: str = ""
    lead: str = ""
    table: FigureTable | TypedTable | None = None
    properties: str = ""


def text_block(paper: OfficialPaper, profile: LayoutProfile) -> str:
    """Who decides, the bases, the text with its end mark."""
    pieces = _ended(list(_pieces(paper)), profile.formulas.end_mark)
    return "".join(_paragraph(piece, profile) for piece in pieces)


def content_block(
    content: tuple[Statement | FigureTable | TypedTable | Article, ...],
    profile: LayoutProfile,
    *,
    landscape: bool = False,
) -> str:
    """What stands on the sheets of an appendix, in order."""
    section = PaperSection(SectionLevel.SECTION, "", "", content)
    return "".join(
        _paragraph(piece, profile, landscape=landscape) for piece in _section(section, _Counter())
    )


class _Counter:
    """Articles are numbered through the whole paper."""

    def __init__(self) -> None:
        self.articles = 0

    def next(self) -> int:
        self.articles += 1
        return self.articles


def _pieces(paper: OfficialPaper) -> Iterator[Piece]:
    traits = paper.kind.traits
    if clean(paper.decider):
        yield Piece(Part.AUTHORITY, clean(paper.decider), properties=_KEEP + _SPACED)
    yield from (Piece(Part.LEGAL_BASIS, text) for text in closed_list(paper.legal_bases))
    if traits.decides:
        yield Piece(Part.AUTHORITY, traits.decides, properties=_KEEP + _SPACED)
    if traits.call:
        yield from _call(paper, traits.call)
    yield from _body(paragraphs_of(paper.opening))
    if paper.completeness:
        yield Piece(Part.BODY, completeness_sentences(paper.completeness))
    yield from (Piece(Part.BODY, _entry(entry)) for entry in paper.entries if clean(entry.label))
    counter = _Counter()
    for section in paper.sections:
        yield from _section(section, counter)
    yield from _body(_last_words(paper), _KEEP)


def _body(texts: tuple[str, ...], properties: str = "") -> Iterator[Piece]:
    return (Piece(Part.BODY, text, properties=properties) for text in texts)


def _call(paper: OfficialPaper, call: str) -> Iterator[Piece]:
    """ "Bộ Công an điện:" and to whom; one addressee on the same line, several below it."""
    said = f"{clean(paper.letterhead.issuer)} {call}"
    named = [clean(name) for name in paper.addressees if clean(name)]
    if len(named) == 1:
        yield Piece(Part.BODY, f"{said} {named[0]}.")
        return
    yield Piece(Part.BODY, said)
    yield from (Piece(Part.BODY, f"- {name}") for name in closed_list(tuple(named)))


def _entry(entry: Entry) -> str:
    return f"{clean(entry.label)}: {clean(entry.text) or _ROOM}"


def _section(section: PaperSection, counter: _Counter) -> Iterator[Piece]:
    """A heading with what stands under it."""
    yield from _heading(section)
    for item in section.content:
        if isinstance(item, FigureTable | TypedTable):
            yield Piece(Part.TABLE_TEXT, table=item)
        elif isinstance(item, Article):
            yield from _article(item, counter.next())
        else:
            yield from _body(paragraphs_of(item.text))


def _heading(section: PaperSection) -> Iterator[Piece]:
    number, title = clean(section.number), clean(section.title)
    if section.level is SectionLevel.CHAPTER:
        if number:
            yield Piece(Part.DIVISION, f"{_CHAPTER} {number}")
        if title:
            yield Piece(Part.DIVISION_TITLE, title)
        return
    part, mark = _HEADINGS[section.level]
    heading = f"{number}{mark} {title}" if number else title
    if heading:
        yield Piece(part, heading)


def _article(article: Article, number: int) -> Iterator[Piece]:
    said, *more = paragraphs_of(article.text) or ("",)
    title = clean(article.title)
    lead = f"Điều {number}. {title}"
    if title and said:
        yield Piece(Part.BODY, lead=lead, properties=_KEEP)
        yield Piece(Part.BODY, said)
    else:
        yield Piece(Part.BODY, said, lead)
    yield from _body(tuple(more))
    for place, clause in enumerate(article.clauses, start=1):
        yield from _numbered(f"{place}. ", clause.text)
        for letter, point in enumerate(clause.points, start=1):
            yield from _numbered(f"{point_letter(letter)}) ", point)


def _numbered(number: str, text: str) -> Iterator[Piece]:
    first, *more = paragraphs_of(text) or ("",)
    yield Piece(Part.BODY, number + first)
    yield from _body(tuple(more))


def _last_words(paper: OfficialPaper) -> tuple[str, ...]:
    texts = paragraphs_of(paper.closing)
    if not paper.appendices or _names_appendix(paper):
        return texts
    many = len(paper.appendices)
    named = "Phụ lục" if many == 1 else f"{many} Phụ lục"
    tables = all(isinstance(each, FigureTable) for one in paper.appendices for each in one.content)
    what = "Số liệu" if tables else "Nội dung"
    return (f"{what} chi tiết tại {named} kèm theo {paper.kind.title.lower()} này.", *texts)


def _names_appendix(paper: OfficialPaper) -> bool:
    """Whether the author has said himself where to find an appendix."""
    said = [paper.opening, paper.closing]
    for section in paper.sections:
        for item in section.content:
            if isinstance(item, Statement | Article):
                said.append(item.text)
            if isinstance(item, Article):
                said += [text for each in item.clauses for text in (each.text, *each.points)]
    return any("phụ lục" in text.casefold() for text in said)


def _ended(pieces: list[Piece], mark: str) -> list[Piece]:
    """The end mark after the last words; nothing can follow a table but a note of it."""
    if pieces and pieces[-1].text:
        last = pieces[-1]
        text = with_end(last.text, mark)
        keep = last.properties or _KEEP
        pieces[-1] = replace(last, text=text, properties=keep)
    return pieces


def _paragraph(piece: Piece, profile: LayoutProfile, *, landscape: bool = False) -> str:
    if isinstance(piece.table, TypedTable):
        return typed_table_block(piece.table, profile, landscape=landscape)
    if piece.table is not None:
        return table_block(piece.table, profile, landscape=landscape)
    if not piece.lead:
        return line(profile.style(piece.part), piece.text, piece.properties)
    runs = run(piece.lead, bold=True) + (run(piece.text) if piece.text else "")
    return paragraph(piece.part, runs, piece.properties)
