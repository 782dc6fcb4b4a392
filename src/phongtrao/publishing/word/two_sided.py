"""Papers that two sign beside each other: minutes of a handover, a *giấy ủy quyền*.

Head, title and text follow the decree; it has no form for two signatures of equal rank, so the
two blocks stand level as in its form of minutes (secretary left, chair right).
"""

from phongtrao.publishing.word.closing import recipient_lines
from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.letterhead import head_table, title_block
from phongtrao.publishing.word.markup import (
    line,
    page_section,
    paragraph,
    plain_table,
    small_gap,
    twips,
)
from phongtrao.publishing.word.package import HeaderIds, word_file
from phongtrao.publishing.word.papers import Side, TwoSidedPaper
from phongtrao.publishing.word.render import section_block
from phongtrao.publishing.word.wording import END_MARK, clean, closed_list, paragraphs_of, with_end

_KEEP = "<w:keepNext/>"


def render_two_sided(paper: TwoSidedPaper, *, profile: LayoutProfile, demo_mark: bool) -> bytes:
    """The paper as .docx bytes; the same paper and profile give the same bytes.

    `demo_mark` prints "SỐ LIỆU GIẢ ĐỊNH" in the header of every page.
    """

    def body(headers: HeaderIds) -> str:
        return (
            head_table(paper.letterhead, profile)
            + title_block(paper.kind.title, paper.abstract, profile)
            + small_gap()
            + _text(paper, profile)
            + _signatures(paper, profile)
            + small_gap()
            + recipient_lines(paper.recipients, profile)
            + page_section(profile, headers)
        )

    title = f"{paper.kind.title} {paper.abstract}"
    return word_file(body, title=title, profile=profile, demo_mark=demo_mark)


def _text(paper: TwoSidedPaper, profile: LayoutProfile) -> str:
    body = profile.style(Part.BODY)
    bases = [line(profile.style(Part.LEGAL_BASIS), text) for text in closed_list(paper.legal_bases)]
    opening = [line(body, text) for text in paragraphs_of(paper.opening)]
    sections = [section_block(section, profile) for section in paper.sections]
    closing = list(paragraphs_of(paper.closing))
    if closing:
        closing[-1] = with_end(closing[-1], END_MARK)
    return "".join([*bases, *opening, *sections, *(line(body, text, _KEEP) for text in closing)])


def _signatures(paper: TwoSidedPaper, profile: LayoutProfile) -> str:
    width = twips(profile.text_width())
    half = width // 2
    cells = (_side(paper.left, profile), _side(paper.right, profile))
    return plain_table((half, width - half), (cells,))


def _side(side: Side, profile: LayoutProfile) -> str:
    """What he is here, his office, room for the hand, the name: never torn over two pages."""
    authority, signer = profile.style(Part.AUTHORITY), profile.style(Part.SIGNER)
    heads = "".join(line(authority, clean(text)) for text in (side.label, side.office) if text)
    room = paragraph(Part.SIGNER, "") * round(profile.signature_lines.value)
    return heads + room + line(signer, clean(side.name))
