"""A Word file → the plain model: every line with its effective look, every sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from phongtrao.publishing.layout_check.heights import pages_of
from phongtrao.publishing.layout_check.labels import Labels
from phongtrao.publishing.layout_check.looks import (
    MM_PER_TWIP,
    Props,
    Styles,
    is_on,
    is_ruled,
    merged,
    number,
    paragraph_props,
    shape_of,
    value,
)
from phongtrao.publishing.layout_check.model import (
    Cell,
    Header,
    Line,
    Paper,
    Section,
)
from phongtrao.publishing.layout_check.package import Package, R, UnreadablePaperError, W
from phongtrao.publishing.layout_check.runs import Content, content_of

_MOST_LINES = 60_000
_FEWEST_LETTERS = 3
_RULE_SIGNS = frozenset("_-–—─―")
_BROKEN_SIGNS = frozenset("-–")  # they print a broken line
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_INCH, _A4_WIDTH, _A4_HEIGHT = 1440.0, 11906.0, 16838.0  # twips


def read(data: bytes) -> Paper:
    """The paper in a docx. Raises UnreadablePaperError for another, broken or endless file."""
    package = Package(data)
    reader = _Reader(package)
    try:
        return reader.paper()
    except (ValueError, AttributeError, IndexError, RecursionError, TypeError) as fault:
        raise UnreadablePaperError from fault


class _Reader:
    """Walks the body once; tables, boxes and sheets are counted on the way."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.part("styles"), package.part("theme"))
        self._labels = Labels(package.part("numbering"))
        settings = package.part("settings")
        two_sided = None if settings is None else settings.find(W + "evenAndOddHeaders")
        self._is_two_sided = two_sided is not None and is_on(two_sided)
        self._lines: list[Line] = []
        self._sheets: list[Any] = []
        self._paragraphs = self._tables = self._breaks = self._rendered = 0

    def paper(self) -> Paper:
        """The whole paper."""
        body = self._package.document.find(W + "body")
        if body is None:
            raise UnreadablePaperError
        self._walk(body, None, None)
        last = body.find(W + "sectPr")
        if last is not None or not self._sheets:
            self._sheets.append(last)
        sections = tuple(self._sections())
        return Paper(tuple(self._lines), sections, self._pages(len(sections)))

    def _walk(
        self, parent: Any, cell: Cell | None, table: str | None, *, box: bool = False
    ) -> None:
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child, cell, table, box=box)
            elif child.tag == W + "tbl":
                self._table(child, cell)
            elif child.tag in _WRAPPERS:
                self._walk(child, cell, table, box=box)

    def _table(self, element: Any, outer: Cell | None) -> None:
        self._tables += 1
        place = self._tables
        is_narrow = all(len(list(_held(row, "tc"))) == 1 for row in _held(element, "tr"))
        style = value(element.find(W + "tblPr"), "tblStyle")
        for row_number, row in enumerate(_held(element, "tr")):
            cells = list(_held(row, "tc"))
            for column, each in enumerate(cells):
                own = Cell(place, row_number, column, len(cells))
                # One column inside a cell is a frame in it, not a table beside it.
                self._walk(each, outer if outer and is_narrow else own, style)
                borders = each.find(f"{W}tcPr/{W}tcBorders")
                if borders is not None and is_ruled(borders) and self._lines:
                    last = self._lines[-1]
                    self._lines[-1] = replace(last, rules=last.rules + 1)

    def _paragraph(self, element: Any, cell: Cell | None, table: str | None, *, box: bool) -> None:
        own = element.find(W + "pPr")
        style = value(own, "pStyle")
        inherited, letters = self._styles.of_paragraph(style, table)
        direct = paragraph_props(own)
        props = merged(inherited, self._labels.indents(inherited | direct), direct)
        content = content_of(element, letters, self._styles)
        for each in content.boxes:
            self._tables += 1
            self._walk(each, Cell(self._tables, 0, 0, 1), None, box=True)
        self._label(content, props, letters)
        self._paragraphs += 1
        self._rendered += content.rendered_breaks
        rules = content.rules + bool(props.get("ruled"))
        self._add(content, shape_of(props, style or ""), cell, box=box, rules=rules)
        self._end_of_sheet(own)
        if len(self._lines) > _MOST_LINES:
            raise UnreadablePaperError

    def _label(self, content: Content, props: Props, letters: Props) -> None:
        """Put the number of a list before its paragraph: Word prints words of it even alone."""
        label, looks = self._labels.next(props), self._labels.letters(props)
        is_word = sum(map(str.isalpha, label)) >= _FEWEST_LETTERS
        if label and content.lines[0]:
            first = content.lines[0][0]
            own = {"bold": looks.get("b"), "italic": looks.get("i"), "size": looks.get("size")}
            told = {name: value for name, value in own.items() if value is not None}
            content.lines[0].insert(0, replace(first, text=label, **told))
        elif is_word:
            content.add(label, letters | looks, self._styles.face)

    def _add(
        self, content: Content, shape: Any, cell: Cell | None, *, box: bool, rules: int
    ) -> None:
        self._breaks += len(content.breaks)
        for piece, letters in enumerate(content.lines):
            parts = "".join(each.text for each in letters).split("\t")
            typed = [part.strip() for part in parts if part.strip()]
            drawn = bool(typed) and all(
                len(part) > 2 and set(part) <= _RULE_SIGNS for part in typed
            )
            solid = sum(not set(part) <= _BROKEN_SIGNS for part in typed) if drawn else 0
            self._lines.append(
                Line(
                    letters=() if drawn else tuple(letters),
                    shape=shape,
                    paragraph=self._paragraphs,
                    piece=piece,
                    cell=cell,
                    section=len(self._sheets),
                    box=box,
                    rules=(rules if piece == 0 else 0) + solid,
                    middles=tuple(content.middles) if piece == 0 else (),
                    starts_page=piece in content.breaks,
                )
            )

    def _end_of_sheet(self, own: Any) -> None:
        sheet = None if own is None else own.find(W + "sectPr")
        if sheet is not None:
            self._sheets.append(sheet)

    def _pages(self, sections: int) -> int:
        """At least how many pages it has: breaks, what Word wrote down, or its length.

        Marks of where pages once ended may be older than the text: they count only where the
        file does not say its number of pages.
        """
        by_length = pages_of(line for line in self._lines if line.section == 0)
        told = self._package.told_pages()
        rendered = 0 if told else self._rendered
        return max(1 + max(self._breaks, rendered), sections, by_length, told)

    def _sections(self) -> Iterator[Section]:
        trees = self._package.headers()
        inherited: dict[tuple[str, str], Header] = {}
        for sheet in self._sheets:
            for kind in ("header", "footer"):
                for each in sheet.iterchildren(f"{W}{kind}Reference") if sheet is not None else ():
                    tree, when = trees.get(each.get(R + "id")), each.get(W + "type", "default")
                    if tree is not None:
                        inherited[kind, when] = self._header(tree, kind, when)
            yield _section(sheet, inherited.values(), is_two_sided=self._is_two_sided)

    def _header(self, tree: Any, kind: str, when: str) -> Header:
        kept, self._lines = self._lines, []
        self._walk(tree, None, None)
        lines, self._lines = tuple(self._lines), kept
        return Header(lines, kind == "footer", when)


