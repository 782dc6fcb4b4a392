"""Our own Word files as plain values: pages, paragraphs, tables; every length in points.

Reads only what `markup` and its users write; it is no reader of other people's files.
"""

import io
import zipfile
from typing import Any

from docx.oxml.parser import parse_xml

Values = dict[str, Any]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "word/_rels/document.xml.rels"
_PLAIN = {"size": 14.0, "bold": False, "italic": False, "underlined": False, "colour": "000000"}
_SHAPE = {
    "align": "left",
    "first": 0.0,
    "left": 0.0,
    "right": 0.0,
    "before": 0.0,
    "after": 0.0,
    "line": 1.0,
    "exact": 0.0,
    "keep": False,
}


def pages_of(word_file: bytes) -> Values:
    """The file as `{"font", "language", "title", "sections": [...]}`."""
    with zipfile.ZipFile(io.BytesIO(word_file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return _Reader(parts).read()


class _Reader:
    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        styles = parse_xml(parts["word/styles.xml"])
        self._styles = {each.get(_W + "styleId"): each for each in styles.iter(_W + "style")}
        fonts = next(styles.iter(_W + "rFonts"))
        self._font = fonts.get(_W + "ascii")
        relations = parse_xml(parts[_RELATIONS])
        self._targets = {each.get("Id"): each.get("Target") for each in relations}
        self._known: dict[str, tuple[Values, Values]] = {}

    def read(self) -> Values:
        body = next(parse_xml(self._parts["word/document.xml"]).iter(_W + "body"))
        sections: list[Values] = []
        blocks: list[Values] = []
        for child in body:
            properties = next(child.iter(_W + "sectPr"), None)
            if child.tag == _W + "sectPr":
                properties = child
            elif child.tag in {_W + "p", _W + "tbl"}:
                blocks.append(self._block(child))
            if properties is not None:
                sections.append(self._section(properties) | {"blocks": blocks})
                blocks = []
        return {"font": self._font, "sections": sections}

    def _section(self, properties: Any) -> Values:
        size, margins = properties.find(_W + "pgSz"), properties.find(_W + "pgMar")
        heads = {
            each.get(_W + "type"): self._header(self._targets[each.get(_R + "id")])
            for each in properties.iter(_W + "headerReference")
        }
        sides = ("top", "bottom", "left", "right", "header")
        return {
            "width": _points(size.get(_W + "w")),
            "height": _points(size.get(_W + "h")),
            "restart": properties.find(_W + "pgNumType") is not None,
            "first": heads["first"],
            "later": heads["default"],
        } | {side: _points(margins.get(_W + side)) for side in sides}

    def _header(self, target: str) -> list[Values]:
        return [self._paragraph(each) for each in parse_xml(self._parts[f"word/{target}"])]

    def _block(self, element: Any) -> Values:
        return self._paragraph(element) if element.tag == _W + "p" else self._table(element)

    def _paragraph(self, element: Any) -> Values:
        own = element.find(_W + "pPr")
        name = _value(own, "pStyle") or ""
        shape, letters = self._style(name)
        frame = None if own is None else own.find(_W + "framePr")
        found: Values = {
            "kind": "p",
            "shape": shape | _shape(own),
            "runs": [
                {"text": text} | letters | _letters(run.find(_W + "rPr"))
                for run in element.iter(_W + "r")
                for text in [_text(run)]
                if text
            ],
            "letters": letters,
            "edges": _edges(own),
            "page": next(element.iter(_W + "instrText"), None) is not None,
        }
        if frame is not None:
            found["frame"] = _points(frame.get(_W + "y"))
        return found

    def _style(self, name: str) -> tuple[Values, Values]:
        if name not in self._known:
            style = self._styles.get(name)
            own = None if style is None else style.find(_W + "pPr")
            marks = None if style is None else style.find(_W + "rPr")
            self._known[name] = (_SHAPE | _shape(own), _PLAIN | _letters(marks))
        return self._known[name]

    def _table(self, element: Any) -> Values:
        widths = [_points(each.get(_W + "w")) for each in element.iter(_W + "gridCol")]
        rows = [self._row(row) for row in element.iterchildren(_W + "tr")]
        _merge(rows)
        margin = next(element.iter(_W + "tblCellMar"), None)
        side = None if margin is None else margin.find(_W + "left")
        ruled = next(element.iter(_W + "tblBorders"), None) is not None
        return {
            "kind": "t",
            "widths": widths,
            "ruled": ruled,
            "whole": not ruled or _holds_together(rows),
            "padding": 0.0 if side is None else _points(side.get(_W + "w")),
            "heads": sum(row["head"] for row in rows),
            "rows": rows,
        }

    def _row(self, element: Any) -> Values:
        cells, column = [], 0
        for cell in element.iterchildren(_W + "tc"):
            properties = cell.find(_W + "tcPr")
            span = int(_value(properties, "gridSpan") or 1)
            merge = properties.find(_W + "vMerge")
            blocks = [self._block(each) for each in cell if each.tag in {_W + "p", _W + "tbl"}]
            cells.append(
                {
                    "column": column,
                    "span": span,
                    "down": 1,
                    "goes_on": merge is not None and merge.get(_W + "val") is None,
                    "middle": _value(properties, "vAlign") == "center",
                    "blocks": blocks,
                }
            )
            column += span
        marks = element.find(_W + "trPr")
        has = {mark.tag for mark in marks} if marks is not None else set()
        return {"cells": cells, "head": _W + "tblHeader" in has, "whole": _W + "cantSplit" in has}


def _merge(rows: list[Values]) -> None:
    """A cell that goes on from above makes that one longer and is left out itself."""
    above: dict[int, Values] = {}
    for row in rows:
        kept = []
        for cell in row["cells"]:
            if cell["goes_on"] and cell["column"] in above:
                above[cell["column"]]["down"] += 1
            else:
                above[cell["column"]] = cell
                kept.append(cell)
        row["cells"] = kept


def _holds_together(rows: list[Values]) -> bool:
    """Whether each row but the last is kept with the next: a table for one page."""
    firsts = (row["cells"][0]["blocks"][0] for row in rows[:-1] if not row["head"] and row["cells"])
    return all(first["kind"] == "p" and first["shape"]["keep"] for first in firsts)


def _text(run: Any) -> str:
    """What a run prints; the number that stands for the field of pages is drawn anew."""
    return "".join(each.text or "" for each in run.iter(_W + "t"))


def _shape(properties: Any) -> Values:
    """What a pPr says of the paragraph; what it is silent about is left out."""
    found: Values = {}
    if properties is None:
        return found
    align = _value(properties, "jc")
    if align:
        found["align"] = align
    keep = properties.find(_W + "keepNext")
    if keep is not None:
        found["keep"] = keep.get(_W + "val") != "0"
    indent = properties.find(_W + "ind")
    if indent is not None:
        found |= _indents(indent)
    spacing = properties.find(_W + "spacing")
    if spacing is not None:
        found |= _spaces(spacing)
    return found


def _indents(indent: Any) -> Values:
    names = {"left": "left", "right": "right", "firstLine": "first"}
    found = {
        ours: _points(indent.get(_W + theirs))
        for theirs, ours in names.items()
        if indent.get(_W + theirs) is not None
    }
    if indent.get(_W + "hanging") is not None:
        found["first"] = -_points(indent.get(_W + "hanging"))
    return found


def _spaces(spacing: Any) -> Values:
    found: Values = {
        side: _points(spacing.get(_W + side))
        for side in ("before", "after")
        if spacing.get(_W + side) is not None
    }
    height = spacing.get(_W + "line")
    if height is not None:
        exact = spacing.get(_W + "lineRule") == "exact"
        found["exact"] = _points(height) if exact else 0.0
        found["line"] = 1.0 if exact else int(height) / 240
    return found


def _letters(properties: Any) -> Values:
    """What an rPr says of the letters; what it is silent about is left out."""
    found: Values = {}
    if properties is None:
        return found
    for mark, name in (("b", "bold"), ("i", "italic"), ("u", "underlined")):
        if properties.find(_W + mark) is not None:
            found[name] = True
    size, colour = _value(properties, "sz"), _value(properties, "color")
    if size:
        found["size"] = int(size) / 2
    if colour:
        found["colour"] = colour
    return found


def _edges(properties: Any) -> Values:
    borders = None if properties is None else properties.find(_W + "pBdr")
    if borders is None:
        return {}
    return {
        each.tag.removeprefix(_W): {
            "dotted": each.get(_W + "val") == "dotted",
            "width": int(each.get(_W + "sz")) / 8,
            "space": float(each.get(_W + "space") or 0),
            "colour": each.get(_W + "color"),
        }
        for each in borders
    }


def _value(properties: Any, name: str) -> str | None:
    found = None if properties is None else properties.find(_W + name)
    return None if found is None else found.get(_W + "val")


def _points(twips: str | None) -> float:
    return int(twips or 0) / 20
