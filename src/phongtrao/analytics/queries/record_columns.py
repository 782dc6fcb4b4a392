"""The counting figures of the record, whole rounds at once, as columns."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

import numpy as np
from django.db.models import BooleanField, ExpressionWrapper, F, Q
from django.db.models.functions import Coalesce
from numpy.typing import NDArray

from phongtrao.core.periods import Period, parse_period
from phongtrao.org.queries import standing_kind
from phongtrao.reporting.cells import unpack_table
from phongtrao.reporting.models import ReportVersion, Round, official
from phongtrao.reporting.workflow import COUNTING

_FIELDS = (
    "report__area_id", "report__body_id", "report__body__kind_id", "pk", "submitted_at", "on_time",
    "cells",
)  # fmt: skip


@dataclass(frozen=True)
class RoundForm:
    """What a round asks: the scheme, period and level, and the undivided cells of its form.

    `codes`, `columns` and `decimals` go together: indicator, its place among the cells of a
    version, digits after the comma. `cells` is the number of all cells, `kinds` are the
    kinds of bodies that report in it: none named, those that lead the programme.
    """

    pk: int
    scheme: str
    period: Period
    level: str
    form_id: int
    codes: tuple[str, ...]
    columns: tuple[int, ...]
    decimals: tuple[int, ...]
    cells: int
    kinds: tuple[str, ...]


def joint_codes(forms: Iterable[RoundForm]) -> set[tuple[str, str]]:
    """(scheme, indicator) that bodies of several kinds report, perhaps about one area.

    Sums do not mind; counts of different things and typed means do not add up, and whose they are
    is told by the specification alone.
    """
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form in forms:
        for code in form.codes:
            kinds[form.scheme, code].update(form.kinds or (standing_kind(),))
    return {each for each, found in kinds.items() if len(found) > 1}


@dataclass(frozen=True)
class RoundColumns:
    """The newest counting version of every report of a round (or of some areas), one row each.

    `values` [row, indicator] are scaled by the form's decimals, `states` are `CellState`s; the
    indicators are `form.codes`. `sent` orders versions of two forms by when they were submitted.
    """

    form: RoundForm
    areas: NDArray[np.int64]
    bodies: NDArray[np.int64]
    kinds: Sequence[str]
    versions: NDArray[np.int64]
    sent: Sequence[datetime]
    on_time: NDArray[np.bool_]
    packed: Sequence[bytes]

    def __len__(self) -> int:
        return len(self.areas)

    @cached_property
    def table(self) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """The values and the states of the undivided cells."""
        values, states = unpack_table(self.packed, self.form.cells)
        if self.form.columns == tuple(range(self.form.cells)):
            return values, states
        columns = list(self.form.columns)
        return values[:, columns], states[:, columns]


def round_forms(*, after: int = 0) -> list[RoundForm]:
    """Every periodic round with a number above `after`, by number; no one-off or training ones."""
    periodic = Round.objects.filter(official(), template_version__template__is_one_off=False)
    rows = periodic.filter(pk__gt=after).order_by("pk")
    held = dict[
        int, tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], int, tuple[str, ...]]
    ]()
    found = []
    for round_ in rows.select_related("template_version"):
        form = round_.template_version
        if form.pk not in held:
            whole = [(i, c) for i, c in enumerate(form.cells) if c["key"] == c["indicator"]]
            held[form.pk] = (
                tuple(cell["key"] for _i, cell in whole),
                tuple(i for i, _cell in whole),
                tuple(cell["decimals"] for _i, cell in whole),
                len(form.cells),
                tuple(form.kinds),
            )
        found.append(
            RoundForm(
                round_.pk, round_.scheme, parse_period(round_.period), round_.level, form.pk,
                *held[form.pk],
            )
        )  # fmt: skip
    return found


def record_columns(
    forms: Collection[RoundForm] | None = None, *, areas: Collection[int] | None = None
) -> Iterator[RoundColumns]:
    """The counting versions of rounds (default: all), one round after the other.

    `areas` takes the reports about those alone. A round without any is left out. Raises
    ``CorruptCells`` where the record is damaged, when its table is asked for.
    """
    for form in round_forms() if forms is None else forms:
        rows = ReportVersion.objects.filter(
            report__round=form.pk, report__state__in=COUNTING, n=F("report__version_count")
        )
        if areas is not None:
            rows = rows.filter(report__area_id__in=areas)
        found = list(
            rows.order_by()
            .annotate(
                on_time=ExpressionWrapper(
                    Q(
                        report__first_submitted_at__lte=Coalesce(
                            "report__extended_to", "report__round__deadline_at"
                        )
                    ),
                    output_field=BooleanField(),
                )
            )
            .values_list(*_FIELDS)
        )
        if found:
            yield _columns(form, found)


def _columns(form: RoundForm, rows: Sequence[tuple[object, ...]]) -> RoundColumns:
    areas, bodies, kinds, versions, sent, on_time, packed = zip(*rows, strict=True)
    return RoundColumns(
        form,
        np.array(areas, np.int64),
        np.array(bodies, np.int64),
        kinds,
        np.array(versions, np.int64),
        sent,
        np.array(on_time, bool),
        [bytes(each) for each in packed],
    )
