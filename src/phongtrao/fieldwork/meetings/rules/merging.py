"""Two texts that grew from one, put together paragraph by paragraph (a line each). Pure.

Where each writer touched other paragraphs both changes stand; where both changed the same one,
both texts are kept beside each other for somebody to choose. No word of either is dropped unseen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Lines = tuple[str, ...]
_Edit = tuple[int, int, Lines]
_Kind = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Paragraphs that need no choice."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class Clash:
    """Paragraphs that both changed, each as either side left them; empty = taken out."""

    mine: Lines
    theirs: Lines


@dataclass(frozen=True, slots=True)
class Compared:
    """A paragraph of two versions, and whether it stayed, came or went."""

    kind: _Kind
    text: str


def merge(base: str, mine: str, theirs: str) -> list[Agreed | Clash]:
    """Put `mine` and `theirs`, both begun from `base`, together."""
    old = lines_of(base)
    found: list[Agreed | Clash] = []
    at = 0
    for low, high, ours, others in _groups(
        _edits(old, lines_of(mine)), _edits(old, lines_of(theirs))
    ):
        _agree(found, old[at:low])
        one, other = _applied(old, low, high, ours), _applied(old, low, high, others)
        # Both wrote on at the same place of a text: what was saved first stands first.
        if low == high and old and one and other:
            _agree(found, other + one[_shared(one, other) :])
        else:
            _join(found, old[low:high], one, other)
        at = high
    _agree(found, old[at:])
    return found


def merged_text(parts: Sequence[Agreed | Clash]) -> str | None:
    """The whole text; None while something must be chosen."""
    if any(isinstance(part, Clash) for part in parts):
        return None
    return "\n".join(line for part in parts if isinstance(part, Agreed) for line in part.lines)


def chosen_text(parts: Sequence[Agreed | Clash], chosen: Sequence[str]) -> str:
    """The whole text with the chosen words in the place of each clash, in order."""
    words = iter(chosen)
    lines: list[str] = []
    for part in parts:
        lines += part.lines if isinstance(part, Agreed) else lines_of(next(words))
    return "\n".join(lines)


def compared(old: str, new: str) -> list[Compared]:
    """The paragraphs of two versions in order; empty ones that changed are left out."""
    before, after = lines_of(old), lines_of(new)
    found: list[Compared] = []
    for tag, a1, a2, b1, b2 in _matched(before, after).get_opcodes():
        if tag == "equal":
            found += [Compared("same", line) for line in before[a1:a2]]
        else:
            found += [Compared("removed", line) for line in before[a1:a2] if line.strip()]
            found += [Compared("added", line) for line in after[b1:b2] if line.strip()]
    return found


def lines_of(text: str) -> Lines:
    """The paragraphs of a text; none of an empty one."""
    return tuple(text.split("\n")) if text else ()


def _matched(old: Lines, new: Lines) -> SequenceMatcher[str]:
    return SequenceMatcher(None, old, new, autojunk=False)


def _edits(old: Lines, new: Lines) -> list[_Edit]:
    """What a side changed: from where to where in the old text, and the new lines.

    Paragraphs that were rewritten one for one are edits of their own: two writers may then change
    neighbours.
    """
    found: list[_Edit] = []
    for tag, a1, a2, b1, b2 in _matched(old, new).get_opcodes():
        if tag == "equal":
            continue
        if a2 - a1 == b2 - b1:
            found += [(a1 + n, a1 + n + 1, (new[b1 + n],)) for n in range(a2 - a1)]
        else:
            found.append((a1, a2, new[b1:b2]))
    return found


def _groups(
    ours: list[_Edit], others: list[_Edit]
) -> Iterator[tuple[int, int, list[_Edit], list[_Edit]]]:
    """Edits of both sides that touch each other, and their reach in the old text, in order."""
    marked = sorted(
        [(low, high, 0, lines) for low, high, lines in ours]
        + [(low, high, 1, lines) for low, high, lines in others]
    )
    while marked:
        low, high, side, lines = marked.pop(0)
        sides: tuple[list[_Edit], list[_Edit]] = ([], [])
        sides[side].append((low, high, lines))
        while marked and _touches(low, high, *marked[0][:2]):
            start, end, side, lines = marked.pop(0)
            sides[side].append((start, end, lines))
            high = max(high, end)
        yield low, high, *sides


def _touches(low: int, high: int, start: int, end: int) -> bool:
    """Whether an edit that begins no earlier shares a place with one before it."""
    return start < high or (start == low == high == end)


def _applied(old: Lines, low: int, high: int, edits: list[_Edit]) -> Lines:
    """A stretch of the old text as one side left it."""
    lines: list[str] = []
    at = low
    for start, end, new in edits:
        lines += [*old[at:start], *new]
        at = end
    return (*lines, *old[at:high])


def _join(found: list[Agreed | Clash], old: Lines, mine: Lines, theirs: Lines) -> None:
    if theirs in (mine, old):
        _agree(found, mine)
    elif mine == old:
        _agree(found, theirs)
    else:
        found.append(Clash(mine, theirs))


def _shared(mine: Lines, theirs: Lines) -> int:
    """How many paragraphs both begin with, up to the last that says something; all where both
    wrote the same, empty ones too.
    """
    if mine == theirs:
        return len(mine)
    count = 0
    for place, (one, other) in enumerate(zip(mine, theirs, strict=False), start=1):
        if one != other:
            break
        if one.strip():
            count = place
    return count


def _agree(found: list[Agreed | Clash], lines: Lines) -> None:
    if not lines:
        return
    if found and isinstance(found[-1], Agreed):
        lines = found.pop().lines + lines  # type: ignore[union-attr]  # looked at above
    found.append(Agreed(lines))
