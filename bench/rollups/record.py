"""``python -m bench.rollups.record SHAPE``: the figures in the product's record, by its imports.

Run with ``PHONGTRAO_DATA_DIR`` set to an empty folder. Every figure comes in by the import of
files, but those of some communes for the month that is asked about: these have a round of their
own, and are sent later by their officers, so that the roll-ups meet submissions they have not
digested. What was measured goes to standard output as one JSON value.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from bench.rollups import stand_in
from bench.rollups.build import folder_of
from bench.rollups.dataset import Shape, fact_file, units_of, years_of
from bench.rollups.questions import questions_of

if TYPE_CHECKING:
    from phongtrao.org.permissions import Actor

LATE = 50
NATIONAL, PROVINCIAL = "do.trunguong", "do.tinh"
FORM = "do-hang-thang"


def late_units(shape: Shape) -> list[int]:
    """The communes that send the month asked about when everybody else is in: in all provinces."""
    asked = questions_of(shape)
    units, is_merged = units_of(shape), asked.month >= shape.year_month(shape.merged_at)
    stays = ~units.is_closed  # who was closed has nobody who could send today
    in_force = stays if is_merged else stays & ~units.is_new
    found = pq.read_table(
        fact_file(folder_of(shape), asked.year),
        columns=["unit"],
        filters=[("month", "=", asked.month)],
    )
    heard = np.intersect1d(units.number[in_force], found["unit"].to_numpy())
    places = np.linspace(0, len(heard) - 1, min(LATE, len(heard))).astype(int)
    return [int(unit) for unit in heard[np.unique(places)]]


def make_record(shape: Shape) -> dict[str, Any]:
    """Areas, figures and officials; what the import took, year by year."""
    begin = time.perf_counter()
    stand_in.load_stand_in(shape)
    told: dict[str, Any] = {"prepare_s": time.perf_counter() - begin, "years": []}
    late = late_units(shape)
    for year in years_of(shape):
        told["years"].append(_imported(shape, year, late))
    _people(shape, late)
    _open_round(shape)
    return told


def _imported(shape: Shape, year: int, late: list[int]) -> tuple[int, float]:
    """How many figures a year has, and the seconds from its file to its commit."""
    from django.conf import settings

    from phongtrao.core.audit import Service
    from phongtrao.reporting.actions.value_imports import import_values
    from phongtrao.reporting.imports.value_checks import check_values
    from phongtrao.reporting.imports.value_files import read_values

    path = Path(settings.DATA_DIR) / f"so-lieu-{year}.parquet"
    pq.write_table(_import_table(shape, year, late), path)
    begin = time.perf_counter()
    table = check_values(read_values(path))
    import_values(table, by=Service("cli:bench"))
    seconds = time.perf_counter() - begin
    path.unlink()
    return len(table), seconds


def _import_table(shape: Shape, year: int, late: list[int]) -> pa.Table:
    """A year of figures as `import-values` takes them, without those that are sent later."""
    table = pq.read_table(fact_file(folder_of(shape), year))
    asked = questions_of(shape)
    month, unit = table["month"].to_numpy(), table["unit"].to_numpy()
    kept = ~((month == asked.month) & np.isin(unit, late))
    month, unit = month[kept] - 100 * year - 1, unit[kept]
    numbers = units_of(shape).number
    place = np.zeros(int(numbers.max()) + 1, np.int32)
    place[numbers] = np.arange(len(numbers))
    days = [stand_in.day_of(100 * year + each).isoformat() for each in range(1, 13)]
    indicators = [stand_in.indicator_code(each) for each in range(shape.indicators)]
    columns = {
        "area_code": (place[unit], [stand_in.unit_code(each) for each in numbers]),
        "on": (month, days),
        "period": (month, [day[:7] for day in days]),
        "indicator": (table["indicator"].to_numpy()[kept], indicators),
        "scheme": (np.zeros_like(month), [stand_in.SCHEME]),
    }
    coded = {
        name: pa.DictionaryArray.from_arrays(places.astype(np.int32), words)
        for name, (places, words) in columns.items()
    }
    return pa.table(coded | {"value": table["value"].to_numpy()[kept]})


def _people(shape: Shape, late: list[int]) -> None:
    """One who sees the country, one who sees the province asked about, officers of late units."""
    from phongtrao.org.gazetteer.country import ROOT_ID
    from phongtrao.org.queries import standing_kind

    kind = standing_kind()
    _official(kind, ROOT_ID, NATIONAL)
    _official(kind, stand_in.province_id(questions_of(shape).province), PROVINCIAL)
    for unit in late:
        _official(kind, stand_in.unit_id(unit), officer_name(unit))


def officer_name(unit: int) -> str:
    """The account of the officer of a unit."""
    return f"do.xa{unit}"


def _official(kind: str, area_id: int, name: str) -> None:
    from phongtrao.core import clock
    from phongtrao.org.models import Account, AreaVersion, Body, Posting

    account = Account.objects.create_user(username=name, password=None, full_name=name)
    body = Body.objects.filter(kind_id=kind, area_id=area_id, parent=None).order_by("pk").first()
    if body is None or not AreaVersion.objects.on(clock.today()).filter(lineage_id=area_id):
        return  # a closed unit has nobody who could send anything today
    Posting.objects.create(
        account=account, body=body, role="officer", capacity="Cán bộ", valid_from=date(2025, 7, 1)
    )


def actor_named(name: str) -> "Actor":
    """The official of that name, acting today."""
    from phongtrao.core import clock
    from phongtrao.org.models import Account
    from phongtrao.org.permissions import actor_for

    return actor_for(Account.objects.get(username=name), clock.today())


def _open_round(shape: Shape) -> None:
    """The round in which the late communes report the month asked about."""
    from phongtrao.core import clock
    from phongtrao.org.gazetteer.country import ROOT_ID
    from phongtrao.org.queries import standing_kind
    from phongtrao.reporting.actions.rounds import open_round
    from phongtrao.reporting.imports.catalogue import load_template

    kind, month = standing_kind(), questions_of(shape).month
    form = load_template(
        {
            "code": FORM, "name": "Báo cáo đo hằng tháng", "period_kind": "month", "kinds": [kind],
            "approvals": {"commune": [{"kind": "approve", "body_kind": kind}]},
            "sections": [{"code": "I", "name": "Số liệu"}], "checks": [],
            "cells": [
                {"section": "I", "order": str(n + 1), "indicator": stand_in.indicator_code(n)}
                for n in range(shape.indicators)
            ],
        }
    )  # fmt: skip
    open_round(
        form, period=f"{month // 100}-{month % 100:02d}", scheme=stand_in.SCHEME, area_id=ROOT_ID,
        level="commune", deadline_at=clock.now() + timedelta(days=30), by=actor_named(NATIONAL),
    )  # fmt: skip


def late_cells(shape: Shape, units: list[int]) -> Iterator[tuple[int, list[int | None]]]:
    """Each late commune with what it says about every indicator; None where it says nothing."""
    asked = questions_of(shape)
    table = pq.read_table(
        fact_file(folder_of(shape), asked.year),
        filters=[("month", "=", asked.month), ("unit", "in", units)],
    )
    every = zip(*(table[name].to_pylist() for name in ("unit", "indicator", "value")), strict=True)
    said = {(unit, indicator): value for unit, indicator, value in every}
    for unit in units:
        yield unit, [said.get((unit, each)) for each in range(shape.indicators)]


def main(arguments: list[str]) -> int:
    """Make the record of that size in the data folder."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phongtrao.config.settings")
    django.setup()
    told = make_record(Shape.named(arguments[0]))
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
