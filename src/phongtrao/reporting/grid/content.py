"""What a report says: its cells, notes and statements, read from what was typed. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.reporting.cells import NONE, Cell, CellState, cell_text, parse_cell

# A dash before a figure may be a minus: it is a list mark only with a space or a letter after it.
_LIST_MARK = re.compile(r"^(?:[-+*•–]+(?:\s+|(?=[^\W\d_])|$))+")
LONGEST_TYPED = 80  # characters kept of what could not be read as a figure
LONGEST_NOTE = 300
LONGEST_STATEMENT = 2_000
MOST_STATEMENTS = 200


@dataclass(frozen=True, slots=True)
class CellSpec:
    """One cell of a frozen form; `index` is its place in the packed cells.

    `above` are the lines printed over it, [{kind, order, text}]: headings, *trong đó*, notes;
    `depth` is how far it is set in under the row that it is a part of.
    """

    index: int
    key: str
    indicator: str
    section: str
    order: str
    name: str
    unit: str
    kind: str
    decimals: int
    counts_people: bool = False
    depth: int = 0
    above: Sequence[Mapping[str, str]] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or paragraph of the narrative, under its topic."""

    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class CellSource:
    """Where the figure of a cell was taken from: a register of the platform, or another report."""

    key: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class NumberLink:
    """The number at `place` of a sentence (written without its numbers) is the cell `key`."""

    topic: str
    sentence: str
    place: int
    key: str


@dataclass(frozen=True)
class Content:
    """Everything one report says. `typed` keeps unreadable figures by cell index."""

    cells: tuple[Cell, ...]
    typed: Mapping[int, str] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    reason: str = ""
    sources: Mapping[int, CellSource] = field(default_factory=dict)
    links: tuple[NumberLink, ...] = ()

    def shown(self, spec: CellSpec) -> str:
        """What stands in the input of a cell."""
        return self.typed.get(spec.index) or cell_text(self.cells[spec.index], spec.decimals)

    def is_empty(self, index: int) -> bool:
        """Whether nothing at all was typed in a cell."""
        return self.cells[index].state is CellState.NONE and index not in self.typed

    def as_text(self) -> dict[str, Any]:
        """Notes, statements, the reason, sources of figures and linked numbers as stored.

        The last two are absent where there are none: earlier versions keep their hashes.
        """
        sources = {str(index): asdict(source) for index, source in sorted(self.sources.items())}
        links = [asdict(link) for link in self.links]
        later = {"sources": sources, "links": links}
        return {name: told for name, told in later.items() if told} | {
            "notes": {str(index): note for index, note in sorted(self.notes.items())},
            "reason": self.reason,
            "statements": [{"topic": s.topic, "text": s.text} for s in self.statements],
        }

    def of_topic(self, topic: str) -> list[str]:
        """The statements of a topic, in their order."""
        return [s.text for s in self.statements if s.topic == topic]


def specs_of(cells: Sequence[Mapping[str, Any]]) -> list[CellSpec]:
    """The cells of a frozen form, in the order of the packed cells."""
    names = [name for name in CellSpec.__dataclass_fields__ if name != "index"]
    return [
        CellSpec(index, **{name: cell[name] for name in names if name in cell})
        for index, cell in enumerate(cells)
    ]


def empty_content(specs: Sequence[CellSpec]) -> Content:
    """A report in which nothing has been said."""
    return Content(cells=(NONE,) * len(specs))


def read_content(
    specs: Sequence[CellSpec],
    figures: Mapping[int, str],
    *,
    notes: Mapping[int, str] | None = None,
    statements: Iterable[Statement] = (),
    reason: str = "",
) -> Content:
    """What was typed: readable figures become cells, the others are kept as they were typed."""
    cells: list[Cell] = []
    typed: dict[int, str] = {}
    for spec in specs:
        text = tidy_line(figures.get(spec.index, ""))
        try:
            cells.append(parse_cell(text, spec.decimals))
        except InvalidInput:
            cells.append(NONE)
            typed[spec.index] = text[:LONGEST_TYPED]
    kept = {index: tidy_line(note)[:LONGEST_NOTE] for index, note in (notes or {}).items()}
    return Content(
        cells=tuple(cells),
        typed=typed,
        notes={index: note for index, note in kept.items() if note},
        statements=_tidy_statements(statements),
        reason=tidy_line(reason)[:LONGEST_NOTE],
    )


def statements_of(topic: str, text: str) -> list[Statement]:
    """The statements of one text box: each line that is not empty is one, list marks dropped."""
    lines = (_LIST_MARK.sub("", line.strip()) for line in tidy(text).split("\n"))
    return [Statement(topic, line) for line in lines if line]


def stored_content(
    cells: Sequence[Cell], text: Mapping[str, Any], typed: Mapping[str, str] | None = None
) -> Content:
    """The content of a stored working copy or version."""
    return Content(
        cells=tuple(cells),
        typed={int(index): shown for index, shown in (typed or {}).items()},
        notes={int(index): note for index, note in text.get("notes", {}).items()},
        statements=tuple(Statement(s["topic"], s["text"]) for s in text.get("statements", [])),
        reason=text.get("reason", ""),
        sources={int(index): CellSource(**s) for index, s in text.get("sources", {}).items()},
        links=tuple(NumberLink(**link) for link in text.get("links", [])),
    )


def differences(
    specs: Sequence[CellSpec], mine: Content, theirs: Content
) -> dict[str, tuple[str, str]]:
    """What differs between two contents: its name → (mine, theirs), as shown."""
    found: dict[str, tuple[str, str]] = {}
    for spec in specs:
        name = f"{spec.order}. {spec.name}"
        sides = mine.shown(spec), theirs.shown(spec)
        if sides[0] != sides[1]:
            found[name] = sides
        noted = mine.notes.get(spec.index, ""), theirs.notes.get(spec.index, "")
        if noted[0] != noted[1]:
            found[f"{name} (ghi chú)"] = noted
    for topic in dict.fromkeys(s.topic for s in (*mine.statements, *theirs.statements)):
        told = "\n".join(mine.of_topic(topic)), "\n".join(theirs.of_topic(topic))
        if told[0] != told[1]:
            found[topic] = told
    if mine.reason != theirs.reason:
        found["reason"] = (mine.reason, theirs.reason)
    return found


def require_bounds(content: Content) -> None:
    """Refuse a narrative of absurd size; the form keeps what was typed."""
    if len(content.statements) > MOST_STATEMENTS:
        raise InvalidInput(
            N_("Phần lời văn có quá %(most)s ý. Hãy gộp các ý rồi lưu lại."),
            "statement.too_many",
            most=MOST_STATEMENTS,
        )
    long = next((s for s in content.statements if len(s.text) > LONGEST_STATEMENT), None)
    if long is not None:
        sentence = Sentence(
            N_('Ý "%(start)s…" dài quá %(most)s ký tự. Hãy tách thành nhiều dòng rồi lưu lại.'),
            {"start": long.text[:40], "most": LONGEST_STATEMENT},
        )
        raise InvalidInput(sentence, "statement.too_long", fields={long.topic: sentence})


def _tidy_statements(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    tidied = (Statement(s.topic, tidy_line(s.text)) for s in statements)
    return tuple(s for s in tidied if s.text)
