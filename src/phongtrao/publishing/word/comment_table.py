"""The table of comments on a draft: *Nội dung – Ý kiến của – Tiếp thu, giải trình*, as Word.

No national form binds every body (Decree 78/2025 has one for legal drafts that could not be checked
yet); head, title and text follow Decree 30/2020. Silence is listed and counted as nothing else.
"""

from dataclasses import dataclass

from phongtrao.publishing.word.closing import signature_table
from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.letterhead import head_table, title_block
from phongtrao.publishing.word.markup import (
    TABLE_LOOK,
    line,
    page_section,
    paragraph,
    run,
    small_gap,
    twips,
)
from phongtrao.publishing.word.package import HeaderIds, word_file
from phongtrao.publishing.word.papers import Letterhead, Recipients, SignatureBlock
from phongtrao.publishing.word.wording import clean, paragraphs_of

TITLE = "Bản tổng hợp ý kiến, tiếp thu, giải trình"
_HEADINGS = ("Nội dung", "Ý kiến của", "Tiếp thu, giải trình")
_SHARES = (0.28, 0.36, 0.36)
_LEFT = '<w:jc w:val="left"/>'


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment: who made it, what it says, what became of it ("" = nothing yet)."""

    body: str
    text: str
    response: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class CommentedClause:
    """A clause with the comments on it; `text` are its words, shortened where they are long."""

    label: str
    text: str
    rows: tuple[CommentRow, ...]


@dataclass(frozen=True, slots=True)
class CommentTablePaper:
    """The typed content of the table; `summary` are the sentences before it, each a paragraph."""

    letterhead: Letterhead
    abstract: str
    summary: tuple[str, ...]
    clauses: tuple[CommentedClause, ...]
    closing: tuple[str, ...]
    recipients: Recipients
    signature: SignatureBlock


def render_comment_table(
    paper: CommentTablePaper, *, profile: LayoutProfile, demo_mark: bool
) -> bytes:
    """The table as .docx bytes; the same paper and profile give the same bytes.

    `demo_mark` prints "SỐ LIỆU GIẢ ĐỊNH" in the header of every page.
    """

    def body(headers: HeaderIds) -> str:
        text = profile.style(Part.BODY)
        return (
            head_table(paper.letterhead, profile)
            + title_block(TITLE, paper.abstract, profile)
            + small_gap()
            + "".join(line(text, clean(sentence)) for sentence in paper.summary)
            + (_table(paper.clauses, profile) if paper.clauses else "")
            + small_gap()
            + "".join(line(text, clean(sentence)) for sentence in paper.closing)
            + signature_table(paper.recipients, paper.signature, profile)
            + small_gap()
            + page_section(profile, headers)
        )

    title = f"{TITLE} {paper.abstract}"
    return word_file(body, title=title, profile=profile, demo_mark=demo_mark)


def _table(clauses: tuple[CommentedClause, ...], profile: LayoutProfile) -> str:
    width = twips(profile.text_width())
    widths = [round(width * share) for share in _SHARES]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    head = "".join(
        _cell(paragraph(Part.TABLE_HEAD, run(text)), each)
        for text, each in zip(_HEADINGS, widths, strict=True)
    )
    rows = "".join(_clause(clause, widths) for clause in clauses)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{TABLE_LOOK}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def _clause(clause: CommentedClause, widths: list[int]) -> str:
    """A row a comment; the clause stands in the first of them, merged down."""
    rows = []
    for place, row in enumerate(clause.rows):
        merge = '<w:vMerge w:val="restart"/>' if place == 0 else "<w:vMerge/>"
        what = _texts(clause.label, clause.text) if place == 0 else paragraph(Part.TABLE_TEXT, "")
        late = " (góp ý sau hạn)" if row.is_late else ""
        said = _texts(f"{row.body}{late}", row.text)
        answer = _texts("", row.response)
        cells = _cell(what, widths[0], merge) + _cell(said, widths[1]) + _cell(answer, widths[2])
        rows.append(f"<w:tr>{cells}</w:tr>")
    return "".join(rows)


def _texts(title: str, text: str) -> str:
    """A bold line and the words under it; an empty cell keeps one paragraph."""
    lines = [paragraph(Part.TABLE_TEXT, run(clean(title), bold=True), _LEFT)] if title else []
    lines += [paragraph(Part.TABLE_TEXT, run(part), _LEFT) for part in paragraphs_of(text)]
    return "".join(lines) or paragraph(Part.TABLE_TEXT, "")


def _cell(content: str, width: int, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'
