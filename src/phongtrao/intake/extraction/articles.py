"""A draft cut into the clauses on which others give their word: articles, clauses, sections.

Rules alone: an article opens with *Điều n*, a clause (*khoản*) with the next number inside it; a
paper without articles is cut at its sections (I., 1.). What stands before the first of them (head
of the paper, legal bases) and from *Nơi nhận* on is no clause.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.segment import Block, blocks_of

WHOLE_LABEL = "Toàn văn"
_ARTICLE, _ROMAN, _NUMBER = 1.5, 1.0, 2.0
_NUMBER_OF = re.compile(r"\d+|[IVX]+")
_RECIPIENTS = re.compile(r"(?m)^\s*noi nhan\b")


class Cutting(StrEnum):
    """How a draft is cut; `auto` takes clauses of articles, else sections, else the whole."""

    AUTO = "auto"
    ARTICLE = "article"
    CLAUSE = "clause"
    SECTION = "section"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Cut:
    """One piece: its name ("Khoản 2 Điều 5") and its place in the text."""

    label: str
    start: int
    end: int


@dataclass(slots=True)
class _Outer:
    """An article or a section with the numbered pieces inside it."""

    number: str
    start: int
    inner: list[tuple[str, int]] = field(default_factory=list)


def cut_text(text: str, cutting: Cutting = Cutting.AUTO) -> list[Cut]:
    """The pieces of a canonical text, in order and apart from each other; [] for an empty one.

    A cutting that fits nothing in the text gives the whole.
    """
    paper = Paper(text)
    body = paper.trimmed(Span(0, _end_of_body(paper)))
    if body.start >= body.end:
        return []
    blocks = [block for block in blocks_of(paper) if block.span.start < body.end]
    starts = list(_starts(blocks, cutting))
    if not starts:
        return [Cut(WHOLE_LABEL, body.start, body.end)]
    ends = [start for start, _label in starts[1:]] + [body.end]
    spans = [paper.trimmed(Span(start, end)) for (start, _), end in zip(starts, ends, strict=True)]
    named = zip(starts, spans, strict=True)
    return _told_apart([Cut(label, span.start, span.end) for (_, label), span in named])


def _starts(blocks: Sequence[Block], cutting: Cutting) -> Iterator[tuple[int, str]]:
    articles = _nested(blocks, _ARTICLE)
    if cutting is Cutting.ARTICLE:
        yield from ((each.start, f"Điều {each.number}") for each in articles)
    elif cutting is Cutting.CLAUSE or (cutting is Cutting.AUTO and len(articles) > 1):
        for each in articles:
            yield from _inside(each, f"Điều {each.number}", "Khoản {inner} {outer}")
    elif cutting in (Cutting.SECTION, Cutting.AUTO):
        yield from _sections(blocks)


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    sections = _nested(blocks, _ROMAN)
    if sections:
        for each in sections:
            yield from _inside(each, f"Mục {each.number}", "{outer}.{inner}")
        return
    numbers = _rising(block for block in blocks if block.depth == _NUMBER)
    if len(numbers) > 1:
        yield from ((start, f"Mục {number}") for number, start in numbers)


def _nested(blocks: Sequence[Block], outer: float) -> list[_Outer]:
    """The outer pieces, each with the numbers that follow each other inside it."""
    places = [place for place, block in enumerate(blocks) if block.depth == outer]
    found = []
    for place, end in pairwise([*places, len(blocks)]):
        inside = [block for block in blocks[place + 1 : end] if block.depth == _NUMBER]
        number = _number(blocks[place])
        found.append(_Outer(number, blocks[place].span.start, _rising(inside)))
    return found


def _rising(blocks: "Sequence[Block] | Iterator[Block]") -> list[tuple[str, int]]:
    """The blocks numbered 1, 2, 3 …; a number out of turn belongs to something quoted."""
    found: list[tuple[str, int]] = []
    for block in blocks:
        number = _number(block)
        if number == str(len(found) + 1):
            found.append((number, block.span.start))
    return found


def _inside(outer: _Outer, name: str, pattern: str) -> Iterator[tuple[int, str]]:
    """The pieces of an article; its heading goes with the first of them."""
    if not outer.inner:
        yield outer.start, name
    for place, (number, start) in enumerate(outer.inner):
        label = pattern.format(inner=number, outer=name)
        yield (start if place else outer.start), label


def _number(block: Block) -> str:
    found = _NUMBER_OF.search(block.mark)
    return found[0] if found else block.mark


def _end_of_body(paper: Paper) -> int:
    """Where the text ends and the foot of the paper begins."""
    found = list(_RECIPIENTS.finditer(paper.key))
    return (
        found[-1].start() if found and found[-1].start() > len(paper.text) // 2 else len(paper.text)
    )


def _told_apart(cuts: list[Cut]) -> list[Cut]:
    """A label that comes again (in an appendix) carries how often it has come."""
    seen: dict[str, int] = {}
    apart = []
    for cut in cuts:
        seen[cut.label] = seen.get(cut.label, 0) + 1
        again = seen[cut.label]
        apart.append(cut if again == 1 else replace(cut, label=f"{cut.label} (lần {again})"))
    return apart
