"""A fault, and the questions that most rules ask of a line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from phongtrao.core.formats import number
from phongtrao.publishing.layout_check.components import Parts
from phongtrao.publishing.layout_check.model import Align, Line

_LONGEST_EXCERPT = 90
_NEAR = 0.01
FAR_ASIDE_MM = 20  # twice what the line is off the middle: a forgotten first indent is no fault
SINGLE_LINE = 1.15  # the height of a single line of Times in sizes of its letters


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the rule `code`: the words it is at, and what was seen there."""

    code: str
    excerpt: str = ""
    seen: str = ""


Check = Callable[[Parts], Iterator[Fault]]


def at(code: str, line: Line, seen: str = "") -> Fault:
    """A fault at a line."""
    text = line.text
    if len(text) > _LONGEST_EXCERPT:
        text = text[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + "…"
    return Fault(code, text, seen)


def size_faults(code: str, lines: Sequence[Line], low: float, high: float) -> Iterator[Fault]:
    """Letters of another size."""
    for line in lines:
        wrong = [e.size for e in line.lettered if not low - _NEAR <= e.size <= high + _NEAR]
        if wrong:
            yield at(code, line, f"cỡ chữ {shown(wrong[0])}")


def bold_faults(code: str, lines: Sequence[Line]) -> Iterator[Fault]:
    """Lines that are not bold and upright all through."""
    for line in lines:
        if not line.is_bold:
            yield at(code, line, "không in đậm")
        elif line.has_italic:
            yield at(code, line, "in nghiêng")


def plain_faults(code: str, lines: Sequence[Line]) -> Iterator[Fault]:
    """Lines that are bold or italic somewhere."""
    for line in lines:
        if line.has_bold or line.has_italic:
            yield at(code, line, "in đậm" if line.has_bold else "in nghiêng")


def italic_faults(code: str, lines: Sequence[Line]) -> Iterator[Fault]:
    """Lines that are not italic all through, or bold."""
    for line in lines:
        if not line.is_italic:
            yield at(code, line, "không in nghiêng")
        elif line.has_bold:
            yield at(code, line, "in đậm")


def centre_faults(code: str, lines: Sequence[Line]) -> Iterator[Fault]:
    """Lines that do not stand in the middle of their column, as far as the file says it."""
    for line in lines:
        is_centred = line.shape.align == Align.CENTRE
        if line.is_shared:
            is_centred = line.stop in {None, Align.CENTRE}
        if not is_centred:
            yield at(code, line, "không canh giữa")


def middle_faults(code: str, lines: Sequence[Line]) -> Iterator[Fault]:
    """Lines that do not stand in the middle of the page: indents may push them out of it."""
    yield from centre_faults(code, lines)
    for line in lines:
        if line.shape.align == Align.CENTRE and abs(line.shape.aside) > FAR_ASIDE_MM:
            yield at(code, line, "thụt lề nên lệch khỏi giữa")


def capital_faults(code: str, lines: Sequence[Line]) -> Iterator[Fault]:
    """Lines that are not all capitals."""
    for line in lines:
        if not line.is_capital:
            yield at(code, line)


def shown(measure: float) -> str:
    """A measure as people write it: "13", "12,5"."""
    return number(measure, 0 if measure == int(measure) else 1)
