"""What the page of an inspection offers to take away as Word."""

from typing import Any

from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import Inspection


def papers_context(
    actor: Actor, entry: Inspection, asked: list[Any], bodies: list[Any], *, inspects: bool
) -> dict[str, Any]:
    """The papers that the reader may have: the conclusion, to all or to one, and the remedies."""
    if entry.concluded_on is None:
        return {"whole_paper": False, "papers_to": [], "remedies_of": []}
    return {
        "whole_paper": inspects,
        "papers_to": [each for each in bodies if inspects or each.pk == actor.body_id],
        "remedies_of": list({each.body_id: each.body for each in asked}.values()),
    }
