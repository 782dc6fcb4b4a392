"""A paper of any kind as a Word file in the layout of a profile."""

from collections.abc import Iterator

from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.vietnamese import roman
from phongtrao.intake.rules import secrecy_mark
from phongtrao.publishing.word.closing import closing_block
from phongtrao.publishing.word.contents import content_block, text_block
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
    Article,
    FigureTable,
    OfficialPaper,
    PaperSection,
    Statement,
    TypedTable,
)
from phongtrao.publishing.word.wording import clean, date_in_words, number_and_symbol


def render_paper(
    paper: OfficialPaper, *, profile: LayoutProfile, demo_mark: bool, training_mark: bool = False
) -> bytes:
    """The paper as .docx bytes; the same paper and profile give the same bytes.

    `demo_mark` prints "SỐ LIỆU GIẢ ĐỊNH" in the header of every page, `training_mark` "TẬP LÀM".
    Raises InvalidInput for a paper with a mark of secrecy (`refuse_secret`).
    """
    refuse_secret(paper)

    def body(headers: HeaderIds) -> str:
        return _main_part(paper, profile) + _sections_of_pages(paper, profile, headers)

    title = f"{paper.kind.title} {paper.abstract}"
    marks = {"demo_mark": demo_mark, "training_mark": training_mark}
    return word_file(body, title=title, profile=profile, **marks)


def refuse_secret(paper: OfficialPaper) -> None:
    """Raise InvalidInput where a line of the paper is a mark of secrecy.

    Such papers are not made on this system (Law 117/2025).
    """
    if any(secrecy_mark(text) for text in _texts(paper)):
        raise InvalidInput(
            N_(
                "Văn bản có dấu chỉ độ mật nên không được soạn trên hệ thống này. Không có gì được"
                " lưu; hãy soạn theo quy định về bảo vệ bí mật nhà nước."
            ),
            code="secret",
        )


def _texts(paper: OfficialPaper) -> Iterator[str]:
    """Every stretch of the paper that somebody wrote, line by line."""
    head = paper.letterhead
    yield from (head.parent_body, head.issuer, *head.partners, head.symbol, head.place)
    yield from (paper.abstract, paper.decider, *paper.addressees, *paper.legal_bases)
    yield from (*paper.opening.splitlines(), *paper.closing.splitlines(), *paper.recipients.names)
    yield from (entry.text for entry in paper.entries)
    for section in paper.sections:
        yield from _section_texts(section)
    for appendix in paper.appendices:
        yield appendix.title
        yield from (text for item in appendix.content for text in _content_texts(item))


def _section_texts(section: PaperSection) -> Iterator[str]:
    yield section.title
    yield from (text for item in section.content for text in _content_texts(item))


def _content_texts(item: Statement | FigureTable | TypedTable | Article) -> Iterator[str]:
    if isinstance(item, TypedTable):
        yield from (cell for row in item.rows for cell in row)
        return
    if isinstance(item, FigureTable):
        yield item.caption
        return
    yield from item.text.splitlines()
    if isinstance(item, Article):
        yield from (text for each in item.clauses for text in (each.text, *each.points))


def _main_part(paper: OfficialPaper, profile: LayoutProfile) -> str:
    kind = paper.kind
    abstract = paper.abstract if kind.is_letter else ""
    titled = "" if kind.is_letter else title_block(kind.title, paper.abstract, profile)
    # A kind that calls its addressees in the text has no "Kính gửi".
    addressed = "" if kind.traits.call else addressee_block(paper.addressees, profile)
    return (
        head_table(paper.letterhead, profile, abstract)
        + titled
        + (addressed or small_gap())
        + text_block(paper, profile)
        + closing_block(paper.recipients, paper.signatures, profile)
    )


def _sections_of_pages(paper: OfficialPaper, profile: LayoutProfile, headers: HeaderIds) -> str:
    """Each section's properties end it: in a last paragraph, for the final one in the body."""
    parts = ["", *(_appendix(paper, place, profile) for place in range(len(paper.appendices)))]
    sheets = [(False, False), *((appendix.landscape, True) for appendix in paper.appendices)]
    xml = ""
    for place, (part, (landscape, restart)) in enumerate(zip(parts, sheets, strict=True)):
        properties = page_section(profile, headers, landscape=landscape, restart_numbers=restart)
        last = place == len(parts) - 1
        xml += part + (small_gap() + properties if last else small_gap(properties))
    return xml


def _appendix(paper: OfficialPaper, place: int, profile: LayoutProfile) -> str:
    appendix = paper.appendices[place]
    label = "Phụ lục" if len(paper.appendices) == 1 else f"Phụ lục {roman(place + 1)}"
    width = millimetres_to_points(profile.text_width(landscape=appendix.landscape))
    return (
        line(profile.style(Part.APPENDIX_LABEL), label)
        + balanced_line(profile.style(Part.APPENDIX_TITLE), clean(appendix.title), width)
        + balanced_line(profile.style(Part.APPENDIX_REFERENCE), _reference(paper, profile), width)
        + content_block(appendix.content, profile, landscape=appendix.landscape)
    )


def _reference(paper: OfficialPaper, profile: LayoutProfile) -> str:
    """ "(Kèm theo Báo cáo số 05/BC-BCĐ ngày … của …)"."""
    head = paper.letterhead
    form = profile.formulas.number.split(maxsplit=1)[1]
    issuers = " và ".join(clean(name) for name in (head.issuer, *head.partners) if clean(name))
    return (
        f"(Kèm theo {paper.kind.title} số {number_and_symbol(head, form)}"
        f" {date_in_words(head.issued_on)} của {issuers})"
    )
