"""*Bảng phân công nhiệm vụ* as Word: a sheet across, contents with who leads and who takes part.

It goes with a plan or programme: head and reference are those of an appendix (Decree 30/2020,
Appendix I, part III).
"""

from dataclasses import dataclass

from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.markup import (
    TABLE_LOOK,
    balanced_line,
    line,
    millimetres_to_points,
    page_section,
    paragraph,
    run,
    small_gap,
    twips,
)
from phongtrao.publishing.word.package import HeaderIds, word_file
from phongtrao.publishing.word.wording import clean, paragraphs_of

TITLE = "Bảng phân công nhiệm vụ"
_LABEL = "Phụ lục"
_HEADINGS = ("TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Việc cụ thể")
_SHARES = (0.05, 0.31, 0.22, 0.26, 0.16)
_LEFT = '<w:jc w:val="left"/>'


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One content: who leads it, who takes part, what was said about either."""

    number: str
    content: str
    leads: tuple[str, ...]
    coordinating: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DutyPaper:
    """The table; `abstract` says of which programme, `reference` with which paper it goes."""

    abstract: str
    reference: str
    rows: tuple[DutyRow, ...]


def render_duty_table(paper: DutyPaper, *, profile: LayoutProfile, demo_mark: bool) -> bytes:
    """The table as .docx bytes; the same paper and profile give the same bytes.

    `demo_mark` prints "SỐ LIỆU GIẢ ĐỊNH" in the header of every page.
    """
    width = millimetres_to_points(profile.text_width(landscape=True))

    def body(headers: HeaderIds) -> str:
        titles = (f"{TITLE} {clean(paper.abstract)}",)
        return (
            line(profile.style(Part.APPENDIX_LABEL), _LABEL)
            + "".join(
                balanced_line(profile.style(Part.APPENDIX_TITLE), text, width) for text in titles
            )
            + balanced_line(profile.style(Part.APPENDIX_REFERENCE), clean(paper.reference), width)
            + _table(paper.rows, profile)
            + small_gap()
            + page_section(profile, headers, landscape=True)
        )

    return word_file(body, title=f"{TITLE} {paper.abstract}", profile=profile, demo_mark=demo_mark)


def _table(rows: tuple[DutyRow, ...], profile: LayoutProfile) -> str:
    whole = twips(profile.text_width(landscape=True))
    widths = [round(whole * share) for share in _SHARES]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    head = "".join(
        _cell(paragraph(Part.TABLE_HEAD, run(text)), each)
        for text, each in zip(_HEADINGS, widths, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{TABLE_LOOK}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        + "".join(_row(row, widths) for row in rows)
        + "</w:tbl>"
    )


def _row(row: DutyRow, widths: list[int]) -> str:
    cells = (
        paragraph(Part.TABLE_TEXT, run(row.number), '<w:jc w:val="center"/>'),
        _lines((row.content,)),
        _lines(row.leads, bold=True),
        _lines(row.coordinating),
        _lines(row.notes),
    )
    xml = "".join(_cell(each, width) for each, width in zip(cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{xml}</w:tr>"


def _lines(texts: tuple[str, ...], *, bold: bool = False) -> str:
    """One paragraph a name; an empty cell keeps one."""
    parts = [part for text in texts for part in paragraphs_of(text)]
    made = [paragraph(Part.TABLE_TEXT, run(part, bold=bold), _LEFT) for part in parts]
    return "".join(made) or paragraph(Part.TABLE_TEXT, "")


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
