"""What the papers about a committee are written from: its decision, seats, place and names."""

from collections.abc import Sequence
from dataclasses import dataclass

from phongtrao.org.models import Composition, Seat
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_on, body_for_kind
from phongtrao.org.queries.compositions import (
    composition_for,
    has_taken_over,
    replaced_by,
    seats_of,
)

_CAPITAL = "Hà Nội"  # as in `names`: central bodies write the city where they sit
_PEOPLES_COMMITTEE = "ubnd"


@dataclass(frozen=True, slots=True)
class CommitteePaper:
    """A decision with what its two papers say beside it."""

    composition: Composition
    seats: Sequence[Seat]
    place: str
    replaces: Composition | None
    is_renewal: bool
    """Whether there was a committee before: it is renewed, not founded."""
    issuer_symbol: str


def committee_paper(actor: Actor, pk: int) -> CommitteePaper:
    """The decision within reach; raises NotFound outside, as its own page does."""
    composition = composition_for(actor, pk)
    area_id = composition.body.area_id
    area = area_on(area_id, composition.valid_from) or area_on(area_id, actor.day)
    issuer = body_for_kind(_PEOPLES_COMMITTEE, area_id, actor.day)
    replaces = replaced_by(composition)
    return CommitteePaper(
        composition=composition,
        seats=seats_of(composition),
        place=area.name if area is not None and area.level != "country" else _CAPITAL,
        replaces=replaces,
        is_renewal=replaces is not None or has_taken_over(composition.body),
        issuer_symbol=issuer.symbol if issuer else "",
    )
