"""Báo cáo tổng hợp các đoàn: what the concluded inspections of a year came to, in one reading."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import area_on, children_on
from phongtrao.org.queries.kinship import heirs_on
from phongtrao.oversight.models import InspectedBody, LinkState, Recommendation, RecurrenceLink
from phongtrao.oversight.queries.inspections import inspection_rows
from phongtrao.oversight.queries.remedies import recommendation_rows
from phongtrao.oversight.workflow import CONCLUSIVE, RemedyState

MOST_COMMON, EXAMPLES, MOST_SHOWN = 5, 2, 40


@dataclass(slots=True)
class Tally:
    """The recommendations of one criterion, body or area; `days`: conclusion to confirmation."""

    name: str = ""
    key: Any = None
    inspections: set[int] = field(default_factory=set)
    bodies: set[int] = field(default_factory=set)
    asked: int = 0
    verified: int = 0
    late: int = 0
    recurring: int = 0
    days: list[int] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)

    @property
    def median_days(self) -> int | None:
        """Half of the confirmed ones took no more days than this; None where none is confirmed."""
        return round(median(self.days)) if self.days else None

    def add(self, row: Any, day: date) -> None:
        """One recommendation more."""
        self.inspections.add(row.entry_id)
        self.bodies.add(row.body_id)
        self.asked += 1
        self.recurring += row.recurs
        if row.state == RemedyState.VERIFIED:
            self.verified += 1
            self.days.append((row.verified_on - row.entry.concluded_on).days)
        elif row.due_on < day:
            in_time = row.state == RemedyState.SUBMITTED and row.submitted_on <= row.due_on
            self.late += not in_time


@dataclass(frozen=True, slots=True)
class YearResult:
    """The tables of a year; `areas` are those directly below the reader's, all of them."""

    total: Tally
    criteria: dict[str, Tally]
    leaders: list[Tally]
    areas: list[Tally]
    common: list[Tally]

    @property
    def shown(self) -> list[Tally]:
        """The areas a page has room for: all of few, of many those where somebody inspected."""
        if len(self.areas) <= MOST_SHOWN:
            return self.areas
        return [each for each in self.areas if each.inspections]

    @property
    def without(self) -> list[str]:
        """The areas where nobody was inspected."""
        return [each.name for each in self.areas if not each.inspections]


def year_result(actor: Actor, year: int, day: date) -> YearResult:
    """Read the year once and add it up by criterion, by inspecting body and by area."""
    rows = list(_rows(actor, year))
    total = Tally()
    criteria: dict[str, Tally] = defaultdict(Tally)
    leaders: dict[int, Tally] = {}
    areas = _areas(actor, day)
    place = _Places(areas, {row.body.area_id for row in rows}, day)
    for row in rows:
        leader = leaders.setdefault(
            row.entry.body_id, Tally(row.entry.body.name, row.entry.body_id)
        )
        told = [total, criteria[row.criterion], leader]
        told += [areas[area] for area in place.of(row.body.area_id)]
        for tally in told:
            tally.add(row, day)
    _count_visits(actor, year, day, areas)
    for code, tally in criteria.items():
        tally.key = code
    common = sorted(criteria.values(), key=lambda each: (-each.asked, each.key))[:MOST_COMMON]
    _give_examples(common, rows)
    ordered = sorted(leaders.values(), key=lambda each: (-each.asked, each.name))
    return YearResult(total, dict(criteria), ordered, list(areas.values()), common)


def _rows(actor: Actor, year: int) -> QuerySet[Any]:
    """The recommendations of the year, each with `recurs`, without their long texts."""
    confirmed = RecurrenceLink.objects.filter(later=OuterRef("pk"), state=LinkState.CONFIRMED)
    rows = recommendation_rows(actor).filter(
        entry__year=year, entry__state__in=CONCLUSIVE, entry__struck_on__isnull=True
    )
    needed = (
        "criterion", "state", "due_on", "submitted_on", "verified_on", "entry_id", "body_id",
        "body__area_id", "entry__concluded_on", "entry__body_id", "entry__body__name",
    )  # fmt: skip
    slim = rows.select_related(None).select_related("entry__body", "body").only(*needed)
    return slim.order_by().annotate(recurs=Exists(confirmed))


def _areas(actor: Actor, day: date) -> dict[int, Tally]:
    """The areas directly below the reader's own, in order; of a commune itself."""
    own = actor.scope.area_id
    if own is None:
        return {}
    below = list(children_on(own, day)) or [area for area in [area_on(own, day)] if area]
    return {area.lineage_id: Tally(area.full_name, area.lineage_id) for area in below}


class _Places:
    """In which of some areas other areas lie today, former ones through what they became."""

    def __init__(self, areas: Iterable[int], asked: set[int], day: date) -> None:
        self._areas = set(areas)
        versions = AreaVersion.objects.filter(lineage_id__in=asked).order_by("valid_from", "pk")
        self._paths = dict(versions.values_list("lineage_id", "path"))
        lost = {area for area in asked if not self._inside(area)}
        heirs = heirs_on(lost, day) if lost else {}
        self._heirs = {area: kin[0].version.path for area, kin in heirs.items() if kin}

    def of(self, area: int) -> list[int]:
        """The area it lies in; none where it lies in none of them."""
        return (self._inside(area) or self._on(self._heirs.get(area, "")))[:1]

    def _inside(self, area: int) -> list[int]:
        return self._on(self._paths.get(area, ""))

    def _on(self, path: str) -> list[int]:
        return [int(part) for part in path.split("/") if part and int(part) in self._areas]


def _count_visits(actor: Actor, year: int, day: date, areas: dict[int, Tally]) -> None:
    """Inspections and bodies of the year that were asked for nothing count as well."""
    entries = inspection_rows(actor).filter(year=year, state__in=CONCLUSIVE, struck_on__isnull=True)
    rows = InspectedBody.objects.filter(entry__in=entries.values("pk"))
    visits = list(rows.values_list("entry_id", "body_id", "body__area_id"))
    place = _Places(areas, {area for _entry, _body, area in visits}, day)
    for entry, body, area in visits:
        for found in place.of(area):
            areas[found].inspections.add(entry)
            areas[found].bodies.add(body)


def _give_examples(common: list[Tally], rows: list[Any]) -> None:
    """The first words of two findings of each of the most frequent criteria."""
    first: dict[str, list[int]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: (not each.recurs, each.pk)):
        if len(first[row.criterion]) < EXAMPLES:
            first[row.criterion].append(row.pk)
    wanted = [pk for tally in common for pk in first[tally.key]]
    texts = dict(Recommendation.objects.filter(pk__in=wanted).values_list("pk", "finding"))
    for tally in common:
        tally.examples = [texts[pk] for pk in first[tally.key]]