def _held(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, those inside content controls and revisions too."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _held(child, name)


def _section(sheet: Any, headers: Iterable[Header], *, is_two_sided: bool) -> Section:
    def measure(part: str, name: str, usual: float = _INCH) -> float:
        told = number(value(sheet, part, name))
        return (usual if told is None else told) * MM_PER_TWIP

    title = None if sheet is None else sheet.find(W + "titlePg")
    hides_first = title is not None and is_on(title)
    printing = {"default", "first" if hides_first else "", "even" if is_two_sided else ""}
    start = number(value(sheet, "pgNumType", "start"))
    return Section(
        width=measure("pgSz", "w", _A4_WIDTH),
        height=measure("pgSz", "h", _A4_HEIGHT),
        top=abs(measure("pgMar", "top")),
        bottom=abs(measure("pgMar", "bottom")),
        left=measure("pgMar", "left") + measure("pgMar", "gutter", 0),
        right=measure("pgMar", "right"),
        hides_first=hides_first,
        number_format=value(sheet, "pgNumType", "fmt") or "decimal",
        number_start=None if start is None else int(start),
        headers=tuple(each for each in headers if each.kind in printing),
        is_two_sided=is_two_sided,
        is_turned=value(sheet, "pgSz", "orient") == "landscape",
    )
