"""Areas as they stood: who should report, and how areas of one day became those of another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeVar

from phongtrao.core.errors import N_, Refused
from phongtrao.org.models import AreaVersion, Body, Succession
from phongtrao.org.queries import known_day
from phongtrao.reporting.models import TemplateVersion
from phongtrao.reporting.rules.figures import Area, Share

# (source, target) → the share that went there, and whether it is a convention
Key = TypeVar("Key")
_Shares = dict[tuple[int, int], tuple[Fraction, bool]]


def expected_areas(area_id: int, level: str, day: date) -> list[AreaVersion]:
    """The areas of a level in an area on a day, in Vietnamese order.

    Before the horizon its tree answers. ``Refused`` where the area was not in force.
    """
    top = AreaVersion.objects.on(day).filter(lineage_id=area_id).first()
    if top is None:
        day = known_day(day)
        top = AreaVersion.objects.on(day).filter(lineage_id=area_id).first()
    if top is None:
        raise Refused(
            N_("Địa bàn này không tồn tại vào ngày cuối kỳ nên chưa mở đợt. Hãy chọn kỳ khác."),
            code="area_not_in_force",
        )
    inside = AreaVersion.objects.on(day).under(top.path).at_level(level)
    return list(inside.order_by("sort_key", "pk"))


def reporting_bodies(form: TemplateVersion, areas: Sequence[AreaVersion], day: date) -> list[Body]:
    """The bodies of these areas that a form asks, as they stood on a day."""
    wanted = {area.lineage_id for area in areas}
    bodies = Body.objects.on(known_day(day)).filter(
        kind_id__in=form.kinds, area_id__in=wanted, parent__isnull=True
    )
    return list(bodies.order_by("name_folded", "pk"))


def in_force(area_ids: Iterable[object], level: str, day: date) -> frozenset[int]:
    """Those of the areas that were in force at a level on a day (before the horizon: then)."""
    wanted = AreaVersion.objects.at_level(level).filter(lineage_id__in=set(area_ids))
    known = known_day(day)
    found = frozenset(wanted.on(day).values_list("lineage_id", flat=True))
    if found or known == day:
        return found
    return frozenset(wanted.on(known).values_list("lineage_id", flat=True))


class AreaHistory:
    """How areas followed each other between two days, read once and asked often."""

    def __init__(
        self, area_ids: Iterable[int], after: date, until: date, *, level: str = "commune"
    ) -> None:
        """Read every succession in between that leads to the areas, however many steps back.

        That a district lay where a commune lies now is derived from its communes: it counts only
        where districts themselves report (`level`), else the same place would be asked for twice.
        """
        successions = Succession.objects.filter(on__gt=after, on__lte=until)
        if level != "district":
            successions = successions.exclude(kind="derived")
        self._into: dict[int, list[Succession]] = defaultdict(list)
        wave = set(area_ids)
        seen = set(wave)
        while wave:
            rows = successions.filter(successor_id__in=wave)
            for row in rows:
                if row.predecessor_id != row.successor_id:
                    self._into[row.successor_id].append(row)
            wave = {r.predecessor_id for r in rows} - seen
            seen |= wave

    def came_from(
        self, area_ids: Iterable[int], after: date, until: date
    ) -> dict[Area, list[Share]]:
        """Areas of the day `after` → the given areas of the day `until`, with exact shares.

        An area that did not change in between is absent.
        """
        wave: _Shares = {
            (area, area): (Fraction(1), False) for area in area_ids if area in self._into
        }
        ended: _Shares = {}
        while wave:
            earlier: _Shares = {}
            for (source, target), (share, marked) in wave.items():
                steps = [row for row in self._into[source] if after < row.on <= until]
                if not steps:
                    _add(ended, (source, target), share, estimated=marked)
                for row in steps:
                    part = Fraction(row.share_numerator, row.share_denominator) * share
                    key = (row.predecessor_id, target)
                    _add(earlier, key, part, estimated=marked or row.is_estimated)
            wave = earlier
        return _by_source(ended)

    def became_again(
        self, area_ids: Iterable[int], after: date, until: date
    ) -> dict[Area, list[Share]]:
        """The given areas of the day `until` → those of the day `after` they were made of.

        What an area has now is spread over what it came from by the shares that came; that is a
        convention (estimated) where there were several. Sums are conserved.
        """
        found: dict[Area, list[Share]] = {}
        for area in area_ids:
            ended = _made_of(area, lambda each: [r for r in self._into[each]
                                                 if after < r.on <= until])  # fmt: skip
            if set(ended) != {area}:
                found[area] = [Share(old, s, marked) for old, (s, marked) in ended.items()]
        return found


def _made_of(
    area: int, steps_of: Callable[[int], list[Succession]]
) -> dict[int, tuple[Fraction, bool]]:
    wave: dict[int, tuple[Fraction, bool]] = {area: (Fraction(1), False)}
    ended: dict[int, tuple[Fraction, bool]] = {}
    while wave:
        earlier: dict[int, tuple[Fraction, bool]] = {}
        for each, (part, marked) in wave.items():
            steps = steps_of(each)
            if not steps:
                _add(ended, each, part, estimated=marked)
            came = [Fraction(row.share_numerator, row.share_denominator) for row in steps]
            for row, share in zip(steps, came, strict=True):
                weight = part * share / sum(came)
                _add(earlier, row.predecessor_id, weight, estimated=marked or len(steps) > 1)
        wave = earlier
    return ended


def _by_source(shares: _Shares) -> dict[Area, list[Share]]:
    found: dict[Area, list[Share]] = defaultdict(list)
    for (source, target), (share, marked) in shares.items():
        if source != target:
            found[source].append(Share(target, share, marked))
    return dict(found)


def _add(
    into: dict[Key, tuple[Fraction, bool]], key: Key, share: Fraction, *, estimated: bool
) -> None:
    before, marked = into.get(key, (Fraction(0), False))
    into[key] = (before + share, marked or estimated)
