"""What a version changed against the one before it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from phongtrao.reporting.cells import cell_text
from phongtrao.reporting.grid.content import CellSpec, Content, Statement


@dataclass(frozen=True)
class Changes:
    """`cells` maps a cell to what stood there before; `added` are places of new statements."""

    cells: Mapping[int, str] = field(default_factory=dict)
    added: frozenset[int] = frozenset()
    dropped: Sequence[Statement] = ()


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What a queue says of a report that waits for a decision.

    `sent` is how often it was sent; `faults` are open, `explained` have a word of the body.
    """

    sent: int
    cells: int
    added: int
    dropped: int
    faults: int
    explained: int


def changes_between(specs: Sequence[CellSpec], before: Content | None, now: Content) -> Changes:
    """Cells with another figure, statements that are new, statements that are gone."""
    if before is None:
        return Changes()
    old, new = set(before.statements), set(now.statements)
    return Changes(
        cells={
            spec.index: cell_text(before.cells[spec.index], spec.decimals)
            for spec in specs
            if now.cells[spec.index] != before.cells[spec.index]
        },
        added=frozenset(i for i, told in enumerate(now.statements) if told not in old),
        dropped=[told for told in before.statements if told not in new],
    )
