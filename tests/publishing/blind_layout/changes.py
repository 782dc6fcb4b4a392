"""Ways to spoil a paper; each fails loudly where it finds nothing to spoil."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Literal

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from docx.text.font import Font
from docx.text.parfmt import ParagraphFormat

from . import xml
from .model import Change, Lines, Piece, Plant, Sheet
from .typing_hand import set_family

Way = Literal["direct", "style", "char", "partly"]
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}


def plant(kind: str, **papers: Change | tuple[Change, ...]) -> list[Plant]:
    """Plants of one kind: by paper the change or the changes, each in a file of its own."""
    found: list[Plant] = []
    for base, changes in papers.items():
        several = changes if isinstance(changes, tuple) else (changes,)
        found.extend(Plant(kind, base, change) for change in several)
    return found


def both(*changes: Change) -> Change:
    """Several changes that only together are the fault."""

    def lines(given: Lines) -> Lines:
        for change in changes:
            given = change.lines(given) if change.lines else given
        return given

    def sheet(given: Sheet) -> None:
        for change in changes:
            if change.sheet:
                change.sheet(given)

    habit = next((change.habit for change in changes if change.habit), None)
    return Change("+".join(change.name for change in changes), lines, habit, sheet)


def _lines(name: str, turn: Callable[[Lines], Lines]) -> Change:
    def checked(given: Lines) -> Lines:
        found = turn(list(given))
        if found == given:
            raise LookupError(f"{name} changes nothing")
        return found

    return Change(name, lines=checked)


def reword(part: str, old: str, new: str) -> Change:
    """Other words in every line of a part that has `old`."""

    def turn(given: Lines) -> Lines:
        return [(p, text.replace(old, new) if p == part else text) for p, text in given]

    return _lines(f"reword-{part}", turn)


def resub(part: str, pattern: str, new: str) -> Change:
    """The same by a regular expression."""

    def turn(given: Lines) -> Lines:
        return [(p, re.sub(pattern, new, text) if p == part else text) for p, text in given]

    return _lines(f"resub-{part}", turn)


def retype(part: str, change: Callable[[str], str], only: int | None = None) -> Change:
    """The text of a part (of its line number `only`) typed in another way."""

    def turn(given: Lines) -> Lines:
        places = [index for index, (p, _) in enumerate(given) if p == part]
        for index in places if only is None else [places[only]]:
            given[index] = (part, change(given[index][1]))
        return given

    return _lines(f"retype-{part}", turn)


def drop(*parts: str) -> Change:
    """Leave these parts out."""
    return _lines(
        f"drop-{parts[0]}", lambda given: [line for line in given if line[0] not in parts]
    )


def drop_line(part: str, index: int) -> Change:
    """Leave one line of a part out."""

    def turn(given: Lines) -> Lines:
        places = [at for at, (p, _) in enumerate(given) if p == part]
        del given[places[index]]
        return given

    return _lines(f"drop-{part}-{index}", turn)


def insert(after: str, *lines: tuple[str, str], last: bool = True) -> Change:
    """Lines after the last (or the first) line of a part."""

    def turn(given: Lines) -> Lines:
        places = [at for at, (p, _) in enumerate(given) if p == after]
        at = places[-1 if last else 0] + 1
        return given[:at] + list(lines) + given[at:]

    return _lines(f"insert-{lines[0][0]}", turn)


def swap(one: str, first: int, other: str, second: int) -> Change:
    """Two lines in each other's place."""

    def turn(given: Lines) -> Lines:
        a = [at for at, (p, _) in enumerate(given) if p == one][first]
        b = [at for at, (p, _) in enumerate(given) if p == other][second]
        given[a], given[b] = given[b], given[a]
        return given

    return _lines(f"swap-{one}", turn)


def habit(**other: Any) -> Change:
    """Another habit of the office."""
    name = "-".join(f"{key}={value}" for key, value in other.items())
    return Change(f"habit-{name}", habit=lambda given: replace(given, **other))


def on_sheet(name: str, turn: Callable[[Sheet], None]) -> Change:
    """Anything else in the typed file."""
    return Change(name, sheet=turn)


def _fresh_style(sheet: Sheet, kind: int, base: object = None) -> Any:
    styles = sheet.document.styles
    style = styles.add_style(f"Kiểu {len(styles)}", kind)
    if base is not None:
        style.base_style = base
    return style


