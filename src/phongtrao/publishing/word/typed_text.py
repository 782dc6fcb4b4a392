"""The text of a paper as somebody types it, line by line, taken apart into sections and articles.

Numbers are only read to know what a line is: they are counted anew, points in the order of the
Vietnamese alphabet, so that a line put in between needs no renumbering by hand.
"""

import re
from dataclasses import dataclass, field

from phongtrao.core.vietnamese import point_letter, roman
from phongtrao.publishing.rules.typed_tables import blocks_of, grid_of
from phongtrao.publishing.word.papers import (
    Article,
    Clause,
    PaperSection,
    SectionLevel,
    Statement,
    TypedTable,
)
from phongtrao.publishing.word.wording import paragraphs_of

_CHAPTER = re.compile(r"Chương\s+(?:[IVXLC]+|\d{1,3})\s*[.:]?\s*(.*)", re.IGNORECASE)
_ARTICLE = re.compile(r"Điều\s+\d{1,3}\s*[.:]\s*(.*)", re.IGNORECASE)
_SECTION = re.compile(r"[IVXL]+\s?[.)]\s+(.+)")
_CLAUSE = re.compile(r"\d{1,2}\s?[.)]\s+(.+)")
_POINT = re.compile(r"[a-zđ]\s?[.)]\s+(.+)")
_LONGEST_TITLE = 150
_ENDS = (".", ";", ":", ",", "!", "?")


def sections_of(text: str) -> tuple[PaperSection, ...]:
    """Chapters, sections, clauses, points, articles and plain paragraphs, in order.

    "Chương I …", "Điều 1. …", "I. …", "1. …", "a) …" at the start of a line make them; a line that
    does not end like a sentence is a heading. Lines with cells are a table; what comes after one in
    an article is plain text.
    """
    reader = _Reader()
    for block in blocks_of(text):
        if block.is_table:
            reader.put(TypedTable(grid_of(block)))
            continue
        for line in paragraphs_of(block.text):
            reader.take(line)
    return reader.sections()


def content_of(text: str) -> tuple[Statement | TypedTable, ...]:
    """The paragraphs and tables of an appendix, in order, with the numbers that were typed."""
    found: list[Statement | TypedTable] = []
    for block in blocks_of(text):
        if block.is_table:
            found.append(TypedTable(grid_of(block)))
        else:
            found += [Statement(line) for line in paragraphs_of(block.text)]
    return tuple(found)


@dataclass
class _Clause:
    text: str
    points: list[str] = field(default_factory=list)


@dataclass
class _Article:
    title: str
    text: list[str]
    clauses: list[_Clause] = field(default_factory=list)
    points: int = 0

    def made(self) -> Article:
        clauses = tuple(Clause(each.text, tuple(each.points)) for each in self.clauses)
        return Article("\n".join(filter(None, self.text)), clauses, self.title)


@dataclass
class _Section:
    level: SectionLevel
    number: str = ""
    title: str = ""
    content: list[Statement | TypedTable | _Article] = field(default_factory=list)

    def made(self) -> PaperSection:
        content = (each.made() if isinstance(each, _Article) else each for each in self.content)
        return PaperSection(self.level, self.number, self.title, tuple(content))


class _Reader:
    """Takes one line after the other; what a line belongs to depends on those above it."""

    def __init__(self) -> None:
        self._found: list[_Section] = []
        self._counts = dict.fromkeys(SectionLevel, 0)
        self._article: _Article | None = None
        self._awaits_title = False

    def sections(self) -> tuple[PaperSection, ...]:
        return tuple(each.made() for each in self._found)

    def take(self, line: str) -> None:
        chapter, article = _CHAPTER.fullmatch(line), _ARTICLE.fullmatch(line)
        section = _SECTION.fullmatch(line)
        if chapter:
            self._begin(SectionLevel.CHAPTER, chapter[1])
            self._awaits_title = not chapter[1]
        elif self._awaits_title and not article:
            self._found[-1].title, self._awaits_title = line, False
        elif article:
            self._awaits_title = False
            self._begin_article(article[1])
        elif section and len(section[1]) <= _LONGEST_TITLE:
            self._begin(SectionLevel.SECTION, section[1].rstrip(" ."))
        elif self._article is not None:
            self._within_article(self._article, line)
        else:
            self._plain(line)

    def put(self, table: TypedTable) -> None:
        """A table stands where it was typed; it ends an article."""
        self._article = None
        self._holder().content.append(table)

    def _begin(self, level: SectionLevel, title: str) -> None:
        number = self._next(level)
        self._article = None
        self._found.append(_Section(level, number, title))

    def _next(self, level: SectionLevel) -> str:
        """The next number at a level; what stands below it begins again."""
        levels = list(SectionLevel)
        for below in levels[levels.index(level) + 1 :]:
            self._counts[below] = 0
        self._counts[level] += 1
        count = self._counts[level]
        if level is SectionLevel.POINT:
            return point_letter(count)
        return str(count) if level is SectionLevel.CLAUSE else roman(count)

    def _begin_article(self, text: str) -> None:
        is_title = _is_title(text)
        self._article = _Article(text if is_title else "", [] if is_title else [text])
        self._holder().content.append(self._article)

    def _within_article(self, article: _Article, line: str) -> None:
        clause, point = _CLAUSE.fullmatch(line), _POINT.fullmatch(line)
        if clause:
            article.clauses.append(_Clause(clause[1]))
        elif point and article.clauses:
            article.clauses[-1].points.append(point[1])
        elif point:
            article.points += 1
            article.text.append(f"{point_letter(article.points)}) {point[1]}")
        elif article.clauses and article.clauses[-1].points:
            article.clauses[-1].points[-1] += f"\n{line}"
        elif article.clauses:
            article.clauses[-1].text += f"\n{line}"
        else:
            article.text.append(line)

    def _plain(self, line: str) -> None:
        for pattern, level, mark in (
            (_CLAUSE, SectionLevel.CLAUSE, "."),
            (_POINT, SectionLevel.POINT, ")"),
        ):
            found = pattern.fullmatch(line)
            if found and _is_title(found[1]):
                self._begin(level, found[1])
                return
            if found:
                self._say(f"{self._next(level)}{mark} {found[1]}")
                return
        self._say(line)

    def _say(self, text: str) -> None:
        self._holder().content.append(Statement(text))

    def _holder(self) -> _Section:
        if not self._found:
            self._found.append(_Section(SectionLevel.SECTION))
        return self._found[-1]


def _is_title(text: str) -> bool:
    return bool(text) and len(text) <= _LONGEST_TITLE and not text.endswith(_ENDS)
