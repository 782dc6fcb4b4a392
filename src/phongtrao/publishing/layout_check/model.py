"""A paper as the checks see it: lines of letters with their effective look, and its sheets.

Lengths are millimetres, sizes and spaces points. Everything inherited is already resolved.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from phongtrao.core.vietnamese import fold, nfc

# Signs that print nothing, and the hyphens that never break a line.
_SHOWN = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)) | dict.fromkeys(
    (0x2010, 0x2011), "-"
)


class Align(StrEnum):
    """Where a line stands between its margins."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFIED = "both"


@dataclass(frozen=True, slots=True)
class Letters:
    """A stretch of text of one look; `fonts` are those its letters really use."""

    text: str
    fonts: tuple[str, ...] = ()
    size: float = 10
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: str = ""
    is_page_number: bool = False
    # How a field writes a page number where it says so itself ("roman"), in small letters.
    number_style: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """Indents and spaces of a paragraph; `line` in multiples of a line, 0 = an exact height.

    `exact` and `least` are heights of a line in points, 0 where none is set.
    """

    align: Align = Align.LEFT
    start: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    exact: float = 0
    least: float = 0
    contextual: bool = False
    style: str = ""
    right: float = 0
    left: float = 0
    stops: tuple[tuple[float, Align], ...] = ()

    @property
    def aside(self) -> float:
        """How far indents move the middle of a centred line out of the middle, twice."""
        return self.start - self.right


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: which table of the paper, which row and column, of how many columns."""

    table: int
    row: int
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line as its author made it: a paragraph, cut at forced line breaks.

    `paragraph` numbers the paragraphs, `piece` the lines in one, `tab` the stretches between tabs
    (`stretches`). `rules` counts the solid lines that are drawn at it, `box` says that it stands in
    a text box, `is_shared` that tabs set it beside others, `stop` how the tab's stop sets it.
    `middles` are how far in from the left margin the middles of drawn lines stand, as far as the
    file says so.
    """

    letters: tuple[Letters, ...]
    shape: Shape
    paragraph: int
    piece: int = 0
    tab: int = 0
    is_shared: bool = False
    stop: Align | None = None
    cell: Cell | None = None
    section: int = 0
    box: bool = False
    rules: int = 0
    middles: tuple[float, ...] = ()
    starts_page: bool = False

    @property
    def text(self) -> str:
        """The text without the white space at its ends and signs that print nothing, composed."""
        return " ".join(nfc("".join(each.text for each in self.letters)).translate(_SHOWN).split())

    @property
    def key(self) -> str:
        """The text without case and marks."""
        return fold(self.text)

    @property
    def raw(self) -> str:
        """The text as it stands in the file."""
        return "".join(each.text for each in self.letters)

    def stretches(self) -> list["Line"]:
        """The line cut at its tabs, as heads are written that have no table."""
        cut: list[list[Letters]] = [[]]
        for each in self.letters:
            first, *more = each.text.split("\t")
            cut[-1].append(replace(each, text=first))
            cut += [[replace(each, text=text)] for text in more]
        shared = len(cut) > 1
        stops = stops_of(cut, self.shape)
        found = [
            replace(self, letters=tuple(part), tab=place, is_shared=shared, stop=stops[place])
            for place, part in enumerate(cut)
        ]
        return [line for line in found if line.text] or [self]

    @property
    def visible(self) -> tuple[Letters, ...]:
        """The stretches that print something."""
        return tuple(each for each in self.letters if each.text.strip())

    @property
    def is_capital(self) -> bool:
        """Whether every letter is a capital."""
        letters = [char for char in self.text if char.isalpha()]
        return bool(letters) and all(char.isupper() for char in letters)

    @property
    def size(self) -> float:
        """The size of most letters."""
        weights: dict[float, int] = {}
        for each in self.visible:
            weights[each.size] = weights.get(each.size, 0) + len(each.text)
        return max(weights, key=lambda size: weights[size]) if weights else 0

    @property
    def is_bold(self) -> bool:
        """Whether everything printed is bold."""
        return bool(self.visible) and all(each.bold for each in self.lettered)

    @property
    def is_italic(self) -> bool:
        """Whether everything printed is italic."""
        return bool(self.visible) and all(each.italic for each in self.lettered)

    @property
    def lettered(self) -> tuple[Letters, ...]:
        """The stretches with letters or figures: nobody sees whether a comma is bold."""
        found = tuple(each for each in self.visible if any(map(str.isalnum, each.text)))
        return found or self.visible

    @property
    def has_bold(self) -> bool:
        """Whether something printed is bold."""
        return any(each.bold for each in self.lettered)

    @property
    def has_italic(self) -> bool:
        """Whether something printed is italic."""
        return any(each.italic for each in self.lettered)


MM_PER_POINT = 25.4 / 72
_WIDTH, _CAPITAL_WIDTH, _SPACE_WIDTH = 0.44, 0.64, 0.25  # of letters of Times in sizes


def printed_width(letters: Iterable[Letters]) -> float:
    """About how wide letters print, in millimetres."""
    return sum(each.size * MM_PER_POINT * _width(char) for each in letters for char in each.text)


def _width(char: str) -> float:
    if char.isspace():
        return _SPACE_WIDTH
    return _CAPITAL_WIDTH if char.isupper() else _WIDTH


def stops_of(cut: list[list[Letters]], shape: Shape) -> list[Align | None]:
    """How the stop before each stretch sets it; None where the file has no stop for it."""
    found: list[Align | None] = [None]
    reached = shape.start + printed_width(cut[0])
    for part in cut[1:]:
        place, align = next((stop for stop in shape.stops if stop[0] > reached), (None, None))
        found.append(align)
        if place is None:
            continue
        shares = {Align.CENTRE: 0.5, Align.RIGHT: 0.0}
        reached = place + printed_width(part) * shares.get(align or Align.LEFT, 1.0)
    return found


@dataclass(frozen=True, slots=True)
class Header:
    """A header or footer: its lines, and where it prints."""

    lines: tuple[Line, ...]
    is_footer: bool
    kind: str

    @property
    def number(self) -> Line | None:
        """The line that holds the page number."""
        return next(
            (line for line in self.lines if any(each.is_page_number for each in line.letters)), None
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages on one kind of sheet; `headers` are those that print.

    `is_two_sided` says that even pages have headers of their own, `is_turned` that the file calls
    the sheet one across, whatever it measures.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    hides_first: bool
    number_format: str
    number_start: int | None
    headers: tuple[Header, ...] = ()
    is_two_sided: bool = False
    is_turned: bool = False

    @property
    def is_across(self) -> bool:
        """Whether the sheet lies across."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole file: its lines in order, empty ones too, and its sheets."""

    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    pages: int = 1

    def printed(self) -> Iterable[Line]:
        """The lines that print something."""
        return (line for line in self.lines if line.text)
