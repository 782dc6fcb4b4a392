"""Slabs from the record: which ones there are, and the reading of their rounds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from phongtrao.analytics.cube.merging import Told, merged, place_of, received_flags
from phongtrao.analytics.cube.slabs import Axes, Slab, SlabKey, slab_of
from phongtrao.analytics.queries.record_columns import (
    RoundColumns,
    RoundForm,
    record_columns,
)
from phongtrao.analytics.queries.unit_order import UnitOrder
from phongtrao.core.periods import SCHEMES
from phongtrao.reporting.models import Report


def slab_key(form: RoundForm) -> SlabKey | None:
    """Where a round's figures are kept; cumulative ones are not: they do not add up."""
    if form.scheme not in SCHEMES:
        return None
    return SlabKey(form.scheme, form.level, form.period.months, form.period.year)


def by_slab(forms: Iterable[RoundForm]) -> dict[SlabKey, list[RoundForm]]:
    """The rounds of every slab."""
    found: dict[SlabKey, list[RoundForm]] = defaultdict(list)
    for form in forms:
        key = slab_key(form)
        if key is not None:
            found[key].append(form)
    return dict(sorted(found.items()))


def axes_of(
    key: SlabKey, forms: Sequence[RoundForm], order: UnitOrder, *, more: Iterable[int] = ()
) -> Axes:
    """The axes of a slab: its rounds' indicators and periods, every area with a report due."""
    decimals: dict[str, int] = {}
    for form in forms:
        for code, digits in zip(form.codes, form.decimals, strict=True):
            decimals[code] = max(digits, decimals.get(code, 0))
    areas = Report.objects.filter(round__in=[form.pk for form in forms])
    ids = areas.order_by().values_list("area_id", flat=True).distinct()
    units, runs = order.sorted([*ids, *more])
    codes = sorted(decimals)
    periods = sorted({form.period for form in forms})
    return Axes(key, codes, [decimals[code] for code in codes], periods, units, runs)


def read_slab(key: SlabKey, forms: Sequence[RoundForm], order: UnitOrder) -> Slab:
    """A slab of what the record says now."""
    axes = axes_of(key, forms, order)
    values, states = np.zeros(axes.shape, np.int64), np.zeros(axes.shape, np.uint8)
    received = np.zeros(axes.shape[1:], np.uint8)
    rows = {code: number for number, code in enumerate(axes.codes)}
    decimals = dict(zip(axes.codes, axes.decimals, strict=True))
    unsafe: set[int] = set()
    for column, period in enumerate(axes.periods):
        told = told_of(record_columns([form for form in forms if form.period == period]))
        if not told:
            continue
        areas, flags = received_flags(told)
        received[column, place_of(axes, areas)] = flags
        for group in merged(told, decimals):
            picked = np.array([rows[code] for code in group.codes])
            places = place_of(axes, group.areas)
            values[picked[:, None], column, places] = group.values.T
            states[picked[:, None], column, places] = group.states.T
            unsafe.update(picked[group.unsafe].tolist())
    slab = slab_of(axes, values, states, received)
    slab.peaks[list(unsafe)] = np.inf
    return slab


def told_of(rounds: Iterable[RoundColumns]) -> list[Told]:
    """The rounds of one period as the merging wants them."""
    found = list(rounds)
    ranks = _ranks(found)
    return [
        Told(
            each.areas, each.bodies, rank, each.on_time, each.form.codes, each.form.decimals,
            *each.table,
        )
        for each, rank in zip(found, ranks, strict=True)
    ]  # fmt: skip


def told_flags(rounds: Iterable[RoundColumns]) -> dict[int, int]:
    """Area → its flags (``RECEIVED``, ``ON_TIME``) over the rounds of one period."""
    told = told_of(rounds)
    if not told:
        return {}
    areas, flags = received_flags(told)
    return dict(zip(areas.tolist(), flags.tolist(), strict=True))


def _ranks(rounds: Sequence[RoundColumns]) -> list[np.ndarray]:
    """The order of submission over all rounds: needed only where there are several."""
    if len(rounds) < 2:
        return [np.zeros(len(each), np.int64) for each in rounds]
    keys = [key for each in rounds for key in zip(each.sent, each.versions.tolist(), strict=True)]
    place = {key: number for number, key in enumerate(sorted(keys))}
    ranks = np.array([place[key] for key in keys], np.int64)
    return np.split(ranks, np.cumsum([len(each) for each in rounds])[:-1])


def units_of(forms: Collection[RoundForm]) -> set[int]:
    """Every area from which a report of these rounds is due or has come."""
    rows = Report.objects.filter(round__in=[form.pk for form in forms]).order_by()
    return set(rows.values_list("area_id", flat=True).distinct())
