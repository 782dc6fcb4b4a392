"""A paper taken apart into the components that the rules speak of."""

import re
from dataclasses import dataclass, field

from phongtrao.publishing.layout_check.closing import Closing, find_closing, is_appendix
from phongtrao.publishing.layout_check.head import Head, find_head
from phongtrao.publishing.layout_check.model import Align, Line, Paper
from phongtrao.publishing.layout_check.text import Sort, Text, find_text
from phongtrao.publishing.layout_check.title import Title, find_title

_WITH_BASES = {"nghi quyet", "quyet dinh"}
_REFERENCE = re.compile(r"\(?\s*(?:kem|ban hanh|dinh kem|theo|phe duyet|thuc hien|phuc vu)\b.*")
_MOST_TITLE_LINES = 6


@dataclass
class Appendix:
    """An appendix: label, title, reference to the paper it goes with."""

    label: Line
    title: list[Line] = field(default_factory=list)
    reference: Line | None = None


@dataclass
class Parts:
    """All components of one paper. `is_appendix` is a file that holds only an appendix."""

    paper: Paper
    head: Head
    title: Title
    text: Text
    closing: Closing
    appendices: list[Appendix]
    is_appendix: bool = False
    # A statute or plan that the paper issues with itself, behind the signature.
    attached: Text = field(default_factory=Text)

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts whose articles count for themselves."""
        return (self.text, self.attached)

    @property
    def is_party(self) -> bool:
        """Whether the paper has the title of Party papers."""
        return self.head.party is not None

    @property
    def is_state(self) -> bool:
        """Whether the decree's rules of a whole paper apply."""
        return not self.is_party and not self.is_appendix

    @property
    def fills_form(self) -> bool:
        """Whether its text is set as the decree says: not where offices have their own forms."""
        return self.is_state and not (self.title.kind is not None and self.title.kind.is_free)


def take_apart(paper: Paper) -> Parts:
    """Find every component; what is not found is missing, or not recognisable."""
    lines = list(paper.lines)
    first = next((line for line in lines if line.text), None)
    if first is not None and is_appendix(first):
        empty = Title(head_end=0, end=0)
        closing = Closing(start=0, end=0)
        return Parts(paper, Head(), empty, Text(), closing, _appendices(lines, 0), is_appendix=True)
    title = find_title(lines)
    closing = find_closing(lines, title.end)
    name = title.kind_line.key if title.kind_line else ""
    head = find_head(lines[: title.head_end], name)
    has_bases = title.kind is not None and title.kind.name in _WITH_BASES
    text = find_text(lines[title.end : closing.start], has_bases=has_bases)
    appendices = _appendices(lines, closing.end)
    attached = _attached(lines, closing.end)
    return Parts(paper, head, title, text, closing, appendices, attached=attached)


def _attached(lines: list[Line], start: int) -> Text:
    """The text behind the signature and before any appendix; lists and forms are none."""
    end = next((n for n in range(start, len(lines)) if is_appendix(lines[n])), len(lines))
    text = find_text(lines[start:end], has_bases=False)
    return text if text.of(Sort.ARTICLE, Sort.DIVISION, Sort.HEADING) else Text()


def _appendices(lines: list[Line], start: int) -> list[Appendix]:
    places = (place for place in range(start, len(lines)) if is_appendix(lines[place]))
    return [_appendix(lines, place) for place in places]


def _appendix(lines: list[Line], place: int) -> Appendix:
    """The title is what stands between label and reference; without one, what is centred."""
    appendix = Appendix(lines[place])
    below = [line for line in lines[place + 1 : place + 20] if line.text][:_MOST_TITLE_LINES]
    for line in below:
        if line.cell is not None or is_appendix(line):
            break
        if line.text.startswith("(") and not _REFERENCE.match(line.key):
            break  # "(Đơn vị tính: …)" is of the table
        if line.text.startswith("(") or line.key.startswith("kem theo "):
            appendix.reference = line
            break
        if line.shape.align != Align.CENTRE and not (line.is_capital or line.is_bold):
            break
        appendix.title.append(line)
    return appendix
