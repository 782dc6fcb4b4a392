"""A correction file as one act of work: all of its acts in one transaction, or none."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from phongtrao.core.errors import N_, Refused, Sentence
from phongtrao.org.actions import area_bodies
from phongtrao.org.actions.area_changes import carry_out_all, require_rights
from phongtrao.org.models import AreaChange
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.areas import area_labels
from phongtrao.org.queries.known_areas import free_lineage_id, known_areas
from phongtrao.org.reshaping.correction_orders import FileAct, worked_out
from phongtrao.org.reshaping.correction_rows import Fault, read_rows
from phongtrao.org.reshaping.telling import told_of
from phongtrao.org.scope import horizon

MOST_FAULTS = 200  # more would not help whoever reads them


@dataclass(frozen=True, slots=True)
class ShownAct:
    """One act of the file: its rows, what it says, how many bodies and postings end with it."""

    numbers: tuple[int, ...]
    act: FileAct
    told: dict[str, Any]
    bodies: int
    postings: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a file would do. With faults there are no acts; `mark` fits only while nothing moves."""

    acts: list[ShownAct]
    faults: list[Fault]
    names: dict[int, str]
    mark: str


def proposal(
    table: Sequence[Sequence[Any]], *, verified: bool, dates_checked: bool, by: Actor
) -> Proposal:
    """Read and judge a whole file; writes nothing. Raises Forbidden outside the actor's area."""
    acts, faults = _judged(table, verified=verified, dates_checked=dates_checked)
    if faults:
        return Proposal([], faults[:MOST_FAULTS], {}, "")
    _require_reach(acts, by)
    shown = [_shown(act) for act in acts]
    parents = {v.parent_id for act in acts for v in (*act.plan.ends, *act.plan.begins)}
    own = {v.lineage_id: v.full_name for act in acts for v in act.plan.opened}
    names = area_labels({each for each in parents if each}, by.day) | own
    return Proposal(shown, [], names, _mark(acts))


@transaction.atomic
def carry_out_file(
    table: Sequence[Sequence[Any]], *, verified: bool, dates_checked: bool, seen: str, by: Actor
) -> list[AreaChange]:
    """Carry out every act of a file, or none. `seen` is the mark of the preview.

    Raises Forbidden, and Refused where the areas have changed since.
    """
    acts, faults = _judged(table, verified=verified, dates_checked=dates_checked)
    if faults or _mark(acts) != seen:
        raise Refused(
            N_(
                "Danh mục địa bàn vừa thay đổi sau khi bạn xem trước nên chưa ghi gì. Hãy xem lại"
                " phần khác biệt rồi xác nhận."
            ),
            code="areas_moved",
        )
    return carry_out_all([act.plan.order for act in acts], by=by)


def _judged(
    table: Sequence[Sequence[Any]], *, verified: bool, dates_checked: bool
) -> tuple[list[FileAct], list[Fault]]:
    rows, faults = read_rows(table, dates_checked=dates_checked)
    outcome = worked_out(
        rows,
        known_areas(),
        horizon=horizon(),
        first_id=free_lineage_id(),
        verified=verified,
    )
    faults = sorted([*faults, *outcome.faults], key=lambda fault: fault[0])
    if not faults and not outcome.acts:
        faults = [(0, Sentence(N_("Không có thay đổi nào trong tệp.")))]
    return outcome.acts, faults


def _require_reach(acts: list[FileAct], by: Actor) -> None:
    opened: set[int] = set()
    for act in acts:
        require_rights(act.plan.order, by=by, beside=opened)
        opened |= {each.lineage_id for each in act.plan.opened}


def _shown(act: FileAct) -> ShownAct:
    bodies = area_bodies.bodies_ending(act.plan)
    postings = area_bodies.postings_ending(act.plan) if bodies else []
    return ShownAct(act.numbers, act, told_of(act.plan), len(bodies), len(postings))


def _mark(acts: list[FileAct]) -> str:
    return hashlib.sha256(repr([act.plan for act in acts]).encode()).hexdigest()
