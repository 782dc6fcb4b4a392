"""Reads the text of a user guide: tasks, their numbered steps, the words of screens, pictures.

The text is a small part of Markdown. Everything outside that part is either plain text (links,
HTML) or a fault that names its line, so that no text can bring markup of its own onto a page.

    # Title                     once, then paragraphs
    ## A task                   then paragraphs, numbered steps, paragraphs
    1. Press **Send**.          **words of a button or link**, *other words of the screen*
       ![Caption](hinh:key)     a picture, in a paragraph of its own inside the step
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from phongtrao.core.vietnamese import fold

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST_TEXT = 60_000
_PICTURE = "hinh:"
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MARKS = {"strong_open": "verb", "em_open": "label", "strong_close": "", "em_close": ""}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one kind: plain (""), of a button or link ("verb"), or other ("label")."""

    text: str
    mark: str = ""


Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its key; the browser tests take it."""

    key: str
    caption: str


@dataclass(slots=True)
class Step:
    """One step: a short paragraph, and what the screen shows at that moment."""

    words: Paragraph
    pictures: list[Picture] = field(default_factory=list)

    def marked(self, mark: str) -> list[str]:
        """The words of one kind, in the order of reading."""
        return [piece.text for piece in self.words if piece.mark == mark]


@dataclass(slots=True)
class GuideTask:
    """One task: what it is for, its steps, what to know afterwards."""

    title: str
    lead: list[Paragraph] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Its place within the page."""
        return "-".join(re.findall(r"[a-z0-9]+", fold(self.title)))


@dataclass(slots=True)
class Guide:
    """The guide of one role."""

    title: str = ""
    lead: list[Paragraph] = field(default_factory=list)
    tasks: list[GuideTask] = field(default_factory=list)

    @property
    def pictures(self) -> list[Picture]:
        """All pictures, in the order of reading."""
        return [seen for task in self.tasks for step in task.steps for seen in step.pictures]


class GuideError(ValueError):
    """A text that is no guide; tells its maintainer what is wrong and near which line."""


def read_guide(text: str) -> Guide:
    """The guide that a text tells.

    Raises:
        GuideError: with the line, for anything that a guide does not have.
    """
    if len(text) > LONGEST_TEXT:
        raise GuideError("line 1: longer than a guide may be")
    from markdown_it import MarkdownIt  # late: most processes never show a guide

    parser = MarkdownIt("zero").enable(["heading", "list", "emphasis", "image"])
    reading = _Reading()
    for token in parser.parse(text):
        reading.take(token)
    reading.end()
    return reading.guide


class _Reading:
    """Where the reading stands between two tokens."""

    def __init__(self) -> None:
        self.guide = Guide()
        self._heading = ""
        self._lists = 0
        self._is_new_step = False
        self._line = 1

    def take(self, token: "Token") -> None:
        """Go on by one token of the parser."""
        if token.map:
            self._line = token.map[0] + 1
        if token.type == "heading_open":
            self._heading = token.tag
        elif token.type == "heading_close":
            self._heading = ""
        elif token.type == "ordered_list_open":
            self._open_list()
        elif token.type == "ordered_list_close":
            self._lists -= 1
        elif token.type == "list_item_open":
            self._is_new_step = True
        elif token.type == "list_item_close":
            self._refuse_if(self._is_new_step, "a step without words")
        elif token.type == "inline":
            self._take_text(token)
        else:
            outside = token.type not in {"paragraph_open", "paragraph_close"}
            self._refuse_if(outside, "only numbered lists are read")

    def end(self) -> None:
        """Refuse a text that ends too early."""
        empty = not self.guide.tasks or any(not task.steps for task in self.guide.tasks)
        self._refuse_if(empty, "a task without steps")
        anchors = [task.anchor for task in self.guide.tasks]
        twice = len(set(anchors)) < len(anchors)
        self._refuse_if(twice, "two tasks of one name")

    def _open_list(self) -> None:
        task = self.guide.tasks[-1] if self.guide.tasks else None
        misplaced = task is None or bool(task.steps) or self._lists > 0
        self._refuse_if(misplaced, "a task has one list of steps")
        self._lists += 1

    def _take_text(self, token: "Token") -> None:
        if self._heading:
            self._take_heading(token)
        elif self._lists:
            self._take_step(token)
        else:
            self._refuse_if(not self.guide.title, "the title comes first")
            self._paragraphs().append(self._pieces(token))

    def _take_heading(self, token: "Token") -> None:
        words = " ".join(piece.text for piece in self._pieces(token))
        if self._heading == "h1":
            self._refuse_if(bool(self.guide.title), "a second title")
            self.guide.title = words
        else:
            wrong = self._heading != "h2" or not self.guide.title or not words
            self._refuse_if(wrong, "a task is headed by ##, below the title")
            self.guide.tasks.append(GuideTask(words))

    def _take_step(self, token: "Token") -> None:
        steps = self.guide.tasks[-1].steps
        if self._is_new_step:
            steps.append(Step(self._pieces(token)))
            self._is_new_step = False
        else:
            steps[-1].pictures.append(self._picture(token))

    def _paragraphs(self) -> list[Paragraph]:
        if not self.guide.tasks:
            return self.guide.lead
        task = self.guide.tasks[-1]
        return task.notes if task.steps else task.lead

    def _picture(self, token: "Token") -> Picture:
        parts = token.children or []
        alone = len(parts) == 1 and parts[0].type == "image"
        self._refuse_if(not alone, "a step is one paragraph, then pictures")
        address = str(parts[0].attrs.get("src", ""))
        key, caption = address.removeprefix(_PICTURE), parts[0].content.strip()
        wrong = not address.startswith(_PICTURE) or not _KEY.fullmatch(key) or not caption
        self._refuse_if(wrong, "a picture is ![caption](hinh:key)")
        return Picture(key, caption)

    def _pieces(self, token: "Token") -> Paragraph:
        pieces = tuple(self._each_piece(token.children or []))
        self._refuse_if(not pieces, "a paragraph without words")
        return pieces

    def _each_piece(self, parts: "list[Token]") -> Iterator[Piece]:
        mark = ""
        for part in parts:
            if part.type in _MARKS:
                nested = bool(mark) and bool(_MARKS[part.type])
                self._refuse_if(nested, "marks within marks")
                mark = _MARKS[part.type]
            else:
                self._refuse_if(part.type != "text", "a picture stands in a paragraph of its own")
                if part.content:
                    yield Piece(re.sub(r"\s+", " ", part.content), mark)

    def _refuse_if(self, wrong: bool, what: str) -> None:  # noqa: FBT001 - a condition, not an option
        if wrong:
            raise GuideError(f"line {self._line}: {what}")
