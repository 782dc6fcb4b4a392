"""Soft hyphens inside words: read without them, answered in the places of the text that has them.

Beside figures, or between the parts of a symbol ("12/KH\u00adUBND"), it may be the hyphen of a
number and stays.
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from phongtrao.intake.extraction.canon import Span
from phongtrao.intake.extraction.letters import LOWER, UPPER

_SMALL = re.compile(rf"(?<=[{UPPER}{LOWER}])\u00ad(?=[{LOWER}])")
# A word in capitals that is no part of a number: nothing of a symbol stands beside it.
_CAPITAL_WORD = re.compile(
    rf"(?<![\w/.-])[{UPPER}]{{1,9}}(?:\u00ad[{UPPER}]{{1,9}}){{1,4}}(?![\w/-])"
)


def without_breaks(text: str) -> tuple[str, list[int]] | None:
    """The text without word breaks and the old place of each letter; None where it has none."""
    if "\u00ad" not in text:
        return None
    places = {m.start() for m in _SMALL.finditer(text)}
    for word in _CAPITAL_WORD.finditer(text):
        places |= {at for at in range(*word.span()) if text[at] == "\u00ad"}
    if not places:
        return None
    back = [at for at in range(len(text)) if at not in places]
    return "".join(text[at] for at in back), back


def placed_back(node: Any, back: list[int]) -> Any:
    """The same record with every span in the places of the whole text."""
    if isinstance(node, Span):
        if node.start >= node.end:
            return Span(_old(node.start, back), _old(node.start, back))
        return Span(back[node.start], back[node.end - 1] + 1)
    if isinstance(node, tuple):
        return tuple(placed_back(item, back) for item in node)
    if is_dataclass(node) and not isinstance(node, type):
        moved = {f.name: placed_back(getattr(node, f.name), back) for f in fields(node)}
        return replace(node, **moved)
    return node


def _old(at: int, back: list[int]) -> int:
    return back[at] if at < len(back) else (back[-1] + 1 if back else 0)
