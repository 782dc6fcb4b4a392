"""Figures by the general path: whatever is asked, from the record as Parquet.

Slower than the slabs and much faster than the specification where much is asked; it answers what
slabs do not hold, such as one kind of bodies. What it refuses the specification answers.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from phongtrao.analytics.general.batches import Asking, Question
from phongtrao.analytics.general.path import answer
from phongtrao.analytics.general.places import Places, places_of
from phongtrao.analytics.general.refusals import Reason, Refusal
from phongtrao.analytics.queries.answers import Figures, Shape
from phongtrao.analytics.queries.general_store import Record, current_record
from phongtrao.analytics.queries.record_columns import joint_codes, round_forms
from phongtrao.analytics.queries.specified import Figured, filled
from phongtrao.core.periods import Period, window
from phongtrao.reporting.queries import FiguresAsked
from phongtrao.reporting.queries.adjustments import counting_adjustments
from phongtrao.reporting.queries.area_trees import AreaTrees, Window
from phongtrao.reporting.queries.catalogue import Catalogue
from phongtrao.reporting.rules.figures import SignedLine, entering
from phongtrao.reporting.rules.levels import LEVELS, reporting_level
from phongtrao.reporting.rules.roll_up import RollUp, parts_of

_NOTHING = RollUp(value=None, n=0, of=0)
_Lines = dict[tuple[int, int, int, int], list[SignedLine]]


def generally(
    asked: FiguresAsked, shape: Shape, known: Catalogue, trees: AreaTrees, *, at_least: int = 0
) -> Figures:
    """The whole answer by the general path; raises `Refusal` where only the specification can.

    `at_least`: how many cells must have to be read for it to be worth the while.
    """
    question = _Generally(asked, shape, known, trees, current_record())
    if question.cells() < at_least:
        raise Refusal(Reason.SMALL)
    return filled(shape, question.figured(), source="general")


@dataclass(frozen=True)
class _Lined:
    """Signed lines as a table, and the largest of them."""

    table: Any
    largest: int


class _Generally:
    """One question."""

    def __init__(
        self,
        asked: FiguresAsked,
        shape: Shape,
        known: Catalogue,
        trees: AreaTrees,
        record: Record,
    ) -> None:
        self._asked = asked
        self._shape = shape
        self._record = record
        self._scheme = record.numbers.schemes.get(asked.scheme.code, 0)
        self._body = None if asked.body is None else record.numbers.body_kinds.get(asked.body, -1)
        self._rules, self._levels_named = known.rules, known.levels
        self._trees = trees
        self._places: dict[tuple[object, ...], Places] = {}
        self._asked_levels: dict[str, set[str]] | None = None

    def cells(self) -> int:
        """How many cells of the record lie within what is asked."""
        known = self._record.numbers.indicators
        parts = {part for code in self._shape.indicators for part in parts_of(self._rules[code])}
        return sum(
            entry.rows
            for part in parts & known.keys()
            for period in self._asked.periods
            for entry in self._record.index.within(self._scheme, known[part], period, self._body)
        )

    def figured(self) -> Figured:
        """(indicator, period, area code) → the figure."""
        self._require_apart()
        self._require_sums()
        asked = list(self._pairs())
        lines = _lines(self._asked.level, self._record)
        more = dict(self._record.delta)
        if lines is not None:
            more["lines"] = lines.table
        found = answer(
            [question for _place, question in asked if question is not None],
            self._asking(lines.largest if lines is not None else 0),
            self._record.backend,
            more,
        )
        answers = iter(found)
        told = {place: next(answers) if question is not None else {} for place, question in asked}
        return {
            (code, period, area.code): told[code, number].get(area.lineage_id, _NOTHING)
            for code in self._shape.indicators
            for number, period in enumerate(self._shape.periods)
            for _axis, area in self._shape.named[number]
        }

    def _require_apart(self) -> None:
        """Cumulative figures do not add up: one period must not lie in another one asked."""
        periods = self._asked.periods
        if self._asked.scheme.since is not None and any(
            a.contains(b) for a in periods for b in periods if a != b
        ):
            raise Refusal(Reason.CUMULATIVE)

    def _require_sums(self) -> None:
        """What several bodies say of one area is added here: some indicators do not add up."""
        doubtful = [code for code in self._shape.indicators if not self._rules[code].adds_up]
        if not doubtful or self._asked.body is not None:
            return
        joint = joint_codes(round_forms())
        if any((self._asked.scheme.code, code) in joint for code in doubtful):
            raise Refusal(Reason.JOINT)

    def _asking(self, largest_line: int) -> Asking:
        record = self._record
        return Asking(
            self._rules,
            record.numbers.indicators,
            record.index,
            self._scheme,
            self._body,
            adds_up=self._asked.scheme.since is None,
            has_delta=record.has_delta,
            largest_line=largest_line,
        )

    def _pairs(self) -> Iterator[tuple[tuple[str, int], Question | None]]:
        for code in self._shape.indicators:
            for number, period in enumerate(self._shape.periods):
                level = self._level(code, period)
                question = None
                if level is not None and self._shape.named[number]:
                    question = Question(code, period, self._places_of(number, period, level))
                yield (code, number), question

    def _level(self, code: str, period: Period) -> str | None:
        """The level whose figures are added up, as the specification finds it."""
        parts, named = parts_of(self._rules[code]), self._levels_named[code]
        known = self._record.numbers.indicators
        numbers = [known[part] for part in parts if part in known]
        within = {
            LEVELS[level]
            for level in self._record.index.levels_within(
                self._scheme, numbers, period, self._body, exactly=self._exactly
            )
        }
        level = self._asked.level
        if within.intersection(LEVELS[LEVELS.index(level) :]):
            return reporting_level(level, within, (), named)
        return reporting_level(level, within, self._levels_asked(parts), named)

    @property
    def _exactly(self) -> bool:
        return self._asked.scheme.since is not None

    def _levels_asked(self, parts: Sequence[str]) -> set[str]:
        """The levels at which a round of the scheme, of any period, asks for any of the codes."""
        if self._asked_levels is None:
            self._asked_levels = defaultdict(set)
            for form in round_forms():
                if form.scheme == self._asked.scheme.code:
                    for code in form.codes:
                        self._asked_levels[code].add(form.level)
        return set().union(*(self._asked_levels.get(code, set()) for code in parts))

    def _places_of(self, number: int, period: Period, level: str) -> Places:
        asked = self._asked
        first, last = window(period, asked.scheme, level)
        day = asked.as_of or last
        now, shown = self._trees.on(last), self._trees.on(day)
        inside = (first, last) if self._trees.changed(first, last) else None
        areas = {area.lineage_id: area.code for _axis, area in self._shape.named[number]}
        key = level, now.day, shown.day, inside, frozenset(areas)
        if key not in self._places:
            days = Window(first, last, day)
            self._places[key] = places_of(self._trees.geography(days, level, areas))
        return self._places[key]


def _lines(level: str, record: Record) -> _Lined | None:
    """What signed lines add to cells of reports at a level; None where there are none."""
    import pyarrow as pa  # late: pages never need it

    from phongtrao.analytics.general.tables import LINES, arrow_schema

    found: _Lines = defaultdict(list)
    fields = ("version__report__round_id", "version__report__area_id", "version__report__body_id",
              "cell_key", "level", "difference")  # fmt: skip
    for *report, key, at_level, difference in counting_adjustments().values_list(*fields):
        if key in record.numbers.indicators:
            place = (*report, record.numbers.indicators[key])
            found[place].append(SignedLine(at_level, difference))
    sums = {place: int(entering(lines, level)) for place, lines in found.items()}
    rows = [(*place, total) for place, total in sums.items() if total]
    if not rows:
        return None
    table = pa.table(list(zip(*rows, strict=True)), schema=arrow_schema(LINES))
    return _Lined(table, max(abs(row[-1]) for row in rows))