def _fonts(sheet: Sheet, piece: Piece, way: Way, forget: Callable[[Font], None]) -> Iterator[Font]:
    """The fonts to set for a piece in this way; `forget` clears what would outrank them."""
    if way == "partly":
        yield from (run.font for run in piece.runs[: max(1, len(piece.runs) // 2)])
        return
    if way == "direct":
        yield from (run.font for run in piece.runs)
        return
    for run in piece.runs:
        forget(run.font)
    if way == "style" and piece.alone:
        style = _fresh_style(sheet, 1, piece.paragraph.style)
        yield style.font
        piece.paragraph.style = style
        return
    style = _fresh_style(sheet, 2)
    yield style.font
    for run in piece.runs:
        run.style = style


def _font_change(name: str, parts: tuple[str, ...], way: Way, attribute: str, value: Any) -> Change:
    def turn(sheet: Sheet) -> None:
        for piece in sheet.of(*parts):
            for font in _fonts(sheet, piece, way, lambda font: setattr(font, attribute, None)):
                setattr(font, attribute, value)

    return Change(f"{name}-{'-'.join(parts)}-{way}", sheet=turn)


def size(points: float, *parts: str, way: Way = "direct") -> Change:
    """Another size."""
    return _font_change(f"size{points:g}", parts, way, "size", Pt(points))


def bold(on: bool, *parts: str, way: Way = "direct") -> Change:
    """Bold or not."""
    return _font_change(f"bold{on:d}", parts, way, "bold", on)


def italic(on: bool, *parts: str, way: Way = "direct") -> Change:
    """Italic or not."""
    return _font_change(f"italic{on:d}", parts, way, "italic", on)


def underline(*parts: str) -> Change:
    """Underlined."""
    return _font_change("underline", parts, "direct", "underline", True)


def only(part: str, index: int, change: Change) -> Change:
    """A change of the typed file for one piece of a part only."""

    def turn(sheet: Sheet) -> None:
        one = sheet.of(part)[index]
        if change.sheet:
            change.sheet(replace(sheet, pieces=[one]))

    return Change(f"{change.name}-{index}", sheet=turn)


def colour(code: str, *parts: str, way: Way = "direct") -> Change:
    """Another colour."""

    def turn(sheet: Sheet) -> None:
        for piece in sheet.of(*parts):
            for font in _fonts(sheet, piece, way, lambda font: None):
                font.color.rgb = RGBColor.from_string(code)

    return Change(f"colour-{way}", sheet=turn)


def family(name: str, *parts: str, way: Way = "direct") -> Change:
    """Another font family."""

    def turn(sheet: Sheet) -> None:
        for piece in sheet.of(*parts):
            for font in _fonts(sheet, piece, way, lambda font: setattr(font, "name", None)):
                set_family(font, name)

    return Change(f"family-{name}-{way}", sheet=turn)


def shape(
    name: str, turn: Callable[[ParagraphFormat], None], *parts: str, way: Way = "direct"
) -> Change:
    """Another shape of the paragraphs, directly or by a style that the paragraphs obey."""

    def act(sheet: Sheet) -> None:
        for piece in sheet.of(*parts):
            if not piece.alone and piece.part != "article_label":
                raise LookupError(f"{piece.part} shares its line")
            turn(piece.paragraph.paragraph_format)
            if way == "style":
                style = _fresh_style(sheet, 1, piece.paragraph.style)
                _hand_over(piece, style)
                piece.paragraph.style = style

    return Change(f"{name}-{parts[0]}-{way}", sheet=act)


def _hand_over(piece: Piece, style: Any) -> None:
    """Move the paragraph's own shape into its style, which then alone decides."""
    properties = piece.paragraph._p.get_or_add_pPr()
    for tag in ("w:spacing", "w:ind", "w:jc"):
        for found in properties.findall(tag, {"w": xml.W}):
            style.element.get_or_add_pPr().append(found)


def align(value: str, *parts: str, way: Way = "direct") -> Change:
    """Another alignment."""
    return shape(
        f"align-{value}", lambda found: setattr(found, "alignment", _ALIGN[value]), *parts, way=way
    )


def indent(millimetres: float, *parts: str) -> Change:
    """Another first line."""

    def turn(found: ParagraphFormat) -> None:
        found.first_line_indent = Mm(millimetres)

    return shape(f"indent{millimetres:g}", turn, *parts)


def unrule(part: str) -> Change:
    """Without the line under a part."""

    def turn(sheet: Sheet) -> None:
        rule = sheet.rules.pop(part)
        rule.getparent().remove(rule)

    return Change(f"unrule-{part}", sheet=turn)


def restyle(name: str, turn: Callable[[Any], None], *parts: str) -> Change:
    """Another style behind the parts, in papers typed by styles."""

    def act(sheet: Sheet) -> None:
        for known in {getattr(piece.paragraph.style, "name", "") for piece in sheet.of(*parts)}:
            turn(sheet.document.styles[known])

    return Change(f"restyle-{name}-{parts[0]}", sheet=act)
