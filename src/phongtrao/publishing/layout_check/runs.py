"""The letters of one paragraph: fields, breaks, drawn lines and text boxes among them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from phongtrao.publishing.layout_check.looks import Props, Styles, letter_props
from phongtrao.publishing.layout_check.model import Letters
from phongtrao.publishing.layout_check.package import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LINES = {"line", "straightConnector1"}
_FLAT = {"rect", "flowChartProcess"}
_CONNECTORS = {"#_x0000_t32", "#_x0000_t20"}
_HORIZONTAL = "{urn:schemas-microsoft-com:office:office}hr"
_HEIGHT = re.compile(r"(?:^|;)height:(\d*\.?\d+)(?:pt)?(?:;|$)")
_THIN_EMU, _MUCH_LONGER, _THIN_POINTS = 40_000, 5, 3
_INSIDE = {
    W + name
    for name in (
        "hyperlink",
        "smartTag",
        "ins",
        "moveTo",
        "sdt",
        "sdtContent",
        "customXml",
        "dir",
        "bdo",
    )
}
_TYPED = {W + name for name in ("t", "tab", "ptab", "noBreakHyphen")}
_PAGE_FIELDS = {"PAGE"}
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_PER_MM, _MM_PER_POINT = 36_000, 25.4 / 72
_POINTS = re.compile(r"(-?\d+(?:\.\d+)?)pt")
_SWITCH = re.compile(r"\\\*\s*(\w+)")
_NO_STYLES = {"mergeformat", "charformat", "arabic"}


@dataclass
class _Field:
    """A field that is open: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False

    @property
    def is_page(self) -> bool:
        """Whether it counts pages."""
        return (self.instruction.split() or [""])[0].upper() in _PAGE_FIELDS


@dataclass
class Content:
    """What a paragraph holds: its lines of letters, boxes in it, and what it draws."""

    lines: list[list[Letters]] = field(default_factory=lambda: [[]])
    boxes: list[Any] = field(default_factory=list)
    rules: int = 0
    middles: list[float] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    rendered_breaks: int = 0
    _fields: list[_Field] = field(default_factory=list)

    def add(self, text: str, props: Props, face: Callable[[Props, str], str]) -> None:
        """Letters at the end of the present line."""
        if props.get("vanish") or not text:
            return
        if props.get("caps") or props.get("smallCaps"):
            text = text.upper()
        scripts = {"ascii" if ord(char) < 128 else "hAnsi" for char in text if char.isalnum()}
        open_field = self._fields[-1] if self._fields else _Field()
        self.lines[-1].append(
            Letters(
                text,
                tuple(sorted({face(props, script) for script in scripts})),
                props.get("size", 10.0),
                bool(props.get("b")),
                bool(props.get("i")),
                props.get("u", "none") != "none",
                props.get("color", ""),
                open_field.in_result and open_field.is_page,
                number_style(open_field.instruction),
            )
        )

    def field_mark(self, kind: str | None, props: Props, face: Callable[[Props, str], str]) -> None:
        """Begin, middle or end of a field."""
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            ended = self._fields[-1]
            if ended.is_page and not ended.in_result:
                self.count_pages(props, face)
            self._fields.pop()

    def count_pages(self, props: Props, face: Callable[[Props, str], str]) -> None:
        """A page number whose figures are not in the file."""
        self.add("1", props, face)
        if self.lines[-1]:
            style = number_style(self._fields[-1].instruction) if self._fields else ""
            last = replace(self.lines[-1][-1], is_page_number=True, number_style=style)
            self.lines[-1][-1] = last

    def instruct(self, text: str) -> None:
        """A part of a field's instruction."""
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].instruction += text

    def page_number(self, lines: list[list[Letters]], instruction: str) -> None:
        """The result of a simple field that counts pages."""
        found = [each for line in lines for each in line] or [Letters("1")]
        style = number_style(instruction)
        self.lines[-1] += [replace(each, is_page_number=True, number_style=style) for each in found]


def content_of(paragraph: Any, base: Mapping[str, Any], styles: Styles) -> Content:
    """Read the runs of a paragraph whose letters are `base` before their own look."""
    found = Content()
    _read(paragraph, found, base, styles)
    return found


def _read(parent: Any, found: Content, base: Mapping[str, Any], styles: Styles) -> None:
    for child in parent:
        if child.tag == W + "r":
            _read_run(
                child, found, styles.letters_of(base, letter_props(child.find(W + "rPr"))), styles
            )
        elif child.tag == W + "fldSimple":
            inner = content_of(child, base, styles)
            instruction = child.get(W + "instr", "")
            if (instruction.split() or [""])[0].upper() in _PAGE_FIELDS:
                found.page_number(inner.lines, instruction)
            else:
                found.lines[-1] += [each for line in inner.lines for each in line]
        elif child.tag in _INSIDE:
            _read(child, found, base, styles)
        elif child.tag == _MC + "AlternateContent" and len(child):
            _read(child[0], found, base, styles)


