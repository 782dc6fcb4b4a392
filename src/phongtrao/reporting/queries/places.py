"""Areas as they stood: who should report, and how areas of one day became those of another."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from phongtrao.core.errors import N_, Refused
from phongtrao.org.models import AreaVersion, Succession
from phongtrao.org.queries import area_on, areas_at_level_under
from phongtrao.reporting.rules.figures import Area, Share


def expected_areas(area_id: int, level: str, day: date) -> list[AreaVersion]:
    """The areas of a level in an area on a day, in Vietnamese order; ``Refused`` where it was not
    in force.
    """
    if area_on(area_id, day) is None:
        raise Refused(
            N_("Địa bàn này không tồn tại vào ngày cuối kỳ nên chưa mở đợt. Hãy chọn kỳ khác."),
            code="area_not_in_force",
        )
    return list(areas_at_level_under(area_id, level, day))


def came_from(area_ids: Iterable[int], after: date, until: date) -> dict[Area, list[Share]]:
    """Areas of the day `after` → the given areas of the day `until`, with exact shares.

    Follows the successions in between backwards; an area that did not change is absent.
    """
    wave = {(area, area): (Fraction(1), False) for area in area_ids}
    ended: dict[tuple[int, int], tuple[Fraction, bool]] = {}
    while wave:
        steps = _steps_into({source for source, _ in wave}, after, until)
        next_wave: dict[tuple[int, int], tuple[Fraction, bool]] = {}
        for (source, target), (share, marked) in wave.items():
            if source not in steps:
                _add(ended, (source, target), share, estimated=marked)
            for row in steps.get(source, ()):
                part = Fraction(row.share_numerator, row.share_denominator) * share
                key = (row.predecessor_id, target)
                _add(next_wave, key, part, estimated=marked or row.is_estimated)
        wave = next_wave
    found: dict[Area, list[Share]] = defaultdict(list)
    for (source, target), (share, marked) in ended.items():
        if source != target:
            found[source].append(Share(target, share, marked))
    return dict(found)


def _steps_into(areas: set[int], after: date, until: date) -> dict[int, list[Succession]]:
    steps: dict[int, list[Succession]] = defaultdict(list)
    rows = Succession.objects.filter(successor_id__in=areas, on__gt=after, on__lte=until)
    for row in rows:
        if row.predecessor_id != row.successor_id:
            steps[row.successor_id].append(row)
    return steps


def _add(
    into: dict[tuple[int, int], tuple[Fraction, bool]],
    key: tuple[int, int],
    share: Fraction,
    *,
    estimated: bool,
) -> None:
    before, marked = into.get(key, (Fraction(0), False))
    into[key] = (before + share, marked or estimated)
