"""The tags of a template: found in the paragraphs of the body, whole or split over runs.

Checking and filling both read a paragraph here, so that they can not see different tags.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from phongtrao.publishing.word_templates.package import W
from phongtrao.publishing.word_templates.places import Place

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_SPACES = re.compile(" +")
_COMMAND = re.compile(r"\{%(tr|p) +(.*?) *%\}")
_NAMED = re.compile(r"\{\{ *([^ {}%#](?:[^{}%#]*[^ {}%#])?) *\}\}", re.DOTALL)
_TEXT, _RUN, _PARAGRAPH = f"{W}t", f"{W}r", f"{W}p"
_ROW, _CELL, _TABLE = f"{W}tr", f"{W}tc", f"{W}tbl"
_AROUND_PARAGRAPHS = {f"{W}{n}" for n in ("tc", "tr", "tbl", "sdt", "sdtContent", "body")}
_BOX = f"{W}txbxContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What a paragraph and its runs may hold and still be nothing but their text.
_IN_PARAGRAPH = {f"{W}{n}" for n in ("pPr", "r", "proofErr", "bookmarkStart", "bookmarkEnd")}
_IN_RUN = {f"{W}{n}" for n in ("rPr", "t", "lastRenderedPageBreak")}
LONGEST_PARAGRAPH = 100_000


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the body: as it is written, as the allow-list writes it, and where."""

    written: str
    place: Place
    paragraph: Any
    is_alone: bool

    @property
    def text(self) -> str:
        """The tag as the allow-list would have it."""
        return canonical(self.written)

    @property
    def container(self) -> Any:
        """The element in which the paragraph stands: the body, or a cell of a table."""
        return self.paragraph.getparent()

    @property
    def row(self) -> Any:
        """The row of the innermost table around it; None outside tables."""
        return next(self.paragraph.iterancestors(_ROW), None)

    @property
    def is_alone_in_row(self) -> bool:
        """Whether its row holds nothing else that would be seen."""
        row = self.row
        if row is None or not self.is_alone:
            return False
        words = "".join(row.itertext(_TEXT)).strip(" ")
        return words == self.written and row.find(f".//{_TABLE}") is None


def canonical(written: str) -> str:
    """A tag with its spaces as the allow-list has them; nothing else about it is changed."""
    named = _NAMED.fullmatch(written)
    if named:
        return f"{{{{ {named[1]} }}}}"
    command = _COMMAND.fullmatch(written)
    return f"{{%{command[1]} {_SPACES.sub(' ', command[2])} %}}" if command else written


@dataclass(frozen=True, slots=True)
class Reading:
    """One paragraph: its tags, and the braces of its text that belong to none."""

    place: Place
    tags: tuple[Tag, ...]
    stray: str
    text: str


def paragraphs(body: Any) -> Iterator[Reading]:
    """Every paragraph of the body in its order, those of boxes and tables too."""
    tables = {table: place for place, table in enumerate(body.iter(_TABLE), 1)}
    for number, paragraph in enumerate(body.iter(_PARAGRAPH), 1):
        texts = texts_of(paragraph)
        whole = "".join(text.text or "" for text in texts)
        if "{" in whole or "}" in whole or len(whole) > LONGEST_PARAGRAPH:
            yield _read(paragraph, texts, whole, _place(paragraph, number, tables))


def texts_of(paragraph: Any) -> list[Any]:
    """The text elements of a paragraph itself, not those of boxes anchored in it."""
    return [
        text
        for text in paragraph.iter(_TEXT)
        if next(text.iterancestors(_PARAGRAPH), None) is paragraph
    ]


def join_tags(body: Any) -> None:
    """Write each tag that is split over runs whole into the run where it begins."""
    for paragraph in body.iter(_PARAGRAPH):
        texts = texts_of(paragraph)
        whole = "".join(text.text or "" for text in texts)
        found = list(_TAG.finditer(whole))
        if not found:
            continue
        kept = list(whole)
        for match in found:
            kept[match.start()] = canonical(match[0])
            kept[match.start() + 1 : match.end()] = [""] * (len(match[0]) - 1)
        at = 0
        for text in texts:
            end = at + len(text.text or "")
            text.text = "".join(kept[at:end])
            text.set(_SPACE, "preserve")
            at = end


def _read(paragraph: Any, texts: list[Any], whole: str, place: Place) -> Reading:
    inner = all(_is_plain(text, paragraph) for text in texts if _has_brace(text.text))
    if not inner and place.kind in {"paragraph", "cell"}:
        place = Place("inline", place.first)
    found = list(_TAG.finditer(whole))
    is_bare = len(found) == 1 and whole.strip(" ") == found[0][0] and _is_bare(paragraph)
    tags = tuple(Tag(match[0], place, paragraph, is_bare) for match in found)
    rest = _TAG.sub("", whole)
    return Reading(place, tags, rest if _has_brace(rest) else "", whole)


def _is_bare(paragraph: Any) -> bool:
    """Whether a paragraph holds text alone: it can be taken out without losing anything."""
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        return False
    if any(child.tag not in _IN_PARAGRAPH for child in paragraph):
        return False
    return all(child.tag in _IN_RUN for run in paragraph.iterchildren(_RUN) for child in run)


def _has_brace(text: str | None) -> bool:
    return bool(text) and ("{" in str(text) or "}" in str(text))


def _is_plain(text: Any, paragraph: Any) -> bool:
    """Whether a text stands in a run of its paragraph and in nothing else."""
    run = text.getparent()
    return run.tag == _RUN and run.getparent() is paragraph


def _place(paragraph: Any, number: int, tables: dict[Any, int]) -> Place:
    around = [element.tag for element in paragraph.iterancestors()]
    if _BOX in around:
        return Place("box")
    if any(tag not in _AROUND_PARAGRAPHS for tag in around[:-1]):
        return Place("hidden")
    cell = next(paragraph.iterancestors(_CELL), None)
    if cell is None:
        return Place("paragraph", number)
    row = next(cell.iterancestors(_ROW))
    return Place(
        "cell",
        tables[next(row.iterancestors(_TABLE))],
        sum(1 for _ in row.itersiblings(_ROW, preceding=True)) + 1,
        sum(1 for _ in cell.itersiblings(_CELL, preceding=True)) + 1,
    )
