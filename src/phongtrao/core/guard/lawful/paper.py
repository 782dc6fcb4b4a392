"""One lawful paper as the guard uses it: its lines, what must go, which tables it explains."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.grids import Table, line_end, tables_in
from phongtrao.core.guard.lawful import columns
from phongtrao.core.guard.lawful.entries import Reader
from phongtrao.core.guard.lawful.shapes import Kind, LawfulList, Line, PostLine, Span
from phongtrao.core.guard.lawful.titles import paper_kind
from phongtrao.core.guard.normal import NormalText, normalise

# What an official leaves for contact, and what the mask takes out of a lawful line.
_HELD = {"mobile", "landline", "mail", "birth", "address"}
_HELD_IN_AWARDS = {"birth", "address"}
# What a list may say too much without being held for it.
_BEYOND: dict[str, set[str]] = {
    "award": {"birth", "address"},
    "composition": {"birth", "address"},
    "delegation": {"birth", "address"},
}
_MOST_LINES = 5_000
_EXACT = re.compile(r"\W*(?:so|nha|ngo|ngach|hem|kiet|can ho|\d)")


@dataclass(frozen=True, slots=True)
class Paper:
    """Lines and dropped places in the normal forms of a text; empty without a ``kind``.

    ``tables`` are those that the lines explain, ``unexplained`` all others of the text.
    """

    kind: Kind | None = None
    lines: tuple[Line, ...] = ()
    dropped: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    unexplained: tuple[Table, ...] = ()

    def settled(self, text: NormalText, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Findings with those in lawful lines held instead of refused.

        Contacts, years of birth and hamlets of officials and awarded persons are held: the mask
        takes them out.  A name that a line keeps is accused of nothing there.  Numbers of
        identity, health and banks, and house numbers, stay as they are.
        """
        starts = [line.span.start for line in self.lines]
        for finding in findings:
            at = bisect_right(starts, finding.start) - 1
            line = self.lines[at] if at >= 0 else None
            if line is None or finding.end > line.span.end:
                yield finding
            elif finding.kind != "accusation":
                yield self._held(text, finding)
            elif not _is_its_name(line, finding):
                yield finding

    def _held(self, text: NormalText, finding: Finding) -> Finding:
        held = _HELD_IN_AWARDS if self.kind == "award" else _HELD
        is_exact = finding.kind == "address" and _EXACT.match(text.bare, finding.start)
        if finding.kind not in held or is_exact:
            return finding
        return replace(finding, act="ask")


def paper_of(text: NormalText, *, within: Kind | None = None) -> Paper:
    """The lawful paper that ``text`` is; one without lines for every other text.

    ``within`` is the kind of the paper whose pages came before this one.  A paper longer than any
    decision is none: it gets no leave for anything.
    """
    tables = tuple(tables_in(text.bare))
    found = paper_kind(text.bare) or ((within, 0) if within else None)
    if found is None or text.bare.count("\n", found[1]) > _MOST_LINES:
        return Paper(unexplained=tables)
    kind, start = found
    explained = {t for t in tables if t.start >= start and columns.is_lawful(kind, t)}
    lines: list[Line] = []
    dropped: list[Span] = []
    reader = Reader(text, kind, goes_on=start == 0 and within is not None)
    for line, spans in _walk(text, reader, start, tables, explained):
        dropped += spans
        if line:
            lines.append(line)
    return Paper(
        kind,
        tuple(sorted(lines, key=lambda line: line.span.start)),
        tuple(dropped),
        tuple(explained),
        tuple(table for table in tables if table not in explained),
    )


def kind_of(text: str) -> Kind | None:
    """The kind of lawful paper that begins in ``text``, by its title alone."""
    found = paper_kind(normalise(text).bare)
    return found[0] if found else None


def only_beyond_lines(
    text: str, findings: Iterable[Finding], *, within: Kind | None = None
) -> bool:
    """Whether all that is found is what the lines of a lawful list say too much.

    That is years of birth and hamlets of officials and of awarded persons, and the heads of such
    columns.  A parser keeps the lines without them (DESIGN.md §3), so the paper needs no
    word of its sender.  ``within`` is the kind of the paper whose pages came before this text.
    """
    found = list(findings)
    if not found or any(each.act != "ask" or each.kind not in _BEYOND["award"] for each in found):
        return False
    normal = normalise(text)
    paper = paper_of(normal, within=within)
    if paper.kind is None or not paper.lines:
        return False
    spans = [_given(normal, line.span) for line in paper.lines]
    spans += [_given(normal, span) for span in paper.dropped]
    places = _joined((span.start, span.end) for span in spans)
    starts = [start for start, _end in places]
    return all(
        each.kind in _BEYOND.get(paper.kind, ()) and _holds(places, starts, each) for each in found
    )


def read(text: str) -> LawfulList | None:
    """The lawful list that ``text`` is; None for any other text.

    Linear in the length of the text.  Places are code points of ``text`` as it was given.
    """
    normal = normalise(text)
    paper = paper_of(normal)
    if paper.kind is None or not paper.lines:
        return None
    lines = tuple(_given_line(normal, line) for line in paper.lines)
    dropped = sorted({_given(normal, span) for span in paper.dropped}, key=lambda s: s.start)
    return LawfulList(paper.kind, lines, tuple(dropped))


def _walk(
    text: NormalText, reader: Reader, at: int, tables: tuple[Table, ...], explained: set[Table]
) -> Iterator[tuple[Line | None, list[Span]]]:
    """The lines of prose from ``at`` and the rows of lawful tables, in order.

    What other tables hold is no line of the paper.
    """
    for table in tables:
        if table.start < at or table.shape != "columns":
            continue
        yield from _prose(text, reader, at, table.start)
        if table in explained:
            yield from columns.read_table(text, reader.kind, table, reader.award)
        at = table.end + 1
    yield from _prose(text, reader, at, len(text.bare))


def _prose(
    text: NormalText, reader: Reader, at: int, stop: int
) -> Iterator[tuple[Line | None, list[Span]]]:
    while at < stop:
        end = min(line_end(text.bare, at), stop)
        yield from reader.line(at, end)
        at = end + 1


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order; those that overlap are one."""
    places: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if places and start <= places[-1][1]:
            places[-1] = places[-1][0], max(end, places[-1][1])
        else:
            places.append((start, end))
    return places


def _holds(places: list[tuple[int, int]], starts: list[int], finding: Finding) -> bool:
    at = bisect_right(starts, finding.start) - 1
    return at >= 0 and finding.end <= places[at][1]


def _is_its_name(line: Line, finding: Finding) -> bool:
    if isinstance(line, PostLine):
        return False
    return finding.start < line.name_span.end and line.name_span.start < finding.end


def _given(text: NormalText, span: Span) -> Span:
    if span.start >= span.end:
        return Span(*text.origin(span.start, span.start + 1)[:1] * 2, span.kind)
    return Span(*text.origin(span.start, span.end), span.kind)


def _given_line(text: NormalText, line: Line) -> Line:
    span = _given(text, line.span)
    if isinstance(line, PostLine):
        return replace(line, span=span)
    return replace(line, span=span, name_span=_given(text, line.name_span))
