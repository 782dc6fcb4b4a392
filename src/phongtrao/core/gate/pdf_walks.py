"""Walks through a PDF that must end: references, the page tree, the outline."""

from phongtrao.core.gate.pdf_objects import Reference
from phongtrao.core.gate.verdicts import Refused

_MAX_PAGES = 20_000


def check_loops(objects: dict[int, object]) -> None:
    """Refuse objects that are nothing but references to one another in a ring.

    Dictionaries may point back (a page at its parent); bare references and arrays of
    references are resolved blindly by readers and must not.
    """
    settled: set[int] = set()
    for number in objects:
        _follow(number, objects, settled)
    for value in objects.values():
        if isinstance(value, dict) and isinstance(value.get("Length"), Reference):
            length = objects.get(value["Length"].number)
            if length is value or isinstance(length, dict):
                raise Refused("pdf-loop")


def check_pages(objects: dict[int, object], root: object) -> None:
    """Walk the page tree and the outline once.  Raises Refused on rings and false counts."""
    if not isinstance(root, dict):
        raise Refused("pdf-broken")
    top = root.get("Pages")
    tree = _resolved(top, objects)
    if not isinstance(tree, dict):
        raise Refused("pdf-broken")
    pages = _count_pages(top, objects)
    stated = _resolved(tree.get("Count"), objects)
    if not pages:
        raise Refused("pdf-broken")
    if not isinstance(stated, int) or stated != pages:
        raise Refused("pdf-count")
    _check_outline(_resolved(root.get("Outlines"), objects), objects)


def _follow(number: int, objects: dict[int, object], settled: set[int]) -> None:
    """Depth first through bare references and arrays, without recursion."""
    path: set[int] = set()
    stack = [(number, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            path.discard(node)
            settled.add(node)
        elif node in path:
            raise Refused("pdf-loop")
        elif node not in settled:
            path.add(node)
            stack.append((node, True))
            stack.extend((target, False) for target in _bare_targets(objects.get(node)))


def _bare_targets(value: object) -> list[int]:
    if isinstance(value, Reference):
        return [value.number]
    if isinstance(value, list):
        return [item.number for item in value if isinstance(item, Reference)]
    return []


def _resolved(value: object, objects: dict[int, object]) -> object:
    """A value behind references; rings were refused before."""
    while isinstance(value, Reference):
        value = objects.get(value.number)
    return value


def _count_pages(top: object, objects: dict[int, object]) -> int:
    """The number of leaves; a node met twice is a ring or a trap."""
    met: set[int] = set()
    stack, pages = [top], 0
    while stack:
        node = stack.pop()
        if isinstance(node, Reference):
            if node.number in met:
                raise Refused("pdf-loop")
            met.add(node.number)
        value = _resolved(node, objects)
        if not isinstance(value, dict):
            raise Refused("pdf-broken")
        if "Kids" in value:
            kids = _resolved(value["Kids"], objects)
            stack.extend(kids if isinstance(kids, list) else [])
        else:
            pages += 1
        if pages > _MAX_PAGES:
            raise Refused("pdf-too-deep")
    return pages


def _check_outline(outline: object, objects: dict[int, object]) -> None:
    """Headings are linked lists of linked lists; each may be met once."""
    met: set[int] = set()
    stack = [outline]
    while stack:
        node = stack.pop()
        if not isinstance(node, dict):
            continue
        for key in ("First", "Next"):
            target = node.get(key)
            if isinstance(target, Reference):
                if target.number in met:
                    raise Refused("pdf-loop")
                met.add(target.number)
                stack.append(_resolved(target, objects))