def _read_run(run: Any, found: Content, props: Props, styles: Styles) -> None:
    for child in run:
        name = child.tag
        if name in _TYPED:
            found.add(_typed(child), props, styles.face)
        elif name == W + "fldChar":
            found.field_mark(child.get(W + "fldCharType"), props, styles.face)
        elif name == W + "pgNum":
            found.count_pages(props, styles.face)
        elif name == W + "instrText":
            found.instruct(child.text or "")
        elif name == W + "lastRenderedPageBreak":
            found.rendered_breaks += 1
        elif name in {W + "br", W + "cr"}:
            _break(child, found)
        elif not props.get("vanish"):
            _drawing(child, found)


def _typed(element: Any) -> str:
    """What an element of a run prints."""
    if element.tag == W + "t":
        return str(element.text or "")
    if element.tag == W + "noBreakHyphen":
        return "-"
    # A tab to the right margin leads past the middle.
    return {"right": "\t\t", "left": ""}.get(element.get(W + "alignment", ""), "\t")


def _break(element: Any, found: Content) -> None:
    found.lines.append([])
    if element.get(W + "type") == "page":
        found.breaks.append(len(found.lines) - 1)


def _drawing(element: Any, found: Content) -> None:
    """Text boxes, and lines that are drawn; of two forms of one drawing the newer is read."""
    for each in shown(element):
        if each.tag == W + "txbxContent":
            found.boxes.append(each)
        elif _is_line(each):
            found.rules += 1
            middle = _middle(element)
            found.middles += [middle] if middle is not None else []


def _middle(element: Any) -> float | None:
    """How far in from the left margin the middle of a drawn line stands, in millimetres."""
    held = element.find(f".//{_WP}positionH[@relativeFrom='column']/{_WP}posOffset")
    size = element.find(f".//{_WP}extent")
    if held is not None and size is not None:
        return (float(held.text or 0) + float(size.get("cx", 0)) / 2) / _EMU_PER_MM
    line = element.find(f".//{_V}line")
    ends = [_POINTS.match(line.get(end, "")) for end in ("from", "to")] if line is not None else []
    found = [float(each[1]) for each in ends if each]
    return sum(found) / 2 * _MM_PER_POINT if len(found) == 2 else None


def number_style(instruction: str) -> str:
    """The style that a field's instruction asks for: "roman" for ``PAGE \\* ROMAN``."""
    asked = (each.lower() for each in _SWITCH.findall(instruction))
    return next((each for each in asked if each not in _NO_STYLES), "")


def _is_solid(geometry: Any) -> bool:
    """Whether a drawn form has an outline that prints whole: no dashes, no dots, no "none"."""
    form = geometry.getparent()
    dash = form.find(f"{_A}ln/{_A}prstDash")
    broken = form.find(f"{_A}ln/{_A}custDash") is not None or (
        dash is not None and dash.get("val") != "solid"
    )
    return not broken and form.find(f"{_A}ln/{_A}noFill") is None


def _is_thin(geometry: Any) -> bool:
    """Whether a form is so flat and long that it prints as a line."""
    size = geometry.getparent().find(f"{_A}xfrm/{_A}ext")
    if size is None:
        return False
    width, height = (float(size.get(name) or 0) for name in ("cx", "cy"))
    return height < _THIN_EMU and width > _MUCH_LONGER * max(height, 1)


def _is_line(element: Any) -> bool:
    """Whether a drawing is a straight line."""
    if element.tag == _A + "prstGeom":
        is_line = element.get("prst") in _LINES and _is_solid(element)
        return is_line or (element.get("prst") in _FLAT and _is_thin(element))
    if any(each.get("dashstyle", "solid") != "solid" for each in element.iter(_V + "stroke")):
        return False
    if element.tag == _V + "rect":
        height = _HEIGHT.search(element.get("style", ""))
        return bool(element.get(_HORIZONTAL)) or bool(height and float(height[1]) < _THIN_POINTS)
    is_line = element.tag == _V + "line" or element.get("type") in _CONNECTORS
    return is_line and element.get("stroked", "t") not in {"f", "false"}


def shown(element: Any) -> Iterator[Any]:
    """An element and what is in it, without the second form of a drawing or a box's own text."""
    yield element
    if element.tag == W + "txbxContent":
        return
    children = list(element)
    if element.tag == _MC + "AlternateContent":
        children = children[:1]
    for child in children:
        yield from shown(child)
