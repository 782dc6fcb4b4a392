"""What the draft of a new decision begins with: the former one, brought up to the day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from phongtrao.org.gazetteer.body_kinds import load_kinds
from phongtrao.org.models import Body, BodySuccession, Composition, Posting, Seat
from phongtrao.org.queries.areas import area_label
from phongtrao.org.queries.bodies import body_for_kind
from phongtrao.org.queries.compositions import former_composition, seats_of

_PEOPLES_COMMITTEE = "ubnd"


def first_terms(body: Body, day: date) -> dict[str, Any]:
    """Who decides and which body serves, as usual; everything may be changed in the draft."""
    issuer = body_for_kind(_PEOPLES_COMMITTEE, body.area_id, day)
    former = former_composition(body)
    return {
        "issuer_text": f"Chủ tịch {issuer.name}" if issuer else area_label(body.area_id, day),
        "basis": former.basis if former else "",
        "valid_from": day,
        "standing_body": body_for_kind(load_kinds().standing, body.area_id, day),
    }


def seats_to_start_with(composition: Composition, day: date) -> list[Seat]:
    """The seats of the former decision. An ended body gives way to the one that took over from it.

    Where several took over, the writer chooses; a holder who has left is left out.
    """
    former = former_composition(composition.body)
    if former is None:
        return []
    seats = seats_of(former)
    heirs = _heirs({seat.body_id for seat in seats if seat.body and not seat.body.holds_on(day)})
    return [
        Seat(
            composition=composition,
            position=seat.position,
            title=seat.title,
            post=seat.post,
            body_id=_body_on(seat, heirs, day),
            field_in_charge=seat.field_in_charge,
            posting=seat.posting if _is_in_office(seat.posting, day) else None,
        )
        for seat in seats
    ]


def _body_on(seat: Seat, heirs: dict[int, int], day: date) -> int | None:
    if seat.body is None or seat.body.holds_on(day):
        return seat.body_id
    return heirs.get(seat.body.pk)


def _is_in_office(posting: Posting | None, day: date) -> bool:
    return posting is not None and posting.holds_on(day) and posting.body.holds_on(day)


def _heirs(ended: Iterable[int | None]) -> dict[int, int]:
    """Ended body → the only one that took over from it; none where there are several."""
    rows = BodySuccession.objects.filter(predecessor__in=[pk for pk in ended if pk is not None])
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row.predecessor_id, []).append(row.successor_id)
    return {pk: heirs[0] for pk, heirs in found.items() if len(heirs) == 1}
