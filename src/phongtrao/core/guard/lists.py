"""Lists of persons, told by the headers of a table or the labels of a form (CR-6)."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Act, Finding
from phongtrao.core.guard.grids import Table, cells_of, line_end
from phongtrao.core.guard.lawful import Paper, paper_of
from phongtrao.core.guard.list_headers import PERSONAL_KINDS
from phongtrao.core.guard.normal import NormalText

_NAMES = {"name", "citizen"}
_PRIVATE = PERSONAL_KINDS - {*_NAMES, "subject", "forbidden"}
# What makes a list one of private persons whatever else stands in it.
_HARD = {"identity", "plate", "health", "family", "citizen"}
_WITH_POST = {"name", "contact", "sex", "tax"}
_OF_BODIES = {"home", "contact", "tax", "account"}
_GROUPS = {"birth", "sex", "job", "health", "forbidden", "family", "subject", "identity"}
# Registers of residents and papers, counted for each unit.
_REGISTERED = {"identity", "home"}
_BEFORE = 120
# A count or a share; an identity, a telephone or a year of birth has more digits.
_COUNT = re.compile(r"\d{0,3}(?:[.,]\d{1,3})?\s?%?|[-–x]")
_MOST_ROWS = 2_000


def lists_in(text: NormalText, paper: Paper | None = None) -> Iterator[Finding]:
    """Lists of persons, and what a lawful list says beyond names, posts and awards.

    ``paper`` is what ``paper_of(text)`` gave, where the caller has it.
    """
    paper = paper_of(text) if paper is None else paper
    for span in paper.dropped:
        yield Finding(span.start, span.end, span.kind, "ask")
    for table in paper.unexplained:
        act = _act(table)
        if act and not _is_warning(text, table) and not _holds_counts(text, table):
            yield Finding(table.start, table.end, "person_list", act)


def is_person_list(kinds: set[str]) -> bool:
    """Two personal headers, or one and a forbidden one; a name counts beside a private datum."""
    private = kinds & _PRIVATE
    if kinds & _NAMES:
        return bool(private) or _has_forbidden(kinds)
    return len(private) >= 2 or (bool(private) and _has_forbidden(kinds))


def _has_forbidden(kinds: set[str]) -> bool:
    """*Đối tượng* is the audience where a programme is told."""
    return "forbidden" in kinds or ("subject" in kinds and "programme" not in kinds)


def _act(table: Table) -> Act | None:
    """What a head asks for: nothing for bodies, posts and counts."""
    kinds = table.kinds
    if not is_person_list(kinds) or _is_statistics(kinds):
        return None
    personal = kinds & (_PRIVATE | _NAMES)
    if _has_forbidden(kinds) or kinds & _HARD:
        return "block"
    if not kinds & _NAMES and personal <= _OF_BODIES:
        return None if "post" in kinds or table.shape != "columns" else "ask"
    if kinds & {"post", "role", "duty"} and personal <= _WITH_POST:
        return "ask" if table.shape != "request" else None
    if "award" in kinds and personal <= {"name", "birth", "home", "sex", "job"}:
        return "ask"
    return "block"


def _is_statistics(kinds: set[str]) -> bool:
    """Counts by group or by area: no name stands in the head, but a number or the unit counted."""
    personal = kinds & (_PRIVATE | _NAMES)
    if "count" in kinds and personal <= _GROUPS:
        return True
    return bool(kinds & {"post", "area"}) and personal <= _REGISTERED


def _holds_counts(text: NormalText, table: Table) -> bool:
    """Subjects of work told in counts under personal words: *Cư trú | Căn cước*, 72, 70."""
    kinds = table.kinds
    if table.shape != "columns" or not table.cut or kinds & {*_NAMES, "birth"}:
        return False
    at, rows = table.rows_start, 0
    while at < table.end:
        end = line_end(text.bare, at)
        cells = cells_of(text.bare, at, end, table.cut)[1:]
        shown = [text.bare[start:stop] for start, stop in cells]
        if rows > _MOST_ROWS or not all(_COUNT.fullmatch(cell) for cell in shown):
            return False
        rows, at = rows + any(shown), end + 1
    return rows > 0


def _is_warning(text: NormalText, table: Table) -> bool:
    """Columns named only to say that nobody may ask for them."""
    if table.is_filled:
        return False
    start = max(0, table.start - _BEFORE)
    before = text.bare[start : table.start].rstrip()
    return before.endswith(":") and any(
        word in before.rpartition("\n")[2] for word in ("khong ", "cam ", "tuyet doi", "tranh ")
    )
