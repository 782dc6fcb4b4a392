"""Two people typed in one report: what only one side changed merges, the rest is told. Pure.

A three-way merge against the content both started from: cell by cell, note by note, statement by
statement. Nothing typed is dropped: a place that both sides changed keeps what is stored, and the
other side comes back as a conflict for its writer to decide.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from phongtrao.reporting.cells import Cell
from phongtrao.reporting.grid.content import CellSource, CellSpec, Content, Statement, empty_content

Lines = Sequence[str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place that both sides changed; `field` is its name on the entry form.

    `index` is the cell of a figure or note, `topic` the topic of a statement.
    """

    field: str
    mine: str
    theirs: str
    index: int | None = None
    topic: str = ""


@dataclass(frozen=True)
class Merged:
    """`content` keeps what is stored where both changed, `mine_first` what was just typed."""

    content: Content
    mine_first: Content
    conflicts: tuple[Conflict, ...] = ()


def merge(
    specs: Sequence[CellSpec],
    topics: Sequence[str],
    base: Content | None,
    sides: tuple[Content, Content],
) -> Merged:
    """Merge what was typed with what is stored (`sides`), against what both started from.

    Without a `base` every figure that differs is a conflict, and statements of both are kept.
    """
    mine, theirs = sides
    start = base or replace(empty_content(specs), statements=_common(mine, theirs))
    figures = [_figure(spec, start, mine, theirs) for spec in specs]
    notes = [_note(spec, start, mine, theirs) for spec in specs]
    told = [_statements(topic, start, mine, theirs) for topic in topics]
    reason = _text("ly_do", start.reason, mine.reason, theirs.reason)
    conflicts = [c for _side, c in (*figures, *notes, reason) if c]
    conflicts += [conflict for _lines, _mine, found in told for conflict in found]
    stored = Content(
        cells=_cells(side for side, _conflict in figures),
        typed=_typed(side for side, _conflict in figures),
        notes={s.index: text for s, (text, _c) in zip(specs, notes, strict=True) if text},
        statements=tuple(each for lines, _mine, _found in told for each in lines),
        reason=reason[0],
        sources=_sources(specs, figures),
    )
    return Merged(stored, _mine_first(stored, mine, told, conflicts), tuple(conflicts))


def both_sides(
    specs: Sequence[CellSpec], conflicts: Iterable[Conflict]
) -> dict[str, tuple[str, str]]:
    """Both sides (mine, theirs) under the name of a place: a cell, its note, a topic, ``reason``.

    Several statements of one topic stand under each other.
    """
    found: dict[str, tuple[str, str]] = {}
    for conflict in conflicts:
        name = conflict.topic or "reason"
        if conflict.index is not None:
            spec = specs[conflict.index]
            ending = "" if conflict.field.startswith("o-") else " (ghi chú)"
            name = f"{spec.order}. {spec.name}{ending}"
        before = found.get(name)
        mine, theirs = conflict.mine, conflict.theirs
        found[name] = (
            (f"{before[0]}\n{mine}", f"{before[1]}\n{theirs}") if before else (mine, theirs)
        )
    return found


def merge_lines(base: Lines, mine: Lines, theirs: Lines) -> tuple[list[str], list[tuple[str, str]]]:
    """Lines of both sides, and the parts (mine, theirs) that both changed differently.

    Lines that both added at one place are kept, theirs first.
    """
    merged, found = _woven(base, mine, theirs, prefer_mine=False)
    return merged, found


def _common(mine: Content, theirs: Content) -> tuple[Statement, ...]:
    known = set(theirs.statements)
    return tuple(each for each in mine.statements if each in known)


@dataclass(frozen=True, slots=True)
class _Figure:
    """One cell of one side: its figure or what could not be read as one, and where it is from."""

    index: int
    cell: Cell
    typed: str
    source: CellSource | None

    @property
    def said(self) -> tuple[Cell, str]:
        return self.cell, self.typed


def _side(spec: CellSpec, content: Content) -> _Figure:
    i = spec.index
    return _Figure(i, content.cells[i], content.typed.get(i, ""), content.sources.get(i))


def _figure(
    spec: CellSpec, start: Content, mine: Content, theirs: Content
) -> tuple[_Figure, Conflict | None]:
    base, own, other = _side(spec, start), _side(spec, mine), _side(spec, theirs)
    if own.said == other.said:
        return (own if own.source != base.source else other), None
    if other.said == base.said:
        return own, None
    if own.said == base.said:
        return other, None
    shown = mine.shown(spec), theirs.shown(spec)
    return other, Conflict(f"o-{spec.index}", *shown, index=spec.index)


def _note(
    spec: CellSpec, start: Content, mine: Content, theirs: Content
) -> tuple[str, Conflict | None]:
    base, own, other = (content.notes.get(spec.index, "") for content in (start, mine, theirs))
    return _text(f"gc-{spec.index}", base, own, other, index=spec.index)


