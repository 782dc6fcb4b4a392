"""All text of one XML part: what is shown, what is hidden, and what stands in attributes.

The wall has read the part before: there is no declaration, no giant and no depth in it.
"""

from collections.abc import Callable
from xml.parsers import expat

from phongtrao.core.guard.tables import Cell, TableLines

# Elements inside a line of text: a number may be cut by them.
_INLINE_LISTED = (
    "r t rPh delText instrText ins del moveFrom moveTo hyperlink smartTag fldSimple sdt sdtContent"
    " span b i u s em strong font rPr pPr bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak"
    " commentRangeStart commentRangeEnd commentReference footnoteReference fldChar noBreakHyphen"
    " softHyphen ruby rubyBase rt customXml dir bdo fld vanish lang rFonts sz szCs color highlight"
    " bold italic webHidden noProof oMath oMathPara"
)
_INLINE = frozenset(_INLINE_LISTED.split())
_TEXT_ATTRIBUTES_LISTED = (
    "descr title alt tooltip display displayText author userName name text string prompt"
    " promptTitle"
    " error errorTitle Target target oddHeader location initials displayName lastValue src href"
    " caption tag"
)
_TEXT_ATTRIBUTES = frozenset(_TEXT_ATTRIBUTES_LISTED.split())
_VALUE_ELEMENTS_LISTED = (
    "docVar alias tag default description result helpText statusText listEntry placeholder"
)
_VALUE_ELEMENTS = frozenset(_VALUE_ELEMENTS_LISTED.split())
_MAX_LINE = 1_000_000


class _Collector:
    """Collects the lines of a part while expat walks it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._cells: list[list[Cell]] = []
        self._tables: list[TableLines] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = name.rpartition(":")[2]
        for key, value in attributes.items():
            bare_key = key.rpartition(":")[2]
            wanted = bare_key in _TEXT_ATTRIBUTES
            if value and (wanted or (bare_key in {"val", "value"} and local in _VALUE_ELEMENTS)):
                self.lines.append(value)
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

    def text(self, text: str) -> None:
        """Character data."""
        self._line.append(text)

    def end(self, name: str) -> None:
        """An element ends: a cell, a row, or a line."""
        local = name.rpartition(":")[2]
        if self._tables and self._cells:
            if local == "tc":
                self._close_cell()
            elif local == "tr":
                self._close_row()
            elif local == "p":
                self._line.append(" ")
        elif local not in _INLINE and local not in {"tab", "br", "cr"}:
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
        walk(data, collector.start, collector.end, collector.text)
    except expat.ExpatError:
        return data.decode("utf-8", "replace").replace("<", "\n<")
    return collector.close()


def walk(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Read one part token by token.  Raises expat.ExpatError for what is no XML."""
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword
