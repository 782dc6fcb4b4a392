"""What several forms and bodies say about one area becomes one cell, as the specification says.

Of two forms that ask one body for the same figure the one submitted last counts, an empty cell
only where there is nothing else; what several bodies say is added, and hides nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phongtrao.analytics.cube.slabs import (
    BLANK,
    GIVEN,
    NOT_APPLICABLE,
    ON_TIME,
    RECEIVED,
    SAFE,
    WITHHELD,
    Axes,
    Slab,
    of_kind,
    said,
)
from phongtrao.reporting.cells import CellState


@dataclass(frozen=True)
class Told:
    """The reports of one round: rows are reports, columns the indicators of its form.

    `sent` orders reports of several forms by when they were submitted.
    """

    areas: NDArray[np.int64]
    bodies: NDArray[np.int64]
    sent: NDArray[np.int64]
    on_time: NDArray[np.bool_]
    codes: Sequence[str]
    decimals: Sequence[int]
    values: NDArray[np.int64]
    states: NDArray[np.uint8]


@dataclass(frozen=True)
class Merged:
    """One row an area: the merged cells of these indicators; `unsafe` ones are too large to add."""

    areas: NDArray[np.int64]
    codes: Sequence[str]
    values: NDArray[np.int64]
    states: NDArray[np.uint8]
    unsafe: NDArray[np.bool_]


def received_flags(told: Sequence[Told]) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Each area once, with whether all of its reports came in time."""
    areas = np.concatenate([each.areas for each in told])
    late = np.concatenate([~each.on_time for each in told])
    found, place = np.unique(areas, return_inverse=True)
    is_late = np.bincount(place, weights=late, minlength=len(found)) > 0
    return found, np.where(is_late, RECEIVED, RECEIVED | ON_TIME).astype(np.uint8)


def merged(told: Sequence[Told], decimals: dict[str, int]) -> list[Merged]:
    """The cells of one period, in groups of indicators that the same forms ask for."""
    asked: dict[tuple[int, ...], list[str]] = defaultdict(list)
    forms: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(told):
        for code in each.codes:
            forms[code].append(number)
    for code, numbers in forms.items():
        asked[tuple(numbers)].append(code)
    return [
        _of_forms([told[number] for number in numbers], codes, decimals)
        for numbers, codes in asked.items()
    ]


def _of_forms(told: Sequence[Told], codes: Sequence[str], decimals: dict[str, int]) -> Merged:
    columns = [_columns(each, codes, decimals) for each in told]
    values = np.concatenate([each[0] for each in columns])
    states = np.concatenate([each[1] for each in columns])
    unsafe = np.logical_or.reduce([each[2] for each in columns])
    areas = np.concatenate([each.areas for each in told])
    if len(told) > 1:
        bodies = np.concatenate([each.bodies for each in told])
        sent = np.concatenate([each.sent for each in told])
        areas, values, states = _last_of_forms(areas, bodies, sent, values, states)
    return _of_bodies(areas, codes, values, states, unsafe)


def _columns(
    told: Told, codes: Sequence[str], decimals: dict[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.bool_]]:
    """Values at the common scale, states (an empty cell is BLANK), and what became too large."""
    place = {code: number for number, code in enumerate(told.codes)}
    picked = [place[code] for code in codes]
    whole = picked == list(range(len(told.codes)))
    values = told.values if whole else told.values[:, picked]
    states = told.states if whole else told.states[:, picked]
    steps = [decimals[code] - told.decimals[place[code]] for code in codes]
    scale = np.array([10**step for step in steps], np.float64)
    peak = np.maximum(values.max(0, initial=0), -(values.min(0, initial=0).astype(np.float64)))
    unsafe = peak * scale >= SAFE
    if any(steps):
        values = values * np.where(unsafe, 1, scale).astype(np.int64)
    return values, np.where(states == CellState.NONE, np.uint8(BLANK), states), unsafe


def _last_of_forms(
    areas: NDArray[np.int64],
    bodies: NDArray[np.int64],
    sent: NDArray[np.int64],
    values: NDArray[np.int64],
    states: NDArray[np.uint8],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint8]]:
    """One row for each area and body: the cell submitted last, an empty one only for want."""
    order = np.lexsort((sent, bodies, areas))
    areas, bodies, values, states = areas[order], bodies[order], values[order], states[order]
    new = np.ones(len(areas), bool)
    new[1:] = (areas[1:] != areas[:-1]) | (bodies[1:] != bodies[:-1])
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(areas)) - 1
    number = np.arange(len(areas))[:, None]
    last = np.maximum.reduceat(np.where(said(states), number, -1), starts, axis=0)
    last = np.where(last < 0, ends[:, None], last)
    return (
        areas[starts],
        np.take_along_axis(values, last, axis=0),
        np.take_along_axis(states, last, axis=0),
    )


def _of_bodies(
    areas: NDArray[np.int64],
    codes: Sequence[str],
    values: NDArray[np.int64],
    states: NDArray[np.uint8],
    unsafe: NDArray[np.bool_],
) -> Merged:
    """One row for each area: what was given is added, what is withheld hides the rest."""
    if len(np.unique(areas)) == len(areas):
        return Merged(areas, codes, values, states, unsafe)
    order = np.argsort(areas, kind="stable")
    areas, values, states = areas[order], values[order], states[order]
    starts = np.flatnonzero(np.append(True, areas[1:] != areas[:-1]))
    counts = np.diff(np.append(starts, len(areas)))
    alone = states[starts]
    has = [np.logical_or.reduceat(of_kind(states, kind), starts, axis=0)
           for kind in (GIVEN, NOT_APPLICABLE, WITHHELD)]  # fmt: skip
    blank = np.logical_or.reduceat(states == BLANK, starts, axis=0)
    rest = np.where(blank, BLANK, CellState.NOT_APPLICABLE)
    joint = np.where(has[2], CellState.WITHHELD, np.where(has[0], CellState.VALUE, rest))
    joint = np.where(counts[:, None] == 1, alone, joint).astype(np.uint8)
    peak = np.abs(values.astype(np.float64)).max(0, initial=0) * counts.max()
    sums = np.add.reduceat(np.where(of_kind(states, GIVEN), values, 0), starts, axis=0)
    sums = np.where(of_kind(joint, GIVEN), sums, 0)
    return Merged(areas[starts], codes, sums, joint, unsafe | (peak >= SAFE))


def place_of(axes: Axes, areas: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where units stand; every one must be there."""
    order = np.argsort(axes.units)
    return order[np.searchsorted(axes.units, areas, sorter=order)]


def enter_anew(slab: Slab, column: int, told: Sequence[Told], areas: Collection[int]) -> list[int]:
    """What areas say now for a period; those that say nothing any more are emptied.

    Returns the indicators whose figures are too large to add.
    """
    decimals = dict(zip(slab.axes.codes, slab.axes.decimals, strict=True))
    groups = merged(told, decimals) if told else []
    places = np.array([slab.places[area] for area in areas], np.int64)
    row_of = {int(place): number for number, place in enumerate(places)}
    values = np.zeros((len(slab.axes.codes), len(places)), np.int64)
    states = np.zeros(values.shape, np.uint8)
    flags = np.zeros(len(places), np.uint8)
    unsafe: list[int] = []
    for group in groups:
        rows = np.array([slab.rows[code] for code in group.codes])
        at = np.array([row_of[slab.places[area]] for area in group.areas.tolist()])
        values[rows[:, None], at], states[rows[:, None], at] = group.values.T, group.states.T
        unsafe += rows[group.unsafe].tolist()
    if told:
        found, came = received_flags(told)
        flags[[row_of[slab.places[area]] for area in found.tolist()]] = came
    slab.enter(column, places, values, states, flags)
    return unsafe
