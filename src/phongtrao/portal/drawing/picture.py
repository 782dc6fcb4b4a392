"""The picture of papers: columns from the oldest to the newest, calm lines between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from phongtrao.portal.drawing.records import Edge, Key, Node

WIDTH, HEIGHT = 196, 46  # of a box
_GAP_X, _GAP_Y, _HEAD, _EDGE = 64, 14, 30, 12
_MOST_IN_COLUMN = 6
_LETTERS = 27  # what a line of a box holds
MOST_BOXES = 40


@dataclass(frozen=True, slots=True)
class Box:
    """Where a paper stands; `lines` are its label cut to the box."""

    node: Node
    x: int
    y: int
    label: str
    is_centre: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A curve from the paper that names to the one that is named."""

    edge: Edge
    path: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column: the years of its papers."""

    x: int
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the page draws; `left_out` papers stand in the table only."""

    width: int
    height: int
    heads: Sequence[Head]
    boxes: Sequence[Box]
    lines: Sequence[Line]
    left_out: int


def drawn(nodes: Iterable[Node], edges: Sequence[Edge], centre: Key) -> Picture:
    """Lay the papers out: never a newer one left of an older one, those without a day first."""
    known = sorted(nodes, key=lambda node: (node.depth, not node.url, node.label, node.key))
    shown = sorted(
        known[:MOST_BOXES], key=lambda node: (node.day or date.min, node.label, node.key)
    )
    columns = _columns(shown, edges)
    tallest = max((len(column) for column in columns), default=1)
    height = _HEAD + tallest * (HEIGHT + _GAP_Y) + _EDGE
    boxes = [
        _box(node, number, place, len(column), tallest, centre)
        for number, column in enumerate(columns)
        for place, node in enumerate(column)
    ]
    at = {box.node.key: box for box in boxes}
    return Picture(
        width=2 * _EDGE + len(columns) * WIDTH + (len(columns) - 1) * _GAP_X,
        height=height,
        heads=[Head(_left(number), _years(column)) for number, column in enumerate(columns)],
        boxes=boxes,
        lines=[
            Line(edge, _path(at[edge.source], at[edge.target]))
            for edge in edges
            if edge.source in at and edge.target in at
        ],
        left_out=len(known) - len(shown),
    )


def _columns(shown: Sequence[Node], edges: Sequence[Edge]) -> list[list[Node]]:
    """Papers in the order of their days; tied ones never share a column."""
    tied = {(edge.source, edge.target) for edge in edges}
    columns: list[list[Node]] = [[]]
    for node in shown:
        here = columns[-1]
        is_tied = any((node.key, each.key) in tied or (each.key, node.key) in tied for each in here)
        if is_tied or len(here) == _MOST_IN_COLUMN:
            columns.append([])
        columns[-1].append(node)
    return columns


def _box(node: Node, number: int, place: int, size: int, tallest: int, centre: Key) -> Box:
    # A shorter column stands in the middle of the tallest one.
    top = _HEAD + (tallest - size) * (HEIGHT + _GAP_Y) // 2
    y = top + place * (HEIGHT + _GAP_Y)
    return Box(node, _left(number), y, _short(node.label), node.key == centre)


def _left(number: int) -> int:
    return _EDGE + number * (WIDTH + _GAP_X)


def _short(label: str) -> str:
    return label if len(label) <= _LETTERS else label[: _LETTERS - 1].rstrip() + "…"


def _years(column: Sequence[Node]) -> str:
    years = sorted({node.day.year for node in column if node.day})
    if not years:
        return ""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def _path(source: Box, target: Box) -> str:
    """From the side that faces the other box, bowing half the way; over the boxes between."""
    forward = source.x < target.x
    x1 = source.x + (WIDTH if forward else 0)
    x2 = target.x + (0 if forward else WIDTH)
    y1, y2 = source.y + HEIGHT // 2, target.y + HEIGHT // 2
    bow = max(_GAP_X // 2, abs(x2 - x1) // 3)
    side = bow if forward else -bow
    return f"M{x1} {y1}C{x1 + side} {y1} {x2 - side} {y2} {x2} {y2}"
