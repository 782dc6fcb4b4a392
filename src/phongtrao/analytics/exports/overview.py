"""The overview in words and shapes: cards with their small line, tiles with their shade."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from phongtrao.analytics.exports.rounds import HEAT_TONES, rate_words
from phongtrao.analytics.exports.words import change_words, target_reach_words
from phongtrao.analytics.queries.pages_overview import Glance, Tile
from phongtrao.analytics.queries.pages_pivot import Compared, Comparison
from phongtrao.analytics.queries.pages_timeliness import HeatMap, Standing
from phongtrao.core.formats import number
from phongtrao.planning.exports import bound_in_words
from phongtrao.reporting.exports import period_words

_WIDTH, _HEIGHT, _EDGE = 120, 28, 3
_SHADES = 5
# Shares of reports: the least of each shade, in per cent.
_SHARE_STEPS = (Fraction(0), Fraction(50), Fraction(70), Fraction(85), Fraction(95))


@dataclass(frozen=True)
class Card:
    """One figure: itself, its change, its target, and its way here as points of a line."""

    line: Compared
    change: str
    target: str
    reach: str
    is_missed: bool
    points: Sequence[str]
    told: str


@dataclass(frozen=True)
class ShownTile:
    """A tile: its words and its shade, 0 = nothing to say, 1 the lightest to 5 the darkest."""

    tile: Tile
    words: str
    note: str
    shade: int


@dataclass(frozen=True)
class TileMap:
    """The tiles and what each shade means; `is_map` where they stand as the provinces lie."""

    tiles: Sequence[ShownTile]
    legend: Sequence[tuple[int, str]]
    is_map: bool
    title: str


@dataclass(frozen=True)
class RoundLine:
    """One period: how many areas stand how, and the shares of all reports."""

    period: str
    counts: Sequence[tuple[Standing, str, int]]
    sent: str
    in_time: str


def cards_of(found: Comparison) -> list[Card]:
    """The figures of the place, each with its line over the last periods."""
    return [_card(line, found) for line in found.lines]


def tile_map(glance: Glance, tiles: Sequence[Tile]) -> TileMap:
    """The tiles with their shades; equal parts of the areas for figures, fixed steps for shares."""
    row = glance.offered.indicators.get(glance.tile_code)
    steps: Sequence[Fraction] = _SHARE_STEPS
    if row is None:
        title, unit, decimals = _("Tỷ lệ báo cáo đã gửi"), "%", 0
    else:
        known = sorted(tile.value for tile in tiles if tile.value is not None)
        steps, title = _steps(known), f"{row.code} {row.name}"
        unit, decimals = row.unit, row.decimals
    shown = [_tile(tile, steps, unit, decimals) for tile in tiles]
    placed = [each for each in shown if each.tile.place]
    is_map = bool(placed)
    return TileMap(placed if is_map else shown, _legend(steps, unit, decimals), is_map, title)


def round_lines(found: HeatMap) -> list[RoundLine]:
    """The last periods, the newest first."""
    lines = []
    for period, together in reversed(list(zip(found.periods, found.whole.cells, strict=True))):
        counts = found.standings[period]
        lines.append(
            RoundLine(
                period_words(period),
                [(each, _standing_name(each), counts.get(each, 0)) for each in _SHOWN_STANDINGS],
                rate_words(together.sent, together.of),
                rate_words(together.in_time, together.timed),
            )
        )
    return lines


_SHOWN_STANDINGS = (
    Standing.IN_TIME,
    Standing.LATE,
    Standing.COMING,
    Standing.SHORT,
    Standing.NONE,
)
STANDING_TONES = HEAT_TONES


def _standing_name(standing: Standing) -> str:
    return {
        Standing.IN_TIME: _("đủ, đúng hạn"),
        Standing.LATE: _("đủ, có trễ"),
        Standing.COMING: _("còn hạn"),
        Standing.SHORT: _("thiếu, quá hạn"),
        Standing.NONE: _("chưa gửi, quá hạn"),
    }[standing]


def _card(line: Compared, found: Comparison) -> Card:
    change, share = change_words(line)
    area_id = line.area.lineage_id if line.area else 0
    code, decimals = line.indicator.code, line.indicator.decimals
    trail = [found.found.of(area_id, code, period).value for period in found.trail]
    held = line.target
    told = "; ".join(
        f"{period_words(period)}: {number(value, decimals)}"
        for period, value in zip(found.trail, trail, strict=True)
    )
    return Card(
        line=line,
        change=change if line.change is None else f"{change} ({share})",
        target=bound_in_words(held.target) if held else "",
        reach=target_reach_words(held),
        is_missed=bool(held and held.reach and not held.reach.is_met),
        points=_points(trail),
        told=told,
    )


def _points(values: Sequence[Fraction | None]) -> list[str]:
    """The line in pieces: what is missing breaks it. A lone point is a short stroke."""
    known = [value for value in values if value is not None]
    if not known:
        return []
    low, high = min(Fraction(0), *known), max(known)
    spread = high - low or Fraction(1)
    step = (_WIDTH - 2 * _EDGE) / max(len(values) - 1, 1)
    pieces: list[list[str]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            pieces.append([])
            continue
        y = _HEIGHT - _EDGE - float((value - low) / spread) * (_HEIGHT - 2 * _EDGE)
        pieces[-1].append(f"{_EDGE + place * step:.1f},{y:.1f}")
    return [" ".join(p if len(p) > 1 else [p[0], _beside(p[0])]) for p in pieces if p]


def _beside(point: str) -> str:
    x, y = point.split(",")
    return f"{float(x) + 2:.1f},{y}"


def _steps(known: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """The least value of each shade, so that each holds about as many areas."""
    if not known:
        return ()
    found = [known[len(known) * shade // _SHADES] for shade in range(_SHADES)]
    return tuple(sorted(set(found)))


def _tile(tile: Tile, steps: Sequence[Fraction], unit: str, decimals: int) -> ShownTile:
    if tile.value is None:
        return ShownTile(tile, _no_value(tile), "", 0)
    shade = sum(1 for step in steps if tile.value >= step)
    shade += _SHADES - len(steps)
    words = number(tile.value, decimals) + ("%" if unit == "%" else "")
    if tile.received:
        note = f"{number(tile.received.sent)}/{number(tile.received.of)}"
    else:
        note = f"{number(tile.figure.n)}/{number(tile.figure.of)}" if tile.figure else ""
    return ShownTile(tile, words, note, shade)


def _no_value(tile: Tile) -> str:
    if tile.place and tile.area.level == "commune":
        return _("đặc khu")  # it has a place on the map and its figures on its own page
    if tile.figure and not tile.figure.of:
        return _("không áp dụng")
    return _("chưa có")


def _legend(steps: Sequence[Fraction], unit: str, decimals: int) -> list[tuple[int, str]]:
    """What each shade means, from the least up."""
    if not steps:
        return []
    first = _SHADES - len(steps) + 1
    words = []
    for place, low in enumerate(steps):
        least = f"{number(low, decimals)} {unit}"
        if place + 1 < len(steps):
            following = f"{number(steps[place + 1], decimals)} {unit}"
            told = _("từ %(low)s đến dưới %(high)s") % {"low": least, "high": following}
        else:
            told = _("từ %(low)s trở lên") % {"low": least}
        words.append((first + place, told))
    return words
