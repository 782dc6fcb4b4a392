"""The record as Parquet in the folder of a generation, for the general path."""

import os
from collections import defaultdict
from pathlib import Path

from phongtrao.analytics import generations
from phongtrao.analytics.general import files, tables
from phongtrao.analytics.general.index import Entry
from phongtrao.analytics.generations import Building
from phongtrao.analytics.models import FigureChange
from phongtrao.analytics.queries.general_record import Numbers, blocks, indicator_numbers
from phongtrao.analytics.queries.general_store import GENERAL_FOLDER, read_numbers, write_numbers
from phongtrao.analytics.queries.record_columns import RoundForm, round_forms
from phongtrao.org.models import AreaVersion, Succession


def write_general(building: Building) -> None:
    """Write the record by year, what it holds in short, and how areas follow each other.

    Years of which nothing has changed since the generation before are taken over as they are.
    """
    folder = building.folder / GENERAL_FOLDER
    folder.mkdir()
    before = _before(building)
    numbers = read_numbers(before) if before is not None else Numbers()
    numbers.indicators = indicator_numbers()
    by_year: dict[int, list[RoundForm]] = defaultdict(list)
    for form in round_forms():
        by_year[form.period.year].append(form)
    kept = _kept_entries(building, before, by_year) if before is not None else {}
    entries: list[Entry] = []
    for year, forms in sorted(by_year.items()):
        if before is not None and year in kept:
            _take_over(before, folder, year)
            entries += kept[year]
        else:
            entries += files.write_year(folder, year, blocks(forms, numbers))
    files.write_index(folder, entries)
    write_numbers(folder, numbers)
    _write_areas(folder)


def _before(building: Building) -> Path | None:
    """The files of the generation before, where the log says what has changed since."""
    if building.previous is None or not generations.in_log(building.previous):
        return None
    folder = generations.folder_of(building.previous) / GENERAL_FOLDER
    return folder if (folder / files.INDEX_FILE).is_file() else None


def _kept_entries(
    building: Building, before: Path, by_year: dict[int, list[RoundForm]]
) -> dict[int, list[Entry]]:
    """The years that need not be written anew, with what the index says of them."""
    assert building.previous is not None
    changes = FigureChange.objects.filter(pk__gt=building.previous.up_to)
    changed = set(changes.order_by().values_list("round_id", flat=True).distinct())
    held: dict[int, list[Entry]] = defaultdict(list)
    for entry in files.read_index(before):
        held[entry.period.year].append(entry)
    return {
        year: held[year]
        for year, forms in by_year.items()
        if files.year_file(before, year).is_file() and changed.isdisjoint(form.pk for form in forms)
    }


def _take_over(before: Path, folder: Path, year: int) -> None:
    for path in (files.year_file(before, year), files.reports_file(before, year)):
        os.link(path, folder / path.name)


def _write_areas(folder: Path) -> None:
    """Areas, what they came from and the days of change, for whoever reads the files elsewhere."""
    versions = AreaVersion.objects.order_by("lineage_id", "valid_from").values_list(*tables.AREAS)
    files.write_rows(folder / "areas.parquet", tables.AREAS, versions)
    successions = Succession.objects.order_by("pk").values_list(*tables.SUCCESSIONS)
    files.write_rows(folder / "successions.parquet", tables.SUCCESSIONS, successions)
    days = {
        day for pair in AreaVersion.objects.values_list("valid_from", "valid_to") for day in pair
    }
    days |= set(Succession.objects.values_list("on", flat=True))
    rows = [(day,) for day in sorted(day for day in days if day is not None)]
    files.write_rows(folder / "boundaries.parquet", tables.BOUNDARIES, rows)
