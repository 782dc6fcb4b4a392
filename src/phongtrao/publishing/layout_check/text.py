"""Finds box 6: legal bases, divisions, articles, clauses, points and plain paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from phongtrao.publishing.layout_check.model import Align, Line

_COUNTED = "mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi"
_CHAPTER = re.compile(
    rf"(phan|chuong)\s+(thu\s+\w+|[ivxlcdm]+|\d{{1,3}}|[abe-h]|{_COUNTED})\s*[.:–-]?(?:\s+(.+))?"
)
_PART = re.compile(
    rf"(muc|tieu muc)\s+(thu\s+\w+|[ivxlcdm]+|\d{{1,3}}|[abe-h]|{_COUNTED})\s*[.:–-]?(?:\s+(.+))?"
)
# The sign may touch what follows: "Điều 1.Phạm vi".
_ARTICLE = re.compile(r"Điều\s+(\d{1,3})(?:\s*([.:;,)/–—-])(?!\d)|()(?=\s|$))", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXL]+\s?[.)/-]\s")
_CLAUSE = re.compile(r"(\d{1,2})\s?(?:([.)/:;,]|[-–—]|[.)/][-–)])\s|([.):])(?=[^\W\d_]))")
_HELD_CLAUSE = re.compile(r"\((\d{1,2})\)\s")
_BARE_CLAUSE = re.compile(r"(\d{1,2})\s(?=[^\W\d_])")
_POINT = re.compile(r"([a-zđ])\s?(?:([.)/:;,\]]|[-–—]|[./][-)])\s|([.)/:])(?=[^\W\d_]{2}))")
_HELD_POINT = re.compile(r"\(([a-zđ])\)\s")
_DETAIL = re.compile(r"\d{1,2}\.\d{1,2}\.?\s")
_BASIS = ("can cu", "theo de nghi", "xet de nghi", "xet ")
_DECIDES = re.compile(r"(?:quyet dinh|quyet nghi|nghi quyet|chi thi)\s*:?")
_ENDS = ".;:!?"
_LONG_SENTENCE = 120
_MARKS = ("-", "–", "+", "•", "*")


class Sort(Enum):
    """What a line of the text is."""

    BASIS = auto()
    DECIDER = auto()
    DIVISION = auto()
    DIVISION_TITLE = auto()
    ARTICLE = auto()
    HEADING = auto()
    CLAUSE = auto()
    POINT = auto()
    ITEM = auto()
    PLAIN = auto()
    CAPTION = auto()
    NOTE = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the text: what it is, and its number and the sign behind it."""

    line: Line
    sort: Sort
    word: str = ""
    number: str = ""
    sign: str = ""


@dataclass
class Text:
    """The lines of the text in order, empty ones left out."""

    lines: list[TextLine] = field(default_factory=list)
    last_is_table: bool = False

    def of(self, *sorts: Sort) -> list[TextLine]:
        """The lines of some sorts."""
        return [each for each in self.lines if each.sort in sorts]

    @property
    def running(self) -> list[TextLine]:
        """The paragraphs to which the rules of running text apply."""
        return self.of(
            Sort.ARTICLE, Sort.HEADING, Sort.CLAUSE, Sort.POINT, Sort.ITEM, Sort.PLAIN, Sort.BASIS
        )


def find_text(lines: list[Line], *, has_bases: bool) -> Text:
    """Sort the lines of a text; `has_bases`: papers of this kind begin with their bases."""
    text = Text()
    lines = _rejoined(lines)
    bases = _bases(lines, is_usual=has_bases)
    previous: TextLine | None = None
    for line in lines:
        if line.cell is not None and not line.box:
            each = TextLine(line, Sort.TABLE)
        elif id(line) in bases:
            each = TextLine(line, Sort.BASIS)
        else:
            each = _sorted(line, previous)
        text.lines.append(each)
        previous = each
    text.last_is_table = bool(text.lines) and text.lines[-1].sort in {Sort.TABLE, Sort.NOTE}
    return text


def _rejoined(lines: list[Line]) -> list[Line]:
    """The lines that print; a sentence that a forced line break cuts is one line."""
    found: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        above = found[-1] if found and found[-1].paragraph == line.paragraph else None
        is_title = line.shape.align == Align.CENTRE or line.is_bold or line.cell is not None
        goes_on = not line.text.startswith(_MARKS)
        is_open = above is not None and above.text[-1] not in _ENDS
        begins = _numbered(line) is not None
        if above is None or is_title or begins or not (goes_on and is_open):
            found.append(line)
            continue
        gap = replace(above.letters[-1], text=" ")
        found[-1] = replace(above, letters=(*above.letters, gap, *line.letters))
    return found


