"""The numbers of a report's narrative and the cells they are linked to. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from phongtrao.reporting.grid.content import CellSpec, Content, NumberLink, Statement
from phongtrao.reporting.rules.linked_numbers import (
    NumberTarget,
    ToldNumber,
    told_in,
    without_numbers,
)


@dataclass(frozen=True, slots=True)
class StatementNumber:
    """A number of the statement at `index`, under its topic."""

    index: int
    topic: str
    told: ToldNumber

    def linked_to(self, key: str) -> NumberLink:
        """The link of this number to a cell."""
        sentence = without_numbers(self.told.sentence)
        return NumberLink(self.topic, sentence, self.told.place, key)


def cell_targets(specs: Sequence[CellSpec], content: Content) -> list[NumberTarget]:
    """The cells as what a number may stand for."""
    return [
        NumberTarget(
            spec.key,
            spec.order,
            f"{spec.name} ({spec.unit})" if spec.unit else spec.name,
            content.cells[spec.index].figure(spec.decimals),
            content.shown(spec),
        )
        for spec in specs
    ]


def statement_numbers(specs: Sequence[CellSpec], content: Content) -> list[StatementNumber]:
    """Every number of the narrative in its order, with the cells they are linked to."""
    by_key = {target.key: target for target in cell_targets(specs, content)}
    linked: dict[tuple[str, str], dict[int, NumberTarget]] = {}
    for link in content.links:
        if link.key in by_key:
            linked.setdefault((link.topic, link.sentence), {})[link.place] = by_key[link.key]
    return [
        StatementNumber(index, said.topic, told)
        for index, said in enumerate(content.statements)
        for told in told_in(said.text, linked.get((said.topic, without_numbers(said.text)), {}))
    ]


def live_links(
    links: Iterable[NumberLink], statements: Iterable[Statement]
) -> tuple[NumberLink, ...]:
    """The links whose sentence still stands, each number once."""
    standing = {(each.topic, without_numbers(each.text)) for each in statements}
    kept = {
        (link.topic, link.sentence, link.place): link
        for link in links
        if (link.topic, link.sentence) in standing
    }
    return tuple(kept.values())
