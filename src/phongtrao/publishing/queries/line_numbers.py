"""The numbers of a paper's own sentences and the figures of the paper they are linked to."""

from collections.abc import Sequence

from phongtrao.core.formats import number
from phongtrao.publishing.models import PaperFigures, PaperLine, exact
from phongtrao.reporting.rules.linked_numbers import (
    NumberTarget,
    ToldNumber,
    offered_targets,
    suggested_target,
    told_in,
)


def figure_targets(figures: PaperFigures) -> list[NumberTarget]:
    """The figures of a paper as what a number may stand for."""
    return [
        NumberTarget(
            row["code"],
            row["order"],
            f"{row['name']} ({row['unit']})" if row["unit"] else row["name"],
            exact(row["value"]),
            number(exact(row["value"]), row["decimals"]),
        )
        for row in figures.figures
    ]


def line_numbers(line: PaperLine, targets: Sequence[NumberTarget]) -> list[ToldNumber]:
    """Every number of a line in its order with what it is linked to."""
    by_key = {target.key: target for target in targets}
    linked = {place: by_key[code] for place, code in line.links if code in by_key}
    return told_in(line.text, linked)


def number_choices(
    line: PaperLine, figures: PaperFigures
) -> list[tuple[ToldNumber, list[NumberTarget], str]]:
    """The numbers of a line for which a figure can be offered: choices, and which to begin with."""
    targets = figure_targets(figures)
    found = [(told, offered_targets(told, targets)) for told in line_numbers(line, targets)]
    return [(told, own, suggested_target(told, own)) for told, own in found if own]
