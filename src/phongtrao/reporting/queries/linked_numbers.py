"""The numbers of a narrative beside the cells they are linked to, or may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from phongtrao.reporting.grid.content import CellSpec, Content
from phongtrao.reporting.grid.linked_numbers import (
    StatementNumber,
    cell_targets,
    statement_numbers,
)
from phongtrao.reporting.models import Report
from phongtrao.reporting.queries.entry import EntryGrid, entry_grid
from phongtrao.reporting.rules.linked_numbers import (
    NumberTarget,
    ToldNumber,
    offered_targets,
    suggested_target,
)


@dataclass(frozen=True)
class NumberChoice:
    """One number of the narrative with the cells that are offered for it, the likeliest first."""

    number: StatementNumber
    offered: Sequence[NumberTarget]

    @property
    def suggested(self) -> str:
        """The cell that the choice begins with; "" for none."""
        return suggested_target(self.number.told, self.offered)


@dataclass(frozen=True)
class NumberState:
    """What the entry page says: how many numbers could be linked, and which no longer agree."""

    open: int
    differing: Sequence[ToldNumber]


def number_state(grid: EntryGrid) -> NumberState:
    """The numbers of what is being typed."""
    found = [each.told for each in statement_numbers(grid.specs, grid.content)]
    targets = cell_targets(grid.specs, grid.content)
    waiting = [told for told in found if told.target is None]
    return NumberState(
        sum(bool(offered_targets(told, targets)) for told in waiting),
        [told for told in found if told.agrees is False],
    )


def number_choices(report: Report) -> tuple[EntryGrid, list[NumberChoice]]:
    """Every number of the saved narrative for which a cell can be offered, with its choices."""
    grid = entry_grid(report)
    targets = cell_targets(grid.specs, grid.content)
    numbers = statement_numbers(grid.specs, grid.content)
    choices = [NumberChoice(each, offered_targets(each.told, targets)) for each in numbers]
    return grid, [choice for choice in choices if choice.offered]


def linked_by_statement(
    specs: Sequence[CellSpec], content: Content
) -> Mapping[int, Sequence[ToldNumber]]:
    """Place of a statement → its linked numbers."""
    found: dict[int, list[ToldNumber]] = {}
    for number in statement_numbers(specs, content):
        if number.told.target is not None:
            found.setdefault(number.index, []).append(number.told)
    return found
