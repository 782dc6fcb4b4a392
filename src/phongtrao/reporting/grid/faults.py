"""What keeps a report from being sent, and what only asks for a word, each at its cell. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.reporting.cells import Cell, CellState, parse_cell
from phongtrao.reporting.grid.content import CellSpec, Content
from phongtrao.reporting.rules.cell_checks import (
    BEFORE,
    LAST_YEAR,
    CellFault,
    CellPlace,
    Weight,
    cell_faults,
    parse_check,
    plausibility_faults,
)


@dataclass(frozen=True, slots=True)
class GridFault:
    """A sentence at a cell; an asking one is answered by a note there or one general reason."""

    index: int
    weight: Weight
    sentence: Sentence
    answered: bool = False

    @property
    def blocks(self) -> bool:
        """Whether the report cannot be sent because of it."""
        return self.weight is Weight.BLOCK or not self.answered


@dataclass(frozen=True)
class Findings:
    """The faults of a report, by cell index."""

    at: Mapping[int, Sequence[GridFault]]

    @property
    def blocking(self) -> list[GridFault]:
        """What must be mended or explained before sending."""
        return [fault for faults in self.at.values() for fault in faults if fault.blocks]

    @property
    def asking(self) -> list[GridFault]:
        """What asks for a word, answered or not."""
        return [f for faults in self.at.values() for f in faults if f.weight is Weight.ASK]

    def of_section(self, specs: Sequence[CellSpec], section: str, content: Content) -> int:
        """How many cells of a section have an open fault other than being empty."""
        inside = {s.index for s in specs if s.section == section and not content.is_empty(s.index)}
        return sum(
            1 for i, faults in self.at.items() if i in inside and any(f.blocks for f in faults)
        )


def find_faults(
    specs: Sequence[CellSpec],
    checks: Sequence[Mapping[str, Any]],
    content: Content,
    last: Mapping[str, Cell] | None = None,
    last_year: Mapping[str, Cell] | None = None,
) -> Findings:
    """Every fault of a report: unreadable and empty cells, checks, figures unlike the last ones.

    `last` are the cells of the period before, `last_year` those of the same period last year.
    """
    found: dict[int, list[GridFault]] = defaultdict(list)
    by_key = {spec.key: spec for spec in specs}
    for spec in specs:
        fault = _own_fault(spec, content)
        if fault is not None:
            found[spec.index].append(fault)
    earlier = {BEFORE: last or {}, LAST_YEAR: last_year or {}}
    told = _check_faults(specs, checks, content, earlier)
    for seen in (*told, *_odd_figures(specs, content, last or {})):
        index = by_key[seen.code].index
        answered = bool(content.notes.get(index) or content.reason)
        found[index].append(GridFault(index, seen.weight, seen.sentence, answered))
    return Findings(dict(sorted(found.items())))


def empty_cells(specs: Sequence[CellSpec], content: Content, section: str) -> int:
    """How many cells of a section say nothing yet."""
    return sum(1 for spec in specs if spec.section == section and content.is_empty(spec.index))


def unsaid_topics(sections: Sequence[Mapping[str, Any]], content: Content) -> list[str]:
    """The topics that the form must be told and of which nothing is said."""
    required = [topic for section in sections for topic in section.get("required", [])]
    return [topic for topic in required if not content.of_topic(topic)]


def _own_fault(spec: CellSpec, content: Content) -> GridFault | None:
    if spec.index in content.typed:
        try:
            parse_cell(content.typed[spec.index], spec.decimals)
        except InvalidInput as refusal:
            return GridFault(spec.index, Weight.BLOCK, refusal.sentence)
    if content.cells[spec.index].state is CellState.NONE:
        answered = bool(content.notes.get(spec.index) or content.reason)
        sentence = Sentence(
            N_("Chưa có số liệu. Không phát sinh thì ghi 0, không áp dụng thì ghi dấu -.")
        )
        return GridFault(spec.index, Weight.ASK, sentence, answered)
    return None


def _check_faults(
    specs: Sequence[CellSpec],
    checks: Sequence[Mapping[str, Any]],
    content: Content,
    earlier: Mapping[str, Mapping[str, Cell]],
) -> list[CellFault]:
    """What the form's checks say; a check with words of its own is told in these."""
    cells = {spec.key: content.cells[spec.index] for spec in specs}
    places = {spec.key: CellPlace(spec.name, spec.order, spec.decimals) for spec in specs}
    found: list[CellFault] = []
    for check in checks:
        weight = Weight(check["weight"])
        words = check.get("words", "")
        own = Sentence("%(words)s", {"words": words}) if words else None
        faults = cell_faults([parse_check(check["check"])], cells, places, earlier)
        found += [CellFault(fault.code, weight, own or fault.sentence) for fault in faults]
    return found


def _odd_figures(
    specs: Sequence[CellSpec], content: Content, last: Mapping[str, Cell]
) -> list[CellFault]:
    return [
        fault
        for spec in specs
        for fault in plausibility_faults(
            spec.key, content.cells[spec.index], last.get(spec.key), spec.decimals
        )
    ]
