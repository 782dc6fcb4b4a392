"""The effective look of letters and paragraphs: defaults, table, paragraph and letter styles."""

from collections.abc import Mapping
from typing import Any

from phongtrao.publishing.layout_check.model import Align, Shape
from phongtrao.publishing.layout_check.package import W

Props = dict[str, Any]
MM_PER_TWIP = 25.4 / 1440
_ALIGN = {
    "left": Align.LEFT, "start": Align.LEFT, "right": Align.RIGHT, "end": Align.RIGHT,
    "center": Align.CENTRE, "both": Align.JUSTIFIED, "distribute": Align.JUSTIFIED,
}  # fmt: skip
_TOGGLES = {"b", "i", "caps", "smallCaps", "vanish"}
_SOLID = {"single", "thick", "double"}
_MOST_PARENTS = 30
_DARK_THEMES = {"text1", "dark1", "none"}
_STOPS = {name: align for name, align in _ALIGN.items() if name not in {"both", "distribute"}}
_STOPS["decimal"] = Align.RIGHT
_UPRIGHT = {"left", "right", "start", "end"}
_SIDES = ("top", "bottom", "between", *_UPRIGHT)
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEFAULT_FONT = "Times New Roman"  # what Word takes where no file names any


def value(parent: Any, name: str, attribute: str = "val") -> str | None:
    """An attribute of a child element; None where either is not there."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + attribute)


def number(text: str | None) -> float | None:
    """A measure as a number; None for none, and for what is no number."""
    try:
        return float(text) if text is not None else None
    except ValueError:
        return None


def is_on(element: Any) -> bool:
    """Whether a switch element says yes."""
    return element.get(W + "val", "true") not in {"0", "false", "off", "none"}


def letter_props(element: Any) -> Props:
    """What one rPr says, nothing inherited."""
    found: Props = {}
    if element is None:
        return found
    for name in _TOGGLES:
        child = element.find(W + name)
        if child is not None:
            found[name] = is_on(child)
    for name, key in (("u", "u"), ("color", "color"), ("rStyle", "style")):
        told = value(element, name)
        if told is not None:
            found[key] = told
    theme = value(element, "color", "themeColor")
    if theme is not None and (theme not in _DARK_THEMES or value(element, "color", "themeTint")):
        # Word prints the colour of the theme, whatever stands beside it.
        told = found.get("color", "auto")
        found["color"] = theme if told in {"auto", "000000"} else told
    size = number(value(element, "sz"))
    if size is not None:
        found["size"] = size / 2
    fonts = element.find(W + "rFonts")
    for script in ("ascii", "hAnsi") if fonts is not None else ():
        theme, face = fonts.get(f"{W}{script}Theme"), fonts.get(W + script)
        if theme or face:
            found[script] = f"+{theme}" if theme else face
    return found


def paragraph_props(element: Any) -> Props:
    """What one pPr says, nothing inherited."""
    found: Props = {}
    if element is None:
        return found
    align = _ALIGN.get(value(element, "jc") or "")
    if align is not None:
        found["align"] = align
    found |= _indents(element.find(W + "ind"))
    found |= _spaces(element.find(W + "spacing"))
    contextual = element.find(W + "contextualSpacing")
    if contextual is not None:
        found["contextual"] = is_on(contextual)
    found |= _stops(element.find(W + "tabs"))
    borders = element.find(W + "pBdr")
    if borders is not None:
        found["ruled"] = is_ruled(borders)
    numbering = element.find(W + "numPr")
    if numbering is not None:
        found["numbering"] = value(numbering, "numId") or found.get("numbering", "")
        found["level"] = int(number(value(numbering, "ilvl")) or 0)
    frame = element.find(W + "framePr")
    side = None if frame is None else frame.get(W + "xAlign")
    if side == "center":
        found["align"] = Align.CENTRE
    elif side in {"right", "outside"}:
        found["align"] = Align.RIGHT
    return found


def _indents(element: Any) -> Props:
    found: Props = {}
    if element is None:
        return found
    left = number(element.get(W + "left") or element.get(W + "start"))
    if left is not None:
        found["left"] = left
    right = number(element.get(W + "right") or element.get(W + "end"))
    if right is not None:
        found["right"] = right
    first, hanging = number(element.get(W + "firstLine")), number(element.get(W + "hanging"))
    if hanging is not None:
        found["first"] = -hanging
    elif first is not None:
        found["first"] = first
    return found


def _stops(element: Any) -> Props:
    """The stops of tabs by their place in twips; "clear" takes an inherited one away."""
    if element is None:
        return {}
    told = {number(tab.get(W + "pos")): tab.get(W + "val", "") for tab in element}
    return {"stops": {place: kind for place, kind in told.items() if place is not None}}


def is_ruled(borders: Any) -> bool:
    """Whether borders are a solid line above or below, and no box."""
    drawn = {side for side in _SIDES if value(borders, side) in _SOLID}
    return bool(drawn) and not drawn & _UPRIGHT


def merged(*props: Props) -> Props:
    """Properties over each other; the stops of tabs add up."""
    found: Props = {}
    for each in props:
        stops = found.get("stops", {}) | each.get("stops", {})
        found |= each
        if stops:
            found["stops"] = stops
    return found


def _spaces(element: Any) -> Props:
    if element is None:
        return {}
    found: Props = {}
    for name in ("before", "after"):
        told = number(element.get(W + name))
        if told is not None:
            found[name] = told / 20
        if element.get(f"{W}{name}Autospacing") in {"1", "true", "on"}:
            found[name] = 14.0
    line = number(element.get(W + "line"))
    if line is not None:
        exact = element.get(W + "lineRule") == "exact"
        found["line"] = 0.0 if exact else line / 240
        found["exact"] = line / 20 if exact else 0.0
        found["least"] = 0.0
        if element.get(W + "lineRule") == "atLeast":
            found["line"], found["exact"], found["least"] = 1.0, 0.0, line / 20
    return found


class Styles:
    """The styles of a file with everything they inherit."""

    def __init__(self, styles: Any, theme: Any) -> None:
        """`styles` and `theme` are trees, or None."""
        self._styles = (
            {} if styles is None else {s.get(W + "styleId"): s for s in styles.iter(W + "style")}
        )
        self._theme = _theme_fonts(theme)
        defaults = None if styles is None else styles.find(W + "docDefaults")
        self.letters, self.paragraph = _defaults(defaults)
        self._default = {kind: self._default_of(kind) for kind in ("paragraph", "table")}
        self._known: dict[tuple[str, str], Props] = {}

    def _default_of(self, kind: str) -> str:
        marked = (
            str(key)
            for key, style in self._styles.items()
            if style.get(W + "type") == kind and style.get(W + "default") in {"1", "true"}
        )
        return next(marked, "")

    def of_paragraph(self, style: str | None, table: str | None = None) -> tuple[Props, Props]:
        """Paragraph and letter properties under a paragraph style, in a table where it is one."""
        name = style if style and style in self._styles else self._default["paragraph"]
        paragraph, letters = dict(self.paragraph), dict(self.letters)
        for each in (table or self._default["table"], name):
            paragraph = merged(paragraph, self._inherited(each, "pPr"))
            letters |= self._inherited(each, "rPr")
        return paragraph, letters

    def letters_of(self, base: Mapping[str, Any], direct: Props) -> Props:
        """Letter properties of a run: `base` of its paragraph, its letter style, its own."""
        found = dict(base)
        for key, told in self._inherited(direct.get("style", ""), "rPr").items():
            # Word turns bold off again where the style of a bold paragraph's letters is bold.
            found[key] = bool(found.get(key)) != told if key in _TOGGLES else told
        return found | direct

    def face(self, props: Props, script: str) -> str:
        """The font that letters of a script ("ascii", "hAnsi") are set in."""
        told = props.get(script) or _DEFAULT_FONT
        if told.startswith("+"):
            return self._theme.get(told[1:6], _DEFAULT_FONT)
        return str(told)

    def _inherited(self, style: str, part: str) -> Props:
        known = self._known.get((style, part))
        if known is not None:
            return known
        chain: list[Any] = []
        name = style
        while name in self._styles and len(chain) < _MOST_PARENTS:
            chain.append(self._styles[name])
            name = value(self._styles[name], "basedOn") or ""
        read = letter_props if part == "rPr" else paragraph_props
        found: Props = {}
        for each in reversed(chain):
            found = merged(found, read(each.find(W + part)))
        self._known[style, part] = found
        return found


def shape_of(props: Props, style: str) -> Shape:
    """Paragraph properties as the checks read them."""
    return Shape(
        align=props.get("align", Align.LEFT),
        start=(props.get("left", 0.0) + props.get("first", 0.0)) * MM_PER_TWIP,
        before=props.get("before", 0.0),
        after=props.get("after", 0.0),
        line=props.get("line", 1.0),
        exact=props.get("exact", 0.0),
        least=props.get("least", 0.0),
        contextual=props.get("contextual", False),
        style=style,
        right=props.get("right", 0.0) * MM_PER_TWIP,
        left=props.get("left", 0.0) * MM_PER_TWIP,
        stops=tuple(
            (place * MM_PER_TWIP, _STOPS[kind])
            for place, kind in sorted(props.get("stops", {}).items())
            if kind in _STOPS
        ),
    )


def _defaults(element: Any) -> tuple[Props, Props]:
    letters: Props = {"size": 10.0}
    paragraph: Props = {}
    if element is not None:
        run = element.find(f"{W}rPrDefault/{W}rPr")
        letters |= letter_props(run)
        paragraph |= paragraph_props(element.find(f"{W}pPrDefault/{W}pPr"))
    return letters, paragraph


def _theme_fonts(theme: Any) -> dict[str, str]:
    """The faces of a theme by the first five letters of their names (minorHAnsi, majorAscii)."""
    found = {}
    for kind in ("minor", "major") if theme is not None else ():
        latin = theme.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None and latin.get("typeface"):
            found[kind] = latin.get("typeface")
    return found
