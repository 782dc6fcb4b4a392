"""The consequences of an act, worked out before anything is written."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from phongtrao.org.actions import area_bodies, area_members, open_work
from phongtrao.org.actions.area_changes import work_out
from phongtrao.org.gazetteer.records import AreaVersion, Succession
from phongtrao.org.models import Body, Delegation, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import area_labels
from phongtrao.org.queries.bodies import names_opening
from phongtrao.org.reshaping.operations import Order
from phongtrao.org.reshaping.plans import Plan
from phongtrao.org.reshaping.telling import is_amended


@dataclass(frozen=True, slots=True)
class EndingPosting:
    """A posting that ends with its body; `heir` is empty where no body takes over."""

    posting: Posting
    heir: str
    goes_on: bool
    """Whether it is offered to go on: yes for staff, no for heads and administrators."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything an act would do. `mark` is equal only while the state of things is the same."""

    plan: Plan
    names: dict[int, str]
    """Every area that is named, by its name with type."""
    amended: list[tuple[AreaVersion, AreaVersion]]
    moved_below: int
    bodies_ending: list[Body]
    bodies_opening: list[str]
    bodies_renamed: list[tuple[str, str]]
    postings: list[EndingPosting]
    delegations: list[Delegation]
    sets: list[area_members.SetChange]
    work: list[open_work.Handing]
    mark: str

    @property
    def successions(self) -> tuple[Succession, ...]:
        """What succeeds what, by old area."""
        return self.plan.successions


def preview(order: Order, *, by: Actor) -> Preview:
    """Work out an act and all that follows from it; writes nothing.

    Raises Forbidden, ImpossibleOrder with every fault, and Refused where a posting, a delegation
    or a membership would end before it began.
    """
    plan = work_out(order, by=by)
    area_bodies.require_begun(plan)
    sets = area_members.set_changes(plan)
    area_members.require_begun(plan, sets)
    ending = area_bodies.bodies_ending(plan)
    postings = list(_postings(plan, ending))
    delegations = area_bodies.delegations_ending(plan)
    pairs, moved = _going_on(plan)
    work = open_work.consequences(*_heirs(plan, ending))
    return Preview(
        plan=plan,
        names=_names(plan),
        amended=pairs,
        moved_below=moved,
        bodies_ending=ending,
        bodies_opening=[name for each in plan.opened for name in _opening(plan, each)],
        bodies_renamed=[(body.name, name) for body, name in area_bodies.renames(plan)],
        postings=postings,
        delegations=delegations,
        sets=sets,
        work=work,
        mark=_mark(plan, [*ending, *(each.posting for each in postings), *delegations], sets, work),
    )


def _postings(plan: Plan, ending: list[Body]) -> Iterator[EndingPosting]:
    heirs = area_bodies.heir_names(plan, ending)
    for posting in area_bodies.postings_ending(plan):
        heir = heirs.get(posting.body_id, "")
        yield EndingPosting(posting, heir, bool(heir) and posting.role in area_bodies.STAFF)


def _going_on(plan: Plan) -> tuple[list[tuple[AreaVersion, AreaVersion]], int]:
    """The areas that the act amends, before and after, and how many move along below."""
    after = {each.lineage_id: each for each in plan.begins}
    both = [(old, after[old.lineage_id]) for old in plan.ends if old.lineage_id in after]
    named = [(old, new) for old, new in both if is_amended(plan.order, old)]
    return named, len(both) - len(named)


def _opening(plan: Plan, area: AreaVersion) -> list[str]:
    return names_opening(area.level, f"{area.type} {area.name}".strip(), plan.order.on)


def _names(plan: Plan) -> dict[int, str]:
    named = {each.lineage_id: each.full_name for each in (*plan.ends, *plan.opened)}
    parents = {each.parent_id for each in (*plan.ends, *plan.begins) if each.parent_id}
    return area_labels(parents, plan.order.on) | named


def _heirs(plan: Plan, ending: list[Body]) -> tuple[dict[int, int], dict[int, int]]:
    """Ended owners → heirs for asking what would change hands; bodies to come have no id yet."""
    parts = sorted(plan.successions, key=lambda each: (each.share, -each.to_id))
    bodies = dict.fromkeys(area_bodies.heir_names(plan, ending), 0)
    return bodies, {each.from_id: each.to_id for each in parts}


def _mark(
    plan: Plan, rows: list[Any], sets: list[area_members.SetChange], work: list[open_work.Handing]
) -> str:
    said = [
        repr(plan.order),
        plan.ends,
        [(row._meta.label, row.pk) for row in rows],
        [(each.area_set.pk, [row.pk for row in each.ending]) for each in sets],
        [(each.noun, each.moving, each.staying) for each in work],
    ]
    return hashlib.sha256(repr(said).encode()).hexdigest()
