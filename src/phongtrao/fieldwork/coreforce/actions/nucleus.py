"""Activities of nucleus roles: how often, never who."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.coreforce.models import NucleusActivity
from phongtrao.fieldwork.coreforce.rules import MOST_ACTIVITIES, vocabulary
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_past,
    require_recorder,
    require_within,
    save_changed,
)
from phongtrao.fieldwork.register.rules import name_in
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class NucleusTerms:
    """In which role, what was done, on or up to which day, how many times."""

    programme: Programme
    area_id: int
    role: str
    deed: str
    held_on: date
    activities: int
    note: str = ""


@transaction.atomic
def record_activity(terms: NucleusTerms, *, by: Actor) -> NucleusActivity:
    """Enter activities. Raises Forbidden and InvalidInput (a word outside the lists, a day to come,
    a count out of bounds).
    """
    require_recorder(by)
    posting = posting_of(by)
    made = NucleusActivity.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **_facts(terms, by)
    )
    audit.record("nucleusactivity.recorded", made, by=by, activities=made.activities)
    return made


@transaction.atomic
def change_activity(
    entry: NucleusActivity, terms: NucleusTerms, *, by: Actor, expected_version: int | None = None
) -> NucleusActivity:
    """Correct an entry. Raises as recording does, and StaleVersion."""
    found = locked(entry, by=by, expected_version=expected_version)
    save_changed(found, _facts(terms, by))
    audit.record("nucleusactivity.changed", found, by=by, activities=found.activities)
    return found


def _facts(terms: NucleusTerms, by: Actor) -> dict[str, Any]:
    words = vocabulary()
    require_known("role", terms.role, {term.code for term in words.roles})
    require_known("deed", terms.deed, {term.code for term in words.deeds})
    require_past(terms.held_on, by, field="held_on")
    require_within("activities", terms.activities, 1, MOST_ACTIVITIES)
    note = tidy_line(terms.note)[:500]
    named = (name_in(words.roles, terms.role), name_in(words.deeds, terms.deed), note)
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "role": terms.role,
        "deed": terms.deed,
        "held_on": terms.held_on,
        "activities": terms.activities,
        "note": note,
        "search_folded": fold("\n".join(named)),
    }