def _bases(lines: list[Line], *, is_usual: bool) -> set[int]:
    """The block of bases: a run of lines, each beginning with the words of a basis.

    One such line alone in a paper without bases is a sentence ("Căn cứ …, Sở báo cáo:").
    """
    found: list[Line] = []
    for line in lines:
        if not line.text or line.cell is not None:
            continue
        goes_on = bool(found) and line.is_italic and found[-1].text.endswith((";", ","))
        if (line.key.startswith(_BASIS) or goes_on) and line.shape.align != Align.CENTRE:
            found.append(line)
        elif found or not _may_precede(line):
            break
    is_sentence = len(found) == 1 and (found[0].text.endswith(":") or not is_usual)
    ended = [each.text.endswith((";", ".", ",")) for each in found]
    is_list = is_usual or all(ended) or (len(found) > 1 and any(ended))
    return set() if is_sentence or not is_list else {id(each) for each in found}


def _may_precede(line: Line) -> bool:
    """Who decides stands between the title and the bases."""
    return line.is_capital or line.shape.align == Align.CENTRE


def _sorted(line: Line, previous: TextLine | None) -> TextLine:
    division = _division(line)
    if division is not None:
        return division
    if _is_division_title(line, previous):
        return TextLine(line, Sort.DIVISION_TITLE)
    numbered = _numbered(line) or _unmarked(line, previous)
    if numbered is not None:
        return numbered
    is_sentence = len(line.text) > _LONG_SENTENCE and line.text[-1] in _ENDS and not line.has_bold
    is_centred = line.shape.align == Align.CENTRE and not (is_sentence and not line.is_italic)
    if is_centred or _DECIDES.fullmatch(line.key):
        decides = line.is_capital and (
            previous is None or previous.sort in {Sort.BASIS, Sort.DECIDER}
        )
        return TextLine(line, Sort.DECIDER if decides else Sort.CAPTION)
    if previous is not None and previous.sort in {Sort.TABLE, Sort.NOTE} and line.is_italic:
        return TextLine(line, Sort.NOTE)
    if line.text.startswith(_MARKS):
        return TextLine(line, Sort.ITEM)
    return TextLine(line, Sort.PLAIN)


def _division(line: Line) -> TextLine | None:
    for pattern in (_CHAPTER, _PART):
        found = pattern.fullmatch(line.key)
        if found is None:
            continue
        stands_out = line.shape.align == Align.CENTRE or line.is_bold or line.is_capital
        if found[3] is None or stands_out:
            return TextLine(
                line, Sort.DIVISION, word=found[1], number=found[2], sign=found[3] or ""
            )
    return None


def _is_division_title(line: Line, previous: TextLine | None) -> bool:
    """The title under a division: right below it, where that has none of its own."""
    if previous is None or previous.sort is not Sort.DIVISION or previous.sign:
        return False
    is_numbered = _ARTICLE.match(line.text) or _CLAUSE.match(line.text)
    return not is_numbered and len(line.text) < 160 and not line.text.endswith((".", ";", ":"))


def _numbered(line: Line) -> TextLine | None:
    text = f"{line.text} "
    found = _ARTICLE.match(text)
    if found and line.text[0] in "ĐđÐ":
        return TextLine(line, Sort.ARTICLE, number=found[1], sign=found[2] or "")
    if _ROMAN.match(text) and (line.is_bold or line.is_capital):
        return TextLine(line, Sort.HEADING)
    if _DETAIL.match(text):
        return TextLine(line, Sort.ITEM)
    found = _CLAUSE.match(text)
    if found:
        return TextLine(line, Sort.CLAUSE, number=found[1], sign=found[2] or found[3])
    found = _POINT.match(text)
    if found:
        return TextLine(line, Sort.POINT, number=found[1], sign=found[2] or found[3])
    for pattern, sort in ((_HELD_POINT, Sort.POINT), (_HELD_CLAUSE, Sort.CLAUSE)):
        found = pattern.match(text)
        if found:
            return TextLine(line, sort, number=found[1], sign="()")
    return None


def _unmarked(line: Line, previous: TextLine | None) -> TextLine | None:
    """A clause whose number has no sign: the number follows from the line above."""
    found = _BARE_CLAUSE.match(line.text)
    if found is None or previous is None or not line.text[found.end()].isupper():
        return None
    opens = previous.sort is Sort.ARTICLE or previous.line.text.endswith(":")
    begins = opens and found[1] == "1"
    goes_on = previous.sort is Sort.CLAUSE and int(found[1]) == int(previous.number) + 1
    return TextLine(line, Sort.CLAUSE, number=found[1]) if begins or goes_on else None


def paragraphs(lines: list[TextLine]) -> Iterator[TextLine]:
    """The first line of each paragraph: indents and spaces belong to whole paragraphs."""
    return (each for each in lines if each.line.piece == 0)
