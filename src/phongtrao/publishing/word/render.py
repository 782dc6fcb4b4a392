"""A report as a Word file in the layout of a profile."""

from phongtrao.core.vietnamese import roman
from phongtrao.publishing.word.closing import signature_table
from phongtrao.publishing.word.figures import table_block
from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.letterhead import addressee_block, head_table, title_block
from phongtrao.publishing.word.markup import (
    balanced_line,
    line,
    millimetres_to_points,
    page_section,
    small_gap,
)
from phongtrao.publishing.word.package import HeaderIds, word_file
from phongtrao.publishing.word.papers import (
    FigureTable,
    PaperSection,
    ReportPaper,
    SectionLevel,
    Statement,
)
from phongtrao.publishing.word.wording import (
    END_MARK,
    clean,
    closed_list,
    completeness_sentences,
    date_in_words,
    number_and_symbol,
    paragraphs_of,
    with_end,
)

_HEADINGS = {
    SectionLevel.SECTION: (Part.SECTION, "."),
    SectionLevel.CLAUSE: (Part.CLAUSE, "."),
    SectionLevel.POINT: (Part.POINT, ")"),
}
_KEEP = "<w:keepNext/>"


def render_report(paper: ReportPaper, *, profile: LayoutProfile, demo_mark: bool) -> bytes:
    """The report as .docx bytes; the same paper and profile give the same bytes.

    `demo_mark` prints "SỐ LIỆU GIẢ ĐỊNH" in the header of every page.
    """

    def body(headers: HeaderIds) -> str:
        return _main_part(paper, profile) + _sections_of_pages(paper, profile, headers)

    title = f"{paper.kind.title} {paper.abstract}"
    return word_file(body, title=title, profile=profile, demo_mark=demo_mark)


def content_block(
    content: tuple[Statement | FigureTable, ...],
    profile: LayoutProfile,
    *,
    landscape: bool = False,
) -> str:
    """Statements as body paragraphs and tables, in their order."""
    body = profile.style(Part.BODY)
    blocks = []
    for item in content:
        if isinstance(item, FigureTable):
            blocks.append(table_block(item, profile, landscape=landscape))
        else:
            blocks += [line(body, text) for text in paragraphs_of(item.text)]
    return "".join(blocks)


def _main_part(paper: ReportPaper, profile: LayoutProfile) -> str:
    return (
        head_table(paper.letterhead, profile)
        + title_block(paper.kind.title, paper.abstract, profile)
        + (addressee_block(paper.addressees, profile) or small_gap())
        + _opening(paper, profile)
        + "".join(section_block(section, profile) for section in paper.sections)
        + _ending(paper, profile)
        + signature_table(paper.recipients, paper.signature, profile)
    )


def _opening(paper: ReportPaper, profile: LayoutProfile) -> str:
    body = profile.style(Part.BODY)
    lines = [line(profile.style(Part.LEGAL_BASIS), text) for text in closed_list(paper.legal_bases)]
    lines += [line(body, text) for text in paragraphs_of(paper.opening)]
    if paper.completeness:
        lines.append(line(body, completeness_sentences(paper.completeness)))
    return "".join(lines)


def section_block(section: PaperSection, profile: LayoutProfile) -> str:
    """A heading with what stands under it."""
    part, mark = _HEADINGS[section.level]
    number, title = clean(section.number), clean(section.title)
    heading = f"{number}{mark} {title}" if number else title
    head = line(profile.style(part), heading) if heading else ""
    return head + content_block(section.content, profile)


def _ending(paper: ReportPaper, profile: LayoutProfile) -> str:
    """The closing words; kept on the page of the signature so that nobody signs a bare page."""
    body = profile.style(Part.BODY)
    texts = list(paragraphs_of(paper.closing))
    if paper.appendices:
        kind = paper.kind.title.lower()
        texts.insert(0, f"Số liệu chi tiết tại {_appendix_names(paper)} kèm theo {kind} này.")
    if texts:
        texts[-1] = with_end(texts[-1], END_MARK)
    return "".join(line(body, text, _KEEP) for text in texts)


def _appendix_names(paper: ReportPaper) -> str:
    return "Phụ lục" if len(paper.appendices) == 1 else f"{len(paper.appendices)} Phụ lục"


def _sections_of_pages(paper: ReportPaper, profile: LayoutProfile, headers: HeaderIds) -> str:
    """Each section's properties end it: in a last paragraph, for the final one in the body."""
    parts = ["", *(_appendix(paper, place, profile) for place in range(len(paper.appendices)))]
    sheets = [(False, False), *((appendix.landscape, True) for appendix in paper.appendices)]
    xml = ""
    for place, (part, (landscape, restart)) in enumerate(zip(parts, sheets, strict=True)):
        properties = page_section(profile, headers, landscape=landscape, restart_numbers=restart)
        last = place == len(parts) - 1
        xml += part + (small_gap() + properties if last else small_gap(properties))
    return xml


def _appendix(paper: ReportPaper, place: int, profile: LayoutProfile) -> str:
    appendix = paper.appendices[place]
    label = "Phụ lục" if len(paper.appendices) == 1 else f"Phụ lục {roman(place + 1)}"
    head = paper.letterhead
    reference = (
        f"(Kèm theo {paper.kind.title} số {number_and_symbol(head)}"
        f" {date_in_words(head.issued_on)} của {clean(head.issuer)})"
    )
    width = millimetres_to_points(profile.text_width(landscape=appendix.landscape))
    return (
        line(profile.style(Part.APPENDIX_LABEL), label)
        + balanced_line(profile.style(Part.APPENDIX_TITLE), clean(appendix.title), width)
        + balanced_line(profile.style(Part.APPENDIX_REFERENCE), reference, width)
        + content_block(appendix.content, profile, landscape=appendix.landscape)
    )
