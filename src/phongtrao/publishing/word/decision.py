"""A decision of one agency as a Word file: Decree 30/2020, Appendix III, form 1.2.

Differs from a report in the line of who decides, in the words *QUYẾT ĐỊNH:* and in its articles.
"""

from dataclasses import dataclass

from phongtrao.publishing.word.closing import signature_table
from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.letterhead import head_table, title_block
from phongtrao.publishing.word.markup import line, page_section, paragraph, run, small_gap
from phongtrao.publishing.word.package import HeaderIds, word_file
from phongtrao.publishing.word.papers import Letterhead, PaperKind, Recipients, SignatureBlock
from phongtrao.publishing.word.wording import (
    END_MARK,
    clean,
    closed_list,
    paragraphs_of,
    with_end,
)

_DECIDES = "Quyết định:"
_SPACED = '<w:spacing w:before="120" w:after="120"/>'
_KEEP = "<w:keepNext/>"


@dataclass(frozen=True, slots=True)
class Article:
    """One *Điều*: its first sentence, then paragraphs of their own."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionPaper:
    """A decision to be signed; `decider` is who decides ("Chủ tịch Ủy ban nhân dân xã …")."""

    letterhead: Letterhead
    abstract: str
    decider: str
    legal_bases: tuple[str, ...]
    articles: tuple[Article, ...]
    recipients: Recipients
    signature: SignatureBlock


def render_decision(paper: DecisionPaper, *, profile: LayoutProfile, demo_mark: bool) -> bytes:
    """The decision as .docx bytes; the same paper and profile give the same bytes.

    `demo_mark` prints "SỐ LIỆU GIẢ ĐỊNH" in the header of every page.
    """

    def body(headers: HeaderIds) -> str:
        return (
            head_table(paper.letterhead, profile)
            + title_block(PaperKind.DECISION.title, paper.abstract, profile)
            + small_gap()
            + _decider(paper, profile)
            + "".join(_article(paper, place, profile) for place in range(len(paper.articles)))
            + signature_table(paper.recipients, paper.signature, profile)
            + small_gap()
            + page_section(profile, headers)
        )

    title = f"{PaperKind.DECISION.title} {paper.abstract}"
    return word_file(body, title=title, profile=profile, demo_mark=demo_mark)


def _decider(paper: DecisionPaper, profile: LayoutProfile) -> str:
    """Who decides, on what bases, and the word by which he does."""
    heading, basis = profile.style(Part.AUTHORITY), profile.style(Part.LEGAL_BASIS)
    return (
        line(heading, clean(paper.decider), _KEEP + _SPACED)
        + "".join(line(basis, text) for text in closed_list(paper.legal_bases))
        + line(heading, _DECIDES, _KEEP + _SPACED)
    )


def _article(paper: DecisionPaper, place: int, profile: LayoutProfile) -> str:
    """An article; the last one closes the text and stays on the page of the signature."""
    article, body = paper.articles[place], profile.style(Part.BODY)
    texts = [clean(article.text), *(part for item in article.items for part in paragraphs_of(item))]
    is_last = place == len(paper.articles) - 1
    if is_last:
        texts[-1] = with_end(texts[-1], END_MARK)
    keep = _KEEP if is_last else ""
    head = run(f"Điều {place + 1}. ", bold=True) + run(texts[0])
    return paragraph(Part.BODY, head, keep) + "".join(line(body, text, keep) for text in texts[1:])
