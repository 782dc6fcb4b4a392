"""Questions of one shape as tables, and the way back from sums to figures. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pyarrow as pa

from phongtrao.analytics.general import tables
from phongtrao.analytics.general.index import Entry, RecordIndex, is_crowded
from phongtrao.analytics.general.places import Places
from phongtrao.analytics.general.refusals import Reason, Refusal
from phongtrao.analytics.general.shapes import Shape
from phongtrao.analytics.general.tilings import tiles
from phongtrao.core.periods import Period
from phongtrao.reporting.rules.figures import IndicatorKind, IndicatorRule
from phongtrao.reporting.rules.roll_up import parts_of

_EXACT_ONLY = (IndicatorKind.RATIO, IndicatorKind.MEAN)
_NARROW, _WIDE = 2**63 - 1, 10**37
_STEEPEST = 9  # places between the decimals of two forms


@dataclass(frozen=True)
class Question:
    """One indicator for one period in every group of a geography."""

    code: str
    period: Period
    places: Places


@dataclass(frozen=True)
class Asking:
    """What is the same for all questions: rules, codes as numbers, scheme, kind of bodies.

    `adds_up`: whether figures of parts of a period may fill it; cumulative ones do not.
    """

    rules: Mapping[str, IndicatorRule]
    indicators: Mapping[str, int]
    index: RecordIndex
    scheme: int
    body_kind: int | None = None
    adds_up: bool = True
    has_delta: bool = False
    # What signed lines add to a figure at most; 0 where there are none.
    largest_line: int = 0


@dataclass
class Part:
    """One indicator that a question needs, with the periods whose figures may enter."""

    ask: int
    code: str
    number: int
    kind: IndicatorKind
    periods: Sequence[Period]
    entries: Sequence[Entry]


@dataclass
class Asked:
    """A question taken apart; `decimals` are those in which its sums are counted."""

    q: int
    question: Question
    rule: IndicatorRule
    parts: list[Part]
    decimals: int = 0
    shape: Shape = field(default_factory=Shape)


@dataclass
class Batch:
    """Questions of one shape, as tables."""

    shape: Shape
    asking: Asking
    asked: Sequence[Asked]

    @cached_property
    def tables(self) -> dict[str, Any]:
        """The Arrow tables that the expression of the shape reads besides the record."""
        found = {
            "wanted": _table(tables.WANTED, self._wanted()),
            "asked": _table(tables.ASKED, self._asked()),
            "members": self._members(),
        }
        if self.shape.is_tiled or self.shape.inherits or self.shape.is_traced:
            found["places"] = _table(tables.PLACES, self._places())
            found["tilings"] = _table(tables.TILINGS, self._tilings())
        if self.shape.inherits or self.shape.is_traced:
            found["heirs"] = self._heirs()
            found["targets"] = _table(
                tables.TARGETS, [(n, p.first, p.months) for p, n in self._targets.items()]
            )
        return found

    @cached_property
    def _geographies(self) -> dict[int, tuple[int, Places]]:
        """The geographies of the batch by identity, numbered."""
        found: dict[int, tuple[int, Places]] = {}
        for asked in self.asked:
            places = asked.question.places
            found.setdefault(id(places), (len(found), places))
        return found

    def _g(self, asked: Asked) -> int:
        return self._geographies[id(asked.question.places)][0]

    @cached_property
    def _targets(self) -> dict[Period, int]:
        """Periods that may be filled by others: those asked, and what sources are asked for."""
        periods = {asked.question.period for asked in self.asked}
        if self.shape.inherits or self.shape.is_traced:
            periods |= self._known
        return {period: n for n, period in enumerate(sorted(periods))}

    @cached_property
    def _known(self) -> set[Period]:
        return {p for asked in self.asked for part in asked.parts for p in part.periods}

    def _wanted(self) -> Iterable[tuple[object, ...]]:
        for asked in self.asked:
            g = self._g(asked)
            for part in asked.parts:
                for p in part.periods:
                    yield (part.ask, asked.q, g, part.number, self.asking.scheme,
                           self.asking.body_kind or 0, p.first, p.months,
                           asked.decimals)  # fmt: skip

    def _asked(self) -> Iterable[tuple[object, ...]]:
        for asked in self.asked:
            period, places, rule = asked.question.period, asked.question.places, asked.rule
            weights = len(set(rule.denominator)) if rule.kind is IndicatorKind.MEAN else 0
            for part in asked.parts:
                yield (
                    part.ask, asked.q, self._g(asked), self._targets[period],
                    period.first, period.months, int(part.kind is IndicatorKind.STOCK),
                    len(asked.parts), int(part.code == rule.code),
                    rule.denominator.count(part.code), weights, places.own, places.whole,
                )  # fmt: skip

    def _members(self) -> Any:
        return _by_geography(tables.MEMBERS, self._geographies, lambda p: p.member_columns)

    def _heirs(self) -> Any:
        return _by_geography(tables.HEIRS, self._geographies, lambda p: p.heir_columns)

    def _places(self) -> Iterable[tuple[object, ...]]:
        for g, places in self._geographies.values():
            for area in places.areas:
                yield g, area

    def _tilings(self) -> Iterable[tuple[object, ...]]:
        for period, target in self._targets.items():
            for t in tiles(period, self._known):
                yield (target, t.variant, t.segments, t.segment, t.tiling, t.size,
                       t.period.first, t.period.months)  # fmt: skip


def batches(
    questions: Sequence[Question], asking: Asking, *, adjusted: bool = False, traced: bool = False
) -> list[Batch]:
    """The questions by shape; raises `Refusal` where an expression cannot say one exactly."""
    by_steps: dict[Shape, list[Asked]] = defaultdict(list)
    ask = 0
    for q, question in enumerate(questions):
        asked = _taken_apart(q, question, asking, ask)
        ask += len(asked.parts)
        steps = replace(asked.shape, is_joint=False, is_crowded=False, is_rescaled=False,
                        is_wide=False, is_adjusted=adjusted, is_traced=traced)  # fmt: skip
        by_steps[steps].append(asked)
    return [Batch(_shape(steps, found), asking, found) for steps, found in by_steps.items()]


def _shape(steps: Shape, asked: Iterable[Asked]) -> Shape:
    """The steps of all, with every further step that one of them needs."""
    shapes = [each.shape for each in asked]
    return replace(
        steps,
        is_joint=any(shape.is_joint for shape in shapes),
        is_crowded=any(shape.is_crowded for shape in shapes),
        is_rescaled=any(shape.is_rescaled for shape in shapes),
        is_wide=any(shape.is_wide for shape in shapes),
    )


def _taken_apart(q: int, question: Question, asking: Asking, ask: int) -> Asked:
    rule = asking.rules[question.code]
    parts = [
        _part(ask + n, code, question, asking) for n, code in enumerate(parts_of(rule))
    ]  # fmt: skip
    asked = Asked(q, question, rule, parts)
    entries = [entry for part in parts for entry in part.entries]
    asked.decimals = max((entry.decimals for entry in entries), default=0)
    if any(asked.decimals - entry.decimals > _STEEPEST for entry in entries):
        raise Refusal(Reason.LARGE)
    inherits = bool(question.places.heirs)
    crowded = is_crowded(entries)
    asked.shape = Shape(
        has_delta=asking.has_delta,
        by_body=asking.body_kind is not None,
        is_crowded=crowded,
        is_joint=crowded or any(entry.is_joint for entry in entries) or _kinds(entries) > 1,
        is_tiled=not inherits and any(len(part.periods) > 1 for part in parts),
        inherits=inherits,
        has_parts=len(parts) > 1,
        is_weighted=_is_weighted(rule),
        is_rescaled=any(entry.decimals != asked.decimals for entry in entries),
        is_wide=_largest(asked, asking.largest_line) > _NARROW,
    )
    return asked


def _part(ask: int, code: str, question: Question, asking: Asking) -> Part:
    rule, period = asking.rules[question.code], question.period
    kind = rule.kind if code == rule.code else asking.rules[code].kind
    number = asking.indicators.get(code, -1)
    known = asking.index.periods(asking.scheme, number)
    if kind in _EXACT_ONLY or not asking.adds_up:
        known = frozenset()
    inside = {each for each in known if period.contains(each)}
    periods = sorted(inside | {period})
    wanted = set(periods)
    entries = [
        entry
        for entry in asking.index.within(asking.scheme, number, period)
        if entry.period in wanted
    ]
    return Part(ask, code, number, kind, periods, entries)


def _kinds(entries: Iterable[Entry]) -> int:
    """How many kinds of bodies at most speak for the same period of an indicator."""
    found: dict[tuple[int, Period], set[int]] = defaultdict(set)
    for entry in entries:
        found[entry.indicator, entry.period].add(entry.body_kind)
    return max(map(len, found.values()), default=0)


def _is_weighted(rule: IndicatorRule) -> bool:
    computed = rule.kind in (IndicatorKind.RATIO, IndicatorKind.MEAN)
    return computed and bool(rule.denominator) and not rule.numerator


def _largest(asked: Asked, line: int) -> int:
    """What no sum of the question can exceed; raises `Refusal` beyond 38 digits."""
    places = asked.question.places
    scale = places.whole * places.fan
    sums = {
        part.code: sum(_size(entry, line, asked.decimals) * entry.rows for entry in part.entries)
        for part in asked.parts
    }
    largest = scale * max(sums.values(), default=0)
    product = 0
    if _is_weighted(asked.rule):
        typed = next(part for part in asked.parts if part.code == asked.rule.code)
        mean = max((_size(entry, line, asked.decimals) for entry in typed.entries), default=0)
        weights = sum(sums[code] for code in asked.rule.denominator)
        largest = max(largest, scale * weights)
        product = mean * weights * scale
    if max(largest, product) > _WIDE:
        raise Refusal(Reason.LARGE)
    return largest


def _size(entry: Entry, line: int, decimals: int) -> int:
    return (entry.largest + line) * 10 ** (decimals - entry.decimals)


def _table(columns: Mapping[str, str], rows: Iterable[Sequence[object]]) -> Any:
    """Rows as an Arrow table."""
    schema = tables.arrow_schema(columns)
    lists = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(each, f.type) for each, f in zip(lists, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _by_geography(
    columns: Mapping[str, str],
    geographies: Mapping[int, tuple[int, Places]],
    arrays_of: Callable[[Places], Sequence[Any]],
) -> Any:
    """The columns of every geography one after another, each with its number `g`."""
    schema = tables.arrow_schema(columns)
    found = []
    for g, places in geographies.values():
        arrays = arrays_of(places)
        number = pa.repeat(pa.scalar(g, pa.int32()), len(arrays[0]))
        found.append(pa.Table.from_arrays([number, *arrays], schema=schema))
    return pa.concat_tables(found)
