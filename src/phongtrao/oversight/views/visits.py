"""What a page of an inspection tells of other delegations that visit the same bodies."""

from typing import Any

from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.org.permissions import Actor
from phongtrao.oversight.queries.visits import other_visits
from phongtrao.oversight.workflow import InspectionState

_AHEAD = (InspectionState.PLANNED, InspectionState.DECIDED)


def visits_context(actor: Actor, entry: Any) -> dict[str, Any]:
    """Other visits in the same year or on the same days, for the body that plans this one; they
    no longer matter once it has begun.
    """
    if entry is None or entry.state not in _AHEAD or not can_keep(actor, entry):
        return {}
    bodies = [each.body_id for each in entry.inspected.all()]
    days = (entry.starts_on, entry.ends_on)
    visits = other_visits(actor, bodies, year=entry.year, days=days, apart_from=entry.pk)
    return {"visits": visits}
