"""What must hold of the areas on every day, whatever was done to them."""

from collections.abc import Iterable
from datetime import date

from phongtrao.org.reshaping.known import KnownAreas


def assert_sound(known: KnownAreas, days: Iterable[date]) -> None:
    """One version and one code a place, a parent in force, paths that say so; no empty interval."""
    for each in known.versions():
        assert each.valid_to is None or each.valid_from < each.valid_to
    for day in days:
        rows = [each for each in known.versions() if each.covers(day)]
        by_id = {each.lineage_id: each for each in rows}
        assert len(by_id) == len(rows)
        codes = [(each.level, each.code) for each in rows]
        assert len(set(codes)) == len(codes)
        for each in rows:
            above = by_id[each.parent_id].path if each.parent_id is not None else ""
            assert each.path == f"{above}{each.lineage_id:06d}/"
