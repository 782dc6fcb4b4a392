"""*Tải báo cáo của cấp xã*: what each commune is asked to report in a window, and what twice."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db.models import Case, Count, IntegerField, QuerySet, Sum, Value, When

from phongtrao.core.id_sets import IdSet
from phongtrao.core.periods import Period, parse_period
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import Indicator, Round, official
from phongtrao.reporting.queries import visible


@dataclass(frozen=True, slots=True)
class LoadRound:
    """A round of the window: who opened it, of which form, how many cells it asks for."""

    pk: int
    scheme: str
    period: Period
    template_id: int
    template: str
    asker: str
    codes: tuple[str, ...]

    @property
    def cells(self) -> int:
        """How many cells each reporting body fills."""
        return len(self.codes)


@dataclass(frozen=True, slots=True)
class Twice:
    """A figure that one body is asked for twice in the same period, by two forms."""

    body_id: int
    period: Period
    code: str
    rounds: tuple[LoadRound, ...]


@dataclass(frozen=True, slots=True)
class LoadLine:
    """What one form asks of one body in the window."""

    body: str
    form: str
    askers: tuple[str, ...]
    rounds: int
    cells: int
    last_round: int


def rounds_within(actor: Actor, months: Period) -> list[LoadRound]:
    """The rounds whose period ends in the window and that officials opened: files ask nobody."""
    rows = (
        Round.objects.filter(
            official(), value_import=None, template_version__participants=_kind(actor)
        )
        .select_related("template_version__template", "opened_by__body")
        .order_by("last_day", "pk")
    )
    found = []
    for row in rows:
        period = parse_period(row.period)
        if months.first <= period.last <= months.last:
            found.append(_load_round(row, period))
    return found


def load_rows(actor: Actor, rounds: Sequence[LoadRound]) -> QuerySet[Any]:
    """Communes within scope with `forms`, `asked` (reports) and `cells`, for a list.

    Counted once beforehand: a subquery a commune would walk the reports 3,321 times.
    """
    communes = AreaVersion.objects.on(actor.day).at_level("commune")
    if not actor.scope.everything:
        communes = communes.filter(path__startswith=actor.scope.path)
    whens = [When(round_id=each.pk, then=Value(each.cells)) for each in rounds]
    cells = Case(*whens, default=Value(0), output_field=IntegerField())
    reports = visible(actor).filter(round__in=[each.pk for each in rounds]).order_by()
    counted = reports.values_list("area_id").annotate(
        forms=Count("round__template_version__template", distinct=True),
        asked=Count("pk"),
        cells=Sum(cells),
    )
    found = list(counted)
    return communes.annotate(
        forms=_column({area: forms for area, forms, _asked, _cells in found}),
        asked=_column({area: asked for area, _forms, asked, _cells in found}),
        cells=_column({area: cells for area, _forms, _asked, cells in found}),
    )


def prepare_load(rows: Sequence[Any], *, actor: Actor, rounds: Sequence[LoadRound]) -> None:
    """Give each commune of a page its `askers` and how many figures are asked `twice`."""
    by_pk = {each.pk: each for each in rounds}
    asked = _asked_of(actor, [row.lineage_id for row in rows], by_pk)
    doubled: Counter[int] = Counter()
    askers: dict[int, set[str]] = defaultdict(set)
    for (area_id, body_id), found in asked.items():
        doubled[area_id] += len(_twice(body_id, found))
        askers[area_id].update(each.asker for each in found)
    for row in rows:
        row.twice = doubled[row.lineage_id]
        row.askers = tuple(sorted(askers[row.lineage_id]))


def load_lines(
    actor: Actor, area_id: int, rounds: Sequence[LoadRound]
) -> tuple[list[LoadLine], list[tuple[str, Indicator, Twice]]]:
    """What one commune is asked, form by form, and each figure asked twice with its forms."""
    by_pk = {each.pk: each for each in rounds}
    reports = visible(actor).filter(round__in=list(by_pk), area_id=area_id)
    names: dict[int, str] = {}
    asked: dict[int, list[LoadRound]] = defaultdict(list)
    for round_id, body_id, name in reports.order_by("body__name_folded", "pk").values_list(
        "round_id", "body_id", "body__name"
    ):
        names[body_id] = name
        asked[body_id].append(by_pk[round_id])
    doubled = [(names[body], each) for body, found in asked.items() for each in _twice(body, found)]
    known = {row.code: row for row in Indicator.objects.filter(
        code__in={each.code for _name, each in doubled})}  # fmt: skip
    lines = [line for body, found in asked.items() for line in _lines(names[body], found)]
    return lines, [(name, known[each.code], each) for name, each in doubled if each.code in known]


def _lines(body: str, rounds: Iterable[LoadRound]) -> list[LoadLine]:
    by_form: dict[int, list[LoadRound]] = defaultdict(list)
    for each in rounds:
        by_form[each.template_id].append(each)
    return [
        LoadLine(
            body=body,
            form=found[0].template,
            askers=tuple(sorted({each.asker for each in found})),
            rounds=len(found),
            cells=sum(each.cells for each in found),
            last_round=found[-1].pk,
        )
        for found in by_form.values()
    ]


def _twice(body_id: int, rounds: Sequence[LoadRound]) -> list[Twice]:
    """The figures that two of the rounds ask of a body for the same months in the same scheme."""
    together: dict[tuple[str, Period], list[LoadRound]] = defaultdict(list)
    for each in rounds:
        together[each.scheme, each.period].append(each)
    found = []
    for (_scheme, period), group in together.items():
        codes: set[str] = set()
        for one, other in combinations(group, 2):
            codes |= set(one.codes) & set(other.codes)
        for code in sorted(codes):
            holding = tuple(each for each in group if code in each.codes)
            found.append(Twice(body_id, period, code, holding))
    return found


def _asked_of(
    actor: Actor, areas: Collection[int], rounds: Mapping[int, LoadRound]
) -> dict[tuple[int, int], list[LoadRound]]:
    reports = visible(actor).filter(round__in=list(rounds), area_id__among=IdSet(areas))
    asked: dict[tuple[int, int], list[LoadRound]] = defaultdict(list)
    for area_id, body_id, round_id in reports.order_by().values_list(
        "area_id", "body_id", "round_id"
    ):
        asked[area_id, body_id].append(rounds[round_id])
    return asked


def _column(counts: Mapping[int, int]) -> Case:
    """The count of each area as a column to sort by; most areas share a few counts."""
    areas: dict[int, list[int]] = defaultdict(list)
    for area_id, count in counts.items():
        areas[count].append(area_id)
    whens = [When(lineage_id__among=IdSet(ids), then=Value(count)) for count, ids in areas.items()]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def _load_round(row: Round, period: Period) -> LoadRound:
    form = row.template_version
    return LoadRound(
        pk=row.pk,
        scheme=row.scheme,
        period=period,
        template_id=form.template_id,
        template=form.template.name,
        asker=row.opened_by.body.name if row.opened_by else "",
        codes=tuple(cell["key"] for cell in form.cells),
    )


def _kind(actor: Actor) -> str | None:
    return actor.body.kind_id if actor.body else None
