"""What the generator passes from hand to hand: an office's habits, a paper's pieces, a change."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

Line = tuple[str, str]
Lines = list[Line]


@dataclass(frozen=True)
class Habit:
    """How one office types. Sizes and spaces in points, margins and indents in millimetres."""

    head: Literal["table", "single", "tabs"] = "table"
    foot: Literal["table", "tabs"] = "table"
    look: Literal["direct", "styles"] = "direct"
    font: Literal["default", "theme", "direct", "style"] = "default"
    rule: Literal["border", "line", "drawing", "vml"] = "drawing"
    page_number: Literal["", "complex", "simple", "gallery", "frame"] = ""
    margins: tuple[float, float, float, float] = (20, 20, 30, 15)
    """Top, bottom, left, right."""
    body: float = 14
    nation: float = 13
    indent: float = 12.7
    before: float = 6
    after: float = 0
    line: float = 1.0
    split: bool = False
    empty: bool = False
    lists: bool = False
    wide_appendix: bool = False
    party: bool = False
    pages: int = 1


@dataclass
class Piece:
    """One part of a paper as it stands in the file; `alone` = nothing else in its paragraph."""

    part: str
    paragraph: Paragraph
    runs: list[Run]
    alone: bool = True

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass
class Sheet:
    """A paper being typed."""

    document: WordDocument
    habit: Habit
    pieces: list[Piece] = field(default_factory=list)
    rules: dict[str, etree._Element] = field(default_factory=dict)
    """Drawn lines by the part above them."""
    lists: dict[str, etree._Element] = field(default_factory=dict)
    """Word's list definitions by part."""

    def of(self, *parts: str) -> list[Piece]:
        """The pieces of these parts; at least one, or the plant would plant nothing."""
        found = [piece for piece in self.pieces if piece.part in parts]
        if not found:
            raise LookupError(f"no piece {parts}")
        return found


@dataclass(frozen=True)
class Change:
    """One way to spoil a paper: in its wording, in the office's habit or in the typed file."""

    name: str
    lines: Callable[[Lines], Lines] | None = None
    habit: Callable[[Habit], Habit] | None = None
    sheet: Callable[[Sheet], None] | None = None


@dataclass(frozen=True)
class Plant:
    """One paper with exactly one fault."""

    kind: str
    base: str
    change: Change