def _text(
    field: str, base: str, mine: str, theirs: str, index: int | None = None
) -> tuple[str, Conflict | None]:
    if mine in (theirs, base):
        return theirs, None
    if theirs == base:
        return mine, None
    return theirs, Conflict(field, mine, theirs, index=index)


def _statements(
    topic: str, start: Content, mine: Content, theirs: Content
) -> tuple[list[Statement], list[Statement], list[Conflict]]:
    sides = [content.of_topic(topic) for content in (start, mine, theirs)]
    lines, found = merge_lines(*sides)
    own = _woven(*sides, prefer_mine=True)[0] if found else lines
    conflicts = [Conflict(f"yk-{topic}", *parts, topic=topic) for parts in found]
    return [Statement(topic, t) for t in lines], [Statement(topic, t) for t in own], conflicts


def _mine_first(
    stored: Content,
    mine: Content,
    told: Sequence[tuple[list[Statement], list[Statement], list[Conflict]]],
    conflicts: Sequence[Conflict],
) -> Content:
    """What is stored with the writer's own side at each conflict: what his form goes on showing."""
    fields = {conflict.field: conflict.index for conflict in conflicts}
    cells, typed, notes = list(stored.cells), dict(stored.typed), dict(stored.notes)
    for field, index in fields.items():
        if index is None:
            continue
        if field.startswith("o-"):
            cells[index] = mine.cells[index]
            typed.pop(index, None)
            typed |= {index: mine.typed[index]} if index in mine.typed else {}
        else:
            notes[index] = mine.notes.get(index, "")
    return replace(
        stored,
        cells=tuple(cells),
        typed=typed,
        notes={index: note for index, note in notes.items() if note},
        statements=tuple(each for _lines, own, _found in told for each in own),
        reason=mine.reason if "ly_do" in fields else stored.reason,
    )


def _cells(sides: Iterable[_Figure]) -> tuple[Cell, ...]:
    return tuple(side.cell for side in sides)


def _typed(sides: Iterable[_Figure]) -> dict[int, str]:
    return {side.index: side.typed for side in sides if side.typed}


def _sources(
    specs: Sequence[CellSpec], figures: Sequence[tuple[_Figure, Conflict | None]]
) -> Mapping[int, CellSource]:
    pairs = zip(specs, figures, strict=True)
    return {spec.index: side.source for spec, (side, _conflict) in pairs if side.source}


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines `start` to `end` of the base become `lines` on one side."""

    start: int
    end: int
    lines: tuple[str, ...]
    is_mine: bool

    def meets(self, start: int, end: int) -> bool:
        """Whether it touches a part of the base; two insertions at one place do not."""
        return self.start < end and start < self.end


def _changes(base: Lines, side: Lines, *, is_mine: bool) -> list[_Change]:
    found = []
    matcher = SequenceMatcher(None, list(base), list(side), autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace" and i2 - i1 == j2 - j1:  # one statement for one: each on its own
            found += [_Change(i1 + n, i1 + n + 1, (side[j1 + n],), is_mine) for n in range(i2 - i1)]
        else:
            found.append(_Change(i1, i2, tuple(side[j1:j2]), is_mine))
    return found


def _woven(
    base: Lines, mine: Lines, theirs: Lines, *, prefer_mine: bool
) -> tuple[list[str], list[tuple[str, str]]]:
    waiting = _changes(base, theirs, is_mine=False) + _changes(base, mine, is_mine=True)
    waiting.sort(key=lambda change: (change.start, change.end, change.is_mine))
    merged: list[str] = []
    found: list[tuple[str, str]] = []
    place = 0
    while waiting:
        group, end = _group(waiting)
        start = group[0].start
        merged += base[place:start]
        own, other = (_applied(base, start, end, group, is_mine=side) for side in (True, False))
        if len({change.is_mine for change in group}) == 1:
            merged += own if group[0].is_mine else other
        elif own == other:
            merged += own
        elif start == end:  # both added something here
            merged += [*other, *(line for line in own if line not in other)]
        else:
            merged += own if prefer_mine else other
            found.append(("\n".join(own), "\n".join(other)))
        place = end
    return [*merged, *base[place:]], found


def _group(waiting: list[_Change]) -> tuple[list[_Change], int]:
    """Take the first changes that touch one another; returns them and where they end."""
    group = [waiting.pop(0)]
    start, end = group[0].start, group[0].end
    while waiting:
        following = waiting[0]
        both_add = start == end == following.start == following.end
        if not (following.meets(start, end) or both_add):
            break
        group.append(waiting.pop(0))
        end = max(end, following.end)
    return group, end


def _applied(
    base: Lines, start: int, end: int, group: Sequence[_Change], *, is_mine: bool
) -> list[str]:
    lines: list[str] = []
    place = start
    for change in group:
        if change.is_mine is is_mine:
            lines += [*base[place : change.start], *change.lines]
            place = change.end
    return [*lines, *base[place:end]]
