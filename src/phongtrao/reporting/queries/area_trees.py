"""The areas of a day as a roll-up needs them: who reports, and where a figure is shown."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from phongtrao.org.models import AreaVersion, Succession
from phongtrao.org.queries import known_day
from phongtrao.reporting.queries.places import AreaHistory
from phongtrao.reporting.rules.figures import Area, Geography, Share
from phongtrao.reporting.rules.roll_up import shares_into_groups

_MOST_GEOGRAPHIES = 64


@dataclass(frozen=True, slots=True)
class TreeArea:
    """An area in force on a day."""

    lineage_id: int
    code: str
    name: str
    level: str
    above: tuple[int, ...]


class AreaTree:
    """All areas in force from a day on, read once."""

    def __init__(self, day: date) -> None:
        self.day = day

    @cached_property
    def areas(self) -> dict[int, TreeArea]:
        """The areas by lineage, in the order of their codes."""
        rows = AreaVersion.objects.on(self.day).order_by("code", "pk")
        fields = ("lineage_id", "code", "type", "name", "level", "path")
        return {
            pk: TreeArea(pk, code, f"{kind} {name}".strip(), level, _ids(path))
            for pk, code, kind, name, level, path in rows.values_list(*fields)
        }

    def at_level(self, level: str, under: str | None = None) -> list[TreeArea]:
        """The areas of a level, all or those in the area (or itself) that carries a code."""
        tops = {a.lineage_id for a in self.areas.values() if under in (None, a.code)}
        found = (a for a in self.areas.values() if a.level == level)
        return [a for a in found if under is None or tops.intersection(a.above)]


@dataclass(frozen=True)
class Window:
    """The days of one period, and the day whose boundaries are used."""

    first_day: date
    last_day: date
    as_of: date


class AreaTrees:
    """The trees of any days; days between which nothing changed share one.

    What was read once holds as long as no act changes an area: whoever keeps one sees to that.
    """

    def __init__(self) -> None:
        opened = AreaVersion.objects.values_list("valid_from", flat=True)
        ended = AreaVersion.objects.exclude(valid_to=None).values_list("valid_to", flat=True)
        self._acts = sorted(set(Succession.objects.values_list("on", flat=True)))
        ends = {day for day in ended.distinct().order_by() if day is not None}
        self._days = sorted({*opened.distinct().order_by(), *ends, *self._acts})
        self._trees: dict[date, AreaTree] = {}
        self._geographies: OrderedDict[tuple[object, ...], Geography] = OrderedDict()

    def on(self, day: date) -> AreaTree:
        """The tree of a day; before the horizon that of the horizon."""
        known = known_day(day)
        place = bisect_right(self._days, known)
        start = self._days[place - 1] if place else known
        if start not in self._trees:
            self._trees[start] = AreaTree(start)
        return self._trees[start]

    def changed(self, after: date, until: date) -> bool:
        """Whether areas followed each other between two days (the first one left out)."""
        return bisect_right(self._acts, until) > bisect_right(self._acts, after)

    def geography(self, window: Window, level: str, targets: Mapping[int, str]) -> Geography:
        """How areas that report enter those that are asked for, see `geography_of`; read once."""
        now, shown = self.on(window.last_day), self.on(window.as_of)
        is_inside = self.changed(window.first_day, window.last_day)
        inside = (window.first_day, window.last_day) if is_inside else None
        key = level, now.day, shown.day, inside, frozenset(targets)
        if key not in self._geographies:
            self._geographies[key] = geography_of(window, level, now, shown, targets)
            if len(self._geographies) > _MOST_GEOGRAPHIES:
                self._geographies.popitem(last=False)
        return self._geographies[key]


def geography_of(
    window: Window, level: str, now: AreaTree, shown: AreaTree, targets: Mapping[int, str]
) -> Geography:
    """How areas of the reporting level (in force in `now`) enter the areas that are asked for.

    `shown` is the tree of the boundaries, `targets` the asked areas; areas that enter none of
    them are left out.
    """
    expected = frozenset(a.lineage_id for a in now.at_level(level))
    onward: Mapping[Area, Sequence[Share]] = {}
    if shown.day > now.day:
        ahead = AreaHistory(shown.areas, now.day, shown.day, level=level)
        onward = ahead.came_from(shown.areas, now.day, shown.day)
    elif shown.day < now.day:
        back = AreaHistory(expected, shown.day, now.day, level=level)
        onward = back.became_again(expected, shown.day, now.day)
    groups: dict[Area, Area] = {
        pk: each for pk, area in shown.areas.items() for each in area.above if each in targets
    }
    whole = Geography(expected, onward=onward, groups=groups)
    inside = frozenset(
        area
        for area in expected
        if any(share.area in targets for share in shares_into_groups(area, whole))
    )
    history = AreaHistory(_ints(inside), window.first_day, window.last_day, level=level)
    came = history.came_from(_ints(inside), window.first_day, window.last_day)
    return replace(whole, expected=inside, predecessors=came)


def _ints(areas: frozenset[Area]) -> list[int]:
    return [area for area in areas if isinstance(area, int)]


def _ids(path: str) -> tuple[int, ...]:
    return tuple(int(part) for part in path.split("/") if part)
