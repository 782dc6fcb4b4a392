"""*Lịch công tác tuần* as Word: one sheet across, a row an item, the day beside its items.

Its head is that of an official paper without number: the body on the left, the title below
(Decree 30/2020/NĐ-CP names no form of its own for a calendar).
"""

from dataclasses import dataclass

from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
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
from phongtrao.publishing.word.wording import clean, paragraphs_of

TITLE = "Lịch công tác tuần"
_HEADINGS = ("Ngày", "Buổi, giờ", "Nội dung", "Địa điểm", "Chủ trì", "Chuẩn bị")
_SHARES = (0.11, 0.11, 0.38, 0.16, 0.12, 0.12)
_LEFT = '<w:jc w:val="left"/>'
# More rows than this are written smaller; in points.
MOST_ROWS = 18
_DENSE = 9.0


@dataclass(frozen=True, slots=True)
class WeekRow:
    """An item; `is_struck` is crossed out, `mark` says by which change it came or went."""

    day: str
    when: str
    content: str
    place: str
    chair: str
    preparer: str
    mark: str = ""
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class WeekPaper:
    """The calendar of a week; `days` says from when to when, `approvals` who approved what."""

    body: str
    days: str
    rows: tuple[WeekRow, ...]
    note: str = ""
    approvals: tuple[str, ...] = ()


def render_week_table(paper: WeekPaper, *, profile: LayoutProfile, demo_mark: bool) -> bytes:
    """The calendar as .docx bytes; the same paper and profile give the same bytes.

    `demo_mark` prints "SỐ LIỆU GIẢ ĐỊNH" in the header of every page.
    """
    size = _DENSE if len(paper.rows) > MOST_ROWS else None

    def body(headers: HeaderIds) -> str:
        under = [f"Ghi chú: {paper.note}"] if paper.note else []
        return (
            line(profile.style(Part.ISSUER), clean(paper.body), _LEFT)
            + line(profile.style(Part.APPENDIX_TITLE), TITLE.upper())
            + line(profile.style(Part.APPENDIX_REFERENCE), clean(paper.days))
            + _table(paper.rows, profile, size)
            + small_gap()
            + "".join(
                paragraph(Part.TABLE_TEXT, run(clean(text), size=size), _LEFT)
                for text in (*under, *paper.approvals)
            )
            + page_section(profile, headers, landscape=True)
        )

    return word_file(body, title=f"{TITLE} {paper.days}", profile=profile, demo_mark=demo_mark)


def _table(rows: tuple[WeekRow, ...], profile: LayoutProfile, size: float | None) -> str:
    whole = twips(profile.text_width(landscape=True))
    widths = [round(whole * share) for share in _SHARES]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    head = "".join(
        _cell(paragraph(Part.TABLE_HEAD, run(text, size=size)), each)
        for text, each in zip(_HEADINGS, widths, strict=True)
    )
    before = ("", *(row.day for row in rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{TABLE_LOOK}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        + "".join(
            _row(row, widths, size, is_first=row.day != day)
            for row, day in zip(rows, before, strict=False)
        )
        + "</w:tbl>"
    )


def _row(row: WeekRow, widths: list[int], size: float | None, *, is_first: bool) -> str:
    """A row; the cells of a day are one, so that its name stands once."""
    merge = '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    mark = run(f" ({clean(row.mark)})", size=size, bold=True) if row.mark else ""
    texts = (row.when, row.content, row.place, row.chair, row.preparer)
    cells = [_text(text, size, struck=row.is_struck) for text in texts]
    cells[1] = _text(row.content, size, struck=row.is_struck, after=mark)
    day = paragraph(Part.TABLE_TEXT, run(row.day, size=size, bold=True) if is_first else "", _LEFT)
    xml = _cell(day, widths[0], merge) + "".join(
        _cell(each, width) for each, width in zip(cells, widths[1:], strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{xml}</w:tr>"


def _text(text: str, size: float | None, *, struck: bool, after: str = "") -> str:
    said = " ".join(paragraphs_of(text))
    return paragraph(Part.TABLE_TEXT, run(said, size=size, struck=struck) + after, _LEFT)


def _cell(content: str, width: int, more: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{content}</w:tc>'
