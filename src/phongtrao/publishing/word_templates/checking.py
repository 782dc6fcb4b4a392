"""The check of a template: every tag of the file is in the allow-list, and in its right place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.publishing.word_templates.package import (
    BRACE,
    TemplatePackage,
    UnreadableTemplateError,
    around,
    serialised,
)
from phongtrao.publishing.word_templates.placeholders import (
    CLOSINGS,
    IN_LOOPS,
    OPENINGS,
    PARAGRAPHS,
    SINGLE,
    TAGS,
    Loop,
    loops_with,
)
from phongtrao.publishing.word_templates.places import Fault, Place
from phongtrao.publishing.word_templates.tags import LONGEST_PARAGRAPH, Reading, Tag, paragraphs

MOST_FAULTS = 20
MOST_TAGS = 400
MOST_LOOPS = 40
# Text of the whole body: a report of 40 pages, itself no template, has about 100,000.
LONGEST_BODY = 400_000
_NAME = re.compile(r"\{\{ ([\w .]*) \}\}")
_LIKENESS = 0.6


def check(data: bytes) -> list[Fault]:
    """What keeps a docx from being a template, in its order; none for one that is."""
    try:
        package = TemplatePackage(data)
    except UnreadableTemplateError as fault:
        return [Fault(str(fault))]
    readings = list(paragraphs(package.body))
    found = [fault for reading in readings for fault in _faults_of(reading)]
    tags = [tag for reading in readings for tag in reading.tags]
    known = [tag for tag in tags if tag.text in TAGS]
    found += _Nesting().faults_of(known)
    found += package.stray_tags()
    if not found:
        found += _hidden(package, readings)
    loops = sum(tag.text in OPENINGS for tag in known)
    if len(tags) > MOST_TAGS or loops > MOST_LOOPS:
        found.append(Fault("too-many"))
    if sum(map(len, package.body.itertext())) > LONGEST_BODY:
        found.append(Fault("too-long"))
    if not found and not tags:
        found.append(Fault("empty"))
    return found[:MOST_FAULTS]


def _faults_of(reading: Reading) -> Iterable[Fault]:
    if len(reading.text) > LONGEST_PARAGRAPH:
        yield Fault("too-long", reading.place)
        return
    for tag in reading.tags:
        if tag.text not in TAGS:
            yield _unknown(tag)
        elif reading.place.kind not in {"paragraph", "cell"}:
            yield Fault("place", reading.place, tag.written)
    found = BRACE.search(reading.stray)
    if found:
        yield Fault("brace", reading.place, around(reading.stray, found.start()))


def _unknown(tag: Tag) -> Fault:
    """A tag that is not in the list: a misspelt name, or something that templates may not do."""
    if tag.text.lower() in TAGS or tidy_line(tag.written) != tag.written:
        return Fault("marks", tag.place, tag.written)
    name = _NAME.fullmatch(tag.text)
    if name is None or "__" in name[1]:
        return Fault("construct", tag.place, tag.written)
    near = nearest(name[1])
    return Fault("near" if near else "unknown", tag.place, tag.written, near)


def nearest(name: str) -> str:
    """The tag of the placeholder that is spelled most like `name`; "" where none is near."""
    known = {**SINGLE, **IN_LOOPS}
    asked = fold(name).replace(" ", "_")
    found = get_close_matches(asked, list(known), n=1, cutoff=_LIKENESS)
    if not found:
        tails = {each.rpartition(".")[2]: each for each in IN_LOOPS}
        found = [tails[asked]] if asked in tails else []
    return known[found[0]].tag if found else ""


def _hidden(package: TemplatePackage, readings: list[Reading]) -> Iterable[Fault]:
    """Braces that the engine would read and that stand in no paragraph's text."""
    text = serialised(package.document)
    seen = sum(len(BRACE.findall(reading.text)) for reading in readings)
    if len(BRACE.findall(text)) == seen:
        return
    told = {tag.written for reading in readings for tag in reading.tags}
    for tag in told:
        text = text.replace(tag, "")
    found = BRACE.search(text)
    yield Fault("place", Place("hidden"), around(text, found.start()) if found else "")


@dataclass
class _Nesting:
    """The loops that are open while the tags are read in their order."""

    open: list[tuple[Loop, Tag]] = field(default_factory=list)

    def faults_of(self, tags: Iterable[Tag]) -> list[Fault]:
        """What is wrong with loops and with placeholders that belong into one."""
        found: list[Fault] = []
        for tag in tags:
            if tag.text in OPENINGS:
                found += self._opened(OPENINGS[tag.text], tag)
            elif tag.text in CLOSINGS.values():
                found += self._closed(tag)
            else:
                found += self._placed(tag)
        found += [Fault("loop-open", t.place, t.written, loop.closing) for loop, t in self.open]
        return found

    def _opened(self, loop: Loop, tag: Tag) -> Iterable[Fault]:
        yield from _stands(loop.tag, tag)
        items = [each.item for each, _tag in self.open]
        if loop.parent and (not items or items[-1] != loop.parent):
            yield Fault("scope", tag.place, tag.written, _opening_of(loop.parent))
        elif not loop.parent and items:
            yield Fault("loop-outside", tag.place, tag.written)
        self.open.append((loop, tag))

    def _closed(self, tag: Tag) -> Iterable[Fault]:
        kind = next(kind for kind, text in CLOSINGS.items() if text == tag.text)
        yield from _stands(kind, tag)
        if not self.open:
            yield Fault("loop-close", tag.place, tag.written)
            return
        loop, opening = self.open.pop()
        if loop.tag != kind or not _same_place(loop, opening, tag):
            yield Fault("loop-open", opening.place, opening.written, loop.closing)

    def _placed(self, tag: Tag) -> Iterable[Fault]:
        name = tag.text.strip("{} ")
        loops = loops_with(name)
        if loops and not any(loop in loops for loop, _tag in self.open):
            yield Fault("scope", tag.place, tag.written, loops[0].opening)


def _stands(kind: str, tag: Tag) -> Iterable[Fault]:
    """Whether the tag of a loop has its paragraph or row for itself."""
    if kind == PARAGRAPHS and not tag.is_alone:
        yield Fault("loop-alone", tag.place, tag.written)
    if kind != PARAGRAPHS and not tag.is_alone_in_row:
        yield Fault("loop-row", tag.place, tag.written)


def _same_place(loop: Loop, opening: Tag, closing: Tag) -> bool:
    """Whether both ends stand in one body or cell, or in rows of one table."""
    if loop.tag == PARAGRAPHS:
        return opening.container is closing.container
    first, last = opening.row, closing.row
    return first is not None and last is not None and first.getparent() is last.getparent()


def _opening_of(item: str) -> str:
    return next(loop.opening for loop in OPENINGS.values() if loop.item == item)
