"""All text of one XML part: what is shown, what is hidden, and what stands in attributes.

The wall has read the part before: there is no declaration, no giant and no depth in it.
"""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote
from xml.parsers import expat

from phongtrao.core.guard.tables import Cell, TableLines, header_word

# Elements that carry a piece of a line: a number may be cut by them.
_INLINE_LISTED = (
    "r t rPh delText instrText ins del moveFrom moveTo hyperlink smartTag fldSimple sdt sdtContent"
    " span b i u s em strong font ruby rubyBase rt customXml dir bdo fld oMath oMathPara"
)
_INLINE = frozenset(_INLINE_LISTED.split())
# A note over a word is no part of the word.
_RUBY = frozenset({"rt", "rubyBase"})
# Elements that end a line whether or not they hold text themselves.
_BLOCKS_LISTED = "p tbl tr txbxContent body hdr ftr footnote endnote comment si row li div"
_BLOCKS = frozenset(_BLOCKS_LISTED.split())
_TEXT_ATTRIBUTES_LISTED = (
    "descr title alt tooltip display displayText author userName name text string prompt"
    " promptTitle"
    " error errorTitle Target target oddHeader location initials displayName lastValue src href"
    " caption tag instr refersTo oddFooter dataCaption rowHeaderCaption colHeaderCaption"
)
_TEXT_ATTRIBUTES = frozenset(_TEXT_ATTRIBUTES_LISTED.split())
_VALUE_ELEMENTS_LISTED = (
    "docVar alias tag default description result helpText statusText listEntry placeholder"
    " listItem lvlText inputCells"
)
_VALUE_ELEMENTS = frozenset(_VALUE_ELEMENTS_LISTED.split())


_NAMED_LOOKS = frozenset({"name", "aliases"})
# A format of figures holds nought and other signs as places; a writer's digits are 1-9 or quoted.
_WRITTEN = re.compile(r"[1-9]|[\"\\].*\d")
_QUOTED = re.compile(r'"([^"]*)"')
_FORM_MARKS = re.compile(r"[\"\\]|\[[^\]]*\]")
# No setting of a program looks like a number with a nought before it, or like an address.
_TELLING = re.compile(r"(?:^|\D)0(?:[ .\-]?\d){9}|@")


def texts_in_attributes(element: str, attributes: dict[str, str]) -> Iterator[str]:
    """The values of an element's attributes that people wrote, or that look so.

    Signs that an address writes as figures (``%2B84…``) are signs again.
    """
    for key, value in attributes.items():
        name = key.rpartition(":")[2]
        wanted = name in _TEXT_ATTRIBUTES or _TELLING.search(value)
        if value and (wanted or (name in {"val", "value"} and element in _VALUE_ELEMENTS)):
            yield unquote(value)


class _Collector:
    """Collects the lines of a part while expat walks it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._cells: list[list[Cell]] = []
        self._tables: list[TableLines] = []
        # For each open element whether it holds text itself.
        self._holds: list[bool] = []
        self._field = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = name.rpartition(":")[2]
        self._holds.append(False)
        self._read_attributes(local, attributes)
        if local == "tbl":
            self._flush()
            self._tables.append(TableLines())
        elif local == "tr" and self._tables:
            self._flush()
            self._cells.append([])
        elif local in {"tab", "br", "cr"}:
            self._line.append("\t" if local == "tab" else " ")
        elif local == "noBreakHyphen":
            self._line.append("-")
        elif local in _RUBY:
            self._line.append(" ")

    def _read_attributes(self, local: str, attributes: dict[str, str]) -> None:
        """Texts in attributes; a value of a pivot keeps the word of its field."""
        self.lines += texts_in_attributes(local, attributes)
        if local == "cacheField":
            self._field = header_word(attributes.get("name", ""))
        elif local in {"s", "n"} and "v" in attributes:
            self.lines.append(f"{self._field} {attributes['v']}".strip())

    def text(self, text: str) -> None:
        """Character data."""
        self._line.append(text)
        if self._holds and text.strip():
            self._holds[-1] = True

    def end(self, name: str) -> None:
        """An element ends: a cell, a row, or a line."""
        local = name.rpartition(":")[2]
        holds = self._holds.pop()
        if self._tables and self._cells:
            if local == "tc":
                self._close_cell()
            elif local == "tr":
                self._close_row()
            elif local == "p":
                self._line.append(" ")
        elif local in _BLOCKS or (holds and local not in _INLINE):
            self._flush()
        if local == "tbl" and self._tables:
            self._tables.pop()

    def close(self) -> str:
        """The text of the part."""
        self._flush()
        return "\n".join(self.lines)

    def _flush(self) -> None:
        line = "".join(self._line)
        self._line.clear()
        if line.strip():
            self.lines.append(line.strip(" \r\n"))

    def _close_cell(self) -> None:
        row = self._cells[-1]
        row.append(Cell(len(row), "".join(self._line).strip()))
        self._line.clear()

    def _close_row(self) -> None:
        self._flush()
        line = self._tables[-1].line(self._cells.pop())
        if line.strip():
            self.lines.append(line)


def text_of_markup(data: bytes) -> str:
    """All text of an XML part; a loose drawing that is no XML gives its words without tags."""
    collector = _Collector()
    try:
        walk(data, collector.start, collector.end, collector.text, collector.lines.append)
    except expat.ExpatError:
        return data.decode("utf-8", "replace").replace("<", "\n<")
    return collector.close()


def text_of_looks(data: bytes) -> str:
    """The names of styles, and what number formats write beside their figures.

    Raises ValueError for what is no XML.
    """
    lines: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        lines.extend(
            value
            for key, value in attributes.items()
            if key.rpartition(":")[2] == "name" or (local in _NAMED_LOOKS and value)
        )
        form = attributes.get("formatCode", "")
        if _WRITTEN.search(form):
            lines.extend((_FORM_MARKS.sub("", form), " ".join(_QUOTED.findall(form))))

    try:
        walk(data, start, lambda _name: None, lambda _text: None, lines.append)
    except expat.ExpatError as fault:
        raise ValueError("looks not read") from fault
    return "\n".join(line for line in lines if line.strip())


def walk(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
    remark: Callable[[str], None] | None = None,
) -> None:
    """Read one part token by token; ``remark`` takes what stands in comments and instructions.

    Raises expat.ExpatError for what is no XML.
    """
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    if remark is not None:
        parser.CommentHandler = remark
        parser.ProcessingInstructionHandler = lambda target, words: remark(f"{target} {words}")
    parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword
