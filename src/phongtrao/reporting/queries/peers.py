"""An area beside its peers: its figures and the middle, least and greatest of the others' own.

Peers are the other members, on the round's last day, of the sets the area is in, as far as they
report in the round and lie in the reader's scope.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from phongtrao.core.errors import NotFound
from phongtrao.org.models import AreaSet, AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import peers_of
from phongtrao.org.queries.area_sets import sets_of
from phongtrao.reporting.models import Indicator, Round
from phongtrao.reporting.queries.roll_ups import (
    NOBODY,
    figures_by_area,
    form_codes,
    ground_of,
)
from phongtrao.reporting.rules.figures import Area
from phongtrao.reporting.rules.roll_up import RollUp


@dataclass(frozen=True, slots=True)
class PeerFigures:
    """The figures of the others of one set: `n` of `of` have one; None where nobody has."""

    middle: Fraction | None
    least: Fraction | None
    greatest: Fraction | None
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class PeerLine:
    """One indicator: the area's own figure, then its peers' by set in the order of the table."""

    indicator: Indicator
    own: RollUp
    groups: Sequence[PeerFigures]


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """A set of the area: how many others are compared, and how many others it has at all."""

    area_set: AreaSet
    compared: int
    others: int


@dataclass(frozen=True, slots=True)
class PeerTable:
    """The comparison of one area."""

    area: AreaVersion
    groups: Sequence[PeerGroup]
    lines: Sequence[PeerLine]


def areas_with_peers(actor: Actor, round_: Round) -> list[AreaVersion]:
    """The areas within scope that report in the round and are in a set on its last day."""
    areas = ground_of(actor, round_).areas
    in_sets = sets_of([area.lineage_id for area in areas], round_.last_day)
    return [area for area in areas if area.lineage_id in in_sets]


def peer_table(actor: Actor, round_: Round, area_id: int) -> PeerTable:
    """The figures of an area beside its peers'. Raises NotFound for one outside scope or round."""
    peers = peers_of(area_id, round_.last_day)
    wanted = frozenset({area_id}).union(*peers.values())
    ground = ground_of(actor, round_, within=wanted)
    known = {area.lineage_id: area for area in ground.areas}
    if area_id not in known:
        raise NotFound
    codes = [code for code in form_codes(round_) if code in ground.indicators]
    figures = figures_by_area(round_, ground, codes)
    compared = {each: (members & known.keys()) - {area_id} for each, members in peers.items()}
    return PeerTable(
        area=known[area_id],
        groups=[
            PeerGroup(each, len(compared[each]), len(members - {area_id}))
            for each, members in peers.items()
        ],
        lines=[
            PeerLine(
                ground.indicators[code],
                figures[code].get(area_id, NOBODY),
                [_compared(figures[code], members) for members in compared.values()],
            )
            for code in codes
        ],
    )


def _compared(figures: Mapping[Area, RollUp], members: Iterable[int]) -> PeerFigures:
    rolled = [figures.get(each, NOBODY) for each in members]
    values = [each.value for each in rolled if each.value is not None]
    if not values:
        return PeerFigures(None, None, None, 0, len(rolled))
    return PeerFigures(median(values), min(values), max(values), len(values), len(rolled))
