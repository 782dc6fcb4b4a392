"""Put the bodies that leaders chose into the yearly plan, with the grounds of that moment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions.inspections import InspectionTerms, plan_inspection
from phongtrao.oversight.models import Inspection


@dataclass(frozen=True, slots=True)
class Chosen:
    """A body and why it was chosen, in words."""

    body: Body
    reason: str


@transaction.atomic
def plan_chosen(
    terms: InspectionTerms, chosen: Sequence[Chosen], *, together: bool, by: Actor
) -> list[Inspection]:
    """One planned inspection of all chosen bodies, or one of each named after its body.

    Raises as planning does; then none is made.
    """
    if together:
        whole = replace(terms, inspected=[each.body for each in chosen])
        return [plan_inspection(whole, by=by, grounds=_told(chosen))]
    return [
        plan_inspection(_of_one(terms, each.body), by=by, grounds=_told([each])) for each in chosen
    ]


def _of_one(terms: InspectionTerms, body: Body) -> InspectionTerms:
    room = 300 - len(body.name) - 3
    title = f"{terms.title[:room]} – {body.name}" if terms.title.strip() else ""
    return replace(terms, title=title, inspected=[body])


def _told(chosen: Sequence[Chosen]) -> str:
    return "\n".join(f"{each.body.name}: {each.reason}" for each in chosen)
