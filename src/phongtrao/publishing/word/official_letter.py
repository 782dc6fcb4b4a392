"""An official letter (công văn): no kind of paper, its abstract stands under the number."""

from dataclasses import dataclass

from phongtrao.publishing.word.closing import signature_table
from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.letterhead import addressee_block, head_table
from phongtrao.publishing.word.markup import line, page_section, plain_table, small_gap, twips
from phongtrao.publishing.word.package import HeaderIds, word_file
from phongtrao.publishing.word.papers import (
    Letterhead,
    PaperSection,
    Recipients,
    SignatureBlock,
)
from phongtrao.publishing.word.render import section_block
from phongtrao.publishing.word.wording import END_MARK, clean, paragraphs_of, with_end

_LEFT_SHARE = 0.42  # of the text width: under the number, as the head has it


@dataclass(frozen=True, slots=True)
class OfficialLetter:
    """A letter from one body to others (Decree 30/2020, Appendix III, form 1.5)."""

    letterhead: Letterhead
    abstract: str
    addressees: tuple[str, ...]
    opening: str
    sections: tuple[PaperSection, ...]
    closing: str
    recipients: Recipients
    signature: SignatureBlock


def render_letter(letter: OfficialLetter, *, profile: LayoutProfile, demo_mark: bool) -> bytes:
    """The letter as .docx bytes; the same letter and profile give the same bytes."""

    def body(headers: HeaderIds) -> str:
        properties = page_section(profile, headers, landscape=False, restart_numbers=False)
        return _main_part(letter, profile) + small_gap() + properties

    title = f"Công văn {letter.abstract}"
    return word_file(body, title=title, profile=profile, demo_mark=demo_mark)


def _main_part(letter: OfficialLetter, profile: LayoutProfile) -> str:
    style = profile.style(Part.BODY)
    return (
        head_table(letter.letterhead, profile)
        + _abstract(letter.abstract, profile)
        + small_gap()
        + addressee_block(letter.addressees, profile)
        + "".join(line(style, text) for text in paragraphs_of(letter.opening))
        + "".join(section_block(section, profile) for section in letter.sections)
        + line(style, with_end(letter.closing, END_MARK), "<w:keepNext/>")
        + signature_table(letter.recipients, letter.signature, profile)
    )


def _abstract(abstract: str, profile: LayoutProfile) -> str:
    """Box 5b: "V/v …" under the number, on the left."""
    width = twips(profile.text_width())
    left = round(width * _LEFT_SHARE)
    style = profile.style(Part.NUMBER)
    return plain_table(
        (left, width - left), ((line(style, f"V/v {clean(abstract)}"), line(style, "")),)
    )
